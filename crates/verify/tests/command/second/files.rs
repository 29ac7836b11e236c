//! Files that are not what the record makes them, in bundles that the log's own key signed all the same.

use undersigned_record::checkpoint::Checkpoint;
use undersigned_record::filter::Filter;
use undersigned_record::note::LogKey;

use super::sound::cosigned;
use super::{Case, Forgery, member};
use crate::forge::{self, Member};
use crate::letter::{Letter, ORIGIN, bundle, country, filtered};

pub(super) fn cases() -> Vec<Case> {
    let mut letter = Letter::eventful(300);
    letter.sign("=1+1");
    let bytes = forge::without_verifier(&bundle(&letter));
    let mut cases = changed(&bytes);
    cases.extend(listed(&bytes));
    cases.extend(manifests(&bytes));
    cases.extend(checkpoints());
    cases.extend(filters());
    cases
}

type Change = fn(&mut Vec<u8>);

const CHANGES: [(&str, Change); 33] = [
    ("key", |data| data.push(b'\n')),
    ("key", |data| data.truncate(data.len() - 1)),
    ("key", |data| data.insert(0, b' ')),
    ("key", Vec::clear),
    ("key", |data| edit(data, "+7fb897bb+", "+7FB897BB+")),
    ("key", |data| edit(data, "+7fb897bb+", "+7fb897bc+")),
    ("policy", |data| data.push(b'\n')),
    ("policy", |data| edit(data, "none", "any")),
    ("policy", |data| edit(data, "quorum", "witness w\nquorum")),
    ("text/1/en", |data| data.push(b'!')),
    ("text/1/ar", Vec::clear),
    ("tile/0/000", |data| data[0] ^= 1),
    ("tile/0/000", |data| data.truncate(8160)),
    ("tile/0/001.p/67", |data| data.extend([0; 32])),
    ("tile/1/000.p/1", |data| data[31] ^= 1),
    ("tile/entries/000", |data| data[40] ^= 1),
    ("tile/entries/001.p/67", |data| data.extend([0, 0])),
    ("tile/entries/001.p/67", |data| {
        data.truncate(data.len() - 1);
    }),
    ("openings/000", |data| data.push(b'\n')),
    ("openings/000", |data| data.truncate(data.len() - 1)),
    ("openings/000", |data| {
        edit(data, "{\"index\":2,", "{\"index\": 2,");
    }),
    ("openings/000", |data| {
        edit(data, "{\"index\":2,", "{\"index\":02,");
    }),
    ("openings/000", |data| {
        edit(data, "\"salt\":\"", "\"salt\":\"A");
    }),
    ("openings/000", |data| {
        *data = lines(data, |lines| lines.swap(4, 5));
    }),
    ("openings/000", |data| {
        *data = lines(data, |lines| lines.insert(4, lines[4]));
    }),
    ("openings/000", |data| {
        *data = lines(data, |lines| _ = lines.remove(7));
    }),
    ("openings/000", |data| {
        edit(data, "=\",\"opening\"", "\",\"opening\"");
    }),
    ("openings/001", |data| lax(data)),
    ("statements/001", |data| edit(data, "statement", "opening")),
    ("signatories.csv", |data| data.truncate(data.len() - 2)),
    ("signatories.csv", |data| data.extend(b"\"999\"\r\n")),
    ("signatories.csv", |data| edit(data, "\"'=1", "\"=1")),
    ("signatories.csv", |data| edit(data, "\r\n", "\n")),
];

fn edit(data: &mut Vec<u8>, from: &str, to: &str) {
    let text = String::from_utf8(data.clone()).unwrap();
    *data = text.replacen(from, to, 1).into_bytes();
}

fn lines(data: &[u8], change: impl FnOnce(&mut Vec<&[u8]>)) -> Vec<u8> {
    let mut lines: Vec<&[u8]> = data.split_inclusive(|byte| *byte == b'\n').collect();
    change(&mut lines);
    lines.concat()
}

/// The salt's last digit before the padding stands for two bits that have to be zero.
fn lax(data: &mut [u8]) {
    let at = data
        .windows(4)
        .position(|bytes| bytes == b"=\",\"")
        .unwrap()
        - 1;
    data[at] += 1;
}

fn changed(bytes: &[u8]) -> Vec<Case> {
    let numbered = CHANGES.into_iter().enumerate();
    let cases = numbered.filter_map(|(n, (name, change))| {
        let parts = forge::members(bytes);
        // The corrections make what is in the second file of each kind depend on the letter.
        parts.iter().find(|part| part.name == name)?;
        let forged = forge::resigned(bytes, |parts| {
            let part = parts.iter_mut().find(|part| part.name == name);
            let part = part.unwrap();
            let before = part.data.clone();
            change(&mut part.data);
            assert!(before != part.data, "{n}, {name}");
        });
        Some(Case::hostile(format!("change {n} of {name}"), forged))
    });
    let cases: Vec<Case> = cases.collect();
    assert_eq!(cases.len(), CHANGES.len(), "a file has another name");
    cases
}

/// Names that have no place, and files that are gone.
fn listed(bytes: &[u8]) -> Vec<Case> {
    let with = |name: &str, data: &[u8]| {
        let data = data.to_vec();
        forge::resigned(bytes, |parts| {
            parts.push(Member {
                name: name.into(),
                data,
            });
            parts.sort_by(|a, b| a.name.cmp(&b.name));
        })
    };
    let mut cases = Vec::new();
    for name in [
        "../escape",
        "/etc/passwd",
        "",
        "KEY",
        "Checkpoint",
        "checkpoint/",
        "manifest",
        "notes.txt",
        "zzz",
        "text/9/en",
        "text/01/en",
        "text/1/EN",
        "text/1/",
        "text/0/en",
        "tile/0/007",
        "tile/3/000",
        "tile/0/000.p/255",
        "tile/00/000",
        "tile/0/x000/000",
        "tile/entries/009.p/4",
        "tile/entries/001",
        "openings/009",
        "openings/1",
        "openings/001.p/3",
        "statements/000",
        "statements/x001/000",
        "dossier/en.PDF",
        "dossier/.pdf",
        "dossier/-a.pdf",
        "dossier/a_b.pdf",
        "dossier/a/b.pdf",
        "dossier/\u{e9}.pdf",
        "verify.py3",
        "verify/py",
        "\u{6b}ey\u{301}",
    ] {
        cases.push(Case::hostile(format!("with {name:?}"), with(name, b"x")));
    }
    cases.push(Case::hostile(
        "an empty file of statements",
        with("statements/000", b""),
    ));
    let long = format!("dossier/{}.pdf", "a".repeat(65));
    cases.push(Case::hostile("a long name", with(&long, b"x")));
    for name in [
        "checkpoint",
        "key",
        "policy",
        "signatories.csv",
        "text/1/ar",
        "tile/0/000",
        "tile/1/000.p/1",
        "tile/entries/001.p/67",
        "openings/001",
        "statements/001",
    ] {
        let forged = forge::resigned(bytes, |parts| {
            let before = parts.len();
            parts.retain(|part| part.name != name);
            assert_eq!(parts.len(), before - 1, "{name}");
        });
        cases.push(Case::hostile(format!("without {name}"), forged));
    }
    cases
}

fn manifests(bytes: &[u8]) -> Vec<Case> {
    let key = Letter::blank().key;
    let stranger = LogKey::generate(ORIGIN, [8; 32]).unwrap();
    let note = String::from_utf8(member(bytes, "MANIFEST")).unwrap();
    let text = note.split_once("\n\n").unwrap().0.to_owned() + "\n";
    let by_stranger = stranger.sign(&text);
    let extra = &by_stranger[text.len() + 1..];
    let mut listed: Vec<&str> = text.lines().collect();
    listed.swap(1, 2);
    let swapped = listed.join("\n") + "\n";
    let shorter = text.replacen(listed[3], "", 1).replacen("\n\n", "\n", 1);
    let notes = [
        ("by a stranger", by_stranger.clone()),
        ("with a stranger's signature", format!("{note}{extra}")),
        ("signed twice", key.sign(&text) + &note[text.len() + 1..]),
        (
            "of another version",
            key.sign(&text.replace("bundle/v1", "bundle/v2")),
        ),
        ("in another order", key.sign(&swapped)),
        ("without a line", key.sign(&shorter)),
        (
            "with a line more",
            key.sign(&format!("{text}{}\n", listed[2])),
        ),
        (
            "with two spaces",
            key.sign(&text.replace(" key\n", "  key\n")),
        ),
        (
            "with another digest",
            key.sign(&text.replacen(listed[1], &listed[1].replacen(|c| c != '/', "/", 1), 1)),
        ),
        (
            "with a digest in another spelling",
            key.sign(&text.replacen("= ", " ", 1)),
        ),
        (
            "with an empty line",
            key.sign(&text.replacen("v1\n", "v1\n\n", 1)),
        ),
        ("with CRLF", note.replace('\n', "\r\n")),
        (
            "without its last newline",
            note[..note.len() - 1].to_owned(),
        ),
        ("with a newline more", format!("{note}\n")),
        ("with a hyphen for a dash", note.replace('\u{2014}', "-")),
        (
            "with two spaces in the signature",
            note.replace("\u{2014} ", "\u{2014}  "),
        ),
        ("unsigned", text.clone()),
        ("empty", String::new()),
    ];
    let with = |note: String| {
        let mut parts = forge::members(bytes);
        parts.last_mut().unwrap().data = note.into_bytes();
        forge::zip(&parts)
    };
    let cases = notes.into_iter();
    let mut cases: Vec<Case> = cases
        .map(|(what, note)| Case::hostile(format!("MANIFEST {what}"), with(note)))
        .collect();
    let mut parts = forge::members(bytes);
    parts.last_mut().unwrap().data.insert(0, 0xff);
    cases.push(Case::hostile("MANIFEST not UTF-8", forge::zip(&parts)));
    cases
}

fn checkpoints() -> Vec<Case> {
    let forged = Forgery::of(Letter::eventful(8));
    let key = &forged.letter.key;
    let head = forged.letter.checkpoint();
    let text = head.text();
    let root = head.root.to_string();
    let signed = head.sign(key);
    let with = |what: &str, note: String| {
        let forged = Forgery {
            checkpoint: Some(note),
            ..forged.clone()
        };
        Case::hostile(format!("checkpoint {what}"), forged.bytes())
    };
    let other = |size: u64, origin: &str| Checkpoint {
        size,
        origin: origin.into(),
        ..head.clone()
    };
    let stranger = LogKey::generate(ORIGIN, [8; 32]).unwrap();
    vec![
        with("of one entry more", other(31, ORIGIN).sign(key)),
        with("of one entry less", other(29, ORIGIN).sign(key)),
        with("of none", other(0, ORIGIN).sign(key)),
        with("of very many", other((1 << 53) - 1, ORIGIN).sign(key)),
        with(
            "of too many",
            key.sign(&text.replace("\n30\n", "\n9007199254740992\n")),
        ),
        with(
            "of another log",
            other(30, "demo.example/letters/another").sign(key),
        ),
        with(
            "of another root",
            key.sign(&text.replace(&root, &root.replacen('m', "n", 1))),
        ),
        with(
            "of a root in another spelling",
            key.sign(&text.replace("A=\n", "B=\n")),
        ),
        with(
            "with a size in another spelling",
            key.sign(&text.replace("\n30\n", "\n030\n")),
        ),
        with(
            "with a sign before its size",
            key.sign(&text.replace("\n30\n", "\n+30\n")),
        ),
        with(
            "with Arabic digits",
            key.sign(&text.replace("\n30\n", "\n\u{663}\u{660}\n")),
        ),
        with("with an extension line", key.sign(&format!("{text}more\n"))),
        with("with an empty line", key.sign(&format!("{text}\n"))),
        with("by a stranger", head.sign(&stranger)),
        with(
            "signed twice, once wrong",
            wrong_beside(&signed, &text, &stranger),
        ),
        with(
            "with a control character",
            signed.replace("\n30", "\u{1}\n30"),
        ),
        with(
            "with a broken line by another",
            format!("{signed}\u{2014} witness.example\n"),
        ),
        with(
            "with another's lax base64",
            format!("{signed}\u{2014} w AAAAAAB=\n"),
        ),
        with(
            "of 70,000 bytes",
            format!("{signed}\u{2014} w {}\n", "AAAA".repeat(17_500)),
        ),
        Case::hostile("checkpoint with 65 signatures", cosigned(64)),
    ]
}

/// The right signature, and in the same key's name one that isn't.
fn wrong_beside(signed: &str, text: &str, stranger: &LogKey) -> String {
    let line = &signed[text.len() + 1..];
    let wrong = &stranger.sign(text)[text.len() + 1..];
    // Name and key id are those of the right one.
    let split = line.rfind(' ').unwrap() + 7;
    format!("{signed}{}{}", &line[..split], &wrong[split..])
}

fn filters() -> Vec<Case> {
    let letter = Letter::eventful(8);
    let only = Filter {
        country: Some(country("DE")),
        kind: None,
    };
    let german = forge::without_verifier(&filtered(&letter, only));
    let right = String::from_utf8(member(&german, "filter")).unwrap();
    let with = |what: &str, bytes: &[u8], line: Option<String>| {
        let forged = forge::resigned(bytes, |parts| {
            parts.retain(|part| part.name != "filter");
            let filter = |line: String| Member {
                name: "filter".into(),
                data: line.into_bytes(),
            };
            parts.extend(line.map(filter));
            parts.sort_by(|a, b| a.name.cmp(&b.name));
        });
        Case::hostile(format!("filter: {what}"), forged)
    };
    let mut cases = vec![
        with("gone", &german, None),
        with("of a whole bundle", &bundle(&letter), Some(right.clone())),
    ];
    for (from, to) in [
        ("13", "12"),
        ("13", "14"),
        (":0}", ":1}"),
        ("\n", ""),
        ("\n", "\n\n"),
        ("DE", "FR"),
        ("DE", "UK"),
        ("DE", "de"),
        ("null", "\"person\""),
        ("null", "\"individual\""),
        ("\"DE\"", "null"),
        ("\"v\":1", "\"v\":2"),
        (",", ", "),
        (":0}", ":00}"),
        (":0}", ":0,\"x\":1}"),
        (":0}", ":-0}"),
        ("13", "13.0"),
        ("13", "true"),
        ("13", "9007199254740992"),
        ("\"v\":1,", ""),
    ] {
        let line = right.replace(from, to);
        assert_ne!(line, right);
        cases.push(with(&format!("{from:?} is {to:?}"), &german, Some(line)));
    }
    cases
}
