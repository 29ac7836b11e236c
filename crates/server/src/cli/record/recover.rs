//! `undersigned record recover`.

use std::path::PathBuf;

use anyhow::{Result, bail};
use undersigned_record::verify::Progress;

use super::super::{Installation, letter, progress, say};
use crate::acts::recovery::{self, RecoveryError};
use crate::lock::DataLock;

/// Arguments of `record recover`.
#[derive(clap::Args)]
#[command(
    override_usage = "undersigned record recover <SLUG> --from <BUNDLE.zip> [--key <VKEY>]\n       \
                      undersigned record recover <SLUG> --accept",
    after_help = "After `undersigned restore`, a letter can only be read until one of the two was \
                  done. Stop the server before, start it afterwards.\n\n\
                  --from takes the newest bundle there is: one of your own exports, or one that \
                  somebody else kept. It must verify against the letter's own key. Entries that \
                  the database lacks are added; whoever withdrew or was removed after the backup \
                  is forgotten again.\n\n\
                  --accept is for when nobody has a newer bundle. It is refused where this machine \
                  served a longer record."
)]
pub(in crate::cli) struct Recover {
    /// The letter.
    slug: String,
    /// Roll forward from this bundle, a newer copy of the record.
    #[arg(long, value_name = "BUNDLE.zip", required_unless_present = "accept")]
    from: Option<PathBuf>,
    /// Refuse unless the letter's key is this one, as its mails or its site name it.
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
                recovered.map_err(|error| match error {
                    RecoveryError::Copy(why) => {
                        anyhow::Error::from(why).context(copy.display().to_string())
                    }
                    other => other.into(),
                })?
            }
            None => recovery::accept(&app, &letter).await?,
        };
        app.store.close().await;
        say::line(format_args!(
            "{}: {}, {} of them from the copy, root {}",
            self.slug,
            say::count(recovered.size, "entry", "entries"),
            recovered.added,
            recovered.root
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
