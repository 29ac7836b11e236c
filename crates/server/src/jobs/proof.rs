//! Looks again at the domains that prove signatures.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use crate::acts::proving;
use crate::app::App;

/// How often to look for some that became due.
const PAUSE: Duration = Duration::from_secs(60);

/// Runs until `stop` turns true.
pub(super) async fn run(app: Arc<App>, mut stop: watch::Receiver<bool>) {
    if app.proofs.is_none() {
        return;
    }
    if let Err(error) = proving::adopt(&app).await {
        tracing::warn!(%error, "proofs that a recovery brought are not looked at until the next start");
    }
    loop {
        let round = async {
            match proving::recheck_due(&app).await {
                // There may be more.
                Ok(looked) if looked > 0 => {}
                Ok(_) => tokio::time::sleep(PAUSE).await,
                Err(error) => {
                    tracing::warn!(%error, "domains were not looked at again; it will be tried later");
                    tokio::time::sleep(PAUSE).await;
                }
            }
        };
        tokio::select! {
            () = round => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
    }
}
