//! What waits, decided in the browser: the first decision counts, and each is on the trail.

use std::sync::mpsc;
use std::time::Duration;

use undersigned::acts::access::{Moderator, session};
use undersigned::acts::{ActError, moderation};
use undersigned::app::App;
use undersigned::clock::Clock;
use undersigned::model::Role;
use undersigned::store::{Result, Tx, signatures, submissions};

use super::crew;
use crate::harness::{Base, House, Inside, Person, SLUG, block_on, on_both, path, wait_for};

on_both!(
    moderators_decide_what_waits,
    statements_wait_and_are_featured,
    a_removal_shows_no_name_any_more,
    who_was_turned_down_or_removed_is_told_so,
    a_reason_is_chosen_and_not_given,
    who_has_no_name_is_removed_by_the_number,
    all_that_is_found_can_be_reached,
    a_removed_moderator_decides_nothing,
    who_waits_twice_is_told_of,
    one_of_many_decisions_at_once_counts,
    several_of_one_signatory_become_one,
    who_merges_waits_for_who_decides,
);

/// The page of the queue.
pub(super) fn queue() -> String {
    format!("/organize/letters/{SLUG}/held")
}

/// The numbers of what waits on a page, in order.
pub(super) fn waiting(page: &str) -> Vec<String> {
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
    let before = house.total();
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
    let vouch = |who: &crew::Member, note: &str| {
        let path = format!("{}/{}/vouching", queue(), ids[0]);
        who.ask(&house, "POST", &path, &format!("note={note}"))
    };
    for (note, wrong) in [
        ("+", "This is needed"),
        (&*"x".repeat(201), "longer than 200"),
    ] {
        let refused = vouch(&ada, note);
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains(wrong), "{}", refused.text());
    }
    assert_eq!(house.installation.number(DECISIONS), 0);
    let vouched = vouch(&ada, "We+met+<b>+its+board.");
    let vouched = vouched.header("location").expect("a page").to_owned();
    assert!(vouched.contains("done=1&gone=0"), "{vouched}");
    let late = vouch(&bea, "So+did+we.");
    let late = late.header("location").expect("a page").to_owned();
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
    house.wait_for_total(before + 2);
    let levels = "select count(*) from signatures where level = 'vouched' and not founding";
    assert_eq!(house.installation.number(levels), 1);
    assert_eq!(house.installation.number(DECISIONS), 4);
    assert!(house.judge().record()["ok"] == true);
    a_note_stands_on_the_page_until_the_signature_goes(&house, &ada);
}

/// The note on the only one who was vouched for.
fn a_note_stands_on_the_page_until_the_signature_goes(house: &House<Inside>, ada: &crew::Member) {
    let index = "select idx from signatures where level = 'vouched' and not founding";
    let index = house.installation.number(index);
    let page = || {
        let path = format!("/letters/{SLUG}/signatures/{index}");
        house.visitor.get(&path).expect("the server answers")
    };
    let text = page().text();
    let note = "<bdi lang=\"en\">We met &lt;b&gt; its board.</bdi>";
    assert!(text.contains(note), "{text}");
    let removals = format!("/organize/letters/{SLUG}/removals");
    let form = format!("entry={index}&reason=mistaken");
    assert!(decide(house, ada, &removals, &form).contains("done=1"));
    wait_for("the removal", Duration::from_secs(20), || {
        (!page().text().contains("We met")).then_some(())
    });
    house.settle();
    let notes = "select count(*) from vouchings";
    assert_eq!(house.installation.number(notes), 0);
}

fn statements_wait_and_are_featured(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Moderator)));
    let all = ["Locks protect everybody.", "Doors matter.", "Buy keys."];
    for (number, words) in all.into_iter().enumerate() {
        let person = Person {
            statement: words.to_owned(),
            ..Person::individual(number)
        };
        house.sign_and_confirm(&person);
    }
    let path = format!("/organize/letters/{SLUG}/statements");
    let page = || ada.ask(&house, "GET", &path, "").text();
    let decide = |act: &str| {
        let page = page();
        let found = page.split(&format!("value=\"{act}-")).nth(1);
        let id = found.and_then(|rest| rest.split('"').next());
        let id = id.unwrap_or_else(|| panic!("no {act} on {page}"));
        let form = format!("decide={act}-{id}");
        let to = decide(&house, &ada, &path, &form);
        assert!(to.contains("done=1&gone=0"), "{to}");
        form
    };
    let shows = |there: &dyn Fn(&str) -> bool| {
        wait_for("the letter's page", Duration::from_secs(20), || {
            let letter = house.visitor.get(&format!("/letters/{SLUG}"));
            there(&letter.expect("it answers").text()).then_some(())
        });
    };
    assert!(all.iter().all(|words| page().contains(words)));
    // Some of the founders' are public too, and older.
    let public = || page().matches("value=\"feature-").count();
    let before = public();
    decide("approve");
    decide("approve");
    let rejected = decide("reject");
    let late = ada.ask(&house, "POST", &path, &rejected);
    assert!(late.header("location").expect("a page").contains("gone=1"));
    wait_for("the statements", Duration::from_secs(20), || {
        (public() == before + 2).then_some(())
    });
    decide("feature");
    decide("feature");
    let first = |page: &str, words: &str, other: &str| {
        let places = page.find(words).zip(page.find(other));
        places.is_some_and(|(one, two)| one < two)
    };
    shows(&|page| first(page, all[1], all[0]));
    decide("raise");
    shows(&|page| first(page, all[0], all[1]));
    decide("unfeature");
    shows(&|page| !page.contains(all[0]) && page.contains(all[1]));
    assert_eq!(house.installation.number(STATEMENTS), 7);
}

fn a_removal_shows_no_name_any_more(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Moderator)));
    let before = house.total();
    let person = Person::individual(1);
    house.sign_and_confirm(&person);
    house.wait_for_total(before + 1);
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
    house.wait_for_total(before);
    let page = ada.ask(&house, "GET", &path, "").text();
    assert!(!page.contains(&person.name), "{page}");
    assert!(house.judge().record()["ok"] == true);
}

/// At the private link: by whom, and why. Who withdrew, or has no link, is told nothing of that.
fn who_was_turned_down_or_removed_is_told_so(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Moderator)));
    let before = house.total();
    let behind = |link: &str| {
        let page = house.visitor.get(&path(link)).expect("the server answers");
        assert_eq!(page.status, 410, "{}", page.text());
        page.text()
    };
    let firm = house.sign_and_confirm(&Person::unproven_company(1));
    let id = waiting(&ada.ask(&house, "GET", &queue(), "").text()).remove(0);
    let form = format!("decide=reject-{id}&reason-{id}=abusive");
    assert!(decide(&house, &ada, &queue(), &form).contains("done=1"));
    let told = behind(&firm);
    for said in [
        "The organizers did not take it",
        "Their reason: used to insult or to advertise.",
        "write to them:",
    ] {
        assert!(told.contains(said), "{said} in {told}");
    }
    let late = house.visitor.confirm(&firm).expect("the server answers");
    assert_eq!(late.status, 410);

    let removed = house.sign_and_confirm(&Person::individual(2));
    house.wait_for_total(before + 1);
    let index = "select idx from signatures where state = 'live' and not founding";
    let index = house.installation.number(index);
    let removals = format!("/organize/letters/{SLUG}/removals");
    let form = format!("entry={index}&reason=unlawful");
    assert!(decide(&house, &ada, &removals, &form).contains("done=1"));
    let at_once = behind(&removed);
    house.wait_for_total(before);
    for told in [at_once, behind(&removed)] {
        assert!(told.contains("Your signature was removed"), "{told}");
        assert!(told.contains("Their reason: the law demands it."), "{told}");
    }

    let own = house.sign_and_confirm(&Person::individual(3));
    house.wait_for_total(before + 1);
    house.visitor.withdraw(&own).expect("the server answers");
    let hidden = behind(&own);
    house.wait_for_total(before);
    let (stem, _) = own.rsplit_once('/').expect("a link");
    let unknown = format!("{stem}/{}", undersigned::seal::Token::new([7; 32]).reveal());
    for told in [hidden, behind(&own), behind(&unknown)] {
        assert!(told.contains("This link has done its work"), "{told}");
        assert!(!told.contains("organizers of the letter"), "{told}");
    }
}

/// None is preselected, and without one nothing is done and nothing that was marked is lost.
fn a_reason_is_chosen_and_not_given(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Moderator)));
    let before = house.total();
    for number in [1, 2] {
        house.sign_and_confirm(&Person::unproven_company(number));
    }
    house.sign_and_confirm(&Person::individual(3));
    house.wait_for_total(before + 1);
    let page = ada.ask(&house, "GET", &queue(), "").text();
    assert!(!page.contains(" selected"), "{page}");
    let ids = waiting(&page);
    let wrong = "id=\"reason-wrong\" role=\"alert\"";
    let form = format!(
        "decide=reject&reason=&mark-{}=yes&reason-{}=repeated",
        ids[1], ids[1]
    );
    let kept = ada.ask(&house, "POST", &queue(), &form);
    assert_eq!(kept.status, 422, "{}", kept.text());
    let kept = kept.text();
    assert!(
        kept.contains(wrong) && kept.contains("Please choose a reason"),
        "{kept}"
    );
    let marked = format!("name=\"mark-{}\" value=\"yes\" checked", ids[1]);
    assert!(kept.contains(&marked), "{kept}");
    assert!(kept.contains("value=\"repeated\" selected"), "{kept}");
    let one = ada.ask(
        &house,
        "POST",
        &queue(),
        &format!("decide=reject-{}", ids[0]),
    );
    assert_eq!(one.status, 422);
    assert!(
        one.text()
            .contains(&format!("id=\"reason-{}-wrong\"", ids[0]))
    );
    let index = "select idx from signatures where state = 'live' and not founding";
    let index = house.installation.number(index);
    let removals = format!("/organize/letters/{SLUG}/removals");
    let stays = ada.ask(&house, "POST", &removals, &format!("entry={index}&reason="));
    assert_eq!(stays.status, 422, "{}", stays.text());
    let stays = stays.text();
    assert!(
        stays.contains(&format!("id=\"reason-{index}-wrong\"")),
        "{stays}"
    );
    assert!(
        stays.contains(&format!("name=\"entry\" value=\"{index}\"")),
        "{stays}"
    );
    let held = "select count(*) from submissions where state = 'held'";
    assert_eq!(house.installation.number(held), 2);
    assert_eq!(house.installation.number(DECISIONS), 0);
    assert_eq!(house.total(), before + 1);
}

fn who_has_no_name_is_removed_by_the_number(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Moderator)));
    let eve = crew::member(&house, "Eve", Some((own, Role::Press)));
    let before = house.total();
    let counted = Person::uncounted_name(1);
    house.sign_and_confirm(&counted);
    house.sign_and_confirm(&Person::individual(2));
    house.wait_for_total(before + 2);
    let path = |query: &str| format!("/organize/letters/{SLUG}/signatures?{query}");
    let look = |query: &str| ada.ask(&house, "GET", &path(query), "").text();
    let named = look(&format!("q={}", counted.family_name()));
    assert!(named.contains("Nobody matches"), "{named}");

    let index = "select idx from signatures where state = 'live' and not founding
                 and id not in (select signature from terms)";
    let index = house.installation.number(index);
    let page = look(&format!("entry=+{index}"));
    let form = format!("name=\"entry\" value=\"{index}\"");
    assert_eq!(page.matches(&form).count(), 1, "{page}");
    assert_eq!(page.matches("name=\"reason\"").count(), 1);
    assert!(!page.contains(&counted.name) && page.contains("Sweden"));
    let not_his = eve.ask(&house, "GET", &path(&format!("entry={index}")), "");
    assert_eq!(not_his.status, 403);
    for (query, said, typed) in [
        (
            "entry=twelve",
            "This is no number of an entry",
            "value=\"twelve\"",
        ),
        ("entry=-1", "This is no number of an entry", "value=\"-1\""),
        (
            "entry=0",
            "No signature stands under this number",
            "value=\"0\"",
        ),
        (
            "entry=99999",
            "No signature stands under this number",
            "value=\"99999\"",
        ),
    ] {
        let page = look(query);
        assert!(
            page.contains(said) && page.contains(typed),
            "{query}: {page}"
        );
        assert!(!page.contains("name=\"reason\""), "{query}: {page}");
    }

    let removals = format!("/organize/letters/{SLUG}/removals");
    let whim = ada.ask(
        &house,
        "POST",
        &removals,
        &format!("entry={index}&reason=whim"),
    );
    assert_eq!(whim.status, 400);
    let form = format!("entry={index}&reason=unlawful");
    assert!(decide(&house, &ada, &removals, &form).contains("done=1"));
    house.wait_for_total(before + 1);
    assert!(look(&format!("entry={index}")).contains("No signature stands under this number"));
    let lines = "select count(*) from trail where act = 'signature-removed'
                 and parts like '%unlawful%'";
    assert_eq!(house.installation.number(lines), 1);
    assert!(house.judge().record()["ok"] == true);
}

fn all_that_is_found_can_be_reached(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Moderator)));
    let entries = |page: &str| -> Vec<u64> {
        let all = page.split("name=\"entry\" value=\"").skip(1);
        let all = all.filter_map(|rest| rest.split('"').next()?.parse().ok());
        all.collect()
    };
    let next = |page: &str| {
        let link = page.split("rel=\"next\" href=\"").nth(1)?;
        Some(
            link.split('"')
                .next()?
                .replace("&amp;", "&")
                .replace("&#38;", "&"),
        )
    };
    let first = format!("/organize/letters/{SLUG}/signatures?q=s");
    let page = ada.ask(&house, "GET", &first, "").text();
    let mut found = entries(&page);
    assert_eq!(found.len(), 50);
    assert!(!page.contains("First page"), "{page}");
    let mut on = next(&page);
    while let Some(path) = on {
        let page = ada.ask(&house, "GET", &path, "").text();
        assert!(page.contains("First page"), "{page}");
        found.extend(entries(&page));
        on = next(&page);
    }
    let all = found.len();
    assert!(all > 50, "{all}");
    found.sort_unstable();
    found.dedup();
    assert_eq!(found.len(), all, "each is found once");
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
    let approved = block_on(moderation::approve(app, by, &letter, id, None));
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

fn who_waits_twice_is_told_of(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Moderator)));
    let firm = Person::unproven_company(1);
    let elsewhere = |number, email: &str| Person {
        email: email.to_owned(),
        name: firm.name.to_uppercase(),
        ..Person::unproven_company(number)
    };
    house.sign_and_confirm(&firm);
    house.sign_and_confirm(&elsewhere(2, "other@mailinator.com"));
    let page = ada.ask(&house, "GET", &queue(), "").text();
    let ids = waiting(&page);
    assert_eq!(page.matches("The same name or site waits too").count(), 2);
    assert_eq!(page.matches("thrown away after use").count(), 1, "{page}");
    assert!(!page.contains("mailinator"), "no domain is kept");
    let one = format!("decide=repeated-{}", ids[1]);
    assert!(decide(&house, &ada, &queue(), &one).contains("done=1&gone=0"));
    let other = format!("decide=approve-{}", ids[0]);
    assert!(decide(&house, &ada, &queue(), &other).contains("done=1&gone=0"));
    house.settle();
    house.sign_and_confirm(&elsewhere(3, "third@mail.example"));
    let page = ada.ask(&house, "GET", &queue(), "").text();
    assert!(page.contains("stands in the record"), "{page}");
    let again = format!("decide=repeated-{}", waiting(&page)[0]);
    assert!(decide(&house, &ada, &queue(), &again).contains("done=1"));
    let reasons = "select count(*) from trail where act = 'rejected' and parts like '%repeated%'";
    assert_eq!(house.installation.number(reasons), 2);
}

fn one_of_many_decisions_at_once_counts(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let before = house.total();
    house.sign_and_confirm(&Person::unproven_company(1));
    let moderators = ["Ada", "Bea", "Cyd", "Dee", "Eve", "Fay"];
    let moderators =
        moderators.map(|name| crew::member(&house, name, Some((own, Role::Moderator))));
    let page = moderators[0].ask(&house, "GET", &queue(), "").text();
    let id = &waiting(&page)[0];
    let told: Vec<String> = std::thread::scope(|scope| {
        let decide = |(who, number): (_, usize)| {
            let act = ["approve", "reject"][number % 2];
            let form = format!("decide={act}-{id}&reason-{id}=forged");
            let house = &house;
            scope.spawn(move || decide(house, who, &queue(), &form))
        };
        let threads: Vec<_> = moderators.iter().zip(0..).map(decide).collect();
        let told = threads
            .into_iter()
            .map(|thread| thread.join().expect("it decides"));
        told.collect()
    });
    let counted = told
        .iter()
        .filter(|to| to.contains("done=1&gone=0"))
        .count();
    let late = told
        .iter()
        .filter(|to| to.contains("done=0&gone=1"))
        .count();
    assert_eq!((counted, late), (1, 5), "{told:?}");
    assert_eq!(house.installation.number(DECISIONS), 1);
    let approved = "select count(*) from trail where act = 'approved'";
    house.wait_for_total(before + house.installation.number(approved).unsigned_abs());
}

fn several_of_one_signatory_become_one(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Moderator)));
    let before = house.total();
    let firm = Person::unproven_company(1);
    let alike = |number| Person {
        name: firm.name.clone(),
        ..Person::unproven_company(number)
    };
    for number in 1..=5 {
        house.sign_and_confirm(&alike(number));
    }
    house.sign_and_confirm(&Person::unproven_company(9));
    let ids = waiting(&ada.ask(&house, "GET", &queue(), "").text());
    // All five are compared, the queue itself tells of three at a time.
    let closer = |id: &str| {
        ada.ask(&house, "GET", &format!("{}/{id}", queue()), "")
            .text()
    };
    let page = closer(&ids[0]);
    for id in &ids[..5] {
        assert!(page.contains(&format!("value=\"held-{id}\"")), "{page}");
    }
    assert!(!page.contains(&ids[5]), "another firm");
    let merge = |at: &str, kept: &str, others: &[String]| {
        let others: String = others.iter().map(|id| format!("&one-{id}=yes")).collect();
        let path = format!("{}/{at}/repetitions", queue());
        let form = format!("kept={kept}{others}");
        ada.ask(&house, "POST", &path, &form)
    };
    let told = |answer: crate::harness::Answer| {
        assert_eq!(answer.status, 303, "{}", answer.text());
        answer.header("location").expect("a page").to_owned()
    };
    for nothing in ["", "held-x", "entry-", "7"] {
        assert_ne!(merge(&ids[0], nothing, &[]).status, 303, "{nothing}");
    }
    // Of what is not there any more nothing is kept, so that nothing is turned down either.
    let gone = told(merge(&ids[0], "entry-999999", &ids[1..3]));
    assert!(gone.contains("done=0&gone=1"), "{gone}");
    let kept = format!("held-{}", ids[1]);
    assert!(told(merge(&ids[0], &kept, &ids[1..4])).contains("done=3"));
    let left = waiting(&ada.ask(&house, "GET", &queue(), "").text());
    assert_eq!(left, [&*ids[1], &*ids[4], &*ids[5]]);
    assert!(
        decide(
            &house,
            &ada,
            &queue(),
            &format!("decide=approve-{}", ids[1])
        )
        .contains("done=1")
    );
    house.wait_for_total(before + 1);
    house.settle();
    let page = closer(&ids[4]);
    let entry = page
        .split("value=\"entry-")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let entry = entry.unwrap_or_else(|| panic!("it stands: {page}"));
    assert!(told(merge(&ids[4], &format!("entry-{entry}"), &[])).contains("done=1"));
    let repeated = "select count(*) from trail where act = 'rejected' and parts like '%repeated%'";
    assert_eq!(house.installation.number(repeated), 4);
    assert_eq!(
        waiting(&ada.ask(&house, "GET", &queue(), "").text()),
        [&*ids[5]]
    );
    assert!(house.judge().record()["ok"] == true);
}

/// Two who merge crosswise on two nodes: the one keeps what the other turns down. And one who keeps what
/// is just being withdrawn.
fn who_merges_waits_for_who_decides(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Moderator)));
    let before = house.total();
    for number in 1..=3 {
        let name = Person::unproven_company(1).name;
        let alike = Person::unproven_company(number);
        house.sign_and_confirm(&Person { name, ..alike });
    }
    let left = || waiting(&ada.ask(&house, "GET", &queue(), "").text());
    let ids = left();
    let merge = |at: &str, kept: &str, other: &str| {
        let path = format!("{}/{at}/repetitions", queue());
        let answer = ada.ask(
            &house,
            "POST",
            &path,
            &format!("kept={kept}&one-{other}=yes"),
        );
        assert_eq!(answer.status, 303, "{}", answer.text());
        answer.header("location").expect("a page").to_owned()
    };
    let first = ids[0].parse().expect("a number");
    let told = beside(
        &house,
        move |tx| Box::pin(submissions::take(tx, first)),
        || merge(&ids[0], &format!("held-{}", ids[0]), &ids[1]),
    );
    assert!(told.contains("done=0&gone=1"), "{told}");
    assert_eq!(left(), ids[1..], "one of the two is kept");

    let approval = format!("decide=approve-{}", ids[1]);
    assert!(decide(&house, &ada, &queue(), &approval).contains("done=1"));
    house.wait_for_total(before + 1);
    house.settle();
    let of = "select max(idx) from signatures where kind = 'company' and state = 'live'";
    let entry = house.installation.number(of);
    let signature = crew::write(&house, move |tx| {
        Box::pin(signatures::by_index(tx, own, entry))
    });
    let signature = signature.expect("it stands").id;
    let told = beside(
        &house,
        move |tx| Box::pin(signatures::leave(tx, signature)),
        || merge(&ids[2], &format!("entry-{entry}"), &ids[2]),
    );
    assert!(told.contains("done=0"), "{told}");
    assert_eq!(left(), ids[2..], "what is withdrawn is no reason");
}

/// Does something while another node has done something that it commits a second later.
fn beside<T>(
    house: &House<Inside>,
    work: impl for<'t> FnOnce(&'t mut Tx) -> futures_util::future::BoxFuture<'t, Result<bool>>
    + Send
    + 'static,
    deed: impl FnOnce() -> T,
) -> T {
    let config = house.installation.config(0);
    let (done, is_done) = mpsc::channel();
    std::thread::scope(|scope| {
        let other = scope.spawn(move || {
            block_on(async {
                let node = App::open(config, Clock::System).await.expect("it opens");
                let work = node.committer.write(move |tx| {
                    Box::pin(async move {
                        assert!(work(tx).await?, "it is there");
                        done.send(()).expect("somebody waits");
                        tokio::time::sleep(Duration::from_secs(1)).await;
                        Ok(())
                    })
                });
                work.await.expect("it is written");
                node.store.close().await;
            });
        });
        is_done.recv().expect("it is done");
        let told = deed();
        other.join().expect("it ends");
        told
    })
}
