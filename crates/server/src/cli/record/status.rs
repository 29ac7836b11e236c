//! `undersigned record status`.

use anyhow::Result;

use super::super::{Installation, letter, say};
use crate::acts::recovery;

/// Arguments of `record status`.
#[derive(clap::Args)]
pub(in crate::cli) struct Status {
    /// The letter.
    slug: String,
}

impl Status {
    pub(in crate::cli) async fn run(self, place: &Installation) -> Result<()> {
        let app = place.open().await?;
        let letter = letter::find(&app, &self.slug).await?;
        let standing = recovery::standing(&app, &self.slug).await?;
        say::line(format_args!(
            "{} ({})",
            letter.origin,
            letter.state.as_str()
        ));
        match standing.head {
            Some(head) => say::line(format_args!(
                "head: {}, root {}",
                say::count(head.size, "entry", "entries"),
                head.root
            )),
            None => say::line("head: none, it has not launched"),
        }
        if let Some(served) = standing.served {
            say::line(format_args!(
                "served: {}, root {}",
                say::count(served.size, "entry", "entries"),
                served.root
            ));
        }
        match standing.read_only {
            Some(why) => say::line(format_args!("read-only: {why}")),
            None => say::line("writable"),
        }
        Ok(())
    }
}
