//! Rules that decide about what waits: as many as were seen and confirmed, undone for ten minutes, each decision on
//! the trail, and never a name of the watch list approved.

use std::sync::Arc;
use std::sync::atomic::AtomicI64;
use std::time::Duration;

use undersigned::acts::closing;
use undersigned::acts::rules::{self as acts, GRACE};
use undersigned::app::App;
use undersigned::clock::Clock;
use undersigned::model::{LetterState, Role};
use undersigned::store::{letters, runs};

use super::crew::{self, Member};
use super::moderation::{queue, waiting};
use super::rules::{make, press, rules, wait_for_holding};
use crate::harness::{Base, House, Inside, Person, SLUG, block_on, on_both, wait_for};

on_both!(
    a_rule_approves_what_waits,
    a_rule_rejects_what_waits,
    a_run_goes_on_after_a_restart,
    two_nodes_decide_about_each_once,
    who_is_watched_meanwhile_waits,
    nothing_is_approved_after_the_close,
    a_domain_and_a_rate_are_found_among_what_waits,
);

const PATIENCE: Duration = Duration::from_secs(20);
const HELD: &str = "select count(*) from submissions where state = 'held'";
const LEFT: &str = "select count(*) from held_picks";
const BY_RULE: &str = "select count(*) from trail
                       where act in ('approved', 'rejected') and parts like '%[\"rule\",%'";

fn watched(number: usize) -> Person {
    Person {
        name: "Sherlock Holmes".to_owned(),
        ..Person::individual(number)
    }
}

fn moderator(house: &House<Inside>) -> Member {
    let own = crew::letter(house, SLUG);
    crew::member(house, "Ada", Some((own, Role::Moderator)))
}

/// Waits until the page of the runs says this.
fn wait_for_run(house: &House<Inside>, who: &Member, said: &str) {
    wait_for(said, PATIENCE, || {
        let page = who.ask(house, "GET", &rules(), "").text();
        page.contains(said).then_some(())
    });
}

/// So many companies wait.
fn companies_wait(house: &House<Inside>, count: usize) {
    for number in 1..=count {
        house.sign_and_confirm(&Person::unproven_company(number));
    }
}

/// Undoes the newest run; gives where that leads.
fn undo(house: &House<Inside>, who: &Member) -> String {
    let run = house.installation.number("select max(id) from runs");
    let path = format!("/organize/letters/{SLUG}/runs/{run}/undo");
    let answer = who.ask(house, "POST", &path, "");
    answer.header("location").expect("a page").to_owned()
}

fn a_rule_approves_what_waits(base: Base) {
    let house = House::open_inside(base);
    let ada = moderator(&house);
    let own = crew::letter(&house, SLUG);
    let eve = crew::member(&house, "Eve", Some((own, Role::Press)));
    let ola = crew::member(&house, "Ola", Some((own, Role::Owner)));
    let before = house.total();
    companies_wait(&house, 4);
    house.sign_and_confirm(&watched(5));
    let norwegian = Person {
        country: "NO",
        ..Person::unproven_company(6)
    };
    house.sign_and_confirm(&norwegian);
    let rule = make(&house, &ada, "name=Known&country=SE");
    let page = ada.ask(&house, "GET", &rule, "").text();
    for said in [
        "Of the signatures that wait it finds 5.",
        "The watch list holds 1 of them",
        "Approve 4",
        "Reject 5",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let company = Person::unproven_company(1).name;
    assert!(page.contains(&company) && !page.contains(&norwegian.name));

    let path = format!("{rule}/runs");
    let approve = |count: usize| format!("verdict=approve&count={count}");
    assert_eq!(eve.ask(&house, "POST", &path, &approve(4)).status, 403);
    for form in ["verdict=approve", "verdict=keep&count=4", "count=4"] {
        assert_eq!(ada.ask(&house, "POST", &path, form).status, 400, "{form}");
    }
    let shown_again = |count: usize, said: &str| {
        let answer = ada.ask(&house, "POST", &path, &approve(count));
        assert_eq!(answer.status, 409);
        assert!(answer.text().contains(said), "{}", answer.text());
    };
    shown_again(5, "there were 5 when you looked, and now there are 4");
    house.sign_and_confirm(&Person::unproven_company(7));
    shown_again(4, "there were 4 when you looked, and now there are 5");
    assert_eq!(house.installation.number("select count(*) from runs"), 0);

    press(&house, &ada, &path, &approve(5));
    wait_for_run(&house, &ada, "5 signatures that wait will be approved from");
    assert!(undo(&house, &ada).contains("done=1&gone=0"));
    assert_eq!(house.installation.number(LEFT), 0);
    house.server.pass(GRACE + 1);
    std::thread::sleep(Duration::from_secs(3));
    assert_eq!(house.installation.number(HELD), 7);

    // Ada's passkey answered too long ago by now.
    let ada = moderator(&house);
    press(&house, &ada, &path, &approve(5));
    // Somebody decides about one of them meanwhile.
    let first = waiting(&ada.ask(&house, "GET", &queue(), "").text()).remove(0);
    let form = format!("decide=reject-{first}&reason-{first}=forged");
    press(&house, &ada, &queue(), &form);
    house.server.pass(GRACE - 60);
    std::thread::sleep(Duration::from_secs(3));
    assert_eq!(house.installation.number(HELD), 6, "it can be undone still");
    house.server.pass(61);
    house.wait_for_total(before + 4);
    wait_for_run(&house, &ada, "Done: 4 of 5 approved.");
    let page = ada.ask(&house, "GET", &queue(), "").text();
    assert_eq!(waiting(&page).len(), 2);
    assert!(page.contains("Sherlock Holmes") && page.contains(&norwegian.name));
    assert!(undo(&house, &ada).contains("gone=1"), "it is over");
    each_is_on_the_trail(&house, &ola, &rule);
    assert!(house.judge().record()["ok"] == true);
    let addresses = "select count(*) from reaches";
    assert_eq!(
        house.installation.number(addresses),
        2,
        "of those that wait"
    );
}

fn each_is_on_the_trail(house: &House<Inside>, owner: &Member, rule: &str) {
    let number = rule.rsplit('/').next().expect("a number");
    let path = format!("/organize/letters/{SLUG}/trail.csv");
    let trail = owner.ask(house, "GET", &path, "").text();
    let begun = format!(",Ada,{SLUG},rule-run,number={number}; how=approve; count=5");
    assert_eq!(trail.matches(&begun).count(), 2, "{trail}");
    let lines = trail.lines();
    let approved: Vec<&str> = lines
        .filter(|line| line.contains(&format!(",Ada,{SLUG},approved,number=")))
        .collect();
    assert_eq!(approved.len(), 4, "{trail}");
    let end = format!("; rule={number}");
    assert!(approved.iter().all(|line| line.ends_with(&end)), "{trail}");
    let page = owner.ask(house, "GET", &path.replace(".csv", ""), "");
    assert!(page.text().contains("by rule no. "), "{}", page.text());
}

fn a_rule_rejects_what_waits(base: Base) {
    let house = House::open_inside(base);
    let ada = moderator(&house);
    let before = house.total();
    let known = Person::unproven_company(1);
    let flood = [2, 3, 4].map(|number| Person {
        name: format!("{} Forged", Person::unproven_company(number).name),
        ..Person::unproven_company(number)
    });
    let known_link = house.sign_and_confirm(&known);
    let links = flood
        .each_ref()
        .map(|person| house.sign_and_confirm(person));
    let rule = make(&house, &ada, "name=Flood&pattern=*forged");
    let path = format!("{rule}/runs");
    let page = ada.ask(&house, "GET", &rule, "").text();
    assert!(page.contains("Reject 3") && page.contains("Approve 3"));
    let whim = "verdict=reject&count=3&reason=whim";
    assert_eq!(ada.ask(&house, "POST", &path, whim).status, 400);
    let unreasoned = ada.ask(&house, "POST", &path, "verdict=reject&count=3&reason=");
    assert_eq!(unreasoned.status, 422);
    let unreasoned = unreasoned.text();
    assert!(
        unreasoned.contains("id=\"reason-reject-wrong\""),
        "{unreasoned}"
    );
    assert!(!unreasoned.contains(" selected"), "{unreasoned}");
    let form = "verdict=reject&reason=abusive&count=3";
    let kept = ada
        .ask(&house, "POST", &path, &form.replace('3', "2"))
        .text();
    assert!(kept.contains("value=\"abusive\" selected"), "{kept}");
    press(&house, &ada, &path, form);
    wait_for_run(&house, &ada, "3 signatures that wait will be rejected from");
    // One of them says that it wasn't them.
    house.visitor.decline(&links[2]).expect("it answers");
    house.server.pass(GRACE + 1);
    wait_for_run(&house, &ada, "Done: 2 of 3 rejected.");
    assert_eq!(house.installation.number(HELD), 1);
    assert_eq!(house.installation.number(BY_RULE), 2);
    let because = "select count(*) from trail where act = 'rejected' and parts like '%abusive%'";
    assert_eq!(house.installation.number(because), 2);
    let status = |link: &str| house.visitor.open(link).expect("it answers").status;
    assert_eq!((status(&links[0]), status(&known_link)), (410, 200));
    assert_eq!(house.total(), before);
}

fn a_run_goes_on_after_a_restart(base: Base) {
    let house = House::open_inside(base);
    let ada = moderator(&house);
    let before = house.total();
    companies_wait(&house, 3);
    let rule = make(&house, &ada, "name=Known&country=SE");
    press(
        &house,
        &ada,
        &format!("{rule}/runs"),
        "verdict=approve&count=3",
    );
    let run = house.installation.number("select max(id) from runs");
    // It has come to the first of them, and falls.
    crew::write(&house, move |tx| {
        Box::pin(async move { runs::step(tx, run, "waiting", "running").await })
    });
    let House {
        server,
        installation,
        sink,
        visitor,
    } = house;
    drop(server);
    let house = House {
        server: Inside::serve(&installation),
        installation,
        sink,
        visitor,
    };
    house.wait_for_total(before);
    house.server.pass(GRACE + 60);
    house.wait_for_total(before + 3);
    wait_for_run(&house, &ada, "Done: 3 of 3 approved.");
    assert_eq!(house.installation.number(BY_RULE), 3);
    assert!(house.judge().record()["ok"] == true);
}

fn two_nodes_decide_about_each_once(base: Base) {
    let house = House::open_inside(base);
    let ada = moderator(&house);
    let before = house.total();
    companies_wait(&house, 5);
    let rule = make(&house, &ada, "name=Known&country=SE");
    press(
        &house,
        &ada,
        &format!("{rule}/runs"),
        "verdict=approve&count=5",
    );
    let due = house.server.app.clock.now_ms() + (GRACE + 1) * 1000;
    let later = Arc::new(AtomicI64::new(due));
    block_on(async {
        let mut nodes = Vec::new();
        for _ in 0..2 {
            let clock = Clock::Set(later.clone());
            let node = App::open(house.installation.config(0), clock).await;
            let node = node.expect("it opens");
            undersigned::recorder::load(&node).await.expect("it reads");
            nodes.push(node);
        }
        let both = nodes.iter().map(|node| acts::advance(node));
        for advanced in futures_util::future::join_all(both).await {
            advanced.expect("it reads");
        }
        for node in nodes {
            node.store.close().await;
        }
    });
    house.server.pass(GRACE + 1);
    house.wait_for_total(before + 5);
    wait_for_run(&house, &ada, "Done: 5 of 5 approved.");
    assert_eq!(house.installation.number(BY_RULE), 5);
    assert!(house.judge().record()["ok"] == true);
}

fn who_is_watched_meanwhile_waits(base: Base) {
    let house = House::open_inside(base);
    let ada = moderator(&house);
    let own = crew::letter(&house, SLUG);
    let before = house.total();
    let famous = Person {
        name: "Ada Minister".to_owned(),
        ..Person::unproven_company(1)
    };
    house.sign_and_confirm(&famous);
    house.sign_and_confirm(&Person::unproven_company(2));
    let rule = make(&house, &ada, "name=Known&country=SE");
    press(
        &house,
        &ada,
        &format!("{rule}/runs"),
        "verdict=approve&count=2",
    );
    let name = famous.name.clone();
    crew::write(&house, move |tx| {
        Box::pin(async move { letters::watch(tx, own, &name).await })
    });
    // The letter is read anew with its rules, and with the list.
    let other = make(&house, &ada, "name=Other&country=AQ");
    press(&house, &ada, &other, "decide=hold");
    wait_for_holding(&house, 1);
    let page = ada.ask(&house, "GET", &rule, "").text();
    assert!(page.contains("The watch list holds 1"), "{page}");
    house.server.pass(GRACE + 1);
    wait_for_run(&house, &ada, "Done: 1 of 2 approved.");
    house.wait_for_total(before + 1);
    assert_eq!(house.installation.number(HELD), 1);
    let page = ada.ask(&house, "GET", &queue(), "").text();
    assert!(page.contains(&famous.name), "{page}");
}

fn nothing_is_approved_after_the_close(base: Base) {
    let house = House::open_inside(base);
    let ada = moderator(&house);
    let before = house.total();
    house.sign_and_confirm(&Person::unproven_company(1));
    let rule = make(&house, &ada, "name=Known&country=SE");
    let path = format!("{rule}/runs");
    press(&house, &ada, &path, "verdict=approve&count=1");
    let app = &house.server.app;
    let letter = app.letters.by_slug(SLUG).expect("it is open");
    block_on(closing::close(app, &letter)).expect("it closes");
    wait_for("the close", PATIENCE, || {
        let letter = app.letters.by_slug(SLUG)?;
        (letter.letter.state == LetterState::Closed).then_some(())
    });
    house.server.pass(GRACE + 1);
    wait_for_run(&house, &ada, "Undone: 0 of 1 had been approved before");
    assert_eq!(house.installation.number(HELD), 1);
    let ada = moderator(&house);
    let late = ada.ask(&house, "POST", &path, "verdict=approve&count=1");
    let said = "It takes no more signatures";
    assert!(
        late.status == 409 && late.text().contains(said),
        "{}",
        late.text()
    );
    assert_eq!(
        (house.total(), house.installation.number(LEFT)),
        (before, 0)
    );
}

fn a_domain_and_a_rate_are_found_among_what_waits(base: Base) {
    let house = House::open_inside(base);
    let ada = moderator(&house);
    let finds = |rule: &str, count: usize| {
        let page = ada.ask(&house, "GET", rule, "").text();
        let said = format!("Of the signatures that wait it finds {count}.");
        assert!(page.contains(&said), "{count}: {page}");
    };
    // Their mailboxes are at the domain of their number modulo seven.
    house.sign_and_confirm(&Person::unproven_company(1));
    let at = make(&house, &ada, "name=Flood&domain=mail1.example");
    press(&house, &ada, &at, "decide=hold");
    wait_for_holding(&house, 1);
    house.sign_and_confirm(&Person::unproven_company(8));
    house.sign_and_confirm(&Person::individual(15));
    house.sign_and_confirm(&Person::unproven_company(2));
    finds(&at, 2);
    press(
        &house,
        &ada,
        &format!("{at}/runs"),
        "verdict=reject&reason=abusive&count=2",
    );
    house.server.pass(GRACE + 1);
    wait_for_run(&house, &ada, "Done: 2 of 2 rejected.");
    assert_eq!(house.installation.number(HELD), 2);

    // Two of them stand, and count as such that came; by the time that the others come they don't any more.
    let norwegian = |person: Person| Person {
        country: "NO",
        ..person
    };
    house.sign_and_confirm(&norwegian(Person::individual(30)));
    house.sign_and_confirm(&norwegian(Person::individual(31)));
    house.sign_and_confirm(&norwegian(Person::unproven_company(32)));
    let [three, four] =
        [3, 4].map(|rate| make(&house, &ada, &format!("name=Fast&rate={rate}&country=NO")));
    finds(&three, 1);
    finds(&four, 0);
    house.server.pass(1000);
    house.sign_and_confirm(&norwegian(Person::unproven_company(33)));
    finds(&three, 1);
    finds(&four, 0);
}
