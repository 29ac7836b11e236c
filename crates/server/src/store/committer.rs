//! Durable writes, in groups.
//!
//! One task takes whatever is waiting, runs it in one transaction (each piece behind a savepoint,
//! so that one that fails takes nothing with it) and answers each waiter after the commit. A crash
//! before the commit loses only what nobody was told was saved.
//!
//! What everybody does at once (submissions, confirmations, mails sent) is [`Grouped`]: one set of
//! statements does it for all that wait.

mod lot;

use futures_util::future::BoxFuture;
use tokio::sync::{mpsc, oneshot};

pub use lot::Grouped;
use lot::{Lot, Pieces};

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

/// What waits for the next transaction.
enum Waiting {
    Alone(Work),
    Together(Box<dyn Lot>),
}

/// The one way to write. Cheap to clone.
#[derive(Clone)]
pub struct Committer {
    queue: mpsc::Sender<Waiting>,
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
        self.send(Waiting::Alone(work), answered).await
    }

    /// Does `piece` in the next group, together with all others of its kind; returns once it is
    /// durable, or has failed and left nothing.
    pub async fn write_grouped<G: Grouped>(&self, piece: G) -> Result<G::Outcome> {
        let (answer, answered) = oneshot::channel();
        let lot = Pieces::of(piece, answer);
        self.send(Waiting::Together(lot), answered).await
    }

    async fn send<T>(&self, waiting: Waiting, answered: oneshot::Receiver<Result<T>>) -> Result<T> {
        const GONE: StoreError = StoreError::Unavailable("shutting down");
        self.queue.send(waiting).await.map_err(|_| GONE)?;
        answered.await.map_err(|_| GONE)?
    }
}

async fn commit_all(store: Store, mut waiting: mpsc::Receiver<Waiting>) {
    let mut group = Vec::with_capacity(GROUP);
    while waiting.recv_many(&mut group, GROUP).await > 0 {
        metrics::histogram!("undersigned_commit_group_size").record(group.len() as f64);
        commit_group(&store, &mut group).await;
    }
}

async fn commit_group(store: &Store, group: &mut Vec<Waiting>) {
    let (mut alone, mut lots) = (Vec::new(), Vec::new());
    for waiting in group.drain(..) {
        match waiting {
            Waiting::Alone(work) => alone.push(work),
            Waiting::Together(lot) => gather(&mut lots, lot),
        }
    }
    // Work that never ran is dropped with its answer: its waiter hears "not saved".
    let mut settled = Vec::with_capacity(alone.len());
    let outcome = match store.write().await {
        Ok(mut tx) => match run_all(&mut tx, alone, lots, &mut settled).await {
            Ok(()) => tx.commit().await,
            Err(error) => Err(error),
        },
        Err(error) => Err(error),
    };
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

/// Puts a lot to the others of its kind.
fn gather(lots: &mut Vec<Box<dyn Lot>>, lot: Box<dyn Lot>) {
    let mut rest = Some(lot);
    for known in &mut *lots {
        rest = rest.and_then(|lot| known.absorb(lot));
    }
    lots.extend(rest);
}

/// Runs everything behind savepoints. An error here means that the transaction itself is lost.
async fn run_all(
    tx: &mut Tx,
    alone: Vec<Work>,
    lots: Vec<Box<dyn Lot>>,
    settled: &mut Vec<Settle>,
) -> Result<()> {
    for mut lot in lots {
        begin(tx).await?;
        let together = lot.try_together(tx).await.is_ok();
        end(tx, together).await?;
        if !together {
            // One of them is at fault; the others must not suffer for it.
            for at in 0..lot.len() {
                begin(tx).await?;
                let held = lot.try_alone(at, tx).await.is_ok();
                end(tx, held).await?;
            }
        }
        settled.extend(lot.settle());
    }
    for work in alone {
        begin(tx).await?;
        let (held, settle) = work(tx).await;
        settled.push(settle);
        end(tx, held.is_ok()).await?;
    }
    Ok(())
}

async fn begin(tx: &mut Tx) -> Result<()> {
    execute!(tx, "savepoint piece").map(|_| ())
}

/// Keeps what was done since [`begin`], or undoes it.
async fn end(tx: &mut Tx, keep: bool) -> Result<()> {
    if !keep {
        execute!(tx, "rollback to savepoint piece")?;
    }
    execute!(tx, "release savepoint piece").map(|_| ())
}

#[cfg(test)]
mod tests;
