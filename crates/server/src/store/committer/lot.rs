//! Work of one kind, done for many at once.

use std::any::Any;

use futures_util::future::BoxFuture;
use tokio::sync::oneshot;

use super::Settle;
use crate::store::{Result, StoreError, Tx};

/// Work that one set of statements does for many: what everybody does at once is cheapest so.
///
/// It must give the same outcomes for the pieces together as for each alone, one after the other.
/// An error says nothing about which piece is at fault; then each is tried alone.
pub trait Grouped: Sized + Send + Sync + 'static {
    /// What a piece of work gives.
    type Outcome: Send + 'static;

    /// Does all pieces and gives their outcomes, in their order.
    fn write_all<'t>(
        pieces: &'t [&'t Self],
        tx: &'t mut Tx,
    ) -> BoxFuture<'t, Result<Vec<Self::Outcome>>>;
}

/// Pieces of one kind that wait for the next transaction.
pub(super) trait Lot: Send {
    /// Takes the pieces of `other` in, if they are of the same kind; else gives them back.
    fn absorb(&mut self, other: Box<dyn Lot>) -> Option<Box<dyn Lot>>;

    fn into_any(self: Box<Self>) -> Box<dyn Any>;

    fn as_any(&self) -> &dyn Any;

    /// Does all pieces at once. Tells nobody; that waits for the commit.
    fn try_together<'t>(&'t mut self, tx: &'t mut Tx) -> BoxFuture<'t, Result<()>>;

    /// Does the piece `at` alone.
    fn try_alone<'t>(&'t mut self, at: usize, tx: &'t mut Tx) -> BoxFuture<'t, Result<()>>;

    fn len(&self) -> usize;

    /// How to tell the waiters.
    fn settle(self: Box<Self>) -> Vec<Settle>;
}

/// The pieces of the kind `G`.
pub(super) struct Pieces<G: Grouped>(Vec<Piece<G>>);

struct Piece<G: Grouped> {
    work: G,
    outcome: Result<G::Outcome>,
    waiter: oneshot::Sender<Result<G::Outcome>>,
}

impl<G: Grouped> Pieces<G> {
    /// A lot of one piece.
    pub(super) fn of(work: G, waiter: oneshot::Sender<Result<G::Outcome>>) -> Box<dyn Lot> {
        Box::new(Self(vec![Piece {
            work,
            outcome: Err(StoreError::Unavailable("undone")),
            waiter,
        }]))
    }

    async fn try_range(&mut self, range: std::ops::Range<usize>, tx: &mut Tx) -> Result<()> {
        let pieces = &mut self.0[range];
        let work: Vec<&G> = pieces.iter().map(|piece| &piece.work).collect();
        let outcomes = G::write_all(&work, tx).await?;
        if outcomes.len() != pieces.len() {
            return Err(StoreError::Corrupt("outcomes are missing"));
        }
        for (piece, outcome) in pieces.iter_mut().zip(outcomes) {
            piece.outcome = Ok(outcome);
        }
        Ok(())
    }
}

impl<G: Grouped> Lot for Pieces<G> {
    fn absorb(&mut self, other: Box<dyn Lot>) -> Option<Box<dyn Lot>> {
        if !other.as_any().is::<Self>() {
            return Some(other);
        }
        if let Ok(other) = other.into_any().downcast::<Self>() {
            self.0.extend(other.0);
        }
        None
    }

    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        self
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn try_together<'t>(&'t mut self, tx: &'t mut Tx) -> BoxFuture<'t, Result<()>> {
        let all = 0..self.0.len();
        Box::pin(self.try_range(all, tx))
    }

    fn try_alone<'t>(&'t mut self, at: usize, tx: &'t mut Tx) -> BoxFuture<'t, Result<()>> {
        Box::pin(async move {
            let outcome = self.try_range(at..at + 1, tx).await;
            outcome.map_err(|error| {
                self.0[at].outcome = Err(error);
                StoreError::Unavailable("undone")
            })
        })
    }

    fn len(&self) -> usize {
        self.0.len()
    }

    fn settle(self: Box<Self>) -> Vec<Settle> {
        let settle = |piece: Piece<G>| -> Settle {
            Box::new(move |committed| {
                // A waiter that went away has no use for the answer.
                let _ = piece.waiter.send(
                    piece
                        .outcome
                        .and_then(|outcome| committed.map(|()| outcome)),
                );
            })
        };
        self.0.into_iter().map(settle).collect()
    }
}
