//! Openings: the salted public fields behind commitments.

use super::signatures::Placed;
use super::sql::{execute, execute_values, row, rows, values};
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

/// An opening whose entry waits.
pub struct NewOpening<'a> {
    /// Grows with time.
    pub id: i64,
    /// Of which letter.
    pub letter: i64,
    /// Of which signature.
    pub signature: i64,
    /// 32 random bytes.
    pub salt: &'a [u8],
    /// The exact bytes (JSON).
    pub opening: &'a [u8],
}

/// Adds openings whose entries wait.
pub async fn insert_all(tx: &mut Tx, new: &[NewOpening<'_>]) -> Result<()> {
    execute_values!(
        tx,
        "insert into openings (id, letter, signature, salt, opening) ",
        new,
        |new| (new.id, new.letter, new.signature, new.salt, new.opening),
        ""
    )?;
    Ok(())
}

/// Ties the openings that signatures were enrolled with, which have the signatures' ids, to their
/// `sign` entries. Corrections may be waiting already, and ids made while a clock went back don't
/// tell which came first.
pub async fn place_new(tx: &mut Tx, placed: &[Placed]) -> Result<()> {
    execute_values!(
        tx,
        "update openings set idx = column2 from (",
        placed,
        |new| (new.id, new.idx),
        ") as placed where id = column1 and signature = column1"
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

/// Countries and openings of the founding signatures that wait for a letter's launch, of one kind, in
/// the order of a language.
pub async fn before_launch(
    tx: &mut Tx,
    letter: i64,
    (lang, kind): (&str, &str),
    limit: i64,
) -> Result<Vec<(String, Vec<u8>)>> {
    rows!(
        tx,
        (String, Vec<u8>),
        "select s.country, o.opening from listing l
         join signatures s on s.id = l.signature
         join openings o on o.signature = s.id
         where l.letter = $1 and l.lang = $2 and l.founding and l.kind = $3 and s.state = 'queued'
         order by l.key, l.signature limit $4",
        letter,
        lang,
        kind,
        limit
    )
}
