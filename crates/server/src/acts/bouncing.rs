//! Bouncing: a mail that was accepted comes back.

use super::Result;
use crate::app::App;
use crate::mail::ReturnToken;
use crate::seal::row_id;
use crate::store::bounces;

/// Notes that the mail with this return path is lost. False where none is awaited there: forged, too
/// old, noted already, or sent so short a time ago that it isn't noted yet.
pub async fn take(app: &App, path: &ReturnToken, code: u16) -> Result<bool> {
    let (hash, now_ms) = (path.hash(), app.clock.now_ms());
    let taken = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                let Some(token_hash) = bounces::take(tx, &hash).await? else {
                    return Ok(false);
                };
                let (id, now) = (row_id(now_ms), now_ms.div_euclid(1000));
                bounces::note(tx, id, &token_hash, i64::from(code), now).await?;
                Ok(true)
            })
        })
        .await?;
    Ok(taken)
}
