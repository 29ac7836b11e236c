//! A letter behind Caddy, and what curl gets there.

use std::process::Command;
use std::time::Duration;

use undersigned_testbed::{Caddy, Server, SmtpSink, free_port};

use super::ANA;
use crate::harness::{Base, Installation, SLUG, wait_for};

const CADDYFILE: &str = include_str!("../../../../../packaging/Caddyfile");
const HOST: &str = "letters.example.org";
/// Where the server listens, in that file, and where it tells for which names certificates may be made.
const UPSTREAM: &str = "127.0.0.1:8080";
const ASKED: &str = "http://127.0.0.1:9180";

/// A letter behind Caddy.
pub(super) struct Front {
    pub(super) caddy: Caddy,
    pub(super) server: Option<Server>,
    pub(super) installation: Installation,
    pub(super) sink: SmtpSink,
    pub(super) port: u16,
}

/// What curl got.
pub(super) struct Got {
    /// `HTTP/2 200`
    pub(super) line: String,
    head: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
}

impl Got {
    pub(super) fn status(&self) -> &str {
        self.line.split(' ').nth(1).unwrap_or_default()
    }

    pub(super) fn all(&self, name: &str) -> Vec<&str> {
        let fields = self.head.iter().filter(|(known, _)| known == name);
        fields.map(|(_, value)| value.as_str()).collect()
    }

    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Front {
    pub(super) fn open(base: Base) -> Self {
        let sink = SmtpSink::start();
        let installation = Installation::new(base, sink.port(), 1);
        let port = free_port();
        let server = Server::start(behind_tls(&installation, port));
        assert!(CADDYFILE.contains(UPSTREAM) && CADDYFILE.contains(ASKED));
        let caddyfile = CADDYFILE
            .replace(UPSTREAM, server.address())
            .replace(ASKED, &installation.ask_url(0));
        let caddy = Caddy::start(&caddyfile, HOST, port);
        let front = Self {
            caddy,
            server: Some(server),
            installation,
            sink,
            port,
        };
        let api = format!("/api/letters/{SLUG}");
        wait_for("the letter", Duration::from_secs(30), || {
            (front.get(ANA, &api).status() == "200").then_some(())
        });
        front
    }

    /// What `from` gets for a path.
    pub(super) fn get(&self, from: &str, path: &str) -> Got {
        self.ask(from, path, &[])
    }

    /// The same with more of curl's options.
    pub(super) fn ask(&self, from: &str, path: &str, more: &[&str]) -> Got {
        let mut curl = self.caddy.curl(from);
        curl.args(["--include", "--header", "Expect:"]).args(more);
        let ended = curl.arg(self.caddy.url(path)).output().expect("curl runs");
        let said = String::from_utf8_lossy(&ended.stderr).into_owned();
        assert!(
            ended.status.success(),
            "{path}: {said}{}",
            self.caddy.said()
        );
        parse(&ended.stdout)
    }

    /// A form that `from` posts, with header lines.
    pub(super) fn post(&self, from: &str, path: &str, form: &str, head: &[&str]) -> Got {
        let head = head.iter().flat_map(|line| ["--header", line]);
        let more: Vec<&str> = ["--data-raw", form].into_iter().chain(head).collect();
        self.ask(from, path, &more)
    }

    pub(super) fn total(&self) -> u64 {
        let letter = self.get(ANA, &format!("/api/letters/{SLUG}"));
        let letter: serde_json::Value = serde_json::from_slice(&letter.body).expect("JSON");
        letter["figures"]["total"].as_u64().expect("a figure")
    }
}

/// The server as it runs behind TLS: under the site's own name, and with the proxies that `init` writes.
pub(super) fn behind_tls(installation: &Installation, port: u16) -> Command {
    let mut command = installation.program(0);
    command
        .env("UNDERSIGNED_BASE_URL", format!("https://{HOST}:{port}"))
        .env("UNDERSIGNED_TRUSTED_PROXIES", "[\"127.0.0.1\", \"::1\"]")
        .env("UNDERSIGNED_SUBMISSIONS_PER_MINUTE", "6");
    command
}

/// Reads an answer that curl printed with its head.
pub(super) fn parse(answer: &[u8]) -> Got {
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n");
    let end = end.expect("a head");
    let head = String::from_utf8_lossy(&answer[..end]);
    let mut lines = head.lines();
    let line = lines.next().unwrap_or_default().trim().to_owned();
    let fields = lines.filter_map(|line| line.split_once(": "));
    let owned = |(name, value): (&str, &str)| (name.to_ascii_lowercase(), value.to_owned());
    Got {
        line,
        head: fields.map(owned).collect(),
        body: answer[end + 4..].to_vec(),
    }
}
