//! What a saved rule looks for.

mod pattern;

use serde::{Deserialize, Serialize};
use time::PrimitiveDateTime;
use time::macros::format_description;

use super::{Country, Mailbox, Proof};

pub use pattern::Pattern;

/// Seconds that a rate counts in.
pub const RATE_WITHIN: i64 = 10 * 60;

/// The fewest and the most of a rate.
const RATES: std::ops::RangeInclusive<u32> = 2..=10_000;

/// What a rule looks for: all of it must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criteria {
    /// A mailbox at this domain (ASCII, lower case) or below it. It can be looked at while a
    /// signature is sent, and never again: no domain is kept.
    pub domain: Option<String>,
    /// What the shown name looks like.
    pub name: Option<Pattern>,
    /// The country.
    pub country: Option<Country>,
    /// The level of proof.
    pub level: Option<Proof>,
    /// Confirmed at this moment or later, unix seconds.
    pub from: Option<i64>,
    /// Confirmed before this moment, unix seconds.
    pub until: Option<i64>,
    /// At least so many came within ten minutes.
    pub rate: Option<u32>,
}

/// A rule that holds what comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// The rule's number.
    pub id: i64,
    /// What its moderators call it.
    pub name: String,
    /// What it looks for.
    pub criteria: Criteria,
}

/// What is typed for a rule.
#[derive(Clone, Debug, Default)]
pub struct RawCriteria {
    /// A domain.
    pub domain: String,
    /// A pattern.
    pub name: String,
    /// ISO 3166-1 alpha-2, or `ZZ`.
    pub country: String,
    /// Word of `Proof`.
    pub level: String,
    /// `2026-11-22T21:00`, UTC.
    pub from: String,
    /// The same.
    pub until: String,
    /// A number.
    pub rate: String,
}

/// What is wrong with a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flaw {
    /// It has no name.
    Name,
    /// It looks for nothing.
    Nothing,
    /// Not a domain.
    Domain,
    /// A pattern that every name fits, or too long.
    Pattern,
    /// Not a country of the list.
    Country,
    /// Not a level of proof.
    Level,
    /// Not a moment, or one that is before the one that it follows.
    From,
    /// The same of the end.
    Until,
    /// Not a number from 2 to 10,000.
    Rate,
}

impl Flaw {
    /// Every flaw.
    pub const ALL: [Self; 9] = [
        Self::Name,
        Self::Nothing,
        Self::Domain,
        Self::Pattern,
        Self::Country,
        Self::Level,
        Self::From,
        Self::Until,
        Self::Rate,
    ];

    /// Its message is `flaw-` with this.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Nothing => "nothing",
            Self::Domain => "domain",
            Self::Pattern => "pattern",
            Self::Country => "country",
            Self::Level => "level",
            Self::From => "from",
            Self::Until => "until",
            Self::Rate => "rate",
        }
    }
}

impl Criteria {
    /// Reads what was typed; reports all that is wrong at once.
    pub fn parse(typed: &RawCriteria) -> Result<Self, Vec<Flaw>> {
        let mut flaws = Vec::new();
        let mut read = Reader { flaws: &mut flaws };
        let criteria = Self {
            domain: read.field(&typed.domain, Flaw::Domain, domain),
            name: read.field(&typed.name, Flaw::Pattern, Pattern::parse),
            country: read.field(&typed.country, Flaw::Country, |code| code.parse().ok()),
            level: read.field(&typed.level, Flaw::Level, |level| level.parse().ok()),
            from: read.field(&typed.from, Flaw::From, moment),
            until: read.field(&typed.until, Flaw::Until, moment),
            rate: read.field(&typed.rate, Flaw::Rate, |rate| {
                rate.parse().ok().filter(|rate| RATES.contains(rate))
            }),
        };
        let empty = criteria.from.zip(criteria.until);
        if empty.is_some_and(|(from, until)| until <= from) {
            flaws.push(Flaw::Until);
        }
        if flaws.is_empty() && criteria == Self::default() {
            flaws.push(Flaw::Nothing);
        }
        if flaws.is_empty() {
            Ok(criteria)
        } else {
            Err(flaws)
        }
    }

    /// Whether a mailbox is where the rule looks.
    #[must_use]
    pub fn is_at(&self, mailbox: &Mailbox) -> bool {
        let Some(domain) = &self.domain else {
            return true;
        };
        let rest = mailbox.domain().strip_suffix(domain.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    }

    /// Whether a name, as shown, is one that the rule looks for.
    #[must_use]
    pub fn names(&self, name: Option<&str>) -> bool {
        match &self.name {
            Some(pattern) => name.is_some_and(|name| pattern.fits(name)),
            None => true,
        }
    }

    /// Whether a moment (unix seconds) is within the rule's time.
    #[must_use]
    pub fn is_while(&self, at: i64) -> bool {
        self.from.is_none_or(|from| at >= from) && self.until.is_none_or(|until| at < until)
    }

    /// Those of these moments, in order, beside which so many lie within ten minutes as the rule
    /// wants: for each, whether it is one.
    #[must_use]
    pub fn are_dense(&self, times: &[i64]) -> Vec<bool> {
        let Some(rate) = self.rate else {
            return vec![true; times.len()];
        };
        let mut dense = vec![false; times.len()];
        let mut begin = 0;
        for end in 0..times.len() {
            while times[end] - times[begin] >= RATE_WITHIN {
                begin += 1;
            }
            if end - begin + 1 >= rate as usize {
                dense[begin..=end].fill(true);
            }
        }
        dense
    }
}

struct Reader<'a> {
    flaws: &'a mut Vec<Flaw>,
}

impl Reader<'_> {
    /// A field that may be left empty.
    fn field<T>(&mut self, typed: &str, flaw: Flaw, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let typed = typed.trim();
        if typed.is_empty() {
            return None;
        }
        let value = read(typed);
        if value.is_none() {
            self.flaws.push(flaw);
        }
        value
    }
}

/// A domain as mailboxes have it; an `@` before it is understood.
fn domain(typed: &str) -> Option<String> {
    let typed = typed.strip_prefix('@').unwrap_or(typed);
    let mailbox = Mailbox::parse(&format!("x@{typed}")).ok()?;
    Some(mailbox.domain().to_owned())
}

/// A moment of UTC, to the minute, as `<input type=datetime-local>` sends it (HTML, "valid local
/// date and time string").
fn moment(typed: &str) -> Option<i64> {
    let form = format_description!("[year]-[month]-[day]T[hour]:[minute]");
    let typed = typed.replace(' ', "T");
    let moment = PrimitiveDateTime::parse(typed.get(..16)?, &form).ok()?;
    Some(moment.assume_utc().unix_timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(set: impl Fn(&mut RawCriteria)) -> Result<Criteria, Vec<Flaw>> {
        let mut typed = RawCriteria::default();
        set(&mut typed);
        Criteria::parse(&typed)
    }

    #[test]
    fn what_is_typed_is_read_or_named() {
        let read = parse(|typed| {
            typed.domain = " @Mail.Example ".into();
            typed.country = "SE".into();
            typed.from = "2026-11-22T21:00".into();
            typed.until = "2026-11-22 21:30".into();
            typed.rate = "20".into();
        });
        let read = read.unwrap();
        assert_eq!(read.domain.as_deref(), Some("mail.example"));
        assert_eq!(read.until.unwrap() - read.from.unwrap(), 1800);
        assert_eq!(parse(|_| ()), Err(vec![Flaw::Nothing]));
        let wrong = parse(|typed| {
            typed.domain = "x y".into();
            typed.name = "**".into();
            typed.country = "XX".into();
            typed.level = "sure".into();
            typed.from = "yesterday".into();
            typed.until = "2026-13-01T00:00".into();
            typed.rate = "1".into();
        });
        assert_eq!(wrong, Err(Flaw::ALL[2..].to_vec()));
        let backwards = parse(|typed| {
            typed.from = "2026-11-22T21:00".into();
            typed.until = "2026-11-22T21:00".into();
        });
        assert_eq!(backwards, Err(vec![Flaw::Until]));
    }

    #[test]
    fn a_domain_holds_those_below_it() {
        let rule = parse(|typed| typed.domain = "mail.example".into()).unwrap();
        let at = |typed| rule.is_at(&Mailbox::parse(typed).unwrap());
        assert!(at("a@mail.example") && at("a@x.mail.example"));
        assert!(!at("a@xmail.example") && !at("a@example.org"));
    }

    #[test]
    fn a_rate_marks_every_one_of_a_dense_stretch() {
        let rule = parse(|typed| typed.rate = "3".into()).unwrap();
        assert_eq!(
            rule.are_dense(&[0, 700, 800, 1299, 1300, 5000]),
            [false, true, true, true, true, false]
        );
        assert_eq!(
            rule.are_dense(&[0, 300, 600]),
            [false; 3],
            "ten minutes apart"
        );
        let any = parse(|typed| typed.country = "SE".into()).unwrap();
        assert_eq!(any.are_dense(&[0, 9000]), [true, true]);
    }
}
