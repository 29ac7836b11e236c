//! Private links to a letter before its launch, by the hash of their token.

use super::sql::{execute, row, rows};
use super::{Result, Tx};

/// A private link.
#[derive(Clone, sqlx::FromRow)]
pub struct PreviewRow {
    /// Grows with time.
    pub id: i64,
    /// Which letter.
    pub letter: i64,
    /// SHA-256 of its token.
    pub hash: Vec<u8>,
    /// Whom it was made for.
    pub name: String,
    /// When.
    pub made_at: i64,
    /// When it was used last.
    pub used_at: Option<i64>,
}

/// Adds a link.
pub async fn insert(tx: &mut Tx, new: &PreviewRow) -> Result<()> {
    execute!(
        tx,
        "insert into previews (id, letter, hash, name, made_at) values ($1, $2, $3, $4, $5)",
        new.id,
        new.letter,
        &new.hash,
        &new.name,
        new.made_at,
    )?;
    Ok(())
}

/// The link with this hash.
pub async fn by_hash(tx: &mut Tx, hash: &[u8]) -> Result<Option<PreviewRow>> {
    row!(
        tx,
        PreviewRow,
        "select id, letter, hash, name, made_at, used_at from previews where hash = $1",
        hash
    )
}

/// A letter's links, newest first.
pub async fn of_letter(tx: &mut Tx, letter: i64) -> Result<Vec<PreviewRow>> {
    rows!(
        tx,
        PreviewRow,
        "select id, letter, hash, name, made_at, used_at from previews
         where letter = $1 order by id desc",
        letter
    )
}

/// Notes that a link was used.
pub async fn used(tx: &mut Tx, id: i64, now: i64) -> Result<()> {
    execute!(
        tx,
        "update previews set used_at = $2 where id = $1",
        id,
        now
    )?;
    Ok(())
}

/// Deletes a letter's link; gives whom it was for.
pub async fn remove(tx: &mut Tx, letter: i64, id: i64) -> Result<Option<String>> {
    let removed = row!(
        tx,
        (String,),
        "delete from previews where letter = $1 and id = $2 returning name",
        letter,
        id
    )?;
    Ok(removed.map(|(name,)| name))
}
