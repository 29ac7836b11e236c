//! The outbox: mails to send, encrypted, each leased to one worker at a time.

use super::sql::{execute, execute_values, row, rows, values};
use super::{Result, Tx};

/// A mail to send.
#[derive(Clone, sqlx::FromRow)]
pub struct MailRow {
    /// Grows with time.
    pub id: i64,
    /// About which letter.
    pub letter: i64,
    /// Tag of the mailbox.
    pub mailbox: Vec<u8>,
    /// Tag of the person; none where a lost link was asked for.
    pub person: Option<Vec<u8>>,
    /// The submission to confirm.
    pub submission: Option<i64>,
    /// Name of the key that `payload` is under.
    pub key_name: String,
    /// `acts::mailing::Payload` as JSON, encrypted.
    pub payload: Vec<u8>,
    /// Times it was tried.
    pub attempts: i64,
    /// When to try next.
    pub due_at: i64,
}

/// Adds mails.
pub async fn insert_all(tx: &mut Tx, mails: &[&MailRow]) -> Result<()> {
    execute_values!(
        tx,
        "insert into mail_jobs
         (id, letter, mailbox, person, submission, key_name, payload, attempts, due_at,
          leased_until) ",
        mails,
        |mail| (
            mail.id,
            mail.letter,
            &mail.mailbox,
            mail.person.as_deref(),
            mail.submission,
            &mail.key_name,
            &mail.payload,
            mail.attempts,
            mail.due_at,
            0_i64,
        ),
        ""
    )?;
    Ok(())
}

/// Leases up to `limit` due mails until `until`. A worker that dies lets the lease run out, and
/// another sends the mail: it may come twice, it is never lost.
///
/// Of one mailbox only one mail is leased at a time, on all nodes together: else several workers
/// would each find the cap of mails not reached.
pub async fn lease(tx: &mut Tx, now: i64, until: i64, limit: i64) -> Result<Vec<MailRow>> {
    let sql = if tx.is_shared() { LEASE_SHARED } else { LEASE };
    rows!(tx, MailRow, sql, until, now, limit)
}

macro_rules! lease {
    ($lock:literal) => {
        concat!(
            "update mail_jobs set leased_until = $1 where leased_until <= $2 and id in
             (select id from mail_jobs job where due_at <= $2 and leased_until <= $2
              and not exists
              (select 1 from mail_jobs other
               where other.letter = job.letter and other.mailbox = job.mailbox
               and (other.leased_until > $2 or (other.due_at <= $2 and other.id < job.id)))
              order by due_at limit $3",
            $lock,
            ") returning id, letter, mailbox, person, submission, key_name, payload, attempts,
                         due_at"
        )
    };
}
const LEASE: &str = lease!("");
const LEASE_SHARED: &str = lease!(" for update skip locked");

/// Lets the leases among these mails last until `until`; those that ended stay so.
pub async fn renew(tx: &mut Tx, ids: &[i64], until: i64) -> Result<()> {
    for id in ids {
        execute!(
            tx,
            "update mail_jobs set leased_until = $1 where id = $2 and leased_until > 0",
            until,
            *id
        )?;
    }
    Ok(())
}

/// Ends every lease: for the start of the only process that uses the database.
pub async fn release_all(tx: &mut Tx) -> Result<()> {
    execute!(tx, "update mail_jobs set leased_until = 0")?;
    Ok(())
}

/// Ends mails: they were accepted, refused for good, or are not to be sent.
pub async fn finish(tx: &mut Tx, ids: &[i64]) -> Result<()> {
    execute_values!(
        tx,
        "delete from mail_jobs where id in (select column1 from (",
        ids,
        |id| (*id),
        ") as done)"
    )?;
    Ok(())
}

/// Ends the mails about a submission.
pub async fn drop_submission(tx: &mut Tx, submission: i64) -> Result<()> {
    execute!(
        tx,
        "delete from mail_jobs where submission = $1",
        submission
    )?;
    Ok(())
}

/// Puts a mail back to be tried again at `due_at`.
pub async fn retry(tx: &mut Tx, id: i64, due_at: i64) -> Result<()> {
    execute!(
        tx,
        "update mail_jobs set attempts = attempts + 1, due_at = $1, leased_until = 0 where id = $2",
        due_at,
        id
    )?;
    Ok(())
}

/// How many mails wait, and since when the oldest is due.
pub async fn waiting(tx: &mut Tx) -> Result<(i64, Option<i64>)> {
    Ok(row!(
        tx,
        (i64, Option<i64>),
        "select count(*), min(due_at) from mail_jobs"
    )?
    .unwrap_or((0, None)))
}

/// How many of the mails that wait were made before the id `first`.
pub async fn count_before(tx: &mut Tx, first: i64) -> Result<i64> {
    let found = row!(
        tx,
        (i64,),
        "select count(*) from mail_jobs where id < $1",
        first
    )?;
    Ok(found.map_or(0, |(number,)| number))
}

/// Deletes mails whose key is gone: those made before `made_before` (unix seconds).
pub async fn purge(tx: &mut Tx, made_before: i64) -> Result<u64> {
    execute!(
        tx,
        "delete from mail_jobs where id < $1",
        (made_before * 1000) << 22
    )
}
