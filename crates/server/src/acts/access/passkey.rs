//! Passkeys of an organizer who is signed in.

use webauthn_rs::prelude::CreationChallengeResponse;

use super::super::{ActError, Result};
use super::ceremony::{self, Answer, Begun, Purpose};
use super::invitation::passkey_row;
use super::trail::Line;
use super::{Act, Session};
use crate::app::App;
use crate::model::trail::{Part, What};
use crate::store::passkeys::{self, PasskeyRow};
use crate::store::{organizers, sessions};

/// The organizer's passkeys, oldest first.
pub async fn list(app: &App, session: &Session) -> Result<Vec<PasskeyRow>> {
    let mut tx = app.store.read().await?;
    Ok(passkeys::of(&mut tx, session.organizer).await?)
}

fn line(app: &App, session: &Session, act: Act, passkey: &str) -> Line {
    let what = What::of(Part::Name, passkey);
    Line::new(app, session.into(), None, act, what)
}

/// Asks for another passkey.
pub async fn ask(app: &App, session: &Session) -> Result<Begun<CreationChallengeResponse>> {
    let mut tx = app.store.read().await?;
    let organizer = organizers::get(&mut tx, session.organizer)
        .await?
        .ok_or(ActError::NotPermitted)?;
    let known = passkeys::of(&mut tx, session.organizer).await?;
    drop(tx);
    ceremony::ask_for_new(app, Purpose::Passkey(session.id), &organizer, &known).await
}

/// Adds the passkey that was asked for.
pub async fn add(app: &App, session: &Session, answer: Answer<'_>, name: String) -> Result<()> {
    let key = ceremony::new_passkey(app, Purpose::Passkey(session.id), answer).await?;
    let line = line(app, session, Act::PasskeyAdded, &name);
    let row = passkey_row(app, session.organizer, name, &key)?;
    let id = session.id;
    let added = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                let added = sessions::is_open(tx, id).await? && passkeys::insert(tx, &row).await?;
                if added {
                    line.write(tx).await?;
                }
                Ok(added)
            })
        })
        .await?;
    added.then_some(()).ok_or(ActError::NoPasskey)
}

/// Gives a passkey another name.
pub async fn rename(app: &App, session: &Session, id: i64, name: String) -> Result<()> {
    let line = line(app, session, Act::PasskeyRenamed, &name);
    let (organizer, open) = (session.organizer, session.id);
    let renamed = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                let renamed = sessions::is_open(tx, open).await?
                    && passkeys::rename(tx, organizer, id, &name).await?;
                if renamed {
                    line.write(tx).await?;
                }
                Ok(renamed)
            })
        })
        .await?;
    renamed.then_some(()).ok_or(ActError::NoLink)
}

/// How a removal ended.
enum Removal {
    Done,
    Unknown,
    Last,
}

/// Removes a passkey; never the last one of an organizer without a recovery code.
pub async fn remove(app: &App, session: &Session, id: i64) -> Result<()> {
    let line = line(app, session, Act::PasskeyRemoved, "");
    let (organizer, open) = (session.organizer, session.id);
    let removal = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                passkeys::hold(tx, organizer).await?;
                let known = passkeys::of(tx, organizer).await?;
                let is_open = sessions::is_open(tx, open).await?;
                let row = known.iter().find(|row| row.id == id);
                let Some(row) = row.filter(|_| is_open) else {
                    return Ok(Removal::Unknown);
                };
                if known.len() == 1 && !organizers::has_recovery(tx, organizer).await? {
                    return Ok(Removal::Last);
                }
                passkeys::remove(tx, organizer, id).await?;
                line.and(Part::Name, &*row.name).write(tx).await?;
                Ok(Removal::Done)
            })
        })
        .await?;
    match removal {
        Removal::Done => Ok(()),
        Removal::Unknown => Err(ActError::NoLink),
        Removal::Last => Err(ActError::LastPasskey),
    }
}
