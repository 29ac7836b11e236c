//! Bundles: whatever is changed, cut, added, moved or repeated is refused.

use std::io::Cursor;

use proptest::prelude::*;
use undersigned_record::Hash;
use undersigned_record::bundle::{self, WriteError};
use undersigned_record::note::LogKey;
use undersigned_record::verify::{Report, verify_bundle};

use crate::letter::{Letter, ORIGIN, bundle as bundle_of};

fn verify(bytes: &[u8]) -> Report {
    let key = Letter::blank().key.verifier();
    verify_bundle(Cursor::new(bytes), Some(&key), &mut |_| ())
}

fn problem(bytes: &[u8]) -> String {
    let report = verify(bytes);
    assert_eq!(report.ok, report.problems.is_empty());
    report
        .problems
        .first()
        .map(ToString::to_string)
        .unwrap_or_default()
}

/// A member of a ZIP, taken apart without the crate's own reader.
#[derive(Clone)]
struct Member {
    name: String,
    data: Vec<u8>,
}

fn u32_at(bytes: &[u8], at: usize) -> usize {
    u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize
}

fn u16_at(bytes: &[u8], at: usize) -> usize {
    u16::from_le_bytes(bytes[at..at + 2].try_into().unwrap()) as usize
}

fn members(bytes: &[u8]) -> Vec<Member> {
    let (mut at, mut members) = (0, Vec::new());
    while bytes[at..].starts_with(b"PK\x03\x04") {
        let (size, length) = (u32_at(bytes, at + 22), u16_at(bytes, at + 26));
        let name = String::from_utf8(bytes[at + 30..at + 30 + length].to_vec()).unwrap();
        let data = bytes[at + 30 + length..at + 30 + length + size].to_vec();
        at += 30 + length + size;
        members.push(Member { name, data });
    }
    members
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |c, _| {
            if c & 1 == 1 {
                (c >> 1) ^ 0xedb8_8320
            } else {
                c >> 1
            }
        })
    })
}

/// Puts members together as the legal layout would, but in any order and under any name.
fn zip(members: &[Member]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for member in members {
        let (size, length) = (member.data.len() as u32, member.name.len() as u16);
        let mut shared = Vec::new();
        for word in [0u16, 0, 0, 0x21] {
            shared.extend(word.to_le_bytes());
        }
        for word in [crc(&member.data), size, size] {
            shared.extend(word.to_le_bytes());
        }
        shared.extend(length.to_le_bytes());
        directory.extend(b"PK\x01\x02\x14\x00\x14\x00");
        directory.extend(&shared);
        directory.extend([0; 12]);
        directory.extend((out.len() as u32).to_le_bytes());
        directory.extend(member.name.as_bytes());
        out.extend(b"PK\x03\x04\x14\x00");
        out.extend(&shared);
        out.extend([0; 2]);
        out.extend(member.name.as_bytes());
        out.extend(&member.data);
    }
    let offset = out.len() as u32;
    out.extend(&directory);
    out.extend(b"PK\x05\x06\x00\x00\x00\x00");
    let count = members.len() as u16;
    out.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    out.extend((directory.len() as u32).to_le_bytes());
    out.extend(offset.to_le_bytes());
    out.extend([0; 2]);
    out
}

/// The manifest that the log's own key would sign over these members.
fn manifest(members: &[Member], key: &LogKey) -> Member {
    let mut text = "undersigned/bundle/v1\n".to_owned();
    for member in members.iter().filter(|member| member.name != "MANIFEST") {
        text.push_str(&format!("{} {}\n", Hash::of(&member.data), member.name));
    }
    Member {
        name: "MANIFEST".into(),
        data: key.sign(&text).into_bytes(),
    }
}

/// Changes members and signs the outcome anew, as a dishonest organizer could.
fn resigned(bytes: &[u8], change: impl FnOnce(&mut Vec<Member>)) -> Vec<u8> {
    let mut members = members(bytes);
    members.pop();
    change(&mut members);
    let manifest = manifest(&members, &Letter::blank().key);
    members.push(manifest);
    zip(&members)
}

#[test]
fn a_bundle_holds_and_is_the_same_each_time() {
    let letter = Letter::eventful(600);
    let bytes = bundle_of(&letter);
    assert_eq!(bytes, bundle_of(&letter));
    let report = verify(&bytes);
    assert!(report.ok, "{:?}", report.problems);
    assert_eq!(report.figures.unwrap().total, 611);
    assert_eq!(
        zip(&members(&bytes)),
        bytes,
        "another writer makes the same bytes"
    );
    assert_eq!(
        resigned(&bytes, |_| ()),
        bytes,
        "another signer makes the same bytes"
    );
    let alone = verify_bundle(Cursor::new(&bytes), None, &mut |_| ());
    assert!(alone.ok && !alone.key_pinned);
    let stranger = LogKey::generate(ORIGIN, [8; 32]).unwrap().verifier();
    assert!(!verify_bundle(Cursor::new(&bytes), Some(&stranger), &mut |_| ()).ok);
}

#[test]
fn the_table_of_signatories_is_plain_and_safe() {
    let mut letter = Letter::eventful(20);
    letter.sign("@SUM(1+1), \"Ltd\"");
    letter.sign("Ana;=HYPERLINK(A1);Gomez");
    for start in [
        "=", "+", "-", "@", "\u{ff1d}", "\u{ff0b}", "\u{ff0d}", "\u{ff20}",
    ] {
        letter.sign(&format!("{start}1"));
    }
    let bytes = bundle_of(&letter);
    let member = members(&bytes)
        .into_iter()
        .find(|member| member.name == "signatories.csv")
        .unwrap();
    let table = String::from_utf8(member.data).unwrap();
    let rows: Vec<&str> = table.split_terminator("\r\n").collect();
    assert_eq!(
        rows[0],
        r#""index","kind","country","level","founding","at","name","title","affiliation","website","statement""#
    );
    assert_eq!(
        rows[1],
        r#""2","individual","AD","well-known","true","2026-11-22T23:00:00Z","Founder 0","","","","""#
    );
    for row in [
        "\"16\",\"individual\",\"CL\",\"mailbox\",\"false\",\"2026-11-23T02:00:00Z\",\"Jos\u{e9} \u{627}\u{644}\",\"\",\"\",\"\",\"\"",
        r#""17","individual","ZZ","mailbox","false","2026-11-23T02:00:00Z","","","","","""#,
    ] {
        assert!(rows.contains(&row), "{row}");
    }
    for cell in [
        r#""Signatory 3, ""of note""","","","","Privacy, they say,
is ""over"". It isn't.""#,
        r#""'@SUM(1+1), ""Ltd""""#,
        r#""Ana;=HYPERLINK(A1);Gomez""#,
    ] {
        assert!(table.contains(&format!(",{cell}")), "{cell}");
    }
    for start in [
        "=", "+", "-", "@", "\u{ff1d}", "\u{ff0b}", "\u{ff0d}", "\u{ff20}",
    ] {
        assert!(table.contains(&format!(",\"'{start}1\",")), "{start}");
    }
    assert!(!table.contains("\r\n\"15\","), "who withdrew is not in it");
}

#[test]
fn every_flipped_byte_of_a_small_bundle_is_refused() {
    let bytes = bundle_of(&Letter::opened(2));
    assert!(verify(&bytes).ok);
    for place in 0..bytes.len() {
        let mut flipped = bytes.clone();
        flipped[place] ^= 1 << (place % 8);
        assert!(!verify(&flipped).ok, "byte {place} of {}", bytes.len());
        assert!(
            !verify_bundle(Cursor::new(&flipped), None, &mut |_| ()).ok,
            "byte {place}, no key"
        );
    }
}

#[test]
fn every_cut_and_every_addition_is_refused() {
    let bytes = bundle_of(&Letter::opened(2));
    for cut in 0..bytes.len() {
        assert!(!verify(&bytes[..cut]).ok, "cut to {cut}");
        assert!(!verify(&bytes[bytes.len() - cut..]).ok, "the last {cut}");
    }
    for place in (0..=bytes.len()).step_by(13) {
        let mut longer = bytes.clone();
        longer.insert(place, 0);
        assert!(!verify(&longer).ok, "added at {place}");
    }
    assert!(problem(&bytes[..bytes.len() / 2]).contains("cut short"));
    assert!(problem(b"").contains("cut short"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_flipped_bits_of_a_large_bundle_are_refused(place in any::<prop::sample::Index>(), mask in 1u8..) {
        static BYTES: std::sync::LazyLock<Vec<u8>> = std::sync::LazyLock::new(|| bundle_of(&Letter::eventful(300)));
        let mut flipped = BYTES.clone();
        flipped[place.index(BYTES.len())] ^= mask;
        prop_assert!(!verify(&flipped).ok);
    }
}

#[test]
fn members_stand_in_one_order_once_each_and_none_is_added() {
    let bytes = bundle_of(&Letter::eventful(300));
    let parts = members(&bytes);
    for n in 1..parts.len() {
        let mut swapped = parts.clone();
        swapped.swap(n - 1, n);
        assert!(problem(&zip(&swapped)).contains("out of order"), "{n}");
    }
    for n in 0..parts.len() {
        let mut doubled = parts.clone();
        doubled.insert(n, parts[n].clone());
        assert!(problem(&zip(&doubled)).contains("out of order"), "{n}");
        let mut fewer = parts.clone();
        fewer.remove(n);
        assert_ne!(problem(&zip(&fewer)), "", "{n}");
        let resigned = resigned(&bytes, |members| {
            if n < members.len() {
                members.remove(n);
            }
        });
        assert!(
            n + 1 == parts.len() || !problem(&resigned).is_empty(),
            "{}",
            parts[n].name
        );
    }
}

#[test]
fn names_out_of_the_layout_are_refused_before_anything_is_read() {
    let bytes = bundle_of(&Letter::opened(2));
    for name in [
        "../escape",
        "/etc/passwd",
        "text/1/../../x",
        "tile/0/../000",
        "C:\\x",
        "notes.txt",
        "",
        "text/1/",
        "tile/0/000.p/5/x",
        "openings/0",
        "openings/000.p/3",
        "checkpoint/",
        "KEY",
        "text/01/en",
        "zzz",
    ] {
        let mut parts = members(&bytes);
        parts.pop();
        parts.push(Member {
            name: name.into(),
            data: b"x".to_vec(),
        });
        parts.sort_by(|a, b| a.name.cmp(&b.name));
        let manifest = manifest(&parts, &Letter::blank().key);
        parts.push(manifest);
        assert!(
            problem(&zip(&parts)).contains("a name that no file of a record has"),
            "{name}"
        );
    }
}

#[test]
fn a_file_that_the_record_has_no_place_for_is_refused_even_if_signed() {
    let bytes = bundle_of(&Letter::eventful(300));
    for name in [
        "text/9/en",
        "tile/0/007",
        "tile/3/000",
        "tile/entries/009.p/4",
        "openings/009",
        "statements/000",
    ] {
        let added = resigned(&bytes, |members| {
            members.push(Member {
                name: name.into(),
                data: Vec::new(),
            });
            members.sort_by(|a, b| a.name.cmp(&b.name));
        });
        let problem = problem(&added);
        let words = [
            "does not belong",
            "out of order",
            "is empty and should not be there",
        ];
        assert!(
            words.iter().any(|words| problem.contains(words)),
            "{name}: {problem}"
        );
    }
}

#[test]
fn what_a_dishonest_log_signs_is_refused_where_it_does_not_follow() {
    let bytes = bundle_of(&Letter::eventful(300));
    let change = |name: &str, change: fn(&mut Vec<u8>)| {
        problem(&resigned(&bytes, |members| {
            let member = members
                .iter_mut()
                .find(|member| member.name == name)
                .unwrap();
            change(&mut member.data);
        }))
    };
    assert!(
        change("signatories.csv", |data| data.truncate(data.len() - 2)).contains("signatories.csv")
    );
    assert!(
        change("signatories.csv", |data| data.extend(b"999,x\r\n")).contains("signatories.csv")
    );
    assert!(change("signatories.csv", |data| data[200] ^= 1).contains("signatories.csv"));
    assert!(
        change("policy", |data| data.extend(b"\n")).contains("policy is not what it should be")
    );
    assert!(change("key", |data| data.extend(b"\n")).contains("key is not what it should be"));
    assert!(change("text/1/en", |data| data.extend(b"!")).contains("text/1/en"));
    assert!(change("tile/0/000", |data| data[0] ^= 1).contains("tile/0/000"));
    assert!(change("openings/001", |data| data.extend(b"\n")).contains("openings/001: line"));
    assert!(change("tile/entries/000", |data| data[40] ^= 1).contains("entry 0"));
}

#[test]
fn a_manifest_by_somebody_else_or_with_more_signatures_is_refused() {
    let bytes = bundle_of(&Letter::opened(2));
    let with = |note: String| {
        let mut parts = members(&bytes);
        parts.last_mut().unwrap().data = note.into_bytes();
        problem(&zip(&parts))
    };
    let note = String::from_utf8(members(&bytes).pop().unwrap().data).unwrap();
    assert_eq!(with(note.clone()), "");
    let stranger = LogKey::generate("witness.example", [8; 32]).unwrap();
    let text = note.split_once("\n\n").unwrap().0.to_owned() + "\n";
    assert!(with(stranger.sign(&text)).contains("MANIFEST"));
    let extra = stranger.sign(&text)[text.len() + 1..].to_owned();
    assert!(with(format!("{note}{extra}")).contains("MANIFEST"));
    let swapped = Letter::blank()
        .key
        .sign(&text.replace("undersigned/bundle/v1", "undersigned/bundle/v2"));
    assert!(with(swapped).contains("MANIFEST"));
}

#[test]
fn no_bundle_is_written_of_a_record_that_does_not_verify() {
    let mut letter = Letter::eventful(10);
    letter.openings.clear();
    let spool = Cursor::new(Vec::new());
    let mut out = Vec::new();
    let result = bundle::write(
        &mut letter.publish(),
        &letter.key,
        spool,
        &mut out,
        &mut |_| (),
    );
    assert!(matches!(result, Err(WriteError::Problem(_))));
    assert!(out.is_empty());
}
