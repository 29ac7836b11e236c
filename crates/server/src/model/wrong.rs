//! What can be wrong with a field of an organizers' form.

use super::form::Problem;

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It is empty.
    Missing,
    /// It is longer than so many characters.
    TooLong(u32),
    /// It has control characters, or marks that turn the direction of what follows.
    Unprintable,
    /// It is no language tag.
    NoLanguage,
    /// The default language is not offered.
    NotOffered,
    /// It is no day.
    NoDay,
    /// The day is over.
    Past,
    /// Contacts would be deleted before the letter closes.
    BeforeClosing,
    /// It is no web address.
    NoWebsite,
    /// A line of the watch list, from 1, names nobody.
    NamesNobody(u32),
    /// It is no slug.
    NoSlug,
    /// The slug is taken.
    Taken,
    /// A demand's id has other characters than a to z, digits and hyphens, or more than 40.
    BadId,
    /// A demand's id is another's too.
    SameId,
    /// No heading of the letter carries the demand's id.
    NoHeading,
    /// It is no host name.
    NoHost,
    /// The host name is taken.
    HostTaken,
    /// It has a web address where none belongs.
    HasAddress,
    /// Quotations, lists or emphasis stand in each other too deep.
    TooDeep,
    /// It becomes too large a page.
    TooMuch,
}

impl Wrong {
    /// One of each.
    pub const ALL: [Self; 20] = [
        Self::Missing,
        Self::TooLong(200),
        Self::Unprintable,
        Self::NoLanguage,
        Self::NotOffered,
        Self::NoDay,
        Self::Past,
        Self::BeforeClosing,
        Self::NoWebsite,
        Self::NamesNobody(3),
        Self::NoSlug,
        Self::Taken,
        Self::BadId,
        Self::SameId,
        Self::NoHeading,
        Self::NoHost,
        Self::HostTaken,
        Self::HasAddress,
        Self::TooDeep,
        Self::TooMuch,
    ];

    /// The key of its message is `wrong-` and this.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::TooLong(_) => "too-long",
            Self::Unprintable => "unprintable",
            Self::NoLanguage => "no-language",
            Self::NotOffered => "not-offered",
            Self::NoDay => "no-day",
            Self::Past => "past",
            Self::BeforeClosing => "before-closing",
            Self::NoWebsite => "no-website",
            Self::NamesNobody(_) => "names-nobody",
            Self::NoSlug => "no-slug",
            Self::Taken => "taken",
            Self::BadId => "bad-id",
            Self::SameId => "same-id",
            Self::NoHeading => "no-heading",
            Self::NoHost => "no-host",
            Self::HostTaken => "host-taken",
            Self::HasAddress => "has-address",
            Self::TooDeep => "too-deep",
            Self::TooMuch => "too-much",
        }
    }

    /// The number that the message names.
    #[must_use]
    pub const fn number(self) -> u32 {
        match self {
            Self::TooLong(number) | Self::NamesNobody(number) => number,
            _ => 0,
        }
    }
}

impl From<Problem> for Wrong {
    fn from(problem: Problem) -> Self {
        match problem {
            Problem::Missing => Self::Missing,
            Problem::TooLong { most } => Self::TooLong(most),
            Problem::NotAWebsite => Self::NoWebsite,
            Problem::HasAddress => Self::HasAddress,
            _ => Self::Unprintable,
        }
    }
}

/// What is wrong, by the field's name in the form.
pub type Faults = Vec<(String, Wrong)>;
