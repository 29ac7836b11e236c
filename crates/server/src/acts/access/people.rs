//! Who may do what with a letter, changed by its owners.

use super::super::{ActError, Result};
use super::may::{Actor, WRITERS};
use super::trail::Line;
use super::{Act, Session};
use crate::app::App;
use crate::model::Role;
use crate::model::trail::{Part, What};
use crate::store::invitations::{self, InvitationRow};
use crate::store::roles::{self, Person};
use crate::store::{self, StoreError, Tx, founder_links, sessions};

/// A letter's organizers, and whose links wait.
pub struct People {
    /// In the order they came.
    pub organizers: Vec<Person>,
    /// By when their links end.
    pub invited: Vec<Pending>,
}

/// A link that nobody has used yet.
pub struct Pending {
    /// What to revoke it by.
    pub id: i64,
    /// For whom.
    pub name: String,
    /// As what they are to join; none where they have a role and lost their passkeys.
    pub role: Option<Role>,
    /// Until when it works.
    pub until: i64,
}

/// Who is there.
pub async fn list(app: &App, letter: i64) -> Result<People> {
    let mut tx = app.store.read().await?;
    let waiting = invitations::waiting(&mut tx, letter, app.clock.now()).await?;
    let read = |row: InvitationRow| {
        let role = row.role.parse().map_err(|()| ActError::Unreadable)?;
        Ok(Pending {
            id: row.id,
            name: row.name,
            role: row.organizer.is_none().then_some(role),
            until: row.expires_at,
        })
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
    match change {
        Change::To(role) => {
            roles::set(tx, letter, organizer, role).await?;
            let line = line.of(What::of(Part::Name, &*person.name)
                .and(Part::From, person.role.as_str())
                .and(Part::To, role.as_str()));
            line.write(tx).await?;
            if role != Role::Owner {
                void_links_by(tx, letter, organizer, &line).await?;
            }
            if !WRITERS.contains(&role) {
                founder_links::end_unused_by(tx, letter, organizer).await?;
            }
        }
        Change::Gone => {
            let line = line.of(What::person(&person.name, person.role));
            dismiss(tx, letter, organizer, &line).await?;
        }
    }
    Ok(Changed::Done)
}

/// Takes somebody's role in a letter that is held, with all that hangs on it: their sessions, the
/// invitations that they made, and the founders' links that they handed over and nobody answered by.
pub(super) async fn dismiss(
    tx: &mut Tx,
    letter: i64,
    organizer: i64,
    line: &Line,
) -> store::Result<()> {
    roles::remove(tx, letter, organizer).await?;
    sessions::end_all(tx, organizer).await?;
    founder_links::end_unused_by(tx, letter, organizer).await?;
    line.write(tx).await?;
    void_links_by(tx, letter, organizer, line).await
}

/// Whoever owns a letter no longer has invited nobody to it.
async fn void_links_by(tx: &mut Tx, letter: i64, inviter: i64, line: &Line) -> store::Result<()> {
    for of in invitations::revoke_by(tx, letter, inviter).await? {
        let line = line.besides(Act::InvitationRevoked, invited(&of)?);
        line.write(tx).await?;
    }
    Ok(())
}

/// For whom a link was, and as what they were to join.
fn invited(row: &InvitationRow) -> store::Result<What> {
    let role = row.role.parse().map_err(|()| StoreError::Corrupt("role"))?;
    Ok(match row.organizer {
        Some(_) => What::of(Part::Name, &*row.name),
        None => What::person(&row.name, role),
    })
}

/// Revokes an invitation, or a new link that an owner made for somebody: from now on it opens nothing.
pub async fn revoke(app: &App, session: &Session, letter: i64, id: i64) -> Result<()> {
    let actor = Actor::from(session);
    let act = Act::InvitationRevoked;
    let line = Line::new(app, session.into(), Some(letter), act, "");
    let revoked = app.committer.write(move |tx| {
        Box::pin(async move {
            if !actor.has_role(tx, letter, &[Role::Owner]).await? {
                return Ok(Err(ActError::NotPermitted));
            }
            let Some(of) = invitations::revoke(tx, letter, id).await? else {
                return Ok(Err(ActError::NoLink));
            };
            line.of(invited(&of)?).write(tx).await?;
            Ok(Ok(()))
        })
    });
    revoked.await?
}

/// Whether whoever acts in a session still has one of these roles in a letter, and the session is
/// still open.
pub(in crate::acts) async fn may(
    tx: &mut Tx,
    (session, organizer): (i64, i64),
    letter: i64,
    roles: &[Role],
) -> store::Result<bool> {
    let role = roles::stays(tx, letter, organizer).await?;
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
