//! Entries and openings of any content are read as they were written, and nothing is read that wouldn't be written.

use proptest::prelude::*;
use undersigned_record::Hash;
use undersigned_record::entry::{
    Act, Audit, Correct, Country, Date, Deliver, Display, Entry, Genesis, Hour, KeyAct, KeyRole,
    Kind, Lang, Predecessor, Proof, Reason, Sign, State, Support, Text,
};
use undersigned_record::note::LogKey;
use undersigned_record::opening::Opening;
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
        prop::sample::select(Kind::ALL.to_vec()),
        country(),
        prop::sample::select(Proof::ALL.to_vec()),
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
        (index(), prop::sample::select(Proof::ALL.to_vec()))
            .prop_map(|(sign, level)| Act::Level { sign, level }),
        (index(), prop::option::of(hash()))
            .prop_map(|(sign, statement)| Act::Statement { sign, statement }),
        index().prop_map(|sign| Act::Withdraw { sign }),
        (index(), prop::sample::select(Reason::ALL.to_vec()))
            .prop_map(|(sign, reason)| Act::Remove { sign, reason }),
    ]
}

fn others() -> impl Strategy<Value = Act> {
    let texts = prop::collection::btree_map(lang(), hash(), 1..5);
    prop_oneof![
        (1..1u64 << 53, texts).prop_map(|(version, texts)| Act::Text(Text { version, texts })),
        prop::sample::select(State::ALL.to_vec()).prop_map(Act::State),
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
            prop::sample::select(KeyRole::ALL.to_vec()),
            prop::sample::select(KeyAct::ALL.to_vec()),
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
    fn openings_are_read_back(kind in prop::sample::select(Kind::ALL.to_vec()), named in any::<bool>(), name in words(),
        title in prop::option::of(words()), website in prop::option::of(words()),
        mailbox in prop::option::of("[a-z0-9]{1,9}\\.(xn--)?[a-z]{2,9}"), lang in lang(), text in hash()) {
        let opening = Opening {
            kind,
            display: if named { Display::Name } else { Display::Count },
            name: named.then_some(name),
            title: title.filter(|_| named),
            affiliation: None,
            website: website.filter(|_| named),
            mailbox: mailbox.filter(|_| named && kind == Kind::Individual),
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
