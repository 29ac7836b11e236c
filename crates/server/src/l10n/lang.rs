//! The languages that the interface speaks, and how one is chosen.

use std::fmt;

use super::accept::accepted;

/// An interface language. A letter may have texts in other languages as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// English.
    En,
    /// Spanish.
    Es,
    /// French.
    Fr,
    /// Arabic.
    Ar,
}

/// The direction in which a script runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of HTML's `dir` attribute.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }

    /// The direction of a text in the language with this BCP 47 tag, by its usual script.
    #[must_use]
    pub fn of_tag(tag: &str) -> Self {
        match tag.split('-').next().unwrap_or(tag) {
            "ar" | "arc" | "ckb" | "dv" | "fa" | "he" | "ks" | "ps" | "sd" | "ug" | "ur" | "yi" => {
                Self::Rtl
            }
            _ => Self::Ltr,
        }
    }
}

impl Lang {
    /// Every interface language, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::En, Self::Es, Self::Fr, Self::Ar];

    /// The BCP 47 tag.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
            Self::Fr => "fr",
            Self::Ar => "ar",
        }
    }

    /// The language's name in itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Es => "Español",
            Self::Fr => "Français",
            Self::Ar => "العربية",
        }
    }

    /// The value of Open Graph's `og:locale`.
    #[must_use]
    pub const fn open_graph(self) -> &'static str {
        match self {
            Self::En => "en_GB",
            Self::Es => "es_ES",
            Self::Fr => "fr_FR",
            Self::Ar => "ar_AR",
        }
    }

    /// The direction of its script.
    #[must_use]
    pub const fn direction(self) -> Direction {
        match self {
            Self::Ar => Direction::Rtl,
            _ => Direction::Ltr,
        }
    }

    /// The language that a BCP 47 tag asks for, by its primary subtag; case does not matter.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next()?;
        Self::ALL
            .into_iter()
            .find(|lang| lang.tag().eq_ignore_ascii_case(primary))
    }

    /// Chooses a language: what the query asks for, then what the browser accepts
    /// (RFC 9110, section 12.5.4), then `default`.
    #[must_use]
    pub fn negotiate(query: Option<&str>, accept_language: Option<&str>, default: Self) -> Self {
        query
            .and_then(Self::from_tag)
            .or_else(|| {
                let ranges = accepted(accept_language?);
                ranges.into_iter().find_map(Self::from_tag)
            })
            .unwrap_or(default)
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn the_query_wins_over_the_header() {
        assert_eq!(Lang::negotiate(Some("ar"), Some("fr"), Lang::En), Lang::Ar);
        assert_eq!(
            Lang::negotiate(Some("tlh"), Some("fr-CA, en;q=0.5"), Lang::En),
            Lang::Fr
        );
        assert_eq!(Lang::negotiate(None, None, Lang::Es), Lang::Es);
    }

    #[test]
    fn the_header_is_read_by_weight() {
        let pick = |header| Lang::negotiate(None, Some(header), Lang::En);
        assert_eq!(pick("de, es;q=0.3, ar;q=0.9"), Lang::Ar);
        assert_eq!(pick("fr;q=0, es;q=0.001"), Lang::Es);
        assert_eq!(pick("fr;q=banana"), Lang::En);
        assert_eq!(pick("*"), Lang::En);
        assert_eq!(pick(""), Lang::En);
    }
}
