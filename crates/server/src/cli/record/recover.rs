//! `undersigned record recover`.

use std::path::PathBuf;

use anyhow::{Result, bail};
use undersigned_record::verify::Progress;

use super::super::{Installation, letter, progress, say};
use crate::acts::recovery;
use crate::lock::DataLock;

/// Arguments of `record recover`.
#[derive(clap::Args)]
pub(in crate::cli) struct Recover {
    /// The letter.
    slug: String,
    /// A newer copy of the record: a bundle.
    #[arg(long, value_name = "BUNDLE.zip", required_unless_present = "accept")]
    from: Option<PathBuf>,
    /// The log's key as a vkey, where it should be another than the letter's own.
    #[arg(long, value_name = "VKEY", requires = "from")]
    key: Option<String>,
    /// There is no newer copy: go on from what the database holds.
    #[arg(long, conflicts_with = "from")]
    accept: bool,
}

impl Recover {
    pub(in crate::cli) async fn run(self, place: &Installation) -> Result<()> {
        let config = place.config()?;
        let _lock = DataLock::acquire(&config.data)?;
        let app = place.open().await?;
        let letter = letter::find(&app, &self.slug).await?;
        if let Some(key) = self.key.as_ref().filter(|key| **key != letter.vkey) {
            bail!(
                "{key} is not the key of this letter, which is {}",
                letter.vkey
            );
        }
        let recovered = match &self.from {
            Some(copy) => {
                let bar = progress::bar(0);
                let mut step = |at: Progress| {
                    bar.set_length(at.total);
                    bar.set_position(at.done);
                };
                let recovered = recovery::from_copy(&app, &letter, copy, &mut step).await;
                bar.finish_and_clear();
                recovered?
            }
            None => recovery::accept(&app, &letter).await?,
        };
        app.store.close().await;
        say::line(format_args!(
            "{}: {} entries, {} of them from the copy, root {}",
            self.slug, recovered.size, recovered.added, recovered.root
        ));
        if self.accept {
            say::line(
                "Accepted as it is. If anybody was shown a longer record, the two contradict each \
                 other for ever; and whoever withdrew after the backup has to do it again.",
            );
        }
        say::line("It can be signed again once the server runs.");
        Ok(())
    }
}
