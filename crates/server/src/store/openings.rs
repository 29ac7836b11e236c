//! Openings: the salted public fields behind commitments.

use super::sql::{execute, row, rows};
use super::{Result, Tx};

/// An opening.
#[derive(Clone, sqlx::FromRow)]
pub struct OpeningRow {
    /// Index of the entry with the commitment; -1 while it waits.
    pub idx: i64,
    /// 32 random bytes.
    pub salt: Vec<u8>,
    /// The exact bytes (JSON).
    pub opening: Vec<u8>,
}

/// Adds an opening whose entry waits.
pub async fn insert(
    tx: &mut Tx,
    id: i64,
    letter: i64,
    signature: i64,
    salt: &[u8],
    opening: &[u8],
) -> Result<()> {
    execute!(
        tx,
        "insert into openings (id, letter, signature, idx, salt, opening)
         values ($1, $2, $3, null, $4, $5)",
        id,
        letter,
        signature,
        salt,
        opening,
    )?;
    Ok(())
}

/// Ties the opening that a signature was enrolled with, which has the signature's id, to its
/// `sign` entry. A correction may be waiting already, and ids made while a clock went back don't
/// tell which came first.
pub async fn place_first(tx: &mut Tx, signature: i64, idx: i64) -> Result<()> {
    execute!(
        tx,
        "update openings set idx = $1 where id = $2 and signature = $2",
        idx,
        signature
    )?;
    Ok(())
}

/// Ties the opening with this salt to the entry `idx`, and deletes those that came before it.
pub async fn place(tx: &mut Tx, signature: i64, salt: &[u8], idx: i64) -> Result<()> {
    execute!(
        tx,
        "delete from openings where signature = $1 and idx is not null",
        signature
    )?;
    execute!(
        tx,
        "update openings set idx = $1 where signature = $2 and salt = $3",
        idx,
        signature,
        salt
    )?;
    Ok(())
}

/// The newest opening of a signature, recorded or waiting.
pub async fn newest(tx: &mut Tx, signature: i64) -> Result<Option<OpeningRow>> {
    row!(
        tx,
        OpeningRow,
        "select coalesce(idx, -1) as idx, salt, opening from openings
         where signature = $1 order by id desc limit 1",
        signature
    )
}

/// The recorded opening of a signature.
pub async fn recorded(tx: &mut Tx, signature: i64) -> Result<Option<OpeningRow>> {
    row!(
        tx,
        OpeningRow,
        "select idx, salt, opening from openings where signature = $1 and idx is not null",
        signature
    )
}

/// The recorded openings of entries `from..until`, by index.
pub async fn range(tx: &mut Tx, letter: i64, from: i64, until: i64) -> Result<Vec<OpeningRow>> {
    rows!(
        tx,
        OpeningRow,
        "select idx, salt, opening from openings
         where letter = $1 and idx >= $2 and idx < $3 order by idx",
        letter,
        from,
        until
    )
}
