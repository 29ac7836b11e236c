//! `undersigned export contacts`.

use std::path::PathBuf;

use std::io::{BufWriter, Write};

use anyhow::{Context, Result};

use super::super::outfile::{OutFile, not_written};
use super::super::{Installation, letter, progress, say};
use crate::acts::contacts::{self, Export};

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
        let mut export = contacts::export_by_operator(&app, &letter).await?;
        let written = write(&mut export, BufWriter::new(out)).await;
        written.with_context(|| not_written(&self.output))?;
        file.keep()?;
        say::line(format_args!(
            "{}: {}",
            say::count(export.count(), "sealed contact", "sealed contacts"),
            self.output.display()
        ));
        say::line("Take it to where the identities are, and open it with undersigned-desk.");
        Ok(())
    }
}

async fn write(export: &mut Export, mut out: impl Write) -> Result<()> {
    let bar = progress::bar(export.count());
    while let Some((lines, contacts)) = export.next().await? {
        out.write_all(lines.as_bytes())?;
        bar.inc(contacts);
    }
    bar.finish_and_clear();
    out.flush()?;
    Ok(())
}
