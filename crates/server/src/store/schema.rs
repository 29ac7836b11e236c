//! Looking at a database without changing it: which schema it has, and what its server is set to.

use std::path::Path;

use sqlx::Connection;
use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};

use super::sql::row;
use super::{Result, Store, StoreError, Tx, migrator};

/// How a database's schema stands to this program's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Schema {
    /// The same.
    Same,
    /// An older program's; the next that opens it changes it.
    Older,
    /// A newer program's.
    Newer,
    /// None of ours.
    Strange,
}

const APPLIED: &str = "select max(version) from _sqlx_migrations where success";

/// The schema of an SQLite file. The file stays as it is, and none appears beside it, which whoever
/// looks might own: the database's user could not open it any more.
pub async fn of_sqlite(file: &Path) -> Result<Schema> {
    let mut log = file.as_os_str().to_owned();
    log.push("-wal");
    let options = SqliteConnectOptions::new()
        .filename(file)
        .read_only(true)
        .immutable(!Path::new(&log).exists());
    let mut connection = SqliteConnection::connect_with(&options).await?;
    let applied = sqlx::query_scalar(APPLIED).fetch_one(&mut connection).await;
    connection.close().await?;
    compare(applied)
}

/// The schema of the PostgreSQL database at `url`.
pub async fn of_postgres(url: &str) -> Result<Schema> {
    let options: PgConnectOptions = url
        .parse()
        .map_err(|_| StoreError::Unavailable("the address can't be read"))?;
    let mut connection = PgConnection::connect_with(&options).await?;
    let applied = sqlx::query_scalar(APPLIED).fetch_one(&mut connection).await;
    connection.close().await?;
    compare(applied)
}

fn compare(applied: sqlx::Result<Option<i64>>) -> Result<Schema> {
    let newest = migrator().iter().map(|migration| migration.version).max();
    match applied {
        Ok(None) => Ok(Schema::Strange),
        Ok(applied) if applied == newest => Ok(Schema::Same),
        Ok(applied) if applied < newest => Ok(Schema::Older),
        Ok(_) => Ok(Schema::Newer),
        // No such table, or no such file format.
        Err(sqlx::Error::Database(error))
            if matches!(error.code().as_deref(), Some("1" | "26" | "42P01")) =>
        {
            Ok(Schema::Strange)
        }
        Err(error) => Err(error.into()),
    }
}

impl Store {
    /// What the database tells of the time, in milliseconds since 1970; only PostgreSQL has its own.
    pub async fn now_ms(&self) -> Result<Option<i64>> {
        let mut tx = self.read().await?;
        if !tx.is_shared() {
            return Ok(None);
        }
        let now = row!(
            &mut tx,
            (i64,),
            "select cast(extract(epoch from clock_timestamp()) * 1000 as bigint)"
        )?;
        Ok(now.map(|(now,)| now))
    }

    /// Whether the database is set so that nothing acknowledged is lost, and nothing deleted is left:
    /// the setting that is not as it should be.
    pub async fn careless_setting(&self) -> Result<Option<&'static str>> {
        Ok(match self.read().await? {
            Tx::Sqlite(mut tx) => {
                let kept: i64 = sqlx::query_scalar("pragma secure_delete")
                    .fetch_one(&mut *tx)
                    .await?;
                (kept != 1).then_some("secure_delete")
            }
            Tx::Postgres(mut tx) => {
                let off: Vec<String> = sqlx::query_scalar(
                    "select name from pg_settings
                     where name in ('fsync', 'full_page_writes') and setting = 'off'",
                )
                .fetch_all(&mut *tx)
                .await?;
                match off.first().map(String::as_str) {
                    Some("fsync") => Some("fsync"),
                    Some(_) => Some("full_page_writes"),
                    None => None,
                }
            }
        })
    }
}
