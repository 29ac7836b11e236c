//! Who may do what with a letter, changed by its owners.

use super::super::{ActError, Result};
use super::trail::Line;
use super::{Act, Session};
use crate::app::App;
use crate::model::Role;
use crate::store::roles::{self, Person};
use crate::store::{self, Tx, invitations, sessions};

/// A letter's organizers, and who is invited to join them (name, role, until when).
pub struct People {
    /// In the order they came.
    pub organizers: Vec<Person>,
    /// By when their invitations end.
    pub invited: Vec<(String, Role, i64)>,
}

/// Who is there.
pub async fn list(app: &App, letter: i64) -> Result<People> {
    let mut tx = app.store.read().await?;
    let waiting = invitations::waiting(&mut tx, letter, app.clock.now()).await?;
    let read = |(name, role, until): (String, String, i64)| {
        let role = role.parse().map_err(|()| ActError::Unreadable)?;
        Ok((name, role, until))
    };
    Ok(People {
        organizers: roles::people(&mut tx, letter).await?,
        invited: waiting.into_iter().map(read).collect::<Result<_>>()?,
    })
}

/// What becomes of somebody.
#[derive(Clone, Copy)]
enum Change {
    To(Role),
    Gone,
}

/// How a change ended.
enum Changed {
    Done,
    NotPermitted,
    Unknown,
    LastOwner,
}

/// Gives somebody another role.
pub async fn change(
    app: &App,
    session: &Session,
    letter: i64,
    organizer: i64,
    role: Role,
) -> Result<()> {
    let line = Line::new(app, session.into(), Some(letter), Act::RoleChanged, "");
    decide(app, session, (letter, organizer), Change::To(role), line).await
}

/// Takes somebody's role. Every session of theirs is over with it.
pub async fn remove(app: &App, session: &Session, letter: i64, organizer: i64) -> Result<()> {
    let line = Line::new(app, session.into(), Some(letter), Act::Removed, "");
    decide(app, session, (letter, organizer), Change::Gone, line).await
}

async fn decide(
    app: &App,
    session: &Session,
    whose: (i64, i64),
    change: Change,
    line: Line,
) -> Result<()> {
    let actor = (session.id, session.organizer);
    let changed = app
        .committer
        .write(move |tx| Box::pin(async move { put(tx, actor, whose, change, line).await }))
        .await?;
    match changed {
        Changed::Done => Ok(()),
        Changed::NotPermitted => Err(ActError::NotPermitted),
        Changed::Unknown => Err(ActError::NoLink),
        Changed::LastOwner => Err(ActError::LastOwner),
    }
}

/// Whoever acts is looked at once more in here: they may have been removed since their request came.
async fn put(
    tx: &mut Tx,
    (session, actor): (i64, i64),
    (letter, organizer): (i64, i64),
    change: Change,
    line: Line,
) -> store::Result<Changed> {
    roles::hold(tx, letter).await?;
    if !is_owner(tx, (session, actor), letter).await? {
        return Ok(Changed::NotPermitted);
    }
    let people = roles::people(tx, letter).await?;
    let Some(person) = people.into_iter().find(|p| p.organizer == organizer) else {
        return Ok(Changed::Unknown);
    };
    let stays_owner = matches!(change, Change::To(Role::Owner));
    if person.role == Role::Owner && !stays_owner && roles::owners(tx, letter).await? == 1 {
        return Ok(Changed::LastOwner);
    }
    let what = match change {
        Change::To(role) => {
            roles::set(tx, letter, organizer, role).await?;
            format!("{} ({} → {role})", person.name, person.role)
        }
        Change::Gone => {
            roles::remove(tx, letter, organizer).await?;
            sessions::end_all(tx, organizer).await?;
            format!("{} ({})", person.name, person.role)
        }
    };
    line.of(&what).write(tx).await?;
    Ok(Changed::Done)
}

/// Whether whoever acts in a session still has one of these roles in a letter, and the session is
/// still open.
pub(in crate::acts) async fn may(
    tx: &mut Tx,
    (session, organizer): (i64, i64),
    letter: i64,
    roles: &[Role],
) -> store::Result<bool> {
    let role = roles::of(tx, letter, organizer).await?;
    Ok(role.is_some_and(|role| roles.contains(&role)) && sessions::is_open(tx, session).await?)
}

/// Whether whoever acts in a session still owns a letter, and the session is still open.
pub(in crate::acts) async fn is_owner(
    tx: &mut Tx,
    (session, organizer): (i64, i64),
    letter: i64,
) -> store::Result<bool> {
    may(tx, (session, organizer), letter, &[Role::Owner]).await
}
