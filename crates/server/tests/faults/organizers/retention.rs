//! Contacts are kept until the day that everybody was told, and no longer.

use std::fs;
use std::time::Duration;

use undersigned::model::{LetterState, Role};

use super::crew;
use crate::harness::{Base, House, Person, SLUG, block_on, on_both, wait_for};

on_both!(contacts_are_deleted_after_their_last_day,);

const DAY: i64 = 24 * 3600;

fn contacts_are_deleted_after_their_last_day(base: Base) {
    let house = House::open_inside(base);
    let founding = house.total();
    let link = house.sign_and_confirm(&Person::individual(0));
    house.wait_for_total(founding + 1);
    let own = crew::letter(&house, SLUG);
    let app = &house.server.app;
    let data = house.installation.data(0);
    let sealed = || {
        let query = "select file from contacts";
        house.installation.base.bytes(data, query)
    };
    let [file] = &sealed()[..] else {
        panic!("one contact is sealed");
    };
    let page = |name: &str| {
        let owner = crew::member(&house, name, Some((own, Role::Owner)));
        let path = format!("/organize/letters/{SLUG}/contacts");
        owner.ask(&house, "GET", &path, "").text()
    };
    let before = page("Before");
    assert!(
        before.contains("They are kept until") && before.contains("2028"),
        "{before}"
    );

    let letter = app
        .letters
        .by_slug(SLUG)
        .expect("it is served")
        .letter
        .clone();
    let over = letter.contacts_kept_until();
    house.server.pass(over - DAY - app.clock.now());
    wait_for("the letter's end", Duration::from_secs(40), || {
        let letter = app.letters.by_slug(SLUG)?;
        (letter.letter.state == LetterState::Closed).then_some(())
    });
    assert_eq!(sealed().len(), 1, "the last day isn't over");
    house.server.pass(DAY);
    wait_for("the deletion", Duration::from_secs(40), || {
        sealed().is_empty().then_some(())
    });
    assert!(page("After").contains("They were kept until"));
    let lines = "select count(*) from trail where act = 'contacts-deleted'";
    assert_eq!(house.installation.number(lines), 1);
    if block_on(app.store.rewrite()).expect("it can be written anew") {
        let at_rest = fs::read(data.join("undersigned.db")).expect("a database");
        let left = at_rest.windows(file.len()).any(|bytes| bytes == &file[..]);
        assert!(!left, "a deleted contact is still in the file");
    }

    // What was signed stands, and can still be taken back.
    assert_eq!(house.total(), founding + 1);
    let left = house.visitor.withdraw(&link).expect("an answer");
    assert_eq!(left.status, 200, "{}", left.text());
    house.wait_for_total(founding);
}
