//! Which of several nodes sequences: the one that holds PostgreSQL's advisory lock.

use sqlx::PgConnection;
use sqlx::pool::PoolConnection;
use sqlx::postgres::PgPool;

use crate::store::Store;

/// The lock's number: any constant that nothing else in the database uses.
const LOCK: i64 = 7_310_580;

/// The election as one node sees it. Only saves work: what keeps the record from forking is the
/// condition under which its head moves.
pub(super) enum Election {
    /// SQLite: the data directory is locked, nobody else can be there.
    Alone,
    /// PostgreSQL.
    Among {
        /// Where to vote.
        pool: PgPool,
        /// The session that holds the lock; the lock goes when the session does.
        seat: Option<PoolConnection<sqlx::Postgres>>,
    },
}

impl Election {
    pub(super) fn new(store: &Store) -> Self {
        match store {
            Store::Sqlite { .. } => Self::Alone,
            Store::Postgres(pool) => Self::Among {
                pool: pool.clone(),
                seat: None,
            },
        }
    }

    /// Whether this node is the sequencer now.
    pub(super) async fn wins(&mut self) -> bool {
        let Self::Among { pool, seat } = self else {
            return true;
        };
        if let Some(session) = seat {
            if sqlx::query("select 1")
                .execute(&mut **session)
                .await
                .is_ok()
            {
                return true;
            }
            *seat = None;
        }
        let Ok(mut session) = pool.acquire().await else {
            return false;
        };
        let won = try_lock(&mut session).await;
        if won {
            tracing::info!("this node is the sequencer now");
            *seat = Some(session);
        }
        won
    }
}

async fn try_lock(session: &mut PgConnection) -> bool {
    sqlx::query_scalar("select pg_try_advisory_lock($1)")
        .bind(LOCK)
        .fetch_one(session)
        .await
        .unwrap_or(false)
}
