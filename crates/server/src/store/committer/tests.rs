use futures_util::future::{BoxFuture, join_all};

use super::{Committer, Grouped};
use crate::store::sql::{execute_values, rows, values};
use crate::store::{Result, Store, StoreError, Tx, sql};

/// A number that must be new; its outcome is twice the number.
struct Number(i64);

impl Grouped for Number {
    type Outcome = i64;

    fn write_all<'t>(pieces: &'t [&'t Self], tx: &'t mut Tx) -> BoxFuture<'t, Result<Vec<i64>>> {
        Box::pin(async move {
            execute_values!(
                tx,
                "insert into numbers (number) ",
                pieces,
                |piece| (piece.0),
                ""
            )?;
            Ok(pieces.iter().map(|piece| piece.0 * 2).collect())
        })
    }
}

async fn numbers() -> (tempfile::TempDir, Store, Committer) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::sqlite(&folder.path().join("test.db")).await.unwrap();
    let committer = Committer::start(store.clone());
    committer
        .write(|tx| {
            Box::pin(async move {
                sql::execute!(tx, "create table numbers (number bigint primary key)").map(drop)
            })
        })
        .await
        .unwrap();
    (folder, store, committer)
}

async fn kept(store: &Store) -> Vec<i64> {
    let mut tx = store.read().await.unwrap();
    let kept = rows!(
        &mut tx,
        (i64,),
        "select number from numbers order by number"
    );
    kept.unwrap().into_iter().map(|(number,)| number).collect()
}

#[tokio::test]
async fn each_hears_its_own_outcome() {
    let (_folder, store, committer) = numbers().await;
    let writes = (0..600).map(|number| committer.write_grouped(Number(number)));
    for (number, outcome) in (0..).zip(join_all(writes).await) {
        assert_eq!(outcome.unwrap(), number * 2);
    }
    assert_eq!(kept(&store).await, (0..600).collect::<Vec<_>>());
}

#[tokio::test]
async fn one_that_fails_takes_nobody_with_it() {
    let (_folder, store, committer) = numbers().await;
    let outcomes = join_all([1, 2, 2, 3].map(|n| committer.write_grouped(Number(n)))).await;
    let failed: Vec<bool> = outcomes.iter().map(Result::is_err).collect();
    assert_eq!(failed, [false, false, true, false]);
    assert!(matches!(outcomes[2], Err(StoreError::Refused(_))));
    assert_eq!(kept(&store).await, [1, 2, 3]);
}

#[tokio::test]
async fn work_of_both_kinds_shares_a_transaction() {
    let (_folder, store, committer) = numbers().await;
    let alone = committer.write(|tx| {
        Box::pin(async move {
            sql::execute!(tx, "insert into numbers (number) values (10)")?;
            Err::<(), _>(StoreError::Corrupt("on purpose"))
        })
    });
    let (together, alone) = tokio::join!(committer.write_grouped(Number(11)), alone);
    assert_eq!(together.unwrap(), 22);
    assert!(alone.is_err());
    assert_eq!(kept(&store).await, [11]);
}
