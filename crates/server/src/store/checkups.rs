//! What `undersigned doctor` found, and its knocks at the public address.

use super::sql::{execute, row};
use super::{Result, Tx};
use crate::model::checkup::{Checkup, Part};

/// Keeps what was found, in the place of what was found before.
pub async fn keep(tx: &mut Tx, found: &Checkup) -> Result<()> {
    execute!(
        tx,
        "insert into checkups (one, at, wrong, warnings, unchecked) values (1, $1, $2, $3, $4)
         on conflict (one) do update set at = $1, wrong = $2, warnings = $3, unchecked = $4",
        found.at,
        Part::write(&found.wrong),
        Part::write(&found.warnings),
        Part::write(&found.unchecked),
    )?;
    Ok(())
}

/// What was found last.
pub async fn last(tx: &mut Tx) -> Result<Option<Checkup>> {
    let found = row!(
        tx,
        (i64, String, String, String),
        "select at, wrong, warnings, unchecked from checkups"
    )?;
    Ok(found.map(|(at, wrong, warnings, unchecked)| Checkup {
        at,
        wrong: Part::read(&wrong),
        warnings: Part::read(&warnings),
        unchecked: Part::read(&unchecked),
    }))
}

/// Announces a knock, and what to answer it with.
pub async fn announce(tx: &mut Tx, hash: &[u8], answer: &str, at: i64) -> Result<()> {
    execute!(
        tx,
        "insert into knocks (hash, answer, at) values ($1, $2, $3) on conflict do nothing",
        hash,
        answer,
        at
    )?;
    Ok(())
}

/// What to answer a knock with that was announced at `since` or later.
pub async fn answer(tx: &mut Tx, hash: &[u8], since: i64) -> Result<Option<String>> {
    let found = row!(
        tx,
        (String,),
        "select answer from knocks where hash = $1 and at >= $2",
        hash,
        since
    )?;
    Ok(found.map(|(answer,)| answer))
}

/// Forgets the knocks from before `at`.
pub async fn forget_before(tx: &mut Tx, at: i64) -> Result<()> {
    execute!(tx, "delete from knocks where at < $1", at)?;
    Ok(())
}

/// Forgets a knock.
pub async fn forget(tx: &mut Tx, hash: &[u8]) -> Result<()> {
    execute!(tx, "delete from knocks where hash = $1", hash)?;
    Ok(())
}
