//! A spreadsheet in two tabs: what one of them saw is not done to what the other made of it.

use std::thread;

use super::drafted::Drafted;
use super::namesakes::Sheet;
use crate::harness::{Base, House, on_both};

on_both!(
    an_older_tab_changes_nothing_and_is_told,
    of_many_starts_at_once_one_counts,
);

const ROWS: &str = "name,country,email,kind\n\
                    Ada,DE,ada@a.example,individual\n\
                    Bob,ES,bob@a.example,individual\n";
const COLUMNS: &str = "column-0=name&column-1=country&column-2=email&column-3=kind";
const MOVED_ON: &str = "This spreadsheet has moved on since the page was loaded";

fn an_older_tab_changes_nothing_and_is_told(base: Base) {
    let house = House::open_inside(base);
    let of = Drafted::new(&house);
    let sheet = Sheet::bring(&house, &of, ROWS);
    let page = sheet.settled("What do the columns hold?");
    assert!(page.contains("name=\"revision\" value=\"0\""), "{page}");
    sheet.done("/columns", &format!("{COLUMNS}&revision=0"));
    let page = sheet.settled("Every line was checked");
    assert!(page.contains("name=\"revision\" value=\"1\""), "{page}");

    let told = |rest: &str, form: &str| {
        let answer = sheet.post(rest, form);
        let text = answer.text();
        assert_eq!(answer.status, 409, "{rest}: {text}");
        assert!(text.contains(MOVED_ON), "{rest}: {text}");
        text
    };
    // The tab that saw the guess still: what it chose stays on the page, beside the warning.
    let other = "column-0=contact_name&column-1=country&column-2=email&column-3=name&kind=company";
    let text = told("/columns", &format!("{other}&revision=0"));
    assert!(text.contains("value=\"contact_name\" selected"), "{text}");
    for form in ["", "revision=0", "revision=2", "revision=x"] {
        told("/import", form);
        told("/others", form);
        told("/removal", form);
    }
    let columns = "select count(*) from founder_tables
                   where state = 'checked' and revision = 1 and columns like '%\"kind\":\"\"%'";
    assert_eq!(house.installation.number(columns), 1, "nothing was changed");

    sheet.done("/import", "revision=1");
    // It runs, or is done: neither its columns nor its start can be had again.
    for revision in [1, 2] {
        told("/columns", &format!("{COLUMNS}&revision={revision}"));
        told("/import", &format!("revision={revision}"));
    }
    told("/removal", "revision=1");
    sheet.settled("2 were added to the list.");
    let all = "select count(*) from founders";
    assert_eq!(house.installation.number(all), 2);
    sheet.done("/removal", "revision=2");
}

fn of_many_starts_at_once_one_counts(base: Base) {
    let house = House::open_inside(base);
    let of = Drafted::new(&house);
    let sheet = Sheet::bring(&house, &of, ROWS);
    sheet.done("/columns", &format!("{COLUMNS}&revision=0"));
    sheet.settled("Every line was checked");
    let answers: Vec<u16> = thread::scope(|scope| {
        let start = || sheet.post("/import", "revision=1").status;
        let all: Vec<_> = (0..8).map(|_| scope.spawn(start)).collect();
        let all = all.into_iter();
        all.map(|one| one.join().expect("it ends")).collect()
    });
    let begun = answers.iter().filter(|status| **status == 303).count();
    assert_eq!(begun, 1, "{answers:?}");
    assert!(
        answers.iter().all(|status| [303, 409].contains(status)),
        "{answers:?}"
    );
    sheet.settled("2 were added to the list.");
    let noted = "select count(*) from trail where act = 'spreadsheet-imported'";
    assert_eq!(house.installation.number(noted), 1);
}
