//! Closes letters whose last day is over.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use crate::acts::closing;
use crate::app::App;

/// How often.
const PAUSE: Duration = Duration::from_secs(20);

/// Runs until `stop` turns true.
pub(super) async fn run(app: Arc<App>, mut stop: watch::Receiver<bool>) {
    loop {
        for letter in app.letters.all() {
            if !closing::is_due(&letter, app.clock.now()) {
                continue;
            }
            if let Err(error) = closing::close(&app, &letter).await {
                tracing::warn!(%error, "a letter was not closed; it will be tried again");
            }
        }
        tokio::select! {
            () = tokio::time::sleep(PAUSE) => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
    }
}
