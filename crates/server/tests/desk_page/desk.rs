//! A browser with the desk's page in it, and the program beside it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::Duration;

use age::secrecy::ExposeSecret;
use age::x25519::Identity;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use fantoccini::Locator;
use serde_json::{Value, json};
use tempfile::TempDir;
use undersigned_testbed::{Chrome, Look};

/// A desk: its page, two keys, and the folder that they are in.
pub(crate) struct Desk {
    pub(crate) chrome: Chrome,
    pub(crate) dir: TempDir,
    pub(crate) identities: [Identity; 2],
}

impl Desk {
    pub(crate) async fn open(look: &Look) -> Self {
        let desk = Self {
            chrome: Chrome::start(look).await,
            dir: tempfile::tempdir().unwrap(),
            identities: [Identity::generate(), Identity::generate()],
        };
        for (name, identity) in ["first.txt", "second.txt"]
            .into_iter()
            .zip(&desk.identities)
        {
            desk.write(
                name,
                format!("# a comment\n{}\n", identity.to_string().expose_secret()),
            );
        }
        desk.write("desk.html", include_str!("../../assets/desk.html"));
        desk.goto("desk.html").await;
        desk
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(name), bytes).unwrap();
    }

    pub(crate) async fn goto(&self, name: &str) {
        let url = format!("file://{}", self.path(name).display());
        self.chrome.goto(&url).await.unwrap();
    }

    pub(crate) async fn type_into(&self, css: &str, text: &str) {
        let field = self.chrome.find(Locator::Css(css)).await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    pub(crate) async fn press(&self, css: &str) {
        let button = self.chrome.find(Locator::Css(css)).await;
        button
            .unwrap_or_else(|error| panic!("{css}: {error}"))
            .click()
            .await
            .unwrap();
    }

    pub(crate) async fn choose(&self, css: &str, value: &str) {
        let select = self.chrome.find(Locator::Css(css)).await.unwrap();
        select.select_by_value(value).await.unwrap();
    }

    /// Waits for something on the page; gives its text.
    pub(crate) async fn wait_for(&self, css: &str) -> String {
        for _ in 0..300 {
            if let Ok(found) = self.chrome.find(Locator::Css(css)).await {
                return found.text().await.unwrap();
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("no {css} in {}", self.chrome.source().await.unwrap());
    }

    /// Opens a file with keys, on a page that is opened anew.
    pub(crate) async fn try_open(&self, file: &str, keys: &[&str]) {
        self.goto("desk.html").await;
        self.type_into("#file", self.path(file).to_str().unwrap())
            .await;
        for key in keys {
            self.type_into("#keys", self.path(key).to_str().unwrap())
                .await;
        }
        self.press("button#open").await;
    }

    /// The table that the page saves.
    pub(crate) async fn table(&self, profile: &str) -> String {
        self.choose("#profile", profile).await;
        self.press("a#save").await;
        let table = self
            .chrome
            .downloaded(&format!("contacts-{profile}"), ".csv")
            .await;
        String::from_utf8(table).unwrap()
    }

    /// What the program says of the same files.
    pub(crate) fn program(&self, file: &str, keys: &[&str], more: &[&str]) -> Output {
        let program =
            Path::new(env!("CARGO_BIN_EXE_undersigned")).with_file_name("undersigned-desk");
        let mut command = Command::new(program);
        command.args(["contacts", "open"]);
        for key in keys {
            command.arg("-i").arg(self.path(key));
        }
        command.arg(self.path(file)).args(more).output().unwrap()
    }

    /// Keeps a picture where `PICTURES` says, for the documentation.
    pub(crate) async fn picture(&self, name: &str) {
        if let Some(folder) = std::env::var_os("PICTURES") {
            let file = Path::new(&folder).join(format!("{name}.png"));
            self.chrome.picture(&file).await;
        }
    }

    pub(crate) fn seal(&self, plain: &str, to: &[usize]) -> String {
        let recipients: Vec<_> = to
            .iter()
            .map(|at| self.identities[*at].to_public())
            .collect();
        let recipients = recipients
            .iter()
            .map(|recipient| recipient as &dyn age::Recipient);
        let mut sealed = Vec::new();
        let mut writer = age::Encryptor::with_recipients(recipients)
            .unwrap()
            .wrap_output(&mut sealed)
            .unwrap();
        std::io::Write::write_all(&mut writer, plain.as_bytes()).unwrap();
        writer.finish().unwrap();
        STANDARD.encode(sealed)
    }

    pub(crate) fn line(&self, index: u64, contact: &Value, to: &[usize]) -> String {
        self.raw_line(
            index,
            contact["kind"].as_str().unwrap(),
            &contact.to_string(),
            to,
        )
    }

    pub(crate) fn raw_line(&self, index: u64, kind: &str, plain: &str, to: &[usize]) -> String {
        let sealed = self.seal(plain, to);
        json!({"index": index, "kind": kind, "level": "mailbox", "updates": true, "age": sealed})
            .to_string()
    }
}
