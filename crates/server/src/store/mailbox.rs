//! What is known of a mailbox by its tag: slots, mails sent, and what it asked not to get.

use std::collections::{HashMap, HashSet};

use super::sql::{execute, execute_values, rows_values, values};
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

/// A new individual's signature, and whose mailbox it is.
pub struct Claim<'a> {
    /// Of which letter.
    pub letter: i64,
    /// Tag of the mailbox.
    pub mailbox: &'a [u8],
    /// Which signature.
    pub signature: i64,
}

/// Takes a slot for each signature. Gives those whose mailbox had none left.
pub async fn take_slots(tx: &mut Tx, claims: &[Claim<'_>]) -> Result<HashSet<i64>> {
    // Nearly every mailbox signs once, so its first slot is free.
    let first = rows_values!(
        tx,
        (i64,),
        "insert into slots (letter, mailbox, number, signature) ",
        claims,
        |claim| (claim.letter, claim.mailbox, 1_i64, claim.signature),
        " on conflict (letter, mailbox, number) do nothing returning signature"
    )?;
    let placed: HashSet<i64> = first.into_iter().map(|(signature,)| signature).collect();
    let mut left = HashSet::new();
    for claim in claims {
        if !placed.contains(&claim.signature)
            && !take_slot(tx, claim.letter, claim.mailbox, claim.signature).await?
        {
            left.insert(claim.signature);
        }
    }
    Ok(left)
}

/// A mail to be sent, by whom it is about.
pub struct Asked<'a> {
    /// Which mail.
    pub mail: i64,
    /// About which letter.
    pub letter: i64,
    /// Tag of the mailbox.
    pub mailbox: &'a [u8],
    /// Tag of the person; empty where there is none.
    pub person: &'a [u8],
}

/// What decides whether a mail is sent, and which.
#[derive(sqlx::FromRow)]
pub struct Standing {
    /// Which mail.
    pub mail: i64,
    /// Mails sent to the mailbox for this letter of late.
    pub sent: i64,
    /// Until when mail to it is stopped, if it is.
    pub stopped: Option<i64>,
    /// The live signature of the person.
    pub signature: Option<i64>,
}

/// How mailboxes and persons stand at `now`, by mail; mails count that were sent after `since`.
pub async fn standings(
    tx: &mut Tx,
    mails: &[Asked<'_>],
    (since, now): (i64, i64),
) -> Result<HashMap<i64, Standing>> {
    let found = rows_values!(
        tx,
        Standing,
        "select column1 as mail,
         (select count(*) from mails_sent
          where letter = column2 and mailbox = column3 and sent_at > column5) as sent,
         (select until from mail_stops
          where letter = column2 and mailbox = column3 and until > column6) as stopped,
         (select id from signatures
          where letter = column2 and person = column4 and state in ('queued', 'live')) as signature
         from (",
        mails,
        |of| (of.mail, of.letter, of.mailbox, of.person, since, now),
        ") as asked"
    )?;
    Ok(found.into_iter().map(|of| (of.mail, of)).collect())
}

/// A mail that was sent.
pub struct Sent<'a> {
    /// Grows with time.
    pub id: i64,
    /// About which letter.
    pub letter: i64,
    /// Tag of the mailbox.
    pub mailbox: &'a [u8],
    /// When.
    pub at: i64,
}

/// Notes mails sent.
pub async fn note_sent(tx: &mut Tx, mails: &[Sent<'_>]) -> Result<()> {
    execute_values!(
        tx,
        "insert into mails_sent (id, letter, mailbox, sent_at) ",
        mails,
        |mail| (mail.id, mail.letter, mail.mailbox, mail.at),
        ""
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

/// Forgets what a mailbox asked for and was sent, unless it carries a signature still or may yet: a
/// signature that is gone, or was never made, leaves no tag behind.
pub async fn forget(tx: &mut Tx, letter: i64, mailbox: &[u8]) -> Result<()> {
    for statement in [
        "delete from no_updates where letter = $1 and mailbox = $2
         and not exists (select 1 from signatures
                         where letter = $1 and mailbox = $2 and state <> 'gone')
         and not exists (select 1 from submissions where letter = $1 and mailbox = $2)",
        "delete from mails_sent where letter = $1 and mailbox = $2
         and not exists (select 1 from signatures where letter = $1 and mailbox = $2)
         and not exists (select 1 from submissions where letter = $1 and mailbox = $2)",
    ] {
        execute!(tx, statement, letter, mailbox)?;
    }
    Ok(())
}

/// Deletes what is past its time: wishes of mailboxes that carry no signature any more, mails sent 48 hours
/// ago, stops that are over.
pub async fn purge(tx: &mut Tx, now: i64) -> Result<u64> {
    let sent = execute!(
        tx,
        "delete from mails_sent where sent_at <= $1",
        now - 48 * 3600
    )?;
    let stops = execute!(tx, "delete from mail_stops where until <= $1", now)?;
    let wishes = execute!(
        tx,
        "delete from no_updates
         where not exists (select 1 from signatures s
                           where s.letter = no_updates.letter and s.mailbox = no_updates.mailbox
                             and s.state <> 'gone')
           and not exists (select 1 from submissions s
                           where s.letter = no_updates.letter and s.mailbox = no_updates.mailbox)"
    )?;
    Ok(sent + stops + wishes)
}
