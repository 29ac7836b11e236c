//! Who decides about what waits, and the line that they leave.

use super::super::{ActError, Result};
use super::trail::{Line, Who};
use super::{Act, Session};
use crate::app::App;
use crate::model::Role;
use crate::store::{self, Tx, roles, sessions};

/// Who decides.
#[derive(Clone, Copy)]
pub enum Moderator<'a> {
    /// Whoever has the server's command line.
    Operator,
    /// An organizer who is signed in.
    Organizer(&'a Session),
}

/// One decision of theirs, for the transaction that carries it out.
pub struct Decision {
    /// Session and organizer; none for the operator.
    actor: Option<(i64, i64)>,
    letter: i64,
    line: Line,
}

impl Moderator<'_> {
    /// Decides about `what` of a letter: an entry or a number of the queue, never a name.
    #[must_use]
    pub fn decides(self, app: &App, letter: i64, act: Act, what: String) -> Decision {
        let (actor, who) = match self {
            Self::Operator => (None, Who::operator()),
            Self::Organizer(session) => (Some((session.id, session.organizer)), session.into()),
        };
        Decision {
            actor,
            letter,
            line: Line::new(app, who, Some(letter), act, what),
        }
    }

    /// What becomes of a decision that was carried out, or was not: then who decides may not any
    /// more, or something else came first ([`ActError::NoLink`]).
    pub async fn settled(self, app: &App, letter: i64, done: bool) -> Result<()> {
        if done {
            return Ok(());
        }
        let actor = match self {
            Self::Operator => None,
            Self::Organizer(session) => Some((session.id, session.organizer)),
        };
        match may_decide(&mut app.store.read().await?, letter, actor).await? {
            true => Err(ActError::NoLink),
            false => Err(ActError::NotPermitted),
        }
    }
}

/// Whether whoever acts in a session (none is the operator) may decide about what waits.
async fn may_decide(tx: &mut Tx, letter: i64, actor: Option<(i64, i64)>) -> store::Result<bool> {
    let Some((session, organizer)) = actor else {
        return Ok(true);
    };
    let role = roles::of(tx, letter, organizer).await?;
    Ok(role.is_some_and(Role::moderates) && sessions::is_open(tx, session).await?)
}

impl Decision {
    /// Whether who decides still may: they may have been removed since their request came.
    pub async fn holds(&self, tx: &mut Tx) -> store::Result<bool> {
        may_decide(tx, self.letter, self.actor).await
    }

    /// Writes it into the trail.
    pub async fn note(&self, tx: &mut Tx) -> store::Result<()> {
        self.line.write(tx).await
    }
}
