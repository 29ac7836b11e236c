//! Keys from paper, their test contacts, and keys that are made here.

use std::fs;
use std::process::Command;

use age::secrecy::ExposeSecret;
use fantoccini::Locator;
use serde_json::json;
use undersigned_testbed::Look;

use crate::desk::Desk;
use crate::exports::{LETTER, contact, export};

#[tokio::test]
async fn paper_and_test_contacts_do_too() {
    let desk = Desk::open(&Look::desktop()).await;
    desk.choose("#language", "ar").await;
    let html = desk.chrome.find(Locator::Css("html")).await.unwrap();
    assert_eq!(html.attr("dir").await.unwrap().as_deref(), Some("rtl"));
    desk.picture("desk-page-ar").await;
    desk.choose("#language", "en").await;
    desk.write(
        "good.jsonl",
        export(&[desk.line(1, &contact("individual", "Ana"), &[0])]),
    );
    let secret = desk.identities[0]
        .to_string()
        .expose_secret()
        .to_lowercase();
    desk.type_into("#file", desk.path("good.jsonl").to_str().unwrap())
        .await;
    desk.press("details summary").await;
    let groups: Vec<String> = secret
        .as_bytes()
        .chunks(5)
        .map(|part| String::from_utf8_lossy(part).into_owned())
        .collect();
    desk.type_into("#typed", &groups.join(" ")).await;
    desk.press("button#open").await;
    assert!(desk.wait_for("#tally").await.contains("1 of 1"));

    let recipient = desk.identities[1].to_public().to_string();
    let head = json!({"undersigned": "test-contact/v1", "letter": LETTER}).to_string();
    let test = |letter: &str, code: &str| {
        let sealed = desk.seal(
            &json!({"v": 1, "letter": letter, "code": code}).to_string(),
            &[1],
        );
        format!(
            "{head}\n{}\n",
            json!({"recipient": recipient, "age": sealed})
        )
    };
    desk.write("test.jsonl", test(LETTER, "K7Q2-9MPD-44XW"));
    desk.try_open("test.jsonl", &["second.txt"]).await;
    assert!(desk.wait_for("#codes").await.contains("K7Q2-9MPD-44XW"));
    desk.write(
        "other.jsonl",
        test("other.example/letters/x", "K7Q2-9MPD-44XW"),
    );
    desk.write("hostile.jsonl", test(LETTER, "$(reboot)"));
    desk.write("short.jsonl", format!("{head}\n{{\"recipient\""));
    for (file, key, says) in [
        (
            "test.jsonl",
            "first.txt",
            "None of these test contacts is for your key",
        ),
        ("other.jsonl", "second.txt", "sealed for another letter"),
        ("hostile.jsonl", "second.txt", "not a test contact"),
        (
            "short.jsonl",
            "second.txt",
            "Line 2 of the file is no test contact",
        ),
    ] {
        desk.try_open(file, &[key]).await;
        let said = desk.wait_for("#wrong:not([hidden])").await;
        assert!(said.contains(says), "{file}: {said}");
    }
}

#[tokio::test]
async fn a_key_is_made_away_from_any_server() {
    let desk = Desk::open(&Look::desktop()).await;
    let quiet = "window.print = () => {};";
    desk.chrome.execute(quiet, vec![]).await.unwrap();
    desk.press("#making > summary").await;
    desk.type_into("#name", "Ana").await;
    desk.press("#make-key").await;
    desk.wait_for("a#save-key").await;
    desk.press("a#save-key").await;
    desk.write("made.txt", desk.chrome.downloaded("key-ana", ".txt").await);
    desk.type_into("#proof", "QQQQQQ").await;
    desk.press("#prove").await;
    desk.wait_for("#making .wrong:not([hidden])").await;
    let made = fs::read_to_string(desk.path("made.txt")).unwrap();
    let proof = desk.chrome.find(Locator::Css("#proof")).await.unwrap();
    proof.clear().await.unwrap();
    let made = made.trim_end();
    proof.send_keys(&made[made.len() - 6..]).await.unwrap();
    desk.press("#prove").await;
    let public = desk.wait_for("#public").await;
    let known = Command::new("age-keygen")
        .arg("-y")
        .arg(desk.path("made.txt"))
        .output()
        .unwrap();
    assert_eq!(
        String::from_utf8(known.stdout).unwrap().trim(),
        public.trim()
    );
}
