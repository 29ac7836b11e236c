//! Challenges that wait for an authenticator's answer. Each is taken once, by whichever node.

use super::sql::{execute, row};
use super::{Result, Tx};

/// A challenge that waits.
pub struct CeremonyRow {
    /// SHA-256 of its token.
    pub hash: Vec<u8>,
    /// What it is for.
    pub kind: &'static str,
    /// The session or invitation that it belongs to.
    pub bound_to: Vec<u8>,
    /// The library's state as JSON.
    pub state: String,
    /// Until when an answer counts.
    pub expires_at: i64,
}

/// Adds a challenge.
pub async fn insert(tx: &mut Tx, new: &CeremonyRow) -> Result<()> {
    execute!(
        tx,
        "insert into ceremonies (hash, kind, bound_to, state, expires_at)
         values ($1, $2, $3, $4, $5)",
        &new.hash,
        new.kind,
        &new.bound_to,
        &new.state,
        new.expires_at,
    )?;
    Ok(())
}

/// Takes the state of a challenge, if it is of this kind, belongs to this, and still counts.
/// Whatever it is, it is gone after that: an answer that was wrong can't be tried again.
pub async fn take(
    tx: &mut Tx,
    hash: &[u8],
    (kind, bound_to): (&str, &[u8]),
    now: i64,
) -> Result<Option<String>> {
    let taken = row!(
        tx,
        (String, Vec<u8>, String, i64),
        "delete from ceremonies where hash = $1 returning kind, bound_to, state, expires_at",
        hash
    )?;
    let fits = |of: &(String, Vec<u8>, String, i64)| of.0 == kind && of.1 == bound_to && of.3 > now;
    Ok(taken.filter(fits).map(|(_, _, state, _)| state))
}

/// Deletes those past their time.
pub async fn purge(tx: &mut Tx, now: i64) -> Result<u64> {
    execute!(tx, "delete from ceremonies where expires_at <= $1", now)
}
