//! A data directory with the demonstration letter in it, launched: what the real server serves.

use std::collections::BTreeMap;
use std::fs;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, anyhow, ensure};
use tempfile::TempDir;
use undersigned::acts::drafting::{self, Drafted};
use undersigned::acts::{founding, launch};
use undersigned::app::App;
use undersigned::clock::Clock;
use undersigned::config::Config;
use undersigned::model::Letter;
use undersigned::model::draft::LetterFile;
use undersigned::model::founders::Founders;
use undersigned::store::letters;
use undersigned_record::Hash;

use crate::databases::Databases;
use crate::load::Sink;
use crate::programs::{Running, beside, free_address};

/// The letter's word in addresses.
pub(crate) const SLUG: &str = "security-for-all";

const LETTER: &str = include_str!("../../../fixtures/security-for-all/letter.toml");

const WATCH: &str = include_str!("../../../fixtures/security-for-all/watch.txt");

/// The letter's texts, as the demonstration has them.
const TEXTS: [(&str, &[u8]); 4] = [
    (
        "ar",
        include_bytes!("../../../fixtures/security-for-all/ar.md"),
    ),
    (
        "en",
        include_bytes!("../../../fixtures/security-for-all/en.md"),
    ),
    (
        "es",
        include_bytes!("../../../fixtures/security-for-all/es.md"),
    ),
    (
        "fr",
        include_bytes!("../../../fixtures/security-for-all/fr.md"),
    ),
];

const FOUNDERS: &[u8] = include_bytes!("../../../fixtures/security-for-all/signatories.csv");

/// More than anybody sends: limits per network address are not what is measured.
const NO_LIMIT: u32 = 100_000_000;

/// A letter's data directory, and where its server will listen.
pub(crate) struct Hosted {
    folder: TempDir,
    address: SocketAddr,
}

impl Hosted {
    /// Makes the data directory and launches the letter with its founding signatories. The mails
    /// of its server will go to `sink`.
    pub(crate) async fn launch(databases: &Databases, sink: &Sink) -> anyhow::Result<Self> {
        let hosted = Self {
            folder: databases.folder()?,
            address: free_address()?,
        };
        let settings = hosted.settings(&databases.fresh().await?, sink.address());
        fs::write(hosted.data().join("undersigned.toml"), settings)?;
        let app = hosted.open().await?;
        let letter = draft(&app).await?;
        found(&app, &letter).await?;
        let missing = launch::launch(&app, &letter).await?;
        ensure!(missing.is_empty(), "the letter lacks {missing:?}");
        app.store.close().await;
        Ok(hosted)
    }

    pub(crate) fn data(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    fn settings(&self, database: &str, mail: SocketAddr) -> String {
        format!(
            "base_url = \"http://{address}\"\n\
             listen = \"{address}\"\n\
             database = \"{database}\"\n\
             submissions_per_minute = {NO_LIMIT}\n\
             [mail]\n\
             host = \"{}\"\n\
             port = {}\n\
             security = \"none\"\n\
             from = \"letters@bench.example\"\n",
            mail.ip(),
            mail.port(),
            address = self.address,
        )
    }

    /// Opens the data directory as commands beside a server do.
    pub(crate) async fn open(&self) -> anyhow::Result<Arc<App>> {
        let config = Config::load(self.data(), None)?;
        Ok(App::open(config, Clock::System).await?)
    }

    /// Starts the server; it is ready once the letter's page is answered.
    pub(crate) async fn serve(&self) -> anyhow::Result<Running> {
        let mut command = beside("undersigned")?;
        command.arg("serve").arg("--data").arg(self.data());
        let log = self.data().join("server.log");
        let mut server = Running::start(command, self.address, &log)?;
        let ready = server.wait_for(&format!("/letters/{SLUG}")).await;
        ready.with_context(|| fs::read_to_string(&log).unwrap_or_default())?;
        Ok(server)
    }
}

/// Puts the letter with texts and recipients into the store.
async fn draft(app: &App) -> anyhow::Result<Letter> {
    let texts = TEXTS.map(|(lang, text)| (lang.to_owned(), text.to_vec()));
    let draft = LetterFile::parse(LETTER)?.with(BTreeMap::from(texts), WATCH)?;
    let drafted = drafting::create(app, &draft, &recipients(2)).await?;
    ensure!(matches!(drafted, Drafted::Anew), "the database isn't empty");
    let letter = letters::by_slug(&mut app.store.read().await?, SLUG).await?;
    let letter = letter.context("the letter that was just saved is missing")?;
    let (id, now) = (letter.id, app.clock.now());
    // Nobody keeps the identities, so nobody could open the test contacts.
    let passed = app.committer.write(move |tx| {
        Box::pin(async move {
            for row in letters::recipients(tx, id).await? {
                letters::pass_test(tx, id, &row.code_hash, now).await?;
            }
            Ok(())
        })
    });
    passed.await?;
    Ok(letter)
}

/// Words of fresh age recipients whose identities nobody keeps.
pub(crate) fn recipients(count: usize) -> Vec<String> {
    let identity = |_| age::x25519::Identity::generate().to_public().to_string();
    (0..count).map(identity).collect()
}

async fn found(app: &App, letter: &Letter) -> anyhow::Result<()> {
    let mut table = Founders::open(FOUNDERS, "en".parse()?)?;
    let mut founders = Vec::new();
    while let Some(line) = table.next_line()? {
        let founder = line
            .founder
            .map_err(|errors| anyhow!("{}", errors[0].what))?;
        founders.push(founder);
    }
    let count = founders.len() as u64;
    let added = founding::add(app, letter, founders).await?;
    ensure!(added == count, "{added} of {count} founders were added");
    Ok(())
}

/// The digest of the text that invented people were shown.
pub(crate) fn shown_text() -> Hash {
    Hash::of(TEXTS[1].1)
}

/// Paths of the letter.
pub(crate) fn path(rest: &str) -> String {
    format!("/letters/{SLUG}{rest}")
}
