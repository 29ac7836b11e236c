//! `undersigned export contacts`.

use std::path::PathBuf;

use std::io::{BufWriter, Write};

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use super::super::outfile::{OutFile, not_written};
use super::super::{Installation, letter, progress, say};
use crate::app::App;
use crate::clock;
use crate::model::Letter;
use crate::store::contacts;

/// Contacts read at once.
const PAGE: i64 = 500;

/// Arguments of `export contacts`.
#[derive(clap::Args)]
pub(in crate::cli) struct ExportContacts {
    /// The letter.
    slug: String,
    /// The file to write; it must not exist.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

impl ExportContacts {
    pub(in crate::cli) async fn run(self, place: &Installation) -> Result<()> {
        let app = place.open().await?;
        let letter = letter::find(&app, &self.slug).await?;
        let (file, out) = OutFile::create(&self.output)?;
        let count = export(&app, &letter, BufWriter::new(out)).await;
        let count = count.with_context(|| not_written(&self.output))?;
        file.keep()?;
        say::line(format_args!(
            "{}: {}",
            say::count(count, "sealed contact", "sealed contacts"),
            self.output.display()
        ));
        say::line("Take it to where the identities are, and open it with undersigned-desk.");
        Ok(())
    }
}

/// Writes a line for the whole and one for each contact, all from one snapshot.
async fn export(app: &App, letter: &Letter, mut out: impl Write) -> Result<i64> {
    let mut tx = app.store.read().await?;
    let count = contacts::count(&mut tx, letter.id).await?;
    let head = json!({
        "undersigned": "contacts/v1",
        "letter": letter.origin,
        "exported_at": clock::hour_text(app.clock.now()),
        "count": count,
    });
    writeln!(out, "{head}")?;
    let bar = progress::bar(count.unsigned_abs());
    let mut after = (-1, 0);
    loop {
        let page = contacts::page(&mut tx, letter.id, after, PAGE).await?;
        let Some(last) = page.last() else {
            bar.finish_and_clear();
            out.flush()?;
            return Ok(count);
        };
        after = (last.idx, last.id);
        bar.inc(page.len() as u64);
        for row in page {
            let line = json!({
                "index": row.idx,
                "kind": row.kind,
                "level": row.level,
                "updates": row.updates,
                "age": STANDARD.encode(&row.file),
            });
            writeln!(out, "{line}")?;
        }
    }
}
