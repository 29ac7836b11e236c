//! The database of a story.

use std::path::Path;
use std::thread;

use sqlx::Connection;
use undersigned_testbed::{Database, Postgres};

/// The first column of what a query has for an answer.
macro_rules! ask {
    ($connection:expr, $query:expr, $given:expr) => {{
        let mut connection = $connection;
        let mut query = sqlx::query_scalar($query);
        for value in $given {
            query = query.bind(*value);
        }
        let answer = query.fetch_all(&mut connection).await;
        answer.expect("the database answers")
    }};
}

/// Which database a story runs on.
pub(crate) enum Base {
    /// The file in the data directory.
    Sqlite,
    /// A fresh database of a cluster.
    Postgres(Database),
}

impl Base {
    pub(crate) fn sqlite() -> Self {
        Self::Sqlite
    }

    pub(crate) fn postgres() -> Self {
        Self::Postgres(Postgres::shared().database())
    }

    /// The word of the configuration.
    pub(crate) fn setting(&self) -> &str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres(database) => database.url(),
        }
    }

    /// The one number that a query with the parameters `given` has for an answer, asked over a
    /// connection of its own.
    pub(crate) fn number(&self, data: &Path, query: &'static str, given: &[i64]) -> i64 {
        let asked = async {
            match self {
                Self::Sqlite => ask!(sqlite(data).await, query, given),
                Self::Postgres(database) => ask!(postgres(database.url()).await, query, given),
            }
        };
        apart(asked)[0]
    }

    /// The bytes that a query has for an answer.
    pub(crate) fn bytes(&self, data: &Path, query: &'static str) -> Vec<Vec<u8>> {
        let none: &[i64] = &[];
        let asked = async {
            match self {
                Self::Sqlite => ask!(sqlite(data).await, query, none),
                Self::Postgres(database) => ask!(postgres(database.url()).await, query, none),
            }
        };
        apart(asked)
    }
}

/// A connection of our own to the SQLite database in `data`.
pub(crate) async fn sqlite(data: &Path) -> sqlx::SqliteConnection {
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(data.join("undersigned.db"));
    sqlx::SqliteConnection::connect_with(&options)
        .await
        .expect("the database opens")
}

async fn postgres(url: &str) -> sqlx::PgConnection {
    let connected = sqlx::PgConnection::connect(url).await;
    connected.expect("PostgreSQL answers")
}

/// Runs a future to its end on a thread of its own, so that those who run futures may ask, too.
fn apart<T: Send>(future: impl Future<Output = T> + Send) -> T {
    thread::scope(|scope| {
        let running = scope.spawn(|| block_on(future));
        running.join().expect("it ends")
    })
}

/// Runs a future to its end on a small runtime of its own.
pub(crate) fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime")
        .block_on(future)
}
