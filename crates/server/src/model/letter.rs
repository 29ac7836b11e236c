//! A letter and its settings.

use std::collections::BTreeMap;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use undersigned_record::entry::Date;

use super::Slug;

/// A letter as the store knows it.
#[derive(Clone, Debug)]
pub struct Letter {
    /// The store's id.
    pub id: i64,
    /// Its word in addresses.
    pub slug: Slug,
    /// Name of its log, fixed at genesis.
    pub origin: String,
    /// Where it is in its life.
    pub state: LetterState,
    /// The log's public key (a note vkey).
    pub vkey: String,
    /// When it opened, unix seconds.
    pub opened_at: Option<i64>,
    /// What its organizers chose.
    pub settings: Settings,
    /// Grows with each change of the settings or of the watch list.
    pub revision: i64,
}

impl Letter {
    /// The second in which the closing day ends (UTC): no signature is taken from then on.
    #[must_use]
    pub fn closes_at(&self) -> i64 {
        let day: Option<Date> = self.settings.closing.parse().ok();
        day.map_or(i64::MAX, |day| day.unix().cast_signed() + 24 * 3600)
    }

    /// The second in which the last day of keeping contacts ends (UTC).
    #[must_use]
    pub fn contacts_kept_until(&self) -> i64 {
        let day: Option<Date> = self.settings.retention_until.parse().ok();
        day.map_or(i64::MAX, |day| day.unix().cast_signed() + 24 * 3600)
    }
}

/// Where a letter is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterState {
    /// Being prepared: nobody but its organizers knows of it.
    Draft,
    /// Can be signed.
    Open,
    /// Can be read.
    Closed,
}

impl LetterState {
    /// The word in the store and in the API.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }
}

impl FromStr for LetterState {
    type Err = ();

    fn from_str(word: &str) -> Result<Self, ()> {
        match word {
            "draft" => Ok(Self::Draft),
            "open" => Ok(Self::Open),
            "closed" => Ok(Self::Closed),
            _ => Err(()),
        }
    }
}

/// What organizers choose for a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// Language where none of the reader's is offered.
    pub default_language: String,
    /// Languages that the letter is offered in.
    pub languages: Vec<String>,
    /// Invented signatories; every page of the letter says so.
    #[serde(default)]
    pub demonstration: bool,
    /// Until when contacts are kept, `YYYY-MM-DD`.
    pub retention_until: String,
    /// The day on which the letter closes, `YYYY-MM-DD`.
    pub closing: String,
    /// Who runs it.
    #[serde(default)]
    pub organizers: Vec<Organizer>,
    /// What the organizers add to the page about privacy, by the language of the letter's text.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub privacy: BTreeMap<String, String>,
}

/// Who runs a letter, as shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organizer {
    /// Name of the organization or person.
    pub name: String,
    /// Their site.
    #[serde(default)]
    pub website: Option<String>,
    /// Where to write to them.
    #[serde(default)]
    pub contact: Option<String>,
}
