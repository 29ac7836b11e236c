//! Keys without a terminal: made in a browser, tested, and used; the server hears the public half of
//! each and nothing else of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fantoccini::Locator;
use serde_json::json;
use undersigned_testbed::{Look, Tap};

use super::ceremonies::{Desk, drive};
use crate::harness::{Base, House, Inside, Person, on_both, wait_for};
use scene::{KEPT, Scene};

mod refused;
mod scene;

on_both!(keys_made_in_a_browser_open_the_contacts);

const MINUTE: i64 = 60;

fn keys_path(slug: &str) -> String {
    format!("/organize/letters/{slug}/recipients")
}

fn untested(house: &House<Inside>) -> i64 {
    house.installation.number(
        "select count(*) from recipients r join letters l on l.id = r.letter
         where l.slug = 'kept-letter' and r.tested_at is null",
    )
}

fn keys_made_in_a_browser_open_the_contacts(base: Base) {
    let scene = Scene::set(base);
    let house = &scene.house;
    drive(async {
        let desk = Desk::open(house, &Look::desktop()).await;
        desk.register(&scene.link).await;
        let before = remove_all(&desk).await;
        assert_eq!(before, 2, "those of the settings");
        desk.picture("keys-none").await;
        let ana = scene.file("ana.txt", make(&desk, KEPT, "Ana").await);
        house.server.pass(10 * MINUTE);
        let safe = scene.file("safe.txt", make(&desk, KEPT, "Office safe").await);
        desk.picture("keys-untested").await;

        load_wrong_files(&desk, &scene, &ana).await;
        test_by_file(&desk, house, &ana).await;
        test_by_code(&desk, &scene, &safe).await;
        house.installation.run(&["launch", KEPT, "--demonstration"]);
        let export = sign_and_export(&desk, &scene).await;
        opens_with_age(&scene, &export, &[&ana, &safe]);
        open_offline(&desk, &scene, &export, &safe).await;

        desk.goto(&format!("/organize/letters/{KEPT}/trail")).await;
        let trail = desk.text().await;
        for act in [
            "added a key\nAna · age1",
            "removed a key",
            "tested a key\nOffice safe · age1",
            "exported the contacts",
        ] {
            let act = act.replace('\n', " ");
            assert!(trail.replace('\n', " ").contains(&act), "{act}: {trail}");
        }
        heard_no_key(&scene.tap, &[&ana, &safe]);
    });
}

/// Removes every key; gives how many there were.
async fn remove_all(desk: &Desk) -> usize {
    desk.goto(&keys_path(KEPT)).await;
    let mut removed = 0;
    loop {
        desk.wait_for("h1").await;
        let buttons = Locator::Css("form[action*='/removal'] button");
        let found = desk.chrome.find_all(buttons).await.expect("a page");
        let Some(button) = found.first() else {
            return removed;
        };
        let left = found.len() - 1;
        button.click().await.expect("it can be pressed");
        removed += 1;
        for _ in 0..100 {
            let found = desk.chrome.find_all(buttons).await.unwrap_or_default();
            if found.len() == left {
                break;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }
}

/// Makes a key for somebody and proves that it was kept; gives its file.
pub(super) async fn make(desk: &Desk, slug: &str, name: &str) -> Vec<u8> {
    desk.goto(&keys_path(slug)).await;
    let quiet = "window.print = () => document.body.setAttribute('data-printed', '');";
    desk.chrome.execute(quiet, vec![]).await.expect("it runs");
    desk.fill("#make-name", name).await;
    desk.press("#make-key").await;
    desk.wait_for("#keep").await;
    desk.press("#save").await;
    let file = desk
        .chrome
        .downloaded(&format!("key-{slug}-"), ".txt")
        .await;
    desk.press("#print").await;
    desk.wait_for("body[data-printed]").await;

    let text = String::from_utf8(file.clone()).expect("text");
    assert!(text.contains(&format!("# name: {name}\n")), "{text}");
    let secret = secret(&file);
    paper(desk, name, &secret).await;
    let seen = desk.text().await;
    assert!(!seen.contains(&secret[16..30]), "the key is on the screen");
    desk.shot_of("keys-make", "label[for=make-name]", "#add-made")
        .await;
    desk.fill("#proof", "QQQQQQ").await;
    desk.press("#add-made").await;
    desk.wait_for("#proof-wrong:not([hidden])").await;
    let proof = desk.chrome.find(Locator::Css("#proof")).await;
    let proof = proof.expect("a field");
    proof.clear().await.expect("it can be emptied");
    let end = secret[secret.len() - 6..].to_lowercase();
    proof.send_keys(&end).await.expect("it takes text");
    desk.press("#add-made").await;
    let known = format!("li[data-name='{name}']");
    desk.wait_for(&format!("#fresh, {known}")).await;
    let asked = desk.chrome.find_all(Locator::Css("#fresh")).await;
    if !asked.expect("a page").is_empty() {
        desk.press("#fresh button").await;
    }
    desk.wait_for(&known).await;
    file
}

/// What the printer gets is one sheet with the key, and nothing of the page around it.
async fn paper(desk: &Desk, name: &str, secret: &str) {
    let media = "Emulation.setEmulatedMedia";
    desk.chrome.devtools(media, json!({"media": "print"})).await;
    desk.picture("keys-paper").await;
    let seen = desk.text().await;
    desk.chrome.devtools(media, json!({"media": ""})).await;
    let joined: String = seen.split_whitespace().collect();
    assert!(seen.contains(name) && joined.contains(secret), "{name}");
    assert!(!seen.contains("Sign out") && !seen.contains("Add a key"));
    let a4 = json!({ "paperWidth": 8.27, "paperHeight": 11.69 });
    let printed = desk.chrome.devtools("Page.printToPDF", a4).await;
    let pdf = printed["data"].as_str().expect("a document");
    let pdf = STANDARD.decode(pdf).expect("base64");
    let pdf = String::from_utf8_lossy(&pdf).into_owned();
    assert!(pdf.contains("/Count 1\n"), "{name}: more than one sheet");
}

/// The identity in a file.
fn secret(file: &[u8]) -> String {
    let text = String::from_utf8_lossy(file).into_owned();
    let line = text
        .lines()
        .find(|line| line.starts_with("AGE-SECRET-KEY-1"));
    line.expect("an identity").to_owned()
}

async fn load(desk: &Desk, css: &str, file: &Path) {
    desk.fill(css, file.to_str().expect("a plain path")).await;
}

/// Each file that is not the key is named for what it is.
async fn load_wrong_files(desk: &Desk, scene: &Scene, key: &Path) {
    let whole = fs::read_to_string(key).expect("own directory");
    let stranger = Command::new("age-keygen")
        .output()
        .expect("age runs")
        .stdout;
    let cut = whole.trim_end().len() - 3;
    for (name, bytes, why) in [
        ("stranger.txt", stranger, "stranger"),
        ("cut.txt", whole.as_bytes()[..cut].to_vec(), "damaged"),
        ("comments.txt", b"# created: 2026\n".to_vec(), "none"),
        ("picture.png", vec![0x89; 100_000], "none"),
        (
            "locked.txt",
            b"age-encryption.org/v1\n-> scrypt".to_vec(),
            "locked",
        ),
    ] {
        load(desk, "#identity", &scene.file(name, bytes)).await;
        desk.wait_for(&format!("#open [data-when={why}]:not([hidden])"))
            .await;
    }
    desk.picture("keys-wrong-file").await;
}

/// The browser opens the test contact with the key's file, and its code goes back.
async fn test_by_file(desk: &Desk, house: &House<Inside>, key: &Path) {
    assert_eq!(untested(house), 2);
    load(desk, "#identity", key).await;
    let said = desk.wait_for("[data-when=opened]:not([hidden])").await;
    assert!(said.contains("Ana"), "{said}");
    desk.picture("keys-opened").await;
    desk.press("#send-code").await;
    wait_for("a tested key", Duration::from_secs(20), || {
        (untested(house) == 1).then_some(())
    });
}

/// The same without the browser's help: the desk opens the file, and its code is typed.
async fn test_by_code(desk: &Desk, scene: &Scene, key: &Path) {
    desk.goto(&keys_path(KEPT)).await;
    desk.fill("#code", "AAAA-BBBB-CCCC-DDDD").await;
    desk.press("#send-code").await;
    let wrong = desk.wait_for("#code-wrong").await;
    assert!(wrong.contains("with its dashes"), "{wrong}");
    desk.press("#test a[href*=test-contacts]").await;
    let tests = desk.chrome.downloaded(KEPT, "test-contacts.jsonl").await;
    let tests = scene.file("tests.jsonl", tests);
    let field = desk.chrome.find(Locator::Css("#code")).await;
    field.expect("a field").clear().await.expect("it empties");
    desk.fill("#code", &code(key, &tests)).await;
    desk.press("#send-code").await;
    wait_for("both keys tested", Duration::from_secs(20), || {
        (untested(&scene.house) == 0).then_some(())
    });
}

/// The code of a key's test contact, opened by the desk.
pub(super) fn code(key: &Path, tests: &Path) -> String {
    let mut command = program("undersigned-desk");
    command.args(["contacts", "test", "-i"]).args([key, tests]);
    let output = command.output().expect("the desk runs");
    assert!(output.status.success(), "{output:?}");
    let code = String::from_utf8(output.stdout).expect("text");
    code.trim().to_owned()
}

/// A program built beside the server.
fn program(name: &str) -> Command {
    Command::new(PathBuf::from(env!("CARGO_BIN_EXE_undersigned")).with_file_name(name))
}

/// Three sign, one corrects, and the owner takes the contacts along.
async fn sign_and_export(desk: &Desk, scene: &Scene) -> Vec<u8> {
    let house = &scene.house;
    wait_for("the letter", Duration::from_secs(30), || {
        let answer = house.visitor.get(&format!("/api/letters/{KEPT}"))?;
        (answer.status == 200).then_some(())
    });
    let mut links = Vec::new();
    for number in 0..3 {
        links.push(sign(house, &Person::individual(number)));
    }
    let corrected = Person {
        name: "=Ingeborg, \"corrected\"".to_owned(),
        ..Person::individual(1)
    };
    house.settle();
    let answer = house.visitor.correct(&links[1], &corrected);
    assert!(answer.expect("the server answers").status < 400);
    house.settle();

    house.server.pass(10 * MINUTE);
    desk.goto(&format!("/organize/letters/{KEPT}/contacts"))
        .await;
    desk.picture("contacts-locked").await;
    desk.press("#unlock button").await;
    desk.wait_for("#fresh").await;
    desk.press("#fresh button").await;
    desk.wait_for("#export").await;
    desk.picture("contacts").await;
    desk.press("#export button").await;
    let export = desk.chrome.downloaded(KEPT, "contacts.jsonl").await;
    let file = scene.folder.path().join("by-command.jsonl");
    let path = file.to_str().expect("a plain path");
    house
        .installation
        .run(&["export", "contacts", KEPT, "-o", path]);
    let by_command = fs::read(&file).expect("an export");
    let lines = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes).into_owned();
        text.lines().skip(1).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(lines(&export).len(), 4, "three, and a correction");
    assert_eq!(lines(&export), lines(&by_command));
    export
}

fn sign(house: &House<Inside>, person: &Person) -> String {
    let path = format!("/letters/{KEPT}/signatures");
    let sent = house.visitor.post(&path, &person.form());
    assert_eq!(sent.expect("the server answers").status, 303);
    let stem = format!("/letters/{KEPT}/confirm/");
    let link = wait_for("a mail", Duration::from_secs(60), || {
        let mail = house.sink.messages_to(&person.address()).pop()?;
        let mut links = undersigned::mail::links(&mail.text()).into_iter();
        links.find(|link| link.contains(&stem))
    });
    let confirmed = house.visitor.confirm(&link).expect("the server answers");
    assert_eq!(confirmed.status, 200, "{}", confirmed.text());
    link
}

/// Debian's age opens each contact with each key.
fn opens_with_age(scene: &Scene, export: &[u8], keys: &[&Path]) {
    let text = String::from_utf8_lossy(export);
    for line in text.lines().skip(1) {
        let line: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let sealed = line["age"].as_str().expect("an age file");
        let sealed = scene.file("contact.age", STANDARD.decode(sealed).expect("base64"));
        for key in keys {
            let mut command = Command::new("age");
            command.args(["-d", "-i"]).args([*key, &sealed]);
            let output = command.output().expect("age runs");
            assert!(output.status.success(), "{output:?}");
            let plain = String::from_utf8_lossy(&output.stdout).into_owned();
            assert!(plain.contains("Ingeborg"), "{plain}");
        }
    }
}

/// The desk's page, saved and opened from its file, makes the table that the program makes.
async fn open_offline(desk: &Desk, scene: &Scene, export: &[u8], key: &Path) {
    desk.press("#desk").await;
    let page = desk.chrome.downloaded("undersigned-desk", ".html").await;
    let committed = include_bytes!("../../../../assets/desk.html");
    assert!(page == committed, "the page is the one that is published");
    let page = scene.file("desk.html", page);
    let export = scene.file("export.jsonl", export);
    let url = format!("file://{}", page.display());
    desk.chrome.goto(&url).await.expect("the page opens");
    load(desk, "#file", &export).await;
    load(desk, "#keys", key).await;
    desk.press("button#open").await;
    let tally = desk.wait_for("#tally").await;
    assert!(tally.contains("4 of 4"), "{tally}");
    desk.picture("desk").await;
    desk.press("a#save").await;
    let table = desk.chrome.downloaded("contacts-plain", ".csv").await;
    let mut command = program("undersigned-desk");
    command
        .args(["contacts", "open", "-i"])
        .args([key, &export]);
    let output = command.output().expect("the desk runs");
    assert!(output.status.success(), "{output:?}");
    assert_eq!(
        String::from_utf8_lossy(&table),
        String::from_utf8_lossy(&output.stdout)
    );
    assert!(String::from_utf8_lossy(&table).contains("\"'=Ingeborg, \"\"corrected\"\"\""));
    desk.goto("/organize").await;
}

/// Of all that any browser said, nothing is of a key but its public half.
fn heard_no_key(tap: &Tap, keys: &[&Path]) {
    let heard = tap.heard();
    let heard = String::from_utf8_lossy(&heard).to_ascii_uppercase();
    assert!(heard.contains("RECIPIENT=AGE1"), "the tap hears");
    assert!(!heard.contains("AGE-SECRET-KEY"), "a key was sent");
    for key in keys {
        let secret = secret(&fs::read(key).expect("own directory"));
        let secret = &secret["AGE-SECRET-KEY-1".len()..];
        for part in [&secret[..12], &secret[20..32], &secret[secret.len() - 6..]] {
            assert!(!heard.contains(part), "a part of a key was sent");
        }
    }
}
