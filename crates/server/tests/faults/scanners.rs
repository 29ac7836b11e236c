//! Mail scanners, impatient fingers and strangers with a link.

use std::sync::Barrier;
use std::thread;

use undersigned::mail::links;
use undersigned_testbed::rounds;

use crate::harness::{Base, House, Inside, Person, on_both};

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

on_both!(
    following_links_confirms_nothing,
    two_confirmations_at_once_count_once,
    forged_and_replayed_links_do_nothing,
    links_expire,
    it_was_not_me_stops_mail_for_thirty_days,
    a_mailbox_gets_five_mails,
    every_submission_gets_the_same_bytes,
);

fn following_links_confirms_nothing(base: Base) {
    let house = House::open(base);
    let before = (
        house.total(),
        house.installation.number("select size from heads"),
    );
    let person = Person::individual(1);
    let link = house.sign(&person);
    let mail = house.sink.wait_for(&person.address()).text();
    let site = house.visitor.base();
    for link in links(&mail) {
        let Some(path) = link.strip_prefix(site) else {
            continue;
        };
        for _ in 0..10 {
            let got = house.visitor.get(path).expect("the server answers");
            let head = house.visitor.head(path).expect("the server answers");
            assert_eq!((got.status, head.status), (200, 200), "{path}");
        }
    }
    // Long enough for a confirmation to reach the record, had there been one.
    let marker = Person::individual(2);
    house.sign_and_confirm(&marker);
    house.wait_for_total(before.0 + 1);
    assert_eq!(
        house.installation.number("select size from heads"),
        before.1 + 1
    );
    let page = house.visitor.open(&link).expect("the server answers");
    assert!(page.text().contains("value=\"confirm\""), "{}", page.text());
    assert_eq!(
        house.visitor.confirm(&link).map(|answer| answer.status),
        Some(200)
    );
    house.wait_for_total(before.0 + 2);
}

fn two_confirmations_at_once_count_once(base: Base) {
    let house = House::open(base);
    let before = house.total();
    let tries = rounds(50);
    for number in 0..tries {
        // Two submissions of one person, each confirmed by four fingers at once.
        let person = Person::individual(number);
        let first = house.sign(&person);
        let second = house.sign(&person);
        let ready = Barrier::new(8);
        thread::scope(|scope| {
            for finger in 0..8 {
                let link = if finger % 2 == 0 { &first } else { &second };
                let (visitor, ready) = (&house.visitor, &ready);
                scope.spawn(move || {
                    ready.wait();
                    let answer = visitor.confirm(link).expect("the server answers");
                    assert_eq!(answer.status, 200, "{}", answer.text());
                });
            }
        });
    }
    let tries = u64::try_from(tries).expect("few");
    house.wait_for_total(before + tries);
    let report = house.judge().record();
    assert_eq!(report["figures"]["total"], before + tries);
}

fn forged_and_replayed_links_do_nothing(base: Base) {
    let house = House::open(base);
    let before = house.total();
    let person = Person::individual(1);
    let link = house.sign_and_confirm(&person);
    house.wait_for_total(before + 1);
    let token = link.rsplit('/').next().expect("a token");
    let token = token.split('?').next().expect("a token");
    for forged in [
        "A",
        &token[1..],
        &format!("{token}A"),
        &token.replace(&token[..4], "AAAA"),
    ] {
        let forged = link.replace(token, forged);
        for answer in [house.visitor.open(&forged), house.visitor.confirm(&forged)] {
            let status = answer.expect("the server answers").status;
            assert!(matches!(status, 404 | 410), "{forged}: {status}");
        }
    }
    // Replayed, it leads to the same signature, and withdrawn, nowhere.
    assert_eq!(
        house.visitor.confirm(&link).map(|answer| answer.status),
        Some(200)
    );
    assert_eq!(
        house.visitor.withdraw(&link).map(|answer| answer.status),
        Some(200)
    );
    house.wait_for_total(before);
    for answer in [
        house.visitor.open(&link),
        house.visitor.confirm(&link),
        house.visitor.decline(&link),
        house.visitor.withdraw(&link),
    ] {
        assert_eq!(answer.expect("the server answers").status, 410);
    }
    let report = house.judge().record();
    assert_eq!(report["figures"]["total"], before);
}

fn links_expire(base: Base) {
    let house = House::open_inside(base);
    let before = house.total();
    let early = house.sign(&Person::individual(1));
    let late = house.sign(&Person::individual(2));
    house.server.pass(48 * HOUR - 60);
    assert_eq!(
        house.visitor.confirm(&early).map(|answer| answer.status),
        Some(200)
    );
    house.server.pass(120);
    assert_eq!(
        house.visitor.open(&late).map(|answer| answer.status),
        Some(410)
    );
    assert_eq!(
        house.visitor.confirm(&late).map(|answer| answer.status),
        Some(410)
    );
    house.wait_for_total(before + 1);
    // The link of a signature lives as long as the signature.
    house.server.pass(60 * DAY);
    assert_eq!(
        house.visitor.open(&early).map(|answer| answer.status),
        Some(200)
    );
}

/// How many mails a person has after sending the form once more.
fn mails_after_signing(house: &House<Inside>, person: &Person) -> usize {
    let answer = house.visitor.sign(person).expect("the server answers");
    assert_eq!(answer.status, 303, "{}", answer.text());
    house.settle_mail();
    // What the server handed over, Postfix delivers a moment later; a later mail comes after it.
    let marker = Person::individual(
        1000 + usize::try_from(house.server.app.clock.now_ms() % 100_000).expect("small"),
    );
    house.server.pass(1);
    house.sign(&marker);
    house.postbox().links(person).len()
}

fn it_was_not_me_stops_mail_for_thirty_days(base: Base) {
    let house = House::open_inside(base);
    let before = house.total();
    let person = Person::individual(1);
    let link = house.sign(&person);
    assert_eq!(
        house.visitor.decline(&link).map(|answer| answer.status),
        Some(200)
    );
    for answer in [house.visitor.open(&link), house.visitor.confirm(&link)] {
        assert_eq!(answer.expect("the server answers").status, 410);
    }
    assert_eq!(mails_after_signing(&house, &person), 1);
    house.server.pass(29 * DAY);
    assert_eq!(mails_after_signing(&house, &person), 1);
    house.server.pass(2 * DAY);
    assert_eq!(mails_after_signing(&house, &person), 2);
    assert_eq!(house.total(), before);
}

fn a_mailbox_gets_five_mails(base: Base) {
    let house = House::open_inside(base);
    let person = Person::individual(1);
    // At once, under different names, so that several are under way at a time.
    let crowd: Vec<Person> = (0..9)
        .map(|number| Person {
            name: Person::individual(100 + number).name,
            ..person.clone()
        })
        .collect();
    thread::scope(|scope| {
        for person in &crowd {
            let visitor = &house.visitor;
            scope.spawn(move || {
                assert_eq!(visitor.sign(person).map(|answer| answer.status), Some(303));
            });
        }
    });
    assert_eq!(mails_after_signing(&house, &person), 5);
    house.server.pass(48 * HOUR + 60);
    assert_eq!(mails_after_signing(&house, &person), 6);
}

fn every_submission_gets_the_same_bytes(base: Base) {
    let house = House::open(base);
    let known = Person::individual(1);
    house.sign_and_confirm(&known);
    let gone = Person::individual(2);
    let link = house.sign(&gone);
    assert_eq!(
        house.visitor.decline(&link).map(|answer| answer.status),
        Some(200)
    );
    let watched = Person {
        name: "Sherlock Holmes".to_owned(),
        ..Person::individual(3)
    };
    let reference = house
        .visitor
        .sign(&Person::individual(4))
        .expect("the server answers")
        .without_date();
    assert_eq!(reference.status, 303);
    for person in [
        known,
        gone,
        watched,
        Person::unproven_company(5),
        Person::uncounted_name(6),
    ] {
        for _ in 0..7 {
            let answer = house.visitor.sign(&person).expect("the server answers");
            assert_eq!(answer.without_date(), reference, "{}", person.name);
        }
    }
}
