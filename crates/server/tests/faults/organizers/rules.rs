//! Saved rules: what they would do is shown first, what they do is counted, and it can be undone
//! until the record has it.

use std::time::Duration;

use undersigned::acts::rules::GRACE;
use undersigned::model::Role;
use undersigned::store::runs::{self, RunRow};

use super::crew::{self, Member};
use super::moderation::{queue, waiting};
use crate::harness::{Base, House, Inside, Person, SLUG, block_on, on_both, wait_for};

on_both!(
    a_rule_holds_what_comes,
    a_rule_removes_what_stands,
    a_run_whose_server_fell_while_it_gathered_removes_nothing,
    what_is_wrong_with_a_rule_is_said,
);

const PATIENCE: Duration = Duration::from_secs(20);
const HELD: &str = "select count(*) from submissions where state = 'held'";
const LEFT: &str = "select count(*) from picks";

pub(super) fn rules() -> String {
    format!("/organize/letters/{SLUG}/rules")
}

/// Saves a rule; gives its page.
pub(super) fn make(house: &House<Inside>, who: &Member, form: &str) -> String {
    let answer = who.ask(house, "POST", &rules(), form);
    assert_eq!(answer.status, 303, "{}", answer.text());
    let page = answer.header("location").expect("its page");
    page.split('?').next().unwrap_or_default().to_owned()
}

/// Sends a form that must lead on.
pub(super) fn press(house: &House<Inside>, who: &Member, path: &str, form: &str) {
    let answer = who.ask(house, "POST", path, form);
    assert_eq!(answer.status, 303, "{path}: {}", answer.text());
}

pub(super) fn wait_for_holding(house: &House<Inside>, count: usize) {
    wait_for("the rule", PATIENCE, || {
        let letter = house.server.app.letters.by_slug(SLUG)?;
        (letter.holding.len() == count).then_some(())
    });
}

fn a_rule_holds_what_comes(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Moderator)));
    // Their mailboxes are at the domain of their number modulo seven.
    house.sign_and_confirm(&Person::individual(1));
    let rule = make(&house, &ada, "name=Flood&domain=mail1.example");
    let page = ada.ask(&house, "GET", &rule, "").text();
    assert!(page.contains("no domain is kept"), "{page}");
    house.sign_and_confirm(&Person::individual(8));
    assert_eq!(house.installation.number(HELD), 0, "it is saved, and rests");

    press(&house, &ada, &rule, "decide=hold");
    wait_for_holding(&house, 1);
    house.sign_and_confirm(&Person::individual(15));
    house.sign_and_confirm(&Person::individual(2));
    assert_eq!(house.installation.number(HELD), 1);
    let page = ada.ask(&house, "GET", &queue(), "").text();
    assert!(
        page.contains("the rule “\u{2068}Flood\u{2069}” looks for it")
            || page.contains("the rule “Flood” looks for it"),
        "{page}"
    );
    assert!(!page.contains("mail1.example"), "no domain is kept");

    // What was held stays held by it when it rests.
    press(&house, &ada, &rule, "decide=rest");
    wait_for_holding(&house, 0);
    house.sign_and_confirm(&Person::individual(22));
    assert_eq!(house.installation.number(HELD), 1);
    let page = ada.ask(&house, "GET", &queue(), "").text();
    assert!(page.contains("Flood"), "{page}");

    // Another name is looked at like a new one.
    let named = make(&house, &ada, "name=Named&pattern=*zzyx*");
    press(&house, &ada, &named, "decide=hold");
    wait_for_holding(&house, 1);
    let honest = Person::individual(3);
    let link = house.sign_and_confirm(&honest);
    house.settle();
    let renamed = Person {
        name: "Quirina Zzyx".to_owned(),
        ..honest
    };
    house
        .visitor
        .correct(&link, &renamed)
        .expect("the server answers");
    assert_eq!(house.installation.number(HELD), 2);
    let page = ada.ask(&house, "GET", &queue(), "").text();
    assert!(
        page.contains("Quirina Zzyx") && page.contains("Named"),
        "{page}"
    );
    press(&house, &ada, &named, "decide=drop");
    wait_for_holding(&house, 0);

    // A rate holds from its number on.
    let fast = make(&house, &ada, "name=Fast&rate=3&country=NO");
    press(&house, &ada, &fast, "decide=hold");
    wait_for_holding(&house, 1);
    let norwegians = [30, 31, 32, 33].map(|number| Person {
        country: "NO",
        ..Person::individual(number)
    });
    for person in &norwegians {
        house.sign_and_confirm(person);
    }
    // Two are held already, whatever their country, and count as such that came.
    assert_eq!(house.installation.number(HELD), 2 + 4);
    press(&house, &ada, &fast, "decide=drop");
    wait_for_holding(&house, 0);
    assert_eq!(ada.ask(&house, "GET", &fast, "").status, 404);
}

fn a_rule_removes_what_stands(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Moderator)));
    let eve = crew::member(&house, "Eve", Some((own, Role::Press)));
    let before = house.total();
    let people = [1, 2, 3, 4].map(Person::individual);
    let links = people
        .each_ref()
        .map(|person| house.sign_and_confirm(person));
    let other = Person {
        name: "Somebody Else".to_owned(),
        ..Person::individual(5)
    };
    house.sign_and_confirm(&other);
    house.wait_for_total(before + 5);
    let rule = make(
        &house,
        &ada,
        "name=Forged&pattern=ingeborg+vaxholm*&country=SE",
    );
    let page = ada.ask(&house, "GET", &rule, "").text();
    assert!(page.contains("it would remove 4."), "{page}");
    assert!(page.contains("held 0 of the signatures that wait now, and 4 of"));
    assert!(page.contains(&people[0].name) && !page.contains(&other.name));

    let runs = format!("{rule}/runs");
    let form = "verdict=remove&reason=forged&count=4";
    assert_eq!(eve.ask(&house, "POST", &runs, form).status, 403);
    let other = "verdict=remove&reason=unlawful&count=5";
    let changed = ada.ask(&house, "POST", &runs, other);
    assert_eq!(changed.status, 409);
    let changed = changed.text();
    assert!(changed.contains("there were 5 when you looked, and now there are 4"));
    assert!(changed.contains("value=\"unlawful\" selected"), "{changed}");
    press(&house, &ada, &runs, form);
    let page = ada.ask(&house, "GET", &rules(), "").text();
    assert!(page.contains("4 signatures will be removed from"), "{page}");
    let undo = page
        .split("/runs/")
        .nth(1)
        .and_then(|rest| rest.split('/').next());
    let undo = format!(
        "/organize/letters/{SLUG}/runs/{}/undo",
        undo.expect("a run")
    );
    press(&house, &ada, &undo, "");
    assert_eq!(house.installation.number(LEFT), 0);
    let again = ada.ask(&house, "POST", &undo, "");
    assert!(again.header("location").expect("a page").contains("gone=1"));

    press(&house, &ada, &runs, form);
    house
        .visitor
        .withdraw(&links[3])
        .expect("the server answers");
    house.wait_for_total(before + 4);
    house.server.pass(GRACE - 60);
    std::thread::sleep(Duration::from_secs(3));
    assert_eq!(house.installation.number(LEFT), 4, "it can be undone still");
    house.server.pass(61);
    house.wait_for_total(before + 1);
    let page = || ada.ask(&house, "GET", &rules(), "").text();
    wait_for("the end", PATIENCE, || {
        page().contains("Done: 3 of 4").then_some(())
    });
    assert!(page().contains("Undone: 0 of 4"), "{}", page());
    assert!(house.judge().record()["ok"] == true);
    let removed =
        "select count(*) from trail where act in ('rule-made', 'rule-run', 'rule-undone')";
    assert_eq!(house.installation.number(removed), 4);
    let app = &house.server.app;
    let purge = |days: i64| {
        let now = app.clock.now() + days * 24 * 3600;
        let purged = app
            .committer
            .write(move |tx| Box::pin(async move { runs::purge(tx, now).await }));
        block_on(purged).expect("it is written")
    };
    assert_eq!(
        (purge(29), purge(31)),
        (0, 2),
        "runs are told of for 30 days"
    );
}

fn a_run_whose_server_fell_while_it_gathered_removes_nothing(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Moderator)));
    let total = house.total() + 1;
    house.sign_and_confirm(&Person::individual(1));
    house.wait_for_total(total);
    let app = &house.server.app;
    let picked = "select max(id) from signatures where state = 'live' and not founding";
    let picked = house.installation.number(picked);
    let (id, due_at) = (crew::new_id(&house), app.clock.now() + GRACE);
    let row = RunRow {
        id,
        letter: own,
        rule: 0,
        rule_name: "Half".to_owned(),
        verdict: "remove".to_owned(),
        reason: "forged".to_owned(),
        organizer: None,
        who: String::new(),
        state: String::new(),
        due_at,
        picked: 0,
        done: 0,
    };
    crew::write(&house, move |tx| {
        Box::pin(async move {
            runs::insert(tx, &row).await?;
            runs::pick(tx, id, &[picked]).await
        })
    });
    let abandon = |now: i64| crew::write(&house, move |tx| Box::pin(runs::abandon(tx, now)));
    assert_eq!(abandon(due_at - 1), 0, "it may still be gathering");
    assert_eq!(abandon(due_at), 1);
    house.server.pass(GRACE + 1);
    std::thread::sleep(Duration::from_secs(3));
    assert_eq!((house.installation.number(LEFT), house.total()), (0, total));
    let page = ada.ask(&house, "GET", &rules(), "").text();
    assert!(page.contains("Undone: 0 of 1"), "{page}");
}

fn what_is_wrong_with_a_rule_is_said(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Moderator)));
    for (form, said, typed) in [
        ("name=Empty", "at least one thing", "value=\"Empty\""),
        (
            "name=&country=SE",
            "Give the rule a name",
            "value=\"SE\" selected",
        ),
        (
            "name=All&pattern=**",
            "Every name would fit",
            "value=\"**\"",
        ),
        ("name=Slow&rate=1", "from 2 to 10,000", "value=\"1\""),
        ("name=At&domain=a+b", "not a domain", "value=\"a b\""),
        (
            "name=When&from=soon",
            "not a day and a time",
            "value=\"soon\"",
        ),
    ] {
        let answer = ada.ask(&house, "POST", &rules(), form);
        let text = answer.text();
        assert_eq!(answer.status, 422, "{form}: {text}");
        assert!(
            text.contains(said) && text.contains(typed),
            "{form}: {text}"
        );
    }
    assert_eq!(house.installation.number("select count(*) from rules"), 0);
    assert!(waiting(&ada.ask(&house, "GET", &queue(), "").text()).is_empty());
}
