//! Founders' statements on the letter's page: chosen and put in order before the launch, and there in that
//! order from the launch on.

use std::time::Duration;

use undersigned::acts::founding;
use undersigned::model::founders::Founders;

use super::drafted::{Drafted, SECRET};
use super::founders::{accept, add, decide, get, invite_all, link, post};
use crate::harness::{Base, House, Inside, block_on, on_both, wait_for};

on_both!(
    what_was_chosen_before_the_launch_is_there_after_it,
    only_what_is_approved_can_be_chosen,
);

/// Somebody who is listed, and says something.
fn founder(house: &House<Inside>, of: &Drafted, name: &str) -> (i64, String) {
    let form =
        format!("kind=individual&name={name}&email={name}%40a.example&country=ES&language=en");
    add(house, of, &form);
    invite_all(house, of);
    let id = house.installation.number("select max(id) from founders");
    (id, link(house, &format!("{name}@a.example"), 1))
}

fn says(house: &House<Inside>, link: &str, name: &str, words: &str) {
    let form = format!("decision=accept&name={name}&country=ES&statement={words}");
    let answer = accept(house, link, &form);
    assert_eq!(answer.status, 303, "{}", answer.text());
}

/// An organizer lets the statement be quoted.
fn approved(house: &House<Inside>, of: &Drafted, founder: i64) {
    let answer = decide(house, of, founder, ("statement", "approve"));
    assert_eq!(answer.status, 303, "{}", answer.text());
}

/// An organizer changes what stands on the letter's page.
fn done(house: &House<Inside>, of: &Drafted, founder: i64, decision: &str) {
    let path = format!("/founders/{founder}/quote");
    let answer = of.post(house, &path, &format!("decision={decision}"));
    assert_eq!(answer.status, 303, "{decision}: {}", answer.text());
}

/// Names of those on the page's list of chosen statements, in its order.
fn chosen(house: &House<Inside>, of: &Drafted) -> Vec<String> {
    let page = of.page(house, "/founders").text();
    let Some(list) = page.split("id=\"chosen\"").nth(1) else {
        return Vec::new();
    };
    let list = list.split("</ol>").next().unwrap_or_default();
    let names = list.split("</blockquote>\n<p><bdi>").skip(1);
    names
        .map(|rest| rest.split('<').next().unwrap_or_default().to_owned())
        .collect()
}

fn what_was_chosen_before_the_launch_is_there_after_it(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let of = Drafted::new(&house);
    let [ana, ben, cleo, dana] = ["Ana", "Ben", "Cleo", "Dana"].map(|name| {
        let (id, link) = founder(&house, &of, name);
        says(&house, &link, name, &format!("Words+of+{name}."));
        approved(&house, &of, id);
        (id, link)
    });
    from_files(&house, &of);
    for (id, _) in [&ana, &ben, &cleo] {
        done(&house, &of, *id, "feature");
    }
    assert_eq!(chosen(&house, &of), ["Cleo", "Ben", "Ana"]);
    for _ in 0..2 {
        done(&house, &of, ana.0, "raise");
    }
    assert_eq!(chosen(&house, &of), ["Ana", "Cleo", "Ben"]);
    let first = of.post(
        &house,
        &format!("/founders/{}/quote", ana.0),
        "decision=raise",
    );
    assert_eq!(first.status, 404, "nobody is before the first");
    // The same words again stay where they are; others have to be read and chosen anew.
    says(&house, &ana.1, "Ana", "Words+of+Ana.");
    says(&house, &ben.1, "Ben", "Better+words+of+Ben.");
    assert_eq!(chosen(&house, &of), ["Ana", "Cleo"]);
    approved(&house, &of, ben.0);
    assert_eq!(chosen(&house, &of), ["Ana", "Cleo"]);
    done(&house, &of, ben.0, "feature");
    done(&house, &of, dana.0, "feature");
    done(&house, &of, dana.0, "unfeature");
    done(&house, &of, cleo.0, "raise");
    assert_eq!(chosen(&house, &of), ["Ben", "Cleo", "Ana"]);

    of.launch(&house);
    let page = wait_for("the letter", Duration::from_secs(30), || {
        let page = get(&house, &format!("/letters/{SECRET}"));
        (page.status == 200).then(|| page.text())
    });
    let mut quotes: Vec<(usize, &str)> = [
        "Better words of Ben.",
        "Words of Cleo.",
        "Words of Ana.",
        "Words from files.",
    ]
    .map(|words| {
        (
            page.find(words)
                .unwrap_or_else(|| panic!("{words} in {page}")),
            words,
        )
    })
    .to_vec();
    let wanted: Vec<&str> = quotes.iter().map(|(_, words)| *words).collect();
    quotes.sort_unstable();
    let shown: Vec<&str> = quotes.iter().map(|(_, words)| *words).collect();
    assert_eq!(shown, wanted, "in the order that was chosen");
    assert!(!page.contains("Words of Dana."), "she was taken off");
    let late = of.post(
        &house,
        &format!("/founders/{}/quote", dana.0),
        "decision=feature",
    );
    assert_eq!(late.status, 409, "{}", late.text());
}

/// A founding signature with a featured statement, as the operator brings it.
fn from_files(house: &House<Inside>, of: &Drafted) {
    let table = "kind,name,country,statement,featured\n\
                 individual,Fil Ess,DE,Words from files.,yes\n";
    let lang = "en".parse().expect("a language");
    let mut lines = Founders::open(table.as_bytes(), lang).expect("a table");
    let line = lines.next_line().expect("it is read").expect("a line");
    let founder = line.founder.unwrap_or_else(|faults| panic!("{faults:?}"));
    let added = block_on(founding::add(&house.server.app, &of.letter, vec![founder]));
    assert_eq!(added.expect("the store answers"), 1);
}

fn only_what_is_approved_can_be_chosen(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let of = Drafted::new(&house);
    let (ana, link) = founder(&house, &of, "Ana");
    let choose = || {
        let path = format!("/founders/{ana}/quote");
        of.post(&house, &path, "decision=feature").status
    };
    assert_eq!(choose(), 404, "she has said nothing");
    says(&house, &link, "Ana", "Clear+words.");
    assert_eq!(choose(), 404, "nobody has read it");
    let page = of.page(&house, "/founders").text();
    assert!(!page.contains("value=\"feature\""), "{page}");
    approved(&house, &of, ana);
    let page = of.page(&house, "/founders").text();
    assert!(page.contains("value=\"feature\""), "{page}");
    let lines = "select count(*) from trail where act = 'statement-featured'";
    assert_eq!(choose(), 303);
    assert_eq!(choose(), 404, "it is there already");
    assert_eq!(house.installation.number(lines), 1);
    assert_eq!(post(&house, &link, "decision=decline").status, 303);
    assert!(chosen(&house, &of).is_empty(), "who declined says nothing");
}
