//! Durable writes, in groups.
//!
//! One task takes whatever is waiting, runs it in one transaction (each piece behind a savepoint,
//! so that one that fails takes nothing with it) and answers each waiter after the commit. A crash
//! before the commit loses only what nobody was told was saved.

use futures_util::future::BoxFuture;
use tokio::sync::{mpsc, oneshot};

use super::sql::execute;
use super::{Result, Store, StoreError, Tx};

/// The most pieces of work that one transaction carries.
const GROUP: usize = 256;

/// Pieces that may wait before a writer has to.
const QUEUE: usize = 4096;

/// Tells a waiter how its piece of work ended.
type Settle = Box<dyn FnOnce(Result<()>) + Send>;

/// A piece of work: runs on the transaction; says whether it holds, and how to tell its waiter.
type Work = Box<dyn for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, (Result<()>, Settle)> + Send>;

/// The one way to write. Cheap to clone.
#[derive(Clone)]
pub struct Committer {
    queue: mpsc::Sender<Work>,
}

impl Committer {
    /// Starts the committing task of `store`. It ends when the last clone is dropped.
    #[must_use]
    pub fn start(store: Store) -> Self {
        let (queue, waiting) = mpsc::channel(QUEUE);
        tokio::spawn(commit_all(store, waiting));
        Self { queue }
    }

    /// Runs `work` in the next group; returns once it is durable, or has failed and left nothing.
    pub async fn write<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, Result<T>> + Send + 'static,
    {
        let (answer, answered) = oneshot::channel();
        let work: Work = Box::new(move |tx| {
            Box::pin(async move {
                let (held, outcome) = match work(tx).await {
                    Ok(value) => (Ok(()), Ok(value)),
                    Err(error) => (Err(StoreError::Unavailable("undone")), Err(error)),
                };
                let settle: Settle = Box::new(move |committed| {
                    // A waiter that went away has no use for the answer.
                    let _ = answer.send(outcome.and_then(|value| committed.map(|()| value)));
                });
                (held, settle)
            })
        });
        let gone = |_| StoreError::Unavailable("shutting down");
        self.queue
            .send(work)
            .await
            .map_err(|_| StoreError::Unavailable("shutting down"))?;
        answered.await.map_err(gone)?
    }
}

async fn commit_all(store: Store, mut waiting: mpsc::Receiver<Work>) {
    let mut group = Vec::with_capacity(GROUP);
    while waiting.recv_many(&mut group, GROUP).await > 0 {
        metrics::histogram!("undersigned_commit_group_size").record(group.len() as f64);
        commit_group(&store, &mut group).await;
    }
}

async fn commit_group(store: &Store, group: &mut Vec<Work>) {
    let mut settled = Vec::with_capacity(group.len());
    let outcome = match store.write().await {
        Ok(mut tx) => match run_all(&mut tx, group, &mut settled).await {
            Ok(()) => tx.commit().await,
            Err(error) => Err(error),
        },
        Err(error) => Err(error),
    };
    // Work that never ran is dropped with its answer: its waiter hears "not saved".
    group.clear();
    if let Err(error) = &outcome {
        tracing::error!(%error, "a group of writes was not saved");
    }
    let failure = outcome.err().map(|error| match error {
        StoreError::Unavailable(why) => why,
        _ => "not committed",
    });
    for settle in settled {
        settle(failure.map_or(Ok(()), |why| Err(StoreError::Unavailable(why))));
    }
}

/// Runs each piece behind a savepoint. An error here means that the transaction itself is lost.
async fn run_all(tx: &mut Tx, group: &mut Vec<Work>, settled: &mut Vec<Settle>) -> Result<()> {
    for work in group.drain(..) {
        execute!(tx, "savepoint piece")?;
        let (held, settle) = work(tx).await;
        settled.push(settle);
        if held.is_err() {
            execute!(tx, "rollback to savepoint piece")?;
        }
        execute!(tx, "release savepoint piece")?;
    }
    Ok(())
}
