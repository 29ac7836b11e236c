//! A draft is deleted: everything of it goes, and nothing of any other.

use std::thread::sleep;
use std::time::Duration;

use undersigned::acts::access::session;
use undersigned::acts::drafting::{self, Beginning};
use undersigned::acts::{ActError, deletion};
use undersigned::model::{Letter, Role};
use undersigned::store::{letters, organizers};

use super::crew::{self, Member};
use super::deeds::{Stage, in_a_week};
use super::drafted::{Drafted, SECRET, from_files};
use crate::harness::{Base, House, Inside, SLUG, block_on, on_both, wait_for};

on_both!(
    a_draft_is_deleted_whole,
    a_launched_letter_is_not_deleted,
    taking_a_founder_off_wants_a_passkey,
    what_is_not_begun_leaves_no_keys,
);

/// Rows of a draft in each table that its organizers' forms write to.
const ROWS: [&str; 17] = [
    "select count(*) from letters where slug = 'not-known-yet'",
    "select count(*) from texts t join letters l on l.id = t.letter where l.slug = 'not-known-yet'",
    "select count(*) from recipients r join letters l on l.id = r.letter where l.slug = 'not-known-yet'",
    "select count(*) from roles r join letters l on l.id = r.letter where l.slug = 'not-known-yet'",
    "select count(*) from founders",
    "select count(*) from founder_links",
    "select count(*) from founder_visits",
    "select count(*) from founder_tables",
    "select count(*) from founder_table_parts",
    "select count(*) from previews",
    "select count(*) from logos",
    "select count(*) from launches",
    "select count(*) from translators",
    "select count(*) from queue",
    "select count(*) from signatures where state = 'queued'",
    "select count(*) from mail_jobs",
    "select count(*) from drafts",
];

fn counts(house: &House<Inside>) -> Vec<i64> {
    ROWS.map(|query| house.installation.number(query)).into()
}

fn accept_one(house: &House<Inside>, of: &Drafted) -> String {
    let ana = "kind=individual&name=Ana&email=ana%40a.example&country=ES";
    assert_eq!(of.post(house, "/founders", ana).status, 303);
    assert_eq!(of.post(house, "/founders/invitations", "").status, 303);
    let mail = house.sink.wait_for("ana@a.example").text();
    let links = undersigned::mail::links(&mail);
    let link = links.iter().find(|link| link.contains("/invited/"));
    let link = crate::harness::path(link.expect("a link"));
    let open = house.visitor.get(&link).expect("the server answers");
    assert_eq!(open.status, 200);
    let form = "decision=accept&name=Ana&country=ES&statement=Claro.";
    let accepted = super::founders::accept(house, &link, form);
    assert_eq!(accepted.status, 303, "{}", accepted.text());
    link
}

fn a_draft_is_deleted_whole(base: Base) {
    let stage = Stage::set(base);
    let (house, of) = (&stage.house, &stage.of);
    let link = accept_one(house, of);
    // Something of each kind; and much of another letter, which stays.
    for route in Stage::routes() {
        let path = route.path;
        let fills = path.contains("/founders") || path.contains("/previews");
        if fills && !path.ends_with("/removal") {
            stage.deed(&route).send(house);
        }
    }
    let (letter, other) = (of.letter.id, crew::letter(house, crew::OTHER));
    crew::logo(house, letter);
    crew::translator(house, letter);
    crew::preview(house, other);
    let ola = crew::member(house, "Ola", Some((letter, Role::Owner)));
    let bea = crew::member(house, "Bea", Some((letter, Role::Owner)));
    let schedule = in_a_week(house);
    let set = ola.ask(house, "POST", &of.path("/launch/schedule"), &schedule);
    assert_eq!(set.status, 303);
    let text = "revision=0&title=Written";
    let saved = ola.ask(house, "POST", &of.path("/texts/en"), text);
    assert_eq!(saved.status, 303);
    assert!(
        counts(house).iter().filter(|count| **count > 0).count() > 13,
        "{:?}",
        counts(house)
    );
    let keys = house.installation.keys().join("letters").join(SECRET);
    assert!(keys.join("founders").exists());

    let page = ola.ask(house, "GET", &of.path("/deletion"), "");
    assert_eq!(page.status, 200, "{}", page.text());
    for lost in ["founders who have accepted", "preview link", "The roles of"] {
        assert!(page.text().contains(lost), "{lost}: {}", page.text());
    }
    not_by_mistake(house, of, &ola);
    let trail = "select count(*) from trail";
    let before = house.installation.number(trail);
    let gone = ola.ask(
        house,
        "POST",
        &of.path("/deletion"),
        &format!("word={SECRET}"),
    );
    assert_eq!(gone.status, 303, "{}", gone.text());
    let others = [
        "select count(*) from previews",
        "select count(*) from letters",
    ];
    assert_eq!(others.map(|query| house.installation.number(query)), [1, 2]);
    let left: i64 = counts(house).iter().sum();
    assert_eq!(left, 1, "the other letter's preview: {:?}", counts(house));
    assert!(!keys.exists(), "its keys are gone");
    for who in [&ola, &bea, &of.editor] {
        let page = who.ask(house, "GET", &of.path(""), "");
        assert_eq!(page.status, 404, "nobody sees anything of it");
        let list = who.ask(house, "GET", "/organize", "").text();
        assert!(!list.contains(SECRET), "{list}");
    }
    let answer = house.visitor.get(&link).expect("the server answers");
    assert_eq!(answer.status, 404, "a founder's link leads nowhere");
    assert!(
        house.installation.number(trail) < before,
        "its trail goes with it"
    );
    let everything = house.installation.run(&["organizer", "trail"]);
    let line = format!(",Ola,,letter-deleted,letter={SECRET}");
    assert!(everything.contains(&line), "{everything}");
    // Nothing of it keeps the jobs from their work, and its word is free.
    house.settle_mail();
    let ada = crew::maker(house, "Ada");
    let new = format!("title=Anew&lang=en&slug={SECRET}");
    let begun = ada.ask(house, "POST", "/organize/letters/new", &new);
    assert_eq!(begun.status, 303, "{}", begun.text());
    assert!(keys.join("log").exists());
}

fn not_by_mistake(house: &House<Inside>, of: &Drafted, ola: &Member) {
    // Mails are being written and spreadsheets read; once that is done nothing changes by itself.
    let before = wait_for("the jobs", Duration::from_secs(60), || {
        let before = counts(house);
        sleep(Duration::from_secs(1));
        (counts(house) == before).then_some(before)
    });
    for word in ["", "word=", "word=security-for-all", "word=Not-Known-Yet"] {
        let wrong = ola.ask(house, "POST", &of.path("/deletion"), word);
        assert_eq!(wrong.status, 422, "{word}");
        assert!(
            wrong.text().contains("Nothing was deleted"),
            "{}",
            wrong.text()
        );
    }
    let word = format!("word={SECRET}");
    let editor = of.post(house, "/deletion", &word);
    assert_eq!(editor.status, 403, "owners alone");
    assert_eq!(counts(house), before);
}

fn a_launched_letter_is_not_deleted(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Owner)));
    let path = format!("/organize/letters/{SLUG}/deletion");
    assert_eq!(ada.ask(&house, "GET", &path, "").status, 409);
    let answer = ada.ask(&house, "POST", &path, &format!("word={SLUG}"));
    assert_eq!(answer.status, 409, "{}", answer.text());
    let page = ada.ask(&house, "GET", &format!("/organize/letters/{SLUG}"), "");
    assert!(!page.text().contains("/deletion"));
    assert!(house.visitor.letter().is_some(), "it stands");
    // One that launches while the form is on its way.
    let of = Drafted::new(&house);
    let ola = crew::member(&house, "Ola", Some((of.letter.id, Role::Owner)));
    let session = block_on(session::find(&house.server.app, &ola.token()));
    let session = session.expect("the store answers").expect("signed in");
    of.launch(&house);
    let deleted = block_on(deletion::delete(&house.server.app, &session, &of.letter));
    assert!(matches!(deleted, Err(ActError::Launched)), "{deleted:?}");
    wait_for("the letter", Duration::from_secs(30), || {
        let answer = house.visitor.get(&format!("/letters/{SECRET}"))?;
        (answer.status == 200).then_some(())
    });
}

fn taking_a_founder_off_wants_a_passkey(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let of = Drafted::new(&house);
    accept_one(&house, &of);
    let id = house.installation.number("select max(id) from founders");
    let queued = "select count(*) from signatures where state = 'queued'";
    assert_eq!(house.installation.number(queued), 1);
    let rest = format!("/founders/{id}/removal");
    house.server.pass(600);
    let stale = of.post(&house, &rest, "");
    assert_eq!(stale.status, 403);
    assert!(stale.text().contains("id=\"fresh\""), "{}", stale.text());
    assert_eq!(house.installation.number(queued), 1);
    let eda = crew::member(&house, "Eda", Some((of.letter.id, Role::Editor)));
    let removed = eda.ask(&house, "POST", &of.path(&rest), "");
    assert_eq!(removed.status, 303);
    assert_eq!(house.installation.number(queued), 0);
    let lines = "select count(*) from trail where act = 'founder-removed'
                 and parts like '%accepted%'";
    assert_eq!(house.installation.number(lines), 1, "with the signature");
}

fn what_is_not_begun_leaves_no_keys(base: Base) {
    let house = House::open_inside(base);
    let app = &house.server.app;
    let folder = house.installation.keys().join("letters");
    let ada = crew::maker(&house, "Ada");
    let acting = block_on(session::find(app, &ada.token())).expect("the store answers");
    let acting = acting.expect("signed in");
    let id = ada.id;
    crew::write(&house, move |tx| {
        Box::pin(organizers::set_makes_letters(tx, id, false))
    });
    let new = |slug: &str| Beginning {
        slug: slug.parse().expect("a slug"),
        lang: "en".to_owned(),
        title: "New".to_owned(),
    };
    let begun = block_on(drafting::begin(app, &acting, new("never-begun")));
    assert!(matches!(begun, Err(ActError::NotPermitted)), "{begun:?}");
    assert!(!folder.join("never-begun").exists(), "keys of no letter");
    // A letter from files whose origin is another letter's.
    let origin = "demo.example/letters/other-word";
    let known = crew::write(&house, |tx| Box::pin(letters::by_slug(tx, SLUG)));
    let third = Letter {
        id: crew::new_id(&house),
        slug: "third-letter".parse().expect("a slug"),
        origin: origin.to_owned(),
        ..known.expect("it is there")
    };
    crew::write(&house, move |tx| {
        Box::pin(async move { letters::insert(tx, &third).await })
    });
    let draft = from_files("other-word", origin);
    let recipients = [age::x25519::Identity::generate().to_public().to_string()];
    let made = block_on(drafting::create(app, &draft, &recipients));
    assert_eq!(made.expect("it answers"), drafting::Drafted::Differs);
    assert!(!folder.join("other-word").exists(), "keys of no letter");
}
