//! Outside translators: a private link to one language of a letter, and to nothing else.

use super::access::may::{Actor, WRITERS};
use super::access::trail::Line;
use super::access::{Act, Session};
use super::writing::Writer;
use super::{ActError, Result};
use crate::app::App;
use crate::model::Letter;
use crate::model::trail::{Part, What};
use crate::seal::{Token, random, row_id};
use crate::store::letters;
use crate::store::translators::{self, TranslatorRow};

/// Seconds for which a link works.
const LIFETIME: i64 = 30 * 24 * 3600;
/// Seconds between two notes that a link is in use.
const GLANCE: i64 = 300;

/// Makes a link for somebody called `name`. Gives its token, which nothing else gives again.
pub async fn invite(
    app: &App,
    session: &Session,
    letter: &Letter,
    (lang, name): (String, String),
) -> Result<Token> {
    let settings = &letter.settings;
    if !settings.languages.contains(&lang) || settings.default_language == lang {
        return Err(ActError::NoLink);
    }
    let (token, now) = (Token::new(random()), app.clock.now());
    let (hash, actor) = (token.hash(), Actor::from(session));
    let what = What::of(Part::Name, &*name).and(Part::Language, &*lang);
    let row = TranslatorRow {
        id: row_id(app.clock.now_ms()),
        letter: letter.id,
        lang,
        name,
        expires_at: now + LIFETIME,
        used_at: None,
    };
    let line = Line::new(
        app,
        session.into(),
        Some(letter.id),
        Act::TranslatorInvited,
        what,
    );
    let invited = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                if !actor.has_role(tx, row.letter, WRITERS).await? {
                    return Ok(false);
                }
                translators::insert(tx, &row, &hash, now).await?;
                line.write(tx).await?;
                Ok(true)
            })
        })
        .await?;
    invited.then_some(token).ok_or(ActError::NotPermitted)
}

/// Ends a link: from now on it opens nothing.
pub async fn end(app: &App, session: &Session, letter: &Letter, id: i64) -> Result<()> {
    let (letter, actor) = (letter.id, Actor::from(session));
    let line = Line::new(app, session.into(), Some(letter), Act::TranslatorEnded, "");
    app.committer
        .write(move |tx| {
            Box::pin(async move {
                if !actor.has_role(tx, letter, WRITERS).await? {
                    return Ok(Err(ActError::NotPermitted));
                }
                let Some((name, lang)) = translators::end(tx, letter, id).await? else {
                    return Ok(Err(ActError::NoLink));
                };
                let what = What::of(Part::Name, name).and(Part::Language, lang);
                line.of(what).write(tx).await?;
                Ok(Ok(()))
            })
        })
        .await?
}

/// A letter's links that work.
pub async fn list(app: &App, letter: i64) -> Result<Vec<TranslatorRow>> {
    let mut tx = app.store.read().await?;
    Ok(translators::of_letter(&mut tx, letter, app.clock.now()).await?)
}

/// What a link opens.
pub struct Opened {
    /// The letter.
    pub letter: Letter,
    /// The one language of it.
    pub lang: String,
    /// Who writes by it.
    pub writer: Writer,
}

/// Opens a link.
pub async fn open(app: &App, token: &str) -> Result<Opened> {
    let hash = Token::parse(token).ok_or(ActError::NoTranslation)?.hash();
    let now = app.clock.now();
    let mut tx = app.store.read().await?;
    let row = translators::by_hash(&mut tx, &hash, now).await?;
    let row = row.ok_or(ActError::NoTranslation)?;
    let letter = letters::by_id(&mut tx, row.letter).await?;
    let letter = letter.ok_or(ActError::NoTranslation)?;
    drop(tx);
    if row.used_at.is_none_or(|used| used + GLANCE <= now) {
        let id = row.id;
        app.committer
            .write(move |tx| Box::pin(async move { translators::used(tx, id, now).await }))
            .await?;
    }
    Ok(Opened {
        letter,
        writer: Writer::Translator {
            link: row.id,
            lang: row.lang.clone(),
            name: row.name,
        },
        lang: row.lang,
    })
}
