//! `undersigned restore`: a backup takes the database's place, and starts read-only.
//!
//! The mark that says so is written before anything is replaced, so that a crash at any point
//! leaves a database that signs nothing.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::{Installation, postgres, say};
use crate::app::open_store;
use crate::config::{Config, Database, SQLITE_FILE};
use crate::lock::DataLock;
use crate::model::{Letter, Slug};
use crate::recorder::Served;
use crate::seal::KeyDir;
use crate::store::{Committer, Store, letters, sessions};

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
        let letters = match &config.database {
            Database::Sqlite => into_sqlite(&self.file, &config, &served).await?,
            Database::Postgres(url) => into_postgres(&self.file, url, &config, &served).await?,
        };
        served.mark_letters(&slugs(&letters))?;
        conclude(&letters, &config)
    }
}

/// Says what comes next. A backup has no keys: they must be there already, and be the right ones.
fn conclude(letters: &[Letter], config: &Config) -> Result<()> {
    let keys = KeyDir::open(&config.keys)?;
    let mut unfit = Vec::new();
    for letter in letters {
        if let Err(error) = keys.fit(&letter.slug, &letter.vkey) {
            unfit.push(format!("  {}: {error}", letter.slug));
        }
    }
    if !unfit.is_empty() {
        bail!(
            "the database is in place, but without the right keys these letters can't be signed:\n\
             {}\nPut your copy of the key directory in {}, then recover each letter",
            unfit.join("\n"),
            config.keys.display()
        );
    }
    say::line(
        "Restored, and its letters' log keys fit (whether the tag keys do can't be told: take those \
         that were used with this copy).",
    );
    say::line("Its letters can only be read until each was recovered:");
    for letter in letters {
        say::line(format_args!(
            "  undersigned record recover {} --from BUNDLE.zip",
            letter.slug
        ));
    }
    Ok(())
}

fn slugs(letters: &[Letter]) -> Vec<Slug> {
    letters.iter().map(|letter| letter.slug.clone()).collect()
}

async fn holds_letters(config: &Config) -> Result<bool> {
    if config.sqlite_file().is_some_and(|file| !file.exists()) {
        return Ok(false);
    }
    let store = open_store(config).await?;
    let held = all(&store).await;
    store.close().await;
    Ok(!held?.is_empty())
}

async fn all(store: &Store) -> Result<Vec<Letter>> {
    Ok(letters::all(&mut store.read().await?).await?)
}

async fn into_sqlite(backup: &Path, config: &Config, served: &Served) -> Result<Vec<Letter>> {
    let (draft, place) = (
        config.data.join("undersigned.db.restoring"),
        config.data.join(SQLITE_FILE),
    );
    remove_database(&draft)?;
    std::fs::copy(backup, &draft).with_context(|| backup.display().to_string())?;
    let letters = match look_into(&draft).await {
        Ok(letters) => letters,
        Err(error) => {
            remove_database(&draft)?;
            return Err(error.context(format!("{} is no backup of this program", backup.display())));
        }
    };
    served.mark_restored()?;
    remove_database(&place)?;
    std::fs::rename(&draft, &place)
        .and_then(|()| std::fs::File::open(&config.data)?.sync_all())
        .with_context(|| place.display().to_string())?;
    Ok(letters)
}

/// Reads a copy of a backup, which brings it to the newest schema, and makes it durable.
async fn look_into(copy: &Path) -> Result<Vec<Letter>> {
    let store = Store::sqlite(copy).await?;
    let letters = match sign_everybody_out(&store).await {
        Ok(()) => all(&store).await,
        Err(error) => Err(error),
    };
    store.close().await;
    std::fs::File::open(copy)?.sync_all()?;
    letters
}

/// Deletes a database with the files beside it, which must not meet another database.
fn remove_database(file: &Path) -> Result<()> {
    for end in ["-wal", "-shm", ""] {
        let mut name = file.as_os_str().to_owned();
        name.push(end);
        match std::fs::remove_file(&name) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(error).with_context(|| name.display().to_string());
            }
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
) -> Result<Vec<Letter>> {
    served.mark_restored()?;
    let mut restore = postgres::program("pg_restore", url)?;
    restore
        .args(["--clean", "--if-exists", "--no-owner", "--no-privileges"])
        .args(["--single-transaction", "--exit-on-error"])
        .arg(backup);
    let ended = postgres::run(restore, "pg_restore").await;
    let store = open_store(config).await?;
    let cleared = match &ended {
        Ok(()) => sign_everybody_out(&store).await,
        Err(_) => Ok(()),
    };
    let letters = match cleared {
        Ok(()) => all(&store).await,
        Err(error) => Err(error),
    };
    store.close().await;
    let letters = letters?;
    if let Err(error) = ended {
        // It was one transaction: the database is what it was, and can be accepted as such.
        served.mark_letters(&slugs(&letters))?;
        return Err(error);
    }
    Ok(letters)
}

/// A session that was ended since the backup was made must not be open again.
async fn sign_everybody_out(store: &Store) -> Result<()> {
    let committer = Committer::start(store.clone());
    let done = committer.write(|tx| Box::pin(sessions::forget_all(tx)));
    Ok(done.await?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::organizers::{self, OrganizerRow};

    #[tokio::test]
    async fn a_restored_copy_has_no_open_session() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("copy.db");
        let store = Store::sqlite(&file).await.unwrap();
        let row = OrganizerRow {
            id: 1,
            handle: vec![1; 16],
            name: "Ada".to_owned(),
            makes_letters: true,
        };
        let committer = Committer::start(store.clone());
        let work = committer.write(move |tx| {
            Box::pin(async move {
                organizers::insert(tx, &row).await?;
                sessions::insert(tx, (2, &[7; 32]), 1, "Test", 100).await
            })
        });
        work.await.unwrap();
        let find = async |store: &Store| {
            let mut tx = store.read().await.unwrap();
            let found = sessions::find(&mut tx, &[7; 32], (0, 0)).await;
            found.unwrap().is_some()
        };
        assert!(find(&store).await);
        store.close().await;
        look_into(&file).await.unwrap();
        assert!(!find(&Store::sqlite(&file).await.unwrap()).await);
    }
}
