//! A rule, run over the signatures that stand or that wait: after a while in which it can be undone as a whole it
//! removes them or decides about them, some at a time, and what it has not come to yet can be spared until the last.

use super::super::access::Act as Did;
use super::super::access::moderator::Moderator;
use super::super::signing::{ensure_open, ensure_writable};
use super::super::{ActError, Result};
use super::waiting::waiting;
use super::{SavedRule, get, picks};
use crate::app::App;
use crate::model::Verdict;
use crate::model::trail::{Part, What};
use crate::recorder::Published;
use crate::seal::row_id;
use crate::store::runs::{self, RunRow};
use crate::store::{Tx, held_picks};

/// Seconds before a run begins.
pub const GRACE: i64 = 10 * 60;

/// Picks that are written, or carried out, in one transaction.
pub(super) const BATCH: usize = 200;

/// Runs that are told of.
const TOLD: i64 = 20;

/// A run, and how far it is.
pub struct Run {
    /// What to name it by.
    pub id: i64,
    /// What its rule was called.
    pub rule: String,
    /// What it does.
    pub verdict: Verdict,
    /// `gathering`, `waiting`, `running`, `done` or `undone`.
    pub state: String,
    /// When it begins to do so, unix seconds.
    pub due_at: i64,
    /// How many signatures it picked.
    pub picked: u64,
    /// To how many of them it was done.
    pub done: u64,
    /// How many are left.
    pub left: u64,
}

/// How the beginning of a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begun {
    /// It can be undone for [`GRACE`] seconds.
    Runs,
    /// By now the rule is about another number of signatures than was seen: nothing was begun.
    Changed,
}

/// What a run does.
pub(super) fn verdict(run: &RunRow) -> Result<Verdict> {
    Verdict::parse(&run.verdict, &run.reason).ok_or(ActError::Unreadable)
}

/// That a letter lets this be done now, as it would be done to one.
pub(super) fn ensure_possible(verdict: Verdict, letter: &Published, now: i64) -> Result<()> {
    match verdict {
        Verdict::Remove(_) => ensure_writable(letter),
        Verdict::Approve => ensure_open(letter, now),
        Verdict::Reject(_) => Ok(()),
    }
}

/// The newest runs of a letter, newest first.
pub async fn runs(app: &App, letter: i64) -> Result<Vec<Run>> {
    let all = runs::all(&mut app.store.read().await?, letter, TOLD).await?;
    let read = |(row, left): (RunRow, i64)| {
        Ok(Run {
            id: row.id,
            verdict: verdict(&row)?,
            rule: row.rule_name,
            state: row.state,
            due_at: row.due_at,
            picked: row.picked.unsigned_abs(),
            done: row.done.unsigned_abs(),
            left: left.unsigned_abs(),
        })
    };
    all.into_iter().map(read).collect()
}

/// What a run would pick now.
async fn to_pick(
    app: &App,
    letter: &Published,
    rule: &SavedRule,
    verdict: Verdict,
) -> Result<Vec<i64>> {
    if let Verdict::Remove(_) = verdict {
        let picks = picks(app, letter.letter.id, &rule.criteria).await?;
        return Ok(picks.into_iter().map(|pick| pick.id).collect());
    }
    let approves = verdict == Verdict::Approve;
    let waiting = waiting(app, letter, rule).await?.into_iter();
    let picked = waiting.filter(|one| !(approves && one.watched));
    Ok(picked.map(|one| one.id).collect())
}

/// Runs a rule over what stands or waits now, where that are as many as were `seen`. Nothing is done for [`GRACE`]
/// seconds.
pub async fn start(
    app: &App,
    by: Moderator<'_>,
    letter: &Published,
    rule: i64,
    verdict: Verdict,
    seen: u64,
) -> Result<Begun> {
    ensure_possible(verdict, letter, app.clock.now())?;
    let rule = get(app, letter.letter.id, rule).await?;
    let picked = to_pick(app, letter, &rule, verdict).await?;
    if picked.len() as u64 != seen {
        return Ok(Begun::Changed);
    }
    let letter = letter.letter.id;
    let reason = verdict.reason().map_or("", |reason| reason.as_str());
    let who = by.who();
    let run = RunRow {
        id: row_id(app.clock.now_ms()),
        letter,
        rule: rule.id,
        rule_name: rule.name,
        verdict: verdict.as_str().to_owned(),
        reason: reason.to_owned(),
        organizer: who.id(),
        who: who.name().to_owned(),
        state: String::new(),
        due_at: app.clock.now() + GRACE,
        picked: 0,
        done: 0,
    };
    let id = run.id;
    let what = What::number(rule.id)
        .and(Part::How, verdict.as_str())
        .and(Part::Count, picked.len().to_string())
        .and(Part::Reason, reason);
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
    gather(app, id, verdict, &picked).await?;
    Ok(Begun::Runs)
}

/// Picks, some at a time: a run that was undone meanwhile keeps none.
async fn gather(app: &App, run: i64, verdict: Verdict, picked: &[i64]) -> Result<()> {
    for some in picked.chunks(BATCH) {
        let ids = some.to_vec();
        app.committer
            .write(move |tx| Box::pin(async move { pick(tx, run, verdict, &ids).await }))
            .await?;
    }
    app.committer
        .write(move |tx| Box::pin(async move { runs::step(tx, run, "gathering", "waiting").await }))
        .await?;
    Ok(())
}

async fn pick(tx: &mut Tx, run: i64, verdict: Verdict, ids: &[i64]) -> crate::store::Result<()> {
    match verdict {
        Verdict::Remove(_) => runs::pick(tx, run, ids).await,
        Verdict::Approve | Verdict::Reject(_) => held_picks::pick(tx, run, ids).await,
    }
}

/// Undoes what a run has not done yet.
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
