//! Connections to the mail server: a fixed number at once, kept open for the next mail.

use std::{
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use tokio::sync::Semaphore;

use super::{
    Composed, Greeting, NoGreeting, SendError,
    session::{Route, Session},
};

/// Mail servers hang up after a while; asking for a connection older than this is no use.
const IDLE: Duration = Duration::from_secs(30);

pub(super) struct Pool {
    route: Route,
    slots: Semaphore,
    idle: Mutex<Vec<(Session, Instant)>>,
}

impl Pool {
    pub(super) fn new(route: Route, size: usize) -> Self {
        Self {
            route,
            slots: Semaphore::new(size),
            idle: Mutex::default(),
        }
    }

    /// Sends over a kept connection if there is one that still works, else over a new one.
    ///
    /// A session leaves the list while it is used, so that a caller who gives up half-way closes
    /// it and nobody else continues its sentence.
    pub(super) async fn deliver(&self, mail: &Composed) -> Result<(), SendError> {
        let closed = SendError::Transient { code: None };
        let _slot = self.slots.acquire().await.map_err(|_| closed)?;
        while let Some(mut session) = self.take() {
            let outcome = session.deliver(mail).await;
            let reusable = session.is_reusable();
            self.keep(session);
            match outcome {
                // The server hung up on the old connection: nothing was accepted over it.
                Err(SendError::Transient {
                    code: None | Some(421),
                }) if !reusable => {}
                settled => return settled,
            }
        }
        let mut session = Session::open(&self.route).await?;
        let outcome = session.deliver(mail).await;
        self.keep(session);
        outcome
    }

    /// Whether the mail server would take mail, over a new connection.
    pub(super) async fn greet(&self) -> Result<Greeting, NoGreeting> {
        Session::greet(&self.route).await
    }

    /// Says goodbye on all connections that are not in use. Mails sent later open new ones.
    pub(super) async fn close(&self) {
        let idle: Vec<_> = self.idle().drain(..).collect();
        for (session, _) in idle {
            session.close().await;
        }
    }

    fn take(&self) -> Option<Session> {
        let mut idle = self.idle();
        idle.retain(|(_, since)| since.elapsed() < IDLE);
        idle.pop().map(|(session, _)| session)
    }

    fn keep(&self, session: Session) {
        if session.is_reusable() {
            self.idle().push((session, Instant::now()));
        }
    }

    fn idle(&self) -> MutexGuard<'_, Vec<(Session, Instant)>> {
        // The list is whole after every step, so a panic elsewhere is no harm.
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
