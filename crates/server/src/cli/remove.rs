//! `undersigned remove`.

use anyhow::{Result, anyhow};
use clap::ValueEnum;
use clap::builder::PossibleValue;
use undersigned_record::entry::Reason;

use super::{Installation, letter, say};
use crate::acts::access::Moderator::Operator;
use crate::acts::{ActError, moderation};

/// Arguments of `remove`.
#[derive(clap::Args)]
pub(super) struct Remove {
    /// The letter.
    slug: String,
    /// Index of the signature in the record: the number that its page's address ends in.
    index: i64,
    /// Why, as the record will say for ever.
    #[arg(long, value_enum, value_name = "WORD")]
    reason: Why,
}

/// A reason that the record knows.
#[derive(Clone, Copy)]
struct Why(Reason);

impl ValueEnum for Why {
    fn value_variants<'a>() -> &'a [Self] {
        const ALL: [Why; Reason::ALL.len()] = {
            let mut all = [Why(Reason::Forged); Reason::ALL.len()];
            let mut at = 0;
            while at < all.len() {
                all[at] = Why(Reason::ALL[at]);
                at += 1;
            }
            all
        };
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let meaning = match self.0 {
            Reason::Forged => "somebody else signed in that name",
            Reason::Repeated => "the same signatory signed before",
            Reason::Abusive => "the signature was used to insult or to advertise",
            Reason::Unlawful => "the law demands it",
            Reason::Mistaken => "it was recorded by mistake",
        };
        Some(PossibleValue::new(self.0.as_str()).help(meaning))
    }
}

impl Remove {
    pub(super) async fn run(self, place: &Installation) -> Result<()> {
        let (app, letter) = letter::open(place, &self.slug).await?;
        let removed = moderation::remove(&app, Operator, &letter, self.index, self.reason.0).await;
        removed.map_err(|error| match error {
            ActError::NoLink => anyhow!("entry {} is no live signature", self.index),
            other => other.into(),
        })?;
        say::line("Removed: nothing shows it any more, and the record will say why.");
        Ok(())
    }
}
