//! What waits, decided in the browser: the first decision counts, and each is on the trail.

use undersigned::acts::access::{Moderator, session};
use undersigned::acts::{ActError, moderation};
use undersigned::model::Role;

use super::crew;
use crate::harness::{Base, House, Inside, Person, SLUG, block_on, on_both, wait_for};

on_both!(
    moderators_decide_what_waits,
    statements_wait_and_are_featured,
    a_removal_shows_no_name_any_more,
    a_removed_moderator_decides_nothing,
);

/// The page of the queue.
pub(super) fn queue() -> String {
    format!("/organize/letters/{SLUG}/held")
}

/// The numbers of what waits on a page, in order.
fn waiting(page: &str) -> Vec<String> {
    page.split("id=\"held-")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(str::to_owned)
        .collect()
}

/// Decides by a form; gives where it leads.
fn decide(house: &House<Inside>, who: &crew::Member, path: &str, form: &str) -> String {
    let answer = who.ask(house, "POST", path, form);
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.header("location").expect("a page").to_owned()
}

const DECISIONS: &str = "select count(*) from trail where act in ('approved', 'rejected')";
const STATEMENTS: &str = "select count(*) from trail where act like 'statement-%'";

fn moderators_decide_what_waits(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Moderator)));
    let bea = crew::member(&house, "Bea", Some((own, Role::Owner)));
    let firms = [1, 2, 3, 4].map(Person::unproven_company);
    for firm in &firms {
        house.sign_and_confirm(firm);
    }
    let overview = format!("/organize/letters/{SLUG}");
    let overview = ada.ask(&house, "GET", &overview, "").text();
    assert!(overview.contains("Signatures that wait: 4"), "{overview}");
    let page = ada.ask(&house, "GET", &queue(), "").text();
    let ids = waiting(&page);
    assert_eq!(ids.len(), 4, "{page}");
    assert!(page.contains("not at the organization’s own domain"));
    for firm in &firms {
        assert!(page.contains(&firm.name));
        for secret in firm.secrets() {
            assert!(!page.contains(&secret), "the queue shows a contact");
        }
    }
    let decide = |who: &crew::Member, form: &str| decide(&house, who, &queue(), form);
    let form = format!("decide=approve-{}", ids[0]);
    assert!(decide(&ada, &form).contains("done=1&gone=0"));
    let late = decide(&bea, &form);
    assert!(late.contains("done=0&gone=1"), "{late}");
    let told = bea.ask(&house, "GET", &late, "").text();
    assert!(told.contains("Too late for 1"), "{told}");
    let marked = format!(
        "decide=reject&reason=forged&mark-{}=yes&mark-{}=yes",
        ids[1], ids[2]
    );
    assert!(decide(&bea, &marked).contains("done=2&gone=0"));
    assert!(decide(&ada, &marked).contains("done=0&gone=2"));
    for form in [
        "decide=approve-x",
        "decide=reject-1&reason-1=whim",
        "decide=drop-1",
        "",
    ] {
        let answer = ada.ask(&house, "POST", &queue(), form);
        assert_ne!(answer.status, 500, "{form}: {}", answer.text());
    }
    let brief = format!("decide=approve-{}&answer=brief", ids[3]);
    let brief = ada.ask(&house, "POST", &queue(), &brief).json();
    assert_eq!((&brief["done"], &brief["gone"]), (&1.into(), &0.into()));
    house.wait_for_total(2);
    assert_eq!(house.installation.number(DECISIONS), 4);
    assert!(house.judge().record()["ok"] == true);
}

fn statements_wait_and_are_featured(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Moderator)));
    let mut people = [1, 2].map(Person::individual);
    for (person, words) in people.iter_mut().zip(["Locks protect", "Doors matter"]) {
        person.statement = format!("{words} everybody.");
        house.sign_and_confirm(person);
    }
    let path = format!("/organize/letters/{SLUG}/statements");
    let page = || ada.ask(&house, "GET", &path, "").text();
    let id = |act: &str| {
        let page = page();
        let found = page.split(&format!("value=\"{act}-")).nth(1);
        let id = found.and_then(|rest| rest.split('"').next());
        id.unwrap_or_else(|| panic!("no {act} on {page}"))
            .to_owned()
    };
    let decide = |act: &str| {
        let form = format!("decide={act}-{}", id(act));
        assert!(decide(&house, &ada, &path, &form).contains("done=1&gone=0"));
        form
    };
    assert!(page().contains("Locks protect everybody."));
    decide("approve");
    let rejected = decide("reject");
    wait_for("the statement", std::time::Duration::from_secs(20), || {
        page().contains("value=\"feature-").then_some(())
    });
    let late = ada.ask(&house, "POST", &path, &rejected);
    assert!(late.header("location").expect("a page").contains("gone=1"));
    decide("feature");
    let shows = || {
        house
            .visitor
            .get(&format!("/letters/{SLUG}"))
            .expect("it answers")
            .text()
    };
    let words = "Locks protect everybody.";
    wait_for(
        "it on the letter",
        std::time::Duration::from_secs(20),
        || shows().contains(words).then_some(()),
    );
    decide("unfeature");
    wait_for(
        "it off the letter",
        std::time::Duration::from_secs(20),
        || (!shows().contains(words)).then_some(()),
    );
    assert_eq!(house.installation.number(STATEMENTS), 4);
}

fn a_removal_shows_no_name_any_more(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Moderator)));
    let person = Person::individual(1);
    house.sign_and_confirm(&person);
    house.wait_for_total(1);
    let path = format!(
        "/organize/letters/{SLUG}/signatures?q={}",
        person.family_name()
    );
    let page = ada.ask(&house, "GET", &path, "").text();
    let entry = page.split("name=\"entry\" value=\"").nth(1);
    let entry = entry.and_then(|rest| rest.split('"').next());
    let entry = entry.unwrap_or_else(|| panic!("nobody found: {page}"));
    let removals = format!("/organize/letters/{SLUG}/removals");
    let form = format!("entry={entry}&reason=forged");
    assert!(decide(&house, &ada, &removals, &form).contains("done=1"));
    assert!(decide(&house, &ada, &removals, &form).contains("gone=1"));
    house.wait_for_total(0);
    let page = ada.ask(&house, "GET", &path, "").text();
    assert!(!page.contains(&person.name), "{page}");
    assert!(house.judge().record()["ok"] == true);
}

fn a_removed_moderator_decides_nothing(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Owner)));
    let bea = crew::member(&house, "Bea", Some((own, Role::Moderator)));
    house.sign_and_confirm(&Person::unproven_company(1));
    let app = &house.server.app;
    // Bea's request has passed the gate when Ada's removes her.
    let acting = block_on(session::find(app, &bea.token())).expect("the store answers");
    let acting = acting.expect("Bea is signed in");
    let path = format!("/organize/letters/{SLUG}/people/{}/removal", bea.id);
    assert_eq!(ada.ask(&house, "POST", &path, "").status, 303);
    let letter = app.letters.by_slug(SLUG).expect("the letter is open");
    let held = block_on(moderation::held(app, &letter, moderation::ALL)).expect("it can be read");
    let (by, id) = (Moderator::Organizer(&acting), held[0].id);
    let approved = block_on(moderation::approve(app, by, &letter, id, false));
    assert!(
        matches!(approved, Err(ActError::NotPermitted)),
        "{approved:?}"
    );
    let rejected = block_on(moderation::reject(app, by, &letter, id, None));
    assert!(
        matches!(rejected, Err(ActError::NotPermitted)),
        "{rejected:?}"
    );
    let held = block_on(moderation::held(app, &letter, moderation::ALL)).expect("it can be read");
    assert_eq!(held.len(), 1, "it waits still");
    assert_eq!(house.installation.number(DECISIONS), 0);
}
