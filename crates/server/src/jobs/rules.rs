//! Carries out the runs of saved rules whose time to be undone is over.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use crate::acts::rules;
use crate::app::App;

/// How often it is looked whether one is due.
const PAUSE: Duration = Duration::from_secs(2);
/// Between two steps of one that is.
const STEP: Duration = Duration::from_millis(100);

/// Runs until `stop` turns true.
pub(super) async fn run(app: Arc<App>, mut stop: watch::Receiver<bool>) {
    loop {
        let pause = match rules::advance(&app).await {
            Ok(true) => STEP,
            Ok(false) => PAUSE,
            Err(error) => {
                tracing::warn!(%error, "a rule's run did not go on; it will be tried again");
                PAUSE
            }
        };
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
    }
}
