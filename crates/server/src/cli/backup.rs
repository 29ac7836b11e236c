//! `undersigned backup`: the database in one file, without any key.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::outfile::{OutFile, not_written};
use super::postgres;
use super::{Installation, say};
use crate::config::{Database, SQLITE_FILE};

/// Arguments of `backup`.
#[derive(clap::Args)]
pub(super) struct Backup {
    /// The file to write; it must not exist.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

impl Backup {
    /// Runs beside a server.
    pub(super) async fn run(self, place: &Installation) -> Result<()> {
        let config = place.config()?;
        let (file, out) = OutFile::create(&self.output)?;
        match &config.database {
            Database::Sqlite => vacuum(place, &self.output).await?,
            Database::Postgres(url) => {
                let mut dump = postgres::program("pg_dump", url)?;
                dump.args(["--format=custom", "--no-owner", "--no-privileges"])
                    .stdout(out);
                postgres::run(dump, "pg_dump").await?;
            }
        }
        file.keep()?;
        say::line(format_args!("Wrote {}", self.output.display()));
        say::line(format_args!(
            "No key is in it: copy {} by itself, to another place. Delete backups within 30 days: \
             they hold what was forgotten since.",
            config.keys.display()
        ));
        Ok(())
    }
}

async fn vacuum(place: &Installation, output: &Path) -> Result<()> {
    if !place.data().join(SQLITE_FILE).exists() {
        bail!("there is no database in {}", place.data().display());
    }
    let app = place.open().await?;
    let path = output
        .to_str()
        .context("the name of the file must be UTF-8")?;
    let copied = app.store.copy_into(path).await;
    copied.with_context(|| not_written(output))?;
    app.store.close().await;
    Ok(())
}
