//! What a seized machine gives away: no address, no note, no token, no name that was to be only
//! counted, and after a withdrawal no name at all.

use std::sync::Barrier;
use std::thread;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use undersigned::store::mailbox;
use undersigned_testbed::{Server, rounds};

use crate::harness::{
    Base, House, Inside, Installation, Person, Search, Visitor, block_on, on_both, path,
};

on_both!(
    nothing_left_behind_names_an_address,
    a_correction_beside_a_withdrawal_keeps_nothing,
    no_tag_outlives_a_mailboxs_last_signature,
);

/// Somebody who came.
struct Visit {
    person: Person,
    link: Option<String>,
    confirmed: bool,
}

fn nothing_left_behind_names_an_address(base: Base) {
    let mut house = House::open(base);
    let founders = house.total();
    let visits = visit(&house, rounds(1000));
    let confirmed: Vec<&Visit> = visits.iter().filter(|visit| visit.confirmed).collect();
    let total = |count: usize| founders + u64::try_from(count).expect("few");
    house.wait_for_total(total(confirmed.len()));

    let kept = house.installation.number("select count(*) from reaches");
    assert!(kept > 0, "no address is kept that could leak");

    let secrets = secrets(&visits);
    let contacts = house.installation.opened_contacts();
    assert_eq!(contacts.len(), confirmed.len());
    // The search can find: it finds the address and the note of everyone in what was sealed.
    let control = secrets.count_in(contacts.join("\n").as_bytes());
    assert!(
        control >= 2 * contacts.len(),
        "{control} words of {}",
        contacts.len()
    );
    search(&mut house, &visits, &secrets);

    // Names are public until they are withdrawn. Then they are nowhere, not even in free pages.
    let leaving: Vec<&Visit> = confirmed.iter().step_by(3).copied().collect();
    let names = names(
        leaving
            .iter()
            .copied()
            .filter(|visit| visit.person.display == "name"),
    );
    assert!(
        is_at_rest(&house.installation, &names),
        "the search can't find"
    );
    for visit in &leaving {
        let link = visit.link.as_deref().expect("the confirmed have links");
        assert_eq!(
            house.visitor.withdraw(link).map(|answer| answer.status),
            Some(200)
        );
    }
    house.wait_for_total(total(confirmed.len() - leaving.len()));
    let (house, server) = house.without_server();
    let installation = house.installation;
    assert!(server.stop().success());
    // The file is written anew within a minute, and at every start.
    let server = installation.serve(0);
    installation.wait_until_forgotten();
    assert!(server.stop().success());
    assert!(
        !is_at_rest(&installation, &names),
        "a withdrawn name is still there"
    );
    assert!(!is_at_rest(&installation, &secrets), "an address is there");
}

/// Has `count` people come, eight at a time.
fn visit(house: &House<Server>, count: usize) -> Vec<Visit> {
    thread::scope(|scope| {
        let groups: Vec<_> = (0..8)
            .map(|group| {
                let numbers = (group..count).step_by(8);
                scope.spawn(move || numbers.map(|number| come(house, number)).collect())
            })
            .collect();
        let come = |group: thread::ScopedJoinHandle<'_, Vec<Visit>>| group.join();
        groups
            .into_iter()
            .flat_map(|group| come(group).expect("they come"))
            .collect()
    })
}

/// Of ten people one wants only to be counted, one never confirms, one signs for a company and waits for a
/// moderator, so that the address is kept to be asked, and one has a mailbox that is too busy to take mail, so that it stays
/// in the outbox.
fn come(house: &House<Server>, number: usize) -> Visit {
    let mut person = match number % 10 {
        0 => Person::uncounted_name(number),
        _ => Person::individual(number),
    };
    if number % 10 == 9 {
        person.email.insert_str(0, "busy.");
        let answer = house.visitor.sign(&person).expect("the server answers");
        assert_eq!(answer.status, 303, "{}", answer.text());
        return Visit {
            person,
            link: None,
            confirmed: false,
        };
    }
    if number % 10 == 7 {
        let person = Person {
            name: person.name,
            ..Person::unproven_company(number)
        };
        let link = Some(house.sign_and_confirm(&person));
        return Visit {
            person,
            link,
            confirmed: false,
        };
    }
    let confirmed = number % 10 != 8;
    let link = match confirmed {
        true => house.sign_and_confirm(&person),
        false => house.sign(&person),
    };
    Visit {
        person,
        link: Some(link),
        confirmed,
    }
}

/// Everything that must be nowhere: addresses, notes, tokens, and names not to be shown.
fn secrets(visits: &[Visit]) -> Search {
    let mut plain = Vec::new();
    let mut exact = Vec::new();
    for Visit {
        person,
        link,
        confirmed,
    } in visits
    {
        plain.extend(person.secrets());
        exact.extend(person.encoded_secrets());
        if person.display == "count" || !confirmed {
            plain.push(person.family_name());
        }
        let token = link.iter().map(|link| token(link));
        for token in token {
            exact.push(URL_SAFE_NO_PAD.decode(&token).expect("a token"));
            exact.push(token.into_bytes());
        }
    }
    Search::new(&plain, &exact)
}

fn names<'a>(visits: impl Iterator<Item = &'a Visit>) -> Search {
    let names: Vec<String> = visits.map(|visit| visit.person.family_name()).collect();
    Search::new(&names, &[])
}

fn token(link: &str) -> String {
    let path = link.split('?').next().unwrap_or_default();
    path.rsplit('/').next().unwrap_or_default().to_owned()
}

/// Searches files, logs, metrics and a dump while the server runs.
fn search(house: &mut House<Server>, visits: &[Visit], secrets: &Search) {
    assert!(
        !is_at_rest(&house.installation, secrets),
        "a secret is at rest"
    );
    let output = house.server.output_dir();
    for words in [secrets, &names(visits.iter())] {
        let leaking = words.files_in(&[output]);
        assert!(leaking.is_empty(), "{leaking:?}");
    }
    let log = house.server.process().stderr();
    assert!(log.contains("DEBUG"), "the log is not that of debug level");
    let metrics = Visitor::of(&house.installation.metrics_url(0));
    let metrics = metrics.get("/metrics").expect("metrics");
    assert_eq!(metrics.status, 200);
    assert!(metrics.text().contains("undersigned_submissions_total"));
    assert_eq!(secrets.count_in(&metrics.body), 0);
    assert_eq!(names(visits.iter()).count_in(&metrics.body), 0);
}

/// Whether any of the words stands in the files of the installation or in its database.
fn is_at_rest(installation: &Installation, words: &Search) -> bool {
    let files = words.files_in(&[installation.root()]);
    for file in &files {
        println!("found in {}", file.display());
    }
    let dump = match &installation.base {
        Base::Sqlite => String::new(),
        Base::Postgres(database) => database.dump(),
    };
    let dumped = words.count_in(dump.as_bytes());
    println!("found in a dump: {dumped}");
    dumped > 0 || !files.is_empty()
}

fn a_correction_beside_a_withdrawal_keeps_nothing(base: Base) {
    let house = House::open(base);
    let founders = house.total();
    for number in 0..rounds(50) {
        let person = Person::individual(number);
        let link = house.sign_and_confirm(&person);
        let corrected = Person {
            name: format!("Corrected {}", person.family_name()),
            ..person
        };
        let ready = Barrier::new(4);
        thread::scope(|scope| {
            for finger in 0..4 {
                let (house, link, corrected, ready) = (&house, &link, &corrected, &ready);
                scope.spawn(move || {
                    ready.wait();
                    let answer = match finger {
                        0 => house.visitor.withdraw(link),
                        _ => house.visitor.correct(link, corrected),
                    };
                    let status = answer.expect("the server answers").status;
                    assert!(matches!(status, 200 | 410), "{status}");
                });
            }
        });
    }
    house.settle();
    house.wait_for_total(founders);
    for query in [
        "select count(*) from openings o join signatures s on s.id = o.signature where s.state = 'gone'",
        "select count(*) from contacts c join signatures s on s.id = c.signature where s.state = 'gone'",
        "select count(*) from terms t join signatures s on s.id = t.signature where s.state = 'gone'",
        "select count(*) from signatures where state = 'gone' and person is not null",
    ] {
        assert_eq!(house.installation.number(query), 0, "{query}");
    }
    let report = house.judge().record();
    assert_eq!(report["figures"]["total"], founders);
}

fn no_tag_outlives_a_mailboxs_last_signature(base: Base) {
    let house = House::open_inside(base);
    let total = house.total();
    let (one, mut other) = (Person::individual(1), Person::individual(2));
    other.email.clone_from(&one.email);
    let first = house.sign_and_confirm(&one);
    let second = house.sign_and_confirm(&other);
    house.wait_for_total(total + 2);
    unsubscribe(&house, &first);
    assert_eq!(tags(&house), [2, 2, 1, 2], "each has its tag by now");

    for (link, left) in [(first, [1, 1, 1, 2]), (second, [0; 4])] {
        let withdrawn = house.visitor.withdraw(&link);
        assert_eq!(withdrawn.map(|answer| answer.status), Some(200));
        house.settle();
        assert_eq!(tags(&house), left);
    }

    // A wish without a signature goes with what waited for one.
    let declined = house.sign(&one);
    unsubscribe(&house, &declined);
    purge(&house);
    assert_eq!(tags(&house)[2], 1);
    house
        .visitor
        .decline(&declined)
        .expect("the server answers");
    purge(&house);
    assert_eq!(tags(&house)[2], 0);
}

fn unsubscribe(house: &House<Inside>, link: &str) {
    let path = format!("{}/unsubscription", path(link));
    let answer = house.visitor.post(&path, "List-Unsubscribe=One-Click");
    assert_eq!(answer.map(|answer| answer.status), Some(204));
}

/// Deletes what is past its time now, not within a minute.
fn purge(house: &House<Inside>) {
    let app = &house.server.app;
    let now = app.clock.now();
    let purge = app
        .committer
        .write(move |tx| Box::pin(async move { mailbox::purge(tx, now).await }));
    block_on(purge).expect("the database answers");
}

/// Tags of mailboxes: of signatures, of slots, of wishes, of mails sent.
fn tags(house: &House<Inside>) -> [i64; 4] {
    [
        "select count(*) from signatures where mailbox is not null",
        "select count(*) from slots",
        "select count(*) from no_updates",
        "select count(*) from mails_sent",
    ]
    .map(|query| house.installation.number(query))
}
