//! Exports, honest and hostile.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::desk::Desk;

pub(crate) const LETTER: &str = "demo.example/letters/security-for-all";

pub(crate) fn header(count: usize) -> String {
    json!({"undersigned": "contacts/v1", "letter": LETTER, "exported_at": "2026-11-22T23:00:00Z", "count": count})
        .to_string()
}

pub(crate) fn export(lines: &[String]) -> String {
    format!("{}\n{}\n", header(lines.len()), lines.join("\n"))
}

pub(crate) fn contact(kind: &str, name: &str) -> Value {
    json!({
        "v": 1, "letter": LETTER, "kind": kind, "name": name,
        "email": format!("{kind}@signatory.example"), "country": "DE", "title": null,
        "affiliation": null, "website": null, "contact_name": null, "contact_role": null,
        "authority": false, "display": "name", "note": null, "updates": true,
        "consent": ["Publish my name."], "lang": "ar", "at": "2026-11-22T23:00:00Z"
    })
}

/// A contact with some fields otherwise.
pub(crate) fn with(mut contact: Value, mut fields: Value) -> Value {
    let all = contact.as_object_mut().unwrap();
    all.append(fields.as_object_mut().unwrap());
    contact
}

/// What a correction holds: all that is shown, and nothing else.
pub(crate) fn correction(name: &str) -> Value {
    let private = json!({"email": null, "updates": false, "consent": [], "at": "2026-12-01T01:00:00Z", "country": "ZZ"});
    with(contact("individual", name), private)
}

/// Good lines and every bad one that we know of.
pub(crate) fn hostile(desk: &Desk) -> Vec<String> {
    let good = contact("individual", "Käthe \"K\" Büttner");
    let mut lines = forged(desk, &good);
    lines.extend(unreadable(desk, &good.to_string()));
    lines.extend(misplaced(desk, &good));
    lines
}

const BOTH: [usize; 2] = [0, 1];

/// Corrections, formulas, and lines that claim what is another's.
fn forged(desk: &Desk, good: &Value) -> Vec<String> {
    let company = json!({
        "contact_name": "Dewi Anggraini", "contact_role": "Chair", "note": "one\ntwo",
        "website": "https://q.example", "authority": true, "lang": "xx", "country": "ZZ"
    });
    let company = with(contact("company", "Quillfeather Mail, Inc."), company);
    let noted = with(correction("Noted"), json!({"note": "Pay here"}));
    let formula = json!({"email": "+1@a.example", "updates": false});
    let formula = with(contact("individual", "＝1+1"), formula);
    let silent = with(contact("organization", "هدى سليم"), json!({"email": null}));
    let lines = [
        (1, good),
        (1, &correction("=cmd|' /C calc'!A0")),
        (1, &contact("individual", "Usurper")),
        (1, &noted),
        (1, &contact("company", "Firm")),
        (2, &company),
        (3, &formula),
        (4, &silent),
        (2, &contact("individual", "Elsewhere")),
    ];
    lines
        .map(|(index, contact)| desk.line(index, contact, &BOTH))
        .to_vec()
}

/// What is no line, or holds no age file that opens.
fn unreadable(desk: &Desk, plain: &str) -> Vec<String> {
    let sealed = desk.seal(plain, &BOTH);
    let mut file = STANDARD.decode(&sealed).unwrap();
    file.pop();
    let cut = STANDARD.encode(file);
    let raw = |index: i64, age: &str| {
        let line = json!({"index": index, "kind": "individual", "level": "x", "updates": true, "age": age});
        line.to_string()
    };
    let whole = raw(30, &sealed);
    vec![
        "{\"index\":5,".to_owned(),
        raw(-5, &sealed),
        whole.replacen('{', "{\"index\":5,", 1),
        raw(30, "***"),
        raw(30, &STANDARD.encode("no age file")),
        raw(30, &cut),
        raw(30, &sealed[..sealed.len() - 4]),
        String::new(),
        format!("{whole}{}", " ".repeat(2_000_000)),
        "\u{feff}{}".to_owned(),
    ]
}

/// Sealed soundly, and not what it is said to be; and good ones at the end.
fn misplaced(desk: &Desk, good: &Value) -> Vec<String> {
    let plain = good.to_string();
    let other = json!({"letter": "demo.example/letters/another"});
    let odd = json!({"title": "\tTab", "affiliation": "-dash", "name": "\r\nName"});
    let individual = |index, plain: &str| desk.raw_line(index, "individual", plain, &BOTH);
    vec![
        desk.line(31, &with(good.clone(), other), &BOTH),
        desk.raw_line(32, "company", &plain, &BOTH),
        desk.line(33, &with(good.clone(), json!({"v": 2})), &BOTH),
        individual(34, "[]"),
        individual(35, &plain.replacen('{', "{\"name\":\"Once\",", 1)),
        individual(36, &plain.replace("Käthe", "K\\ud800the")),
        desk.line(37, &with(good.clone(), json!({"consent": [1]})), &BOTH),
        desk.line(40, good, &[1]),
        desk.line(41, &with(good.clone(), odd), &BOTH),
        individual(42, &format!("{plain}{}", " ".repeat(1 << 18))),
    ]
}
