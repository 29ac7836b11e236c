//! Databases of their own for everything that is measured.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use anyhow::Context;
use sqlx::{Connection, PgConnection};

use crate::arguments::Engine;

/// Makes empty databases and data directories, and drops the databases at the end.
pub(crate) struct Databases {
    engine: Engine,
    folder: PathBuf,
    made: Mutex<Vec<String>>,
}

impl Databases {
    pub(crate) fn new(engine: Engine, folder: Option<PathBuf>) -> Self {
        Self {
            engine,
            folder: folder.unwrap_or_else(std::env::temp_dir),
            made: Mutex::default(),
        }
    }

    /// A data directory that goes when its handle is dropped.
    pub(crate) fn folder(&self) -> anyhow::Result<tempfile::TempDir> {
        let folder = tempfile::Builder::new()
            .prefix("undersigned-bench-")
            .tempdir_in(&self.folder);
        folder.with_context(|| format!("no folder can be made in {}", self.folder.display()))
    }

    /// An empty database, as the configuration's `database` names it.
    pub(crate) async fn fresh(&self) -> anyhow::Result<String> {
        let Engine::Postgres(url) = &self.engine else {
            return Ok("sqlite".to_owned());
        };
        let name = {
            let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
            let name = format!("undersigned_bench_{}_{}", std::process::id(), made.len());
            made.push(name.clone());
            name
        };
        maintain(url, format!("create database {name}")).await?;
        let mut fresh: url::Url = url.parse()?;
        fresh.set_path(&name);
        Ok(fresh.into())
    }

    /// Drops what [`fresh`](Self::fresh) made.
    pub(crate) async fn drop_all(&self) -> anyhow::Result<()> {
        let Engine::Postgres(url) = &self.engine else {
            return Ok(());
        };
        let made = std::mem::take(&mut *self.made.lock().unwrap_or_else(PoisonError::into_inner));
        for name in made {
            maintain(url, format!("drop database if exists {name} with (force)")).await?;
        }
        Ok(())
    }
}

async fn maintain(url: &str, statement: String) -> anyhow::Result<()> {
    let mut connection = PgConnection::connect(url).await.context("PostgreSQL")?;
    // Made of our own words and numbers alone.
    sqlx::query(sqlx::AssertSqlSafe(statement))
        .execute(&mut connection)
        .await?;
    connection.close().await?;
    Ok(())
}
