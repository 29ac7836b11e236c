//! Bouncing: a mail that was accepted comes back.

use super::Result;
use crate::app::App;
use crate::mail::ReturnToken;
use crate::seal::row_id;
use crate::store::bounces::{self, Lost};
use crate::store::founder_mails;
use crate::store::tallies::{Counted, Tally};

/// Notes that the mail with this return path is lost. False where none is awaited there: forged, too
/// old, noted already, or sent so short a time ago that it isn't noted yet.
pub async fn take(app: &App, path: &ReturnToken, code: u16) -> Result<bool> {
    let (hash, now_ms) = (path.hash(), app.clock.now_ms());
    let taken = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                let Some((letter, token_hash)) = bounces::take(tx, &hash).await? else {
                    return Ok(false);
                };
                let (id, now) = (row_id(now_ms), now_ms.div_euclid(1000));
                let lost = Lost {
                    letter,
                    token_hash: &token_hash,
                    code: i64::from(code),
                };
                bounces::note(tx, id, &lost, now).await?;
                // It may have carried a founder's link; their organizers are told.
                founder_mails::note_mail(tx, &token_hash, false, now).await?;
                let mut tally = Tally::default();
                tally.count(letter, now, Counted::Returned);
                tally.add(tx, id).await?;
                Ok(true)
            })
        })
        .await?;
    Ok(taken)
}
