//! Entries in other spellings, and entries that break a rule, in logs that are sound otherwise: tree, tiles, checkpoint,
//! table and manifest fit them.

use undersigned_record::Hash;
use undersigned_record::entry::{Act, Kind, Proof, Reason, State, Support};

use super::sound::{audit, delivery, earlier};
use super::{Case, Forgery};
use crate::letter::{Letter, START, country};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = spellings();
    cases.extend(more_spellings());
    cases.extend(rules());
    cases.extend(signs());
    cases
}

/// The entry, what stands in it, and what a forger puts there.
const SPELLINGS: [(usize, &str, &str); 61] = [
    (
        0,
        "\"v\":1,\"type\":\"genesis\"",
        "\"type\":\"genesis\",\"v\":1",
    ),
    (0, "\"v\":1", "\"v\":2"),
    (0, "\"v\":1", "\"v\":true"),
    (0, "\"v\":1", "\"v\":1.0"),
    (0, "\"v\":1", "\"v\":1e0"),
    (0, "\"v\":1", "\"v\":\"1\""),
    (0, "\"origin\":\"demo", "\"origin\":\"Demo"),
    (
        0,
        "letters/security-for-all\",\"key",
        "letters\\/security-for-all\",\"key",
    ),
    (
        0,
        "letters/security-for-all\",\"key",
        "letters/security\\u002dfor-all\",\"key",
    ),
    (0, "+7fb897bb+", "+7FB897BB+"),
    (0, "+AepK", "+AupK"),
    (0, "[\"age1", "[\"age2"),
    (0, "[\"age1", "[\"age1A"),
    (0, "[\"age1", "[ \"age1"),
    (0, "\"],\"ret", "\",\"age1\"],\"ret"),
    (0, "\"],\"ret", "\",1],\"ret"),
    (0, "2027-11-22", "2027-02-29"),
    (0, "2027-11-22", "2027-11-31"),
    (0, "2027-11-22", "1969-12-31"),
    (0, "2027-11-22", "2027-1-22"),
    (0, "2027-11-22", "20271122"),
    (0, "\"closing\":null", "\"closing\":\"\""),
    (0, "\"closing\":null", "\"closing\":\"2026-11-21\""),
    (0, "\"predecessor\":null", "\"predecessor\":{}"),
    (
        0,
        "\"predecessor\":null",
        "\"predecessor\":{\"origin\":\"a\",\"size\":1}",
    ),
    (0, "\"predecessor\":null", "\"predecessor\":[]"),
    (
        0,
        "\"predecessor\":null}",
        "\"predecessor\":null,\"more\":1}",
    ),
    (
        0,
        "\"predecessor\":null}",
        "\"predecessor\":null,\"predecessor\":null}",
    ),
    (0, ",\"predecessor\":null", ""),
    (1, "\"version\":1", "\"version\":0"),
    (1, "\"version\":1", "\"version\":2"),
    (1, "\"version\":1", "\"version\":01"),
    (1, "\"version\":1", "\"version\":-1"),
    (1, "\"ar\":", "\"AR\":"),
    (1, "\"ar\":", "\"zz\":"),
    (1, "\"ar\":", "\"a\":"),
    (1, "\"ar\":", "\"ar-\":"),
    (1, "\"ar\":", "\"en\":"),
    (2, "\"individual\"", "\"person\""),
    (2, "\"individual\"", "\"Individual\""),
    (2, "\"AD\"", "\"UK\""),
    (2, "\"AD\"", "\"ad\""),
    (2, "\"AD\"", "\"XX\""),
    (2, "\"AD\"", "null"),
    (2, "\"invited\"", "\"none\""),
    (2, "\"founding\":true", "\"founding\":1"),
    (2, "\"founding\":true", "\"founding\":\"true\""),
    (2, "=\",\"contact\"", "\",\"contact\""),
    (2, "\"contact\":\"", "\"contact\":\"A"),
    (2, "\"at\":\"2026-11-22T23", "\"at\":\"2026-11-22T24"),
    (2, ":00:00Z", ":00:01Z"),
    (2, ":00:00Z", ":00:00z"),
    (2, ":00:00Z", ":00:00+00:00"),
    (2, "2026-11-22T", "2026-11-22 "),
    (14, "\"opened\"", "\"launched\""),
    (14, "\"opened\"", "\"closed\""),
    (14, "\"type\":\"state\"", "\"type\":\"status\""),
    (14, "\"type\":\"state\"", "\"type\":null"),
    (14, "{\"v\"", " {\"v\""),
    (14, "}", "}\n"),
    (14, "}", "}{}"),
];

fn spellings() -> Vec<Case> {
    let forged = Forgery::of(Letter::eventful(8));
    let cases = SPELLINGS.into_iter().map(|(index, from, to)| {
        let mut forged = forged.clone();
        let entry = String::from_utf8(forged.letter.entries[index].clone()).unwrap();
        let changed = entry.replacen(from, to, 1);
        assert_ne!(entry, changed, "{from}");
        forged.letter.entries[index] = changed.into_bytes();
        Case::hostile(format!("entry {index}: {from} is {to}"), forged.bytes())
    });
    cases.collect()
}

/// Bytes that no string literal holds, or too many of them.
fn more_spellings() -> Vec<Case> {
    let forged = Forgery::of(Letter::eventful(8));
    let carried = earlier(&forged.letter, 20);
    let deliver = |recipient: &[u8]| {
        let entry = undersigned_record::entry::Entry {
            at: undersigned_record::entry::Hour::from_unix(forged.letter.now),
            act: delivery(&carried),
        };
        let entry = entry.to_bytes();
        let start = entry
            .windows(12)
            .position(|it| it == b"\"recipient\":")
            .unwrap()
            + 13;
        let end = entry
            .windows(10)
            .position(|it| it == b"\"channel\":")
            .unwrap()
            - 2;
        [&entry[..start], recipient, &entry[end..]].concat()
    };
    let long = "a".repeat(1_001);
    let nested = "[".repeat(60_000);
    let mut cases = Vec::new();
    for (what, bytes) in [
        ("empty", deliver(b"")),
        ("of 1,001 bytes", deliver(long.as_bytes())),
        ("with a newline", deliver(b"a\\nb")),
        ("with a tab", deliver(b"a\\tb")),
        ("with a raw tab", deliver(b"a\tb")),
        ("with DEL", deliver(b"a\x7fb")),
        ("with a C1 control", deliver("a\u{85}b".as_bytes())),
        ("with an escaped letter", deliver(b"\\u0061")),
        ("with half a surrogate", deliver(b"\\ud800")),
        ("with a surrogate in UTF-8", deliver(b"\xed\xa0\x80")),
        ("not in UTF-8", deliver(b"\xff")),
        ("in overlong UTF-8", deliver(b"\xc1\x81")),
        ("with a broken escape", deliver(b"\\x")),
        ("no string", b"{\"v\":1,\"type\":\"deliver\"}".to_vec()),
        ("an array", b"[]".to_vec()),
        ("nothing", Vec::new()),
        ("deep", nested.into_bytes()),
        (
            "with a byte order mark",
            [b"\xef\xbb\xbf", &*deliver(b"a")].concat(),
        ),
    ] {
        let mut forged = forged.clone();
        forged.letter.push_bytes(bytes);
        cases.push(Case::hostile(format!("delivery {what}"), forged.bytes()));
    }
    let mut forged = forged.clone();
    forged
        .letter
        .push_bytes(deliver("\u{6d4b}".repeat(333).as_bytes()));
    cases.push(Case::sound("delivery to 999 bytes", forged.bytes()));
    cases
}

/// Entries that add no row to the table, after others that make them illegal.
fn rules() -> Vec<Case> {
    type Push = fn(&mut Letter);
    let pushes: [(&str, Push); 34] = [
        ("a second genesis", |it| {
            _ = it.push(Act::Genesis(it.genesis()));
        }),
        ("opened again", |it| _ = it.push(Act::State(State::Opened))),
        ("closed twice", |it| {
            it.push(Act::State(State::Closed));
            it.push(Act::State(State::Closed));
        }),
        ("opened after it closed", |it| {
            it.push(Act::State(State::Closed));
            it.push(Act::State(State::Opened));
        }),
        ("text 3 after text 1", |it| _ = it.text(3)),
        ("text 1 again", |it| _ = it.text(1)),
        ("dated before", |it| {
            it.now = START;
            it.push(Act::Issue {
                issuer: Hash([1; 32]),
            });
        }),
        ("withdrawn twice", |it| _ = it.withdraw(15)),
        ("removed after it was withdrawn", |it| {
            _ = it.push(Act::Remove {
                sign: 15,
                reason: Reason::Forged,
            });
        }),
        ("a level for who withdrew", |it| {
            _ = it.push(Act::Level {
                sign: 15,
                level: Proof::Dns,
            });
        }),
        ("a level for a correction", |it| {
            _ = it.push(Act::Level {
                sign: 24,
                level: Proof::Dns,
            });
        }),
        ("a level for genesis", |it| {
            _ = it.push(Act::Level {
                sign: 0,
                level: Proof::Dns,
            });
        }),
        ("a level for itself", |it| {
            _ = it.push(Act::Level {
                sign: 30,
                level: Proof::Dns,
            });
        }),
        ("a level for what comes", |it| {
            _ = it.push(Act::Level {
                sign: 31,
                level: Proof::Dns,
            });
        }),
        ("a level for nobody", |it| {
            _ = it.push(Act::Level {
                sign: 9_007_199_254_740_991,
                level: Proof::Dns,
            });
        }),
        ("a statement of who withdrew", |it| {
            it.state(15, "Still here.");
            it.statements.remove(&30);
        }),
        ("a statement taken back from who withdrew", |it| {
            it.push(Act::Statement {
                sign: 15,
                statement: None,
            });
        }),
        ("a correction of who withdrew", |it| {
            it.correct(15, Kind::Individual, country("DE"), Some("Back"));
            it.openings.remove(&30);
        }),
        ("a correction of a text", |it| {
            it.correct(1, Kind::Individual, country("DE"), Some("Back"));
            it.openings.remove(&30);
        }),
        ("support", |it| {
            it.push(Act::Support(Support {
                issuer: Hash([1; 32]),
                token: Hash([2; 32]),
                signature: vec![3; 256],
            }));
        }),
        ("a response to nothing", |it| {
            it.push(Act::Respond {
                deliver: 14,
                digest: Hash([1; 32]),
            });
        }),
        ("a response to itself", |it| {
            it.push(Act::Respond {
                deliver: 30,
                digest: Hash([1; 32]),
            });
        }),
        ("a delivery of size 0", |it| deliver(it, 20, 0)),
        ("a delivery of itself", |it| deliver(it, 20, 31)),
        ("a delivery of another root", |it| deliver(it, 20, 21)),
        ("a delivery of what is to come", |it| deliver(it, 20, 40)),
        ("an audit of another root", |it| look(it, 30, 29)),
        ("an audit of size 0", |it| look(it, 30, 0)),
        ("an audit of itself", |it| look(it, 30, 31)),
        ("a version 65,537", |it| _ = it.text(65_537)),
        ("a reason that is none", |it| {
            raw(it, "\"remove\"", "\"sign\":20,\"reason\":\"other\"");
        }),
        ("a role that is none", |it| {
            raw(
                it,
                "\"key\"",
                "\"role\":\"desk\",\"act\":\"new\",\"value\":\"a\"",
            );
        }),
        ("a key's value empty", |it| {
            raw(
                it,
                "\"key\"",
                "\"role\":\"log\",\"act\":\"new\",\"value\":\"\"",
            );
        }),
        ("an audit with half a sample", |it| {
            raw(it, "\"audit\"", "\"size\":1,\"root\":\"\",\"sample\":0.5");
        }),
    ];
    let forged = Forgery::of(Letter::eventful(8));
    let mut cases = Vec::new();
    for (what, push) in pushes {
        let mut forged = forged.clone();
        push(&mut forged.letter);
        cases.push(Case::hostile(what, forged.bytes()));
    }
    let drafts: [(&str, Push); 5] = [
        ("issued before it opened", |it| {
            _ = it.push(Act::Issue {
                issuer: Hash([1; 32]),
            });
        }),
        ("delivered before it opened", |it| deliver(it, 1, 1)),
        ("closed before it opened", |it| {
            _ = it.push(Act::State(State::Closed));
        }),
        ("answered before it opened", |it| {
            _ = it.push(Act::Respond {
                deliver: 1,
                digest: Hash([1; 32]),
            });
        }),
        ("without a genesis", |it| _ = it.entries.remove(0)),
    ];
    for (what, push) in drafts {
        let mut forged = Forgery::of(Letter::written());
        push(&mut forged.letter);
        cases.push(Case::hostile(what, forged.bytes()));
    }
    let mut early = Forgery::of(Letter::written());
    early.letter.entries.swap(0, 1);
    cases.push(Case::hostile("genesis second", early.bytes()));
    early.letter.entries.swap(0, 1);
    early.letter.entries.pop();
    early.letter.texts.clear();
    early.letter.push(Act::State(State::Opened));
    cases.push(Case::hostile("opened without a text", early.bytes()));
    cases
}

fn deliver(letter: &mut Letter, root_of: usize, size: u64) {
    let carried = undersigned_record::checkpoint::Checkpoint {
        size,
        ..earlier(letter, root_of)
    };
    letter.push(delivery(&carried));
}

fn look(letter: &mut Letter, root_of: usize, size: u64) {
    let named = undersigned_record::checkpoint::Checkpoint {
        size,
        ..earlier(letter, root_of)
    };
    letter.push(audit(&named));
}

fn raw(letter: &mut Letter, kind: &str, rest: &str) {
    let at = undersigned_record::entry::Hour::from_unix(letter.now);
    letter.push_bytes(format!("{{\"v\":1,\"type\":{kind},\"at\":\"{at}\",{rest}}}").into_bytes());
}

/// Signatures that should not be there; the table has them.
fn signs() -> Vec<Case> {
    let mut cases = Vec::new();
    let mut add = |what: &str, mut forged: Forgery, founding: bool, change: fn(&str) -> String| {
        let letter = &mut forged.letter;
        let index = letter.sign_as(Kind::Individual, country("DE"), "Too Late", founding);
        let entry = String::from_utf8(letter.entries.pop().unwrap()).unwrap();
        letter.push_bytes(change(&entry).into_bytes());
        forged.row(index, "Too Late");
        let table = String::from_utf8(forged.table.clone()).unwrap();
        if founding {
            let row = format!("\"{index}\",\"individual\",\"DE\",\"mailbox\",\"false\"");
            let right = row.replace("mailbox", "invited").replace("false", "true");
            forged.table = table.replace(&row, &right).into_bytes();
        }
        cases.push(Case {
            code: i32::from(what != "in time"),
            ..Case::hostile(what, forged.bytes())
        });
    };
    let same = |entry: &str| entry.to_owned();
    let letter = || Forgery::of(Letter::eventful(8));
    add("in time", letter(), false, same);
    add("founding after it opened", letter(), true, same);
    let written = || Forgery::of(Letter::written());
    add("not founding before it opened", written(), false, same);
    add("of a version to come", letter(), false, |entry| {
        entry.replace("\"version\":1", "\"version\":2")
    });
    add("of version 0", letter(), false, |entry| {
        entry.replace("\"version\":1", "\"version\":0")
    });
    let mut closed = letter();
    closed.letter.push(Act::State(State::Closed));
    add("after it closed", closed, false, same);
    let mut dated = Letter::blank();
    let mut genesis = dated.genesis();
    genesis.closing = Some(undersigned_record::entry::Date::from_unix(START));
    dated.push(Act::Genesis(genesis));
    dated.text(1);
    dated.push(Act::State(State::Opened));
    let mut dated = Forgery::of(dated);
    dated.letter.now = START + 86_400;
    add("after the last date", dated, false, same);
    cases
}
