//! Private links for outside translators, by the hash of their token.

use super::sql::{execute, row, rows};
use super::{Result, Tx};

/// A translator's link.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct TranslatorRow {
    /// Grows with time.
    pub id: i64,
    /// The letter.
    pub letter: i64,
    /// The one language that it opens.
    pub lang: String,
    /// What owners and editors call the person.
    pub name: String,
    /// Until when it works.
    pub expires_at: i64,
    /// When it was last used.
    pub used_at: Option<i64>,
}

/// Adds a link.
pub async fn insert(tx: &mut Tx, new: &TranslatorRow, hash: &[u8], now: i64) -> Result<()> {
    execute!(
        tx,
        "insert into translators (id, letter, lang, hash, name, made_at, expires_at, used_at)
         values ($1, $2, $3, $4, $5, $6, $7, null)",
        new.id,
        new.letter,
        &new.lang,
        hash,
        &new.name,
        now,
        new.expires_at,
    )?;
    Ok(())
}

/// The link with this hash, while it works.
pub async fn by_hash(tx: &mut Tx, hash: &[u8], now: i64) -> Result<Option<TranslatorRow>> {
    row!(
        tx,
        TranslatorRow,
        "select id, letter, lang, name, expires_at, used_at from translators
         where hash = $1 and expires_at > $2",
        hash,
        now
    )
}

/// Notes that a link is used now. False where it does not work any more.
pub async fn used(tx: &mut Tx, id: i64, now: i64) -> Result<bool> {
    let used = execute!(
        tx,
        "update translators set used_at = $2 where id = $1 and expires_at > $2",
        id,
        now
    )?;
    Ok(used == 1)
}

/// A letter's links that work, oldest first.
pub async fn of_letter(tx: &mut Tx, letter: i64, now: i64) -> Result<Vec<TranslatorRow>> {
    rows!(
        tx,
        TranslatorRow,
        "select id, letter, lang, name, expires_at, used_at from translators
         where letter = $1 and expires_at > $2 order by id",
        letter,
        now
    )
}

/// Ends a link; gives whose it was, and its language.
pub async fn end(tx: &mut Tx, letter: i64, id: i64) -> Result<Option<(String, String)>> {
    row!(
        tx,
        (String, String),
        "delete from translators where letter = $1 and id = $2 returning name, lang",
        letter,
        id
    )
}

/// Deletes those past their time.
pub async fn purge(tx: &mut Tx, now: i64) -> Result<u64> {
    execute!(tx, "delete from translators where expires_at <= $1", now)
}
