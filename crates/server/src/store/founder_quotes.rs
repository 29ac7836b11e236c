//! Founders' statements that are to stand on the letter's page from its launch on.

use super::founders::{FounderRow, founder};
use super::sql::{execute, rows};
use super::{Result, Tx};

/// Those whose approved statement was chosen, in their order.
pub async fn featured(tx: &mut Tx, letter: i64) -> Result<Vec<FounderRow>> {
    rows!(
        tx,
        FounderRow,
        founder!(
            "where letter = $1 and featured and state = 'accepted' and statement = 'approved'
             order by place, id desc"
        ),
        letter
    )
}

/// Chooses a founder's approved statement, or leaves it out again. False where that is so already, or
/// none is approved. It comes before all others.
pub async fn feature(tx: &mut Tx, letter: i64, id: i64, featured: bool) -> Result<bool> {
    let changed = execute!(
        tx,
        "update founders set featured = $3, place = 0
         where id = $1 and letter = $2 and state = 'accepted' and statement = 'approved'
         and featured <> $3",
        id,
        letter,
        featured
    )?;
    Ok(changed == 1)
}

/// Gives a chosen statement its place.
pub async fn set_place(tx: &mut Tx, id: i64, place: i64) -> Result<()> {
    execute!(
        tx,
        "update founders set place = $2 where id = $1",
        id,
        place
    )?;
    Ok(())
}

/// Hands the choice on to the statements of the signatures that founders have become. Statements that
/// were featured in files come after them.
pub async fn launch(tx: &mut Tx, letter: i64) -> Result<()> {
    let chosen = featured(tx, letter).await?;
    let behind = i64::try_from(chosen.len())
        .unwrap_or(i64::MAX)
        .saturating_add(1);
    execute!(
        tx,
        "update statements set place = $2 where letter = $1 and featured",
        letter,
        behind
    )?;
    for (row, place) in chosen.into_iter().zip(1_i64..) {
        let Some(signature) = row.signature else {
            continue;
        };
        execute!(
            tx,
            "update statements set featured = true, place = $2
             where signature = $1 and state in ('approved', 'live')",
            signature,
            place
        )?;
    }
    Ok(())
}
