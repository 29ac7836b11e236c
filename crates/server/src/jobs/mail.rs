//! Sends the outbox, several mails at a time.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::acts::mailing;
use crate::app::App;
use crate::mail::Transport;
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
    let mut under_way = JoinSet::new();
    let mut more = true;
    while !*stop.borrow() {
        while under_way.try_join_next().is_some() {}
        if more && under_way.len() < UNDER_WAY {
            let leased = lease(&app).await;
            more = !leased.is_empty();
            for row in leased {
                under_way.spawn(send(app.clone(), transport.clone(), row));
            }
            continue;
        }
        tokio::select! {
            Some(_) = under_way.join_next() => {}
            () = app.mail_wake.notified() => more = true,
            () = tokio::time::sleep(PAUSE) => more = true,
            _ = stop.changed() => {}
        }
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
