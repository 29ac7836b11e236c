//! What is known of a mailbox by its tag: slots, mails sent, and what it asked not to get.

use super::sql::{execute, row};
use super::{Result, Tx};

/// The most live individual signatures of one mailbox.
const SLOTS: i64 = 3;

/// Takes a free slot for an individual's signature. False where the mailbox has none left: the
/// primary key decides, so that two confirmations at once can't share one.
pub async fn take_slot(tx: &mut Tx, letter: i64, mailbox: &[u8], signature: i64) -> Result<bool> {
    for number in 1..=SLOTS {
        let taken = execute!(
            tx,
            "insert into slots (letter, mailbox, number, signature) values ($1, $2, $3, $4)
             on conflict (letter, mailbox, number) do nothing",
            letter,
            mailbox,
            number,
            signature
        )?;
        if taken == 1 {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Mails sent to a mailbox for a letter since `since`.
pub async fn sent_since(tx: &mut Tx, letter: i64, mailbox: &[u8], since: i64) -> Result<i64> {
    let counted = row!(
        tx,
        (i64,),
        "select count(*) from mails_sent where letter = $1 and mailbox = $2 and sent_at > $3",
        letter,
        mailbox,
        since
    )?;
    Ok(counted.map_or(0, |(n,)| n))
}

/// Notes a mail sent.
pub async fn note_sent(tx: &mut Tx, id: i64, letter: i64, mailbox: &[u8], now: i64) -> Result<()> {
    execute!(
        tx,
        "insert into mails_sent (id, letter, mailbox, sent_at) values ($1, $2, $3, $4)",
        id,
        letter,
        mailbox,
        now
    )?;
    Ok(())
}

/// Stops mail to a mailbox until `until`.
pub async fn stop(tx: &mut Tx, letter: i64, mailbox: &[u8], until: i64) -> Result<()> {
    execute!(
        tx,
        "insert into mail_stops (letter, mailbox, until) values ($1, $2, $3)
         on conflict (letter, mailbox) do update set until = $3",
        letter,
        mailbox,
        until
    )?;
    Ok(())
}

/// Whether mail to a mailbox is stopped.
pub async fn is_stopped(tx: &mut Tx, letter: i64, mailbox: &[u8], now: i64) -> Result<bool> {
    let found = row!(
        tx,
        (i64,),
        "select until from mail_stops where letter = $1 and mailbox = $2 and until > $3",
        letter,
        mailbox,
        now
    )?;
    Ok(found.is_some())
}

/// Notes that a mailbox wants no updates.
pub async fn unsubscribe(tx: &mut Tx, letter: i64, mailbox: &[u8]) -> Result<()> {
    execute!(
        tx,
        "insert into no_updates (letter, mailbox) values ($1, $2) on conflict do nothing",
        letter,
        mailbox
    )?;
    Ok(())
}

/// Notes that a mail came back for good: the hash of its token and the status code.
pub async fn note_bounce(
    tx: &mut Tx,
    id: i64,
    token_hash: &[u8],
    code: i64,
    now: i64,
) -> Result<()> {
    execute!(
        tx,
        "insert into bounces (id, token_hash, code, at) values ($1, $2, $3, $4)",
        id,
        token_hash,
        code,
        now
    )?;
    Ok(())
}

/// Deletes what is past its time: mails sent 48 hours ago, stops that are over, bounces of 30 days
/// ago.
pub async fn purge(tx: &mut Tx, now: i64) -> Result<u64> {
    let sent = execute!(
        tx,
        "delete from mails_sent where sent_at <= $1",
        now - 48 * 3600
    )?;
    let stops = execute!(tx, "delete from mail_stops where until <= $1", now)?;
    let bounces = execute!(
        tx,
        "delete from bounces where at <= $1",
        now - 30 * 24 * 3600
    )?;
    Ok(sent + stops + bounces)
}
