//! The installation that is looked at.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tokio::time::timeout;
use tokio_rustls::rustls::ClientConfig;

use crate::app::{OpenError, open_store};
use crate::clock::Clock;
use crate::config::{Config, Database};
use crate::model::{Letter, Slug};
use crate::proof::Dns;
use crate::recorder::Served;
use crate::seal::KeyDir;
use crate::store::schema::{self, Schema};
use crate::store::{Store, StoreError, letters};

/// The longest that the database takes to be opened.
const PATIENCE: Duration = Duration::from_secs(15);

/// Why the database is not looked at.
#[derive(Debug, thiserror::Error)]
pub(super) enum NoStore {
    /// SQLite's file is missing.
    #[error("{0} is missing")]
    Missing(PathBuf),
    /// Opening it would change it.
    #[error("it was made by an older version of this program")]
    Older,
    /// It can't be opened.
    #[error("it was made by a newer version of this program")]
    Newer,
    /// It is none of ours, or empty.
    #[error("it holds no letters' tables")]
    Strange,
    /// It doesn't answer.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The same, with its name.
    #[error(transparent)]
    Open(#[from] OpenError),
}

/// An installation, opened without changing anything.
pub struct Subject {
    pub(super) config: Config,
    pub(super) clock: Clock,
    pub(super) dns: Dns,
    pub(super) tls: Arc<ClientConfig>,
    pub(super) store: Result<Store, NoStore>,
    pub(super) keys: KeyDir,
    pub(super) served: Served,
    /// Letters that are looked at; all of them, unless one was named.
    pub(super) letters: Vec<Letter>,
    /// Whom a mail is sent to.
    pub(super) mail_to: Option<String>,
}

/// A letter that was named, and isn't there.
#[derive(Debug, thiserror::Error)]
#[error("there is no letter {0}")]
pub struct NoLetter(Slug);

impl Subject {
    /// Opens what `config` names, as it is.
    pub async fn open(
        config: Config,
        clock: Clock,
        letter: Option<Slug>,
        mail_to: Option<String>,
    ) -> anyhow::Result<Self> {
        let tls = config.proof.tls()?;
        let store = timeout(PATIENCE, open(&config)).await;
        let store = store.unwrap_or(Err(StoreError::Unavailable("no answer").into()));
        let mut letters = match &store {
            Ok(store) => letters::all(&mut store.read().await?).await?,
            Err(_) => Vec::new(),
        };
        if let Some(slug) = letter {
            letters.retain(|letter| letter.slug == slug);
            anyhow::ensure!(store.is_err() || !letters.is_empty(), NoLetter(slug));
        }
        Ok(Self {
            dns: Dns::new(config.proof.name_server, tls.clone()),
            tls,
            store,
            keys: KeyDir::at(&config.keys),
            served: Served::at(config.data.join("served")),
            letters,
            mail_to,
            config,
            clock,
        })
    }

    /// The database, where it can be looked at.
    #[must_use]
    pub fn store(&self) -> Option<&Store> {
        self.store.as_ref().ok()
    }

    /// Closes the database: of SQLite no file stays that only this user can open.
    pub async fn close(&self) {
        if let Some(store) = self.store() {
            store.close().await;
        }
    }

    /// Host, port and path of the site's address.
    pub(super) fn site(&self) -> Option<url::Url> {
        url::Url::parse(&self.config.base_url).ok()
    }

    /// The host of the site, where it has a name that name servers know.
    pub(super) fn site_name(&self) -> Option<String> {
        let url = self.site()?;
        let name = url.domain().filter(|name| *name != "localhost");
        name.map(str::to_owned)
    }
}

async fn open(config: &Config) -> Result<Store, NoStore> {
    let found = match &config.database {
        Database::Sqlite => {
            let file = config.data.join(crate::config::SQLITE_FILE);
            if !file.exists() {
                return Err(NoStore::Missing(file));
            }
            schema::of_sqlite(&file).await?
        }
        Database::Postgres(url) => schema::of_postgres(url).await?,
    };
    match found {
        Schema::Same => Ok(open_store(config).await?),
        Schema::Older => Err(NoStore::Older),
        Schema::Newer => Err(NoStore::Newer),
        Schema::Strange => Err(NoStore::Strange),
    }
}
