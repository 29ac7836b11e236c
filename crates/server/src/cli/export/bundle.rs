//! `undersigned export bundle`.

use std::path::PathBuf;

use std::io::BufWriter;

use anyhow::{Context, Result};
use undersigned_record::verify::Progress;

use super::super::outfile::{OutFile, not_written};
use super::super::{Installation, letter, progress, say};
use crate::acts::bundle;

/// Arguments of `export bundle`.
#[derive(clap::Args)]
pub(in crate::cli) struct ExportBundle {
    /// The letter.
    slug: String,
    /// The file to write; it must not exist.
    #[arg(short, long, value_name = "FILE.zip")]
    output: PathBuf,
}

impl ExportBundle {
    pub(in crate::cli) async fn run(self, place: &Installation) -> Result<()> {
        let app = place.open().await?;
        letter::find(&app, &self.slug).await?;
        let (file, out) = OutFile::create(&self.output)?;
        let bar = progress::bar(0);
        let shown = bar.clone();
        let step = move |at: Progress| {
            shown.set_length(at.total);
            shown.set_position(at.done);
        };
        let report = bundle::write(&app, &self.slug, BufWriter::new(out), step).await;
        bar.finish_and_clear();
        let report = report.with_context(|| not_written(&self.output))?;
        file.keep()?;
        let size = report.checkpoint.map_or(0, |checkpoint| checkpoint.size);
        let total = report.figures.map_or(0, |figures| figures.total);
        say::line(format_args!(
            "{}, {}: {}",
            say::count(size, "entry", "entries"),
            say::count(total, "signature", "signatures"),
            self.output.display()
        ));
        say::line("Check it anywhere with undersigned-verify.");
        Ok(())
    }
}
