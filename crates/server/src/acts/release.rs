//! Release: what is written becomes a version that people sign. What somebody signed is never
//! changed: from then on there is a next version, and after launch its entry in the record.

use std::collections::BTreeMap;

use undersigned_record::Hash;
use undersigned_record::entry::Date;

use super::access::may::{Actor, WRITERS};
use super::access::trail::Line;
use super::access::{Act, Session};
use super::writing::{self, Wording, Written};
use super::{ActError, Result};
use crate::app::App;
use crate::model::trail::{Part, What};
use crate::model::{Letter, LetterState, Text};
use crate::recorder::Act as Recorded;
use crate::seal::row_id;
use crate::store::letters::TextRow;
use crate::store::{self, StoreError, Tx, drafts, founders, letters, record, versions};

/// Something that a letter lacks for its texts to be released.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Nobody has begun the text in this language.
    Text(String),
    /// So many things are wrong with the text in this language.
    Mistakes(String, u64),
    /// So many things set the text in this language apart from its source.
    Drift(String, u64),
    /// The last day for signing, or the day until which addresses are kept, is none or over.
    Dates,
    /// Nobody is named who runs the letter.
    Organizers,
    /// The letter takes no signatures any more.
    Closed,
}

/// How a letter's texts stand to what was released.
pub struct Readiness {
    /// What is missing.
    pub lacks: Vec<Lack>,
    /// The version that was released last; 0 where none was.
    pub newest: i64,
    /// Whether what is written is what was released last.
    pub unchanged: bool,
}

/// Whether what is written can be released.
pub async fn readiness(app: &App, letter: &Letter) -> Result<Readiness> {
    let mut tx = app.store.read().await?;
    let written = writing::read(&mut tx, letter).await?;
    let released = letters::texts(&mut tx, letter.id).await?;
    Ok(Readiness {
        lacks: lacks(letter, &written, &today(app)),
        newest: released.last().map_or(0, |row| row.version),
        unchanged: is_unchanged(&written, &newest(released)),
    })
}

fn today(app: &App) -> String {
    Date::from_unix(app.clock.now().unsigned_abs()).to_string()
}

/// The texts of the newest version, by language.
fn newest(texts: Vec<TextRow>) -> BTreeMap<String, Vec<u8>> {
    let version = texts.last().map(|row| row.version);
    let newest = texts.into_iter().filter(|row| Some(row.version) == version);
    newest.map(|row| (row.lang, row.body)).collect()
}

fn is_unchanged(written: &Written, newest: &BTreeMap<String, Vec<u8>>) -> bool {
    let same = |wording: &Wording| {
        newest
            .get(&wording.lang)
            .is_some_and(|body| says(body, wording))
    };
    written.wordings.len() == newest.len() && written.wordings.iter().all(same)
}

/// Whether a text's bytes say what is written.
fn says(body: &[u8], wording: &Wording) -> bool {
    Text::unfinished(body).is_ok_and(|text| text == wording.text)
}

fn lacks(letter: &Letter, written: &Written, today: &str) -> Vec<Lack> {
    let mut lacks = Vec::new();
    for wording in &written.wordings {
        let lang = wording.lang.clone();
        let (mistakes, drift) = (wording.text.faults().len(), wording.drift.len());
        if wording.text == Text::default() {
            lacks.push(Lack::Text(lang));
            continue;
        }
        if mistakes > 0 {
            lacks.push(Lack::Mistakes(lang.clone(), mistakes as u64));
        }
        if drift > 0 {
            lacks.push(Lack::Drift(lang, drift as u64));
        }
    }
    let settings = &letter.settings;
    let is_ahead = |day: &str| day.parse::<Date>().is_ok() && day >= today;
    match letter.state {
        LetterState::Draft => {
            if !is_ahead(&settings.closing) || settings.retention_until < settings.closing {
                lacks.push(Lack::Dates);
            }
            if settings.organizers.is_empty() {
                lacks.push(Lack::Organizers);
            }
        }
        LetterState::Open => {}
        LetterState::Closed => lacks.push(Lack::Closed),
    }
    lacks
}

/// How a release ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Released {
    /// It is this version.
    As(i64),
    /// Something is missing, or nothing has changed: nothing was done.
    Nothing,
}

/// Releases what is written in every language that the letter is offered in.
pub async fn release(app: &App, session: &Session, letter: &Letter) -> Result<Released> {
    let line = Line::new(app, session.into(), Some(letter.id), Act::Released, "");
    let work = Release {
        letter: letter.id,
        actor: session.into(),
        today: today(app),
        id: row_id(app.clock.now_ms()),
        line,
    };
    let released = app
        .committer
        .write(move |tx| Box::pin(async move { work.put(tx).await }))
        .await?;
    app.recorder_wake.notify_one();
    released.ok_or(ActError::NotPermitted)
}

struct Release {
    letter: i64,
    actor: Actor,
    today: String,
    id: i64,
    line: Line,
}

impl Release {
    /// None where whoever acts may not any more.
    async fn put(self, tx: &mut Tx) -> store::Result<Option<Released>> {
        if !self.actor.holds(tx, self.letter, WRITERS).await? {
            return Ok(None);
        }
        let Some(letter) = letters::by_id(tx, self.letter).await? else {
            return Ok(None);
        };
        let written = writing::read(tx, &letter).await;
        let written = written.map_err(|_| StoreError::Corrupt("a draft"))?;
        let texts = letters::texts(tx, letter.id).await?;
        let waits = versions::waiting(tx, letter.id).await?;
        let version = texts.last().map_or(0, |row| row.version);
        let newest = newest(texts);
        let lacks = lacks(&letter, &written, &self.today);
        if waits.is_some() || !lacks.is_empty() || is_unchanged(&written, &newest) {
            return Ok(Some(Released::Nothing));
        }
        let bodies = bodies(written, newest);
        let is_draft = letter.state == LetterState::Draft;
        let version = match is_draft && version > 0 && !is_signed(tx, letter.id, version).await? {
            true => version,
            false => version + 1,
        };
        if is_draft {
            versions::forget(tx, letter.id, version).await?;
            versions::insert(tx, letter.id, version, &bodies).await?;
        } else {
            versions::put_by(tx, letter.id, version, &bodies).await?;
            let texts = bodies
                .iter()
                .map(|(lang, body)| (lang.clone(), Hash::of(body)));
            let act = Recorded::Text {
                version: version.unsigned_abs(),
                texts: texts.collect(),
            };
            record::enqueue(tx, self.id, letter.id, None, &act.to_json()).await?;
        }
        drafts::keep_all(tx, letter.id).await?;
        let what = What::of(Part::Version, version.to_string());
        self.line.of(what).write(tx).await?;
        Ok(Some(Released::As(version)))
    }
}

/// The bytes to be signed: those of the newest version where nothing has changed in a language.
fn bodies(written: Written, mut newest: BTreeMap<String, Vec<u8>>) -> Vec<(String, Vec<u8>)> {
    let body = |wording: Wording| {
        let known = newest.remove(&wording.lang);
        let same = known.filter(|body| says(body, &wording));
        (
            wording.lang,
            same.unwrap_or_else(|| wording.text.to_bytes()),
        )
    };
    written.wordings.into_iter().map(body).collect()
}

/// Whether a signature waits for the launch under this version of a draft, or for an organizer.
async fn is_signed(tx: &mut Tx, letter: i64, of: i64) -> store::Result<bool> {
    if founders::await_under(tx, letter, of).await? {
        return Ok(true);
    }
    let waiting = record::take_queue(tx, letter, i64::MAX).await?;
    for row in waiting {
        let act = serde_json::from_str(&row.act);
        let act = act.map_err(|_| StoreError::Corrupt("an act of the queue"))?;
        if matches!(act, Recorded::Sign(sign) if sign.version == of.unsigned_abs()) {
            return Ok(true);
        }
    }
    Ok(false)
}
