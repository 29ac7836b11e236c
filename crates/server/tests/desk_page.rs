//! The desk as a page, opened from its file: it makes the tables that undersigned-desk makes, of
//! whatever it is given, and reaches nobody.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::io::Read;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use age::secrecy::ExposeSecret;
use age::x25519::Identity;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use fantoccini::Locator;
use serde_json::{Value, json};
use tempfile::TempDir;
use undersigned_testbed::{Chrome, Look};

const LETTER: &str = "demo.example/letters/security-for-all";

/// A desk: its page, two keys, and the folder that they are in.
struct Desk {
    chrome: Chrome,
    dir: TempDir,
    identities: [Identity; 2],
}

impl Desk {
    async fn open(look: &Look) -> Self {
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
        desk.write("desk.html", include_str!("../assets/desk.html"));
        desk.goto("desk.html").await;
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(name), bytes).unwrap();
    }

    async fn goto(&self, name: &str) {
        let url = format!("file://{}", self.path(name).display());
        self.chrome.goto(&url).await.unwrap();
    }

    async fn type_into(&self, css: &str, text: &str) {
        let field = self.chrome.find(Locator::Css(css)).await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    async fn press(&self, css: &str) {
        let button = self.chrome.find(Locator::Css(css)).await;
        button
            .unwrap_or_else(|error| panic!("{css}: {error}"))
            .click()
            .await
            .unwrap();
    }

    async fn choose(&self, css: &str, value: &str) {
        let select = self.chrome.find(Locator::Css(css)).await.unwrap();
        select.select_by_value(value).await.unwrap();
    }

    /// Waits for something on the page; gives its text.
    async fn wait_for(&self, css: &str) -> String {
        for _ in 0..300 {
            if let Ok(found) = self.chrome.find(Locator::Css(css)).await {
                return found.text().await.unwrap();
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("no {css} in {}", self.chrome.source().await.unwrap());
    }

    /// Opens a file with keys, on a page that is opened anew.
    async fn try_open(&self, file: &str, keys: &[&str]) {
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
    async fn table(&self, profile: &str) -> String {
        self.choose("#profile", profile).await;
        self.press("a#save").await;
        let table = self
            .chrome
            .downloaded(&format!("contacts-{profile}"), ".csv")
            .await;
        String::from_utf8(table).unwrap()
    }

    /// What the program says of the same files.
    fn program(&self, file: &str, keys: &[&str], more: &[&str]) -> Output {
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
    async fn picture(&self, name: &str) {
        if let Some(folder) = std::env::var_os("PICTURES") {
            let file = Path::new(&folder).join(format!("{name}.png"));
            self.chrome.picture(&file).await;
        }
    }

    fn seal(&self, plain: &str, to: &[usize]) -> String {
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

    fn line(&self, index: u64, contact: &Value, to: &[usize]) -> String {
        self.raw_line(
            index,
            contact["kind"].as_str().unwrap(),
            &contact.to_string(),
            to,
        )
    }

    fn raw_line(&self, index: u64, kind: &str, plain: &str, to: &[usize]) -> String {
        let sealed = self.seal(plain, to);
        json!({"index": index, "kind": kind, "level": "mailbox", "updates": true, "age": sealed})
            .to_string()
    }
}

fn header(count: usize) -> String {
    json!({"undersigned": "contacts/v1", "letter": LETTER, "exported_at": "2026-11-22T23:00:00Z", "count": count})
        .to_string()
}

fn export(lines: &[String]) -> String {
    format!("{}\n{}\n", header(lines.len()), lines.join("\n"))
}

fn contact(kind: &str, name: &str) -> Value {
    json!({
        "v": 1, "letter": LETTER, "kind": kind, "name": name,
        "email": format!("{kind}@signatory.example"), "country": "DE", "title": null,
        "affiliation": null, "website": null, "contact_name": null, "contact_role": null,
        "authority": false, "display": "name", "note": null, "updates": true,
        "consent": ["Publish my name."], "lang": "ar", "at": "2026-11-22T23:00:00Z"
    })
}

/// A contact with some fields otherwise.
fn with(mut contact: Value, fields: Value) -> Value {
    let all = contact.as_object_mut().unwrap();
    all.extend(fields.as_object().unwrap().clone());
    contact
}

/// What a correction holds: all that is shown, and nothing else.
fn correction(name: &str) -> Value {
    let private = json!({"email": null, "updates": false, "consent": [], "at": "2026-12-01T01:00:00Z", "country": "ZZ"});
    with(contact("individual", name), private)
}

/// Good lines and every bad one that we know of.
fn hostile(desk: &Desk) -> Vec<String> {
    let both = [0, 1];
    let good = contact("individual", "Käthe \"K\" Büttner");
    let company = json!({
        "contact_name": "Dewi Anggraini", "contact_role": "Chair", "note": "one\ntwo", "website": "https://q.example",
        "authority": true, "lang": "xx", "country": "ZZ"
    });
    let plain = good.to_string();
    let sealed = desk.seal(&plain, &both);
    let cut = STANDARD.encode({
        let mut file = STANDARD.decode(&sealed).unwrap();
        file.pop();
        file
    });
    let raw = |age: &str| {
        json!({"index": 30, "kind": "individual", "level": "mailbox", "updates": true, "age": age})
            .to_string()
    };
    vec![
        desk.line(1, &good, &both),
        desk.line(1, &correction("=cmd|' /C calc'!A0"), &both),
        desk.line(1, &contact("individual", "Usurper"), &both),
        desk.line(
            1,
            &with(correction("Noted"), json!({"note": "Pay here"})),
            &both,
        ),
        desk.line(1, &contact("company", "Firm"), &both),
        desk.line(
            2,
            &with(contact("company", "Quillfeather Mail, Inc."), company),
            &both,
        ),
        desk.line(
            3,
            &with(
                contact("individual", "＝1+1"),
                json!({"email": "+1@a.example", "updates": false}),
            ),
            &both,
        ),
        desk.line(
            4,
            &with(contact("organization", "هدى سليم"), json!({"email": null})),
            &both,
        ),
        desk.line(2, &contact("individual", "Elsewhere"), &both),
        "{\"index\":5,".to_owned(),
        json!({"index": -5, "kind": "individual", "level": "x", "updates": true, "age": sealed})
            .to_string(),
        format!(
            "{{\"index\":5,\"index\":6,\"kind\":\"individual\",\"level\":\"x\",\"updates\":true,\"age\":\"{sealed}\"}}"
        ),
        raw("***"),
        raw(&STANDARD.encode("no age file")),
        raw(&cut),
        raw(&sealed[..sealed.len() - 4]),
        String::new(),
        desk.line(
            31,
            &with(
                good.clone(),
                json!({"letter": "demo.example/letters/another"}),
            ),
            &both,
        ),
        desk.raw_line(32, "company", &plain, &both),
        desk.line(33, &with(good.clone(), json!({"v": 2})), &both),
        desk.raw_line(34, "individual", "[]", &both),
        desk.raw_line(
            35,
            "individual",
            &plain.replacen('{', "{\"name\":\"Once\",", 1),
            &both,
        ),
        desk.raw_line(
            36,
            "individual",
            &plain.replace("Käthe", "K\\ud800the"),
            &both,
        ),
        desk.line(37, &with(good.clone(), json!({"consent": [1]})), &both),
        format!("{}{}", raw(&sealed), " ".repeat(2_000_000)),
        "\u{feff}{}".to_owned(),
        desk.line(40, &good, &[1]),
        desk.line(
            41,
            &with(
                good,
                json!({"title": "\tTab", "affiliation": "-dash", "name": "\r\nName"}),
            ),
            &both,
        ),
        desk.raw_line(
            42,
            "individual",
            &format!("{plain}{}", " ".repeat(1 << 18)),
            &both,
        ),
    ]
}

/// Ranges of lines that a report names, and whether they were set apart.
fn faults(report: &str, apart: &str) -> Vec<(String, bool)> {
    let mut found = Vec::new();
    for line in report.lines().map(str::to_lowercase) {
        let Some(rest) = line.strip_prefix("line") else {
            continue;
        };
        let range: String = rest
            .trim_start_matches('s')
            .chars()
            .take_while(|c| c.is_ascii_digit() || " to".contains(*c))
            .collect();
        found.push((
            range
                .trim()
                .trim_end_matches(" not")
                .replace(" n", "")
                .replace(" to ", "-")
                .trim()
                .to_owned(),
            line.contains(apart),
        ));
    }
    found
}

#[tokio::test]
async fn the_page_makes_the_programs_tables() {
    let desk = Desk::open(&Look::desktop()).await;
    let lines = hostile(&desk);
    let held = lines.iter().filter(|line| !line.is_empty()).count();
    desk.write(
        "export.jsonl",
        format!("{}\n{}\n", header(held), lines.join("\n")),
    );
    for keys in [&["first.txt"][..], &["second.txt", "first.txt"]] {
        desk.try_open("export.jsonl", keys).await;
        let tally = desk.wait_for("#tally").await;
        let program = desk.program("export.jsonl", keys, &[]);
        assert_eq!(program.status.code(), Some(1));
        let said = String::from_utf8(program.stderr).unwrap();
        let opened = said
            .lines()
            .find(|line| line.contains(" contacts opened"))
            .unwrap();
        let opened = opened.split(" contacts").next().unwrap();
        assert!(tally.contains(opened), "{tally}: {said}");
        let told = desk.wait_for("#faults").await;
        assert_eq!(
            faults(&told, "set apart"),
            faults(&said, "set apart"),
            "{told}\n{said}"
        );
        assert!(faults(&told, "set apart").len() > 10, "{told}");
        desk.picture("desk-page").await;
        for profile in ["plain", "civicrm", "action-network"] {
            let program = desk.program("export.jsonl", keys, &["--profile", profile]);
            let table = String::from_utf8(program.stdout).unwrap();
            assert!(table.contains("Quillfeather") || profile == "action-network");
            assert_eq!(desk.table(profile).await, table, "{profile}");
        }
    }
    desk.choose("#kind", "individual").await;
    desk.press("#updates").await;
    let chosen = ["--kind", "individual", "--updates-only"];
    let program = desk.program("export.jsonl", &["second.txt", "first.txt"], &chosen);
    assert_eq!(
        desk.table("plain").await,
        String::from_utf8(program.stdout).unwrap()
    );
    desk.type_into("#words", "nobody of that name").await;
    assert_eq!(
        desk.table("plain").await.lines().count(),
        1,
        "the columns alone"
    );
}

#[tokio::test]
async fn what_is_wrong_is_named() {
    let desk = Desk::open(&Look::phone()).await;
    let line = desk.line(1, &contact("individual", "Ana"), &[0]);
    desk.write("good.jsonl", export(std::slice::from_ref(&line)));
    desk.write("cut.jsonl", format!("{}\n{line}\n", header(2)));
    desk.write("empty.jsonl", "");
    desk.write("newer.jsonl", header(0).replace("/v1", "/v2"));
    desk.write(
        "letter.jsonl",
        header(0).replace("demo.example", "a\\u001b[2J"),
    );
    desk.write("countless.jsonl", header(0).replace("count", "sum"));
    let first = fs::read_to_string(desk.path("first.txt")).unwrap();
    desk.write("cut.txt", &first[..first.len() - 5]);
    desk.write("locked.txt", "-----BEGIN AGE ENCRYPTED FILE-----\n");
    let no_keys: &[&str] = &[];
    for (file, keys, says) in [
        ("good.jsonl", no_keys, "Choose the file of your key"),
        (
            "good.jsonl",
            &["good.jsonl"],
            "Perhaps the two files changed places",
        ),
        ("first.txt", &["first.txt"], "neither an export"),
        ("good.jsonl", &["cut.txt"], "The key is damaged"),
        ("good.jsonl", &["locked.txt"], "locked with a passphrase"),
        (
            "cut.jsonl",
            &["first.txt"],
            "says that it holds 2 contacts, and holds 1",
        ),
        ("empty.jsonl", &["first.txt"], "is empty"),
        ("newer.jsonl", &["first.txt"], "a newer server"),
        ("letter.jsonl", &["first.txt"], "for which letter"),
        ("countless.jsonl", &["first.txt"], "how many contacts"),
    ] {
        desk.try_open(file, keys).await;
        let said = desk.wait_for("#wrong:not([hidden])").await;
        assert!(said.contains(says), "{file} {keys:?}: {said}");
        assert!(desk.chrome.find(Locator::Css("#tally")).await.is_err());
    }
    desk.try_open("good.jsonl", &["second.txt"]).await;
    let own = desk.identities[1].to_public().to_string();
    assert!(desk.wait_for("#other").await.contains(&own));
    desk.picture("desk-page-other-key").await;
}

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

/// Everything by which a page may speak to somebody, each to `$URL`.
const WAYS: &str = "
    const url = arguments[0];
    const done = arguments[arguments.length - 1];
    let refused = 0;
    document.addEventListener('securitypolicyviolation', () => { refused += 1; });
    const ways = [
        () => fetch(url + 'fetch', { mode: 'no-cors' }).catch(() => {}),
        () => { const r = new XMLHttpRequest(); r.open('GET', url + 'xhr'); r.send(); },
        () => new WebSocket(url.replace('http', 'ws') + 'socket'),
        () => new EventSource(url + 'events'),
        () => navigator.sendBeacon(url + 'beacon', 'x'),
        () => { new Image().src = url + 'image'; },
        () => { const e = document.createElement('script'); e.src = url + 'script'; document.body.append(e); },
        () => { const e = document.createElement('iframe'); e.src = url + 'frame'; document.body.append(e); },
        () => { const e = document.createElement('link'); e.rel = 'stylesheet'; e.href = url + 'style'; document.head.append(e); },
        () => { const e = document.createElement('video'); e.src = url + 'video'; document.body.append(e); e.load(); },
        () => { const e = document.createElement('object'); e.data = url + 'object'; document.body.append(e); },
        () => { const e = document.createElement('form'); e.action = url + 'form'; e.target = '_blank'; document.body.append(e); e.submit(); },
    ];
    for (const way of ways) { try { way(); } catch (_) { } }
    setTimeout(() => done([ways.length, refused]), 3000);
";

/// Counts who says something. Where a page would go elsewhere Chromium connects on suspicion, before
/// the policy forbids it, and says nothing.
fn listener() -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    let heard = Arc::new(AtomicUsize::new(0));
    let counted = heard.clone();
    std::thread::spawn(move || {
        for mut guest in listener.incoming().map_while(Result::ok) {
            let counted = counted.clone();
            std::thread::spawn(move || {
                let said = guest.read(&mut [0; 16]).unwrap_or_default();
                counted.fetch_add(usize::from(said > 0), Ordering::SeqCst);
            });
        }
    });
    (url, heard)
}

#[tokio::test]
async fn the_page_reaches_nobody() {
    let desk = Desk::open(&Look::desktop()).await;
    let (url, heard) = listener();
    let said = desk
        .chrome
        .execute_async(WAYS, vec![json!(url)])
        .await
        .unwrap();
    let (ways, refused) = (said[0].as_u64().unwrap(), said[1].as_u64().unwrap());
    assert_eq!(
        heard.load(Ordering::SeqCst),
        0,
        "somebody was told something"
    );
    assert!(refused >= ways, "{refused} of {ways} ways were refused");

    // The same from a page without a policy, so that silence means something.
    desk.write("open.html", "<!doctype html><title>x</title><body>");
    desk.goto("open.html").await;
    desk.chrome
        .execute_async(WAYS, vec![json!(url)])
        .await
        .unwrap();
    assert!(heard.load(Ordering::SeqCst) > 3, "the ways lead somewhere");
}

#[tokio::test]
async fn thousands_of_contacts_show_their_progress() {
    let desk = Desk::open(&Look::desktop()).await;
    let sealed = desk.line(1, &contact("individual", "Ana"), &[0, 1]);
    let lines: Vec<String> = (1..=2000)
        .map(|index| sealed.replacen("\"index\":1,", &format!("\"index\":{index},"), 1))
        .collect();
    desk.write("many.jsonl", export(&lines));
    let begun = std::time::Instant::now();
    desk.try_open("many.jsonl", &["second.txt"]).await;
    desk.wait_for("progress").await;
    let tally = desk.wait_for("#tally").await;
    assert!(tally.contains("2,000 of 2,000"), "{tally}");
    assert!(
        begun.elapsed() < Duration::from_secs(60),
        "{:?}",
        begun.elapsed()
    );
}
