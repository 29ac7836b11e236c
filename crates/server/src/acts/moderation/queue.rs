//! The queue: what is held, with why.

use std::collections::HashMap;

use undersigned_record::opening::Opening;

use super::super::asking::{self, Asked};
use super::super::doubt;
use super::super::link::read_fields;
use super::super::signing::Fields;
use super::super::{ActError, Result};
use super::surroundings::Surroundings;
use crate::app::App;
use crate::model::{Doubt, Hint};
use crate::recorder::Published;
use crate::seal::row_time_ms;
use crate::store::submissions::SubmissionRow;
use crate::store::{openings, signatures, submissions};

/// A held signature or correction.
pub struct Held {
    /// What to name it by.
    pub id: i64,
    /// What it says.
    pub fields: Fields,
    /// Whether it corrects a signature.
    pub corrects: bool,
    /// Why it waits. A correction of a signature that is gone has nothing to say here any more.
    pub doubts: Vec<Doubt>,
    /// When it was sent, unix seconds.
    pub since: i64,
    /// When it is deleted undecided.
    pub until: i64,
    /// What was asked about it.
    pub asked: Vec<Asked>,
}

/// Who seems to be the same signatory as one that is held.
#[derive(Default)]
pub struct Alike {
    /// Others that are held.
    pub waiting: Vec<Held>,
    /// Those that stand: index and name.
    pub standing: Vec<(u64, String)>,
}

/// What is held of a letter, oldest first: after the number `page.0`, at most `page.1`.
pub async fn held(app: &App, letter: &Published, page: (i64, i64)) -> Result<Vec<Held>> {
    let now = app.clock.now();
    let rows = submissions::held(&mut app.store.read().await?, letter.letter.id, now, page).await?;
    read_all(app, letter, rows).await
}

/// The one that is held as `id`.
pub async fn one(app: &App, letter: &Published, id: i64) -> Result<Held> {
    let row = super::held_row(app, letter, id).await?;
    let read = read_all(app, letter, vec![row]).await?;
    read.into_iter().next().ok_or(ActError::NoLink)
}

/// Who seems to be the same signatory as one that is held.
pub async fn alike(app: &App, letter: &Published, of: &Held) -> Result<Alike> {
    let around = Surroundings::of(app, letter, &[of.since]).await?;
    let (mut waiting, mut standing) = (Vec::new(), Vec::new());
    for hint in around.alike(app, letter, of.id, &of.fields.public).await? {
        match hint {
            Hint::Stands(index, name) => standing.push((index, name)),
            Hint::Waits(id, _) => match one(app, letter, id).await {
                Ok(held) => waiting.push(held),
                // Decided this very moment.
                Err(ActError::NoLink) => {}
                Err(error) => return Err(error),
            },
            _ => {}
        }
    }
    Ok(Alike { waiting, standing })
}

async fn read_all(app: &App, letter: &Published, rows: Vec<SubmissionRow>) -> Result<Vec<Held>> {
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    let mut asked = asking::about(app, &ids).await?;
    let mut held = Vec::with_capacity(rows.len());
    for row in rows {
        let asked = asked.remove(&row.id).unwrap_or_default();
        held.push(read(app, letter, &row, asked).await?);
    }
    Ok(held)
}

/// What else to know of what is held, by its number. Corrections have no hints: who they are of is
/// known.
pub async fn hints(
    app: &App,
    letter: &Published,
    held: &[Held],
) -> Result<HashMap<i64, Vec<Hint>>> {
    let new: Vec<&Held> = held.iter().filter(|one| !one.corrects).collect();
    let times: Vec<i64> = new.iter().map(|one| one.since).collect();
    let around = Surroundings::of(app, letter, &times).await?;
    let mut hints = HashMap::with_capacity(new.len());
    for one in new {
        hints.insert(
            one.id,
            around.hints(app, letter, one.id, &one.fields).await?,
        );
    }
    Ok(hints)
}

async fn read(
    app: &App,
    letter: &Published,
    row: &SubmissionRow,
    asked: Vec<Asked>,
) -> Result<Held> {
    let fields = read_fields(app, row)?;
    let doubts = match row.corrects {
        None => doubt::of_signature(app, letter, row, &fields).await?,
        Some(signature) => {
            let mut doubts = doubts_of_correction(app, letter, signature, &fields).await?;
            let held_by = fields.noted.held_by.iter().cloned();
            doubts.extend(held_by.map(Doubt::Ruled));
            doubts
        }
    };
    Ok(Held {
        id: row.id,
        fields,
        corrects: row.corrects.is_some(),
        doubts,
        since: row_time_ms(row.id).div_euclid(1000),
        until: row.expires_at,
        asked,
    })
}

async fn doubts_of_correction(
    app: &App,
    letter: &Published,
    signature: i64,
    fields: &Fields,
) -> Result<Vec<Doubt>> {
    let mut tx = app.store.read().await?;
    let current = signatures::get(&mut tx, signature).await?;
    let shown = openings::newest(&mut tx, signature).await?;
    drop(tx);
    let shown = shown.and_then(|row| Opening::parse(&row.opening).ok());
    match current.zip(shown) {
        Some((current, shown)) => {
            doubt::of_correction(app, letter, &current, &fields.public, &shown).await
        }
        None => Ok(Vec::new()),
    }
}
