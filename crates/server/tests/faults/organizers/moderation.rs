//! What waits, decided in the browser: the first decision counts, and each is on the trail.

use undersigned::model::Role;

use super::crew;
use crate::harness::{Base, House, Person, SLUG, on_both};

on_both!(moderators_decide_what_waits);

fn moderators_decide_what_waits(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Moderator)));
    let bea = crew::member(&house, "Bea", Some((own, Role::Owner)));
    let firms = [1, 2].map(Person::unproven_company);
    for firm in &firms {
        house.sign_and_confirm(firm);
    }
    let queue = format!("/organize/letters/{SLUG}/held");
    let page = ada.ask(&house, "GET", &queue, "").text();
    let ids: Vec<&str> = page
        .split("id=\"held-")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert_eq!(ids.len(), 2, "{page}");
    for firm in &firms {
        assert!(page.contains(&firm.name));
        for secret in firm.secrets() {
            assert!(!page.contains(&secret), "the queue shows a contact");
        }
    }
    let decide = |who: &crew::Member, form: String| {
        let answer = who.ask(&house, "POST", &queue, &form);
        assert_eq!(answer.status, 303, "{}", answer.text());
        answer.header("location").expect("a page").to_owned()
    };
    let form = format!("decide=approve-{}", ids[0]);
    assert!(decide(&ada, form.clone()).contains("done=1&gone=0"));
    let late = decide(&bea, form);
    assert!(late.contains("done=0&gone=1"), "{late}");
    let marked = format!("decide=reject&reason=forged&mark-{}=yes", ids[1]);
    assert!(decide(&bea, marked.clone()).contains("done=1&gone=0"));
    assert!(decide(&ada, marked).contains("done=0&gone=1"));
    house.wait_for_total(1);
    let lines = "select count(*) from trail where act in ('approved', 'rejected')";
    assert_eq!(house.installation.number(lines), 2, "one line a decision");
}
