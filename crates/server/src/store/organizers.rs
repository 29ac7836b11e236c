//! People who run letters.

use super::sql::{execute, row, rows};
use super::{Result, Tx};

/// An organizer.
#[derive(Clone, sqlx::FromRow)]
pub struct OrganizerRow {
    /// Grows with time.
    pub id: i64,
    /// What passkeys know them by.
    pub handle: Vec<u8>,
    /// Their name, as other organizers see it.
    pub name: String,
    /// Whether they may make letters on this server.
    pub makes_letters: bool,
}

/// Adds an organizer.
pub async fn insert(tx: &mut Tx, new: &OrganizerRow) -> Result<()> {
    execute!(
        tx,
        "insert into organizers (id, handle, name, makes_letters, recovery)
         values ($1, $2, $3, $4, null)",
        new.id,
        &new.handle,
        &new.name,
        new.makes_letters,
    )?;
    Ok(())
}

/// Every organizer, by name.
pub async fn all(tx: &mut Tx) -> Result<Vec<OrganizerRow>> {
    rows!(
        tx,
        OrganizerRow,
        "select id, handle, name, makes_letters from organizers order by name, id"
    )
}

/// The organizer `id`.
pub async fn get(tx: &mut Tx, id: i64) -> Result<Option<OrganizerRow>> {
    row!(
        tx,
        OrganizerRow,
        "select id, handle, name, makes_letters from organizers where id = $1",
        id
    )
}

/// The organizer whom passkeys know by `handle`.
pub async fn by_handle(tx: &mut Tx, handle: &[u8]) -> Result<Option<OrganizerRow>> {
    row!(
        tx,
        OrganizerRow,
        "select id, handle, name, makes_letters from organizers where handle = $1",
        handle
    )
}

/// Lets an organizer make letters.
pub async fn let_make_letters(tx: &mut Tx, id: i64) -> Result<()> {
    set_makes_letters(tx, id, true).await.map(|_| ())
}

/// Lets an organizer make letters, or not any more. False where it was so already.
pub async fn set_makes_letters(tx: &mut Tx, id: i64, may: bool) -> Result<bool> {
    let changed = execute!(
        tx,
        "update organizers set makes_letters = $1 where id = $2 and makes_letters <> $1",
        may,
        id
    )?;
    Ok(changed == 1)
}

/// Takes every way in from an organizer: passkeys, recovery code, links for another passkey, and
/// sessions.
pub async fn lock_out(tx: &mut Tx, id: i64) -> Result<()> {
    for statement in [
        "delete from passkeys where organizer = $1",
        "update organizers set recovery = null where id = $1",
        "delete from invitations where organizer = $1",
        "delete from sessions where organizer = $1",
    ] {
        execute!(tx, statement, id)?;
    }
    Ok(())
}

/// Keeps the hash of an organizer's recovery code in place of any before.
pub async fn set_recovery(tx: &mut Tx, id: i64, hash: &[u8]) -> Result<()> {
    execute!(
        tx,
        "update organizers set recovery = $1 where id = $2",
        hash,
        id
    )?;
    Ok(())
}

/// Whether an organizer has a recovery code.
pub async fn has_recovery(tx: &mut Tx, id: i64) -> Result<bool> {
    let found = row!(
        tx,
        (i64,),
        "select count(*) from organizers where id = $1 and recovery is not null",
        id
    )?;
    Ok(found.is_some_and(|(count,)| count == 1))
}

/// Takes the recovery code with this hash: it works once. Gives whose it was.
pub async fn take_recovery(tx: &mut Tx, hash: &[u8]) -> Result<Option<(i64, String)>> {
    row!(
        tx,
        (i64, String),
        "update organizers set recovery = null where recovery = $1 returning id, name",
        hash
    )
}
