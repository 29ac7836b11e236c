//! Closing: after its last day a letter takes no more signatures, and its record says so.

use super::Result;
use crate::app::App;
use crate::model::LetterState;
use crate::recorder::{Act, Published};
use crate::seal::row_id;
use crate::store::{letters, record};

/// Seconds after the closing day before the record closes: whatever was confirmed in its last
/// moment is in the queue by then.
const GRACE: i64 = 60;

/// Whether a letter is due to close.
#[must_use]
pub fn is_due(letter: &Published, now: i64) -> bool {
    letter.letter.state == LetterState::Open
        && letter.read_only.is_none()
        && now >= letter.letter.closes_at().saturating_add(GRACE)
}

/// Closes a letter. Of several nodes one does.
pub async fn close(app: &App, letter: &Published) -> Result<()> {
    let (id, now_ms) = (letter.letter.id, app.clock.now_ms());
    let now = now_ms.div_euclid(1000);
    app.committer
        .write(move |tx| {
            Box::pin(async move {
                let (open, closed) = (LetterState::Open, LetterState::Closed);
                if letters::advance(tx, id, open, closed, now).await? {
                    let act = Act::Close.to_json();
                    record::enqueue(tx, row_id(now_ms), id, None, &act).await?;
                }
                Ok(())
            })
        })
        .await?;
    app.recorder_wake.notify_one();
    Ok(())
}
