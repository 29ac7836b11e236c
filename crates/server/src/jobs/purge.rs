//! Deletes what is past its time: rows, then the keys that could have read them.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::Instant;

use crate::acts::access::session;
use crate::app::App;
use crate::model::LetterState;
use crate::seal::Purpose;
use crate::store::{
    Result, bounces, ceremonies, founder_tables, invitations, letters, mailbox, outbox, runs,
    signatory_logos, statements, submissions, translators,
};

/// How often.
const PAUSE: Duration = Duration::from_secs(60);
/// How soon again where a reader stood in the way.
const SOON: Duration = Duration::from_secs(3);

/// Seconds for which a spreadsheet of founders is kept that nobody finished, or its outcome.
const SPREADSHEETS: i64 = 48 * 3600;

/// Runs until `stop` turns true.
pub(super) async fn run(app: Arc<App>, mut stop: watch::Receiver<bool>) {
    let mut rest = Instant::now();
    loop {
        let pause = match purge(&app).await {
            Ok(true) => PAUSE,
            Ok(false) => {
                tracing::info!("a long read keeps the write-ahead log; it is emptied after it");
                SOON
            }
            Err(error) => {
                tracing::warn!(%error, "what is past its time was not deleted; it will be tried again");
                PAUSE
            }
        };
        if rest <= Instant::now() {
            rest = rewrite(&app).await;
        }
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
    }
}

/// Writes the database's file anew where it must forget; gives when it may be looked at again. Nobody
/// can write meanwhile, so that this takes a thousandth of the time at most.
async fn rewrite(app: &App) -> Instant {
    let begun = Instant::now();
    match app.store.rewrite().await {
        Ok(true) => begun + begun.elapsed() * 1000,
        Ok(false) => begun,
        Err(error) => {
            tracing::warn!(%error, "the database was not written anew; it will be tried again");
            begun
        }
    }
}

/// Whether everything that was deleted is gone from the write-ahead log too.
async fn purge(app: &App) -> Result<bool> {
    let now = app.clock.now();
    let unreadable_before = now - Purpose::Outbox.lifetime() - 3600;
    app.committer
        .write(move |tx| {
            Box::pin(async move {
                submissions::purge(tx, now).await?;
                statements::purge(tx, now).await?;
                signatory_logos::purge(tx, now).await?;
                mailbox::purge(tx, now).await?;
                bounces::purge(tx, now).await?;
                ceremonies::purge(tx, now).await?;
                invitations::purge(tx, now).await?;
                runs::abandon(tx, now).await?;
                runs::purge(tx, now).await?;
                translators::purge(tx, now).await?;
                founder_tables::purge(tx, now - SPREADSHEETS).await?;
                session::purge(tx, now).await?;
                outbox::purge(tx, unreadable_before).await
            })
        })
        .await?;
    drop_founders_keys(app).await?;
    if let Err(error) = app.waiting.purge(now) {
        tracing::warn!(%error, "keys past their time were not deleted; it will be tried again");
    }
    app.store.truncate_log().await
}

/// Deletes the founders' keys of letters that have launched: what lay under them is over. Launching
/// does so too, unless the power fails in between.
async fn drop_founders_keys(app: &App) -> Result<()> {
    for letter in letters::all(&mut app.store.read().await?).await? {
        if letter.state == LetterState::Draft {
            continue;
        }
        if let Err(error) = app.keys.drop_founders_key(&letter.slug) {
            tracing::warn!(%error, "a founders' key was not deleted; it will be tried again");
        }
    }
    Ok(())
}
