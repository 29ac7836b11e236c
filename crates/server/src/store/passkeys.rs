//! Organizers' passkeys: public keys only.

use super::sql::{execute, rows};
use super::{Result, Tx};

/// A passkey.
#[derive(Clone, sqlx::FromRow)]
pub struct PasskeyRow {
    /// Grows with time.
    pub id: i64,
    /// Whose.
    pub organizer: i64,
    /// The authenticator's own name for it.
    pub credential: Vec<u8>,
    /// The organizer's name for it.
    pub name: String,
    /// `webauthn_rs::prelude::Passkey` as JSON.
    pub key: String,
    /// When it was last used.
    pub used_at: i64,
}

/// Adds a passkey. False where the authenticator's name for it is known already, whoever has it.
pub async fn insert(tx: &mut Tx, new: &PasskeyRow) -> Result<bool> {
    let added = execute!(
        tx,
        "insert into passkeys (id, organizer, credential, name, key, used_at)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
        new.id,
        new.organizer,
        &new.credential,
        &new.name,
        &new.key,
        new.used_at,
    )?;
    Ok(added == 1)
}

/// An organizer's passkeys, oldest first.
pub async fn of(tx: &mut Tx, organizer: i64) -> Result<Vec<PasskeyRow>> {
    rows!(
        tx,
        PasskeyRow,
        "select id, organizer, credential, name, key, used_at from passkeys
         where organizer = $1 order by id",
        organizer
    )
}

/// Notes that a passkey was used, with its counter. False where it was removed meanwhile.
pub async fn used(tx: &mut Tx, id: i64, key: &str, now: i64) -> Result<bool> {
    let noted = execute!(
        tx,
        "update passkeys set key = $1, used_at = $2 where id = $3",
        key,
        now,
        id
    )?;
    Ok(noted == 1)
}

/// Gives an organizer's passkey another name. False where they have no such.
pub async fn rename(tx: &mut Tx, organizer: i64, id: i64, name: &str) -> Result<bool> {
    let renamed = execute!(
        tx,
        "update passkeys set name = $1 where id = $2 and organizer = $3",
        name,
        id,
        organizer
    )?;
    Ok(renamed == 1)
}

/// Removes an organizer's passkey.
pub async fn remove(tx: &mut Tx, organizer: i64, id: i64) -> Result<()> {
    execute!(
        tx,
        "delete from passkeys where id = $1 and organizer = $2",
        id,
        organizer
    )?;
    Ok(())
}

/// Holds an organizer's passkeys until the transaction ends, so that two that are removed at once
/// don't each take the other for the one that stays.
pub async fn hold(tx: &mut Tx, organizer: i64) -> Result<()> {
    execute!(
        tx,
        "update organizers set name = name where id = $1",
        organizer
    )?;
    Ok(())
}
