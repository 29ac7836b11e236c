//! A run, carried out: some of what it picked at a time, each step in one transaction. Whoever falls in between
//! leaves the other picks to whoever comes next.

use std::collections::HashMap;

use undersigned_record::entry::Reason;

use super::super::access::Act as Did;
use super::super::access::moderator::Decision;
use super::super::access::trail::Who;
use super::super::confirmation::Confirmation;
use super::super::enrolment::{Enrolled, Enrolment, Signer};
use super::super::link::read_fields;
use super::super::{ActError, Result, asking, doubt};
use super::run::{BATCH, ensure_possible, verdict};
use crate::app::App;
use crate::model::Verdict;
use crate::model::trail::{Part, What};
use crate::recorder::{Act, Published};
use crate::seal::row_id;
use crate::store::runs::{self, RunRow};
use crate::store::submissions::{self, SubmissionRow};
use crate::store::{self, Grouped, Tx, held_picks, record, signatures};

/// Takes every run that is due one step on. True where something is left to do.
pub async fn advance(app: &App) -> Result<bool> {
    let now = app.clock.now();
    let due = runs::due(&mut app.store.read().await?, now).await?;
    let mut more = false;
    for run in due {
        let Some(letter) = app.letters.by_id(run.letter) else {
            continue;
        };
        match step(app, &letter, run).await {
            Ok(left) => more |= left,
            // The others go on.
            Err(error) => {
                tracing::warn!(%error, "a rule's run did not go on; it will be tried again");
            }
        }
    }
    if more {
        app.recorder_wake.notify_one();
    }
    Ok(more)
}

async fn step(app: &App, letter: &Published, run: RunRow) -> Result<bool> {
    let verdict = verdict(&run)?;
    match ensure_possible(verdict, letter, app.clock.now()) {
        Ok(()) => {}
        // It has closed since, for ever: what waits is nobody's to approve any more.
        Err(ActError::NotOpen) => {
            app.committer
                .write(move |tx| Box::pin(async move { runs::undo(tx, run.letter, run.id).await }))
                .await?;
            return Ok(false);
        }
        Err(_) => return Ok(false),
    }
    match verdict {
        Verdict::Remove(reason) => remove_some(app, run, reason).await,
        Verdict::Approve | Verdict::Reject(_) => decide_some(app, letter, run, verdict).await,
    }
}

/// Removes some of what a run picked. False where nothing was left.
async fn remove_some(app: &App, run: RunRow, reason: Reason) -> Result<bool> {
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

/// Decides about some of what a run picked. False where nothing was left. What others decided meanwhile, and what
/// the watch list holds by now, is left as it is.
async fn decide_some(app: &App, letter: &Published, run: RunRow, verdict: Verdict) -> Result<bool> {
    let mut tx = app.store.read().await?;
    let picked = held_picks::next(&mut tx, run.id, BATCH as i64).await?;
    let mut rows = submissions::get_all(&mut tx, &picked).await?;
    drop(tx);
    let now = app.clock.now();
    rows.retain(|_, row| row.state == "held" && row.corrects.is_none() && row.expires_at > now);
    let decisions = match verdict {
        Verdict::Approve => approvals(app, letter, &run, rows)?,
        _ => rejections(app, &run, verdict, &rows),
    };
    let is_left = !picked.is_empty();
    let decided = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                runs::step(tx, run.id, "waiting", "running").await?;
                if picked.is_empty() {
                    runs::finish(tx, run.id).await?;
                    return Ok(Vec::new());
                }
                let taken = held_picks::take(tx, run.id, &picked).await?;
                let (decided, done) = decisions.write(tx, &taken).await?;
                runs::count(tx, run.id, done).await?;
                Ok(decided)
            })
        })
        .await?;
    for id in decided {
        asking::forget(app, id);
    }
    Ok(is_left)
}

/// Decisions of one step, made before its transaction begins.
enum Decisions {
    Approvals(Vec<Confirmation>),
    Rejections(Vec<(i64, Decision)>),
}

impl Decisions {
    /// Carries out those about what was taken. Gives what waits no more, and how many were done.
    async fn write(&self, tx: &mut Tx, taken: &[i64]) -> store::Result<(Vec<i64>, i64)> {
        match self {
            Self::Approvals(all) => approve(tx, all, taken).await,
            Self::Rejections(all) => reject(tx, all, taken).await,
        }
    }
}

/// A line of the trail for a decision about a submission: the rule's, in the name of whoever began its run.
fn decision(app: &App, run: &RunRow, submission: i64, verdict: Verdict) -> Decision {
    let who = match run.organizer {
        Some(organizer) => Who::organizer(organizer, &*run.who),
        None => Who::operator(),
    };
    let act = match verdict {
        Verdict::Approve => Did::Approved,
        _ => Did::Rejected,
    };
    let what = What::number(submission)
        .and(Part::Rule, run.rule.to_string())
        .and(Part::Reason, &*run.reason);
    Decision::of_run(app, who, run.letter, act, what)
}

/// Who was put on the watch list since they were picked is left to a person, and so is what can't be read.
fn approvals(
    app: &App,
    letter: &Published,
    run: &RunRow,
    rows: HashMap<i64, SubmissionRow>,
) -> Result<Decisions> {
    let mut approvals = Vec::with_capacity(rows.len());
    for row in rows.into_values() {
        let Ok(fields) = read_fields(app, &row) else {
            continue;
        };
        if doubt::is_watched(&fields.public, &letter.watched) {
            continue;
        }
        let signer = Signer::of(&row, fields.level());
        approvals.push(Confirmation {
            submission: row.id,
            enrolment: Enrolment::prepare(app, row.letter, &fields, signer)?,
            said_at: None,
            decision: Some(decision(app, run, row.id, Verdict::Approve)),
            vouching: None,
        });
    }
    approvals.sort_unstable_by_key(|one| one.submission);
    Ok(Decisions::Approvals(approvals))
}

fn rejections(
    app: &App,
    run: &RunRow,
    verdict: Verdict,
    rows: &HashMap<i64, SubmissionRow>,
) -> Decisions {
    let mut ids: Vec<i64> = rows.keys().copied().collect();
    ids.sort_unstable();
    let all = ids.into_iter();
    Decisions::Rejections(
        all.map(|id| (id, decision(app, run, id, verdict)))
            .collect(),
    )
}

async fn approve(
    tx: &mut Tx,
    all: &[Confirmation],
    taken: &[i64],
) -> store::Result<(Vec<i64>, i64)> {
    let due = all.iter().filter(|one| taken.contains(&one.submission));
    let due: Vec<&Confirmation> = due.collect();
    let (mut decided, mut done) = (Vec::new(), 0);
    for (one, outcome) in due.iter().zip(Confirmation::write_all(&due, tx).await?) {
        decided.extend(outcome.map(|_| one.submission));
        let approved = matches!(outcome, Some(Enrolled::Anew(_) | Enrolled::Already(_)));
        done += i64::from(approved);
    }
    Ok((decided, done))
}

async fn reject(
    tx: &mut Tx,
    all: &[(i64, Decision)],
    taken: &[i64],
) -> store::Result<(Vec<i64>, i64)> {
    let (mut decided, mut done) = (Vec::new(), 0);
    for (id, decision) in all.iter().filter(|(id, _)| taken.contains(id)) {
        if asking::turn_down(tx, *id).await? {
            decision.note(tx).await?;
            decided.push(*id);
            done += 1;
        }
    }
    Ok((decided, done))
}
