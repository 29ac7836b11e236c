//! What a program asks of the roll. A filter that says nothing known is refused rather than ignored:
//! a program would take the whole roll for its answer.

use std::str::FromStr;

use super::super::at_letter::AtLetter;
use crate::model::{Country, Kind};

/// Signatures on a page, at most.
const PAGE: u64 = 100;

/// A query of `GET /api/letters/{slug}/signatures`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct RollQuery {
    pub(super) kind: Option<Kind>,
    pub(super) country: Option<Country>,
    /// Empty where no name is asked for.
    pub(super) words: String,
    /// Only what comes after the signature of this index.
    pub(super) before: i64,
    /// 1 to 100.
    pub(super) limit: u64,
}

/// The parameter that can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct BadParameter(pub(super) &'static str);

impl RollQuery {
    pub(super) fn of(at: &AtLetter) -> Result<Self, BadParameter> {
        Self::parse(|name| at.asked(name))
    }

    /// Reads the value of each name; an empty one is none.
    fn parse<'a>(asked: impl Fn(&str) -> &'a str) -> Result<Self, BadParameter> {
        let country = asked("country").to_ascii_uppercase();
        let before: Option<u64> = value("before", asked("before"))?;
        let limit: Option<u64> = value("limit", asked("limit"))?;
        Ok(Self {
            kind: value("kind", asked("kind"))?,
            country: value("country", &country)?,
            words: asked("q").chars().take(100).collect(),
            before: before.map_or(i64::MAX, |index| index.try_into().unwrap_or(i64::MAX)),
            limit: limit.unwrap_or(PAGE).clamp(1, PAGE),
        })
    }
}

fn value<T: FromStr>(name: &'static str, typed: &str) -> Result<Option<T>, BadParameter> {
    match typed {
        "" => Ok(None),
        typed => typed.parse().map(Some).map_err(|_| BadParameter(name)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &str, typed: &'static str) -> Result<RollQuery, BadParameter> {
        RollQuery::parse(|asked| if asked == name { typed } else { "" })
    }

    #[test]
    fn what_says_nothing_known_is_named() {
        for (name, typed) in [
            ("kind", "robot"),
            ("country", "xx"),
            ("country", "\0"),
            ("before", "-1"),
            ("limit", "many"),
            ("limit", "-3"),
        ] {
            let refused = read(name, typed).map_err(|BadParameter(named)| named);
            assert_eq!(refused, Err(name), "{typed:?}");
        }
    }

    #[test]
    fn limits_stay_within_a_page() {
        for (typed, limit) in [("", 100), ("0", 1), ("7", 7), ("101", 100)] {
            assert_eq!(read("limit", typed).unwrap().limit, limit, "{typed:?}");
        }
        assert_eq!(
            read("before", "18446744073709551615").unwrap().before,
            i64::MAX
        );
        assert_eq!(read("country", "de").unwrap().country, "DE".parse().ok());
    }
}
