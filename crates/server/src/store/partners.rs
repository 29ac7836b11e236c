//! Partners' codes, counted only in sum.

use super::sql::{execute, rows};
use super::{Result, Tx};

/// Counts one more signature that came through a partner.
pub async fn count(tx: &mut Tx, letter: i64, via: &str) -> Result<()> {
    execute!(
        tx,
        "insert into partners (letter, via, signatures) values ($1, $2, 1)
         on conflict (letter, via) do update set signatures = partners.signatures + 1",
        letter,
        via
    )?;
    Ok(())
}

/// The sums, by code.
pub async fn sums(tx: &mut Tx, letter: i64) -> Result<Vec<(String, i64)>> {
    rows!(
        tx,
        (String, i64),
        "select via, signatures from partners where letter = $1 order by via",
        letter
    )
}
