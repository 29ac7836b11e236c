//! Signatures.

use std::collections::HashSet;

use super::sql::{execute, execute_values, row, rows, rows_values, values};
use super::{Result, StoreError, Tx};

/// A signature.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct SignatureRow {
    /// Grows with time.
    pub id: i64,
    /// Which letter.
    pub letter: i64,
    /// `queued`, `live`, `leaving` or `gone`.
    pub state: String,
    /// Word of `model::Kind`.
    pub kind: String,
    /// ISO 3166-1 alpha-2, or `ZZ`.
    pub country: String,
    /// Word of `model::Proof`.
    pub level: String,
    /// Made by invitation, before launch.
    pub founding: bool,
    /// Tag; none once withdrawn.
    pub person: Option<Vec<u8>>,
    /// Tag; none once withdrawn, or where an import brought no address.
    pub mailbox: Option<Vec<u8>>,
    /// Index of its `sign` entry, once it has one.
    pub idx: Option<i64>,
    /// Index of the entry that carries its current opening.
    pub opened_by: Option<i64>,
    /// Hour of its `sign` entry.
    pub signed_at: Option<i64>,
}

/// Adds a signature in state `queued`. False where the same person has a live one.
pub async fn insert(tx: &mut Tx, new: &SignatureRow) -> Result<bool> {
    Ok(insert_all(tx, &[new]).await?.contains(&new.id))
}

/// Adds signatures in state `queued`. Gives those that were added: the same person has one live
/// signature, and two confirmations at once can't both win.
pub async fn insert_all(tx: &mut Tx, new: &[&SignatureRow]) -> Result<HashSet<i64>> {
    let added = rows_values!(
        tx,
        (i64,),
        "insert into signatures
         (id, letter, state, kind, country, level, founding, person, mailbox) ",
        new,
        |new| (
            new.id,
            new.letter,
            "queued",
            &new.kind,
            &new.country,
            &new.level,
            new.founding,
            new.person.as_deref(),
            new.mailbox.as_deref(),
        ),
        " on conflict (letter, person) do nothing returning id"
    )?;
    Ok(added.into_iter().map(|(id,)| id).collect())
}

/// Takes back a signature that was added in this very transaction.
pub async fn drop_new(tx: &mut Tx, id: i64) -> Result<()> {
    execute!(
        tx,
        "delete from signatures where id = $1 and state = 'queued'",
        id
    )?;
    Ok(())
}

/// Takes back a signature that no entry speaks of yet: nothing of it is left. False where the record
/// has it.
pub async fn take_back(tx: &mut Tx, id: i64) -> Result<bool> {
    let unrecorded = execute!(
        tx,
        "update signatures set state = 'leaving' where id = $1 and state = 'queued' and idx is null",
        id
    )?;
    if unrecorded == 0 {
        return Ok(false);
    }
    super::roll::unlist(tx, id).await?;
    for statement in [
        "delete from openings where signature = $1",
        "delete from contacts where signature = $1",
        "delete from statements where signature = $1",
        "delete from links where signature = $1",
        "delete from slots where signature = $1",
        "delete from queue where signature = $1",
        "update founders set signature = null where signature = $1",
        "delete from signatures where id = $1",
    ] {
        execute!(tx, statement, id)?;
    }
    Ok(true)
}

/// Live signatures with more than a mailbox to show, counted by level.
pub async fn proven(tx: &mut Tx, letter: i64) -> Result<Vec<(String, i64)>> {
    rows!(
        tx,
        (String, i64),
        "select level, count(*) from signatures
         where letter = $1 and state = 'live' and level <> 'mailbox' group by level",
        letter
    )
}

/// The signature `id`.
pub async fn get(tx: &mut Tx, id: i64) -> Result<Option<SignatureRow>> {
    row!(
        tx,
        SignatureRow,
        "select id, letter, state, kind, country, level, founding, person, mailbox, idx, opened_by,
                signed_at
         from signatures where id = $1",
        id
    )
}

/// The signature whose `sign` entry has the index `idx`.
pub async fn by_index(tx: &mut Tx, letter: i64, idx: i64) -> Result<Option<SignatureRow>> {
    row!(
        tx,
        SignatureRow,
        "select id, letter, state, kind, country, level, founding, person, mailbox, idx, opened_by,
                signed_at
         from signatures where letter = $1 and idx = $2",
        letter,
        idx
    )
}

/// The same, and it stays so until the transaction ends: a withdrawal waits for this, or this for that.
pub async fn hold_by_index(tx: &mut Tx, letter: i64, idx: i64) -> Result<Option<SignatureRow>> {
    execute!(
        tx,
        "update signatures set state = state where letter = $1 and idx = $2",
        letter,
        idx
    )?;
    by_index(tx, letter, idx).await
}

/// The live signature of a person.
pub async fn by_person(tx: &mut Tx, letter: i64, person: &[u8]) -> Result<Option<i64>> {
    let found = row!(
        tx,
        (i64,),
        "select id from signatures where letter = $1 and person = $2 and state in ('queued', 'live')",
        letter,
        person
    )?;
    Ok(found.map(|(id,)| id))
}

/// Whether a mailbox has a live signature for an organization or a company other than `person`.
pub async fn speaks_for_another(
    tx: &mut Tx,
    letter: i64,
    mailbox: &[u8],
    person: &[u8],
) -> Result<bool> {
    let found = row!(
        tx,
        (i64,),
        "select id from signatures
         where letter = $1 and mailbox = $2 and state in ('queued', 'live')
         and kind <> 'individual' and person <> $3 limit 1",
        letter,
        mailbox,
        person
    )?;
    Ok(found.is_some())
}

/// The live signatures of a mailbox, oldest first.
pub async fn by_mailbox(tx: &mut Tx, letter: i64, mailbox: &[u8]) -> Result<Vec<i64>> {
    let found = rows!(
        tx,
        (i64,),
        "select id from signatures
         where letter = $1 and mailbox = $2 and state in ('queued', 'live') order by id",
        letter,
        mailbox
    )?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// A new signature's place in the record.
#[derive(Clone, Copy)]
pub struct Placed {
    /// Which signature.
    pub id: i64,
    /// Index of its `sign` entry.
    pub idx: i64,
    /// Hour of that entry, unix seconds.
    pub hour: i64,
}

/// Gives new signatures their places in the record. Fails where one of them is missing.
pub async fn place(tx: &mut Tx, placed: &[Placed]) -> Result<()> {
    let found = execute_values!(
        tx,
        "update signatures set idx = column2, opened_by = column2, signed_at = column3,
                state = case state when 'queued' then 'live' else state end
         from (",
        placed,
        |new| (new.id, new.idx, new.hour),
        ") as placed where id = column1"
    )?;
    if found == placed.len() as u64 {
        Ok(())
    } else {
        Err(StoreError::Corrupt("a signature is missing"))
    }
}

/// Keeps a signature that stands from leaving until the transaction ends. False where it has left
/// or is leaving: whatever was about to be written of it must not be.
pub async fn pin(tx: &mut Tx, id: i64) -> Result<bool> {
    let standing = execute!(
        tx,
        "update signatures set state = state where id = $1 and state in ('queued', 'live')",
        id
    )?;
    Ok(standing == 1)
}

/// Notes that a withdrawal is queued: from now on nothing shows the signature. False where one
/// already is.
pub async fn leave(tx: &mut Tx, id: i64) -> Result<bool> {
    let left = execute!(
        tx,
        "update signatures set state = 'leaving' where id = $1 and state in ('queued', 'live')",
        id
    )?;
    Ok(left == 1)
}

/// Forgets a signature whose withdrawal (or removal, which keeps the tags, and the links, so that they
/// say who took it out) is recorded: all else that stays is what the record says of it.
pub async fn forget(tx: &mut Tx, id: i64, keep_tags: bool) -> Result<()> {
    let row = get(tx, id).await?;
    if let Some(row) = &row {
        super::signatory_logos::remove(tx, row.letter, id).await?;
    }
    let mailbox = row.and_then(|row| Some((row.letter, row.mailbox?)));
    if keep_tags {
        execute!(tx, "update signatures set state = 'gone' where id = $1", id)?;
    } else {
        execute!(
            tx,
            "update signatures set state = 'gone', person = null, mailbox = null where id = $1",
            id
        )?;
        execute!(tx, "delete from links where signature = $1", id)?;
    }
    for statement in [
        "delete from openings where signature = $1",
        "delete from contacts where signature = $1",
        "delete from statements where signature = $1",
        "delete from slots where signature = $1",
        "delete from proofs where signature = $1",
        "delete from vouchings where signature = $1",
        "delete from submissions where corrects = $1",
    ] {
        execute!(tx, statement, id)?;
    }
    if let Some((letter, mailbox)) = mailbox {
        super::mailbox::forget(tx, letter, &mailbox).await?;
    }
    super::roll::unlist(tx, id).await
}

/// What waits in the recorder's queue about a signature, oldest first.
pub async fn queued(tx: &mut Tx, letter: i64, id: i64) -> Result<Vec<String>> {
    let found = rows!(
        tx,
        (String,),
        "select act from queue where letter = $1 and signature = $2 order by id",
        letter,
        id
    )?;
    Ok(found.into_iter().map(|(act,)| act).collect())
}

/// Records a correction: new country and the entry that carries the new opening.
pub async fn correct(tx: &mut Tx, id: i64, country: &str, idx: i64) -> Result<()> {
    execute!(
        tx,
        "update signatures set country = $1, opened_by = $2 where id = $3",
        country,
        idx,
        id
    )?;
    Ok(())
}

/// Sets the person's tag anew after a corrected name. False where it is another's.
pub async fn retag(tx: &mut Tx, id: i64, letter: i64, person: &[u8]) -> Result<bool> {
    let set = execute!(
        tx,
        "update signatures set person = $1 where id = $2 and not exists
         (select 1 from signatures other
          where other.letter = $3 and other.person = $1 and other.id <> $2)",
        person,
        id,
        letter
    )?;
    Ok(set == 1)
}

/// Records a new level of proof.
pub async fn set_level(tx: &mut Tx, id: i64, level: &str) -> Result<()> {
    execute!(
        tx,
        "update signatures set level = $1 where id = $2",
        level,
        id
    )?;
    Ok(())
}
