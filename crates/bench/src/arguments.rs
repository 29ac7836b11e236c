//! The command line.

use std::path::PathBuf;
use std::str::FromStr;

use crate::baseline_page::BaselinePage;
use crate::baseline_signature::BaselineSignature;

/// Measures Undersigned against baselines of the same run.
#[derive(clap::Parser)]
#[command(name = "undersigned-bench", version)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    /// `sqlite`, or the `postgres://` URL of a role that may create databases.
    #[arg(long, global = true, default_value = "sqlite")]
    pub(crate) database: Engine,
    /// Signatures of the letters whose growth is measured, smallest first.
    #[arg(
        long,
        global = true,
        value_delimiter = ',',
        default_value = "1000,100000,1000000"
    )]
    pub(crate) scale: Vec<u64>,
    /// Seconds only, to see that it runs: its figures mean nothing.
    #[arg(long, global = true)]
    pub(crate) quick: bool,
    /// Where the data directories are made [default: the system's folder for temporary files].
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
}

/// What to measure.
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Letter pages a second, against a bare axum server that answers the same bytes.
    Pages,
    /// Complete signatures a second, against sealing and two rows.
    Signatures,
    /// Pages, memory, start-up and verification as a letter grows.
    Growth,
    /// All of it.
    All,
    /// A bare server that answers one page from memory; started by `pages`.
    #[command(hide = true)]
    BaselinePage(BaselinePage),
    /// Seals contacts and commits two rows for each; started by `signatures`.
    #[command(hide = true)]
    BaselineSignature(BaselineSignature),
}

/// Which database is under the server.
#[derive(Clone)]
pub(crate) enum Engine {
    /// A file in the data directory.
    Sqlite,
    /// Databases that are made, and dropped at the end, where this URL leads.
    Postgres(String),
}

impl FromStr for Engine {
    type Err = &'static str;

    fn from_str(typed: &str) -> Result<Self, Self::Err> {
        if typed == "sqlite" {
            Ok(Self::Sqlite)
        } else if typed.starts_with("postgres://") || typed.starts_with("postgresql://") {
            Ok(Self::Postgres(typed.to_owned()))
        } else {
            Err("write sqlite or postgres://…")
        }
    }
}
