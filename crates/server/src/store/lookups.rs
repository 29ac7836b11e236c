//! Private links looked up, in groups.
//!
//! One task takes whatever is asked, looks all of it up in one transaction and answers. A
//! transaction costs the same for one link as for a hundred, and on the day of a launch everybody
//! follows theirs at once.

use std::collections::HashMap;

use tokio::sync::{mpsc, oneshot};

use super::links::{self, Link, Target};
use super::submissions::{self, SubmissionRow};
use super::{Result, Store, StoreError};

/// The most links that one transaction looks up.
const GROUP: usize = 250;

/// Questions that may wait before an asker has to.
const QUEUE: usize = 1024;

/// What a link leads to.
#[derive(Clone)]
pub enum Found {
    /// A submission, whatever its time.
    Submission(Box<SubmissionRow>),
    /// A submission that is here no more.
    Decided(i64),
    /// The signature with this id.
    Signature(i64),
}

/// A link, and who wants to know where it leads.
struct Question {
    link: Link,
    answer: oneshot::Sender<Result<Option<Found>>>,
}

/// Looks links up. Cheap to clone.
#[derive(Clone)]
pub struct Lookups {
    queue: mpsc::Sender<Question>,
}

impl Lookups {
    /// Starts the task that reads from `store`. It ends when the last clone is dropped.
    #[must_use]
    pub fn start(store: Store) -> Self {
        let (queue, asked) = mpsc::channel(QUEUE);
        tokio::spawn(answer_all(store, asked));
        Self { queue }
    }

    /// What the link of `letter` with this hash leads to.
    pub async fn find(&self, letter: i64, hash: Vec<u8>) -> Result<Option<Found>> {
        const GONE: StoreError = StoreError::Unavailable("shutting down");
        let (answer, answered) = oneshot::channel();
        let link = (letter, hash);
        let asked = self.queue.send(Question { link, answer }).await;
        asked.map_err(|_| GONE)?;
        answered.await.map_err(|_| GONE)?
    }
}

async fn answer_all(store: Store, mut asked: mpsc::Receiver<Question>) {
    let mut group = Vec::with_capacity(GROUP);
    while asked.recv_many(&mut group, GROUP).await > 0 {
        let (links, askers): (Vec<_>, Vec<_>) = group
            .drain(..)
            .map(|of: Question| (of.link, of.answer))
            .unzip();
        let found = match look_up(&store, &links).await {
            Ok(found) => Ok(found),
            Err(StoreError::Unavailable(why)) => Err(why),
            Err(error) => {
                tracing::error!(%error, "links can't be looked up");
                Err("links can't be looked up")
            }
        };
        for (link, asker) in links.iter().zip(askers) {
            let answer = match &found {
                Ok(found) => Ok(found.get(link).cloned()),
                Err(why) => Err(StoreError::Unavailable(why)),
            };
            // An asker that went away has no use for the answer.
            let _ = asker.send(answer);
        }
    }
}

async fn look_up(store: &Store, asked: &[Link]) -> Result<HashMap<Link, Found>> {
    let mut tx = store.read().await?;
    let targets = links::find_all(&mut tx, asked).await?;
    let waiting: Vec<i64> = targets.values().filter_map(|to| to.submission()).collect();
    let waiting = submissions::get_all(&mut tx, &waiting).await?;
    let lead = |(link, target)| {
        let found = match target {
            Target::Signature(id) => Found::Signature(id),
            Target::Submission(id) => match waiting.get(&id) {
                Some(row) => Found::Submission(Box::new(row.clone())),
                None => Found::Decided(id),
            },
        };
        (link, found)
    };
    Ok(targets.into_iter().map(lead).collect())
}
