//! Sends the outbox, several mails at a time.

use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt;
use tokio::sync::watch;

use crate::acts::mailing;
use crate::app::App;
use crate::mail::Transport;
use crate::store::Store;
use crate::store::outbox::{self, MailRow};

/// Mails leased at a time.
const LEASED: i64 = 128;
/// Mails under way at a time.
const UNDER_WAY: usize = 16;
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
    loop {
        let sent = tokio::select! {
            sent = send_due(&app, &transport) => sent,
            _ = stop.wait_for(|stop| *stop) => return,
        };
        if sent > 0 {
            continue;
        }
        tokio::select! {
            () = app.mail_wake.notified() => {}
            () = tokio::time::sleep(PAUSE) => {}
            _ = stop.wait_for(|stop| *stop) => return,
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

/// Sends what is due; gives how many mails that were.
async fn send_due(app: &Arc<App>, transport: &Transport) -> usize {
    let now = app.clock.now();
    let leased = app
        .committer
        .write(move |tx| Box::pin(async move { outbox::lease(tx, now, now + LEASE, LEASED).await }))
        .await;
    let leased = match leased {
        Ok(leased) => leased,
        Err(error) => {
            tracing::warn!(%error, "the outbox can't be read; it will be tried again");
            return 0;
        }
    };
    let ids: Vec<i64> = leased.iter().map(|row| row.id).collect();
    let send = |row: MailRow| async move {
        if let Err(error) = mailing::send(app, transport, row).await {
            tracing::warn!(%error, "a mail was not sent; it will be tried again");
        }
    };
    let sending = futures_util::stream::iter(leased).for_each_concurrent(UNDER_WAY, send);
    tokio::select! {
        () = sending => {}
        () = keep_leased(app, &ids) => {}
    }
    ids.len()
}

/// Renews leases for as long as it runs; it never ends.
async fn keep_leased(app: &App, ids: &[i64]) {
    loop {
        tokio::time::sleep(RENEWAL).await;
        let (ids, until) = (ids.to_vec(), app.clock.now() + LEASE);
        let renewed = app
            .committer
            .write(move |tx| Box::pin(async move { outbox::renew(tx, &ids, until).await }))
            .await;
        if let Err(error) = renewed {
            tracing::warn!(%error, "leases were not renewed: mails may be sent twice");
        }
    }
}
