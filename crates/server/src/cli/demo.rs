//! `undersigned demo`: everything, tried with a letter whose signatories are invented. Nothing
//! leaves the machine.

use std::collections::BTreeMap;
use std::fs;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use age::secrecy::ExposeSecret;
use age::x25519::Identity;
use anyhow::{Context, bail};

use super::serve::{serve, start_logs};
use super::{Installation, organizer, say};
use crate::acts::access::invitation::{self, Inviter, Offer};
use crate::acts::access::trail::Who;
use crate::acts::drafting::{self, Drafted};
use crate::acts::{founding, launch};
use crate::app::App;
use crate::clock::Clock;
use crate::config::{Config, DEMO_MARK};
use crate::lock::{DataLock, LOCK};
use crate::model::draft::{Draft, LetterFile};
use crate::model::founders::Founders;
use crate::model::{Letter, LetterState, Role};
use crate::store::letters;

const LETTER: &str = include_str!("../../../../fixtures/security-for-all/letter.toml");
const WATCH: &str = include_str!("../../../../fixtures/security-for-all/watch.txt");
const SIGNATORIES: &str = include_str!("../../../../fixtures/security-for-all/signatories.csv");
const TEXTS: [(&str, &[u8]); 4] = [
    (
        "en",
        include_bytes!("../../../../fixtures/security-for-all/en.md"),
    ),
    (
        "es",
        include_bytes!("../../../../fixtures/security-for-all/es.md"),
    ),
    (
        "fr",
        include_bytes!("../../../../fixtures/security-for-all/fr.md"),
    ),
    (
        "ar",
        include_bytes!("../../../../fixtures/security-for-all/ar.md"),
    ),
];

/// Where the demo listens unless it is told otherwise.
const LISTEN: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 8080);

/// The configuration of commands beside a demo that may be running.
pub(super) fn config_beside(data: &Path) -> Config {
    Config::demo(data, LISTEN)
}

/// Arguments of `demo`.
#[derive(clap::Args)]
pub(super) struct Demo {
    /// ADDRESS:PORT
    #[arg(long, default_value_t = LISTEN)]
    listen: SocketAddr,
    /// Begin anew: deletes what an earlier demo left.
    #[arg(long)]
    fresh: bool,
}

impl Demo {
    /// Serves the demonstration until it is told to stop.
    pub(super) async fn run(self, place: &Installation) -> anyhow::Result<()> {
        let data = place
            .flagged()
            .unwrap_or_else(|| PathBuf::from("demo-data"));
        let _lock = claim(&data, self.fresh)?;
        let listener = std::net::TcpListener::bind(self.listen).with_context(|| {
            format!(
                "can't listen on {}; try --listen 127.0.0.1:8081",
                self.listen
            )
        })?;
        let address = listener.local_addr()?;
        drop(listener);
        start_logs(false);
        let config = Config::demo(&data, address);
        let app = App::open(config, Clock::System).await?;
        let letter = prepare(&app, &data).await?;
        let resumed = letter.state != LetterState::Draft;
        if !resumed && let Some(missing) = launch::launch(&app, &letter).await?.first() {
            bail!("{missing}");
        }
        let offer = Offer {
            name: "Demo Organizer".to_owned(),
            letter: Some(letter.id),
            role: Role::Owner,
            mailed_to: None,
        };
        let token = invitation::invite(&app, Inviter::Operator, offer).await?;
        let link = organizer::link(&app, &token)?;
        serve(app, |url| greet(url, &data, &letter, resumed, &link)).await
    }
}

/// Takes a folder for the demo: a new one, an empty one, or one that an earlier demo made.
fn claim(data: &Path, fresh: bool) -> anyhow::Result<DataLock> {
    // The mark lets `--fresh` empty a demo's folder and nothing else.
    let mark = data.join(DEMO_MARK);
    let taken = fs::read_dir(data).is_ok_and(|mut files| files.next().is_some());
    anyhow::ensure!(
        !taken || mark.exists(),
        "{} holds something that is no demo: choose another folder with --data",
        data.display()
    );
    crate::app::private_folder(data).with_context(|| format!("can't make {}", data.display()))?;
    // Before anything is deleted: a demo that runs here keeps its data.
    let lock = DataLock::acquire(data)?;
    if fresh {
        empty(data).with_context(|| format!("can't empty {}", data.display()))?;
    }
    fs::write(
        mark,
        "made by `undersigned demo`; delete it whenever you like\n",
    )?;
    Ok(lock)
}

/// Deletes everything in the folder but the lock that is held on it.
fn empty(data: &Path) -> std::io::Result<()> {
    for entry in fs::read_dir(data)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        } else if entry.file_name() != LOCK {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Brings the demonstration letter in, up to its launch. What an interrupted run did is not done
/// again.
async fn prepare(app: &Arc<App>, data: &Path) -> anyhow::Result<Letter> {
    let file = LetterFile::parse(LETTER)?;
    let texts: BTreeMap<String, Vec<u8>> = TEXTS
        .iter()
        .map(|(lang, bytes)| ((*lang).to_owned(), bytes.to_vec()))
        .collect();
    let draft: Draft = file.with(texts, WATCH)?;
    let known = letters::by_slug(&mut app.store.read().await?, draft.slug.as_str()).await?;
    if let Some(letter) = known.filter(|letter| letter.state != LetterState::Draft) {
        return Ok(letter);
    }
    let identity = identity(data)?;
    let recipients = [identity.to_public().to_string()];
    let drafted = drafting::create(app, &draft, &recipients).await?;
    anyhow::ensure!(
        matches!(drafted, Drafted::Anew | Drafted::Completed),
        "{} was made by another version of the demo: use --fresh",
        data.display()
    );
    let letter = letters::by_slug(&mut app.store.read().await?, draft.slug.as_str())
        .await?
        .context("the letter that was just saved is missing")?;
    pass_test(app, &letter, &identity).await?;
    let mut founders = Founders::open(SIGNATORIES.as_bytes(), "en".parse()?)?;
    let mut all = Vec::new();
    while let Some(line) = founders.next_line()? {
        all.push(
            line.founder
                .map_err(|errors| anyhow::anyhow!("{}", errors[0].what))?,
        );
    }
    founding::add(app, &letter, all).await?;
    Ok(letter)
}

/// The demo's own identity, kept beside the data so that contacts can be opened. A real letter's
/// identities never come near its server.
fn identity(data: &Path) -> anyhow::Result<Identity> {
    let file = data.join("demo-identity.txt");
    if let Ok(text) = fs::read_to_string(&file) {
        let line = text
            .lines()
            .find(|line| line.starts_with("AGE-SECRET-KEY-"));
        let identity = line.and_then(|line| line.parse().ok());
        return identity.with_context(|| format!("{} is damaged; use --fresh", file.display()));
    }
    let identity = Identity::generate();
    let words = "# For the demo only: a real identity never lies beside its server.\n";
    fs::write(
        file,
        format!("{words}{}\n", identity.to_string().expose_secret()),
    )?;
    Ok(identity)
}

async fn pass_test(app: &App, letter: &Letter, identity: &Identity) -> anyhow::Result<()> {
    let recipients = letters::recipients(&mut app.store.read().await?, letter.id).await?;
    for recipient in recipients {
        let plain = age::decrypt(identity, &recipient.test_contact)?;
        let contact: serde_json::Value = serde_json::from_slice(&plain)?;
        let code = contact["code"].as_str().unwrap_or_default();
        launch::pass_test(app, Who::operator(), letter, code).await?;
    }
    Ok(())
}

fn greet(url: &str, data: &Path, letter: &Letter, resumed: bool, organize: &str) {
    let slug = &letter.slug;
    let begun = if resumed {
        "goes on where it stopped"
    } else {
        "is ready"
    };
    say::line(format!("listening on {url}\n"));
    say::line(format!(
        "DEMONSTRATION: the letter {begun}; everybody named in it is invented.\n"
    ));
    say::line(format!("  read and sign     {url}/letters/{slug}"));
    say::line(format!("  in Arabic         {url}/letters/{slug}?lang=ar"));
    say::line(format!(
        "  caught mails      {url}/_demo/mail    (nothing leaves this machine)"
    ));
    say::line(format!("  figures as JSON   {url}/api/letters/{slug}"));
    say::line(format!("  to organize       {organize}"));
    say::line(format!("  data              {}", data.display()));
    say::line(format!(
        "  moderate          cargo run --release -- held list {slug} --data {}\n",
        data.display()
    ));
    say::line("To try: sign, open the caught mail, confirm, find yourself on the roll,");
    say::line("download the receipt, and check the whole count with another program:\n");
    say::line(format!(
        "  cargo run --release -p undersigned-verify -- {url}/letters/{slug}\n"
    ));
    say::line("Stop with Ctrl-C; run again to go on, or with --fresh to begin anew.");
}
