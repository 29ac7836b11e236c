//! A small site with its own configuration, as `undersigned init` made it; only places (ports, the
//! database) are told through the environment, because they differ each time.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use tempfile::TempDir;
use undersigned::config::{Config, Database};
use undersigned_testbed::{Server, SmtpSink, free_port};

use crate::harness::{Base, Judge, Person, Postbox, SLUG, Visitor, wait_for};

/// What a release left behind, a folder each.
pub(super) const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/releases");

/// What was true when it was left.
#[derive(Serialize, Deserialize)]
pub(super) struct Story {
    /// Unix seconds.
    pub(super) made_at: i64,
    /// The letter's vkey.
    pub(super) key: String,
    pub(super) checkpoint: String,
    /// As the API told them.
    pub(super) figures: Value,
    /// A receipt of the person whose link is `live`.
    pub(super) receipt: String,
    /// Private links, by what became of them.
    pub(super) links: BTreeMap<String, String>,
    /// The name of who waits for a moderator.
    pub(super) held: String,
    /// The identity that opens the contacts; nobody else's.
    pub(super) identity: String,
}

/// The files of a site, its database and its mail server.
pub(super) struct Site {
    pub(super) base: Base,
    pub(super) sink: SmtpSink,
    port: u16,
    // Last: files go after what uses them.
    dir: TempDir,
}

/// The archive of a database.
pub(super) fn archive(base: &Base) -> &'static str {
    match base {
        Base::Sqlite => "sqlite.tar.xz",
        Base::Postgres(_) => "postgresql.tar.xz",
    }
}

impl Site {
    /// An empty one.
    pub(super) fn new(base: Base) -> Self {
        Self {
            base,
            sink: SmtpSink::start(),
            port: free_port(),
            dir: tempfile::tempdir().expect("a directory"),
        }
    }

    /// What a release left in `folder`.
    pub(super) fn left_by(folder: &Path, base: Base) -> Self {
        let site = Self::new(base);
        let mut tar = Command::new("tar");
        tar.arg("--directory").arg(site.dir.path());
        run(tar
            .args(["--no-same-owner", "-xJf"])
            .arg(folder.join(archive(&site.base))));
        if let Base::Postgres(database) = &site.base {
            database.fill(&site.file("database.backup"));
        }
        site
    }

    pub(super) fn story(&self) -> Story {
        let story = fs::read(self.file("story.json")).expect("a story");
        serde_json::from_slice(&story).expect("JSON")
    }

    /// A file beside the data directory.
    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub(super) fn data(&self) -> PathBuf {
        self.file("data")
    }

    /// The program, about to work here.
    pub(super) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_undersigned"));
        command.arg("--data").arg(self.data()).args(arguments);
        for (name, value) in self.places() {
            command.env(name, value);
        }
        command
    }

    /// The configuration, for looking inside.
    pub(super) fn config(&self) -> Config {
        let mut config = Config::load(&self.data(), None).expect("the configuration holds");
        if let Base::Postgres(database) = &self.base {
            config.database = Database::Postgres(database.url().to_owned());
        }
        config
    }

    /// Under a name, because passkeys belong to no network address.
    fn url(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    fn places(&self) -> [(&'static str, String); 4] {
        [
            ("UNDERSIGNED_BASE_URL", self.url()),
            ("UNDERSIGNED_LISTEN", format!("127.0.0.1:{}", self.port)),
            ("UNDERSIGNED_DATABASE", self.base.setting().to_owned()),
            ("UNDERSIGNED_MAIL__PORT", self.sink.port().to_string()),
        ]
    }

    /// Runs a command; gives what it printed.
    pub(super) fn run(&self, arguments: &[&str]) -> String {
        run(&mut self.command(arguments))
    }

    /// Serves it; gives somebody at the door, too.
    pub(super) fn serve(&self) -> (Server, Visitor) {
        let server = Server::start(self.command(&["serve"]));
        let visitor = Visitor::of(&self.url());
        wait_for("the letter", Duration::from_secs(30), || visitor.letter());
        (server, visitor)
    }

    pub(super) fn number(&self, query: &'static str) -> i64 {
        self.base.number(&self.data(), query, &[])
    }

    /// Sends a person's form and waits for the mail; gives its link.
    pub(super) fn sign(&self, visitor: &Visitor, person: &Person) -> String {
        let sent = visitor.sign(person).expect("the server answers");
        assert_eq!(sent.status, 303, "{}", sent.text());
        Postbox(&self.sink).wait(person, 1)
    }

    /// Has a person sign and confirm; gives the private link.
    pub(super) fn sign_and_confirm(&self, visitor: &Visitor, person: &Person) -> String {
        let link = self.sign(visitor, person);
        let answer = visitor.confirm(&link).expect("the server answers");
        assert_eq!(answer.status, 200, "{}", answer.text());
        link
    }

    /// Waits until the record has what was queued for it; judges it.
    pub(super) fn recorded(&self, visitor: &Visitor) -> Value {
        wait_for("the queue", Duration::from_secs(30), || {
            (self.number("select count(*) from queue") == 0).then_some(())
        });
        let key = text(visitor, "key");
        Judge::new(visitor.base(), &key).record()
    }
}

/// The letter's figures, all but the moment that they are from.
pub(super) fn figures(visitor: &Visitor) -> Value {
    let answer = visitor.get(&format!("/api/letters/{SLUG}/figures"));
    let mut figures = answer.expect("the server answers").json();
    figures.as_object_mut().expect("figures").remove("as_of");
    figures
}

/// A file of the record.
pub(super) fn text(visitor: &Visitor, file: &str) -> String {
    let answer = visitor.record(file).expect("the server answers");
    assert_eq!(answer.status, 200, "{file}");
    answer.text()
}

pub(super) fn run(command: &mut Command) -> String {
    let ended = command.output().expect("it runs");
    let said = String::from_utf8_lossy(&ended.stderr).into_owned();
    assert!(ended.status.success(), "{command:?}: {said}");
    String::from_utf8(ended.stdout).expect("text")
}
