//! One signature, from the letter to the verified receipt, in a real browser.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::Duration;

use fantoccini::{Client, Locator};
use serde_json::Value;
use undersigned_testbed::{Chrome, Look, Server};

const LETTER: &str = "/letters/security-for-all";

fn demo(data: &Path) -> Server {
    let mut command = Command::new(env!("CARGO_BIN_EXE_undersigned"));
    command
        .args(["demo", "--listen", "127.0.0.1:0", "--data"])
        .arg(data.join("demo"));
    Server::start(command)
}

/// The shipped verifier, built beside the server.
fn verify(arguments: &[&str]) -> Output {
    let program =
        PathBuf::from(env!("CARGO_BIN_EXE_undersigned")).with_file_name("undersigned-verify");
    Command::new(program).args(arguments).output().unwrap()
}

fn get(url: &str) -> String {
    ureq::get(url)
        .call()
        .unwrap()
        .body_mut()
        .read_to_string()
        .unwrap()
}

fn json(url: &str) -> Value {
    serde_json::from_str(&get(url)).unwrap()
}

fn total(server: &Server) -> i64 {
    json(&server.url("/api/letters/security-for-all"))["figures"]["total"]
        .as_i64()
        .unwrap()
}

/// Waits until the figure is `wanted`: the record takes a signature within a second.
async fn wait_for_total(server: &Server, wanted: i64) {
    for _ in 0..100 {
        if total(server) == wanted {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(total(server), wanted);
}

/// The link in the mail to `address`.
async fn mailed_link(server: &Server, address: &str) -> String {
    for _ in 0..100 {
        let mails = json(&server.url("/_demo/mail.json"));
        let found = mails
            .as_array()
            .unwrap()
            .iter()
            .rev()
            .find(|mail| mail["to"] == address);
        if let Some(mail) = found {
            return mail["links"][0].as_str().unwrap().to_owned();
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("no mail came");
}

async fn fill(page: &Client, field: &str, value: &str) {
    let field = page
        .find(Locator::Css(&format!("#sign [name={field}]")))
        .await
        .unwrap();
    field.send_keys(value).await.unwrap();
}

async fn choose(page: &Client, field: &str, value: &str) {
    let select = page
        .find(Locator::Css(&format!("#sign select[name={field}]")))
        .await
        .unwrap();
    select.select_by_value(value).await.unwrap();
}

async fn press(page: &Client, css: &str) {
    page.find(Locator::Css(css))
        .await
        .unwrap()
        .click()
        .await
        .unwrap();
}

/// Keeps a picture where `PICTURES` says, for the documentation.
async fn picture(chrome: &Chrome, name: &str) {
    if let Some(folder) = std::env::var_os("PICTURES") {
        chrome
            .picture(&Path::new(&folder).join(format!("{name}.png")))
            .await;
    }
}

/// A mail scanner follows every link, again and again.
fn scan(link: &str) {
    for _ in 0..10 {
        ureq::get(link).call().unwrap();
        ureq::head(link).call().unwrap();
    }
}

/// Opens the private page, and keeps the receipt that the browser downloads.
async fn receipt(chrome: &Chrome, link: &str) -> PathBuf {
    chrome.goto(link).await.unwrap();
    picture(chrome, "manage").await;
    press(chrome, "a[href*='/receipt']").await;
    for _ in 0..100 {
        let files = fs::read_dir(chrome.downloads())
            .unwrap()
            .map(|file| file.unwrap().path());
        let done = files
            .into_iter()
            .find(|file| file.extension().is_some_and(|e| e == "tlog-proof"));
        if let Some(file) = done {
            return file;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("no receipt came");
}

/// The verifier accepts the receipt, by itself and against the live log.
fn check_receipt(server: &Server, receipt: &Path) {
    let key = get(&server.url(&format!("{LETTER}/record/key")));
    let receipt = receipt.to_str().unwrap();
    let log = server.url(LETTER);
    for arguments in [
        vec![receipt, "--key", key.trim(), "--json"],
        vec![receipt, "--key", key.trim(), "--log", &log, "--json"],
    ] {
        let output = verify(&arguments);
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stdout)
        );
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(report["key_pinned"], true);
    }
}

#[tokio::test]
async fn signing_in_english_with_javascript() {
    let data = tempfile::tempdir().unwrap();
    let server = demo(data.path());
    let chrome = Chrome::start(&Look::desktop()).await;
    chrome
        .goto(&server.url(&format!("{LETTER}?lang=en")))
        .await
        .unwrap();
    picture(&chrome, "letter").await;
    fill(&chrome, "name", "Ada Quill").await;
    fill(&chrome, "email", "ada@signatory.example").await;
    choose(&chrome, "country", "IE").await;
    press(&chrome, "#sign button[type=submit]").await;
    let sent = chrome.current_url().await.unwrap();
    assert!(sent.path().ends_with("/sent"), "{sent}");
    picture(&chrome, "sent").await;

    let link = mailed_link(&server, "ada@signatory.example").await;
    scan(&link);
    assert_eq!(total(&server), 195, "a scanner confirms nothing");
    chrome.goto(&link).await.unwrap();
    let forms = chrome
        .find_all(Locator::Css("main form[method=post]"))
        .await
        .unwrap();
    assert_eq!(forms.len(), 1);
    picture(&chrome, "confirm").await;
    press(&chrome, "button[name=decision][value=confirm]").await;
    wait_for_total(&server, 196).await;

    chrome
        .goto(&server.url(&format!("{LETTER}/signatures?q=quill&lang=en")))
        .await
        .unwrap();
    assert!(chrome.source().await.unwrap().contains("Ada Quill"));
    picture(&chrome, "roll").await;
    let receipt = receipt(&chrome, &link).await;
    check_receipt(&server, &receipt);
}

#[tokio::test]
async fn signing_in_arabic_without_javascript_on_a_phone() {
    let data = tempfile::tempdir().unwrap();
    let server = demo(data.path());
    let chrome = Chrome::start(&Look::phone().without_javascript().language("ar")).await;
    chrome.goto(&server.url(LETTER)).await.unwrap();
    let html = chrome.find(Locator::Css("html")).await.unwrap();
    assert_eq!(html.attr("dir").await.unwrap().as_deref(), Some("rtl"));
    picture(&chrome, "letter-ar-phone").await;
    chrome
        .goto(&server.url(&format!("{LETTER}/sign?lang=ar")))
        .await
        .unwrap();
    press(&chrome, "#sign button[type=submit]").await;
    // The browser itself may hold an empty form back; what it lets through comes back with errors.
    fill(&chrome, "name", "هدى سليم").await;
    fill(&chrome, "email", "huda@signatory.example").await;
    choose(&chrome, "country", "LB").await;
    picture(&chrome, "form-ar-phone").await;
    press(&chrome, "#sign button[type=submit]").await;

    let link = mailed_link(&server, "huda@signatory.example").await;
    assert!(link.contains("lang=ar"), "{link}");
    chrome.goto(&link).await.unwrap();
    press(&chrome, "button[name=decision][value=confirm]").await;
    wait_for_total(&server, 196).await;
    let receipt = receipt(&chrome, &link).await;
    check_receipt(&server, &receipt);

    let report = verify(&[&server.url(LETTER), "--json"]);
    assert!(report.status.success());
    let report: Value = serde_json::from_slice(&report.stdout).unwrap();
    let figures = json(&server.url("/api/letters/security-for-all"))["figures"].clone();
    for figure in [
        "total",
        "individuals",
        "organizations",
        "companies",
        "countries",
    ] {
        assert_eq!(report["figures"][figure], figures[figure], "{figure}");
    }
    assert_eq!(report["figures"]["countries"], 42, "Lebanon was there");
}
