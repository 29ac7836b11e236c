//! A signatory as lists and pages show them.

use super::{Frame, Kind, Level, Moment};
use crate::model::mailbox_domain;

/// The name that a signatory chose to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The full name, with the BCP 47 tag of its language where it is known.
    Name {
        /// The name.
        text: String,
        /// Its language.
        lang: Option<String>,
    },
    /// Initials alone.
    Initials(String),
    /// No name: one more in the count.
    Count,
}

impl Shown {
    /// The name, or the words that stand for it.
    pub(super) fn text(&self, frame: &Frame) -> String {
        match self {
            Self::Name { text, .. } | Self::Initials(text) => text.clone(),
            Self::Count => frame.say("signatory-count").to_string(),
        }
    }

    pub(super) fn lang(&self) -> Option<&str> {
        match self {
            Self::Name { lang, .. } => lang.as_deref(),
            _ => None,
        }
    }

    pub(super) const fn is_named(&self) -> bool {
        matches!(self, Self::Name { .. } | Self::Initials(_))
    }
}

/// A signatory and the public facts of the signature.
#[derive(Clone, Debug)]
pub struct Signatory {
    /// The index of the signature's entry in the record; its page has the same number.
    pub index: u64,
    /// Who signs.
    pub kind: Kind,
    /// The name shown.
    pub shown: Shown,
    /// An individual's title.
    pub title: Option<String>,
    /// An individual's affiliation.
    pub affiliation: Option<String>,
    /// An organization's or company's site, with its scheme.
    pub website: Option<String>,
    /// The domain of an individual's mailbox, in ASCII, where they show it.
    pub mailbox: Option<String>,
    /// ISO 3166-1 alpha-2; `None` where the signatory chose not to say.
    pub country: Option<String>,
    /// The level of proof.
    pub level: Level,
    /// Whether it was made by invitation, before launch.
    pub founding: bool,
    /// The hour of the entry.
    pub at: Moment,
    /// An approved statement.
    pub statement: Option<String>,
}

impl Signatory {
    /// The site's host, for a link's words.
    pub(super) fn website_host(&self) -> &str {
        let site = self.website.as_deref().unwrap_or_default();
        let host = site.split_once("://").map_or(site, |(_, rest)| rest);
        host.split('/')
            .next()
            .unwrap_or(host)
            .trim_start_matches("www.")
    }

    /// The domain of the mailbox, as it is read.
    pub(super) fn mailbox_readable(&self) -> Option<String> {
        self.mailbox.as_deref().map(mailbox_domain::readable)
    }

    /// Title and affiliation on one line.
    pub(super) fn role(&self) -> Option<String> {
        match (&self.title, &self.affiliation) {
            (Some(title), Some(affiliation)) => Some(format!("{title}, {affiliation}")),
            (Some(one), None) | (None, Some(one)) => Some(one.clone()),
            (None, None) => None,
        }
    }
}
