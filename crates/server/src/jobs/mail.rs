//! Sends the outbox, several mails at a time.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::{self, JoinSet};
use tokio::time::{Instant, sleep, sleep_until};

use crate::acts::mailing::{self, Leased};
use crate::app::App;
use crate::mail::Transport;
use crate::store::{Store, outbox};

/// Mails leased at a time.
const LEASED: i64 = 64;
/// Mails under way at most. Most of them wait for a connection to the mail server, or to be noted as
/// sent.
const UNDER_WAY: usize = 256;
/// Seconds for which a lease holds unless it is renewed: so long a mail waits whose node fell.
const LEASE: i64 = 60;
/// How often leases are renewed while a slow mail server takes its time.
const RENEWAL: Duration = Duration::from_secs(20);
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
    let mut renewal = Instant::now() + RENEWAL;
    while !*stop.borrow() {
        if more && under_way.ids.len() < UNDER_WAY {
            let leased = lease(&app).await;
            more = !leased.is_empty();
            for mail in leased {
                under_way.start(&app, &transport, mail);
            }
            continue;
        }
        tokio::select! {
            Some(ended) = under_way.tasks.join_next_with_id() => {
                let task = ended.map_or_else(|error| error.id(), |(task, ())| task);
                under_way.ids.remove(&task);
                // What waited behind the last ones to the same mailboxes can go now.
                more |= under_way.ids.is_empty();
            }
            () = app.mail_wake.notified() => more = true,
            () = sleep(PAUSE) => more = true,
            () = sleep_until(renewal) => {
                renew(&app, under_way.ids.values().copied().collect()).await;
                renewal = Instant::now() + RENEWAL;
            }
            _ = stop.changed() => {}
        }
    }
}

/// Mails under way.
#[derive(Default)]
struct UnderWay {
    tasks: JoinSet<()>,
    /// Which mail each task sends.
    ids: HashMap<task::Id, i64>,
}

impl UnderWay {
    fn start(&mut self, app: &Arc<App>, transport: &Transport, mail: Leased) {
        let id = mail.id();
        let task = self.tasks.spawn(send(app.clone(), transport.clone(), mail));
        self.ids.insert(task.id(), id);
    }
}

/// Waits until the launched letters are there that mails speak of. A data directory has one server, so that
/// leases found in it are those of a process that is no more.
async fn begin(app: &App) {
    while app.letters.all().is_empty() && mailing::awaits_letters(app).await {
        sleep(PAUSE / 20).await;
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

async fn send(app: Arc<App>, transport: Transport, mail: Leased) {
    if let Err(error) = mailing::send(&app, &transport, mail).await {
        tracing::warn!(%error, "a mail was not sent; it will be tried again");
    }
}

/// Mails that are due, and nobody else's until their lease runs out.
async fn lease(app: &App) -> Vec<Leased> {
    let leased = mailing::lease(app, LEASE, LEASED).await;
    leased.unwrap_or_else(|error| {
        tracing::warn!(%error, "the outbox can't be read; it will be tried again");
        Vec::new()
    })
}

async fn renew(app: &App, ids: Vec<i64>) {
    let until = app.clock.now() + LEASE;
    let renewed = app
        .committer
        .write(move |tx| Box::pin(async move { outbox::renew(tx, &ids, until).await }))
        .await;
    if let Err(error) = renewed {
        tracing::warn!(%error, "leases were not renewed: mails may be sent twice");
    }
}
