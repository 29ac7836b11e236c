//! Signatures whose level of proof was found at their domain, and when to look there again.

use super::sql::{execute, row, rows};
use super::{Result, Tx};

/// How a signature's domain was proven.
#[derive(Clone, sqlx::FromRow)]
pub struct ProofRow {
    /// Which signature.
    pub signature: i64,
    /// Of which letter.
    pub letter: i64,
    /// Word of `proof::Method`.
    pub method: String,
    /// The level that it falls back to: a word of `model::Proof`.
    pub before: String,
    /// When there last was an answer.
    pub checked_at: i64,
    /// Answers in a row without the proof.
    pub absent: i64,
    /// When to look again.
    pub due_at: i64,
}

/// Notes what was found, in the place of what was known.
pub async fn put(tx: &mut Tx, new: &ProofRow) -> Result<()> {
    execute!(
        tx,
        "insert into proofs
         (signature, letter, method, before, checked_at, absent, due_at, leased_until)
         values ($1, $2, $3, $4, $5, $6, $7, 0)
         on conflict (signature) do update
         set method = $3, before = $4, checked_at = $5, absent = $6, due_at = $7,
             leased_until = 0",
        new.signature,
        new.letter,
        &new.method,
        &new.before,
        new.checked_at,
        new.absent,
        new.due_at
    )?;
    Ok(())
}

/// What is known of a signature.
pub async fn of(tx: &mut Tx, signature: i64) -> Result<Option<ProofRow>> {
    row!(
        tx,
        ProofRow,
        "select signature, letter, method, before, checked_at, absent, due_at
         from proofs where signature = $1",
        signature
    )
}

/// Forgets how a signature was proven.
pub async fn forget(tx: &mut Tx, signature: i64) -> Result<()> {
    execute!(tx, "delete from proofs where signature = $1", signature)?;
    Ok(())
}

/// Leases up to `limit` that are due until `until`. What a node that fell had is leased again then.
pub async fn lease(tx: &mut Tx, now: i64, until: i64, limit: i64) -> Result<Vec<ProofRow>> {
    let sql = if tx.is_shared() { LEASE_SHARED } else { LEASE };
    rows!(tx, ProofRow, sql, until, now, limit)
}

macro_rules! lease {
    ($lock:literal) => {
        concat!(
            "update proofs set leased_until = $1 where leased_until <= $2 and signature in
             (select signature from proofs where due_at <= $2 and leased_until <= $2
              order by due_at limit $3",
            $lock,
            ") returning signature, letter, method, before, checked_at, absent, due_at"
        )
    };
}
const LEASE: &str = lease!("");
const LEASE_SHARED: &str = lease!(" for update skip locked");

/// Ends the lease that lasted until `until`. False where it is no longer ours: somebody looked
/// meanwhile, or has it now.
pub async fn end_lease(tx: &mut Tx, signature: i64, until: i64) -> Result<bool> {
    let ended = execute!(
        tx,
        "update proofs set leased_until = 0 where signature = $1 and leased_until = $2",
        signature,
        until
    )?;
    Ok(ended == 1)
}

/// Makes what is looked at agree with the record, after a recovery from a copy of it: what it says was
/// proven is taken in, what it doesn't is left out.
pub async fn adopt(tx: &mut Tx, now: i64) -> Result<u64> {
    execute!(
        tx,
        "delete from proofs where not exists
         (select 1 from signatures where id = proofs.signature and level = proofs.method)
         and not exists (select 1 from queue where signature = proofs.signature)"
    )?;
    execute!(
        tx,
        "insert into proofs
         (signature, letter, method, before, checked_at, absent, due_at, leased_until)
         select id, letter, level, 'mailbox', 0, 0, $1, 0 from signatures
         where state = 'live' and level in ('dns', 'well-known') and mailbox is not null
         and not exists (select 1 from proofs where signature = signatures.id)
         on conflict (signature) do nothing",
        now
    )
}
