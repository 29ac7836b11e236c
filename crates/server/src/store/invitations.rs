//! One-time links for organizers, by the hash of their token.

use super::sql::{execute, row, rows};
use super::{Result, Tx};

/// An invitation.
#[derive(Clone, sqlx::FromRow)]
pub struct InvitationRow {
    /// What to revoke it by.
    pub id: i64,
    /// SHA-256 of its token.
    pub hash: Vec<u8>,
    /// The owner who made it; none where the operator did, or a recovery code.
    pub inviter: Option<i64>,
    /// Who gets another passkey by it; none where it is for somebody new.
    pub organizer: Option<i64>,
    /// For whom.
    pub name: String,
    /// Which letter; none where it lets its holder make letters.
    pub letter: Option<i64>,
    /// The role in that letter.
    pub role: String,
    /// Until when it works.
    pub expires_at: i64,
}

/// Adds an invitation.
pub async fn insert(tx: &mut Tx, new: &InvitationRow) -> Result<()> {
    execute!(
        tx,
        "insert into invitations (id, hash, inviter, organizer, name, letter, role, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        new.id,
        &new.hash,
        new.inviter,
        new.organizer,
        &new.name,
        new.letter,
        &new.role,
        new.expires_at,
    )?;
    Ok(())
}

/// The invitation with this hash, while it works.
pub async fn get(tx: &mut Tx, hash: &[u8], now: i64) -> Result<Option<InvitationRow>> {
    row!(
        tx,
        InvitationRow,
        "select id, hash, inviter, organizer, name, letter, role, expires_at from invitations
         where hash = $1 and expires_at > $2",
        hash,
        now
    )
}

/// Takes an invitation, while it works: of two at once one gets it.
pub async fn take(tx: &mut Tx, hash: &[u8], now: i64) -> Result<Option<InvitationRow>> {
    row!(
        tx,
        InvitationRow,
        "delete from invitations where hash = $1 and expires_at > $2
         returning id, hash, inviter, organizer, name, letter, role, expires_at",
        hash,
        now
    )
}

/// What concerns a letter: invitations to it, and links that an owner made for one of its organizers.
macro_rules! concerns {
    ($begin:literal, $rest:literal) => {
        concat!(
            $begin,
            " invitations where ((letter = $1 and organizer is null) or (inviter is not null
              and organizer in (select organizer from roles where letter = $1))) ",
            $rest
        )
    };
}

/// Those of a letter that work.
pub async fn waiting(tx: &mut Tx, letter: i64, now: i64) -> Result<Vec<InvitationRow>> {
    rows!(
        tx,
        InvitationRow,
        concerns!(
            "select id, hash, inviter, organizer, name, letter, role, expires_at from",
            "and expires_at > $2 order by expires_at, name"
        ),
        letter,
        now
    )
}

/// Revokes one of a letter; gives what it was.
pub async fn revoke(tx: &mut Tx, letter: i64, id: i64) -> Result<Option<InvitationRow>> {
    row!(
        tx,
        InvitationRow,
        concerns!(
            "delete from",
            "and id = $2
             returning id, hash, inviter, organizer, name, letter, role, expires_at"
        ),
        letter,
        id
    )
}

/// Revokes those of a letter that somebody made, who may not any more; gives what they were.
pub async fn revoke_by(tx: &mut Tx, letter: i64, inviter: i64) -> Result<Vec<InvitationRow>> {
    rows!(
        tx,
        InvitationRow,
        concerns!(
            "delete from",
            "and inviter = $2
             returning id, hash, inviter, organizer, name, letter, role, expires_at"
        ),
        letter,
        inviter
    )
}

/// Withdraws every link that would give an organizer another passkey.
pub async fn withdraw(tx: &mut Tx, organizer: i64) -> Result<()> {
    execute!(
        tx,
        "delete from invitations where organizer = $1",
        organizer
    )?;
    Ok(())
}

/// Deletes those past their time.
pub async fn purge(tx: &mut Tx, now: i64) -> Result<u64> {
    execute!(tx, "delete from invitations where expires_at <= $1", now)
}
