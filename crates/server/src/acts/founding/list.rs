//! The list of founders: who is on it, how far each is, and what organizers do with it.

use std::collections::HashMap;

use super::namesakes::{Known, Standing};
use super::{Approved, CHANGED, Decided, Entry, Outcome, Salt, by_editor, key, say};
use crate::acts::access::trail::Line;
use crate::acts::access::{Act, Session};
use crate::acts::{ActError, Result, recipients};
use crate::app::App;
use crate::model::trail::{Part, What};
use crate::model::{Invitee, Letter, LetterState, fold};
use crate::seal::{FoundersKey, RowKey, random};
use crate::store::founder_logos::{self, FounderLogoRow};
use crate::store::founders::{self, CountRow, FounderRow};
pub use crate::store::founders::{Narrowed, Which};
use crate::store::{StoreError, Tx, letters, signatures, versions};

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
    /// Whether a link may be handed to them.
    pub may_be_handed: bool,
    /// Whether they accepted an earlier version of the text than the newest.
    pub stands_under_earlier: bool,
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

/// Rows that are read at once where names are sought.
const BATCH: i64 = 1000;
/// Rows of one page that are looked through for a name: each is decrypted.
const LOOKED_AT: i64 = 20_000;

/// Whom a page of the list shows.
#[derive(Clone, Copy, Debug)]
pub struct Sought<'a> {
    /// How far they are.
    pub which: Which<'a>,
    /// Of which kind and country.
    pub narrowed: Narrowed<'a>,
    /// What words of their name, or of their contact's, begin with; empty where that is no matter.
    pub name: &'a str,
}

/// A page of the list, newest first, before the row `before`; and the row behind which the next page
/// goes on. Names lie encrypted: where one is sought, a page may be short, even empty, and lead on.
pub async fn page(
    app: &App,
    letter: &Letter,
    sought: Sought<'_>,
    before: i64,
) -> Result<(Vec<Listed>, Option<i64>)> {
    let is_draft = letter.state == LetterState::Draft;
    let key = match is_draft {
        true => key::state(app, letter).await?,
        false => FoundersKey::Unused,
    };
    let key = match key {
        FoundersKey::Usable(key) => Some(key),
        _ => None,
    };
    let mut tx = app.store.read().await?;
    let today = recipients::joined(&letters::recipients(&mut tx, letter.id).await?);
    let newest = versions::newest(&mut tx, letter.id).await?;
    let (rows, next) = rows(&mut tx, letter.id, (sought, &today), (key.as_ref(), before)).await?;
    let ids: Vec<i64> = rows.iter().map(|(row, _)| row.id).collect();
    let mut visits: HashMap<i64, Vec<i64>> = HashMap::new();
    for (founder, hour) in founders::visits(&mut tx, &ids).await? {
        visits.entry(founder).or_default().push(hour);
    }
    let logos = founder_logos::of(&mut tx, &ids).await?.into_iter();
    let mut logos: HashMap<i64, FounderLogoRow> = logos.map(|logo| (logo.founder, logo)).collect();
    drop(tx);
    let listed = |(row, entry): Found| Listed {
        entry,
        visits: visits.remove(&row.id).unwrap_or_default(),
        logo: logos.remove(&row.id),
        is_sealed_elsewhere: is_draft && row.is_sealed_elsewhere(&today),
        may_be_handed: row.may_be_handed(&today),
        stands_under_earlier: is_draft && row.stands_under_earlier(newest),
        row,
    };
    Ok((rows.into_iter().map(listed).collect(), next))
}

/// A row, and what is known of whom it names.
type Found = (FounderRow, Option<Entry>);

/// The rows of a page with what is known of each, and the row behind which there may be more.
async fn rows(
    tx: &mut Tx,
    letter: i64,
    (sought, today): (Sought<'_>, &str),
    (key, mut before): (Option<&RowKey>, i64),
) -> Result<(Vec<Found>, Option<i64>)> {
    let words = fold::terms(sought.name);
    let (batch, all) = match sought.name.trim() {
        "" => (PAGE, true),
        _ => (BATCH, false),
    };
    let (mut found, mut looked_at) = (Vec::new(), 0);
    loop {
        let which = (sought.which, today);
        let rows = founders::page(tx, letter, which, sought.narrowed, (before, batch)).await?;
        let ends = i64::try_from(rows.len()).is_ok_and(|rows| rows < batch);
        for row in rows {
            before = row.id;
            looked_at += 1;
            let entry = key.and_then(|key| Entry::read(key, &row));
            if all || entry.as_ref().is_some_and(|entry| is_named(entry, &words)) {
                found.push((row, entry));
            }
            if i64::try_from(found.len()).is_ok_and(|found| found == PAGE) {
                return Ok((found, Some(before)));
            }
        }
        if ends {
            return Ok((found, None));
        }
        if looked_at >= LOOKED_AT {
            return Ok((found, Some(before)));
        }
    }
}

/// Whether each of these words begins one of the name, or of the name of who answers for a body.
fn is_named(entry: &Entry, words: &[String]) -> bool {
    let mut names = fold::terms(&entry.public.name);
    names.extend(entry.contact_name.iter().flat_map(|name| fold::terms(name)));
    let begins = |word: &String| names.iter().any(|name| name.starts_with(word.as_str()));
    !words.is_empty() && words.iter().all(begins)
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

/// Lets a founder's statement be quoted, or not. `seen` is the mark of the words that were read; others
/// wait on.
pub async fn decide_statement(
    app: &App,
    session: &Session,
    letter: &Letter,
    (founder, seen): (i64, &str),
    approves: bool,
) -> Result<Decided> {
    if letter.state != LetterState::Draft {
        return Err(ActError::Launched);
    }
    let row = founders::get(&mut app.store.read().await?, letter.id, founder).await?;
    let row = row.ok_or(ActError::NoLink)?;
    let key = match key::state(app, letter).await? {
        FoundersKey::Usable(key) => Some(key),
        FoundersKey::Faulty(error) if approves => return Err(error.into()),
        FoundersKey::Unused | FoundersKey::Faulty(_) => None,
    };
    let words = match key.and_then(|key| Entry::read(&key, &row)) {
        Some(entry) if entry.statement_mark() != seen => return Ok(Decided::Changed),
        Some(entry) if approves => words(entry)?,
        // Words that nobody can read any more can still be left out.
        None if approves => return Err(ActError::Unreadable),
        _ => None,
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
                return Err(StoreError::Refused(CHANGED.to_owned()));
            }
            match (now.and_then(|now| now.signature), words) {
                (Some(signature), Some(words)) => say(tx, id, signature, words, now_ms).await,
                _ => Ok(()),
            }
        })
    });
    Decided::of(decided.await)
}

/// A founder's words, as they are recorded, and their salt.
fn words(entry: Entry) -> Result<Option<(Vec<u8>, Salt, bool)>> {
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
