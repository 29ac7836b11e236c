//! Merging: of several signatures of one signatory one is kept as it is, and the others are turned down as its
//! repetitions. Nothing of them is carried over: a signature says what its own signatory wrote.

use undersigned_record::entry::Reason;

use super::super::access::Act as Did;
use super::super::access::moderator::Moderator;
use super::super::{Result, asking};
use super::because;
use crate::app::App;
use crate::recorder::Published;
use crate::store::{self, Tx, signatures, submissions};

/// Which one is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// One that is held, by its number in the queue. It goes on waiting.
    Held(i64),
    /// One that stands, by its index in the record.
    Standing(i64),
}

impl Kept {
    fn held(self) -> Option<i64> {
        match self {
            Self::Held(id) => Some(id),
            Self::Standing(_) => None,
        }
    }
}

/// Turns down those of `others` that are held, as long as the one that is kept is there. Gives how many.
pub async fn merge(
    app: &App,
    by: Moderator<'_>,
    letter: &Published,
    kept: Kept,
    others: &[i64],
) -> Result<u64> {
    let (of, now) = (letter.letter.id, app.clock.now());
    let others = others.iter().filter(|id| kept != Kept::Held(**id));
    let others: Vec<_> = others
        .map(|id| {
            let what = because(*id, Reason::Repeated.as_str());
            (*id, by.decides(app, of, Did::Rejected, what))
        })
        .collect();
    let taken = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                let mut taken = Vec::new();
                let about = others.iter().map(|(id, _)| *id).chain(kept.held());
                submissions::keep_still(tx, &about.collect::<Vec<_>>()).await?;
                if !is_there(tx, of, kept, now).await? {
                    return Ok(taken);
                }
                for (id, decision) in others {
                    let held = submissions::get(tx, id, now).await?;
                    let held = held.is_some_and(|row| row.letter == of && row.state == "held");
                    if held && decision.holds(tx).await? && asking::turn_down(tx, id).await? {
                        decision.note(tx).await?;
                        taken.push(id);
                    }
                }
                Ok(taken)
            })
        })
        .await?;
    for id in &taken {
        asking::forget(app, *id);
    }
    by.settled(app, of, !taken.is_empty()).await?;
    Ok(taken.len() as u64)
}

async fn is_there(tx: &mut Tx, letter: i64, kept: Kept, now: i64) -> store::Result<bool> {
    Ok(match kept {
        Kept::Held(id) => {
            let row = submissions::get(tx, id, now).await?;
            row.is_some_and(|row| row.letter == letter && row.state == "held")
        }
        Kept::Standing(index) => {
            let row = signatures::hold_by_index(tx, letter, index).await?;
            row.is_some_and(|row| row.state == "live")
        }
    })
}
