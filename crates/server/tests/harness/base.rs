//! The database of a story.

use std::path::Path;

use sqlx::Connection;
use undersigned_testbed::{Database, Postgres};

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
        macro_rules! ask {
            ($connection:expr) => {{
                let mut connection = $connection;
                let query = given
                    .iter()
                    .fold(sqlx::query_scalar(query), |query, value| query.bind(*value));
                query.fetch_one(&mut connection).await
            }};
        }
        block_on(async {
            match self {
                Self::Sqlite => ask!(sqlite(data).await),
                Self::Postgres(database) => ask!(
                    sqlx::PgConnection::connect(database.url())
                        .await
                        .expect("PostgreSQL answers")
                ),
            }
        })
        .expect("the query gives a number")
    }
}

/// A connection of our own to the SQLite database in `data`.
pub(crate) async fn sqlite(data: &Path) -> sqlx::SqliteConnection {
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(data.join("undersigned.db"));
    sqlx::SqliteConnection::connect_with(&options)
        .await
        .expect("the database opens")
}

/// Runs a future to its end on a small runtime of its own.
pub(crate) fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime")
        .block_on(future)
}
