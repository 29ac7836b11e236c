//! Whether whoever acts still may, asked inside the transaction that does it.

use super::Session;
use crate::model::Role;
use crate::store::{self, Tx, organizers, roles, sessions};

/// Who may write a letter's texts and settings.
pub const WRITERS: &[Role] = &[Role::Owner, Role::Editor];

/// Who decides what a letter can't take back.
pub const OWNERS: &[Role] = &[Role::Owner];

/// Who acts: they may have been removed, or their session ended, since their request came.
#[derive(Clone, Copy, Debug)]
pub struct Actor {
    session: i64,
    organizer: i64,
}

impl From<&Session> for Actor {
    fn from(session: &Session) -> Self {
        Self {
            session: session.id,
            organizer: session.organizer,
        }
    }
}

impl Actor {
    /// Whether they have one of `roles` in the letter, in a session that is open.
    pub async fn has_role(self, tx: &mut Tx, letter: i64, roles: &[Role]) -> store::Result<bool> {
        let role = roles::of(tx, letter, self.organizer).await?;
        Ok(role.is_some_and(|role| roles.contains(&role))
            && sessions::is_open(tx, self.session).await?)
    }

    /// Whether they may make letters, in a session that is open.
    pub async fn makes_letters(self, tx: &mut Tx) -> store::Result<bool> {
        let organizer = organizers::get(tx, self.organizer).await?;
        Ok(organizer.is_some_and(|organizer| organizer.makes_letters)
            && sessions::is_open(tx, self.session).await?)
    }
}
