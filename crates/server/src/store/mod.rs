//! SQLite or PostgreSQL behind one body of queries.
//!
//! A [`Store`] hands out transactions for reading; everything that changes the database goes
//! through the [`Committer`], which groups what is waiting into one durable transaction.

mod committer;
mod lookups;
mod rewrite;
mod sql;

pub mod arrivals;
pub mod bounces;
pub mod ceremonies;
pub mod checkups;
pub mod contacts;
pub mod deletion;
pub mod drafts;
pub mod founder_links;
pub mod founder_logos;
pub mod founder_mails;
pub mod founder_tables;
pub mod founders;
pub mod held_picks;
pub mod hosts;
pub mod invitations;
pub mod launches;
pub mod letters;
pub mod links;
pub mod logos;
pub mod mailbox;
pub mod openings;
pub mod organizers;
pub mod outbox;
pub mod partners;
pub mod passkeys;
pub mod previews;
pub mod proofs;
pub mod questions;
pub mod reaches;
pub mod record;
pub mod roles;
pub mod roll;
pub mod rules;
pub mod runs;
pub mod schema;
pub mod search;
pub mod sessions;
pub mod signatory_logos;
pub mod signatures;
pub mod statements;
pub mod submissions;
pub mod tallies;
pub mod trail;
pub mod translators;
pub mod versions;
pub mod vouchings;

use std::path::Path;
use std::time::Duration;

use sqlx::Connection;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};

pub use committer::{Committer, Grouped};
pub use lookups::{Found, Lookups};

/// How long a statement waits for a lock or a connection before the request is answered
/// "not saved, try again".
const PATIENCE: Duration = Duration::from_secs(8);

/// How long emptying the write-ahead log waits for readers, while no write can begin.
const SWEEP: Duration = Duration::from_millis(100);

/// A database that could not do what was asked. Carries no parameter of the statement.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database did not answer, is locked, or is full: nothing was saved.
    #[error("the database is unavailable ({0})")]
    Unavailable(&'static str),
    /// A statement failed.
    #[error("the database refused a statement ({0})")]
    Refused(String),
    /// A newer program brought the database to a schema that this one doesn't know.
    #[error(
        "it was used by a newer version of this program, and nothing was changed: install that \
         version again, or restore a backup from before the upgrade"
    )]
    Newer,
    /// Something that the database holds can't be read.
    #[error("the database holds something unreadable: {0}")]
    Corrupt(&'static str),
    /// The head moved since it was read; nothing was written.
    #[error("the head of the record moved; nothing was written")]
    HeadMoved,
}

impl From<sqlx::Error> for StoreError {
    /// Keeps the code of the failure and drops its words: PostgreSQL quotes values in them.
    fn from(error: sqlx::Error) -> Self {
        match error {
            sqlx::Error::Database(error) => match error.code().as_deref() {
                Some("5" | "6" | "261" | "517") => Self::Unavailable("locked"),
                Some("13" | "53100") => Self::Unavailable("disk full"),
                Some(code) => Self::Refused(code.to_owned()),
                None => Self::Refused("no code".to_owned()),
            },
            sqlx::Error::PoolTimedOut => Self::Unavailable("no free connection"),
            sqlx::Error::Io(_) | sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed => {
                Self::Unavailable("connection lost")
            }
            sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => {
                Self::Corrupt("a column has another type")
            }
            _ => Self::Unavailable("connection"),
        }
    }
}

/// What every operation on the store gives.
pub type Result<T> = std::result::Result<T, StoreError>;

/// The database.
#[derive(Clone)]
pub enum Store {
    /// A file in the data directory: readers share a pool, the committer has the one writer.
    Sqlite {
        /// Connections that can't write.
        readers: SqlitePool,
        /// The only connection of this process that writes.
        writer: SqlitePool,
        /// A connection that empties the write-ahead log, and waits for nobody.
        sweeper: SqlitePool,
    },
    /// A PostgreSQL database, shared by any number of nodes.
    Postgres(PgPool),
}

/// A transaction on either database.
pub enum Tx {
    /// Of SQLite.
    Sqlite(sqlx::Transaction<'static, sqlx::Sqlite>),
    /// Of PostgreSQL.
    Postgres(sqlx::Transaction<'static, sqlx::Postgres>),
}

impl Store {
    /// Opens (and where needed makes) the SQLite database in `file` and brings it to the newest
    /// schema.
    pub async fn sqlite(file: &Path) -> Result<Self> {
        let base = SqliteConnectOptions::new()
            .filename(file)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(PATIENCE)
            .pragma("secure_delete", "on")
            .pragma("journal_size_limit", "0");
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .acquire_timeout(PATIENCE)
            .after_release(|connection, _| Box::pin(is_free(connection)))
            .connect_with(base.clone())
            .await?;
        migrator()
            .run(&writer)
            .await
            .map_err(|error| migration(&error))?;
        let sweeper = SqlitePoolOptions::new()
            .max_connections(1)
            .acquire_timeout(PATIENCE)
            .connect_with(base.clone().busy_timeout(SWEEP))
            .await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(4)
            .acquire_timeout(PATIENCE)
            .connect_with(base.pragma("query_only", "on"))
            .await?;
        Ok(Self::Sqlite {
            readers,
            writer,
            sweeper,
        })
    }

    /// Connects to the PostgreSQL at `url` and brings it to the newest schema.
    ///
    /// Sessions that stop inside a transaction are ended by the server after five seconds, so
    /// that a stalled node can't hold the record up.
    pub async fn postgres(url: &str) -> Result<Self> {
        let options: PgConnectOptions = url
            .parse()
            .map_err(|_| StoreError::Unavailable("the address can't be read"))?;
        let options = options.options([
            ("synchronous_commit", "on"),
            ("idle_in_transaction_session_timeout", "5000"),
            ("lock_timeout", "8000"),
            ("default_transaction_isolation", "read committed"),
        ]);
        let pool = PgPoolOptions::new()
            .max_connections(10)
            .acquire_timeout(PATIENCE)
            .connect_with(options)
            .await?;
        sqlx::raw_sql(POSTGRES_DOMAINS).execute(&pool).await?;
        migrator()
            .run(&pool)
            .await
            .map_err(|error| migration(&error))?;
        Ok(Self::Postgres(pool))
    }

    /// Begins a transaction for reading.
    pub async fn read(&self) -> Result<Tx> {
        Ok(match self {
            Self::Sqlite { readers, .. } => Tx::Sqlite(readers.begin().await?),
            Self::Postgres(pool) => Tx::Postgres(
                pool.begin_with("begin isolation level repeatable read read only")
                    .await?,
            ),
        })
    }

    /// Begins a transaction that may write. Only the committer and the sequencer do.
    pub(crate) async fn write(&self) -> Result<Tx> {
        Ok(match self {
            Self::Sqlite { writer, .. } => Tx::Sqlite(writer.begin_with("begin immediate").await?),
            Self::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<()> {
        let mut tx = self.read().await?;
        sql::row!(&mut tx, (i64,), "select cast(1 as bigint)")?;
        Ok(())
    }

    /// Closes all connections; SQLite's log is folded into its file.
    pub async fn close(&self) {
        match self {
            Self::Sqlite {
                readers,
                writer,
                sweeper,
            } => {
                readers.close().await;
                sweeper.close().await;
                writer.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }

    /// Copies an SQLite database into the new or empty file `path`, as one snapshot without what
    /// was deleted. Does nothing on PostgreSQL, which has `pg_dump`.
    pub async fn copy_into(&self, path: &str) -> Result<()> {
        if let Self::Sqlite { writer, .. } = self {
            sqlx::query("vacuum into $1")
                .bind(path)
                .execute(writer)
                .await?;
        }
        Ok(())
    }

    /// Empties SQLite's write-ahead log, so that what was deleted is gone from it too. False where
    /// a long read (an export beside the server) holds on to it: no write waits for that.
    pub async fn truncate_log(&self) -> Result<bool> {
        let Self::Sqlite { sweeper, .. } = self else {
            return Ok(true);
        };
        let (busy, _, _): (i64, i64, i64) = sqlx::query_as("pragma wal_checkpoint(truncate)")
            .fetch_one(sweeper)
            .await?;
        Ok(busy == 0)
    }
}

/// Whether a connection that comes back can begin a transaction. Where the disk is full, SQLite may
/// end one by itself; the rollback that follows fails, and sqlx counts it as open for ever.
async fn is_free(connection: &mut sqlx::SqliteConnection) -> sqlx::Result<bool> {
    connection.ping().await?;
    Ok(!connection.is_in_transaction())
}

impl Tx {
    /// Makes everything since the beginning durable.
    pub async fn commit(self) -> Result<()> {
        match self {
            Self::Sqlite(tx) => tx.commit().await?,
            Self::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }

    /// Whether this is PostgreSQL, where several nodes may write at once.
    pub(crate) fn is_shared(&self) -> bool {
        matches!(self, Self::Postgres(_))
    }
}

/// PostgreSQL gets SQLite's word for bytes, and text that sorts by code points whatever the
/// locale of the cluster. `ctext` holds TEXT for SQLite's rules of affinity.
const POSTGRES_DOMAINS: &str = "
do $$ begin
    perform pg_advisory_xact_lock(7310579);
    if to_regtype('blob') is null then create domain blob as bytea; end if;
    if to_regtype('ctext') is null then create domain ctext as text collate \"C\"; end if;
end $$";

fn migrator() -> sqlx::migrate::Migrator {
    sqlx::migrate!()
}

fn migration(error: &sqlx::migrate::MigrateError) -> StoreError {
    match error {
        sqlx::migrate::MigrateError::VersionMissing(_) => StoreError::Newer,
        sqlx::migrate::MigrateError::VersionMismatch(_) => {
            StoreError::Corrupt("it was made by another version of this program")
        }
        _ => StoreError::Refused("migration".to_owned()),
    }
}
