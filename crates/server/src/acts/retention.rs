//! The end of keeping: after the day that everybody was told on signing, a letter's contacts are
//! deleted. The record keeps the commitments to them, which say nothing.

use super::Result;
use super::access::Act;
use super::access::trail::{Line, Who};
use crate::app::App;
use crate::model::{Letter, LetterState};
use crate::store::contacts;

/// Contacts deleted in one transaction, so that nobody else who writes waits long.
const AT_ONCE: u64 = 1000;

/// Whether a letter's contacts are to be kept no longer.
#[must_use]
pub fn is_over(letter: &Letter, now: i64) -> bool {
    letter.state != LetterState::Draft && now >= letter.contacts_kept_until()
}

/// Deletes a letter's contacts. Interrupted, it is begun again; of two nodes both may do it.
pub async fn forget_contacts(app: &App, letter: i64) -> Result<()> {
    let mut line = Some(Line::new(
        app,
        Who::operator(),
        Some(letter),
        Act::ContactsDeleted,
        "",
    ));
    loop {
        let line = line.take();
        let forgotten = app.committer.write(move |tx| {
            Box::pin(async move {
                let forgotten = contacts::forget(tx, letter, AT_ONCE.cast_signed()).await?;
                if let Some(line) = line.filter(|_| forgotten > 0) {
                    line.write(tx).await?;
                }
                Ok(forgotten)
            })
        });
        if forgotten.await? < AT_ONCE {
            return Ok(());
        }
    }
}
