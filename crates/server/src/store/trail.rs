//! The trail: what organizers did, in the transaction that did it.

use super::sql::{execute, rows};
use super::{Result, Tx};

/// Something that was done.
#[derive(Clone, sqlx::FromRow)]
pub struct TrailRow {
    /// Grows with time.
    pub id: i64,
    /// When, unix seconds.
    pub at: i64,
    /// With which letter; none where it concerns the organizer's own access.
    pub letter: Option<i64>,
    /// By whom; none for the operator.
    pub organizer: Option<i64>,
    /// Their name at the time.
    pub who: String,
    /// What was done, one of a few words.
    pub act: String,
    /// To what or whom; never a signatory or an address.
    pub what: String,
}

/// Adds what was done.
pub async fn note(tx: &mut Tx, done: &TrailRow) -> Result<()> {
    execute!(
        tx,
        "insert into trail (id, at, letter, organizer, who, act, what)
         values ($1, $2, $3, $4, $5, $6, $7)",
        done.id,
        done.at,
        done.letter,
        done.organizer,
        &done.who,
        &done.act,
        &done.what,
    )?;
    Ok(())
}

/// What was done with a letter, and how its organizers got in: newest first, before the row
/// `before`, at most `limit`.
pub async fn of_letter(tx: &mut Tx, letter: i64, before: i64, limit: i64) -> Result<Vec<TrailRow>> {
    rows!(
        tx,
        TrailRow,
        "select id, at, letter, organizer, who, act, what from trail
         where id < $2 and (letter = $1 or (letter is null and organizer in
         (select organizer from roles where letter = $1)))
         order by id desc limit $3",
        letter,
        before,
        limit
    )
}
