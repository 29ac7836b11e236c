//! What happened on each day, counted; never who.

use std::collections::BTreeMap;

use super::sql::{execute_values, rows, values};
use super::{Result, Tx};

/// Seconds of a day.
pub const DAY: i64 = 86_400;

/// How many rows one count is spread over.
const SHARDS: i64 = 8;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counted {
    /// Forms that held.
    Sent,
    /// Mailboxes that confirmed what they sent.
    Confirmed,
    /// Signatures that entered the record.
    Signed,
    /// Signatures that were withdrawn or removed.
    Left,
    /// Mails that the mail server took.
    Mailed,
    /// Mails that it refused for good.
    Refused,
}

impl Counted {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Sent,
        Self::Confirmed,
        Self::Signed,
        Self::Left,
        Self::Mailed,
        Self::Refused,
    ];

    const fn as_str(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Confirmed => "confirmed",
            Self::Signed => "signed",
            Self::Left => "left",
            Self::Mailed => "mailed",
            Self::Refused => "refused",
        }
    }
}

/// Counts of a group of acts, to be added at once.
#[derive(Debug, Default)]
pub struct Tally {
    counts: BTreeMap<(i64, i64, Counted), i64>,
}

impl Tally {
    /// Counts one more for a letter, at `at` (unix seconds).
    pub fn count(&mut self, letter: i64, at: i64, what: Counted) {
        *self
            .counts
            .entry((letter, at.div_euclid(DAY), what))
            .or_default() += 1;
    }

    /// Adds what was counted. `by` is whatever tells one writer from the next. Rows are touched in one
    /// order, so that two writers never wait for each other.
    pub async fn add(&self, tx: &mut Tx, by: i64) -> Result<()> {
        let shard = by.rem_euclid(SHARDS);
        let counts: Vec<_> = self.counts.iter().collect();
        execute_values!(
            tx,
            "insert into tallies (letter, day, what, shard, number) ",
            counts,
            |((letter, day, what), number)| (*letter, *day, what.as_str(), shard, **number),
            " on conflict (letter, day, what, shard)
              do update set number = tallies.number + excluded.number"
        )?;
        Ok(())
    }
}

/// A letter's counts by day, oldest first; days without any are not there.
pub async fn by_day(tx: &mut Tx, letter: i64) -> Result<BTreeMap<i64, Day>> {
    let found = rows!(
        tx,
        (i64, String, i64),
        "select day, what, cast(sum(number) as bigint) from tallies
         where letter = $1 group by day, what order by day, what",
        letter
    )?;
    let mut days: BTreeMap<i64, Day> = BTreeMap::new();
    for (day, what, number) in found {
        let known = Counted::ALL.into_iter().find(|one| one.as_str() == what);
        if let Some(what) = known {
            days.entry(day).or_default().0[what as usize] = number.unsigned_abs();
        }
    }
    Ok(days)
}

/// One day's counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Day([u64; Counted::ALL.len()]);

impl Day {
    /// How many of them.
    #[must_use]
    pub const fn of(&self, what: Counted) -> u64 {
        self.0[what as usize]
    }
}

impl std::ops::AddAssign for Day {
    fn add_assign(&mut self, more: Self) {
        for (sum, more) in self.0.iter_mut().zip(more.0) {
            *sum += more;
        }
    }
}
