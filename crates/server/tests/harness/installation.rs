//! A data directory, its keys, its database and its programs.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use age::secrecy::ExposeSecret as _;
use age::x25519::Identity;
use tempfile::TempDir;
use undersigned::config::Config;
use undersigned_testbed::{Server, free_port};

use super::{Base, founding, wait_for};

/// The letter of [`SLUG`](super::SLUG), launched, and everything that serves it. All its files are
/// in one directory that goes with it.
pub(crate) struct Installation {
    host: &'static str,
    pub(crate) base: Base,
    identities: [Identity; 2],
    nodes: Vec<Node>,
    // Last: files go after what uses them.
    dir: TempDir,
}

/// One `serve` process: its data directory and ports.
struct Node {
    data: PathBuf,
    port: u16,
    metrics: u16,
    ask: u16,
}

impl Installation {
    /// Makes one with `nodes` nodes, whose mails go to the SMTP server on the port `mail`.
    pub(crate) fn new(base: Base, mail: u16, nodes: usize) -> Self {
        Self::named("127.0.0.1", base, mail, nodes)
    }

    /// The same under another name of this machine: passkeys belong to none of its addresses.
    pub(crate) fn named(host: &'static str, base: Base, mail: u16, nodes: usize) -> Self {
        let dir = tempfile::Builder::new()
            .prefix("undersigned-story-")
            .tempdir()
            .expect("a directory");
        let nodes: Vec<Node> = (1..=nodes)
            .map(|number| Node {
                data: dir.path().join(format!("node-{number}")),
                port: free_port(),
                metrics: free_port(),
                ask: free_port(),
            })
            .collect();
        let made = Self {
            host,
            base,
            identities: [Identity::generate(), Identity::generate()],
            nodes,
            dir,
        };
        for node in &made.nodes {
            fs::create_dir(&node.data).expect("own directory");
            fs::write(
                node.data.join("undersigned.toml"),
                made.settings(node, mail),
            )
            .expect("own directory");
        }
        founding::found(made.data(0), &made.identities);
        made
    }

    fn settings(&self, node: &Node, mail: u16) -> String {
        let Node {
            port, metrics, ask, ..
        } = node;
        let (host, keys) = (self.host, self.keys());
        let (keys, database) = (keys.display(), self.base.setting());
        let [one, other] = self.identities.each_ref().map(Identity::to_public);
        format!(
            "base_url = \"http://{host}:{port}\"\n\
             listen = \"127.0.0.1:{port}\"\n\
             metrics_listen = \"127.0.0.1:{metrics}\"\n\
             ask_listen = \"127.0.0.1:{ask}\"\n\
             keys = \"{keys}\"\n\
             database = \"{database}\"\n\
             recipients = [\"{one}\", \"{other}\"]\n\
             submissions_per_minute = 1000000\n\
             [mail]\n\
             host = \"127.0.0.1\"\n\
             port = {mail}\n\
             security = \"none\"\n\
             from = \"letters@undersigned.example\"\n\
             pool = 8\n\
             timeout_s = 10\n"
        )
    }

    /// The configuration of a node, as its program reads it.
    pub(crate) fn config(&self, node: usize) -> Config {
        Config::load(self.data(node), None).expect("the configuration holds")
    }

    /// Runs a command beside the first node; gives what it printed.
    pub(crate) fn run(&self, arguments: &[&str]) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_undersigned"));
        command.arg("--data").arg(self.data(0)).args(arguments);
        let output = command.output().expect("undersigned runs");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{arguments:?}: {said}");
        String::from_utf8(output.stdout).expect("text")
    }

    /// Starts a node.
    pub(crate) fn serve(&self, node: usize) -> Server {
        Server::start(self.program(node))
    }

    /// The command that serves a node, for a story that wraps it. Logs at debug level.
    pub(crate) fn program(&self, node: usize) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_undersigned"));
        command.arg("--data").arg(self.data(node)).arg("serve");
        command.env("RUST_LOG", "debug");
        command
    }

    /// The data directory of a node.
    pub(crate) fn data(&self, node: usize) -> &Path {
        &self.nodes[node].data
    }

    /// Where a node's metrics are.
    pub(crate) fn metrics_url(&self, node: usize) -> String {
        format!("http://127.0.0.1:{}", self.nodes[node].metrics)
    }

    /// Where a node tells for which names certificates may be made.
    pub(crate) fn ask_url(&self, node: usize) -> String {
        format!("http://127.0.0.1:{}", self.nodes[node].ask)
    }

    /// The key directory, which the nodes share.
    pub(crate) fn keys(&self) -> PathBuf {
        self.dir.path().join("keys")
    }

    /// Everything that the installation keeps in files.
    pub(crate) fn root(&self) -> &Path {
        self.dir.path()
    }

    /// The entries of the record, as they are stored.
    pub(crate) fn entries(&self) -> Vec<Vec<u8>> {
        let query = "select entry from entries order by idx";
        self.base.bytes(self.data(0), query)
    }

    /// Every sealed contact, opened by one of the organizers' identities; the first by `age` as
    /// Debian has it.
    pub(crate) fn opened_contacts(&self) -> Vec<String> {
        let sealed = self.base.bytes(self.data(0), "select file from contacts");
        let mut opened = Vec::new();
        for (number, file) in sealed.iter().enumerate() {
            let plain = match number {
                0 => open_by_age(&self.identities[1], file),
                _ => age::decrypt(&self.identities[number % 2], file).expect("it opens"),
            };
            opened.push(String::from_utf8(plain).expect("JSON"));
        }
        opened
    }

    /// A number that the database has.
    pub(crate) fn number(&self, query: &'static str) -> i64 {
        self.base.number(self.data(0), query, &[])
    }

    /// Waits until the database's file holds no trace of those who withdrew.
    pub(crate) fn wait_until_forgotten(&self) {
        if matches!(self.base, Base::Postgres(_)) {
            return;
        }
        let gone = self.number(
            "select (select count(*) from signatures where state = 'gone')
                    + (select count(*) from trail where act = 'contacts-deleted')
                    + cast((select coalesce(sum(gone), 0) from logo_changes) as bigint)",
        );
        wait_for("a file written anew", Duration::from_secs(90), || {
            let known = "select user_version from pragma_user_version";
            (self.number(known) == gone).then_some(())
        });
    }

    /// Rows of the tables that a submission or a signature writes to.
    pub(crate) fn rows(&self) -> [i64; 5] {
        [
            "select count(*) from submissions",
            "select count(*) from links",
            "select count(*) from mail_jobs",
            "select count(*) from signatures",
            "select count(*) from queue",
        ]
        .map(|query| self.number(query))
    }
}

fn open_by_age(identity: &Identity, sealed: &[u8]) -> Vec<u8> {
    let dir = tempfile::tempdir().expect("a directory");
    let (key, file) = (dir.path().join("identity"), dir.path().join("contact.age"));
    fs::write(&key, identity.to_string().expose_secret()).expect("own directory");
    fs::write(&file, sealed).expect("own directory");
    let mut command = Command::new("age");
    command
        .args(["--decrypt", "--identity"])
        .args([&key, &file]);
    let output = command.output().expect("age is installed");
    assert!(output.status.success(), "age does not open a contact");
    output.stdout
}
