//! An empty data directory, a mail server, and what the operator does: two commands and no more.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use tempfile::TempDir;
use undersigned::config::Config;
use undersigned_testbed::{Look, SmtpSink, free_port};

use super::super::ceremonies::Desk;
use super::SLUG;
use crate::harness::{Answer, Base, Inside, Visitor, wait_for};

/// A site without a letter, and the link for its first organizer.
pub(super) struct Scene {
    // Before what it uses: fields are dropped in this order.
    pub(super) server: Inside,
    pub(super) sink: SmtpSink,
    pub(super) link: String,
    pub(super) folder: TempDir,
    base: Base,
    data: PathBuf,
}

impl Scene {
    pub(super) fn empty(base: Base) -> Self {
        let sink = SmtpSink::start();
        let folder = tempfile::tempdir().expect("a directory");
        let data = folder.path().join("data");
        let port = free_port();
        operate(
            &data,
            &[
                "init",
                "--base-url",
                &format!("http://localhost:{port}"),
                "--database",
                base.setting(),
                "--mail-host",
                "127.0.0.1",
                "--mail-from",
                "letters@rivers.example",
            ],
        );
        set_ports(&data, port, sink.port());
        let said = operate(&data, &["organizer", "invite", "Ada Quill"]);
        let link = said.lines().find(|line| line.starts_with("http://"));
        let link = link.expect("a link").to_owned();
        let server = Inside::of(Config::load(&data, None).expect("it holds"));
        Self {
            server,
            sink,
            link,
            folder,
            base,
            data,
        }
    }

    pub(super) fn visitor(&self) -> &Visitor {
        &self.server.visitor
    }

    /// A browser with a new profile, and an authenticator without passkeys.
    pub(super) async fn browser(&self, look: &Look) -> Desk {
        Desk::at(self.visitor().base(), look).await
    }

    pub(super) fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, bytes).expect("own directory");
        path
    }

    /// The link with `stem` in the newest of at least `count` mails to somebody.
    pub(super) fn mailed(&self, to: &str, stem: &str, count: usize) -> String {
        let mails = wait_for("a mail", Duration::from_secs(60), || {
            let mails = self.sink.messages_to(to);
            (mails.len() >= count).then_some(mails)
        });
        let text = mails[mails.len() - 1].text();
        let mut links = undersigned::mail::links(&text).into_iter();
        let link = links.find(|link| link.contains(stem));
        link.unwrap_or_else(|| panic!("no {stem} in {text}"))
    }

    /// How many rows a query counts.
    pub(super) fn number(&self, query: &'static str) -> i64 {
        self.base.number(&self.data, query, &[])
    }

    /// To the public the letter does not exist: its addresses are answered as those of one that
    /// nobody ever wrote.
    pub(super) fn nothing_is_public(&self) {
        let nobodys = "x".repeat(SLUG.len());
        for path in [
            "/letters/SLUG",
            "/letters/SLUG?lang=ar",
            "/letters/SLUG/sign",
            "/letters/SLUG/signatures",
            "/letters/SLUG/record/checkpoint",
            "/letters/SLUG/record/key",
            "/api/letters/SLUG",
            "/api/letters/SLUG/figures",
        ] {
            let [own, other] = [SLUG, &nobodys].map(|slug| self.get(&path.replace("SLUG", slug)));
            assert_eq!(own.status, 404, "{path}");
            assert_eq!(own, other, "{path} tells that there is a letter");
        }
        for path in ["/", "/api/letters", "/robots.txt"] {
            let text = self.get(path).text();
            for secret in [SLUG, super::words::TITLE] {
                assert!(!text.contains(secret), "{path}: {text}");
            }
        }
    }

    fn get(&self, path: &str) -> Answer {
        let answer = self.visitor().get(path);
        answer.expect("the server answers").without_date()
    }
}

/// What the operator types.
fn operate(data: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_undersigned"));
    command.arg("--data").arg(data).args(arguments);
    let output = command.output().expect("undersigned runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{arguments:?}: {said}");
    String::from_utf8(output.stdout).expect("text")
}

/// The configuration that `init` wrote, with ports that are free here.
fn set_ports(data: &Path, site: u16, mail: u16) {
    let file = data.join("undersigned.toml");
    let mut settings = fs::read_to_string(&file).expect("own directory");
    let listen = "listen = \"127.0.0.1:8080\"";
    assert!(settings.contains(listen), "{settings}");
    settings = settings.replace(listen, &format!("listen = \"127.0.0.1:{site}\""));
    settings = settings.replace("127.0.0.1:9180", "127.0.0.1:0");
    settings += &format!("port = {mail}\n");
    fs::write(&file, settings).expect("own directory");
}
