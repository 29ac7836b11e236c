//! What is shown beside the log, held to what the log commits to.

use undersigned_record::Hash;
use undersigned_record::entry::{Act, Kind, Proof, Sign};
use undersigned_record::opening::contact_commitment;

use crate::letter::{Letter, country, lang};
use crate::rules::{opened, refused};

#[test]
fn openings_are_there_exactly_for_what_is_current() {
    let good = Letter::eventful(300);
    let at = *good.openings.keys().nth(20).unwrap();
    let mut missing = good.clone();
    missing.openings.remove(&at);
    refused(
        &missing,
        &format!("the opening behind entry {at} is missing"),
    );
    let mut stale = good.clone();
    let mut line = stale.openings[&at].clone();
    line.index = 15;
    stale.openings.insert(15, line);
    refused(&stale, "the opening behind entry 15 is not current");
    let mut forged = good.clone();
    forged.openings.get_mut(&at).unwrap().bytes = forged
        .opening(Kind::Individual, Some("Somebody Else"))
        .to_bytes();
    refused(&forged, &format!("entry {at} commits to another opening"));
    let mut salted = good.clone();
    salted.openings.get_mut(&at).unwrap().salt.0[0] ^= 1;
    refused(&salted, &format!("entry {at} commits to another opening"));
    let mut beyond = good.clone();
    let mut line = beyond.openings[&at].clone();
    line.index = good.entries.len() as u64;
    beyond.openings.insert(line.index, line);
    refused(&beyond, "is not current");
    let mut unsaid = good.clone();
    unsaid.statements.clear();
    refused(&unsaid, "the statement behind entry");
    let mut words = good;
    let line = words.statements.values_mut().next().unwrap();
    line.bytes = line
        .bytes
        .iter()
        .map(|b| if *b == b'P' { b'p' } else { *b })
        .collect();
    refused(&words, "commits to another statement");
}

/// Commits to what it should not: the commitment fits, the opening doesn't.
#[test]
fn openings_fit_their_signature() {
    let with = |change: fn(&Letter) -> Vec<u8>| {
        let mut letter = opened();
        let bytes = change(&letter);
        let opening = letter.disclose(bytes);
        let contact = contact_commitment(&[]);
        let kind = Kind::Individual;
        let (country, level) = (country("DE"), Proof::Mailbox);
        letter.push(Act::Sign(Sign {
            kind,
            country,
            level,
            version: 1,
            founding: false,
            opening,
            contact,
        }));
        letter
    };
    refused(
        &with(|letter| letter.opening(Kind::Company, Some("Ltd")).to_bytes()),
        "of another kind",
    );
    refused(&with(|_| b"{}".to_vec()), "the opening behind entry 6");
    refused(
        &with(|letter| {
            let mut opening = letter.opening(Kind::Individual, Some("Jo"));
            opening.mailbox = Some("Uni-X.example".into());
            opening.to_bytes()
        }),
        "the opening behind entry 6",
    );
    refused(
        &with(|letter| {
            let mut opening = letter.opening(Kind::Individual, Some("Jo"));
            opening.text = Hash([1; 32]);
            opening.to_bytes()
        }),
        "names another text",
    );
    refused(
        &with(|letter| {
            let mut opening = letter.opening(Kind::Individual, Some("Jo"));
            opening.lang = lang("fr");
            opening.to_bytes()
        }),
        "names another text",
    );
}

#[test]
fn texts_are_the_recorded_bytes() {
    let mut letter = opened();
    letter.texts.get_mut(&(1, lang("ar"))).unwrap().push(b' ');
    refused(&letter, "text/1/ar is not the text");
    letter.texts.remove(&(1, lang("ar")));
    refused(&letter, "text/1/ar is missing");
}
