//! A data directory with the demonstration letter in it, launched: what the real server serves.

use std::fs;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, anyhow, ensure};
use tempfile::TempDir;
use undersigned::acts::founding::{self, Founder};
use undersigned::acts::launch;
use undersigned::app::App;
use undersigned::clock::Clock;
use undersigned::config::Config;
use undersigned::model::submission::Public;
use undersigned::model::{Letter, LetterState, RawForm, Settings};
use undersigned::seal::row_id;
use undersigned::store::letters::{self, TextRow};
use undersigned_record::Hash;

use crate::databases::Databases;
use crate::load::Sink;
use crate::programs::{Running, beside, free_address};

/// The letter's word in addresses.
pub(crate) const SLUG: &str = "security-for-all";

const ORIGIN: &str = "bench.example/letters/security-for-all";

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
        launch::launch(&app, letter).await?;
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
    let slug = SLUG.parse().map_err(|_| anyhow!("slug"))?;
    let key = app.keys.create_letter(&slug, ORIGIN)?;
    let letter = Letter {
        id: row_id(app.clock.now_ms()),
        slug,
        origin: ORIGIN.to_owned(),
        state: LetterState::Draft,
        vkey: key.verifier().to_string(),
        opened_at: None,
        settings: Settings {
            default_language: "en".to_owned(),
            languages: TEXTS.map(|(lang, _)| lang.to_owned()).to_vec(),
            demonstration: true,
            retention_until: "2028-12-31".to_owned(),
            closing: "2028-06-30".to_owned(),
            organizers: Vec::new(),
        },
    };
    let recipients = recipients(2);
    let recipients = recipients
        .iter()
        .map(|recipient| launch::test_contact(&letter, recipient))
        .collect::<Result<Vec<_>, _>>()?;
    let drafted = letter.clone();
    app.committer
        .write(move |tx| {
            Box::pin(async move {
                letters::insert(tx, &drafted).await?;
                for (lang, body) in TEXTS {
                    let text = TextRow {
                        version: 1,
                        lang: lang.to_owned(),
                        body: body.to_vec(),
                    };
                    letters::insert_text(tx, drafted.id, &text).await?;
                }
                for recipient in &recipients {
                    letters::insert_recipient(tx, drafted.id, recipient).await?;
                }
                Ok(())
            })
        })
        .await?;
    Ok(letter)
}

/// Words of fresh age recipients whose identities nobody keeps.
pub(crate) fn recipients(count: usize) -> Vec<String> {
    let identity = |_| age::x25519::Identity::generate().to_public().to_string();
    (0..count).map(identity).collect()
}

async fn found(app: &App, letter: &Letter) -> anyhow::Result<()> {
    let tag_key = app.keys.tag_key(&letter.slug)?;
    let (_, text) = TEXTS[1];
    let founders = founders()?;
    let count = founders.len() as u64;
    let added = founding::add(app, letter, &tag_key, (Hash::of(text), 1), founders).await?;
    ensure!(added == count, "{added} of {count} founders were added");
    Ok(())
}

fn founders() -> anyhow::Result<Vec<Founder>> {
    let mut founders = Vec::new();
    for row in csv::Reader::from_reader(FOUNDERS).deserialize() {
        let row: std::collections::HashMap<String, String> = row?;
        let field = |name: &str| row.get(name).cloned().unwrap_or_default();
        let kind = field("kind").parse().map_err(|_| anyhow!("kind"))?;
        let form = RawForm {
            name: field("name"),
            country: field("country"),
            title: field("title"),
            affiliation: field("affiliation"),
            website: field("website"),
            ..RawForm::default()
        };
        let public = Public::parse(&form, kind, &field("lang").parse()?)
            .map_err(|errors| anyhow!("{}: {errors:?}", form.name))?;
        let statement = field("statement");
        founders.push(Founder {
            public,
            statement: (!statement.is_empty()).then(|| (field("statement_lang"), statement)),
            featured: !field("featured").is_empty(),
        });
    }
    Ok(founders)
}

/// The digest of the text that invented people were shown.
pub(crate) fn shown_text() -> Hash {
    Hash::of(TEXTS[1].1)
}

/// Paths of the letter.
pub(crate) fn path(rest: &str) -> String {
    format!("/letters/{SLUG}{rest}")
}
