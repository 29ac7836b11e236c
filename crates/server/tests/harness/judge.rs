//! The judge of every story: `undersigned-verify`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Once;

use serde_json::Value;
use tempfile::TempDir;

use super::SLUG;

/// A receipt as it was downloaded.
pub(crate) struct Receipt {
    /// Who got it, for messages.
    pub(crate) name: String,
    pub(crate) text: String,
}

/// Runs the auditor's program on the record of one node, with the letter's key pinned.
pub(crate) struct Judge {
    address: String,
    key: String,
    /// A proxy that takes it there.
    proxy: Option<String>,
    dir: TempDir,
}

impl Judge {
    /// A judge of the server at `base`; `key` is the letter's vkey.
    pub(crate) fn new(base: &str, key: &str) -> Self {
        Self {
            address: format!("{base}/letters/{SLUG}"),
            key: key.trim().to_owned(),
            proxy: None,
            dir: tempfile::tempdir().expect("a directory"),
        }
    }

    /// The same at another address of the letter, which a proxy knows the way to.
    pub(crate) fn at(self, address: &str, proxy: &str) -> Self {
        Self {
            address: address.to_owned(),
            proxy: Some(proxy.to_owned()),
            ..self
        }
    }

    /// Verifies the whole record as served now; gives the report.
    pub(crate) fn record(&self) -> Value {
        self.run(&[self.address.as_ref()])
    }

    /// Verifies receipts against the record as served now.
    pub(crate) fn receipts(&self, receipts: &[Receipt]) {
        for (number, receipt) in receipts.iter().enumerate() {
            let file = self.dir.path().join(format!("{number}.tlog-proof"));
            fs::write(&file, &receipt.text).expect("own directory");
            let report = self.run(&[&file, "--log".as_ref(), self.address.as_ref()]);
            assert_eq!(report["key_pinned"], true, "{}", receipt.name);
        }
    }

    fn run(&self, arguments: &[&Path]) -> Value {
        let mut command = Command::new(verifier());
        command.args(arguments).args(["--key", &self.key, "--json"]);
        if let Some(proxy) = &self.proxy {
            command.env("http_proxy", proxy).env("HTTP_PROXY", proxy);
            command.env_remove("no_proxy").env_remove("NO_PROXY");
        }
        let output = command.output().expect("undersigned-verify runs");
        let report = String::from_utf8_lossy(&output.stdout).into_owned();
        assert_eq!(output.status.code(), Some(0), "{command:?} says {report}");
        let report: Value = serde_json::from_str(&report).expect("a report");
        assert_eq!(report["ok"], true);
        report
    }
}

/// The auditor's program, beside the one under test. Built where only this package's tests are.
fn verifier() -> PathBuf {
    static BUILT: Once = Once::new();
    let program = Path::new(env!("CARGO_BIN_EXE_undersigned")).with_file_name("undersigned-verify");
    BUILT.call_once(|| {
        if !program.exists() {
            let mut build = Command::new(env!("CARGO"));
            build.args(["build", "--locked", "-p", "undersigned-verify"]);
            let status = build.status().expect("cargo runs");
            assert!(status.success(), "undersigned-verify does not build");
        }
    });
    program
}
