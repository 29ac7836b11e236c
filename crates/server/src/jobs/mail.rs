//! Sends the outbox, several mails at a time.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::{self, JoinSet};

use crate::acts::mailing;
use crate::app::App;
use crate::mail::Transport;
use crate::store::Store;
use crate::store::outbox::{self, MailRow};

/// Mails leased at a time.
const LEASED: i64 = 64;
/// Mails under way at most. Most of them wait for a connection to the mail server, or to be noted as
/// sent.
const UNDER_WAY: usize = 256;
/// Seconds for which a lease holds: longer than the slowest mail server takes.
const LEASE: i64 = 900;
/// How often to look for mails that became due.
const PAUSE: Duration = Duration::from_secs(2);

/// Runs until `stop` turns true. A mail under way then is sent again after its lease.
pub(super) async fn run(app: Arc<App>, transport: Transport, mut stop: watch::Receiver<bool>) {
    tokio::select! {
        () = begin(&app) => {}
        _ = stop.wait_for(|stop| *stop) => return,
    }
    let mut under_way = UnderWay::default();
    let mut more = true;
    while !*stop.borrow() {
        if more && under_way.held < UNDER_WAY {
            let leased = lease(&app).await;
            more = !leased.is_empty();
            for row in leased {
                under_way.take(&app, &transport, row);
            }
            continue;
        }
        tokio::select! {
            Some(ended) = under_way.tasks.join_next_with_id() => {
                let task = ended.map_or_else(|error| error.id(), |(task, ())| task);
                under_way.ended(&app, &transport, task);
            }
            () = app.mail_wake.notified() => more = true,
            () = tokio::time::sleep(PAUSE) => more = true,
            _ = stop.changed() => {}
        }
    }
}

/// Whose mails: letter and tag of the mailbox.
type Addressee = (i64, Vec<u8>);

/// Mails under way: one at a time for each mailbox, so that the next one is decided on when it is
/// known what became of the last.
#[derive(Default)]
struct UnderWay {
    tasks: JoinSet<()>,
    addressees: HashMap<task::Id, Addressee>,
    /// What waits until the mail that is under way to the same mailbox has ended.
    behind: HashMap<Addressee, VecDeque<MailRow>>,
    /// Mails leased and not ended.
    held: usize,
}

impl UnderWay {
    fn take(&mut self, app: &Arc<App>, transport: &Transport, row: MailRow) {
        self.held += 1;
        let addressee = (row.letter, row.mailbox.clone());
        match self.behind.entry(addressee) {
            Entry::Occupied(mut behind) => behind.get_mut().push_back(row),
            Entry::Vacant(place) => {
                let addressee = place.key().clone();
                place.insert(VecDeque::new());
                self.start(app, transport, addressee, row);
            }
        }
    }

    fn start(&mut self, app: &Arc<App>, transport: &Transport, to: Addressee, row: MailRow) {
        let task = self.tasks.spawn(send(app.clone(), transport.clone(), row));
        self.addressees.insert(task.id(), to);
    }

    /// Goes on with the next mail to the same mailbox, if there is one.
    fn ended(&mut self, app: &Arc<App>, transport: &Transport, task: task::Id) {
        self.held -= 1;
        let Some(addressee) = self.addressees.remove(&task) else {
            return;
        };
        match self
            .behind
            .get_mut(&addressee)
            .and_then(VecDeque::pop_front)
        {
            Some(row) => self.start(app, transport, addressee, row),
            None => {
                self.behind.remove(&addressee);
            }
        }
    }
}

/// Waits until the letters are there that mails speak of. A data directory has one server, so that
/// leases found in it are those of a process that is no more.
async fn begin(app: &App) {
    while app.letters.all().is_empty() {
        tokio::time::sleep(PAUSE / 20).await;
    }
    if matches!(app.store, Store::Postgres(_)) {
        return;
    }
    let released = app
        .committer
        .write(|tx| Box::pin(async move { outbox::release_all(tx).await }))
        .await;
    if let Err(error) = released {
        tracing::warn!(%error, "mails that were under way wait until their lease is over");
    }
}

async fn send(app: Arc<App>, transport: Transport, row: MailRow) {
    if let Err(error) = mailing::send(&app, &transport, row).await {
        tracing::warn!(%error, "a mail was not sent; it will be tried again");
    }
}

/// Mails that are due, and nobody else's until their lease runs out.
async fn lease(app: &App) -> Vec<MailRow> {
    let now = app.clock.now();
    let leased = app
        .committer
        .write(move |tx| Box::pin(async move { outbox::lease(tx, now, now + LEASE, LEASED).await }))
        .await;
    leased.unwrap_or_else(|error| {
        tracing::warn!(%error, "the outbox can't be read; it will be tried again");
        Vec::new()
    })
}
