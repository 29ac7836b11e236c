//! Where what is held can be asked: addresses, each under a key of its own.

use super::sql::{execute, row, rows};
use super::{Result, Tx};

/// Keeps the encrypted address of a submission that is held.
pub async fn put(tx: &mut Tx, submission: i64, address: &[u8]) -> Result<()> {
    execute!(
        tx,
        "insert into reaches (submission, address) values ($1, $2)",
        submission,
        address
    )?;
    Ok(())
}

/// The encrypted address of a submission, where one is kept.
pub async fn of(tx: &mut Tx, submission: i64) -> Result<Option<Vec<u8>>> {
    let found = row!(
        tx,
        (Vec<u8>,),
        "select address from reaches where submission = $1",
        submission
    )?;
    Ok(found.map(|(address,)| address))
}

/// The submissions that an address is kept of.
pub async fn all(tx: &mut Tx) -> Result<Vec<i64>> {
    let found = rows!(tx, (i64,), "select submission from reaches")?;
    Ok(found.into_iter().map(|(submission,)| submission).collect())
}
