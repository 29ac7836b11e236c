//! Runs of rules, and what each has still to remove. What they decide about of what waits is in `held_picks`.

use super::sql::{execute, execute_values, row, rows, values};
use super::{Result, Tx};

/// A run.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct RunRow {
    /// Grows with time.
    pub id: i64,
    /// Which letter.
    pub letter: i64,
    /// Which rule.
    pub rule: i64,
    /// What the rule was called.
    pub rule_name: String,
    /// Word of `model::Verdict`.
    pub verdict: String,
    /// Word of the reason; empty for approvals.
    pub reason: String,
    /// Who began it; none for the operator.
    pub organizer: Option<i64>,
    /// Their name then.
    pub who: String,
    /// `gathering`, `waiting`, `running`, `done` or `undone`.
    pub state: String,
    /// When it begins to do so, unix seconds.
    pub due_at: i64,
    /// How many signatures it picked.
    pub picked: i64,
    /// How many it was done to: those that had not left by themselves, or that nobody decided about before.
    pub done: i64,
}

/// Adds a run in state `gathering`.
pub async fn insert(tx: &mut Tx, new: &RunRow) -> Result<()> {
    execute!(
        tx,
        "insert into runs (id, letter, rule, rule_name, verdict, reason, organizer, who, state,
                           due_at, picked, done)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'gathering', $9, 0, 0)",
        new.id,
        new.letter,
        new.rule,
        &new.rule_name,
        &new.verdict,
        &new.reason,
        new.organizer,
        &new.who,
        new.due_at,
    )?;
    Ok(())
}

/// Picks signatures for a run that gathers; one that was undone takes none.
pub async fn pick(tx: &mut Tx, run: i64, signatures: &[i64]) -> Result<()> {
    if !step(tx, run, "gathering", "gathering").await? {
        return Ok(());
    }
    let picked = execute_values!(
        tx,
        "insert into picks (run, signature) ",
        signatures,
        |id| (run, *id),
        " on conflict (run, signature) do nothing"
    )?;
    count_picked(tx, run, picked).await
}

/// Counts what a run picked.
pub(super) async fn count_picked(tx: &mut Tx, run: i64, picked: u64) -> Result<()> {
    execute!(
        tx,
        "update runs set picked = picked + $1 where id = $2",
        picked.cast_signed(),
        run,
    )?;
    Ok(())
}

/// Moves a run on from one state to another. False where it is not in the first.
pub async fn step(tx: &mut Tx, run: i64, from: &str, to: &str) -> Result<bool> {
    let moved = execute!(
        tx,
        "update runs set state = $1 where id = $2 and state = $3",
        to,
        run,
        from,
    )?;
    Ok(moved == 1)
}

/// Undoes what a run of a letter has not done yet. False where nothing is left to undo.
pub async fn undo(tx: &mut Tx, letter: i64, run: i64) -> Result<bool> {
    let undone = execute!(
        tx,
        "update runs set state = 'undone'
         where id = $1 and letter = $2 and state in ('gathering', 'waiting', 'running')",
        run,
        letter,
    )?;
    if undone == 1 {
        execute!(tx, "delete from picks where run = $1", run)?;
        execute!(tx, "delete from held_picks where run = $1", run)?;
    }
    Ok(undone == 1)
}

/// Undoes runs that were to begin at `now` and whose picks were never all written: whoever gathered
/// them fell. Gives how many.
pub async fn abandon(tx: &mut Tx, now: i64) -> Result<u64> {
    let abandoned = execute!(
        tx,
        "update runs set state = 'undone' where state = 'gathering' and due_at <= $1",
        now
    )?;
    if abandoned > 0 {
        for picks in [
            "delete from picks where run in (select id from runs where state = 'undone')",
            "delete from held_picks where run in (select id from runs where state = 'undone')",
        ] {
            execute!(tx, picks)?;
        }
    }
    Ok(abandoned)
}

macro_rules! run {
    ($rest:literal) => {
        concat!(
            "select id, letter, rule, rule_name, verdict, reason, organizer, who, state, due_at,
                    picked, done from runs ",
            $rest
        )
    };
}

/// A letter's runs, newest first, at most `limit`, each with how much is left of it.
pub async fn all(tx: &mut Tx, letter: i64, limit: i64) -> Result<Vec<(RunRow, i64)>> {
    let runs = rows!(
        tx,
        RunRow,
        run!("where letter = $1 order by id desc limit $2"),
        letter,
        limit
    )?;
    let mut all = Vec::with_capacity(runs.len());
    for run in runs {
        let left = row!(
            tx,
            (i64,),
            "select (select count(*) from picks where run = $1)
                  + (select count(*) from held_picks where run = $1)",
            run.id
        )?;
        all.push((run, left.map_or(0, |(left,)| left)));
    }
    Ok(all)
}

/// Runs that may begin at `now`, or go on.
pub async fn due(tx: &mut Tx, now: i64) -> Result<Vec<RunRow>> {
    rows!(
        tx,
        RunRow,
        run!("where state in ('waiting', 'running') and due_at <= $1 order by id"),
        now
    )
}

/// Takes up to `limit` picks out of a run. Of two nodes at once each gets others.
pub async fn take(tx: &mut Tx, run: i64, limit: i64) -> Result<Vec<i64>> {
    let taken = rows!(
        tx,
        (i64,),
        "delete from picks where run = $1 and signature in
         (select signature from picks where run = $1 order by signature limit $2)
         returning signature",
        run,
        limit
    )?;
    Ok(taken.into_iter().map(|(id,)| id).collect())
}

/// Ends a run that has nothing left to do.
pub async fn finish(tx: &mut Tx, run: i64) -> Result<()> {
    execute!(
        tx,
        "update runs set state = 'done' where id = $1 and state = 'running'
         and not exists (select 1 from picks where run = $1)
         and not exists (select 1 from held_picks where run = $1)",
        run
    )?;
    Ok(())
}

/// Counts what was done.
pub async fn count(tx: &mut Tx, run: i64, done: i64) -> Result<()> {
    execute!(
        tx,
        "update runs set done = done + $1 where id = $2",
        done,
        run,
    )?;
    Ok(())
}

/// Deletes runs that ended 30 days ago, or were to begin then.
pub async fn purge(tx: &mut Tx, now: i64) -> Result<u64> {
    execute!(
        tx,
        "delete from runs where state in ('done', 'undone') and due_at <= $1",
        now - 30 * 24 * 3600
    )
}
