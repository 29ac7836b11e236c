//! What a running program holds: store, keys, mail, clock and what readers see.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use tokio::sync::Notify;

use crate::clock::Clock;
use crate::config::{Config, Database, Front, SQLITE_FILE};
use crate::mail::{Catcher, Smtp, Transport};
use crate::model::Letter;
use crate::proof::Proofs;
use crate::recorder::{Letters, Published, Served};
use crate::render::Site;
use crate::seal::{KeyDir, KeyError, WaitingKeys};
use crate::store::{Committer, Lookups, Store, StoreError};

/// Mails that the demo's catcher keeps.
const CAUGHT: usize = 5_000;

/// Everything that acts need.
pub struct App {
    /// The configuration.
    pub config: Config,
    /// The database, for reading.
    pub store: Store,
    /// The one way to write.
    pub committer: Committer,
    /// Where private links lead.
    pub lookups: Lookups,
    /// The key directory.
    pub keys: KeyDir,
    /// Keys of what waits.
    pub waiting: WaitingKeys,
    /// The time.
    pub clock: Clock,
    /// The launched letters as readers see them.
    pub letters: Letters,
    /// The highest checkpoints served.
    pub served: Served,
    /// Where mails go; none where none are sent (commands beside a server).
    pub mail: Option<Transport>,
    /// Looks at domains for proof; none in the demo, which asks nobody.
    pub proofs: Option<Proofs>,
    /// Rung when something is queued for the record.
    pub recorder_wake: Notify,
    /// Rung when a mail is queued.
    pub mail_wake: Notify,
}

/// Why the program can't start.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The database.
    #[error("database {0}: {1}")]
    Store(String, StoreError),
    /// The key directory.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The data directory.
    #[error("data directory {0}: {1}")]
    Data(PathBuf, io::Error),
    /// The mail settings.
    #[error(transparent)]
    Mail(#[from] crate::mail::SettingsError),
    /// The settings of proofs.
    #[error(transparent)]
    Proof(#[from] crate::proof::SettingsError),
}

impl App {
    /// Opens what `config` names.
    pub async fn open(config: Config, clock: Clock) -> Result<Arc<Self>, OpenError> {
        let unusable = |error| OpenError::Data(config.data.clone(), error);
        private_folder(&config.data).map_err(unusable)?;
        let served = Served::open(config.data.join("served")).map_err(unusable)?;
        let store = open_store(&config).await?;
        let keys = KeyDir::open(&config.keys)?;
        let mail = match (&config.mail, config.demo) {
            (Some(settings), _) => Some(Transport::Smtp(Smtp::new(settings)?)),
            (None, true) => Some(Transport::Catcher(Catcher::new(CAUGHT))),
            (None, false) => None,
        };
        let proofs = match config.demo {
            true => None,
            false => Some(Proofs::new(&config.proof)?),
        };
        Ok(Arc::new(Self {
            committer: Committer::start(store.clone()),
            lookups: Lookups::start(store.clone()),
            waiting: keys.waiting()?,
            keys,
            served,
            store,
            clock,
            letters: Letters::default(),
            mail,
            proofs,
            recorder_wake: Notify::new(),
            mail_wake: Notify::new(),
            config,
        }))
    }
}

/// Opens the database that `config` names. A password in its address is not repeated.
pub(crate) async fn open_store(config: &Config) -> Result<Store, OpenError> {
    match &config.database {
        Database::Sqlite => {
            let file = config.data.join(SQLITE_FILE);
            let store = Store::sqlite(&file).await;
            store.map_err(|error| OpenError::Store(file.display().to_string(), error))
        }
        Database::Postgres(url) => {
            let store = Store::postgres(url).await;
            store.map_err(|error| OpenError::Store("on PostgreSQL".to_owned(), error))
        }
    }
}

impl App {
    /// The site as pages and mails name it.
    #[must_use]
    pub fn site(&self) -> Site {
        Site {
            base_url: self.config.base_url.clone(),
            name: self.config.site_name.clone(),
            source_url: self.config.source_url.clone(),
            demo: self.config.demo,
            lists_letters: self.config.front_page == Front::Letters,
            own_url: None,
        }
    }

    /// Where the addresses of a launched letter begin, for readers and in mails: at its own host, or
    /// at the site's. Everybody else's begin with `base_url`.
    #[must_use]
    pub fn url_of<'a>(&'a self, letter: &'a Published) -> &'a str {
        letter.own_url.as_deref().unwrap_or(&self.config.base_url)
    }

    /// The site as the pages and mails of a launched letter name it.
    #[must_use]
    pub fn site_around(&self, letter: &Published) -> Site {
        Site {
            own_url: letter.own_url.clone(),
            ..self.site_of(&letter.letter)
        }
    }

    /// The site as a letter's pages and mails name it: those of a demonstration say so anywhere.
    #[must_use]
    pub fn site_of(&self, letter: &Letter) -> Site {
        let site = self.site();
        Site {
            demo: site.demo || letter.settings.demonstration,
            ..site
        }
    }
}

/// Makes a folder that only this user can look into.
pub(crate) fn private_folder(path: &std::path::Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(path)
}
