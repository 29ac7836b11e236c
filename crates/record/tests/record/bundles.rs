//! Bundles: whatever is changed, cut, added, moved or repeated is refused.

use std::io::Cursor;

use proptest::prelude::*;
use undersigned_record::bundle::{self, WriteError};
use undersigned_record::entry::Kind;
use undersigned_record::filter::Filter;
use undersigned_record::note::LogKey;
use undersigned_record::verify::{Report, verify_bundle};

use crate::forge::{Member, manifest, members, resigned, without_verifier, zip};
use crate::letter::{Letter, ORIGIN, bundle as bundle_of, country, filtered};

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
    let bytes = without_verifier(&bundle_of(&Letter::opened(2)));
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
    let bytes = without_verifier(&bundle_of(&Letter::opened(2)));
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
        let legal = ["MANIFEST", "verify.py"].contains(&&*parts[n].name);
        assert_eq!(problem(&resigned).is_empty(), legal, "{}", parts[n].name);
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
        "dossier/en",
        "dossier/.pdf",
        "dossier/-e.pdf",
        "dossier/a/b.pdf",
        "dossier/a.b.pdf",
        "verify.pyc",
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
        Filter::default(),
        spool,
        &mut out,
        &mut |_| (),
    );
    assert!(matches!(result, Err(WriteError::Problem(_))));
    assert!(out.is_empty());
}

/// Openings and statements of a filtered bundle by the entries that carry them.
fn shown(bytes: &[u8]) -> Vec<String> {
    let lines = members(bytes).into_iter().filter_map(|member| {
        let shelf = member.name.split_once('/')?.0.to_owned();
        let text = String::from_utf8(member.data).ok()?;
        let shelf = Some(shelf).filter(|it| ["openings", "statements"].contains(&it.as_str()))?;
        let index = |line: &str| {
            line["{\"index\":".len()..]
                .split(',')
                .next()
                .map(str::to_owned)
        };
        let lines: Vec<String> = text.lines().filter_map(index).collect();
        Some(format!("{shelf} {}", lines.join(" ")))
    });
    lines.collect()
}

#[test]
fn a_filtered_bundle_holds_who_matches_and_says_how_many_do_not() {
    let letter = Letter::eventful(8);
    for (filter, kept, out) in [
        (
            only(Some("DE"), None),
            vec!["openings 10 18 19 20 21 22", "statements 29"],
            (13, 0),
        ),
        (
            only(Some("DE"), Some(Kind::Company)),
            vec!["openings 10"],
            (18, 1),
        ),
        // By the country as corrected.
        (only(Some("CL"), None), vec!["openings 26"], (18, 1)),
        (
            only(Some("ZZ"), Some(Kind::Individual)),
            vec!["openings 25"],
            (18, 1),
        ),
        (
            only(None, Some(Kind::Organization)),
            vec!["openings 3 6 9 12"],
            (15, 1),
        ),
        (only(Some("FR"), None), vec![], (19, 1)),
    ] {
        let bytes = filtered(&letter, filter);
        let report = verify(&bytes);
        assert!(report.ok, "{filter:?}: {:?}", report.problems);
        assert_eq!(
            report.figures.unwrap().total,
            19,
            "the figures are everybody's"
        );
        let stated = report.filter.unwrap();
        assert_eq!(
            (stated.filter, stated.openings, stated.statements),
            (filter, out.0, out.1)
        );
        assert_eq!(shown(&bytes), kept);
        let table = members(&bytes)
            .into_iter()
            .find(|member| member.name == "signatories.csv");
        let rows = String::from_utf8(table.unwrap().data)
            .unwrap()
            .matches("\r\n")
            .count();
        assert_eq!(rows, 1 + 19 - usize::try_from(out.0).unwrap());
    }
    assert!(verify(&bundle_of(&letter)).filter.is_none());
}

fn only(home: Option<&str>, kind: Option<Kind>) -> Filter {
    Filter {
        country: home.map(country),
        kind,
    }
}

#[test]
fn a_filter_that_is_not_what_the_bundle_holds_is_refused_even_if_signed() {
    let letter = Letter::eventful(8);
    let german = filtered(&letter, only(Some("DE"), None));
    let whole = bundle_of(&letter);
    let with = |bytes: &[u8], line: Option<&str>| {
        problem(&resigned(bytes, |members| {
            members.retain(|member| member.name != "filter");
            members.extend(line.map(|line| Member {
                name: "filter".into(),
                data: line.as_bytes().to_vec(),
            }));
            members.sort_by(|a, b| a.name.cmp(&b.name));
        }))
    };
    let right = "{\"v\":1,\"country\":\"DE\",\"kind\":null,\"openings\":13,\"statements\":0}\n";
    assert_eq!(with(&german, Some(right)), "");
    assert!(with(&german, None).contains("the opening behind entry 2 is missing"));
    assert!(with(&whole, Some(right)).contains("the opening behind entry 2 is not current"));
    for (from, to) in [("13", "12"), ("13", "14"), (":0", ":1")] {
        let problem = with(&german, Some(&right.replace(from, to)));
        assert!(problem.contains("does not tell how much"), "{problem}");
    }
    for (from, to) in [
        ("\n", ""),
        ("DE", "UK"),
        ("DE", "de"),
        ("null", "\"person\""),
        ("\"DE\"", "null"),
        ("\"v\":1", "\"v\":2"),
        (",", ", "),
        ("\"statements\":0", "\"statements\":00"),
    ] {
        let problem = with(&german, Some(&right.replace(from, to)));
        assert!(problem.contains("one legal form"), "{to}: {problem}");
    }
    let french = right
        .replace("DE", "FR")
        .replace("13", "19")
        .replace(":0", ":1");
    assert!(with(&german, Some(&french)).contains("not current"));
}

#[test]
fn what_only_goes_along_is_bound_and_not_looked_into() {
    let bytes = bundle_of(&Letter::opened(2));
    let added = resigned(&bytes, |members| {
        members.push(Member {
            name: "dossier/pt-BR-2.pdf".into(),
            data: b"%PDF-1.7".to_vec(),
        });
        members.sort_by(|a, b| a.name.cmp(&b.name));
        members.last_mut().unwrap().data = b"print('holds')".to_vec();
    });
    assert_eq!(problem(&added), "");
    let mut parts = members(&added);
    for name in ["dossier/pt-BR-2.pdf", "verify.py"] {
        let part = parts.iter_mut().find(|part| part.name == name).unwrap();
        part.data[3] ^= 1;
        assert!(
            problem(&zip(&parts)).contains(&format!("{name} is not the file that MANIFEST lists"))
        );
        let part = parts.iter_mut().find(|part| part.name == name).unwrap();
        part.data[3] ^= 1;
    }
    assert_eq!(problem(&zip(&parts)), "");
}
