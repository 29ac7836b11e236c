//! A rule, run over the signatures that stand: after a while in which it can be undone as a whole it
//! removes them, some at a time, and what is not removed yet can be spared until the last.

use undersigned_record::entry::Reason;

use super::super::access::Act as Did;
use super::super::access::moderator::Moderator;
use super::super::signing::ensure_writable;
use super::super::{ActError, Result};
use super::{Pick, get, picks};
use crate::app::App;
use crate::model::trail::{Part, What};
use crate::recorder::{Act, Published};
use crate::seal::row_id;
use crate::store::runs::{self, RunRow};
use crate::store::{self, Tx, record, signatures};

/// Seconds before a run begins to remove.
pub const GRACE: i64 = 10 * 60;

/// Picks that are written, or carried out, in one transaction.
const BATCH: usize = 200;

/// Runs that are told of.
const TOLD: i64 = 20;

/// A run, and how far it is.
pub struct Run {
    /// What to name it by.
    pub id: i64,
    /// What its rule was called.
    pub rule: String,
    /// Why it removes.
    pub reason: Reason,
    /// `gathering`, `waiting`, `running`, `done` or `undone`.
    pub state: String,
    /// When it begins to remove, unix seconds.
    pub due_at: i64,
    /// How many signatures it picked.
    pub picked: u64,
    /// How many of them it removed.
    pub removed: u64,
    /// How many are left to remove.
    pub left: u64,
}

/// The newest runs of a letter, newest first.
pub async fn runs(app: &App, letter: i64) -> Result<Vec<Run>> {
    let all = runs::all(&mut app.store.read().await?, letter, TOLD).await?;
    let read = |(row, left): (RunRow, i64)| {
        Ok(Run {
            id: row.id,
            rule: row.rule_name,
            reason: row.reason.parse().map_err(|_| ActError::Unreadable)?,
            state: row.state,
            due_at: row.due_at,
            picked: row.picked.unsigned_abs(),
            removed: row.removed.unsigned_abs(),
            left: left.unsigned_abs(),
        })
    };
    all.into_iter().map(read).collect()
}

/// Runs a rule over what stands now. Nothing is removed for [`GRACE`] seconds.
pub async fn start(
    app: &App,
    by: Moderator<'_>,
    letter: &Published,
    rule: i64,
    reason: Reason,
) -> Result<()> {
    ensure_writable(letter)?;
    let letter = letter.letter.id;
    let rule = get(app, letter, rule).await?;
    let picked = picks(app, letter, &rule.criteria).await?;
    let run = RunRow {
        id: row_id(app.clock.now_ms()),
        letter,
        rule_name: rule.name,
        reason: reason.as_str().to_owned(),
        state: String::new(),
        due_at: app.clock.now() + GRACE,
        picked: 0,
        removed: 0,
    };
    let id = run.id;
    let what = What::number(rule.id)
        .and(Part::Count, picked.len().to_string())
        .and(Part::Reason, reason.as_str());
    let decision = by.decides(app, letter, Did::RuleRun, what);
    let begun = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                let may = decision.holds(tx).await?;
                if may {
                    runs::insert(tx, &run).await?;
                    decision.note(tx).await?;
                }
                Ok(may)
            })
        })
        .await?;
    by.settled(app, letter, begun).await?;
    gather(app, id, &picked).await
}

/// Picks, some at a time: a run that was undone meanwhile keeps none.
async fn gather(app: &App, run: i64, picked: &[Pick]) -> Result<()> {
    for some in picked.chunks(BATCH) {
        let ids: Vec<i64> = some.iter().map(|pick| pick.id).collect();
        app.committer
            .write(move |tx| Box::pin(async move { runs::pick(tx, run, &ids).await }))
            .await?;
    }
    app.committer
        .write(move |tx| Box::pin(async move { runs::step(tx, run, "gathering", "waiting").await }))
        .await?;
    Ok(())
}

/// Undoes what a run has not removed yet.
pub async fn undo(app: &App, by: Moderator<'_>, letter: i64, run: i64) -> Result<()> {
    let decision = by.decides(app, letter, Did::RuleUndone, What::number(run));
    let undone = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                let undone = decision.holds(tx).await? && runs::undo(tx, letter, run).await?;
                if undone {
                    decision.note(tx).await?;
                }
                Ok(undone)
            })
        })
        .await?;
    by.settled(app, letter, undone).await
}

/// Takes every run that is due one step on. True where something is left to remove.
pub async fn advance(app: &App) -> Result<bool> {
    let due = runs::due(&mut app.store.read().await?, app.clock.now()).await?;
    let mut more = false;
    for run in due {
        let letter = app.letters.by_id(run.letter);
        if letter.is_some_and(|letter| ensure_writable(&letter).is_ok()) {
            more |= carry_on(app, run).await?;
        }
    }
    if more {
        app.recorder_wake.notify_one();
    }
    Ok(more)
}

/// Removes some of what a run picked. False where nothing was left.
async fn carry_on(app: &App, run: RunRow) -> Result<bool> {
    let reason = run.reason.parse().map_err(|_| ActError::Unreadable)?;
    let now_ms = app.clock.now_ms();
    let took = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                runs::step(tx, run.id, "waiting", "running").await?;
                let taken = runs::take(tx, run.id, BATCH as i64).await?;
                if taken.is_empty() {
                    runs::finish(tx, run.id).await?;
                    return Ok(false);
                }
                let removed = remove(tx, run.letter, &taken, reason, now_ms).await?;
                runs::count(tx, run.id, removed).await?;
                Ok(true)
            })
        })
        .await?;
    Ok(took)
}

/// Queues the removal of those that have not left by themselves; gives how many.
async fn remove(
    tx: &mut Tx,
    letter: i64,
    taken: &[i64],
    reason: Reason,
    now_ms: i64,
) -> store::Result<i64> {
    let act = Act::Remove { reason }.to_json();
    let mut removed = 0;
    for id in taken {
        if signatures::leave(tx, *id).await? {
            record::enqueue(tx, row_id(now_ms), letter, Some(*id), &act).await?;
            removed += 1;
        }
    }
    Ok(removed)
}
