//! What the age crate seals, as the server does, opens with the desk and with Debian's `age`.

#![expect(
    clippy::unwrap_used,
    reason = "a test that panics has failed, which is what it is for"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use age::secrecy::ExposeSecret;
use age::{Encryptor, Recipient, x25519};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;

const LETTER: &str = "demo.example/letters/security-for-all";

fn seal(plaintext: &[u8], recipients: &[&x25519::Recipient]) -> Vec<u8> {
    let recipients = recipients
        .iter()
        .map(|&recipient| recipient as &dyn Recipient);
    age_file(plaintext, Encryptor::with_recipients(recipients).unwrap())
}

fn age_file(plaintext: &[u8], encryptor: Encryptor) -> Vec<u8> {
    let mut file = Vec::new();
    let mut writer = encryptor.wrap_output(&mut file).unwrap();
    std::io::Write::write_all(&mut writer, plaintext).unwrap();
    writer.finish().unwrap();
    file
}

fn contact(number: u64) -> Vec<u8> {
    let contact = json!({
        "v": 1, "letter": LETTER, "kind": "individual", "name": format!("منى {number}"),
        "email": format!("mona{number}@nil.example"), "country": "EG", "title": null,
        "affiliation": null, "website": null, "contact_name": null, "contact_role": null,
        "authority": false, "display": "name", "note": "ملاحظة\nسطر ثانٍ", "updates": true,
        "consent": ["أوافق على نشر اسمي."], "lang": "ar", "at": "2026-11-22T23:00:00Z",
    });
    serde_json::to_vec(&contact).unwrap()
}

fn export(path: &Path, files: &[Vec<u8>]) {
    let mut text = json!({
        "undersigned": "contacts/v1", "letter": LETTER,
        "exported_at": "2026-11-22T23:04:05Z", "count": files.len(),
    })
    .to_string();
    for (index, file) in files.iter().enumerate() {
        let line = json!({
            "index": index, "kind": "individual", "level": "mailbox", "updates": true,
            "age": BASE64_STANDARD.encode(file),
        });
        text.push('\n');
        text.push_str(&line.to_string());
    }
    fs::write(path, text).unwrap();
}

fn write_identity(path: &Path) -> x25519::Recipient {
    let identity = x25519::Identity::generate();
    fs::write(path, format!("{}\n", identity.to_string().expose_secret())).unwrap();
    identity.to_public()
}

fn desk(folder: &Path, arguments: &[&str]) -> std::process::Output {
    Command::new(env!("CARGO_BIN_EXE_undersigned-desk"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

#[test]
fn a_thousand_contacts_come_out_as_they_went_in() {
    let folder = tempfile::tempdir().unwrap();
    let recipients = [
        write_identity(&folder.path().join("a")),
        write_identity(&folder.path().join("b")),
    ];
    let recipients = [&recipients[0], &recipients[1]];
    let files: Vec<Vec<u8>> = (0..1000)
        .map(|number| seal(&contact(number), &recipients))
        .collect();
    export(&folder.path().join("export.jsonl"), &files);

    for identity in ["a", "b"] {
        let output = desk(
            folder.path(),
            &["contacts", "open", "-i", identity, "export.jsonl"],
        );
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        let mut rows = csv::Reader::from_reader(&output.stdout[..]);
        let headers = rows.headers().unwrap().clone();
        let column = |name: &str| headers.iter().position(|header| header == name).unwrap();
        let (name, email, note) = (column("name"), column("email"), column("note"));
        let mut count = 0;
        for (number, row) in rows.records().enumerate() {
            let row = row.unwrap();
            assert_eq!(&row[name], format!("منى {number}"));
            assert_eq!(&row[email], format!("mona{number}@nil.example"));
            assert_eq!(&row[note], "ملاحظة\nسطر ثانٍ");
            count += 1;
        }
        assert_eq!(count, 1000);
    }
}

#[test]
fn a_correction_and_what_it_corrects_are_one_row() {
    let folder = tempfile::tempdir().unwrap();
    let recipient = write_identity(&folder.path().join("identity"));
    let mut signed: serde_json::Value = serde_json::from_slice(&contact(7)).unwrap();
    signed["title"] = "Dr".into();
    let mut corrected = signed.clone();
    for (field, value) in [
        ("name", json!("Mona")),
        ("country", json!("MA")),
        ("title", json!(null)),
        ("email", json!(null)),
        ("note", json!(null)),
        ("updates", json!(false)),
        ("consent", json!([])),
        ("at", json!("2026-12-24T10:00:00Z")),
    ] {
        corrected[field] = value;
    }
    let seal = |value: &serde_json::Value| {
        let file = seal(&serde_json::to_vec(value).unwrap(), &[&recipient]);
        BASE64_STANDARD.encode(file)
    };
    let mut text =
        json!({ "undersigned": "contacts/v1", "letter": LETTER, "count": 4 }).to_string();
    let other = serde_json::from_slice(&contact(8)).unwrap();
    for (index, plain) in [(3, &other), (7, &signed), (7, &corrected), (9, &other)] {
        let line = json!({
            "index": index, "kind": "individual", "level": "mailbox", "updates": true,
            "age": seal(plain),
        });
        text.push_str(&format!("\n{line}"));
    }
    fs::write(folder.path().join("export.jsonl"), text).unwrap();
    let output = desk(
        folder.path(),
        &["contacts", "open", "-i", "identity", "export.jsonl"],
    );
    assert!(output.status.success());
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(
        told.contains("4 of 4 contacts opened, 3 of them want updates; 3 written"),
        "{told}"
    );
    assert!(told.contains("1 of them is a correction"), "{told}");
    let rows: Vec<BTreeMap<String, String>> = csv::Reader::from_reader(&output.stdout[..])
        .deserialize()
        .collect::<Result<_, _>>()
        .unwrap();
    let indices: Vec<&str> = rows.iter().map(|row| row["index"].as_str()).collect();
    assert_eq!(indices, ["3", "7", "9"]);
    for (column, cell) in [
        ("name", "Mona"),
        ("country", "MA"),
        ("title", ""),
        ("email", "mona7@nil.example"),
        ("note", "ملاحظة\nسطر ثانٍ"),
        ("at", "2026-11-22T23:00:00Z"),
    ] {
        assert_eq!(rows[1][column], cell, "{column}");
    }
}

#[test]
fn age_opens_what_the_crate_sealed() {
    let folder = tempfile::tempdir().unwrap();
    let recipient = write_identity(&folder.path().join("identity"));
    let plaintext = contact(7);
    fs::write(
        folder.path().join("contact.age"),
        seal(&plaintext, &[&recipient]),
    )
    .unwrap();
    let output = Command::new("age")
        .args(["-d", "-i", "identity", "contact.age"])
        .current_dir(folder.path())
        .output()
        .expect("Debian's age is installed");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert_eq!(output.stdout, plaintext);
}

#[test]
fn a_flipped_bit_anywhere_in_a_sealed_contact_keeps_it_shut() {
    let folder = tempfile::tempdir().unwrap();
    let recipient = write_identity(&folder.path().join("identity"));
    let whole = seal(&contact(7), &[&recipient]);
    let flipped: Vec<Vec<u8>> = (0..whole.len())
        .map(|at| {
            let mut file = whole.clone();
            file[at] ^= 1 << (at % 8);
            file
        })
        .collect();
    export(&folder.path().join("export.jsonl"), &flipped);
    let output = desk(
        folder.path(),
        &["contacts", "open", "-i", "identity", "export.jsonl"],
    );
    assert_eq!(output.status.code(), Some(1));
    let rows = csv::Reader::from_reader(&output.stdout[..])
        .into_records()
        .count();
    assert_eq!(rows, 0, "an altered contact was opened");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        told.contains(&format!("0 of {} contacts opened", whole.len())),
        "{told}"
    );
}

#[test]
fn a_plaintext_beyond_belief_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let recipient = write_identity(&folder.path().join("identity"));
    export(
        &folder.path().join("export.jsonl"),
        &[seal(&vec![b' '; 300_000], &[&recipient])],
    );
    let output = desk(
        folder.path(),
        &["contacts", "open", "-i", "identity", "export.jsonl"],
    );
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        told.contains("line 2 not opened: its sealed part is too large"),
        "{told}"
    );
}

#[test]
fn an_identity_under_a_passphrase_is_named_as_such() {
    let folder = tempfile::tempdir().unwrap();
    let encryptor = Encryptor::with_user_passphrase("correct horse".to_owned().into());
    fs::write(
        folder.path().join("locked"),
        age_file(b"AGE-SECRET-KEY-1", encryptor),
    )
    .unwrap();
    export(&folder.path().join("export.jsonl"), &[]);
    let output = desk(
        folder.path(),
        &["contacts", "open", "-i", "locked", "export.jsonl"],
    );
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.contains("locked with a passphrase"), "{told}");
}
