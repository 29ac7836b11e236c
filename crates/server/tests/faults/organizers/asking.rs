//! Asking about what is held: on the private page always, by mail where it was foreseen, and nothing of it stays.

use std::collections::HashSet;
use std::time::Duration;

use undersigned::model::Role;
use undersigned::store::{reaches, submissions};

use super::crew::{self, Member};
use super::moderation::{queue, waiting};
use crate::harness::{
    Base, House, Inside, Person, SLUG, Search, block_on, on_both, path, wait_for,
};

on_both!(
    a_question_is_mailed_answered_and_forgotten,
    who_was_not_foreseen_is_asked_on_the_page_alone,
    nobody_is_asked_more_than_twice,
    what_nobody_decides_is_forgotten,
    a_correction_that_waits_is_asked_about,
);

/// Rows about what is held: addresses, questions, mails.
const ROWS: [&str; 3] = [
    "select count(*) from reaches",
    "select count(*) from questions",
    "select count(*) from mail_jobs",
];

fn rows(house: &House<Inside>) -> [i64; 3] {
    ROWS.map(|query| house.installation.number(query))
}

/// Files of keys of addresses.
fn keys(house: &House<Inside>) -> usize {
    let folder = house.installation.keys().join("asking");
    std::fs::read_dir(folder).map_or(0, Iterator::count)
}

/// The only one that waits.
fn only(house: &House<Inside>, who: &Member) -> String {
    let ids = waiting(&who.ask(house, "GET", &queue(), "").text());
    assert_eq!(ids.len(), 1);
    ids[0].clone()
}

fn ask(house: &House<Inside>, who: &Member, id: &str, form: &str) -> u16 {
    let path = format!("{}/{id}/questions", queue());
    who.ask(house, "POST", &path, form).status
}

fn closer(house: &House<Inside>, who: &Member, id: &str) -> String {
    who.ask(house, "GET", &format!("{}/{id}", queue()), "")
        .text()
}

fn a_question_is_mailed_answered_and_forgotten(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Moderator)));
    let before = house.total();
    let firm = Person::unproven_company(1);
    let first = house.sign(&firm);
    house.settle_mail();
    assert_eq!(
        (rows(&house), keys(&house)),
        ([0; 3], 0),
        "nothing before it is held"
    );
    house.visitor.confirm(&first).expect("the server answers");
    assert_eq!((rows(&house), keys(&house)), ([1, 0, 0], 1));
    // It is there, and only with the key.
    let id = only(&house, &ada);
    let (app, number) = (&house.server.app, id.parse().expect("a number"));
    let sealed = crew::write(&house, move |tx| Box::pin(reaches::of(tx, number)));
    let sealed = sealed.expect("an address");
    let address = String::from_utf8(app.asking.decrypt(number, &sealed).expect("a key"));
    assert!(address.expect("text").contains(&firm.address()));
    let secrets = Search::new(
        &[
            firm.secrets(),
            vec!["Purplewhistle".to_owned(), "Greenwhistle".to_owned()],
        ]
        .concat(),
        &firm.encoded_secrets(),
    );
    assert!(!is_anywhere(&house, &secrets));

    assert!(closer(&house, &ada, &id).contains("It is also mailed, in <bdi>English</bdi>"));
    for (form, wrong) in [
        ("", "This is needed"),
        ("question=own", "This is needed"),
        (
            "question=authority&own=see+https://evil.example",
            "web address",
        ),
    ] {
        let path = format!("{}/{id}/questions", queue());
        let refused = ada.ask(&house, "POST", &path, form);
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains(wrong), "{form}");
    }
    assert_eq!(
        ask(&house, &ada, &id, "question=authority&own=Purplewhistle?"),
        303
    );
    let second = house.postbox().wait(&firm, 2);
    assert_ne!(first, second);
    let mail = house
        .sink
        .messages_to(&firm.address())
        .pop()
        .expect("a mail");
    assert!(
        mail.subject()
            .contains("A question about the signature under")
    );
    for part in [mail.text(), mail.html()] {
        assert!(
            part.contains("May you sign for the organization?") && part.contains("Purplewhistle?")
        );
    }
    assert!(closer(&house, &ada, &id).contains("No answer yet."));

    let answers = format!("{}/answer", path(&second));
    let empty = house
        .visitor
        .post(&answers, "number=1&answer=+")
        .expect("it answers");
    assert_eq!(empty.status, 422);
    assert!(empty.text().contains("The answer is empty"));
    for nothing in ["number=2&answer=x", "answer=x", "number=x&answer=x"] {
        let refused = house.visitor.post(&answers, nothing).expect("it answers");
        assert_eq!(refused.status, 410, "{nothing}");
    }
    for link in [&first, &second] {
        let answers = format!("{}/answer", path(link));
        let kept = house
            .visitor
            .post(&answers, "number=1&answer=Greenwhistle+<b>")
            .expect("it answers");
        assert_eq!(kept.status, 200, "{}", kept.text());
        assert!(kept.text().contains("Your answer is with the organizers"));
    }
    let page = ada.ask(&house, "GET", &queue(), "").text();
    assert!(
        page.contains("Greenwhistle &#60;b&#62;") && page.contains("Answered on"),
        "{page}"
    );
    house.settle_mail();
    assert!(
        !is_anywhere(&house, &secrets),
        "a question, an answer or an address lies about"
    );

    let approved = ada.ask(&house, "POST", &queue(), &format!("decide=approve-{id}"));
    assert_eq!(approved.status, 303);
    house.wait_for_total(before + 1);
    assert_eq!((rows(&house), keys(&house)), ([0; 3], 0));
    assert!(
        app.asking.decrypt(number, &sealed).is_err(),
        "a backup holds it, and nobody can read it"
    );
    for link in [&first, &second] {
        let page = house.visitor.open(link).expect("it answers").text();
        assert!(
            page.contains("Your signature") && !page.contains("whistle"),
            "{page}"
        );
    }
    let late = house
        .visitor
        .post(&answers, "number=1&answer=late")
        .expect("it answers");
    assert_eq!(late.status, 410);
    let lines = "select count(*) from trail where act = 'asked'";
    assert_eq!(house.installation.number(lines), 1);
    assert!(!is_anywhere(&house, &secrets));
}

/// Whether any of the words stands in the files of the installation or in its database.
fn is_anywhere(house: &House<Inside>, words: &Search) -> bool {
    let files = words.files_in(&[house.installation.root()]);
    let dump = match &house.installation.base {
        Base::Sqlite => String::new(),
        Base::Postgres(database) => database.dump(),
    };
    !files.is_empty() || words.count_in(dump.as_bytes()) > 0
}

fn who_was_not_foreseen_is_asked_on_the_page_alone(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Moderator)));
    // A mailbox at its own domain, which then signs for somebody else there.
    let at_home = |number, name: &str| Person {
        name: name.to_owned(),
        website: "https://mail1.example".to_owned(),
        email: "Kestrel.home@Mail1.Example".to_owned(),
        ..Person::unproven_company(number)
    };
    house.sign_and_confirm(&at_home(1, "Vaxholm One"));
    let other = at_home(2, "Vaxholm Two");
    let link = house.sign_and_confirm(&other);
    assert_eq!((rows(&house)[0], keys(&house)), (0, 0));
    let id = only(&house, &ada);
    assert!(closer(&house, &ada, &id).contains("No address is kept of this one"));
    let mails = house.sink.messages().len();
    assert_eq!(ask(&house, &ada, &id, "question=twice"), 303);
    house.settle_mail();
    assert_eq!(house.sink.messages().len(), mails);
    let page = house.visitor.open(&link).expect("it answers").text();
    assert!(page.contains("Which signature should stay?"), "{page}");
    let answers = format!("{}/answer", path(&link));
    let kept = house
        .visitor
        .post(&answers, "number=1&answer=Both.")
        .expect("it answers");
    assert_eq!(kept.status, 200);
    // Who says that it wasn't them leaves nothing.
    house.visitor.decline(&link).expect("it answers");
    assert_eq!(rows(&house), [0; 3]);

    // Somebody on the watch list is foreseen; what shows on a locked screen names no letter.
    let watched = Person {
        name: "Halina Orzechowicz-Vale".to_owned(),
        ..Person::individual(3)
    };
    house.sign_and_confirm(&watched);
    assert_eq!((rows(&house)[0], keys(&house)), (1, 1));
    let id = only(&house, &ada);
    assert_eq!(ask(&house, &ada, &id, "question=namesake"), 303);
    house.postbox().wait(&watched, 2);
    let mail = house
        .sink
        .messages_to(&watched.address())
        .pop()
        .expect("a mail");
    assert_eq!(mail.subject(), "A question to you");
    let first = mail.text();
    let first = first.lines().next().unwrap_or_default();
    assert!(
        !first.contains("Security") && !first.contains("letter"),
        "{first}"
    );
    let gone = ada.ask(
        &house,
        "POST",
        &queue(),
        &format!("decide=reject-{id}&reason-{id}=forged"),
    );
    assert_eq!(gone.status, 303);
    assert_eq!((rows(&house), keys(&house)), ([0; 3], 0));
}

fn nobody_is_asked_more_than_twice(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let firm = Person::unproven_company(1);
    house.sign_and_confirm(&firm);
    let moderators = ["Ada", "Bea", "Cyd", "Dee", "Eve"];
    let moderators =
        moderators.map(|name| crew::member(&house, name, Some((own, Role::Moderator))));
    let id = only(&house, &moderators[0]);
    let asked: Vec<String> = std::thread::scope(|scope| {
        let (house, id) = (&house, &id);
        let ask = |who: &'static str, member| {
            scope.spawn(move || {
                let member: &Member = member;
                let path = format!("{}/{id}/questions", queue());
                let answer = member.ask(house, "POST", &path, &format!("question={who}"));
                answer.header("location").expect("a page").to_owned()
            })
        };
        let threads: Vec<_> = moderators
            .iter()
            .map(|member| ask("person", member))
            .collect();
        let told = threads
            .into_iter()
            .map(|thread| thread.join().expect("it asks"));
        told.collect()
    });
    let done = asked.iter().filter(|to| to.contains("asked=yes")).count();
    assert!((1..=2).contains(&done), "{asked:?}");
    assert_eq!(rows(&house)[1], i64::try_from(done).expect("few"));
    for _ in 0..2 {
        ask(&house, &moderators[0], &id, "question=authority");
    }
    assert_eq!(rows(&house)[1], 2);
    let page = closer(&house, &moderators[0], &id);
    assert!(
        page.contains("more than twice") && !page.contains("/questions\""),
        "{page}"
    );
    house.settle_mail();
    let mails = house.sink.messages_to(&firm.address()).len();
    assert_eq!(mails, 3, "the confirmation and two questions");
}

fn what_nobody_decides_is_forgotten(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Moderator)));
    house.sign_and_confirm(&Person::unproven_company(1));
    let id = only(&house, &ada);
    assert_eq!(ask(&house, &ada, &id, "question=authority"), 303);
    house.settle_mail();
    let app = &house.server.app;
    let purge = || {
        let now = app.clock.now();
        crew::write(&house, move |tx| Box::pin(submissions::purge(tx, now)));
        let held = crew::write(&house, |tx| Box::pin(reaches::all(tx)));
        let held: HashSet<i64> = held.into_iter().collect();
        app.asking.purge(&held, now).expect("its own folder");
    };
    house.server.pass(14 * 24 * 3600 - 60);
    purge();
    assert_eq!((rows(&house), keys(&house)), ([1, 1, 0], 1));
    house.server.pass(61);
    purge();
    assert_eq!((rows(&house), keys(&house)), ([0; 3], 0));
}

fn a_correction_that_waits_is_asked_about(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Moderator)));
    let before = house.total();
    let person = Person::individual(1);
    let link = house.sign_and_confirm(&person);
    house.wait_for_total(before + 1);
    let renamed = Person {
        name: "Halina Orzechowicz-Vale".to_owned(),
        ..person
    };
    house.visitor.correct(&link, &renamed).expect("it answers");
    let id = only(&house, &ada);
    assert_eq!(ask(&house, &ada, &id, "question=own&own=Who+says+so?"), 303);
    let page = house.visitor.open(&link).expect("it answers").text();
    assert!(page.contains("Who says so?"), "{page}");
    let answers = format!("{}/answer", path(&link));
    let kept = house
        .visitor
        .post(&answers, "number=1&answer=My+passport.")
        .expect("it answers");
    assert_eq!(kept.status, 200, "{}", kept.text());
    assert!(closer(&house, &ada, &id).contains("My passport."));
    let approved = ada.ask(&house, "POST", &queue(), &format!("decide=approve-{id}"));
    assert_eq!(approved.status, 303);
    house.settle();
    wait_for("the correction", Duration::from_secs(20), || {
        let page = house.visitor.open(&link)?.text();
        (page.contains("Halina") && !page.contains("Who says so?")).then_some(())
    });
    assert_eq!(rows(&house), [0; 3]);
    let held = block_on(async {
        let mut tx = house.server.app.store.read().await?;
        reaches::all(&mut tx).await
    });
    assert_eq!(held.expect("it answers"), Vec::<i64>::new());
}
