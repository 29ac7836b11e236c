//! The recorder: queue in, record out, and never two records.

mod act;
mod election;
mod publisher;
mod sequencer;
mod served;

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::Instant;

pub use act::Act;
pub use publisher::{Letters, Published, PublishedText, load, refresh};
pub use sequencer::{Append, drain, sequence};
pub(crate) use served::extends;
pub use served::{ReadOnly, Served};

use crate::app::App;
use crate::store::{StoreError, record};
use election::Election;

/// The least time between two rounds: pages are made anew at most that often.
const ROUND: Duration = Duration::from_millis(500);

/// How long an act waits before a node that was not elected records it all the same. The election
/// only saves work; a stalled winner must not hold the record up.
const OVERDUE_MS: i64 = 3_000;

/// Runs until `stop` turns true: publishes what is committed, and records what is queued.
pub async fn run(app: Arc<App>, mut stop: watch::Receiver<bool>) {
    let mut election = Election::new(&app.store);
    while !*stop.borrow() {
        let begun = Instant::now();
        if let Err(error) = round(&app, &mut election).await {
            tracing::warn!(%error, "a round of the recorder failed; it will be tried again");
        }
        let wake = async {
            tokio::time::sleep_until(begun + ROUND).await;
            let _ = tokio::time::timeout(ROUND, app.recorder_wake.notified()).await;
        };
        tokio::select! {
            () = wake => {}
            _ = stop.changed() => {}
        }
    }
}

/// One round: publish, sequence, publish what that gave.
async fn round(app: &Arc<App>, election: &mut Election) -> Result<(), StoreError> {
    refresh(app).await?;
    let waiting = record::waiting(&mut app.store.read().await?).await?;
    metrics::gauge!("undersigned_queue_letters").set(waiting.len() as f64);
    let elected = election.wins().await;
    let now_ms = app.clock.now_ms();
    let mut moved = false;
    for (letter, oldest) in waiting {
        let overdue = now_ms - (oldest >> 22) > OVERDUE_MS;
        let sound = app
            .letters
            .by_id(letter)
            .is_some_and(|letter| letter.read_only.is_none());
        if sound && (elected || overdue) {
            moved |= record_letter(app, letter).await?;
        }
    }
    if moved { refresh(app).await } else { Ok(()) }
}

/// Records a letter's queue. Being overtaken is no failure: the other node recorded it.
async fn record_letter(app: &App, letter: i64) -> Result<bool, StoreError> {
    let now = app.clock.now();
    let added = app
        .committer
        .write(move |tx| Box::pin(async move { sequence(tx, letter, now).await }))
        .await;
    match added {
        Ok(added) => {
            metrics::counter!("undersigned_entries_total").increment(added);
            Ok(added > 0)
        }
        Err(StoreError::HeadMoved) => {
            tracing::info!("overtaken by another sequencer; nothing was written");
            Ok(true)
        }
        Err(error) => Err(error),
    }
}

/// Letters by id.
type ById = HashMap<i64, Arc<Published>>;
