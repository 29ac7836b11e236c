//! `undersigned export test-contacts`.

use std::path::PathBuf;

use std::io::Write;

use anyhow::{Context, Result};

use super::super::outfile::{OutFile, not_written};
use super::super::{Installation, letter, say};
use crate::acts::launch;
use crate::store::letters;

/// Arguments of `export test-contacts`.
#[derive(clap::Args)]
pub(in crate::cli) struct ExportTestContacts {
    /// The letter.
    slug: String,
    /// The file to write; it must not exist.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

impl ExportTestContacts {
    pub(in crate::cli) async fn run(self, place: &Installation) -> Result<()> {
        let app = place.open().await?;
        let letter = letter::find(&app, &self.slug).await?;
        let rows = letters::recipients(&mut app.store.read().await?, letter.id).await?;
        let (file, mut out) = OutFile::create(&self.output)?;
        out.write_all(launch::test_contacts(&letter, &rows)?.as_bytes())
            .with_context(|| not_written(&self.output))?;
        file.keep()?;
        say::line(format_args!(
            "Open it with `undersigned-desk contacts test` for each recipient, then run \
             undersigned recipients confirm {} CODE",
            self.slug
        ));
        Ok(())
    }
}
