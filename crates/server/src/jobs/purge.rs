//! Deletes what is past its time: rows, then the keys that could have read them.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use crate::app::App;
use crate::seal::Purpose;
use crate::store::{Result, mailbox, outbox, statements, submissions};

/// How often.
const PAUSE: Duration = Duration::from_secs(60);
/// How soon again where a reader stood in the way.
const SOON: Duration = Duration::from_secs(3);

/// Runs until `stop` turns true.
pub(super) async fn run(app: Arc<App>, mut stop: watch::Receiver<bool>) {
    loop {
        let pause = match purge(&app).await {
            Ok(true) => PAUSE,
            Ok(false) => {
                tracing::info!("a long read keeps the write-ahead log; it is emptied after it");
                SOON
            }
            Err(error) => {
                tracing::warn!(%error, "what is past its time was not deleted; it will be tried again");
                PAUSE
            }
        };
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
    }
}

/// Whether everything that was deleted is gone from the write-ahead log too.
async fn purge(app: &App) -> Result<bool> {
    let now = app.clock.now();
    let unreadable_before = now - Purpose::Outbox.lifetime() - 3600;
    app.committer
        .write(move |tx| {
            Box::pin(async move {
                submissions::purge(tx, now).await?;
                statements::purge(tx, now).await?;
                mailbox::purge(tx, now).await?;
                outbox::purge(tx, unreadable_before).await
            })
        })
        .await?;
    if let Err(error) = app.waiting.purge(now) {
        tracing::warn!(%error, "keys past their time were not deleted; it will be tried again");
    }
    app.store.truncate_log().await
}
