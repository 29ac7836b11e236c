//! Which installation a command is about.

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;

/// The flags that every command takes.
#[derive(clap::Args, Clone, Default)]
pub struct Installation {
    /// The data directory [default: $UNDERSIGNED_DATA, or ./data]
    #[arg(long, global = true, value_name = "DIR")]
    data: Option<PathBuf>,
    /// The configuration [default: undersigned.toml in the data directory]
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
}

impl Installation {
    /// The installation in the data directory `data`.
    #[must_use]
    pub fn at(data: PathBuf) -> Self {
        Self {
            data: Some(data),
            config: None,
        }
    }

    /// The data directory of the flag alone. The demo takes no other, because it may empty what it
    /// takes.
    #[must_use]
    pub fn flagged(&self) -> Option<PathBuf> {
        self.data.clone()
    }

    /// The data directory: of the flag, of the environment, or `./data`.
    #[must_use]
    pub fn data(&self) -> PathBuf {
        let environment = || std::env::var_os("UNDERSIGNED_DATA").map(PathBuf::from);
        self.data
            .clone()
            .or_else(environment)
            .unwrap_or_else(|| PathBuf::from("data"))
    }

    /// Where the configuration stands.
    #[must_use]
    pub fn config_file(&self) -> PathBuf {
        self.config
            .clone()
            .unwrap_or_else(|| self.data().join("undersigned.toml"))
    }

    /// The configuration. A demo's data has that of the demo; whoever works on it is told.
    pub fn config(&self) -> anyhow::Result<Config> {
        let data = self.data();
        if !Config::is_demos(&data) {
            return Ok(Config::load(&data, self.config.as_deref())?);
        }
        anyhow::ensure!(
            self.config.is_none(),
            "{} is a demo's data, which takes no --config",
            data.display()
        );
        super::say::note("DEMONSTRATION: this is the data of `undersigned demo`");
        Ok(super::demo::config_beside(&data))
    }

    /// Opens what the configuration names.
    pub async fn open(&self) -> anyhow::Result<Arc<App>> {
        Ok(App::open(self.config()?, Clock::System).await?)
    }
}
