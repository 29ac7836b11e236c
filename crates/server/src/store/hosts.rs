//! Letters' own host names.

use super::sql::{execute, row};
use super::{Result, Tx};

/// A letter's own host name.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct HostRow {
    /// In ASCII and lower case.
    pub host: String,
    /// Whether a certificate may be made before the launch.
    pub early: bool,
}

/// Gives a letter a host name in the place of any before. False where it is another letter's: then
/// the letter keeps the one that it has.
pub async fn put(tx: &mut Tx, letter: i64, new: &HostRow) -> Result<bool> {
    if insert(tx, letter, new).await? {
        return Ok(true);
    }
    // Either the name is taken, or the letter has one already.
    let old = take(tx, letter).await?;
    if insert(tx, letter, new).await? {
        return Ok(true);
    }
    if let Some(old) = old {
        insert(tx, letter, &old).await?;
    }
    Ok(false)
}

async fn insert(tx: &mut Tx, letter: i64, new: &HostRow) -> Result<bool> {
    let added = execute!(
        tx,
        "insert into hosts (letter, host, early) values ($1, $2, $3) on conflict do nothing",
        letter,
        &new.host,
        new.early,
    )?;
    Ok(added == 1)
}

/// Takes a letter's host name away; gives it.
pub async fn take(tx: &mut Tx, letter: i64) -> Result<Option<HostRow>> {
    row!(
        tx,
        HostRow,
        "delete from hosts where letter = $1 returning host, early",
        letter
    )
}

/// A letter's host name.
pub async fn of(tx: &mut Tx, letter: i64) -> Result<Option<HostRow>> {
    row!(
        tx,
        HostRow,
        "select host, early from hosts where letter = $1",
        letter
    )
}

/// Whether `host` is a letter's that has launched, or that let its certificate be made before.
pub async fn is_to_be_known(tx: &mut Tx, host: &str) -> Result<bool> {
    let found = row!(
        tx,
        (i64,),
        "select l.id from hosts h join letters l on l.id = h.letter
         where h.host = $1 and (h.early or l.state <> 'draft')",
        host
    )?;
    Ok(found.is_some())
}
