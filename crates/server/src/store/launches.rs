//! Launches to come.

use super::sql::{execute, row, rows};
use super::{Result, Tx};

/// A launch to come, or one that did not happen.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct LaunchRow {
    /// Which letter.
    pub letter: i64,
    /// When, unix seconds.
    pub at: i64,
    /// IANA name of the zone that it was chosen in.
    pub zone: String,
    /// Who chose it.
    pub organizer: i64,
    /// Their name.
    pub who: String,
    /// What was missing at the minute, words apart by spaces; empty while it waits.
    pub missing: String,
}

/// Sets a letter's launch, in the place of any before.
pub async fn set(tx: &mut Tx, new: &LaunchRow) -> Result<()> {
    execute!(
        tx,
        "insert into launches (letter, at, zone, organizer, who, missing)
         values ($1, $2, $3, $4, $5, '')
         on conflict (letter) do update set at = $2, zone = $3, organizer = $4, who = $5, missing = ''",
        new.letter,
        new.at,
        &new.zone,
        new.organizer,
        &new.who,
    )?;
    Ok(())
}

/// A letter's launch.
pub async fn of(tx: &mut Tx, letter: i64) -> Result<Option<LaunchRow>> {
    row!(
        tx,
        LaunchRow,
        "select letter, at, zone, organizer, who, missing from launches where letter = $1",
        letter
    )
}

/// Launches whose minute has come.
pub async fn due(tx: &mut Tx, now: i64) -> Result<Vec<LaunchRow>> {
    rows!(
        tx,
        LaunchRow,
        "select letter, at, zone, organizer, who, missing from launches
         where missing = '' and at <= $1 order by at",
        now
    )
}

/// Takes a launch that waits for this second: of two nodes one gets it, and one that was moved or
/// called off meanwhile nobody.
pub async fn take(tx: &mut Tx, letter: i64, at: i64) -> Result<bool> {
    let taken = execute!(
        tx,
        "delete from launches where letter = $1 and at = $2 and missing = ''",
        letter,
        at
    )?;
    Ok(taken == 1)
}

/// Notes why a launch did not happen.
pub async fn fail(tx: &mut Tx, letter: i64, at: i64, missing: &str) -> Result<()> {
    execute!(
        tx,
        "update launches set missing = $3 where letter = $1 and at = $2 and missing = ''",
        letter,
        at,
        missing
    )?;
    Ok(())
}

/// Forgets a letter's launch: it was called off, or done.
pub async fn remove(tx: &mut Tx, letter: i64) -> Result<()> {
    execute!(tx, "delete from launches where letter = $1", letter)?;
    Ok(())
}
