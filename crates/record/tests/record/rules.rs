//! Each rule broken once: a record that breaks it is refused, and the report names the entry and the rule.

use crate::letter::{Letter, ORIGIN, START, country};
use undersigned_record::Hash;
use undersigned_record::entry::{
    Act, Audit, Correct, Country, Date, Deliver, Entry, Hour, Kind, Proof, Reason, Sign, State,
    Support,
};
use undersigned_record::note::LogKey;
use undersigned_record::opening::contact_commitment;
use undersigned_record::verify::{Report, verify_live};

fn verify(letter: &Letter) -> Report {
    verify_live(
        &mut letter.publish(),
        Some(&letter.key.verifier()),
        &mut |_| (),
    )
}

pub(crate) fn refused(letter: &Letter, words: &str) {
    let report = verify(letter);
    let problems: Vec<String> = report.problems.iter().map(ToString::to_string).collect();
    assert!(
        !report.ok && report.figures.is_none(),
        "accepted; expected: {words}"
    );
    assert!(
        problems[0].contains(words),
        "{} does not say: {words}",
        problems[0]
    );
}

pub(crate) fn opened() -> Letter {
    Letter::opened(3)
}

#[test]
fn a_full_story_holds_and_its_figures_follow() {
    let letter = Letter::eventful(600);
    let report = verify(&letter);
    assert!(report.ok, "{:?}", report.problems);
    let figures = report.figures.unwrap();
    assert_eq!((figures.total, figures.founding), (12 + 599, 12));
    assert_eq!(
        (
            figures.individuals,
            figures.organizations,
            figures.companies
        ),
        (4 + 599, 4, 4)
    );
    assert_eq!(figures.by_country.get(&country("FR")), None);
    assert_eq!(figures.by_country[&country("CL")], 1);
    assert_eq!(figures.by_country[&Country::ZZ], 1);
    assert_eq!(figures.countries, figures.by_country.len() as u64 - 1);
    assert_eq!(figures.by_country.values().sum::<u64>(), figures.total);
    assert_eq!(report.state, Some(State::Opened));
    assert!(report.key_pinned);
}

#[test]
fn the_first_entry_is_genesis_and_no_other_is() {
    let mut without = Letter::blank();
    without.text(1);
    refused(&without, "entry 0 breaks a rule: entry 0 is genesis");
    let mut twice = opened();
    twice.push(Act::Genesis(twice.genesis()));
    refused(&twice, "entry 6 breaks a rule: entry 0 is genesis");
}

#[test]
fn genesis_names_this_log() {
    let mut other = Letter::blank();
    let mut genesis = other.genesis();
    genesis.origin = "elsewhere.example/letters/x".into();
    other.push(Act::Genesis(genesis));
    refused(&other, "another origin or key");
    let mut other = Letter::blank();
    let mut genesis = other.genesis();
    genesis.key = LogKey::generate(ORIGIN, [9; 32]).unwrap().verifier();
    other.push(Act::Genesis(genesis));
    refused(&other, "another origin or key");
}

#[test]
fn hours_never_go_back() {
    let mut letter = opened();
    letter.now -= 3600;
    letter.sign("Early Bird");
    refused(&letter, "before that of the entry before");
}

#[test]
fn versions_count_up_by_one() {
    for version in [1, 3] {
        let mut letter = opened();
        letter.text(version);
        refused(&letter, "not the next one");
    }
    let mut letter = opened();
    letter.text(2);
    assert!(verify(&letter).ok);
}

#[test]
fn states_come_once_and_in_order() {
    let mut early = Letter::blank();
    early.push(Act::Genesis(early.genesis()));
    early.push(Act::State(State::Opened));
    refused(&early, "cannot go into this state");
    for states in [
        &[State::Opened][..],
        &[State::Closed, State::Closed],
        &[State::Closed, State::Opened],
    ] {
        let mut letter = opened();
        for state in states {
            letter.push(Act::State(*state));
        }
        refused(&letter, "cannot go into this state");
    }
    let mut unopened = Letter::written();
    unopened.push(Act::State(State::Closed));
    refused(&unopened, "cannot go into this state");
}

#[test]
fn signatures_name_a_recorded_version() {
    for version in [0, 2, 1 << 40] {
        let mut letter = opened();
        let sign = Sign {
            kind: Kind::Company,
            country: country("DE"),
            level: Proof::Dns,
            version,
            founding: false,
            opening: Hash([0; 32]),
            contact: contact_commitment(&[]),
        };
        letter.push(Act::Sign(sign));
        refused(&letter, "version of the text that is not recorded");
    }
}

#[test]
fn founding_signatures_and_they_alone_precede_the_opening() {
    let mut late = opened();
    late.sign_as(Kind::Company, country("DE"), "Late Ltd", true);
    refused(&late, "founding signatures, and they alone");
    let mut early = Letter::written();
    early.sign("Early Bird");
    refused(&early, "founding signatures, and they alone");
}

#[test]
fn nobody_signs_a_closed_letter() {
    let mut letter = opened();
    letter.push(Act::State(State::Closed));
    assert!(verify(&letter).ok);
    letter.sign("Too Late");
    refused(&letter, "closed by then");
    let mut promised = Letter::blank();
    let mut genesis = promised.genesis();
    genesis.closing = Some(Date::from_unix(START));
    promised.push(Act::Genesis(genesis));
    promised.text(1);
    promised.push(Act::State(State::Opened));
    promised.sign("In Time");
    assert!(verify(&promised).ok);
    promised.now += 86_400;
    promised.sign("Too Late");
    refused(&promised, "closed by then");
}

#[test]
fn what_names_a_signature_names_one_that_is_live() {
    let acts: Vec<fn(u64) -> Act> = vec![
        |sign| Act::Withdraw { sign },
        |sign| Act::Remove {
            sign,
            reason: Reason::Forged,
        },
        |sign| Act::Level {
            sign,
            level: Proof::Dns,
        },
        |sign| Act::Statement {
            sign,
            statement: Some(Hash([1; 32])),
        },
        |sign| {
            Act::Correct(Correct {
                sign,
                country: Country::ZZ,
                opening: Hash([0; 32]),
                contact: Hash([0; 32]),
            })
        },
    ];
    for act in acts {
        // Genesis, text, `opened`, itself, the future, beyond all entries.
        for target in [0, 1, 5, 6, 7, 1 << 52] {
            let mut letter = opened();
            letter.push(act(target));
            letter.push(Act::Level {
                sign: 2,
                level: Proof::Dns,
            });
            refused(&letter, "is not an earlier signature that is live");
        }
        let mut letter = opened();
        letter.withdraw(2);
        assert!(verify(&letter).ok);
        letter.push(act(2));
        refused(
            &letter,
            "entry 2, which it names, is not an earlier signature that is live",
        );
    }
}

#[test]
fn a_statement_that_was_taken_back_is_shown_no_longer() {
    let mut letter = opened();
    letter.state(2, "We are for it.");
    let words = letter.statements.clone();
    letter.push(Act::Statement {
        sign: 2,
        statement: None,
    });
    refused(&letter, "the statement behind entry 6 is not current");
    letter.statements.clear();
    assert!(verify(&letter).ok);
    letter.push(Act::Statement {
        sign: 2,
        statement: None,
    });
    assert!(verify(&letter).ok);
    letter.statements = words;
    refused(&letter, "the statement behind entry 6 is not current");
}

#[test]
fn deliveries_name_checkpoints_that_were() {
    let deliver = |size, root| {
        Act::Deliver(Deliver {
            recipient: "The Office".into(),
            channel: "post".into(),
            size,
            root,
        })
    };
    let mut early = Letter::written();
    early.push(deliver(1, Hash([0; 32])));
    refused(&early, "not open yet");
    for size in [0, 7, 1 << 52] {
        let mut letter = opened();
        letter.push(deliver(size, Hash([0; 32])));
        refused(&letter, "checkpoint that did not exist yet");
    }
    let mut letter = Letter::eventful(300);
    let (small, large) = (letter.edge(5).root(), letter.edge(290).root());
    let here = letter.push(deliver(5, small));
    letter.push(deliver(290, large));
    letter.push(Act::Respond {
        deliver: here,
        digest: Hash([4; 32]),
    });
    letter.push(Act::Audit(Audit {
        size: 290,
        root: large,
        sample: 50,
        beacon: "drand".into(),
        round: 9,
    }));
    assert!(verify(&letter).ok, "{:?}", verify(&letter).problems);
    let mut lying = letter.clone();
    let at = lying.push(deliver(6, small));
    refused(
        &lying,
        &format!("entry {at} names a checkpoint that this log never had"),
    );
    letter.push(Act::Respond {
        deliver: 1,
        digest: Hash([4; 32]),
    });
    refused(&letter, "is not an earlier delivery");
}

#[test]
fn anonymous_signatures_are_not_counted_before_they_can_be_checked() {
    let mut letter = opened();
    letter.push(Act::Issue {
        issuer: Hash([0; 32]),
    });
    assert!(verify(&letter).ok);
    letter.push(Act::Support(Support {
        issuer: Hash([0; 32]),
        token: Hash([1; 32]),
        signature: vec![1; 256],
    }));
    refused(&letter, "cannot be checked yet");
}

#[test]
fn bytes_that_are_no_entry_are_named() {
    let mut letter = opened();
    letter.push_bytes(br#"{"v":1,"type":"poke","at":"2026-11-22T23:00:00Z"}"#.to_vec());
    refused(&letter, "entry 6: its type \"poke\" is unknown");
    let mut letter = opened();
    letter.push_bytes(Vec::new());
    refused(&letter, "entry 6:");
}

#[test]
fn tiles_root_and_checkpoint_must_agree_with_the_entries() {
    let good = Letter::eventful(300).publish();
    let key = Letter::blank().key;
    let verify = |files: &crate::letter::Files| {
        let report = verify_live(&mut files.clone(), Some(&key.verifier()), &mut |_| ());
        report
            .problems
            .first()
            .map(ToString::to_string)
            .unwrap_or_default()
    };
    assert_eq!(verify(&good), "");
    let tiles: Vec<String> = good
        .0
        .keys()
        .filter(|name| name.starts_with("tile/"))
        .cloned()
        .collect();
    assert!(tiles.len() >= 5, "{tiles:?}");
    for name in &tiles {
        let mut files = good.clone();
        files.0.get_mut(name).unwrap()[20] ^= 1;
        assert_ne!(verify(&files), "", "{name}");
        files.0.remove(name);
        assert_eq!(verify(&files), format!("{name} is missing"));
    }
    let text = String::from_utf8(good.0["checkpoint"].clone()).unwrap();
    let mut checkpoint =
        undersigned_record::checkpoint::Checkpoint::open(&text, &key.verifier()).unwrap();
    let mut files = good.clone();
    checkpoint.root = Hash([8; 32]);
    files
        .0
        .insert("checkpoint".into(), checkpoint.sign(&key).into_bytes());
    assert!(verify(&files).contains("another root"));
    let other = LogKey::generate(ORIGIN, [8; 32]).unwrap();
    files
        .0
        .insert("checkpoint".into(), checkpoint.sign(&other).into_bytes());
    assert!(verify(&files).contains("not signed by the expected key"));
    checkpoint.size = 0;
    files
        .0
        .insert("checkpoint".into(), checkpoint.sign(&key).into_bytes());
    assert!(verify(&files).contains("the log is empty"));
}

#[test]
fn without_a_key_the_record_vouches_for_itself_only() {
    let letter = opened();
    let report = verify_live(&mut letter.publish(), None, &mut |_| ());
    assert!(report.ok && !report.key_pinned);
    let other = LogKey::generate(ORIGIN, [8; 32]).unwrap().verifier();
    assert!(!verify_live(&mut letter.publish(), Some(&other), &mut |_| ()).ok);
    let mut files = letter.publish();
    files.0.insert("key".into(), b"nonsense\n".to_vec());
    assert!(!verify_live(&mut files, None, &mut |_| ()).ok);
}

#[test]
fn hours_are_kept_to_the_hour() {
    let entry = Entry {
        at: Hour::from_unix(START + 1234),
        act: Act::Withdraw { sign: 1 },
    };
    assert!(
        entry
            .to_bytes()
            .starts_with(br#"{"v":1,"type":"withdraw","at":"2026-11-22T23:00:00Z""#)
    );
}
