//! Brings the demonstration letter in with its founding signatories, and launches it, by the
//! commands that organizers type.

use std::fs;
use std::path::Path;
use std::process::Command;

use age::x25519::Identity;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::SLUG;

/// The folder of the demonstration letter.
pub(crate) const FIXTURE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../fixtures/security-for-all"
);

/// Imports the letter, has each identity open its test contact, and launches.
pub(super) fn found(data: &Path, identities: &[Identity]) {
    found_from(Path::new(FIXTURE), identities, |arguments| {
        undersigned(data, arguments);
    });
}

/// The same with the letter and the founding signatories in `folder`, and with the commands run by
/// `run`.
pub(crate) fn found_from(folder: &Path, identities: &[Identity], run: impl Fn(&[&str])) {
    let folder = folder.to_str().expect("a plain path");
    run(&["import", "letter", folder]);
    let table = format!("{folder}/signatories.csv");
    run(&["import", "signatories", SLUG, &table]);
    let dir = tempfile::tempdir().expect("a directory");
    let tests = dir.path().join("test-contacts");
    let tests = tests.to_str().expect("a plain path");
    run(&["export", "test-contacts", SLUG, "-o", tests]);
    let tests = fs::read_to_string(tests).expect("test contacts");
    for identity in identities {
        run(&["recipients", "confirm", SLUG, &code(&tests, identity)]);
    }
    run(&["launch", SLUG, "--demonstration"]);
}

/// The code that only this identity can read out of the test contacts.
fn code(tests: &str, identity: &Identity) -> String {
    let own = identity.to_public().to_string();
    let lines = tests.lines().skip(1);
    let mut lines =
        lines.map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"));
    let line = lines.find(|line| line["recipient"] == own.as_str());
    let line = line.expect("every recipient has a test contact");
    let sealed = line["age"].as_str().expect("an age file");
    let sealed = STANDARD.decode(sealed).expect("base64");
    let plain = age::decrypt(identity, &sealed).expect("its identity opens it");
    let test: serde_json::Value = serde_json::from_slice(&plain).expect("JSON");
    test["code"].as_str().expect("a code").to_owned()
}

fn undersigned(data: &Path, arguments: &[&str]) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_undersigned"));
    command.arg("--data").arg(data).args(arguments);
    let output = command.output().expect("undersigned runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{arguments:?}: {said}");
}
