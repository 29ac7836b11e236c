//! Drafting: a letter is begun in the browser or comes in from files, with keys of its own. Nobody
//! but its organizers knows of it until launch.

use std::collections::BTreeMap;

use undersigned_record::Hash;
use undersigned_record::entry::Date;

use super::access::may::Actor;
use super::access::trail::{Line, Who};
use super::access::{Act, Session};
use super::launch::test_contact;
use super::{ActError, Result};
use crate::app::App;
use crate::model::trail::{Part, What};
use crate::model::{Draft, Letter, LetterState, Role, Settings, Slug, Text, watch};
use crate::seal::{KeyDir, KeyError, Recipients, row_id};
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
    let letter = Letter {
        id: row_id(app.clock.now_ms()),
        slug: draft.slug.clone(),
        origin: draft.origin.clone(),
        state: LetterState::Draft,
        vkey: String::new(),
        opened_at: None,
        settings: draft.settings.clone(),
        revision: 0,
    };
    let recipients = recipients
        .iter()
        .map(|recipient| test_contact(&letter, recipient, String::new()))
        .collect::<Result<Vec<_>>>()?;
    let what = What::of(Part::Letter, draft.slug.as_str());
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
        keys: app.keys.clone(),
        line: Line::new(app, Who::operator(), None, Act::LetterImported, what),
    };
    let put = app
        .committer
        .write(move |tx| Box::pin(async move { parts.put(tx).await }));
    Ok(put.await??)
}

/// Adds a new letter with keys of its own, which are made last: whoever may not, or whose slug or
/// origin is taken, leaves none behind. False where one is taken.
async fn insert(tx: &mut Tx, keys: &KeyDir, letter: &mut Letter) -> store::Result<Made> {
    if letters::is_taken(tx, letter.slug.as_str(), &letter.origin).await? {
        return Ok(Ok(false));
    }
    match keys.create_letter(&letter.slug, &letter.origin) {
        Ok(log) => letter.vkey = log.verifier().to_string(),
        Err(error) => return Ok(Err(error)),
    }
    Ok(Ok(letters::insert(tx, letter).await?))
}

/// Whether a letter was made, unless its keys could not be.
type Made = std::result::Result<bool, KeyError>;

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
    let now = app.clock.now();
    let mut letter = Letter {
        id: row_id(app.clock.now_ms()),
        slug: new.slug,
        origin,
        state: LetterState::Draft,
        vkey: String::new(),
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
    let what = What::of(Part::Letter, letter.slug.as_str());
    let line = Line::new(app, session.into(), Some(letter.id), Act::LetterMade, what);
    let (actor, owner) = (Actor::from(session), session.organizer);
    let keys = app.keys.clone();
    let begun = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                if !actor.makes_letters(tx).await? {
                    return Ok(None);
                }
                let made = insert(tx, &keys, &mut letter).await?;
                if !matches!(made, Ok(true)) {
                    return Ok(Some(made));
                }
                letters::watch_instead(tx, letter.id, &watch::first_lines()).await?;
                roles::set(tx, letter.id, owner, Role::Owner).await?;
                drafts::begin(tx, letter.id, &draft).await?;
                line.write(tx).await?;
                Ok(Some(Ok(true)))
            })
        })
        .await?;
    Ok(begun.ok_or(ActError::NotPermitted)??)
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
    keys: KeyDir,
    line: Line,
}

impl Parts {
    async fn put(mut self, tx: &mut Tx) -> store::Result<std::result::Result<Drafted, KeyError>> {
        let new = match insert(tx, &self.keys, &mut self.letter).await? {
            Ok(new) => new,
            Err(error) => return Ok(Err(error)),
        };
        let id = if new {
            self.letter.id
        } else {
            let known = letters::by_slug(tx, self.letter.slug.as_str()).await?;
            match known {
                Some(known) if known.state != LetterState::Draft => {
                    return Ok(Ok(Drafted::Launched));
                }
                Some(known) if self.is_same(tx, &known).await? => known.id,
                _ => return Ok(Ok(Drafted::Differs)),
            }
        };
        for text in &self.texts {
            letters::insert_text(tx, id, text).await?;
        }
        let mut added = new;
        for name in &self.watched {
            added |= letters::watch(tx, id, name).await?;
        }
        for recipient in &self.recipients {
            added |= letters::insert_recipient(tx, id, recipient).await?;
        }
        if added {
            self.line.within(id).write(tx).await?;
        }
        Ok(Ok(match new {
            true => Drafted::Anew,
            false => Drafted::Completed,
        }))
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
