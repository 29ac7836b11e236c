//! Hours and dates of the record: UTC, Gregorian, years 1970 to 9999.

use std::fmt;
use std::str::FromStr;

use crate::encoding;

const HOUR: u64 = 3600;
const DAY: u64 = 24 * HOUR;
const LAST_DAY: u64 = 2_932_896; // 9999-12-31

/// A moment truncated to the hour, as in `2026-11-22T23:00:00Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hour(u64);

/// A day, as in `2026-11-22`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(u64);

/// The text is not an hour or a date in the one legal form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a UTC hour like 2026-11-22T23:00:00Z, or a date like 2026-11-22")]
pub struct CalendarError;

impl Hour {
    /// The hour that holds the given seconds since 1970-01-01T00:00:00Z. Times after the year 9999 become its last hour.
    #[must_use]
    pub fn from_unix(seconds: u64) -> Self {
        Self((seconds / HOUR).min((LAST_DAY + 1) * 24 - 1))
    }

    /// Seconds since 1970-01-01T00:00:00Z, at the start of the hour.
    #[must_use]
    pub fn unix(self) -> u64 {
        self.0 * HOUR
    }

    /// The day that holds the hour.
    #[must_use]
    pub fn date(self) -> Date {
        Date(self.0 / 24)
    }
}

impl Date {
    /// The day that holds the given seconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn from_unix(seconds: u64) -> Self {
        Self((seconds / DAY).min(LAST_DAY))
    }

    /// Seconds since 1970-01-01T00:00:00Z, at the start of the day.
    #[must_use]
    pub fn unix(self) -> u64 {
        self.0 * DAY
    }

    // Days to civil date and back after Howard Hinnant, "chrono-compatible low-level date algorithms".
    fn civil(self) -> (u64, u64, u64) {
        let z = self.0 + 719_468;
        let era = z / 146_097;
        let day_of_era = z % 146_097;
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 {
            shifted + 3
        } else {
            shifted - 9
        };
        let year = year_of_era + era * 400 + u64::from(month <= 2);
        (year, month, day)
    }

    fn from_civil(year: u64, month: u64, day: u64) -> Option<Self> {
        if !(1970..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day)
        {
            return None;
        }
        let y = if month <= 2 { year - 1 } else { year };
        let shifted = if month > 2 { month - 3 } else { month + 9 };
        let day_of_year = (153 * shifted + 2) / 5 + day - 1;
        let year_of_era = y % 400;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        let date = Self(y / 400 * 146_097 + day_of_era - 719_468);
        (date.civil() == (year, month, day)).then_some(date)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl fmt::Display for Hour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{:02}:00:00Z", self.date(), self.0 % 24)
    }
}

fn digits(text: &str) -> Option<u64> {
    if !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

impl FromStr for Date {
    type Err = CalendarError;

    fn from_str(text: &str) -> Result<Self, CalendarError> {
        if !text.is_ascii() || text.len() != 10 || &text[4..5] != "-" || &text[7..8] != "-" {
            return Err(CalendarError);
        }
        let (year, month, day) = (digits(&text[..4]), digits(&text[5..7]), digits(&text[8..]));
        match (year, month, day) {
            (Some(year), Some(month), Some(day)) => {
                Self::from_civil(year, month, day).ok_or(CalendarError)
            }
            _ => Err(CalendarError),
        }
    }
}

impl FromStr for Hour {
    type Err = CalendarError;

    fn from_str(text: &str) -> Result<Self, CalendarError> {
        if !text.is_ascii() || text.len() != 20 || &text[10..11] != "T" || &text[13..] != ":00:00Z"
        {
            return Err(CalendarError);
        }
        let date: Date = text[..10].parse()?;
        match digits(&text[11..13]) {
            Some(hour) if hour < 24 => Ok(Self(date.0 * 24 + hour)),
            _ => Err(CalendarError),
        }
    }
}

encoding::text_serde!(Hour);
encoding::text_serde!(Date);
