//! An installation under test, and what people do there.

use std::fs;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use age::x25519::Identity;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use clap::Parser;
use serde_json::Value;
use sqlx::Connection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::{oneshot, watch};
use undersigned::acts::signing::FormShown;
use undersigned::acts::{confirmation, link, signing};
use undersigned::app::App;
use undersigned::cli::{Cli, dispatch};
use undersigned::clock::Clock;
use undersigned::config::{Config, Listen};
use undersigned::http::serve;
use undersigned::l10n::Lang;
use undersigned::model::{RawForm, Submission};
use undersigned::recorder;
use undersigned::store::record::Head;
use undersigned::store::{Tx, letters, openings, outbox, record, signatures};
use undersigned_record::bundle::Reader;
use undersigned_record::opening::Opening;
use undersigned_testbed::{Database, Postgres};

pub(crate) const SLUG: &str = "the-letter";

/// What a run of the program said.
pub(crate) struct Said {
    /// It ended well.
    pub(crate) well: bool,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Said {
    pub(crate) fn by(command: &mut Command) -> Self {
        let ended = command.output().unwrap();
        Self {
            well: ended.status.success(),
            out: String::from_utf8(ended.stdout).unwrap(),
            err: String::from_utf8(ended.stderr).unwrap(),
        }
    }
}

/// A data directory, a database and the organizers' identity.
pub(crate) struct Place {
    dir: TempDir,
    database: Option<Database>,
    identity: Identity,
    clock: Arc<AtomicI64>,
}

impl Place {
    pub(crate) fn sqlite() -> Self {
        Self::new(None)
    }

    pub(crate) fn postgres() -> Self {
        Self::new(Some(Postgres::shared().database()))
    }

    /// With all its files below `folder`.
    pub(crate) fn sqlite_in(folder: &Path) -> Self {
        Self::at(tempfile::tempdir_in(folder).unwrap(), None)
    }

    fn new(database: Option<Database>) -> Self {
        Self::at(tempfile::tempdir().unwrap(), database)
    }

    fn at(dir: TempDir, database: Option<Database>) -> Self {
        let place = Self {
            dir,
            database,
            identity: Identity::generate(),
            clock: Arc::new(AtomicI64::new(1_800_000_000_000)),
        };
        let letter = "slug = \"the-letter\"\norigin = \"h.example/letters/the-letter\"\n\
            default_language = \"en\"\nlanguages = [\"en\", \"es\"]\n\
            closing = \"2099-06-30\"\nretention_until = \"2099-12-31\"\n";
        fs::create_dir(place.file("letter")).unwrap();
        fs::write(place.file("letter/letter.toml"), letter).unwrap();
        fs::write(place.file("letter/watch.txt"), "# the dead\nAda Lovelace\n").unwrap();
        place.write_text("en", "Letter");
        place.write_text("es", "Carta");
        place
    }

    pub(crate) fn write_text(&self, lang: &str, title: &str) {
        let text = format!(
            "+++\ntitle = \"{title}\"\nto = \"A\"\nfrom = \"B\"\ndescription = \"D\"\n\
             [[demand]]\nid = \"one\"\nbrief = \"Do\"\n+++\nHello.\n\n### One {{#one}}\n\nDo.\n"
        );
        fs::write(self.file(&format!("letter/{lang}.md")), text).unwrap();
    }

    /// A file beside the data directory; `undersigned.toml` is inside.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        let inside = name == "undersigned.toml";
        let name = if inside {
            format!("data/{name}")
        } else {
            name.to_owned()
        };
        self.dir.path().join(name)
    }

    /// Runs a command of the program.
    pub(crate) async fn run(&self, args: &[&str]) -> anyhow::Result<()> {
        let data = self.file("data");
        let all = ["undersigned", "--data", data.to_str().unwrap()];
        dispatch(Cli::try_parse_from(all.iter().chain(args)).unwrap()).await
    }

    /// Runs the program itself, as somebody at a terminal would.
    pub(crate) fn program(&self, args: &[&str]) -> Said {
        Said::by(self.command().args(args))
    }

    /// The program, about to work here.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_undersigned"));
        command.arg("--data").arg(self.file("data"));
        command
    }

    /// The page at `path` as anybody is served it.
    pub(crate) async fn page(&self, app: &Arc<App>, path: &str) -> String {
        self.ask(app, &format!("GET {path}"), "").await
    }

    /// Posts a form; gives the answer, which must be a good one.
    pub(crate) async fn post(&self, app: &Arc<App>, path: &str, form: &str) -> String {
        self.ask(app, &format!("POST {path}"), form).await
    }

    async fn ask(&self, app: &Arc<App>, what: &str, form: &str) -> String {
        let (stop, stopped) = watch::channel(false);
        let (told, url) = oneshot::channel();
        let serving = tokio::spawn(serve(app.clone(), stopped, move |url| {
            told.send(url.to_owned()).unwrap();
        }));
        let url = url.await.unwrap();
        let mut stream = TcpStream::connect(url.trim_start_matches("http://"))
            .await
            .unwrap();
        let request = format!(
            "{what} HTTP/1.1\r\nHost: h.example\r\nConnection: close\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
            form.len()
        );
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut page = String::new();
        stream.read_to_string(&mut page).await.unwrap();
        assert!(page.starts_with("HTTP/1.1 200"), "{page}");
        stop.send(true).unwrap();
        serving.await.unwrap().unwrap();
        page
    }

    pub(crate) async fn init(&self) {
        let recipient = self.identity.to_public().to_string();
        let database = self.database.as_ref().map_or("sqlite", Database::url);
        let args = ["--recipient", &recipient, "--database", database];
        let url = ["init", "--base-url", "https://h.example"];
        self.run(&[&url[..], &args].concat()).await.unwrap();
        // Sites that run beside each other.
        let file = self.file("data/undersigned.toml");
        let settings = fs::read_to_string(&file).unwrap();
        let any_port = settings.replace("127.0.0.1:9180", "127.0.0.1:0");
        fs::write(&file, any_port).unwrap();
    }

    pub(crate) async fn import_letter(&self) -> anyhow::Result<()> {
        let folder = self.file("letter");
        self.run(&["import", "letter", folder.to_str().unwrap()])
            .await
    }

    /// Opens the test contacts with the identity, and brings their codes back.
    pub(crate) async fn pass_tests(&self) {
        let out = self.file("tests.jsonl");
        self.run(&["export", "test-contacts", SLUG, "-o", out.to_str().unwrap()])
            .await
            .unwrap();
        for line in fs::read_to_string(&out).unwrap().lines().skip(1) {
            let line: Value = serde_json::from_str(line).unwrap();
            let inside = self.unseal(line["age"].as_str().unwrap());
            let code = inside["code"].as_str().unwrap();
            self.run(&["recipients", "confirm", SLUG, code])
                .await
                .unwrap();
        }
    }

    pub(crate) async fn launch(&self) {
        self.pass_tests().await;
        self.run(&["launch", SLUG]).await.unwrap();
    }

    /// Everything up to launch; gives the vkey.
    pub(crate) async fn launched(&self) -> String {
        self.init().await;
        self.import_letter().await.unwrap();
        self.launch().await;
        self.vkey().await
    }

    /// The launched letter's key, for whoever verifies its record.
    pub(crate) async fn vkey(&self) -> String {
        let app = self.open().await;
        let mut tx = app.store.read().await.unwrap();
        letters::by_slug(&mut tx, SLUG).await.unwrap().unwrap().vkey
    }

    /// What an age file in base64 holds.
    pub(crate) fn unseal(&self, sealed: &str) -> Value {
        let plain = age::decrypt(&self.identity, &STANDARD.decode(sealed).unwrap()).unwrap();
        serde_json::from_slice(&plain).unwrap()
    }

    pub(crate) async fn open(&self) -> Arc<App> {
        let mut config = Config::load(&self.file("data"), None).unwrap();
        config.listen = Listen::Tcp(([127, 0, 0, 1], 0).into());
        App::open(config, self.clock()).await.unwrap()
    }

    pub(crate) fn clock(&self) -> Clock {
        Clock::Set(self.clock.clone())
    }

    /// Changes the database by a statement of its own.
    pub(crate) async fn execute(&self, sql: &'static str) {
        let app = self.open().await;
        let work = app.committer.write(move |tx| {
            Box::pin(async move {
                match tx {
                    Tx::Sqlite(tx) => sqlx::query(sql).execute(&mut **tx).await.map(drop)?,
                    Tx::Postgres(tx) => sqlx::query(sql).execute(&mut **tx).await.map(drop)?,
                }
                Ok(())
            })
        });
        work.await.unwrap();
        app.store.close().await;
    }

    /// The one number that a query has for an answer; the schema stays as it is.
    pub(crate) async fn number(&self, sql: &'static str) -> i64 {
        match &self.database {
            Some(database) => {
                let mut connection = sqlx::PgConnection::connect(database.url()).await.unwrap();
                sqlx::query_scalar(sql)
                    .fetch_one(&mut connection)
                    .await
                    .unwrap()
            }
            None => {
                let file = self.file("data/undersigned.db");
                let options = SqliteConnectOptions::new().filename(file);
                let mut connection = SqliteConnection::connect_with(&options).await.unwrap();
                sqlx::query_scalar(sql)
                    .fetch_one(&mut connection)
                    .await
                    .unwrap()
            }
        }
    }

    pub(crate) async fn queued(&self) -> usize {
        let app = self.open().await;
        app.committer
            .write(|tx| {
                Box::pin(async move {
                    let letter = letters::by_slug(tx, SLUG).await?.unwrap();
                    Ok(record::take_queue(tx, letter.id, 1000).await?.len())
                })
            })
            .await
            .unwrap()
    }

    /// Sends the form of an individual; gives the token of the mailed link.
    pub(crate) async fn submit(&self, app: &App, name: &str) -> String {
        let form = RawForm {
            kind: "individual".into(),
            name: name.into(),
            email: format!("{}@a.example", name.replace(' ', ".").replace('ë', "e")),
            country: "DE".into(),
            ..RawForm::default()
        };
        self.submit_form(app, form).await
    }

    /// Sends a form; gives the token of the mailed link.
    pub(crate) async fn submit_form(&self, app: &App, form: RawForm) -> String {
        recorder::load(app).await.unwrap();
        let letter = app.letters.by_slug(SLUG).unwrap();
        let submission = Submission::parse(&form, &"en".parse().unwrap())
            .ok()
            .unwrap();
        let shown = FormShown {
            lang: Lang::En,
            text: letter.text_for(Lang::En),
            consent: Vec::new(),
        };
        signing::submit(app, &letter, &submission, &shown)
            .await
            .unwrap();
        let payload = self.take_mail(app).await;
        payload["token"].as_str().unwrap().to_owned()
    }

    /// Takes the one waiting mail; gives what is needed to write it.
    pub(crate) async fn take_mail(&self, app: &App) -> Value {
        let now = app.clock.now();
        let mails = app
            .committer
            .write(move |tx| {
                Box::pin(async move {
                    let mails = outbox::lease(tx, now, now + 1, 10).await?;
                    for mail in &mails {
                        outbox::finish(tx, &[mail.id]).await?;
                    }
                    Ok(mails)
                })
            })
            .await
            .unwrap();
        assert_eq!(mails.len(), 1);
        let payload = app
            .waiting
            .decrypt(&mails[0].key_name, &mails[0].payload)
            .unwrap();
        serde_json::from_slice(&payload).unwrap()
    }

    pub(crate) async fn confirm(&self, app: &App, token: &str) {
        recorder::load(app).await.unwrap();
        let letter = app.letters.by_slug(SLUG).unwrap();
        confirmation::confirm(app, &letter, token).await.unwrap();
    }

    pub(crate) async fn sign(&self, app: &App, name: &str) -> String {
        let token = self.submit(app, name).await;
        self.confirm(app, &token).await;
        token
    }

    pub(crate) async fn leads_somewhere(&self, app: &App, token: &str) -> bool {
        recorder::load(app).await.unwrap();
        link::open(app, &app.letters.by_slug(SLUG).unwrap(), token)
            .await
            .is_ok()
    }

    /// Moves the clock on.
    pub(crate) fn pass(&self, seconds: i64) {
        self.clock.fetch_add(seconds * 1000, Ordering::SeqCst);
    }

    /// Records what is queued.
    pub(crate) async fn sequence(&self, app: &App) -> Head {
        recorder::load(app).await.unwrap();
        let letter = app.letters.by_slug(SLUG).unwrap();
        assert_eq!(letter.read_only, None);
        let id = letter.letter.id;
        let now = self.clock.fetch_add(60_000, Ordering::SeqCst) / 1000;
        app.committer
            .write(move |tx| Box::pin(async move { recorder::sequence(tx, id, now).await }))
            .await
            .unwrap();
        recorder::load(app).await.unwrap();
        app.letters.by_slug(SLUG).unwrap().head.clone()
    }

    /// Index of the signature that shows this name.
    pub(crate) async fn index_of(&self, app: &App, name: &str) -> i64 {
        let mut tx = app.store.read().await.unwrap();
        let letter = letters::by_slug(&mut tx, SLUG).await.unwrap().unwrap();
        let rows = openings::range(&mut tx, letter.id, 0, 1000).await.unwrap();
        let shows = |bytes: &[u8]| Opening::parse(bytes).unwrap().name.as_deref() == Some(name);
        let idx = rows.iter().find(|row| shows(&row.opening)).unwrap().idx;
        let found = signatures::by_index(&mut tx, letter.id, idx).await.unwrap();
        found.unwrap().idx.unwrap()
    }

    /// Exports a bundle; gives its bytes.
    pub(crate) async fn bundle(&self, name: &str) -> Vec<u8> {
        let out = self.file(name);
        self.run(&["export", "bundle", SLUG, "-o", out.to_str().unwrap()])
            .await
            .unwrap();
        fs::read(out).unwrap()
    }

    pub(crate) fn bundle_reader(&self, name: &str, vkey: &str) -> Reader<BufReader<fs::File>> {
        let file = BufReader::new(fs::File::open(self.file(name)).unwrap());
        let mut reader = Reader::open(file).unwrap();
        reader.bind(&vkey.parse().unwrap()).unwrap();
        reader
    }
}
