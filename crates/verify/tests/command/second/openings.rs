//! Openings and statements that fit their commitments and are illegal all the same, and those that should be gone.

use undersigned_record::Hash;
use undersigned_record::disclosure::Disclosed;
use undersigned_record::entry::{Act, Kind, Proof, Sign};
use undersigned_record::opening::Opening;
use undersigned_record::statement;

use super::{Case, Forgery};
use crate::letter::{Letter, country, lang};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = openings();
    cases.extend(statements());
    cases.extend(stale());
    cases
}

fn sign(letter: &mut Letter, bytes: Vec<u8>, version: u64) -> u64 {
    let opening = letter.disclose(bytes);
    letter.push(Act::Sign(Sign {
        kind: Kind::Individual,
        country: country("DE"),
        level: Proof::Mailbox,
        version,
        founding: false,
        opening,
        contact: Hash([0; 32]),
    }))
}

fn openings() -> Vec<Case> {
    let mut cases = Vec::new();
    let mut add = |code: i32, what: &str, from: &str, to: &str| {
        let mut forged = Forgery::of(Letter::eventful(8));
        let right = forged.letter.opening(Kind::Individual, Some("Ann"));
        let right = String::from_utf8(right.to_bytes()).unwrap();
        let changed = right.replacen(from, to, 1);
        assert!(from.is_empty() || changed != right, "{what}");
        let index = sign(&mut forged.letter, changed.into_bytes(), 1);
        forged.row(
            index,
            if what.starts_with("no name") {
                ""
            } else {
                "Ann"
            },
        );
        let case = Case::hostile(format!("opening: {what}"), forged.bytes());
        cases.push(Case { code, ..case });
    };
    add(0, "as it should be", "", "");
    add(
        0,
        "initials",
        "\"display\":\"name\"",
        "\"display\":\"initials\"",
    );
    let shown = "\"display\":\"name\",\"name\":\"Ann\"";
    add(
        0,
        "no name, count",
        shown,
        "\"display\":\"count\",\"name\":null",
    );
    add(1, "no name", shown, "\"display\":\"name\",\"name\":null");
    add(
        1,
        "no name, initials",
        shown,
        "\"display\":\"initials\",\"name\":null",
    );
    add(
        1,
        "a name, count",
        "\"display\":\"name\"",
        "\"display\":\"count\"",
    );
    let titled = "\"display\":\"count\",\"name\":null,\"title\":\"Dr\"";
    add(
        1,
        "no name, count, a title",
        &format!("{shown},\"title\":null"),
        titled,
    );
    add(1, "an empty title", "\"title\":null", "\"title\":\"\"");
    let long = format!("\"title\":\"{}\"", "t".repeat(2_001));
    add(1, "a long title", "\"title\":null", &long);
    add(1, "a tab", "\"title\":null", "\"title\":\"a\tb\"");
    add(1, "a newline", "\"title\":null", "\"title\":\"a\\nb\"");
    add(
        1,
        "a C1 control",
        "\"title\":null",
        "\"title\":\"a\u{9f}b\"",
    );
    add(1, "another kind", "\"individual\"", "\"company\"");
    add(1, "another text", "\"text\":\"c", "\"text\":\"d");
    add(
        1,
        "another language's text",
        "\"lang\":\"en\"",
        "\"lang\":\"ar\"",
    );
    add(1, "no such language", "\"lang\":\"en\"", "\"lang\":\"fr\"");
    add(1, "another version", "\"v\":1", "\"v\":2");
    add(1, "another key", "\"title\":null", "\"titles\":null");
    add(
        1,
        "a key more",
        "\"website\":null",
        "\"website\":null,\"web\":null",
    );
    for (what, mailbox) in [
        ("null", "null"),
        ("empty", "\"\""),
        ("one label", "\"example\""),
        ("capitals", "\"Uni-x.example\""),
        ("a network address", "\"192.0.2.7\""),
        ("a hyphen first", "\"-x.example\""),
        ("a dot last", "\"uni-x.example.\""),
        ("another alphabet", "\"b\u{fc}cher.example\""),
    ] {
        let shown = format!("\"website\":null,\"mailbox\":{mailbox}");
        add(1, &format!("mailbox: {what}"), "\"website\":null", &shown);
    }
    let early = "\"mailbox\":\"uni-x.example\",\"website\":null";
    add(1, "mailbox: out of place", "\"website\":null", early);
    add(1, "white space", "\"v\":1", "\"v\": 1");
    add(1, "an escape", "Ann", "\\u0041nn");
    add(1, "a number for a title", "\"title\":null", "\"title\":1");
    add(1, "a newline after it", "}", "}\n");
    cases.extend(versions());
    cases
}

/// The text that an opening shows must be of the version that was signed.
fn versions() -> Vec<Case> {
    let mut cases = Vec::new();
    for (code, version, shown) in [(0, 2, 2), (1, 2, 1), (1, 1, 2)] {
        let mut forged = Forgery::of(Letter::eventful(8));
        forged.letter.text(2);
        let text = Hash::of(&forged.letter.texts[&(shown, lang("en"))]);
        let right = forged.letter.opening(Kind::Individual, Some("Ann"));
        let index = sign(
            &mut forged.letter,
            Opening { text, ..right }.to_bytes(),
            version,
        );
        forged.row(index, "Ann");
        let name = format!("version {version} signed, {shown} shown");
        cases.push(Case {
            code,
            ..Case::hostile(name, forged.bytes())
        });
    }
    cases
}

fn statements() -> Vec<Case> {
    let mut cases = Vec::new();
    let long = |words: usize| {
        format!(
            "{{\"v\":1,\"lang\":\"en\",\"words\":\"{}\"}}",
            "w".repeat(words)
        )
    };
    for (code, what, bytes) in [
        (
            0,
            "right",
            "{\"v\":1,\"lang\":\"de\",\"words\":\"Yes\\n\\nYes\"}".to_owned(),
        ),
        (0, "of 16,384 bytes", long(16_384 - 30)),
        (1, "of 16,385 bytes", long(16_385 - 30)),
        (
            1,
            "empty",
            "{\"v\":1,\"lang\":\"en\",\"words\":\"\"}".to_owned(),
        ),
        (
            1,
            "with a tab",
            "{\"v\":1,\"lang\":\"en\",\"words\":\"a\tb\"}".to_owned(),
        ),
        (
            1,
            "with an escaped return",
            "{\"v\":1,\"lang\":\"en\",\"words\":\"a\\rb\"}".to_owned(),
        ),
        (
            1,
            "with a raw newline",
            "{\"v\":1,\"lang\":\"en\",\"words\":\"a\nb\"}".to_owned(),
        ),
        (
            1,
            "with a return",
            "{\"v\":1,\"lang\":\"en\",\"words\":\"a\rb\"}".to_owned(),
        ),
        (
            1,
            "without a language",
            "{\"v\":1,\"words\":\"a\"}".to_owned(),
        ),
        (
            1,
            "in no language",
            "{\"v\":1,\"lang\":\"English\",\"words\":\"a\"}".to_owned(),
        ),
        (
            1,
            "of no words",
            "{\"v\":1,\"lang\":\"en\",\"words\":null}".to_owned(),
        ),
    ] {
        let mut forged = Forgery::of(Letter::eventful(8));
        let salt = forged.letter.salt();
        let index = 30;
        let bytes = bytes.into_bytes();
        let commitment = statement::commit(&salt, &bytes);
        let words = String::from_utf8_lossy(&bytes).into_owned();
        let words = words.split("\"words\":\"").nth(1).unwrap_or_default();
        let words = words
            .trim_end_matches("\"}")
            .replace("\\n", "\n")
            .replace("\\r", "\r");
        forged
            .letter
            .statements
            .insert(index, Disclosed { index, salt, bytes });
        forged.letter.push(Act::Statement {
            sign: 22,
            statement: Some(commitment),
        });
        let table = String::from_utf8(forged.table).unwrap();
        let before = "\"Signatory 7, \"\"of note\"\"\",\"\",\"\",\"\",\"";
        assert!(table.contains(before));
        forged.table = table
            .replace(before, &format!("{before}{words}"))
            .into_bytes();
        cases.push(Case {
            code,
            ..Case::hostile(format!("statement {what}"), forged.bytes())
        });
    }
    cases
}

/// Lines that are there too long, too early or not at all.
fn stale() -> Vec<Case> {
    let right = Forgery::of(Letter::eventful(8));
    let mut earlier = Letter::opened(12);
    for n in 0..8 {
        earlier.sign(&format!("Signatory {n}, \"of note\""));
    }
    let mut cases = Vec::new();
    let mut add = |what: &str, change: &dyn Fn(&mut Letter)| {
        let mut forged = right.clone();
        change(&mut forged.letter);
        cases.push(Case::hostile(what, forged.bytes()));
    };
    add("who withdrew is still shown", &|it| {
        it.openings.insert(15, earlier.openings[&15].clone());
    });
    add("who was corrected is still shown", &|it| {
        it.openings.insert(16, earlier.openings[&16].clone());
    });
    add("shown as before the correction", &|it| {
        it.openings.remove(&26);
        it.openings.insert(16, earlier.openings[&16].clone());
    });
    add("shown behind another entry", &|it| {
        let line = it.openings.remove(&26).unwrap();
        it.openings.insert(16, Disclosed { index: 16, ..line });
    });
    add("two openings exchanged", &|it| {
        let (one, other) = (it.openings[&20].clone(), it.openings[&21].clone());
        it.openings.insert(20, Disclosed { index: 20, ..other });
        it.openings.insert(21, Disclosed { index: 21, ..one });
    });
    add("another salt", &|it| {
        it.openings.get_mut(&20).unwrap().salt.0[0] ^= 1;
    });
    add("an opening for what is to come", &|it| {
        let line = it.openings[&20].clone();
        it.openings.insert(31, Disclosed { index: 31, ..line });
    });
    add("an opening of another file", &|it| {
        let line = it.openings[&20].clone();
        it.openings.insert(300, Disclosed { index: 300, ..line });
    });
    add("an opening is missing", &|it| _ = it.openings.remove(&20));
    add("no openings", &|it| it.openings.clear());
    add("no statement", &|it| it.statements.clear());
    add("the statement before", &|it| {
        let line = it.statements[&29].clone();
        it.statements.insert(28, Disclosed { index: 28, ..line });
    });
    add("an opening among the statements", &|it| {
        let line = it.openings[&20].clone();
        it.statements.insert(20, line);
    });
    cases
}
