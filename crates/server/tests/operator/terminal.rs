//! `undersigned init` at a terminal: a pseudo-terminal of util-linux's `script`, where the questions
//! are asked that flags don't answer.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use age::x25519::Identity;
use tempfile::TempDir;
use undersigned::config::Config;

/// Runs `init` in a terminal where somebody types `lines`; gives whether it ended well, and the screen.
fn init(data: &Path, flags: &str, lines: &[&str]) -> (bool, String) {
    let program = env!("CARGO_BIN_EXE_undersigned");
    let command = format!("'{program}' --data '{}' init {flags}", data.display());
    let mut script = Command::new("script")
        .args(["--quiet", "--return", "--command", &command, "/dev/null"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let typed = lines.iter().map(|line| format!("{line}\n"));
    let typed: String = typed.collect();
    let keyboard = script.stdin.as_mut().unwrap();
    keyboard.write_all(typed.as_bytes()).unwrap();
    let ended = script.wait_with_output().unwrap();
    let screen = String::from_utf8(ended.stdout).unwrap();
    (ended.status.success(), screen)
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

#[test]
fn init_asks_for_what_flags_do_not_say() {
    let folder = folder();
    let data = folder.path().join("data");
    let [one, other] = [(); 2].map(|()| Identity::generate().to_public().to_string());
    let recipients = format!("{one}  {other}");
    let (well, screen) = init(
        &data,
        "",
        &[
            "https://letters.example",
            &recipients,
            "mail.example",
            "letters@letters.example",
        ],
    );
    assert!(well, "{screen}");
    for question in [
        "Where will readers",
        "age recipients",
        "Mail server",
        "Mails come from",
    ] {
        assert!(screen.contains(question), "{screen}");
    }
    assert!(
        screen.contains("Next: undersigned import letter"),
        "{screen}"
    );
    let config = Config::load(&data, None).unwrap();
    assert_eq!(config.base_url, "https://letters.example");
    assert_eq!(config.recipients, [one, other]);
    let written = fs::read_to_string(data.join("undersigned.toml")).unwrap();
    assert!(written.contains("host = \"mail.example\""), "{written}");
    assert!(
        written.contains("from = \"letters@letters.example\""),
        "{written}"
    );
}

#[test]
fn init_asks_nothing_that_flags_say_and_mail_can_come_later() {
    let folder = folder();
    let data = folder.path().join("data");
    let recipient = Identity::generate().to_public();
    let flags = format!("--base-url https://letters.example --recipient {recipient}");
    let (well, screen) = init(&data, &flags, &[""]);
    assert!(well, "{screen}");
    assert!(
        !screen.contains("Where will readers") && !screen.contains("Mails come from"),
        "{screen}"
    );
    assert!(screen.contains("No mail server yet"), "{screen}");
    assert!(Config::load(&data, None).unwrap().mail.is_none());
}

#[test]
fn init_writes_nothing_where_an_answer_does_not_hold() {
    let folder = folder();
    let data = folder.path().join("data");
    let (well, screen) = init(&data, "", &["https://letters.example", "age1wrong", ""]);
    assert!(
        !well && screen.contains("age1wrong is not an age recipient"),
        "{screen}"
    );
    assert!(!data.join("undersigned.toml").exists());
}

#[test]
fn init_needs_no_recipients_where_keys_are_made_in_the_browser() {
    let folder = folder();
    let data = folder.path().join("data");
    let (well, screen) = init(&data, "", &["https://letters.example", "", ""]);
    assert!(well, "{screen}");
    assert!(screen.contains("undersigned organizer invite"), "{screen}");
    assert!(Config::load(&data, None).unwrap().recipients.is_empty());
}
