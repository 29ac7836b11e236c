//! Exports a letter's bundle and lets the auditor's program verify it.

use std::fs;
use std::time::Duration;

use anyhow::ensure;

use crate::hosted::{Hosted, SLUG};
use crate::programs::{beside, finish};

/// What exporting and verifying took.
pub(crate) struct Verified {
    pub(crate) export: Duration,
    /// Size of the bundle, megabytes.
    pub(crate) bundle: f64,
    pub(crate) took: Duration,
    /// The most memory that the verifier had, megabytes.
    pub(crate) memory: f64,
    /// What it said.
    pub(crate) report: serde_json::Value,
}

impl Verified {
    /// Seconds for a million entries at this pace.
    pub(crate) fn per_million(&self) -> f64 {
        let entries = self.report["checkpoint"]["size"].as_f64();
        self.took.as_secs_f64() * 1e6 / entries.unwrap_or(f64::NAN)
    }
}

pub(crate) async fn verify(hosted: &Hosted) -> anyhow::Result<Verified> {
    let bundle = hosted.data().join("bundle.zip");
    let mut export = beside("undersigned")?;
    export
        .args(["export", "bundle", SLUG, "--output"])
        .arg(&bundle)
        .arg("--data")
        .arg(hosted.data());
    let exported = finish(export, &hosted.data().join("export.log")).await?;
    let megabytes = fs::metadata(&bundle)?.len() as f64 / 1e6;
    let mut verify = beside("undersigned-verify")?;
    verify.arg(&bundle).arg("--json");
    let verified = finish(verify, &hosted.data().join("verify.log")).await?;
    let report: serde_json::Value = serde_json::from_slice(&verified.stdout)?;
    ensure!(report["ok"] == true, "the bundle was refused: {report}");
    let entries = report["checkpoint"]["size"].as_u64().unwrap_or_default();
    ensure!(entries > 0, "the verifier names no size: {report}");
    fs::remove_file(&bundle)?;
    Ok(Verified {
        export: exported.took,
        bundle: megabytes,
        took: verified.took,
        memory: verified.memory,
        report,
    })
}
