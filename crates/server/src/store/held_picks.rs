//! What runs of rules have still to decide about of what waits.

use super::sql::{execute_values, rows, rows_values, values};
use super::{Result, Tx, runs};

/// Picks submissions for a run that gathers; one that was undone takes none.
pub async fn pick(tx: &mut Tx, run: i64, submissions: &[i64]) -> Result<()> {
    if !runs::step(tx, run, "gathering", "gathering").await? {
        return Ok(());
    }
    let picked = execute_values!(
        tx,
        "insert into held_picks (run, submission) ",
        submissions,
        |id| (run, *id),
        " on conflict (run, submission) do nothing"
    )?;
    runs::count_picked(tx, run, picked).await
}

/// The next picks of a run, at most `limit`. They stay until they are taken.
pub async fn next(tx: &mut Tx, run: i64, limit: i64) -> Result<Vec<i64>> {
    let found = rows!(
        tx,
        (i64,),
        "select submission from held_picks where run = $1 order by submission limit $2",
        run,
        limit
    )?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// Takes picks out of a run. Of two nodes at once each gets others, and of one that was undone nobody gets any.
pub async fn take(tx: &mut Tx, run: i64, submissions: &[i64]) -> Result<Vec<i64>> {
    let taken = rows_values!(
        tx,
        (i64,),
        "delete from held_picks where (run, submission) in (select column1, column2 from (",
        submissions,
        |id| (run, *id),
        ") as wanted) returning submission"
    )?;
    Ok(taken.into_iter().map(|(id,)| id).collect())
}
