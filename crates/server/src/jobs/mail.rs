//! Sends the outbox, many mails at a time.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinSet;

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
    let mut under_way = JoinSet::new();
    let mut more = true;
    while !*stop.borrow() {
        if more && under_way.len() < UNDER_WAY {
            let leased = lease(&app).await;
            more = !leased.is_empty();
            for row in leased {
                under_way.spawn(send(app.clone(), transport.clone(), row));
            }
            continue;
        }
        tokio::select! {
            // Of one mailbox one mail is leased at a time: the next may be due now.
            Some(_) = under_way.join_next() => more |= under_way.is_empty(),
            () = app.mail_wake.notified() => more = true,
            () = tokio::time::sleep(PAUSE) => more = true,
            _ = stop.changed() => {}
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
    let id = row.id;
    tokio::select! {
        sent = mailing::send(&app, &transport, row) => {
            if let Err(error) = sent {
                tracing::warn!(%error, "a mail was not sent; it will be tried again");
            }
        }
        () = keep_leased(&app, id) => {}
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

/// Renews a lease for as long as it runs; it never ends.
async fn keep_leased(app: &App, id: i64) {
    loop {
        tokio::time::sleep(RENEWAL).await;
        let until = app.clock.now() + LEASE;
        let renewed = app
            .committer
            .write(move |tx| Box::pin(async move { outbox::renew(tx, &[id], until).await }))
            .await;
        if let Err(error) = renewed {
            tracing::warn!(%error, "a lease was not renewed: its mail may be sent twice");
        }
    }
}
