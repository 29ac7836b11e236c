//! Versions of a letter's texts: those that are signed, and the one that waits for its entry.

use super::letters::{self, TextRow};
use super::sql::{execute, row, rows};
use super::{Result, Tx};

/// The newest version of a letter's texts; 0 where there is none.
pub async fn newest(tx: &mut Tx, letter: i64) -> Result<i64> {
    let found = row!(
        tx,
        (i64,),
        "select coalesce(max(version), 0) from texts where letter = $1",
        letter
    )?;
    Ok(found.map_or(0, |(version,)| version))
}

/// Since when there is each version that came after the launch, unix seconds.
pub async fn released_at(tx: &mut Tx, letter: i64) -> Result<Vec<(i64, i64)>> {
    rows!(
        tx,
        (i64, i64),
        "select version, min(released_at) from texts
         where letter = $1 and released_at is not null group by version order by version",
        letter
    )
}

/// Takes a version that nobody signed out of a draft.
pub async fn forget(tx: &mut Tx, letter: i64, version: i64) -> Result<()> {
    execute!(
        tx,
        "delete from texts where letter = $1 and version = $2",
        letter,
        version
    )?;
    Ok(())
}

/// Adds the texts of a version, by language.
pub async fn insert(
    tx: &mut Tx,
    letter: i64,
    version: i64,
    bodies: &[(String, Vec<u8>)],
) -> Result<()> {
    for (lang, body) in bodies {
        let row = TextRow {
            version,
            lang: lang.clone(),
            body: body.clone(),
        };
        letters::insert_text(tx, letter, &row).await?;
    }
    Ok(())
}

/// Keeps the texts of a version until its entry is recorded.
pub async fn put_by(
    tx: &mut Tx,
    letter: i64,
    version: i64,
    bodies: &[(String, Vec<u8>)],
) -> Result<()> {
    for (lang, body) in bodies {
        execute!(
            tx,
            "insert into releases (letter, version, lang, body) values ($1, $2, $3, $4)",
            letter,
            version,
            lang,
            body,
        )?;
    }
    Ok(())
}

/// The version whose entry is not recorded yet, if there is one.
pub async fn waiting(tx: &mut Tx, letter: i64) -> Result<Option<i64>> {
    let found = row!(
        tx,
        (i64,),
        "select version from releases where letter = $1",
        letter
    )?;
    Ok(found.map(|(version,)| version))
}

/// Makes the version that waits one of the letter's, in the transaction that records its entry.
pub async fn release(tx: &mut Tx, letter: i64, version: i64, now: i64) -> Result<()> {
    execute!(
        tx,
        "insert into texts (letter, version, lang, body, released_at)
         select letter, version, lang, body, $3 from releases
         where letter = $1 and version = $2",
        letter,
        version,
        now,
    )?;
    execute!(
        tx,
        "delete from releases where letter = $1 and version = $2",
        letter,
        version
    )?;
    Ok(())
}
