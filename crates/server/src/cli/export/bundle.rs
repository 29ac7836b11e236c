//! `undersigned export bundle`.

use std::path::PathBuf;

use std::io::BufWriter;

use anyhow::{Context, Result};
use undersigned_record::entry::{Country, Kind};
use undersigned_record::filter::Filter;
use undersigned_record::verify::Progress;

use super::super::outfile::{OutFile, not_written};
use super::super::{Installation, letter, progress, say};
use crate::acts::bundle;

/// Arguments of `export bundle`.
#[derive(clap::Args)]
pub(in crate::cli) struct ExportBundle {
    /// The letter.
    slug: String,
    /// Name only those of this country (two letters, or ZZ for those who chose not to say).
    #[arg(long, value_name = "CC")]
    country: Option<Country>,
    /// Name only those of this kind: individual, organization or company.
    #[arg(long)]
    kind: Option<Kind>,
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
        let filter = Filter {
            country: self.country,
            kind: self.kind,
        };
        let report = bundle::write(&app, &self.slug, filter, BufWriter::new(out), step).await;
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
        if let Some(filtered) = report.filter {
            say::line(format_args!(
                "Filtered: left out are who is behind {}, and {}. It says so itself. For recovery, keep a whole one.",
                say::count(filtered.openings, "signature", "signatures"),
                say::count(filtered.statements, "statement", "statements"),
            ));
        }
        say::line("Check it anywhere with undersigned-verify, or with Python and verify.py.");
        Ok(())
    }
}
