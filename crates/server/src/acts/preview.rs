//! Previews: private links to a letter before its launch, one for each journalist or partner.

use super::access::may::PREVIEWERS;
use super::access::trail::Line;
use super::access::{Act, Session};
use super::founding::by;
use super::founding::list::{UNKNOWN, known};
use super::{ActError, Result};
use crate::app::App;
use crate::model::trail::{Part, What};
use crate::model::{Letter, LetterState, Slug};
use crate::seal::{Token, random, row_id};
use crate::store::letters::TextRow;
use crate::store::previews::{self, PreviewRow};
use crate::store::{StoreError, launches, letters};

/// Makes a link for somebody. Gives its token, which nothing else gives again.
pub async fn make(app: &App, session: &Session, letter: &Letter, name: String) -> Result<Token> {
    let token = Token::new(random());
    let row = PreviewRow {
        id: row_id(app.clock.now_ms()),
        letter: letter.id,
        hash: token.hash(),
        name: name.clone(),
        made_at: app.clock.now(),
        used_at: None,
    };
    let what = What::of(Part::Name, name);
    let line = Line::new(app, session.into(), Some(letter.id), Act::PreviewMade, what);
    by(app, (session, PREVIEWERS), letter, line, move |tx| {
        Box::pin(async move { previews::insert(tx, &row).await })
    })
    .await?;
    Ok(token)
}

/// A letter's links, newest first.
pub async fn list(app: &App, letter: i64) -> Result<Vec<PreviewRow>> {
    Ok(previews::of_letter(&mut app.store.read().await?, letter).await?)
}

/// Revokes a link: from now on there is no such page.
pub async fn revoke(app: &App, session: &Session, letter: &Letter, preview: i64) -> Result<()> {
    let rows = list(app, letter.id).await?;
    let row = rows.into_iter().find(|row| row.id == preview);
    let name = row.ok_or(ActError::NoLink)?.name;
    let line = Line::new(
        app,
        session.into(),
        Some(letter.id),
        Act::PreviewRevoked,
        What::of(Part::Name, name),
    );
    let id = letter.id;
    let revoked = by(app, (session, PREVIEWERS), letter, line, move |tx| {
        Box::pin(async move {
            match previews::remove(tx, id, preview).await? {
                Some(_) => Ok(()),
                None => Err(StoreError::Refused(UNKNOWN.to_owned())),
            }
        })
    });
    known(revoked.await)
}

/// Where a link leads.
pub enum Reached {
    /// To the letter before its launch.
    Before(Box<Previewed>),
    /// To the letter that has launched, by its word in addresses.
    Launched(Slug),
}

/// A letter before its launch.
pub struct Previewed {
    /// The letter.
    pub letter: Letter,
    /// Its newest texts.
    pub texts: Vec<TextRow>,
    /// When it launches, where that is set.
    pub launches_at: Option<i64>,
}

/// Opens a link, and notes that it was used where `notes`.
pub async fn open(app: &App, token: &str, notes: bool) -> Result<Reached> {
    let hash = Token::parse(token).ok_or(ActError::NoLink)?.hash();
    let mut tx = app.store.read().await?;
    let row = previews::by_hash(&mut tx, &hash).await?;
    let row = row.ok_or(ActError::NoLink)?;
    let letter = letters::by_id(&mut tx, row.letter).await?;
    let letter = letter.ok_or(ActError::Unreadable)?;
    if letter.state != LetterState::Draft {
        return Ok(Reached::Launched(letter.slug));
    }
    let mut texts = letters::texts(&mut tx, letter.id).await?;
    let launch = launches::of(&mut tx, letter.id).await?;
    drop(tx);
    let newest = texts.iter().map(|text| text.version).max();
    texts.retain(|text| Some(text.version) == newest);
    if notes {
        let (id, now) = (row.id, app.clock.now());
        app.committer
            .write(move |tx| Box::pin(previews::used(tx, id, now)))
            .await?;
    }
    Ok(Reached::Before(Box::new(Previewed {
        letter,
        texts,
        launches_at: launch
            .filter(|row| row.missing.is_empty())
            .map(|row| row.at),
    })))
}
