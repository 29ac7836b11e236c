//! Writes founders' mails, and reads spreadsheets of founders.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use crate::acts::founding;
use crate::acts::founding::inviting;
use crate::app::App;

/// How often to look for something to do.
const PAUSE: Duration = Duration::from_secs(1);

/// Runs until `stop` turns true.
pub(super) async fn run(app: Arc<App>, mut stop: watch::Receiver<bool>) {
    loop {
        let more = work(&app).await;
        tokio::select! {
            () = tokio::time::sleep(if more { Duration::ZERO } else { PAUSE }) => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
        if *stop.borrow() {
            return;
        }
    }
}

/// Whether there may be more to do at once.
async fn work(app: &App) -> bool {
    let wrote = inviting::write_mails(app).await.unwrap_or_else(|error| {
        tracing::warn!(%error, "founders' mails were not written; it will be tried again");
        false
    });
    let read = founding::read_on(app).await.unwrap_or_else(|error| {
        tracing::warn!(%error, "a spreadsheet was not read on; it will be tried again");
        false
    });
    wrote || read
}
