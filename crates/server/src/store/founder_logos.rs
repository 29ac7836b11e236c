//! Logos of invited founders, before the launch of their letter.

use super::sql::{execute, row, rows, rows_values, values};
use super::{Result, Tx};

/// A founder's logo, without its picture.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct FounderLogoRow {
    /// Whose.
    pub founder: i64,
    /// Grows with time; another for each picture.
    pub id: i64,
    /// `waiting`, `approved` or `refused`.
    pub state: String,
    /// In pixels.
    pub width: i64,
    /// In pixels.
    pub height: i64,
}

/// Puts a logo in the place of any before. It waits; `image` is encrypted.
pub async fn put(tx: &mut Tx, logo: &FounderLogoRow, image: &[u8]) -> Result<()> {
    execute!(
        tx,
        "insert into founder_logos (founder, id, state, image, width, height)
         values ($1, $2, 'waiting', $3, $4, $5)
         on conflict (founder) do update
         set id = $2, state = 'waiting', image = $3, width = $4, height = $5",
        logo.founder,
        logo.id,
        image,
        logo.width,
        logo.height,
    )?;
    Ok(())
}

/// The logos of some founders.
pub async fn of(tx: &mut Tx, founders: &[i64]) -> Result<Vec<FounderLogoRow>> {
    rows_values!(
        tx,
        FounderLogoRow,
        "select founder, id, state, width, height from (",
        founders,
        |id| (*id),
        ") as wanted join founder_logos on founder = column1"
    )
}

/// A founder's picture, encrypted, and the id that it belongs to.
pub async fn image(tx: &mut Tx, founder: i64) -> Result<Option<(i64, Vec<u8>)>> {
    row!(
        tx,
        (i64, Vec<u8>),
        "select id, image from founder_logos where founder = $1",
        founder
    )
}

/// Keeps what was decided about the logo `id`. False where that was decided, or it is another by now;
/// `again` decides once more about one that was let through.
pub async fn decide(
    tx: &mut Tx,
    (founder, id): (i64, i64),
    decided: &str,
    again: bool,
) -> Result<bool> {
    let done = execute!(
        tx,
        "update founder_logos set state = $3
         where founder = $1 and id = $2
         and (state = 'waiting' or (state = 'approved' and $4))",
        founder,
        id,
        decided,
        again
    )?;
    Ok(done == 1)
}

/// Deletes a founder's logo.
pub async fn remove(tx: &mut Tx, founder: i64) -> Result<()> {
    execute!(tx, "delete from founder_logos where founder = $1", founder)?;
    Ok(())
}

/// How many wait to be decided on.
pub async fn count_waiting(tx: &mut Tx, letter: i64) -> Result<i64> {
    let found = row!(
        tx,
        (i64,),
        "select count(*) from founder_logos l join founders f on f.id = l.founder
         where f.letter = $1 and l.state = 'waiting'",
        letter
    )?;
    Ok(found.map_or(0, |(count,)| count))
}

/// The logos that outlive a letter's launch, each with the signature that it becomes one of.
pub async fn of_signatories(tx: &mut Tx, letter: i64) -> Result<Vec<(i64, FounderLogoRow)>> {
    #[derive(sqlx::FromRow)]
    struct Row {
        signature: i64,
        #[sqlx(flatten)]
        logo: FounderLogoRow,
    }
    let found = rows!(
        tx,
        Row,
        "select f.signature, l.founder, l.id, l.state, l.width, l.height
         from founder_logos l join founders f on f.id = l.founder
         where f.letter = $1 and f.state = 'accepted' and f.signature is not null
         and l.state in ('waiting', 'approved') order by l.id",
        letter
    )?;
    Ok(found
        .into_iter()
        .map(|row| (row.signature, row.logo))
        .collect())
}

/// Deletes all of a letter.
pub async fn remove_all(tx: &mut Tx, letter: i64) -> Result<()> {
    execute!(
        tx,
        "delete from founder_logos
         where founder in (select id from founders where letter = $1)",
        letter
    )?;
    Ok(())
}
