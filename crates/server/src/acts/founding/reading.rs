//! Spreadsheets of founders, read line by line beside requests: checked first, imported when told to.
//!
//! A batch is one transaction, which also keeps how far the reading came: whoever goes on after a
//! crash, or on another node, imports no line twice and misses none.

use std::collections::HashSet;

use super::namesakes::{Known, Standing};
use super::spreadsheet::{Brought, COUNTRIES, bytes};
use super::{Entry, Outcome, key};
use crate::acts::access::Act;
use crate::acts::access::trail::{Line as TrailLine, Who};
use crate::acts::{ActError, Result};
use crate::app::App;
use crate::model::spreadsheet::{Fault, Invitees, Line};
use crate::model::trail::What;
use crate::model::{Letter, Problem};
use crate::seal::{FoundersKey, RowKey, TagKey};
use crate::store::founder_tables::{self, FaultRow, TableRow};
use crate::store::founders::{self, FounderRow};
use crate::store::{Tx, letters, organizers};

/// Lines of one transaction.
const BATCH: usize = 500;
/// Faults that are kept; more are counted.
const KEPT: i64 = 10_000;
/// Seconds for which a worker has a spreadsheet, unless it goes on.
const LEASE: i64 = 60;

/// Reads a spreadsheet that waits to be checked or imported. False where none does.
pub async fn read_on(app: &App) -> Result<bool> {
    let now = app.clock.now();
    let leased = app
        .committer
        .write(move |tx| Box::pin(founder_tables::lease(tx, now, now + LEASE)))
        .await?;
    let Some(row) = leased else { return Ok(false) };
    let letter = letters::by_id(&mut app.store.read().await?, row.letter).await?;
    let letter = letter.ok_or(ActError::Unreadable)?;
    let key = match key::state(app, &letter).await? {
        FoundersKey::Usable(key) => key,
        FoundersKey::Unused => return Ok(true),
        FoundersKey::Faulty(error) => {
            // It stays leased for a while; meanwhile others are read.
            tracing::warn!(%error, "a spreadsheet can't be read");
            return Ok(true);
        }
    };
    let others = founder_tables::others(&mut app.store.read().await?, row.id).await?;
    let mut reading = Reading {
        app,
        others: others.into_iter().collect(),
        key,
        tags: app.keys.tag_key(&letter.slug)?,
        imports: row.state == "importing",
        row: row.clone(),
        letter,
    };
    let of = Brought::of(row)?;
    let bytes = bytes(app, &reading.letter, &of, false).await?;
    let lang = &reading.letter.settings.default_language;
    let lang = lang.parse().map_err(|_| ActError::Unreadable)?;
    let mut lines = Invitees::open(&bytes, &of.shape, of.columns, &COUNTRIES, lang)
        .map_err(|_| ActError::Unreadable)?;
    // Read again, so that what they name is known to later lines.
    for _ in 0..reading.row.done {
        lines.next_line().map_err(|_| ActError::Unreadable)?;
    }
    loop {
        let mut batch = Vec::with_capacity(BATCH);
        while batch.len() < BATCH
            && let Some(line) = lines.next_line().map_err(|_| ActError::Unreadable)?
        {
            batch.push(line);
        }
        let ends = batch.len() < BATCH;
        if !reading.take(batch, ends).await? || ends {
            return Ok(true);
        }
    }
}

/// A spreadsheet that is being read.
struct Reading<'a> {
    app: &'a App,
    letter: Letter,
    key: RowKey,
    tags: TagKey,
    /// Whether lines are kept, or only checked.
    imports: bool,
    /// Lines that name another person than the one of that name.
    others: HashSet<i64>,
    /// How far it came.
    row: TableRow,
}

/// A line that holds.
struct Good {
    line: i64,
    row: FounderRow,
    /// An earlier line that has the same name.
    namesake: Option<u64>,
}

impl Reading<'_> {
    /// Deals with some lines. False where another worker has taken over, or the letter launched.
    async fn take(&mut self, lines: Vec<Line>, ends: bool) -> Result<bool> {
        let (mut good, mut faults) = (Vec::new(), Vec::new());
        let mut after = self.row.clone();
        for line in lines {
            after.done += 1;
            let number = line.number.cast_signed();
            match line.invitee {
                Ok(invitee) => {
                    let keys = (&self.key, &self.tags);
                    good.push(Good {
                        line: number,
                        row: Entry::row(invitee, self.app, &self.letter, keys)?,
                        namesake: line.namesake,
                    });
                }
                Err(found) => {
                    after.bad += i64::from(!self.imports);
                    faults.extend(rows(number, &found));
                }
            }
        }
        if ends {
            after.state = if self.imports { "done" } else { "checked" }.to_owned();
        }
        let moved = match self.imports {
            true => self.import(good, after).await?,
            false => self.check(good, faults, after).await?,
        };
        let Some(after) = moved else { return Ok(false) };
        self.row = after;
        Ok(true)
    }

    async fn check(
        &self,
        good: Vec<Good>,
        mut faults: Vec<FaultRow>,
        mut after: TableRow,
    ) -> Result<Option<TableRow>> {
        let rows: Vec<FounderRow> = good.iter().map(|good| good.row.clone()).collect();
        let mut tx = self.app.store.read().await?;
        let known = Known::of(&mut tx, self.letter.id, &rows).await?;
        drop(tx);
        for good in &good {
            after.good += 1;
            after.unaddressed += i64::from(!good.row.addressed);
            let earlier = match (known.standing(&good.row), good.namesake) {
                (Standing::Known, _) => {
                    after.known += 1;
                    faults.push(fault(good.line, 0, "name", "known", 0));
                    continue;
                }
                (Standing::Namesake, _) => 0,
                (Standing::New, Some(line)) => line.cast_signed(),
                (Standing::New, None) => continue,
            };
            after.namesakes += 1;
            faults.push(fault(good.line, 0, "name", "namesake", earlier));
        }
        let room = KEPT - (self.row.bad + self.row.known + self.row.namesakes);
        faults.truncate(usize::try_from(room).unwrap_or_default());
        let (before, until) = (self.row.clone(), self.app.clock.now() + LEASE);
        let moved = self.app.committer.write(move |tx| {
            Box::pin(async move {
                if !founder_tables::progress(tx, &before, &after, until).await? {
                    return Ok(None);
                }
                founder_tables::insert_faults(tx, before.id, &faults).await?;
                Ok(Some(after))
            })
        });
        Ok(moved.await?)
    }

    async fn import(&self, good: Vec<Good>, mut after: TableRow) -> Result<Option<TableRow>> {
        let (before, until) = (self.row.clone(), self.app.clock.now() + LEASE);
        let letter = self.letter.id;
        let good = good.into_iter();
        let good: Vec<(FounderRow, bool)> = good
            .map(|good| (good.row, self.others.contains(&good.line)))
            .collect();
        let what = What::number(before.id);
        let line = TrailLine::new(
            self.app,
            Who::operator(),
            Some(letter),
            Act::FoundersListed,
            what,
        );
        let moved = self.app.committer.write(move |tx| {
            Box::pin(async move {
                if !super::is_held_draft(tx, letter).await? {
                    return Ok(None);
                }
                let (rows, others): (Vec<FounderRow>, Vec<bool>) = good.into_iter().unzip();
                let mut known = Known::of(tx, letter, &rows).await?;
                let new = rows.into_iter().zip(others);
                let new = new.filter_map(|(row, another)| known.admit(row, another));
                let new: Vec<FounderRow> = new.collect();
                after.added += founders::insert_all(tx, &new).await?.cast_signed();
                if !founder_tables::progress(tx, &before, &after, until).await? {
                    // Somebody else read on: all of this is theirs to do.
                    return Err(crate::store::StoreError::HeadMoved);
                }
                if after.state == "done" {
                    founder_tables::drop_parts(tx, after.id).await?;
                    note(tx, &after, line).await?;
                }
                Ok(Some(after))
            })
        });
        match moved.await {
            Err(crate::store::StoreError::HeadMoved) => Ok(None),
            moved => Ok(moved?),
        }
    }
}

/// Notes what a spreadsheet brought, in the name of whoever had it imported.
async fn note(tx: &mut Tx, done: &TableRow, line: TrailLine) -> crate::store::Result<()> {
    let by = organizers::get(tx, done.organizer).await?;
    let by = by.map_or_else(Who::operator, |by| Who::organizer(by.id, by.name));
    match done.added.unsigned_abs().noted(line.by(by)) {
        Some(line) => line.write(tx).await,
        None => Ok(()),
    }
}

fn rows(line: i64, faults: &[Fault]) -> Vec<FaultRow> {
    let row = |(number, found): (i64, &Fault)| match found {
        Fault::Field(error) => {
            let most = match error.problem {
                Problem::TooLong { most } => i64::from(most),
                _ => 0,
            };
            let problem = error.problem.as_str();
            fault(line, number, error.field.as_str(), problem, most)
        }
        Fault::Language => fault(line, number, "language", "language", 0),
        Fault::Repeated(earlier) => fault(line, number, "name", "repeated", earlier.cast_signed()),
    };
    (0..).zip(faults).map(row).collect()
}

fn fault(line: i64, number: i64, field: &str, problem: &str, figure: i64) -> FaultRow {
    FaultRow {
        line,
        number,
        field: field.to_owned(),
        problem: problem.to_owned(),
        figure,
        another: false,
    }
}
