//! The trail: what organizers did, in the transaction that did it.

use super::sql::{execute, row, rows};
use super::{Result, Tx};
use crate::model::trail::What;

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
    /// To what or whom, of lines from before that was kept in parts; empty for others.
    pub what: String,
    /// [`What`] as JSON.
    pub parts: Option<String>,
}

impl TrailRow {
    /// To what or whom it was done.
    #[must_use]
    pub fn about(&self) -> What {
        let parts = self.parts.as_deref();
        parts
            .and_then(|parts| serde_json::from_str(parts).ok())
            .unwrap_or_else(|| What::from(&self.what))
    }
}

macro_rules! line {
    ($rest:literal) => {
        concat!(
            "select id, at, letter, organizer, who, act, what, parts from trail ",
            $rest
        )
    };
}

/// Adds what was done.
pub async fn note(tx: &mut Tx, done: &TrailRow) -> Result<()> {
    execute!(
        tx,
        "insert into trail (id, at, letter, organizer, who, act, what, parts)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        done.id,
        done.at,
        done.letter,
        done.organizer,
        &done.who,
        &done.act,
        &done.what,
        &done.parts,
    )?;
    Ok(())
}

/// The newest line of a letter with this act whose parts begin as `about` does.
pub async fn about(tx: &mut Tx, letter: i64, act: &str, about: &What) -> Result<Option<What>> {
    // A list of pairs: without its end it is the beginning of those that say more.
    let parts = serde_json::to_string(about).unwrap_or_default();
    let beginning = format!("{}%", parts.trim_end_matches(']'));
    let found = row!(
        tx,
        TrailRow,
        line!("where letter = $1 and act = $2 and parts like $3 order by id desc limit 1"),
        letter,
        act,
        &beginning
    )?;
    Ok(found.map(|line| line.about()))
}

/// Lets a line without a letter belong to those in which the organizer has a role now. It stays
/// theirs whatever becomes of the role, and nobody else's.
pub async fn concern_letters_of(tx: &mut Tx, organizer: i64, line: i64) -> Result<()> {
    execute!(
        tx,
        "insert into trail_letters (letter, line) select letter, $2 from roles where organizer = $1",
        organizer,
        line
    )?;
    Ok(())
}

/// What was done with a letter, and how those who were its organizers then got in: newest first,
/// before the row `before`, at most `limit`.
pub async fn of_letter(tx: &mut Tx, letter: i64, before: i64, limit: i64) -> Result<Vec<TrailRow>> {
    rows!(
        tx,
        TrailRow,
        line!(
            "where id in (
                 select id from trail where letter = $1 and id < $2
                 union all select line from trail_letters where letter = $1 and line < $2
                 order by 1 desc limit $3)
             order by id desc"
        ),
        letter,
        before,
        limit
    )
}

/// Everything that was done on this server, letters that are deleted included: newest first, before
/// the row `before`, at most `limit`.
pub async fn all(tx: &mut Tx, before: i64, limit: i64) -> Result<Vec<TrailRow>> {
    rows!(
        tx,
        TrailRow,
        line!("where id < $1 order by id desc limit $2"),
        before,
        limit
    )
}
