//! Runs the stories in `tests/scripts`: shell scripts that drive the real program, beside Debian's
//! `age` and `age-keygen`, and say what must come out.

#![expect(
    clippy::unwrap_used,
    reason = "a test that panics has failed, which is what it is for"
)]

use std::path::Path;
use std::process::{Command, Output};

fn run(story: &str) {
    let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scripts");
    let folder = tempfile::tempdir().unwrap();
    let output: Output = Command::new("sh")
        .arg("-eu")
        .arg("-c")
        .arg(". \"$SCRIPTS/expect.sh\"; . \"$SCRIPTS/$STORY\"")
        .env("SCRIPTS", &scripts)
        .env("STORY", story)
        .env("DESK", env!("CARGO_BIN_EXE_undersigned-desk"))
        .env("TZ", "UTC")
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{story}:\n{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn keygen() {
    run("keygen.sh");
}

#[test]
fn open_an_export() {
    run("open.sh");
}

#[test]
fn open_part_of_an_export() {
    run("profiles.sh");
}

#[test]
fn open_a_hostile_export() {
    run("hostile.sh");
}

#[test]
fn open_a_test_contact() {
    run("test_contact.sh");
}
