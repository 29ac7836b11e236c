//! The minute of a launch: a local time in a zone, as a person writes it.
//!
//! Where a clock change skips a time it is none, and where one repeats it there are two.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};

/// Which of two times that a clock change repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Before the change.
    First,
    /// After it.
    Second,
}

impl std::str::FromStr for Which {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "first" => Ok(Self::First),
            "second" => Ok(Self::Second),
            _ => Err(()),
        }
    }
}

/// Why a time can't be a launch's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// The zone is none.
    Zone,
    /// Date or time are none.
    Time,
    /// A clock change skips it; the next time that there is, as `YYYY-MM-DD` and `HH:MM`.
    Skipped(String, String),
    /// A clock change repeats it: how far each is from UTC.
    Twice(String, String),
    /// It is over.
    Past,
}

/// The second that a date (`YYYY-MM-DD`) and a time (`HH:MM`) in a zone mean, by IANA's name.
pub fn resolve(
    date: &str,
    time: &str,
    zone: &str,
    which: Option<Which>,
    now: i64,
) -> Result<i64, Unfit> {
    let zone = TimeZone::get(zone.trim()).map_err(|_| Unfit::Zone)?;
    if zone.iana_name().is_none() {
        return Err(Unfit::Zone);
    }
    let (date, time) = (date.trim(), time.trim());
    if date.len() != 10 || !matches!(time.len(), 5 | 8) {
        return Err(Unfit::Time);
    }
    let local: DateTime = format!("{date}T{time}").parse().map_err(|_| Unfit::Time)?;
    let ambiguous = zone.to_ambiguous_timestamp(local);
    let at = |offset: Offset| offset.to_timestamp(local).map_err(|_| Unfit::Time);
    let moment = match (ambiguous.offset(), which) {
        (AmbiguousOffset::Unambiguous { offset }, _) => at(offset)?,
        (AmbiguousOffset::Gap { before, .. }, _) => return Err(skipped(&zone, at(before)?)),
        (AmbiguousOffset::Fold { before, .. }, Some(Which::First)) => at(before)?,
        (AmbiguousOffset::Fold { after, .. }, Some(Which::Second)) => at(after)?,
        (AmbiguousOffset::Fold { before, after }, None) => {
            return Err(Unfit::Twice(far(before), far(after)));
        }
    };
    match moment.as_second() {
        second if second <= now => Err(Unfit::Past),
        second => Ok(second),
    }
}

/// The first time after the gap that this moment lies behind.
fn skipped(zone: &TimeZone, behind: Timestamp) -> Unfit {
    // What precedes is strictly before, and this moment may be the change itself.
    let after = behind + jiff::SignedDuration::from_secs(1);
    let change = zone.preceding(after).next();
    let moment = change.map_or(behind, |change| change.timestamp());
    let (date, time) = local(zone, moment);
    Unfit::Skipped(date, time)
}

fn local(zone: &TimeZone, moment: Timestamp) -> (String, String) {
    let local = zone.to_datetime(moment);
    let date = local.date().to_string();
    (date, format!("{:02}:{:02}", local.hour(), local.minute()))
}

/// How far from UTC, like `UTC+02:00`.
fn far(offset: Offset) -> String {
    let seconds = offset.seconds();
    let (sign, minutes) = (if seconds < 0 { '-' } else { '+' }, seconds.abs() / 60);
    format!("UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

/// A second as date and time in a zone, and how far that is from UTC.
#[must_use]
pub fn shown(at: i64, zone: &str) -> Option<(String, String, String)> {
    let zone = TimeZone::get(zone).ok()?;
    let moment = Timestamp::from_second(at).ok()?;
    let (date, time) = local(&zone, moment);
    Some((date, time, far(zone.to_offset(moment))))
}

/// The names of all zones, sorted.
#[must_use]
pub fn zones() -> Vec<String> {
    let names = jiff::tz::db().available();
    let mut names: Vec<String> = names.map(|name| name.to_string()).collect();
    names.retain(|name| name.contains('/') || name == "UTC");
    names.sort();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn berlin(date: &str, time: &str, which: Option<Which>) -> Result<i64, Unfit> {
        resolve(date, time, "Europe/Berlin", which, 0)
    }

    #[test]
    fn a_plain_time_is_one_second() {
        assert_eq!(berlin("2027-01-11", "09:00", None), Ok(1_799_654_400));
        assert_eq!(berlin("2027-07-11", "09:00", None), Ok(1_815_289_200));
        assert!(zones().contains(&"Europe/Berlin".to_owned()));
        let back = shown(1_815_289_200, "Europe/Berlin");
        let wanted = ["2027-07-11", "09:00", "UTC+02:00"].map(str::to_owned);
        assert_eq!(
            back.map(|(date, time, far)| [date, time, far]),
            Some(wanted)
        );
    }

    #[test]
    fn a_skipped_time_leads_to_the_next() {
        // On 28 March 2027 the clocks in Berlin go from 02:00 to 03:00.
        let next = Unfit::Skipped("2027-03-28".to_owned(), "03:00".to_owned());
        assert_eq!(berlin("2027-03-28", "02:30", None), Err(next.clone()));
        assert_eq!(berlin("2027-03-28", "02:00", Some(Which::First)), Err(next));
        assert!(berlin("2027-03-28", "03:00", None).is_ok());
        // Samoa skipped 30 December 2011 whole.
        let samoa = resolve("2011-12-30", "12:00", "Pacific/Apia", None, 0);
        let next = Unfit::Skipped("2011-12-31".to_owned(), "00:00".to_owned());
        assert_eq!(samoa, Err(next));
    }

    #[test]
    fn a_repeated_time_has_to_be_told_apart() {
        // On 31 October 2027 they go from 03:00 back to 02:00.
        let twice = Unfit::Twice("UTC+02:00".to_owned(), "UTC+01:00".to_owned());
        assert_eq!(berlin("2027-10-31", "02:30", None), Err(twice));
        let first = berlin("2027-10-31", "02:30", Some(Which::First)).unwrap();
        let second = berlin("2027-10-31", "02:30", Some(Which::Second)).unwrap();
        assert_eq!(second - first, 3600);
    }

    #[test]
    fn what_is_no_time_is_refused() {
        assert_eq!(berlin("2027-02-30", "09:00", None), Err(Unfit::Time));
        assert_eq!(berlin("tomorrow", "09:00", None), Err(Unfit::Time));
        assert_eq!(
            resolve("2027-01-11", "09:00", "Mars/Olympus", None, 0),
            Err(Unfit::Zone)
        );
        let late = resolve("2027-01-11", "09:00", "UTC", None, 1_900_000_000);
        assert_eq!(late, Err(Unfit::Past));
    }
}
