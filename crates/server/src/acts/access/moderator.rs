//! Who decides about what waits, and the line that they leave.

use super::super::{ActError, Result};
use super::may::{Actor, MODERATORS};
use super::trail::{Line, Who};
use super::{Act, Session};
use crate::app::App;
use crate::model::Role;
use crate::model::trail::What;
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
    /// None for the operator.
    actor: Option<Actor>,
    letter: i64,
    line: Line,
}

impl Moderator<'_> {
    /// Decides about `what` of a letter: an entry or a number of the queue, never a name.
    #[must_use]
    pub fn decides(self, app: &App, letter: i64, act: Act, what: impl Into<What>) -> Decision {
        let actor = match self {
            Self::Operator => None,
            Self::Organizer(session) => Some(session.into()),
        };
        Decision {
            actor,
            letter,
            line: Line::new(app, self.who(), Some(letter), act, what),
        }
    }

    /// As the trail names them.
    pub(in crate::acts) fn who(self) -> Who {
        match self {
            Self::Operator => Who::operator(),
            Self::Organizer(session) => session.into(),
        }
    }

    /// What becomes of a decision that was carried out, or was not: then who decides may not any
    /// more, or something else came first ([`ActError::NoLink`]).
    pub async fn settled(self, app: &App, letter: i64, done: bool) -> Result<()> {
        if done {
            return Ok(());
        }
        let Self::Organizer(session) = self else {
            return Err(ActError::NoLink);
        };
        let mut tx = app.store.read().await?;
        let role = roles::of(&mut tx, letter, session.organizer).await?;
        match role.is_some_and(Role::moderates) && sessions::is_open(&mut tx, session.id).await? {
            true => Err(ActError::NoLink),
            false => Err(ActError::NotPermitted),
        }
    }
}

impl Decision {
    /// One that a rule's run makes, in the name of whoever began it: whether they may was asked then.
    pub(in crate::acts) fn of_run(app: &App, who: Who, letter: i64, act: Act, what: What) -> Self {
        Self {
            actor: None,
            letter,
            line: Line::new(app, who, Some(letter), act, what),
        }
    }

    /// Whether who decides still may: they may have been removed since their request came.
    pub async fn holds(&self, tx: &mut Tx) -> store::Result<bool> {
        match self.actor {
            Some(actor) => actor.has_role(tx, self.letter, MODERATORS).await,
            None => Ok(true),
        }
    }

    /// Writes it into the trail.
    pub async fn note(&self, tx: &mut Tx) -> store::Result<()> {
        self.line.write(tx).await
    }
}
