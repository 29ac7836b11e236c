//! The list of founders: who is on it, how far each is, and what organizers do with it.

use std::collections::HashMap;

use super::namesakes::{Known, Standing};
use super::{Approved, Entry, Outcome, Salt, by_editor, key, say};
use crate::acts::access::trail::Line;
use crate::acts::access::{Act, Session};
use crate::acts::{ActError, Result, recipients};
use crate::app::App;
use crate::model::trail::{Part, What};
use crate::model::{Invitee, Letter, LetterState};
use crate::seal::{FoundersKey, random};
use crate::store::founder_logos::{self, FounderLogoRow};
pub use crate::store::founders::Which;
use crate::store::founders::{self, CountRow, FounderRow};
use crate::store::{StoreError, letters, signatures};

/// Founders that one page shows.
pub const PAGE: i64 = 50;

/// A founder, as organizers see them.
pub struct Listed {
    /// How far they are.
    pub row: FounderRow,
    /// Who they are; none once the letter launched, or where it can't be read.
    pub entry: Option<Entry>,
    /// The hours in which their link was opened.
    pub visits: Vec<i64>,
    /// Their logo.
    pub logo: Option<FounderLogoRow>,
    /// Whether their contact is sealed to other recipients than today's.
    pub is_sealed_elsewhere: bool,
}

/// Puts somebody on the list, unless they are there; also whoever has a name that is there, if that is
/// said to be `another` person. Gives how they stood to the list, and whether they are on it now.
pub async fn add(
    app: &App,
    session: &Session,
    letter: &Letter,
    (invitee, another): (Invitee, bool),
) -> Result<(Standing, bool)> {
    let keys = (
        &key::make(app, letter).await?,
        &app.keys.tag_key(&letter.slug)?,
    );
    let row = Entry::row(invitee, app, letter, keys)?;
    let line = line(app, session, letter, Act::FoundersListed, row.id);
    let id = letter.id;
    by_editor(app, session, letter, line, move |tx| {
        Box::pin(async move {
            let rows = [row];
            let mut known = Known::of(tx, id, &rows).await?;
            let [row] = rows;
            let standing = known.standing(&row);
            let added = match known.admit(row, another) {
                Some(row) => founders::insert_all(tx, &[row]).await? == 1,
                None => false,
            };
            Ok(Added(standing, added))
        })
    })
    .await
    .map(|Added(standing, added)| (standing, added))
}

/// How somebody stood to the list, and whether they were put on it.
struct Added(Standing, bool);

impl Outcome for Added {
    fn noted(&self, line: Line) -> Option<Line> {
        self.1.noted(line)
    }
}

/// The trail's line about a founder, who has no name in it.
pub(super) fn line(app: &App, session: &Session, letter: &Letter, act: Act, founder: i64) -> Line {
    let what = What::number(founder);
    Line::new(app, session.into(), Some(letter.id), act, what)
}

/// A page of the list, newest first, before the row `before`.
pub async fn page(
    app: &App,
    letter: &Letter,
    which: Which<'_>,
    before: i64,
) -> Result<Vec<Listed>> {
    let mut tx = app.store.read().await?;
    let today = recipients::joined(&letters::recipients(&mut tx, letter.id).await?);
    let rows = founders::page(&mut tx, letter.id, (which, &today), (before, PAGE)).await?;
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    let mut visits: HashMap<i64, Vec<i64>> = HashMap::new();
    for (founder, hour) in founders::visits(&mut tx, &ids).await? {
        visits.entry(founder).or_default().push(hour);
    }
    let logos = founder_logos::of(&mut tx, &ids).await?.into_iter();
    let mut logos: HashMap<i64, FounderLogoRow> = logos.map(|logo| (logo.founder, logo)).collect();
    drop(tx);
    let is_draft = letter.state == LetterState::Draft;
    let key = match is_draft {
        true => key::state(app, letter).await?,
        false => FoundersKey::Unused,
    };
    let key = match key {
        FoundersKey::Usable(key) => Some(key),
        _ => None,
    };
    let listed = |row: FounderRow| Listed {
        entry: key.as_ref().and_then(|key| Entry::read(key, &row)),
        visits: visits.remove(&row.id).unwrap_or_default(),
        logo: logos.remove(&row.id),
        is_sealed_elsewhere: is_draft && row.is_sealed_elsewhere(&today),
        row,
    };
    Ok(rows.into_iter().map(listed).collect())
}

/// The list, counted.
pub async fn counts(app: &App, letter: i64) -> Result<Vec<CountRow>> {
    let mut tx = app.store.read().await?;
    Ok(founders::counts(&mut tx, letter).await?)
}

/// Takes somebody off the list, and their signature with them.
pub async fn remove(app: &App, session: &Session, letter: &Letter, founder: i64) -> Result<()> {
    let line = line(app, session, letter, Act::FounderRemoved, founder);
    let id = letter.id;
    let removed = by_editor(app, session, letter, line, move |tx| {
        Box::pin(async move {
            let Some(row) = founders::get(tx, id, founder).await? else {
                return Err(StoreError::Refused(UNKNOWN.to_owned()));
            };
            let signature = match row.signature {
                Some(signature) => signatures::take_back(tx, signature).await?,
                None => false,
            };
            founders::remove(tx, row.id).await?;
            Ok(Removed { signature })
        })
    });
    known(removed.await.map(|_| ()))
}

/// A founder taken off the list; whether a signature went with them.
struct Removed {
    signature: bool,
}

impl Outcome for Removed {
    fn noted(&self, line: Line) -> Option<Line> {
        Some(match self.signature {
            true => line.and(Part::How, "accepted"),
            false => line,
        })
    }
}

/// Lets a founder's statement be quoted, or not.
pub async fn decide_statement(
    app: &App,
    session: &Session,
    letter: &Letter,
    founder: i64,
    approves: bool,
) -> Result<()> {
    let row = founders::get(&mut app.store.read().await?, letter.id, founder).await?;
    let row = row.ok_or(ActError::NoLink)?;
    // Words that nobody can read any more can still be left out.
    let words = match approves {
        true => words(app, letter, &row).await?,
        false => None,
    };
    let (act, word) = match approves {
        true => (Act::StatementApproved, "approved"),
        false => (Act::StatementRefused, "refused"),
    };
    let line = line(app, session, letter, act, founder);
    let (id, now_ms) = (letter.id, app.clock.now_ms());
    let decided = by_editor(app, session, letter, line, move |tx| {
        Box::pin(async move {
            // They may have changed it since it was read.
            let now = founders::hold(tx, row.id).await?;
            let same = now.as_ref().is_some_and(|now| now.fields == row.fields);
            if !same || !founders::decide_statement(tx, row.id, word).await? {
                return Err(StoreError::Refused(UNKNOWN.to_owned()));
            }
            match (now.and_then(|now| now.signature), words) {
                (Some(signature), Some(words)) => say(tx, id, signature, words, now_ms).await,
                _ => Ok(()),
            }
        })
    });
    known(decided.await)
}

/// A founder's words, as they are recorded, and their salt.
async fn words(
    app: &App,
    letter: &Letter,
    row: &FounderRow,
) -> Result<Option<(Vec<u8>, Salt, bool)>> {
    let key = key::read(app, letter).await?.ok_or(ActError::Unreadable)?;
    let entry = Entry::read(&key, row).ok_or(ActError::Unreadable)?;
    let Some(words) = entry.statement else {
        return Ok(None);
    };
    let approved = Approved {
        lang: entry.public.lang.as_str().to_owned(),
        words,
        featured: false,
    };
    Ok(Some((approved.to_bytes()?, Salt(random()), false)))
}

/// Says that a row was not there, or not as it was read: everything that was done is undone.
pub(in crate::acts) const UNKNOWN: &str = "unknown";

/// What [`UNKNOWN`] means to whoever asked.
pub(in crate::acts) fn known<T>(outcome: Result<T>) -> Result<T> {
    match outcome {
        Err(ActError::Store(StoreError::Refused(why))) if why == UNKNOWN => Err(ActError::NoLink),
        outcome => outcome,
    }
}
