//! Launch: one transaction writes genesis, texts, founding signatures and `opened`. Before it there
//! is no record; after it there is all of it.

pub mod checklist;
pub mod schedule;

use std::collections::{BTreeMap, BTreeSet};

use undersigned_record::Hash;
use undersigned_record::entry::{self, Genesis, State};

use super::access::may::Actor;
use super::access::trail::{Line, Who};
use super::access::{Act, Session};
use super::recipients::key_called;
use super::{ActError, Result, founding};
use crate::app::App;
use crate::model::{Letter, LetterState, Role};
use crate::recorder::{Append, drain};
use crate::seal::{Recipients, Token, random};
use crate::store::letters::{self, RecipientRow, TextRow};
use crate::store::{StoreError, Tx, launches, roles};

/// What a letter still lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Missing {
    /// It has launched already.
    #[error("the letter was launched already")]
    Launched,
    /// No text.
    #[error("the letter has no text: release or import one first")]
    Text,
    /// A language that it is offered in has no text.
    #[error("the letter has no text in one of the languages that it is offered in")]
    Languages,
    /// No recipients.
    #[error("the letter has no recipients: contacts would have nobody to be sealed to")]
    Recipients,
    /// Test contacts that nobody opened.
    #[error(
        "not every recipient has opened the test contact: run `undersigned export test-contacts`, \
         open it with `undersigned-desk contacts test`, and bring the code back with \
         `undersigned recipients confirm`"
    )]
    Tests,
    /// Dates of the settings that are none.
    #[error("retention_until and closing must be days, like 2028-12-31")]
    Dates,
    /// Its last day is over.
    #[error("the letter's closing day is over")]
    Closing,
    /// Its origin names another site.
    #[error("the letter's origin names another site: its record would bear that name for ever")]
    Host,
    /// It may have been launched after this database was saved.
    #[error("the letter may have been launched after this database was saved: recover its record")]
    Record,
    /// Founders' words or logos can't be read.
    #[error(
        "statements or logos of founders can't be read, because their key is missing or damaged: put \
         your copy of the letter's keys in place (`undersigned doctor` names the file), or leave these \
         statements and logos out"
    )]
    FoundersKey,
}

impl Missing {
    /// Everything that can keep a letter from being launched.
    pub const ALL: [Self; 10] = [
        Self::Launched,
        Self::Text,
        Self::Languages,
        Self::Recipients,
        Self::Tests,
        Self::Dates,
        Self::Closing,
        Self::Host,
        Self::Record,
        Self::FoundersKey,
    ];

    /// As stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Launched => "launched",
            Self::Text => "text",
            Self::Languages => "languages",
            Self::Recipients => "recipients",
            Self::Tests => "tests",
            Self::Dates => "dates",
            Self::Closing => "closing",
            Self::Host => "host",
            Self::Record => "record",
            Self::FoundersKey => "founders-key",
        }
    }
}

/// What a letter still lacks before it can launch, if anything.
pub async fn missing(tx: &mut Tx, letter: &Letter) -> Result<Option<Missing>> {
    Ok(lacks(tx, letter).await?.into_iter().next())
}

/// Everything that a letter still lacks before it can launch.
pub async fn lacks(tx: &mut Tx, letter: &Letter) -> crate::store::Result<Vec<Missing>> {
    if letter.state != LetterState::Draft {
        return Ok(vec![Missing::Launched]);
    }
    let mut lacks = Vec::new();
    let texts = letters::texts(tx, letter.id).await?;
    let newest = texts.iter().map(|text| text.version).max();
    let newest = texts.iter().filter(|text| Some(text.version) == newest);
    let released: BTreeSet<&String> = newest.map(|text| &text.lang).collect();
    let offered = &letter.settings.languages;
    if released.is_empty() {
        lacks.push(Missing::Text);
    } else if offered.iter().any(|lang| !released.contains(lang)) {
        lacks.push(Missing::Languages);
    }
    let recipients = letters::recipients(tx, letter.id).await?;
    if recipients.is_empty() {
        lacks.push(Missing::Recipients);
    } else if recipients.iter().any(|row| row.tested_at.is_none()) {
        lacks.push(Missing::Tests);
    }
    let settings = &letter.settings;
    let dates = settings.retention_until.parse::<entry::Date>().is_ok()
        && settings.closing.parse::<entry::Date>().is_ok();
    if !dates {
        lacks.push(Missing::Dates);
    }
    Ok(lacks)
}

/// Everything that keeps a letter from being launched from here at this second.
pub async fn obstacles(app: &App, letter: &Letter) -> Result<Vec<Missing>> {
    let mut tx = app.store.read().await?;
    let mut all = lacks(&mut tx, letter).await?;
    if founding::key::keeps_from_launch(&mut tx, letter, &app.keys).await? {
        all.push(Missing::FoundersKey);
    }
    drop(tx);
    if letter.closes_at() <= app.clock.now() {
        all.push(Missing::Closing);
    }
    if letter.origin != app.config.origin_of(&letter.slug) && !app.config.demo {
        all.push(Missing::Host);
    }
    let key = letter.vkey.parse().map_err(|_| ActError::Unreadable)?;
    let highest = app.served.highest(&letter.slug, &key);
    let highest = highest.map_err(|_| StoreError::Unavailable("the file of served checkpoints"))?;
    if app.served.is_restored(&letter.slug) || highest.is_some() {
        all.push(Missing::Record);
    }
    Ok(all)
}

/// Launches a letter, as whoever has the server's command line. Gives what it lacks, if anything.
pub async fn launch(app: &App, letter: &Letter) -> Result<Vec<Missing>> {
    let line = Line::new(app, Who::operator(), Some(letter.id), Act::Launched, "");
    let launched = commit(app, letter, move |tx, _| {
        Box::pin(async move { line.write(tx).await.map(|()| true) })
    });
    match launched.await? {
        Ended::Launched => Ok(Vec::new()),
        Ended::Lacking(missing) => Ok(missing),
        Ended::NotPermitted => Err(ActError::NotPermitted),
    }
}

/// How a launch ended.
enum Ended {
    /// It is public.
    Launched,
    /// Something is missing.
    Lacking(Vec<Missing>),
    /// Whoever asked for it may not, or not any more.
    NotPermitted,
}

/// Launches a letter if it lacks nothing and `permit` lets it. Both are asked in the transaction that
/// launches it, and the letter is held from then on: what was there before may be gone by now.
async fn commit<F>(app: &App, letter: &Letter, permit: F) -> Result<Ended>
where
    F: for<'t> FnOnce(
            &'t mut Tx,
            &'t Letter,
        ) -> futures_util::future::BoxFuture<'t, crate::store::Result<bool>>
        + Send
        + 'static,
{
    let (now, id) = (app.clock.now(), letter.id);
    let keys = (app.keys.clone(), app.waiting.clone());
    let ended = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                roles::hold(tx, id).await?;
                let letter = letters::by_id(tx, id).await?;
                let letter = letter.ok_or(StoreError::Corrupt("a letter is missing"))?;
                let mut missing = lacks(tx, &letter).await?;
                if founding::key::keeps_from_launch(tx, &letter, &keys.0).await? {
                    missing.push(Missing::FoundersKey);
                }
                if !missing.is_empty() {
                    return Ok(Ended::Lacking(missing));
                }
                if !permit(tx, &letter).await? {
                    return Ok(Ended::NotPermitted);
                }
                launch_in(tx, &letter, now).await?;
                launches::remove(tx, letter.id).await?;
                founding::conclude(tx, &letter, &keys, now).await?;
                Ok(Ended::Launched)
            })
        })
        .await?;
    if matches!(ended, Ended::Launched) {
        app.recorder_wake.notify_one();
        if let Err(error) = app.keys.drop_founders_key(&letter.slug) {
            tracing::warn!(%error, "a founders' key was not deleted; it will be tried again");
        }
    }
    Ok(ended)
}

async fn launch_in(tx: &mut Tx, letter: &Letter, now: i64) -> crate::store::Result<()> {
    if !letters::advance(tx, letter.id, LetterState::Draft, LetterState::Open, now).await? {
        return Err(StoreError::HeadMoved);
    }
    let mut append = Append::genesis(letter.id, now);
    let genesis = genesis(tx, letter).await?;
    append.push(genesis);
    for text in texts(tx, letter).await? {
        append.push(text);
    }
    while drain(tx, &mut append, letter.id).await? > 0 {}
    append.push(entry::Act::State(State::Opened));
    append.finish(tx).await.map(|_| ())
}

async fn genesis(tx: &mut Tx, letter: &Letter) -> crate::store::Result<entry::Act> {
    let date = |text: &str| text.parse().map_err(|_| StoreError::Corrupt("a date"));
    let recipients = letters::recipients(tx, letter.id).await?;
    Ok(entry::Act::Genesis(Genesis {
        origin: letter.origin.clone(),
        key: letter
            .vkey
            .parse()
            .map_err(|_| StoreError::Corrupt("vkey"))?,
        recipients: recipients.into_iter().map(|row| row.recipient).collect(),
        retention: date(&letter.settings.retention_until)?,
        closing: Some(date(&letter.settings.closing)?),
        predecessor: None,
    }))
}

/// One `text` entry for each version.
async fn texts(tx: &mut Tx, letter: &Letter) -> crate::store::Result<Vec<entry::Act>> {
    let mut versions: BTreeMap<i64, BTreeMap<entry::Lang, Hash>> = BTreeMap::new();
    for TextRow {
        version,
        lang,
        body,
    } in letters::texts(tx, letter.id).await?
    {
        let lang = lang.parse().map_err(|_| StoreError::Corrupt("language"))?;
        versions
            .entry(version)
            .or_default()
            .insert(lang, Hash::of(&body));
    }
    let entry = |(version, texts): (i64, _)| {
        entry::Act::Text(entry::Text {
            version: version.unsigned_abs(),
            texts,
        })
    };
    Ok(versions.into_iter().map(entry).collect())
}

/// Makes the test contact of a recipient, whose key has this name: a code that only its identity
/// brings back.
pub fn test_contact(letter: &Letter, recipient: &str, name: String) -> Result<RecipientRow> {
    let secret = Token::new(random());
    let code = readable(&secret);
    let plain = serde_json::json!({ "v": 1, "letter": letter.origin, "code": code });
    let file = Recipients::parse(&[recipient])?.seal(plain.to_string().as_bytes())?;
    Ok(RecipientRow {
        recipient: recipient.to_owned(),
        name,
        test_contact: file,
        code_hash: Hash::of(code.as_bytes()).as_bytes().to_vec(),
        tested_at: None,
    })
}

/// Brings back the code of a test contact, by the operator.
pub async fn pass_test(app: &App, who: Who, letter: &Letter, code: &str) -> Result<bool> {
    pass(app, (who, None), letter, code).await
}

/// The same by an owner.
pub async fn pass_test_by(
    app: &App,
    session: &Session,
    letter: &Letter,
    code: &str,
) -> Result<bool> {
    let by = (session.into(), Some(Actor::from(session)));
    pass(app, by, letter, code).await
}

async fn pass(
    app: &App,
    (who, actor): (Who, Option<Actor>),
    letter: &Letter,
    code: &str,
) -> Result<bool> {
    let (id, now) = (letter.id, app.clock.now());
    let hash = Hash::of(code.trim().to_ascii_uppercase().as_bytes())
        .as_bytes()
        .to_vec();
    let line = Line::new(app, who, Some(id), Act::RecipientTested, "");
    let passed = app.committer.write(move |tx| {
        Box::pin(async move {
            if let Some(actor) = actor
                && !actor.has_role(tx, id, &[Role::Owner]).await?
            {
                return Ok(Err(ActError::NotPermitted));
            }
            let Some((recipient, name)) = letters::pass_test(tx, id, &hash, now).await? else {
                return Ok(Ok(false));
            };
            line.of(key_called(&recipient, &name)).write(tx).await?;
            Ok(Ok(true))
        })
    });
    passed.await?
}

/// 16 letters and digits that can't be mistaken for each other, in groups of four: 80 bits.
fn readable(secret: &Token) -> String {
    const ALPHABET: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    let picked: Vec<u8> = secret
        .hash()
        .iter()
        .take(16)
        .map(|byte| ALPHABET[usize::from(byte % 32)])
        .collect();
    let groups: Vec<String> = picked
        .chunks(4)
        .map(|group| String::from_utf8_lossy(group).into_owned())
        .collect();
    groups.join("-")
}

/// The test contacts of a letter, as `undersigned-desk contacts test` reads them.
pub fn test_contacts(
    letter: &Letter,
    recipients: &[RecipientRow],
) -> std::result::Result<String, ActError> {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    let head = serde_json::json!({ "undersigned": "test-contact/v1", "letter": letter.origin });
    let mut lines = vec![head.to_string()];
    for row in recipients {
        let age = STANDARD.encode(&row.test_contact);
        lines.push(serde_json::json!({ "recipient": row.recipient, "age": age }).to_string());
    }
    Ok(lines.join("\n") + "\n")
}
