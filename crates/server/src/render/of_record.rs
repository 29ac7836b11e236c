//! From the record's values to what pages show.

use time::OffsetDateTime;
use undersigned_record::entry::{Country, Proof};
use undersigned_record::figures;
use undersigned_record::opening::Opening;

use super::{Display, Figures, Moment, PublicFace, Shown};

/// Bytes in lower-case hexadecimal, as `sha256sum` prints digests.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Moment {
    /// A point in time given in unix seconds.
    #[must_use]
    pub fn of(seconds: i64) -> Self {
        Self(OffsetDateTime::from_unix_timestamp(seconds).unwrap_or(OffsetDateTime::UNIX_EPOCH))
    }

    /// The beginning of a day given as `YYYY-MM-DD`.
    #[must_use]
    pub fn of_day(day: &str) -> Self {
        let format = time::macros::format_description!("[year]-[month]-[day]");
        time::Date::parse(day, format).map_or(Self(OffsetDateTime::UNIX_EPOCH), |day| {
            Self(day.midnight().assume_utc())
        })
    }
}

impl Figures {
    /// The record's figures at a checkpoint of `size` entries, committed at `as_of` (unix seconds).
    #[must_use]
    pub fn of(figures: &figures::Figures, as_of: i64, size: u64) -> Self {
        Self {
            total: figures.total,
            individuals: figures.individuals,
            organizations: figures.organizations,
            companies: figures.companies,
            support: figures.support,
            countries: figures.countries,
            as_of: Moment::of(as_of),
            current: true,
            size,
        }
    }

    /// The same figures, of a copy that may be old.
    #[must_use]
    pub fn of_old_copy(self) -> Self {
        Self {
            current: false,
            ..self
        }
    }
}

impl Shown {
    /// The name that an opening shows.
    #[must_use]
    pub fn of(opening: &Opening) -> Self {
        match (opening.display, &opening.name) {
            (Display::Name, Some(name)) => Self::Name {
                text: name.clone(),
                lang: None,
            },
            (Display::Initials, Some(name)) => Self::Initials(name.clone()),
            _ => Self::Count,
        }
    }
}

impl PublicFace {
    /// What an opening shows, with the facts that stand in the entry.
    #[must_use]
    pub fn of(
        opening: &Opening,
        country: Country,
        level: Proof,
        statement: Option<String>,
    ) -> Self {
        Self {
            kind: opening.kind,
            display: opening.display,
            shown: Shown::of(opening),
            title: opening.title.clone(),
            affiliation: opening.affiliation.clone(),
            website: opening.website.clone(),
            mailbox: opening.mailbox.clone(),
            country: country.is_named().then(|| country.as_str().to_owned()),
            statement,
            level,
        }
    }
}
