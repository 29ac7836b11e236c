//! A house whose server is behind a tap, with a draft whose keys are to be made.

use std::fs;
use std::path::{Path, PathBuf};

use undersigned_testbed::{SmtpSink, Tap, free_port};

use crate::harness::{Base, House, Inside, Installation};

/// The letter whose keys are made here.
pub(super) const KEPT: &str = "kept-letter";

const FIXTURE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../fixtures/security-for-all"
);

/// A house whose server is behind a tap, with a draft and a link for its owner.
pub(super) struct Scene {
    pub(super) house: House<Inside>,
    pub(super) tap: Tap,
    pub(super) link: String,
    pub(super) folder: tempfile::TempDir,
}

impl Scene {
    pub(super) fn set(base: Base) -> Self {
        let sink = SmtpSink::start();
        let installation = Installation::named("localhost", base, sink.port(), 1);
        let tap = tap(&installation);
        let folder = tempfile::tempdir().expect("a directory");
        draft(&installation, folder.path());
        let server = Inside::serve(&installation);
        let invited = installation.run(&["organizer", "invite", "Ada Quill", "--letter", KEPT]);
        let mut lines = invited.lines();
        let link = lines.find(|line| line.starts_with("http://localhost"));
        let link = link.expect("a link").to_owned();
        let house = House {
            visitor: server.visitor.clone(),
            server,
            installation,
            sink,
        };
        Self {
            house,
            tap,
            link,
            folder,
        }
    }

    pub(super) fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, bytes).expect("own directory");
        path
    }
}

/// Puts a tap where browsers go, and the server elsewhere.
fn tap(installation: &Installation) -> Tap {
    let config = installation.config(0);
    let port = config.base_url.rsplit(':').next();
    let port: u16 = port.and_then(|port| port.parse().ok()).expect("a port");
    let server = free_port();
    let file = installation.data(0).join("undersigned.toml");
    let settings = fs::read_to_string(&file).expect("own directory");
    let listen = format!("listen = \"127.0.0.1:{port}\"\n");
    assert!(settings.contains(&listen), "{settings}");
    let moved = settings.replacen(&listen, &format!("listen = \"127.0.0.1:{server}\"\n"), 1);
    fs::write(&file, moved).expect("own directory");
    Tap::between(port, server)
}

/// Imports the demonstration's text as another letter, with the keys that the settings name.
fn draft(installation: &Installation, folder: &Path) {
    let letter = folder.join("letter");
    fs::create_dir(&letter).expect("own directory");
    for lang in ["en", "es", "fr", "ar"] {
        let name = format!("{lang}.md");
        fs::copy(Path::new(FIXTURE).join(&name), letter.join(&name)).expect("a fixture");
    }
    let settings = fs::read_to_string(Path::new(FIXTURE).join("letter.toml")).expect("a fixture");
    let settings = settings.replace("security-for-all", KEPT);
    fs::write(letter.join("letter.toml"), settings).expect("own directory");
    installation.run(&["import", "letter", letter.to_str().expect("a plain path")]);
}
