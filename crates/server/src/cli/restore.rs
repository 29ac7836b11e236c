//! `undersigned restore`: a backup takes the database's place, and starts read-only.
//!
//! The mark that says so is written before anything is replaced, so that a crash at any point
//! leaves a database that signs nothing.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::{Installation, postgres, say};
use crate::config::{Config, Database};
use crate::lock::DataLock;
use crate::model::Slug;
use crate::recorder::Served;
use crate::store::{Store, letters};

/// Arguments of `restore`.
#[derive(clap::Args)]
pub(super) struct Restore {
    /// What `undersigned backup` wrote.
    file: PathBuf,
    /// Give up what the database holds now.
    #[arg(long)]
    replace: bool,
}

impl Restore {
    pub(super) async fn run(self, place: &Installation) -> Result<()> {
        let config = place.config()?;
        let _lock = DataLock::acquire(&config.data)?;
        std::fs::File::open(&self.file).with_context(|| self.file.display().to_string())?;
        let served = Served::open(config.data.join("served"))?;
        if !self.replace && !served.is_half_restored() && holds_letters(&config).await? {
            bail!("the database holds letters: back it up first, then give it up with --replace");
        }
        let slugs = match &config.database {
            Database::Sqlite => into_sqlite(&self.file, &config, &served).await?,
            Database::Postgres(url) => into_postgres(&self.file, url, &config, &served).await?,
        };
        served.mark_letters(&slugs)?;
        say::line("Restored. Its letters can only be read until each was recovered:");
        for slug in slugs {
            say::line(format_args!(
                "  undersigned record recover {slug} --from BUNDLE.zip"
            ));
        }
        Ok(())
    }
}

async fn open(config: &Config) -> Result<Store> {
    Ok(match &config.database {
        Database::Sqlite => Store::sqlite(&config.data.join("undersigned.db")).await?,
        Database::Postgres(url) => Store::postgres(url).await?,
    })
}

async fn holds_letters(config: &Config) -> Result<bool> {
    if config.database == Database::Sqlite && !config.data.join("undersigned.db").exists() {
        return Ok(false);
    }
    let store = open(config).await?;
    let slugs = slugs(&store).await;
    store.close().await;
    Ok(!slugs?.is_empty())
}

async fn slugs(store: &Store) -> Result<Vec<Slug>> {
    let all = letters::all(&mut store.read().await?).await?;
    Ok(all.into_iter().map(|letter| letter.slug).collect())
}

async fn into_sqlite(backup: &Path, config: &Config, served: &Served) -> Result<Vec<Slug>> {
    let (draft, place) = (
        config.data.join("undersigned.db.restoring"),
        config.data.join("undersigned.db"),
    );
    remove_database(&draft)?;
    std::fs::copy(backup, &draft).with_context(|| backup.display().to_string())?;
    let restored = look_into(&draft).await;
    let slugs = match restored {
        Ok(slugs) => slugs,
        Err(error) => {
            remove_database(&draft)?;
            return Err(error.context(format!("{} is no backup of this program", backup.display())));
        }
    };
    served.mark_restored()?;
    remove_database(&place)?;
    std::fs::rename(&draft, &place)?;
    std::fs::File::open(&config.data)?.sync_all()?;
    Ok(slugs)
}

/// Reads a copy of a backup, which brings it to the newest schema, and makes it durable.
async fn look_into(copy: &Path) -> Result<Vec<Slug>> {
    let store = Store::sqlite(copy).await?;
    let slugs = slugs(&store).await;
    store.close().await;
    std::fs::File::open(copy)?.sync_all()?;
    slugs
}

/// Deletes a database with the files beside it, which must not meet another database.
fn remove_database(file: &Path) -> Result<()> {
    for end in ["-wal", "-shm", ""] {
        let mut name = file.as_os_str().to_owned();
        name.push(end);
        match std::fs::remove_file(&name) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}

async fn into_postgres(
    backup: &Path,
    url: &str,
    config: &Config,
    served: &Served,
) -> Result<Vec<Slug>> {
    served.mark_restored()?;
    let mut restore = postgres::program("pg_restore", url)?;
    restore
        .args(["--clean", "--if-exists", "--no-owner", "--no-privileges"])
        .args(["--single-transaction", "--exit-on-error"])
        .arg(backup);
    let ended = postgres::run(restore, "pg_restore").await;
    let store = open(config).await?;
    let slugs = slugs(&store).await;
    store.close().await;
    let slugs = slugs?;
    if let Err(error) = ended {
        // It was one transaction: the database is what it was, and can be accepted as such.
        served.mark_letters(&slugs)?;
        return Err(error);
    }
    Ok(slugs)
}
