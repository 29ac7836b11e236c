//! A point in time as pages show it.

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::l10n::{self, Lang};

/// A point in time, shown in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(pub OffsetDateTime);

impl Moment {
    /// The day, with the month in words.
    #[must_use]
    pub fn date(self, lang: Lang) -> String {
        l10n::date(lang, self.0)
    }

    /// The time of day.
    #[must_use]
    pub fn hour(self, lang: Lang) -> String {
        l10n::hour(lang, self.0)
    }

    /// For `<time datetime>`, by RFC 3339.
    #[must_use]
    pub fn machine(self) -> String {
        self.0.format(&Rfc3339).unwrap_or_default()
    }
}
