//! What was sent and waits for its mailbox or for a moderator.

use std::collections::HashMap;

use super::sql::{execute, execute_values, row, rows, rows_values, values};
use super::{Result, Tx};

/// A waiting submission.
#[derive(Clone, sqlx::FromRow)]
pub struct SubmissionRow {
    /// Grows with time.
    pub id: i64,
    /// Which letter.
    pub letter: i64,
    /// `new` or `held`.
    pub state: String,
    /// The signature that it corrects, if it does.
    pub corrects: Option<i64>,
    /// Tag of mailbox, kind and name.
    pub person: Vec<u8>,
    /// Tag of the mailbox.
    pub mailbox: Vec<u8>,
    /// Name of the key that `fields` is under.
    pub key_name: String,
    /// `acts::signing::Fields` as JSON, encrypted.
    pub fields: Vec<u8>,
    /// The sealed contact.
    pub contact: Vec<u8>,
    /// When the row must be gone.
    pub expires_at: i64,
}

/// Adds a submission.
pub async fn insert(tx: &mut Tx, new: &SubmissionRow) -> Result<()> {
    insert_all(tx, &[new]).await
}

/// Adds submissions.
pub async fn insert_all(tx: &mut Tx, new: &[&SubmissionRow]) -> Result<()> {
    execute_values!(
        tx,
        "insert into submissions
         (id, letter, state, corrects, person, mailbox, key_name, fields, contact, expires_at) ",
        new,
        |new| (
            new.id,
            new.letter,
            &new.state,
            new.corrects,
            &new.person,
            &new.mailbox,
            &new.key_name,
            &new.fields,
            &new.contact,
            new.expires_at,
        ),
        ""
    )?;
    Ok(())
}

/// The submission `id`, unless its time is over.
pub async fn get(tx: &mut Tx, id: i64, now: i64) -> Result<Option<SubmissionRow>> {
    row!(
        tx,
        SubmissionRow,
        "select id, letter, state, corrects, person, mailbox, key_name, fields, contact, expires_at
         from submissions where id = $1 and expires_at > $2",
        id,
        now
    )
}

/// Those of the submissions `ids` that are there, by id, whatever their time.
pub async fn get_all(tx: &mut Tx, ids: &[i64]) -> Result<HashMap<i64, SubmissionRow>> {
    let found = rows_values!(
        tx,
        SubmissionRow,
        "select id, letter, state, corrects, person, mailbox, key_name, fields, contact, expires_at
         from submissions where id in (select column1 from (",
        ids,
        |id| (*id),
        ") as wanted)"
    )?;
    Ok(found.into_iter().map(|row| (row.id, row)).collect())
}

/// Keeps submissions as they are until the transaction ends, so far as they are there. On PostgreSQL two who
/// decide about some of the same would else each go by what the other takes out; in one order, neither waits
/// for who waits for them.
pub async fn keep_still(tx: &mut Tx, ids: &[i64]) -> Result<()> {
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    for id in ids {
        execute!(tx, "update submissions set state = state where id = $1", id)?;
    }
    Ok(())
}

/// Takes a submission out. False where somebody else already did.
pub async fn take(tx: &mut Tx, id: i64) -> Result<bool> {
    Ok(execute!(tx, "delete from submissions where id = $1", id)? == 1)
}

/// Takes submissions out. Gives those that nobody had taken out before.
pub async fn take_all(tx: &mut Tx, ids: &[i64]) -> Result<Vec<i64>> {
    let taken = rows_values!(
        tx,
        (i64,),
        "delete from submissions where id in (select column1 from (",
        ids,
        |id| (*id),
        ") as wanted) returning id"
    )?;
    Ok(taken.into_iter().map(|(id,)| id).collect())
}

/// Hands a confirmed submission to the moderators, its fields under a key of theirs. False where
/// it is not waiting for its mailbox any more.
pub async fn hold(
    tx: &mut Tx,
    id: i64,
    key_name: &str,
    fields: &[u8],
    expires_at: i64,
) -> Result<bool> {
    let held = execute!(
        tx,
        "update submissions set state = 'held', key_name = $1, fields = $2, expires_at = $3
         where id = $4 and state = 'new'",
        key_name,
        fields,
        expires_at,
        id,
    )?;
    Ok(held == 1)
}

/// Writes what a held submission says anew, under a key of the moderators'. False where it is not
/// held any more.
pub async fn rewrite(tx: &mut Tx, id: i64, key_name: &str, fields: &[u8]) -> Result<bool> {
    let written = execute!(
        tx,
        "update submissions set key_name = $1, fields = $2 where id = $3 and state = 'held'",
        key_name,
        fields,
        id,
    )?;
    Ok(written == 1)
}

/// What a letter's moderators have to decide, oldest first: at most `limit` after the row `after`.
pub async fn held(
    tx: &mut Tx,
    letter: i64,
    now: i64,
    (after, limit): (i64, i64),
) -> Result<Vec<SubmissionRow>> {
    rows!(
        tx,
        SubmissionRow,
        "select id, letter, state, corrects, person, mailbox, key_name, fields, contact, expires_at
         from submissions where letter = $1 and state = 'held' and expires_at > $2 and id > $3
         order by id limit $4",
        letter,
        now,
        after,
        limit
    )
}

/// The fields of what a letter's moderators have to decide about new signatures, newest first: id,
/// name of the key, encrypted fields.
pub async fn held_fields(
    tx: &mut Tx,
    letter: i64,
    now: i64,
    limit: i64,
) -> Result<Vec<(i64, String, Vec<u8>)>> {
    rows!(
        tx,
        (i64, String, Vec<u8>),
        "select id, key_name, fields from submissions
         where letter = $1 and state = 'held' and expires_at > $2 and corrects is null
         order by id desc limit $3",
        letter,
        now,
        limit
    )
}

/// How many of them there are.
pub async fn count_held(tx: &mut Tx, letter: i64, now: i64) -> Result<i64> {
    let found = row!(
        tx,
        (i64,),
        "select count(*) from submissions where letter = $1 and state = 'held' and expires_at > $2",
        letter,
        now
    )?;
    Ok(found.map_or(0, |(count,)| count))
}

/// Deletes what is past its time, with the links that led to it. Gives how many.
pub async fn purge(tx: &mut Tx, now: i64) -> Result<u64> {
    execute!(
        tx,
        "delete from links where submission in (select id from submissions where expires_at <= $1)",
        now
    )?;
    execute!(tx, "delete from submissions where expires_at <= $1", now)
}

/// The submission `id`, whatever its time.
pub async fn any(tx: &mut Tx, id: i64) -> Result<Option<SubmissionRow>> {
    get(tx, id, i64::MIN).await
}

/// The sealed contacts of a letter's submissions that would be new signatures, by id.
pub async fn contacts(tx: &mut Tx, letter: i64) -> Result<Vec<(i64, Vec<u8>)>> {
    rows!(
        tx,
        (i64, Vec<u8>),
        "select id, contact from submissions where letter = $1 and corrects is null",
        letter
    )
}

/// Whether something waits that would correct a signature.
pub async fn is_corrected(tx: &mut Tx, signature: i64, now: i64) -> Result<bool> {
    let found = row!(
        tx,
        (i64,),
        "select id from submissions where corrects = $1 and expires_at > $2 limit 1",
        signature,
        now
    )?;
    Ok(found.is_some())
}

/// Deletes what would correct a signature.
pub async fn drop_corrections(tx: &mut Tx, signature: i64) -> Result<()> {
    execute!(tx, "delete from submissions where corrects = $1", signature)?;
    Ok(())
}
