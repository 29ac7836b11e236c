//! A sequencer that was overtaken: its transaction is refused, and nothing of it stays.

use std::sync::Arc;

use undersigned::app::App;
use undersigned::clock::Clock;
use undersigned::recorder::{Act, Append, sequence};
use undersigned::seal::row_id;
use undersigned::store::{StoreError, letters, record};
use undersigned_record::entry;

use crate::harness::{Base, Installation, SLUG, block_on, on_both};

/// No mail is sent here.
const NO_MAIL: u16 = 9;

on_both!(an_append_that_began_before_another_is_refused);

fn an_append_that_began_before_another_is_refused(base: Base) {
    let installation = Installation::new(base, NO_MAIL, 1);
    block_on(async {
        let app = App::open(installation.config(0), Clock::System)
            .await
            .expect("it opens");
        let (letter, now) = (id(&app).await, app.clock.now());
        let stale = app
            .committer
            .write(move |tx| {
                Box::pin(async move { Append::resume(tx, letter, now, i64::MAX).await })
            })
            .await
            .expect("a head");
        record_a_close(&app, letter).await;
        let before = contents(&installation);
        let refused = app
            .committer
            .write(move |tx| {
                Box::pin(async move {
                    let mut stale = stale;
                    let act = entry::Act::State(entry::State::Closed);
                    stale.push(act);
                    stale.finish(tx).await
                })
            })
            .await;
        assert!(matches!(refused, Err(StoreError::HeadMoved)), "{refused:?}");
        assert_eq!(contents(&installation), before);
        // Of two that began at once, too, where nothing of the first is visible to the second.
        let head = record::head(&mut app.store.read().await.expect("a reader"), letter).await;
        let head = head.expect("it answers").expect("a head");
        let mut older = head.clone();
        older.size -= 1;
        let moved = app
            .committer
            .write(move |tx| {
                Box::pin(async move { record::move_head(tx, letter, &older, &head).await })
            })
            .await;
        assert!(matches!(moved, Err(StoreError::HeadMoved)), "{moved:?}");
        assert_eq!(contents(&installation), before);
        app.store.close().await;
    });
}

#[test]
fn of_two_nodes_in_the_middle_of_an_append_one_writes() {
    let installation = Installation::new(Base::postgres(), NO_MAIL, 2);
    block_on(async {
        let open = |node| App::open(installation.config(node), Clock::System);
        let (slow, quick) = (
            open(0).await.expect("a node"),
            open(1).await.expect("a node"),
        );
        let (letter, now) = (id(&slow).await, slow.clock.now());
        enqueue_close(&slow, letter).await;
        let (began, begun) = tokio::sync::oneshot::channel();
        let (go_on, gone_on) = tokio::sync::oneshot::channel::<()>();
        let committer = slow.committer.clone();
        let slow_one = tokio::spawn(async move {
            committer
                .write(move |tx| {
                    Box::pin(async move {
                        let mut append = Append::resume(tx, letter, now, i64::MAX).await?;
                        let _ = began.send(());
                        let _ = gone_on.await;
                        let act = entry::Act::State(entry::State::Closed);
                        append.push(act);
                        append.finish(tx).await
                    })
                })
                .await
        });
        begun.await.expect("the slow one began");
        let added = quick
            .committer
            .write(move |tx| Box::pin(async move { sequence(tx, letter, now).await }))
            .await;
        assert_eq!(added.expect("it appends"), 1);
        let before = contents(&installation);
        go_on.send(()).expect("the slow one waits");
        let refused = slow_one.await.expect("it ends");
        assert!(matches!(refused, Err(StoreError::HeadMoved)), "{refused:?}");
        assert_eq!(contents(&installation), before);
        slow.store.close().await;
        quick.store.close().await;
    });
}

async fn id(app: &Arc<App>) -> i64 {
    let mut tx = app.store.read().await.expect("a reader");
    let letter = letters::by_slug(&mut tx, SLUG).await.expect("it answers");
    letter.expect("the letter").id
}

async fn enqueue_close(app: &Arc<App>, letter: i64) {
    let id = row_id(app.clock.now_ms());
    let act = Act::Close.to_json();
    app.committer
        .write(move |tx| Box::pin(async move { record::enqueue(tx, id, letter, None, &act).await }))
        .await
        .expect("it is queued");
}

async fn record_a_close(app: &Arc<App>, letter: i64) {
    enqueue_close(app, letter).await;
    let now = app.clock.now();
    let added = app
        .committer
        .write(move |tx| Box::pin(async move { sequence(tx, letter, now).await }))
        .await;
    assert_eq!(added.expect("it appends"), 1);
}

/// What the record holds.
fn contents(installation: &Installation) -> [i64; 4] {
    [
        "select size from heads",
        "select count(*) from entries",
        "select count(*) from queue",
        "select cast(sum(length(hashes)) as bigint) from tiles",
    ]
    .map(|query| installation.number(query))
}
