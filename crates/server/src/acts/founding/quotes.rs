//! Which of the founders' approved statements stand on the letter's page from the launch on, and in which
//! order.

use super::list::{UNKNOWN, known, line};
use super::{Entry, by_editor, key};
use crate::acts::Result;
use crate::acts::access::{Act, Session};
use crate::app::App;
use crate::model::{Letter, LetterState};
use crate::seal::FoundersKey;
use crate::store::{self, StoreError, Tx, founder_quotes};

/// What becomes of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is put on the letter's page, before all others.
    Feature,
    /// It is taken off it.
    Unfeature,
    /// It changes places with the one before it.
    Raise,
}

/// Those that were chosen, in their order: whose, and what is known of them where that can be read.
pub async fn chosen(app: &App, letter: &Letter) -> Result<Vec<(i64, Option<Entry>)>> {
    if letter.state != LetterState::Draft {
        return Ok(Vec::new());
    }
    let rows = founder_quotes::featured(&mut app.store.read().await?, letter.id).await?;
    let key = match key::state(app, letter).await? {
        FoundersKey::Usable(key) => Some(key),
        _ => None,
    };
    let read = |row| key.as_ref().and_then(|key| Entry::read(key, row));
    Ok(rows.iter().map(|row| (row.id, read(row))).collect())
}

/// Changes what stands there, and where.
pub async fn change(
    app: &App,
    session: &Session,
    letter: &Letter,
    founder: i64,
    change: Change,
) -> Result<()> {
    let act = match change {
        Change::Feature => Act::StatementFeatured,
        Change::Unfeature => Act::StatementUnfeatured,
        Change::Raise => Act::StatementRaised,
    };
    let line = line(app, session, letter, act, founder);
    let id = letter.id;
    let changed = by_editor(app, session, letter, line, move |tx| {
        Box::pin(async move {
            let changed = match change {
                Change::Feature => founder_quotes::feature(tx, id, founder, true).await?,
                Change::Unfeature => founder_quotes::feature(tx, id, founder, false).await?,
                Change::Raise => raise(tx, id, founder).await?,
            };
            match changed {
                true => Ok(()),
                false => Err(StoreError::Refused(UNKNOWN.to_owned())),
            }
        })
    });
    known(changed.await)
}

/// False where there is none before it.
async fn raise(tx: &mut Tx, letter: i64, founder: i64) -> store::Result<bool> {
    let rows = founder_quotes::featured(tx, letter).await?;
    let mut order: Vec<i64> = rows.iter().map(|row| row.id).collect();
    let place = order.iter().position(|of| *of == founder);
    let Some(place) = place.filter(|place| *place > 0) else {
        return Ok(false);
    };
    order.swap(place - 1, place);
    for (id, place) in order.into_iter().zip(1..) {
        founder_quotes::set_place(tx, id, place).await?;
    }
    Ok(true)
}
