//! What former releases left behind: today's program takes it over, on both databases, and loses
//! nothing. `made.rs` makes it, once a release.

mod made;
mod site;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicI64;

use age::x25519::Identity;
use tokio::runtime::Runtime;
use undersigned::acts::moderation;
use undersigned::app::App;
use undersigned::clock::Clock;
use undersigned_record::checkpoint::Checkpoint;

use self::site::{FIXTURES, Site, Story, figures, text};
use crate::harness::{
    Base, Judge, Person, Receipt, SLUG, Visitor, on_both, path, prove_one_history,
};

on_both!(
    what_a_release_left_goes_on,
    a_newer_programs_database_is_left_alone,
);

/// The sites that all releases left, oldest first.
fn left_behind(base: Base) -> Vec<Site> {
    let folders = fs::read_dir(FIXTURES).expect("fixtures of releases");
    let folders = folders.map(|folder| folder.expect("a folder").path());
    let mut folders: Vec<PathBuf> = folders.filter(|path| path.is_dir()).collect();
    folders.sort();
    let mut bases = vec![base];
    while bases.len() < folders.len() {
        bases.push(match bases[0] {
            Base::Sqlite => Base::sqlite(),
            Base::Postgres(_) => Base::postgres(),
        });
    }
    assert!(!folders.is_empty(), "no release in {FIXTURES}");
    let sites = folders.iter().zip(bases);
    sites
        .map(|(folder, base)| Site::left_by(folder, base))
        .collect()
}

fn what_a_release_left_goes_on(base: Base) {
    for site in left_behind(base) {
        goes_on(&site);
    }
}

fn goes_on(site: &Site) {
    let story = site.story();
    whoever_waited_can_be_read(site, &story);
    let (server, visitor) = site.serve();
    let (then, today) = (story.figures.as_object(), figures(&visitor));
    for (of, figure) in then.expect("figures") {
        assert_eq!(&today[of], figure, "{of}");
    }
    let before = today["total"].as_u64().expect("a figure");

    // The record is the same, and grows.
    assert_eq!(text(&visitor, "key"), story.key);
    site.recorded(&visitor);
    let newcomer = Person::individual(100);
    site.sign_and_confirm(&visitor, &newcomer);
    site.recorded(&visitor);
    assert_eq!(visitor.total(), Some(before + 1));
    earlier_promises_hold(&visitor, &story);

    links_lead_where_they_led(&visitor, &story);
    site.recorded(&visitor);
    assert_eq!(visitor.total(), Some(before));
    organizers_are_who_they_were(site, &visitor);
    contacts_open(site, &story);
    assert!(server.stop().success());
}

/// What waited for a moderator on that day, with the keys of then.
fn whoever_waited_can_be_read(site: &Site, story: &Story) {
    let runtime = Runtime::new().expect("a runtime");
    let then = Clock::Set(Arc::new(AtomicI64::new((story.made_at + 1) * 1000)));
    let held = runtime.block_on(async {
        let app = App::open(site.config(), then).await.expect("it opens");
        undersigned::recorder::load(&app).await.expect("letters");
        let letter = app.letters.by_slug(SLUG).expect("the letter");
        let held = moderation::held(&app, &letter, moderation::ALL).await;
        app.store.close().await;
        held.expect("the store answers")
    });
    assert_eq!(held.len(), 1);
    assert_eq!(held[0].fields.public.name, story.held);
}

/// A checkpoint and a receipt from then fit the record of now.
fn earlier_promises_hold(visitor: &Visitor, story: &Story) {
    let key = story.key.trim().parse().expect("a vkey");
    let checkpoint = Checkpoint::open(&story.checkpoint, &key).expect("the log signed it");
    let seen = BTreeMap::from([(checkpoint.size, checkpoint)]);
    prove_one_history(visitor, &story.key, &seen);
    let judge = Judge::new(visitor.base(), &story.key);
    judge.receipts(&[Receipt {
        name: "somebody of then".to_owned(),
        text: story.receipt.clone(),
    }]);
}

fn links_lead_where_they_led(visitor: &Visitor, story: &Story) {
    let open = |which: &str| {
        visitor
            .open(&story.links[which])
            .expect("the server answers")
    };
    let page = open("live");
    assert_eq!(page.status, 200);
    assert!(page.text().contains(&Person::individual(1).name));
    assert_eq!(open("count-only").status, 200);
    assert_eq!(open("withdrawn").status, 410);
    let left = visitor
        .withdraw(&story.links["live"])
        .expect("the server answers");
    assert_eq!(left.status, 200, "{}", left.text());
}

fn organizers_are_who_they_were(site: &Site, visitor: &Visitor) {
    let list = site.run(&["organizer", "list"]);
    assert!(
        list.contains(&format!("Ada Quill: owner of {SLUG}")),
        "{list}"
    );
    let said = site.run(&["organizer", "recover", "Ada Quill"]);
    let way_in = path(said.lines().next().expect("a link"));
    let page = visitor.get(&way_in).expect("the server answers");
    assert_eq!(page.status, 200, "{}", page.text());
}

/// Contacts from then and from now open with the same identity.
fn contacts_open(site: &Site, story: &Story) {
    let identity: Identity = story.identity.parse().expect("an identity");
    let sealed = site.base.bytes(&site.data(), "select file from contacts");
    let opened: Vec<String> = sealed
        .iter()
        .map(|file| age::decrypt(&identity, file).expect("it opens"))
        .map(|plain| String::from_utf8(plain).expect("JSON"))
        .collect();
    for person in [Person::individual(2), Person::individual(100)] {
        let times = opened
            .iter()
            .filter(|contact| contact.contains(&person.name))
            .count();
        assert_eq!(times, 1, "{}", person.name);
    }
}

/// Of a database that a newer program used, this one changes nothing, and says what to do: the backup
/// from before brings it back.
fn a_newer_programs_database_is_left_alone(base: Base) {
    let site = left_behind(base).pop().expect("a release");
    let (server, visitor) = site.serve();
    let total = visitor.total();
    let before = site.file("before.backup");
    let before = before.to_str().expect("a plain path");
    site.run(&["backup", "-o", before]);
    assert!(server.stop().success());
    let newer = "insert into _sqlx_migrations \
                 select 999999, description, installed_on, success, checksum, execution_time \
                 from _sqlx_migrations where version = 1 returning version";
    assert_eq!(site.number(newer), 999_999);
    let rows = "select count(*) from signatures";
    let known = site.number(rows);
    for command in [
        &["serve"][..],
        &["held", "list", SLUG],
        &["restore", before],
    ] {
        let ended = site.command(command).output().expect("it runs");
        let said = String::from_utf8_lossy(&ended.stderr);
        assert_eq!(ended.status.code(), Some(1), "{command:?}: {said}");
        for words in [
            "newer version of this program",
            "a backup from before the upgrade",
        ] {
            assert!(said.contains(words), "{command:?}: {said}");
        }
    }
    assert_eq!(site.number(rows), known);
    site.run(&["restore", before, "--replace"]);
    site.run(&["record", "recover", SLUG, "--accept"]);
    let (server, visitor) = site.serve();
    assert_eq!(visitor.total(), total);
    site.recorded(&visitor);
    assert!(server.stop().success());
}
