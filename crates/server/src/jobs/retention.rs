//! Deletes the contacts of letters whose retention date is over.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::Instant;

use crate::acts::{self, retention};
use crate::app::App;

/// How often it is looked whether a day is over.
const PAUSE: Duration = Duration::from_secs(5);

/// How soon a letter is looked through again: corrections after that day bring sealed fields of
/// their own.
const AGAIN: Duration = Duration::from_secs(3600);

/// Runs until `stop` turns true.
pub(super) async fn run(app: Arc<App>, mut stop: watch::Receiver<bool>) {
    let mut looked = HashMap::new();
    loop {
        if let Err(error) = forget(&app, &mut looked).await {
            tracing::warn!(%error, "contacts past their retention date were not deleted; it will be tried again");
        }
        tokio::select! {
            () = tokio::time::sleep(PAUSE) => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
    }
}

async fn forget(app: &App, looked: &mut HashMap<i64, Instant>) -> acts::Result<()> {
    for published in app.letters.all() {
        let letter = &published.letter;
        let lately = looked
            .get(&letter.id)
            .is_some_and(|at| at.elapsed() < AGAIN);
        if lately || !retention::is_over(letter, app.clock.now()) {
            continue;
        }
        retention::forget_contacts(app, letter.id).await?;
        looked.insert(letter.id, Instant::now());
    }
    Ok(())
}
