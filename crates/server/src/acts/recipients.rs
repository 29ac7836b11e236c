//! Recipients: whose keys a letter's contacts are sealed to. Owners change them until it launches;
//! then its record has them.

use super::Result;
use super::access::people::is_owner;
use super::access::trail::Line;
use super::access::{Act, Session};
use super::launch::test_contact;
use crate::app::App;
use crate::model::{Letter, LetterState};
use crate::store::letters::{self, RecipientRow};
use crate::store::{self, Tx, contacts, founders, roles};

/// The most recipients of a letter: each makes every contact longer and its sealing dearer.
pub const MOST: usize = 8;

/// How a change ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// As asked.
    Done,
    /// Who acts does not own the letter, or not any more.
    NotPermitted,
    /// The letter has launched: nothing was changed.
    Launched,
    /// The letter has this recipient.
    Known,
    /// It has as many as it can.
    TooMany,
}

/// A letter's recipients, and how many contacts are sealed by now.
pub async fn list(app: &App, letter: i64) -> Result<(Vec<RecipientRow>, i64)> {
    let mut tx = app.store.read().await?;
    let known = letters::recipients(&mut tx, letter).await?;
    Ok((known, contacts::sealed(&mut tx, letter).await?))
}

/// Recipients as one line of text, the same for the same ones.
pub(super) fn joined(known: &[RecipientRow]) -> String {
    let mut words: Vec<&str> = known.iter().map(|row| &*row.recipient).collect();
    words.sort_unstable();
    words.join(" ")
}

/// How many founders accepted while a letter that has not launched had other recipients: their
/// contacts are sealed to those.
pub async fn sealed_elsewhere(app: &App, letter: &Letter) -> Result<u64> {
    if letter.state != LetterState::Draft {
        return Ok(0);
    }
    let mut tx = app.store.read().await?;
    let today = joined(&letters::recipients(&mut tx, letter.id).await?);
    let found = founders::sealed_elsewhere(&mut tx, letter.id, &today).await?;
    Ok(found.unsigned_abs())
}

/// A key as the trail names it.
pub(super) fn key_called(recipient: &str, name: &str) -> String {
    match name {
        "" => recipient.to_owned(),
        name => format!("{name} ({recipient})"),
    }
}

/// Adds a recipient (`age1…`, in its one spelling) with a name for its key, and seals it a test
/// contact.
pub async fn add(
    app: &App,
    session: &Session,
    letter: &Letter,
    recipient: &str,
    name: String,
) -> Result<Change> {
    let line = Line::new(
        app,
        session.into(),
        Some(letter.id),
        Act::RecipientAdded,
        "",
    );
    let line = line.of(&key_called(recipient, &name));
    let row = test_contact(letter, recipient, name)?;
    let (id, actor) = (letter.id, (session.id, session.organizer));
    let added = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                if let Some(end) = refused(tx, actor, id).await? {
                    return Ok(end);
                }
                let known = letters::recipients(tx, id).await?.len();
                if !letters::insert_recipient(tx, id, &row).await? {
                    return Ok(Change::Known);
                }
                if known >= MOST {
                    letters::remove_recipient(tx, id, &row.recipient).await?;
                    return Ok(Change::TooMany);
                }
                line.write(tx).await?;
                Ok(Change::Done)
            })
        })
        .await?;
    Ok(added)
}

/// Takes a recipient from a letter. One that isn't there is gone already.
pub async fn remove(
    app: &App,
    session: &Session,
    letter: &Letter,
    recipient: String,
) -> Result<Change> {
    let act = Act::RecipientRemoved;
    let line = Line::new(app, session.into(), Some(letter.id), act, "");
    let (id, actor) = (letter.id, (session.id, session.organizer));
    let removed = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                if let Some(end) = refused(tx, actor, id).await? {
                    return Ok(end);
                }
                if let Some(name) = letters::remove_recipient(tx, id, &recipient).await? {
                    line.of(&key_called(&recipient, &name)).write(tx).await?;
                }
                Ok(Change::Done)
            })
        })
        .await?;
    Ok(removed)
}

/// Why nothing may be changed, if so. Holds the letter until the transaction ends, so that it doesn't
/// launch meanwhile.
async fn refused(tx: &mut Tx, actor: (i64, i64), letter: i64) -> store::Result<Option<Change>> {
    roles::hold(tx, letter).await?;
    if !is_owner(tx, actor, letter).await? {
        return Ok(Some(Change::NotPermitted));
    }
    let known = letters::by_id(tx, letter).await?;
    let is_draft = known.is_some_and(|letter| letter.state == LetterState::Draft);
    Ok((!is_draft).then_some(Change::Launched))
}
