//! Launches letters at their minute, or as soon as the server is back after it.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use crate::acts::launch::schedule;
use crate::app::App;

/// How often to look.
const PAUSE: Duration = Duration::from_secs(1);

/// Runs until `stop` turns true.
pub(super) async fn run(app: Arc<App>, mut stop: watch::Receiver<bool>) {
    loop {
        if let Err(error) = schedule::launch_due(&app).await {
            tracing::warn!(%error, "letters were not launched; it will be tried again");
        }
        tokio::select! {
            () = tokio::time::sleep(PAUSE) => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
    }
}
