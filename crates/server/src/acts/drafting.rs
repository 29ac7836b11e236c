//! Drafting: a letter is begun in the browser or comes in from files, with keys of its own. Nobody
//! but its organizers knows of it until launch.

use std::collections::BTreeMap;

use undersigned_record::Hash;
use undersigned_record::entry::Date;

use super::access::may::Actor;
use super::access::trail::Line;
use super::access::{Act, Session};
use super::launch::test_contact;
use super::{ActError, Result};
use crate::app::App;
use crate::model::{Draft, Letter, LetterState, Role, Settings, Slug, Text, watch};
use crate::seal::{Recipients, row_id};
use crate::store::drafts::{self, DraftRow};
use crate::store::letters::{self, RecipientRow, TextRow};
use crate::store::{self, Tx, roles};

/// The version of a draft's texts.
const FIRST: i64 = 1;

/// How an import of a letter ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drafted {
    /// The letter is new.
    Anew,
    /// The letter was here as a draft with the same texts; recipients and watched names that were
    /// missing are there now.
    Completed,
    /// Its slug or origin is another letter's, or it is here with other texts or another origin:
    /// nothing was changed.
    Differs,
    /// It has launched: nothing was changed.
    Launched,
}

/// Brings a draft in. The same draft again changes nothing.
pub async fn create(app: &App, draft: &Draft, recipients: &[String]) -> Result<Drafted> {
    if !recipients.is_empty() {
        Recipients::parse(recipients)?;
    }
    let log = app.keys.create_letter(&draft.slug, &draft.origin)?;
    let letter = Letter {
        id: row_id(app.clock.now_ms()),
        slug: draft.slug.clone(),
        origin: draft.origin.clone(),
        state: LetterState::Draft,
        vkey: log.verifier().to_string(),
        opened_at: None,
        settings: draft.settings.clone(),
        revision: 0,
    };
    let recipients = recipients
        .iter()
        .map(|recipient| test_contact(&letter, recipient, String::new()))
        .collect::<Result<Vec<_>>>()?;
    let text = |(lang, body): (&String, &Vec<u8>)| TextRow {
        version: FIRST,
        lang: lang.clone(),
        body: body.clone(),
    };
    let parts = Parts {
        letter,
        texts: draft.texts.iter().map(text).collect(),
        watched: draft.watched.clone(),
        recipients,
    };
    app.committer
        .write(move |tx| Box::pin(async move { parts.put(tx).await }))
        .await
        .map_err(ActError::from)
}

/// A letter that is to be begun.
pub struct Beginning {
    /// Its word in addresses.
    pub slug: Slug,
    /// Tag of the language that it is written in first.
    pub lang: String,
    /// Its title, for now.
    pub title: String,
}

/// Name of the log that a letter begun on this site gets.
#[must_use]
pub fn origin(app: &App, slug: &str) -> String {
    match app.config.host() {
        "" => format!("demo.example/letters/{slug}"),
        host => format!("{host}/letters/{slug}"),
    }
}

/// Begins a letter with keys of its own; whoever does owns it. False where the slug is taken.
pub async fn begin(app: &App, session: &Session, new: Beginning) -> Result<bool> {
    let origin = origin(app, new.slug.as_str());
    let log = app.keys.create_letter(&new.slug, &origin)?;
    let now = app.clock.now();
    let letter = Letter {
        id: row_id(app.clock.now_ms()),
        slug: new.slug,
        origin,
        state: LetterState::Draft,
        vkey: log.verifier().to_string(),
        opened_at: None,
        settings: at_first(&new.lang, now, app.config.demo),
        revision: 0,
    };
    let text = Text {
        title: new.title,
        ..Text::default()
    };
    let body = text.to_bytes();
    let draft = DraftRow {
        lang: new.lang,
        revision: 1,
        digest: Hash::of(&body).as_bytes().to_vec(),
        body,
        author: session.organizer,
        who: session.name.clone(),
        saved_at: now,
        source: None,
        kept: false,
    };
    let what = letter.slug.to_string();
    let line = Line::new(app, session.into(), Some(letter.id), Act::LetterMade, what);
    let (actor, owner) = (Actor::from(session), session.organizer);
    let begun = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                if !actor.makes_letters(tx).await? {
                    return Ok(None);
                }
                if !letters::insert(tx, &letter).await? {
                    return Ok(Some(false));
                }
                letters::watch_instead(tx, letter.id, &watch::first_lines()).await?;
                roles::set(tx, letter.id, owner, Role::Owner).await?;
                drafts::begin(tx, letter.id, &draft).await?;
                line.write(tx).await?;
                Ok(Some(true))
            })
        })
        .await?;
    begun.ok_or(ActError::NotPermitted)
}

/// The settings of a letter that was begun at `now`: open for a year, contacts kept for another.
fn at_first(lang: &str, now: i64, demonstration: bool) -> Settings {
    let in_days = |days: i64| Date::from_unix((now + days * 86_400).unsigned_abs()).to_string();
    Settings {
        default_language: lang.to_owned(),
        languages: vec![lang.to_owned()],
        demonstration,
        retention_until: in_days(730),
        closing: in_days(365),
        organizers: Vec::new(),
        privacy: BTreeMap::new(),
    }
}

struct Parts {
    letter: Letter,
    texts: Vec<TextRow>,
    watched: Vec<String>,
    recipients: Vec<RecipientRow>,
}

impl Parts {
    async fn put(self, tx: &mut Tx) -> store::Result<Drafted> {
        let new = letters::insert(tx, &self.letter).await?;
        let id = if new {
            self.letter.id
        } else {
            let known = letters::by_slug(tx, self.letter.slug.as_str()).await?;
            match known {
                Some(known) if known.state != LetterState::Draft => return Ok(Drafted::Launched),
                Some(known) if self.is_same(tx, &known).await? => known.id,
                _ => return Ok(Drafted::Differs),
            }
        };
        for text in &self.texts {
            letters::insert_text(tx, id, text).await?;
        }
        for name in &self.watched {
            letters::watch(tx, id, name).await?;
        }
        for recipient in &self.recipients {
            letters::insert_recipient(tx, id, recipient).await?;
        }
        Ok(if new {
            Drafted::Anew
        } else {
            Drafted::Completed
        })
    }

    async fn is_same(&self, tx: &mut Tx, known: &Letter) -> store::Result<bool> {
        let texts = letters::texts(tx, known.id).await?;
        let key = |text: &TextRow| (text.lang.clone(), text.body.clone());
        let stored: BTreeMap<_, _> = texts.iter().map(key).collect();
        let brought = self.texts.iter().map(key).collect();
        let settings = |letter: &Letter| serde_json::to_string(&letter.settings).ok();
        Ok(known.origin == self.letter.origin
            && stored == brought
            && settings(known) == settings(&self.letter))
    }
}
