//! What is no entry, opening or statement: other spellings, illegal values, the wrong fields.

use std::collections::BTreeMap;

use undersigned_record::Hash;
use undersigned_record::entry::{
    Act, Date, Deliver, Display, Entry, EntryError, Genesis, Hour, Kind, Lang, Text,
};
use undersigned_record::note::LogKey;
use undersigned_record::opening::{Opening, Salt, commit, contact_commitment};
use undersigned_record::statement::Statement;

const SIGN: &str = r#"{"v":1,"type":"sign","at":"2026-11-22T23:00:00Z","kind":"individual","country":"DE","level":"mailbox","version":1,"founding":false,"opening":"AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=","contact":"AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI="}"#;

#[test]
fn the_example_of_the_format_is_a_signature() {
    let entry = Entry::parse(SIGN.as_bytes()).unwrap();
    let Act::Sign(sign) = entry.act else {
        panic!("not a sign")
    };
    assert_eq!(
        (sign.kind, sign.country.as_str(), sign.founding),
        (Kind::Individual, "DE", false)
    );
    assert_eq!((sign.opening, sign.contact), (Hash([1; 32]), Hash([2; 32])));
}

#[test]
fn other_spellings_of_an_entry_are_refused() {
    let swaps = [
        (r#"{"v":1"#, r#"{"v": 1"#),
        (r#"{"v":1"#, r#" {"v":1"#),
        (r#"{"v":1"#, r#"{"v":1.0"#),
        (r#"{"v":1"#, r#"{"v":01"#),
        (r#"{"v":1"#, r#"{"v":"1""#),
        (r#"{"v":1"#, r#"{"v":2"#),
        (r#"{"v":1"#, r#"{"v":1,"v":1"#),
        (r#""type":"sign""#, r#""type":"Sign""#),
        (r#""type":"sign""#, r#""type":"sig\u006e""#),
        (r#""type":"sign""#, r#""type":"other""#),
        ("23:00:00Z", "23:00:00+00:00"),
        ("23:00:00Z", "23:30:00Z"),
        ("23:00:00Z", "24:00:00Z"),
        ("2026-11-22", "2026-02-29"),
        ("2026-11-22", "2026-13-01"),
        (r#""country":"DE""#, r#""country":"de""#),
        (r#""country":"DE""#, r#""country":"XX""#),
        (r#""country":"DE""#, r#""country":null"#),
        (
            r#""kind":"individual","country":"DE""#,
            r#""country":"DE","kind":"individual""#,
        ),
        (r#""kind":"individual","#, ""),
        (r#""version":1"#, r#""version":-1"#),
        (r#""version":1"#, r#""version":9007199254740992"#),
        (r#""version":1"#, r#""version":1e0"#),
        (r#""founding":false"#, r#""founding":0"#),
        ("AQE=", "AQE"),
        ("AQE=", "AQF="),
        ("AQE=", "AQE=\\n"),
        (r#"AgI="}"#, r#"AgI=","more":1}"#),
        (r#"AgI="}"#, "AgI=\"}\n"),
        (r#"AgI="}"#, r#"AgI="} "#),
        (r#"AgI="}"#, r#"AgI=""#),
    ];
    for (from, to) in swaps {
        assert!(SIGN.contains(from), "{from}");
        let changed = SIGN.replacen(from, to, 1);
        assert!(Entry::parse(changed.as_bytes()).is_err(), "{changed}");
    }
    assert_eq!(
        Entry::parse(SIGN.replace("\"v\":1", "\"v\":2").as_bytes()),
        Err(EntryError::Version(2))
    );
    assert_eq!(
        Entry::parse(SIGN.replace("\"sign\"", "\"song\"").as_bytes()),
        Err(EntryError::Type("song".into()))
    );
    assert_eq!(Entry::parse(&[b' '; 65_536]), Err(EntryError::Long));
    assert!((0..SIGN.len()).all(|cut| Entry::parse(&SIGN.as_bytes()[..cut]).is_err()));
    let mut invalid = SIGN.as_bytes().to_vec();
    invalid[30] = 0xff;
    assert!(Entry::parse(&invalid).is_err());
}

#[test]
fn texts_and_recipients_must_be_legal() {
    let at = Hour::from_unix(0);
    let refused = |act: Act| Entry::parse(&Entry { at, act }.to_bytes()).is_err();
    let key = LogKey::generate("x.example", [1; 32]).unwrap().verifier();
    let genesis = |recipients: &[&str]| {
        Act::Genesis(Genesis {
            origin: "x.example".into(),
            key: key.clone(),
            recipients: recipients.iter().map(ToString::to_string).collect(),
            retention: Date::from_unix(0),
            closing: None,
            predecessor: None,
        })
    };
    assert!(!refused(genesis(&["age1abc", "age1def"])));
    for recipients in [
        &[][..],
        &["age1"],
        &["AGE-SECRET-KEY-1"],
        &["age1ABC"],
        &["age1abc", "ssh-ed25519 AAAA"],
    ] {
        assert!(refused(genesis(recipients)), "{recipients:?}");
    }
    assert!(refused(Act::Text(Text {
        version: 1,
        texts: BTreeMap::new()
    })));
    let texts = BTreeMap::from([("en".parse().unwrap(), Hash([0; 32]))]);
    assert!(refused(Act::Text(Text { version: 0, texts })));
    for recipient in [
        "",
        "tab\there",
        "line\nhere",
        "delete\u{7f}",
        "next\u{85}",
        &"x".repeat(1001),
    ] {
        let deliver = Deliver {
            recipient: recipient.into(),
            channel: "post".into(),
            size: 1,
            root: Hash([0; 32]),
        };
        assert!(refused(Act::Deliver(deliver)), "{recipient:?}");
    }
}

#[test]
fn languages_are_sorted_and_legal() {
    let unsorted = r#"{"v":1,"type":"text","at":"2026-11-22T23:00:00Z","version":1,"texts":{"en":"AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=","ar":"AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="}}"#;
    assert!(Entry::parse(unsorted.as_bytes()).is_err());
    assert!(Entry::parse(unsorted.replace("\"ar\"", "\"en\"").as_bytes()).is_err());
    assert!(Entry::parse(unsorted.replace("\"ar\"", "\"fr\"").as_bytes()).is_ok());
    for tag in [
        "",
        "e",
        "EN",
        "en-",
        "en-a",
        "../en",
        "en/x",
        "en_US",
        "english",
        "en-abcdefghi",
    ] {
        assert!(tag.parse::<Lang>().is_err(), "{tag}");
    }
}

#[test]
fn openings_show_what_their_display_says_and_nothing_else() {
    let named = Opening {
        kind: Kind::Individual,
        display: Display::Name,
        name: Some("Zo\u{eb} \"Z\" \\ Doe".into()),
        title: Some("Dr".into()),
        affiliation: None,
        website: None,
        mailbox: None,
        lang: "en".parse().unwrap(),
        text: Hash([3; 32]),
    };
    assert_eq!(Opening::parse(&named.to_bytes()), Ok(named.clone()));
    let refused = |opening: &Opening| Opening::parse(&opening.to_bytes()).is_err();
    assert!(refused(&Opening {
        name: None,
        ..named.clone()
    }));
    assert!(refused(&Opening {
        display: Display::Count,
        ..named.clone()
    }));
    let count = Opening {
        display: Display::Count,
        name: None,
        title: None,
        ..named.clone()
    };
    assert!(!refused(&count));
    assert!(refused(&Opening {
        affiliation: Some("ACME".into()),
        ..count.clone()
    }));
    assert!(!refused(&Opening {
        display: Display::Initials,
        name: Some("Z. D.".into()),
        ..named.clone()
    }));
    assert!(refused(&Opening {
        name: Some(String::new()),
        ..named.clone()
    }));
    assert!(refused(&Opening {
        title: Some("a\nb".into()),
        ..named.clone()
    }));
    assert!(refused(&Opening {
        title: Some("x".repeat(2001)),
        ..named
    }));
}

/// Openings of before the field was there keep their bytes, and it has one spelling and one place.
#[test]
fn a_mailbox_is_a_domain_in_its_one_place_or_no_key_at_all() {
    let without = r#"{"v":1,"kind":"individual","display":"name","name":"Zo","title":null,"affiliation":"Uni X","website":null,"lang":"en","text":"AwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwM="}"#;
    let parsed = Opening::parse(without.as_bytes()).unwrap();
    assert_eq!(parsed.mailbox, None);
    assert_eq!(parsed.to_bytes(), without.as_bytes());
    let shown = r#""website":null,"mailbox":"uni-x.example","lang""#;
    let with = without.replace(r#""website":null,"lang""#, shown);
    let parsed = Opening::parse(with.as_bytes()).unwrap();
    assert_eq!(parsed.mailbox.as_deref(), Some("uni-x.example"));
    assert_eq!(parsed.to_bytes(), with.as_bytes());
    let swaps = [
        (r#""uni-x.example""#, "null"),
        (r#""uni-x.example""#, r#""""#),
        (r#""uni-x.example""#, r#""Uni-X.example""#),
        (r#""uni-x.example""#, r#""ana@uni-x.example""#),
        (r#""uni-x.example""#, r#""uni-x.example.""#),
        (r#""uni-x.example""#, r#""example""#),
        (r#""uni-x.example""#, r#""127.0.0.1""#),
        (r#""uni-x.example""#, "\"b\u{fc}cher.example\""),
        (r#""uni-x.example""#, "\"uni-x.example\\n\""),
        (shown, r#""mailbox":"uni-x.example","website":null,"lang""#),
        (
            shown,
            r#""website":null,"mailbox":"uni-x.example","mailbox":"uni-x.example","lang""#,
        ),
        (r#""individual""#, r#""company""#),
        (
            r#""display":"name","name":"Zo""#,
            r#""display":"count","name":null"#,
        ),
    ];
    for (from, to) in swaps {
        assert!(with.contains(from), "{from}");
        let changed = with.replacen(from, to, 1);
        assert!(Opening::parse(changed.as_bytes()).is_err(), "{changed}");
    }
    let initials = with.replace(
        r#""display":"name","name":"Zo""#,
        r#""display":"initials","name":"Z.""#,
    );
    assert!(
        Opening::parse(initials.as_bytes()).is_ok(),
        "initials may have it"
    );
    let counted = initials.replace(
        r#""display":"initials","name":"Z.""#,
        r#""display":"count","name":null"#,
    );
    let counted = counted.replace(r#""Uni X""#, "null");
    assert!(
        Opening::parse(counted.as_bytes()).is_err(),
        "who is only counted shows nothing"
    );
}

#[test]
fn statements_may_have_lines_and_no_other_controls() {
    let statement = |words: &str| Statement {
        lang: "en".parse().unwrap(),
        words: words.into(),
    };
    let good = statement("One.\nTwo \"three\".");
    assert_eq!(Statement::parse(&good.to_bytes()), Ok(good));
    for words in ["", "a\tb", "a\r\nb", "\u{1b}[31m"] {
        assert!(
            Statement::parse(&statement(words).to_bytes()).is_err(),
            "{words:?}"
        );
    }
}

#[test]
fn commitments_hang_on_salt_bytes_and_label() {
    let salt = Salt([5; 32]);
    let opening = commit(&salt, b"bytes");
    assert_ne!(opening, commit(&Salt([6; 32]), b"bytes"));
    assert_ne!(opening, commit(&salt, b"bytez"));
    assert_ne!(
        opening,
        undersigned_record::statement::commit(&salt, b"bytes")
    );
    let (one, two) = (Hash([1; 32]), Hash([2; 32]));
    assert_eq!(
        contact_commitment(&[one, two]),
        contact_commitment(&[two, one])
    );
    assert_ne!(contact_commitment(&[one]), contact_commitment(&[]));
    assert_eq!(
        contact_commitment(&[]),
        Hash::of(b"undersigned/contact/v1\0")
    );
    assert!(!format!("{salt:?}").contains(&salt.to_string()));
}
