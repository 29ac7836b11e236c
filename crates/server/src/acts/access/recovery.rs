//! New links for organizers who are locked out: from the operator, from another owner, or for the
//! printed code. Each gives another passkey, once.

use super::super::{ActError, Result};
use super::invitation::LIFETIME;
use super::may::Actor;
use super::trail::{Line, Who};
use super::{Act, Session};
use crate::app::App;
use crate::model::Role;
use crate::model::trail::{Part, What};
use crate::seal::{RecoveryCode, Token, random, row_id};
use crate::store::invitations::{self, InvitationRow};
use crate::store::organizers::{self, OrganizerRow};
use crate::store::{self, Tx, roles};

/// Seconds for which the link works that a recovery code gives.
const SOON: i64 = 3600;

/// Gives an organizer who is locked out a new link; those before it stop working. For the operator.
pub async fn recover(app: &App, organizer: &OrganizerRow) -> Result<Token> {
    let token = Token::new(random());
    let row = link(app, &token, LIFETIME);
    let (organizer, line) = (organizer.clone(), recovered(app, Who::operator()));
    app.committer
        .write(move |tx| Box::pin(async move { put(tx, row, &organizer, line).await }))
        .await?;
    Ok(token)
}

fn recovered(app: &App, who: Who) -> Line {
    Line::new(app, who, None, Act::Recovered, "")
}

/// Keeps a link for an organizer. Their letters' owners see it even if the organizer never comes
/// back.
async fn put(
    tx: &mut Tx,
    row: InvitationRow,
    organizer: &OrganizerRow,
    line: Line,
) -> store::Result<()> {
    invitations::withdraw(tx, organizer.id).await?;
    let row = InvitationRow {
        organizer: Some(organizer.id),
        name: organizer.name.clone(),
        ..row
    };
    invitations::insert(tx, &row).await?;
    let line = line.of(What::of(Part::Name, &*organizer.name));
    let letters = roles::letters_of(tx, organizer.id).await?;
    if letters.is_empty() {
        return line.write(tx).await;
    }
    for (letter, _) in letters {
        line.within(letter.id).write(tx).await?;
    }
    Ok(())
}

/// How it ended that an owner gives a link.
enum Given {
    /// To whom.
    To(String),
    NotPermitted,
    Unknown,
    ReachesFurther,
}

/// Gives an organizer of a letter who is locked out a new link, by an owner of it. Gives their name
/// too. Whoever uses the link can do what its holder can: so it is given only where that is nothing
/// beyond what the owner can do anyway.
pub async fn give(
    app: &App,
    session: &Session,
    letter: i64,
    organizer: i64,
) -> Result<(String, Token)> {
    let (actor, owner) = (Actor::from(session), session.organizer);
    let token = Token::new(random());
    let row = InvitationRow {
        inviter: Some(owner),
        ..link(app, &token, LIFETIME)
    };
    let line = recovered(app, session.into());
    let given = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                if !actor.holds(tx, letter, &[Role::Owner]).await? {
                    return Ok(Given::NotPermitted);
                }
                let theirs = roles::of(tx, letter, organizer).await?;
                let known = organizers::get(tx, organizer).await?;
                let Some(known) = known.filter(|_| theirs.is_some() && organizer != owner) else {
                    return Ok(Given::Unknown);
                };
                if !reaches_as_far(tx, owner, &known).await? {
                    return Ok(Given::ReachesFurther);
                }
                put(tx, row, &known, line).await?;
                Ok(Given::To(known.name))
            })
        })
        .await?;
    match given {
        Given::To(name) => Ok((name, token)),
        Given::NotPermitted => Err(ActError::NotPermitted),
        Given::Unknown => Err(ActError::NoLink),
        Given::ReachesFurther => Err(ActError::ReachesFurther),
    }
}

/// Whether an owner may still give a link that waits: meanwhile its holder may have come to letters that
/// are not that owner's. Other links don't depend on anybody's.
pub(super) async fn still_reaches(tx: &mut Tx, link: &InvitationRow) -> store::Result<bool> {
    let (Some(owner), Some(holder)) = (link.inviter, link.organizer) else {
        return Ok(true);
    };
    match organizers::get(tx, holder).await? {
        Some(holder) => reaches_as_far(tx, owner, &holder).await,
        None => Ok(false),
    }
}

/// Whether an organizer owns every letter of another, and may make letters if the other may.
async fn reaches_as_far(tx: &mut Tx, owner: i64, other: &OrganizerRow) -> store::Result<bool> {
    let own = organizers::get(tx, owner).await?;
    if other.makes_letters && !own.is_some_and(|own| own.makes_letters) {
        return Ok(false);
    }
    for (letter, _) in roles::letters_of(tx, other.id).await? {
        if roles::of(tx, letter.id, owner).await? != Some(Role::Owner) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Gives the holder of a recovery code a link, which works for an hour. The code is used up.
pub async fn use_code(app: &App, code: &RecoveryCode) -> Result<Token> {
    let token = Token::new(random());
    let (hash, row) = (code.hash(), link(app, &token, SOON));
    let line = Line::new(app, Who::operator(), None, Act::RecoveryCodeUsed, "");
    let taken = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                let Some((id, name)) = organizers::take_recovery(tx, &hash).await? else {
                    return Ok(false);
                };
                let row = InvitationRow {
                    organizer: Some(id),
                    name: name.clone(),
                    ..row
                };
                invitations::insert(tx, &row).await?;
                line.by(Who::organizer(id, name)).write(tx).await?;
                Ok(true)
            })
        })
        .await?;
    taken.then_some(token).ok_or(ActError::NoInvitation)
}

/// A link for another passkey, of nobody yet.
fn link(app: &App, token: &Token, lifetime: i64) -> InvitationRow {
    InvitationRow {
        id: row_id(app.clock.now_ms()),
        hash: token.hash(),
        inviter: None,
        organizer: None,
        name: String::new(),
        letter: None,
        role: Role::Owner.as_str().to_owned(),
        expires_at: app.clock.now() + lifetime,
    }
}
