//! Entries, openings and statements: each has one spelling, and anything else is refused.

use std::collections::BTreeMap;

use proptest::prelude::*;
use undersigned_record::Hash;
use undersigned_record::entry::{
    Act, Audit, Correct, Country, Date, Deliver, Display, Entry, EntryError, Genesis, Hour, KeyAct,
    KeyRole, Kind, Lang, Predecessor, Proof, Reason, Sign, State, Support, Text,
};
use undersigned_record::note::LogKey;
use undersigned_record::opening::{Opening, Salt, commit, contact_commitment};
use undersigned_record::statement::Statement;

fn hash() -> impl Strategy<Value = Hash> {
    any::<[u8; 32]>().prop_map(Hash)
}

fn index() -> impl Strategy<Value = u64> {
    prop_oneof![0..500u64, 0..(1u64 << 53)]
}

fn words() -> impl Strategy<Value = String> {
    let text = prop::collection::vec(
        any::<char>().prop_filter("no controls", |c| !c.is_control()),
        1..60,
    );
    text.prop_map(|chars| chars.into_iter().collect())
}

fn country() -> impl Strategy<Value = Country> {
    let mut all: Vec<Country> = Country::all().collect();
    all.push(Country::ZZ);
    prop::sample::select(all)
}

fn lang() -> impl Strategy<Value = Lang> {
    prop::sample::select(vec!["en", "ar", "pt-BR", "zh-Hant", "es-419", "yue"])
        .prop_map(|tag| tag.parse().unwrap())
}

fn date() -> impl Strategy<Value = Date> {
    (0..253_402_300_800u64).prop_map(Date::from_unix)
}

fn genesis() -> impl Strategy<Value = Act> {
    let predecessor = (words(), index(), hash()).prop_map(|(origin, size, root)| Predecessor {
        origin,
        size,
        root,
    });
    let key = any::<[u8; 32]>().prop_map(|seed| {
        LogKey::generate("demo.example/letters/one", seed)
            .unwrap()
            .verifier()
    });
    let parts = (
        words(),
        key,
        prop::collection::vec("age1[a-z0-9]{20,60}", 1..4),
        date(),
    );
    (
        parts,
        prop::option::of(date()),
        prop::option::of(predecessor),
    )
        .prop_map(
            |((origin, key, recipients, retention), closing, predecessor)| {
                Act::Genesis(Genesis {
                    origin,
                    key,
                    recipients,
                    retention,
                    closing,
                    predecessor,
                })
            },
        )
}

fn sign() -> impl Strategy<Value = Act> {
    let parts = (
        prop::sample::select(Kind::ALL),
        country(),
        prop::sample::select(Proof::ALL),
        index(),
    );
    (parts, any::<bool>(), hash(), hash()).prop_map(
        |((kind, country, level, version), founding, opening, contact)| {
            Act::Sign(Sign {
                kind,
                country,
                level,
                version,
                founding,
                opening,
                contact,
            })
        },
    )
}

fn about_a_sign() -> impl Strategy<Value = Act> {
    prop_oneof![
        (index(), country(), hash(), hash()).prop_map(|(sign, country, opening, contact)| {
            Act::Correct(Correct {
                sign,
                country,
                opening,
                contact,
            })
        }),
        (index(), prop::sample::select(Proof::ALL))
            .prop_map(|(sign, level)| Act::Level { sign, level }),
        (index(), prop::option::of(hash()))
            .prop_map(|(sign, statement)| Act::Statement { sign, statement }),
        index().prop_map(|sign| Act::Withdraw { sign }),
        (index(), prop::sample::select(Reason::ALL))
            .prop_map(|(sign, reason)| Act::Remove { sign, reason }),
    ]
}

fn others() -> impl Strategy<Value = Act> {
    let texts = prop::collection::btree_map(lang(), hash(), 1..5);
    prop_oneof![
        (1..1u64 << 53, texts).prop_map(|(version, texts)| Act::Text(Text { version, texts })),
        prop::sample::select(State::ALL).prop_map(Act::State),
        hash().prop_map(|issuer| Act::Issue { issuer }),
        (hash(), hash(), prop::collection::vec(any::<u8>(), 0..300)).prop_map(
            |(issuer, token, signature)| Act::Support(Support {
                issuer,
                token,
                signature
            })
        ),
        (words(), words(), index(), hash()).prop_map(|(recipient, channel, size, root)| {
            Act::Deliver(Deliver {
                recipient,
                channel,
                size,
                root,
            })
        }),
        (index(), hash()).prop_map(|(deliver, digest)| Act::Respond { deliver, digest }),
        (
            prop::sample::select(KeyRole::ALL),
            prop::sample::select(KeyAct::ALL),
            words()
        )
            .prop_map(|(role, act, value)| Act::Key { role, act, value }),
        (index(), hash(), index(), words(), index()).prop_map(
            |(size, root, sample, beacon, round)| Act::Audit(Audit {
                size,
                root,
                sample,
                beacon,
                round
            })
        ),
    ]
}

fn entry() -> impl Strategy<Value = Entry> {
    let act = prop_oneof![1 => genesis(), 3 => sign(), 5 => about_a_sign(), 8 => others()];
    let at = (0..253_402_300_800u64).prop_map(Hour::from_unix);
    (at, act).prop_map(|(at, act)| Entry { at, act })
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(entry in entry()) {
        let bytes = entry.to_bytes();
        prop_assert_eq!(Entry::parse(&bytes), Ok(entry.clone()));
        let json: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        prop_assert_eq!(json["type"].as_str(), Some(entry.act.name()));
        prop_assert!(!bytes.contains(&b'\n'));
    }

    /// A changed byte makes another entry or none, and never another spelling of one.
    #[test]
    fn whatever_is_read_is_written_back(entry in entry(), place in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = entry.to_bytes();
        let place = place.index(bytes.len());
        bytes[place] = byte;
        if let Ok(other) = Entry::parse(&bytes) {
            prop_assert_eq!(other.to_bytes(), bytes);
        }
    }

    #[test]
    fn an_inserted_or_dropped_byte_is_never_another_spelling(entry in entry(), place in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let bytes = entry.to_bytes();
        let place = place.index(bytes.len());
        let mut longer = bytes.clone();
        longer.insert(place, byte);
        let mut shorter = bytes.clone();
        shorter.remove(place);
        for changed in [longer, shorter] {
            if let Ok(other) = Entry::parse(&changed) {
                prop_assert_ne!(&other, &entry);
                prop_assert_eq!(other.to_bytes(), changed);
            }
        }
    }

    #[test]
    fn openings_are_read_back(kind in prop::sample::select(Kind::ALL), named in any::<bool>(), name in words(),
        title in prop::option::of(words()), website in prop::option::of(words()), lang in lang(), text in hash()) {
        let opening = Opening {
            kind,
            display: if named { Display::Name } else { Display::Count },
            name: named.then_some(name),
            title: title.filter(|_| named),
            affiliation: None,
            website: website.filter(|_| named),
            lang,
            text,
        };
        prop_assert_eq!(Opening::parse(&opening.to_bytes()), Ok(opening));
    }

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(Entry::parse(&bytes).is_err());
        prop_assert!(Opening::parse(&bytes).is_err());
        prop_assert!(Statement::parse(&bytes).is_err());
    }

    #[test]
    fn hours_and_dates_survive_their_spelling(seconds in 0..253_402_300_800u64) {
        let (hour, date) = (Hour::from_unix(seconds), Date::from_unix(seconds));
        prop_assert_eq!(hour.to_string().parse(), Ok(hour));
        prop_assert_eq!(date.to_string().parse(), Ok(date));
        prop_assert_eq!((hour.unix(), date.unix()), (seconds / 3600 * 3600, seconds / 86_400 * 86_400));
        prop_assert_eq!(hour.date(), date);
    }
}

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
