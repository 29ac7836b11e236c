//! Founders of one name: taken for one person until an organizer says that they are two.

use std::time::Duration;

use super::drafted::{Drafted, wide};
use super::founders::{ANA, add};
use crate::harness::{Answer, Base, House, Inside, on_both, wait_for};

on_both!(
    two_of_one_name_are_listed_by_a_tick,
    lines_of_one_name_are_told_apart_and_imported_once,
);

const ALL: &str = "select count(*) from founders";

fn two_of_one_name_are_listed_by_a_tick(base: Base) {
    let house = House::open_inside(base);
    let of = Drafted::new(&house);
    add(&house, &of, ANA);
    let other = format!("{}&affiliation=PEN", ANA.replace("ana%40", "other%40"));
    let asked = of.post(&house, "/founders", &other);
    assert_eq!(asked.status, 422);
    let text = asked.text();
    for seen in [
        "on the list already, with other details",
        "name=\"another\" value=\"yes\"",
        "value=\"other@a.example\"",
        "value=\"PEN\"",
    ] {
        assert!(text.contains(seen), "{seen} in {text}");
    }
    let ticked = format!("{other}&another=yes");
    add(&house, &of, &ticked);
    assert_eq!(house.installation.number(ALL), 2);
    // What is there to the letter is there, tick or not.
    for form in [ANA, &ticked, &format!("{ANA}&another=yes"), &other] {
        let again = of.post(&house, "/founders", form);
        assert_eq!(again.status, 422);
        let text = again.text();
        assert!(
            text.contains("This entry is on the list already."),
            "{text}"
        );
        assert!(!text.contains("name=\"another\""), "{text}");
    }
    assert_eq!(house.installation.number(ALL), 2);
    // Who is left is still somebody of that name.
    let first = house
        .installation
        .number("select id from founders where person = named");
    let removal = format!("/founders/{first}/removal");
    assert_eq!(of.post(&house, &removal, "").status, 303);
    let third = format!("{ANA}&title=Poet");
    assert_eq!(of.post(&house, "/founders", &third).status, 422);
}

const ROWS: &str = "name,country,email,kind,affiliation\n\
                    Ana Gómez,ES,ana@a.example,individual,\n\
                    Li Wei,CN,li@one.example,individual,One\n\
                    Li Wei,CN,li@two.example,individual,Two\n\
                    LI  WEI,CN,li@three.example,individual,Three\n\
                    Li Wei,CN,li@one.example,individual,One\n";
const COLUMNS: &str = "column-0=name&column-1=country&column-2=email&column-3=kind\
                       &column-4=affiliation&revision=";

/// A spreadsheet on its way.
pub(super) struct Sheet<'a> {
    pub(super) house: &'a House<Inside>,
    pub(super) of: &'a Drafted,
    path: String,
}

impl<'a> Sheet<'a> {
    pub(super) fn bring(house: &'a House<Inside>, of: &'a Drafted, rows: &str) -> Self {
        let path = of.path("/founders/spreadsheets");
        let brought = of.editor.upload(house, &path, &[("file", rows.as_bytes())]);
        assert_eq!(brought.status, 303, "{}", brought.text());
        let path = brought.header("location").expect("a way on").to_owned();
        let path = path.split('?').next().unwrap_or_default().to_owned();
        Self { house, of, path }
    }

    pub(super) fn get(&self, rest: &str) -> String {
        let path = format!("{}{rest}", self.path);
        wide(&self.of.editor.ask(self.house, "GET", &path, "").text())
    }

    pub(super) fn post(&self, rest: &str, form: &str) -> Answer {
        let path = format!("{}{rest}", self.path);
        self.of.editor.ask(self.house, "POST", &path, form)
    }

    pub(super) fn done(&self, rest: &str, form: &str) {
        let answer = self.post(rest, form);
        assert_eq!(answer.status, 303, "{rest}: {}", answer.text());
    }

    pub(super) fn settled(&self, words: &str) -> String {
        wait_for(words, Duration::from_secs(60), || {
            let page = self.get("");
            page.contains(words).then_some(page)
        })
    }
}

fn lines_of_one_name_are_told_apart_and_imported_once(base: Base) {
    let house = House::open_inside(base);
    let of = Drafted::new(&house);
    add(&house, &of, &ANA.replace("ana%40", "old%40"));
    let sheet = Sheet::bring(&house, &of, ROWS);
    sheet.done("/columns", &format!("{COLUMNS}0"));
    let page = sheet.settled("Every line was checked");
    for seen in [
        "4 lines hold.",
        "3 of them have the name of somebody who is there",
        "One line does not hold",
        "<td role=\"cell\">2</td><td role=\"cell\">Name</td><td role=\"cell\">This name is on the list \
         already, with other details",
        "<td role=\"cell\">4</td><td role=\"cell\">Name</td><td role=\"cell\">Line 3 has the same name",
        "Line 3 says the same.",
        "name=\"another-2\"",
        "name=\"shown\" value=\"2 4 5\"",
        "Add the one who is new",
    ] {
        assert!(page.contains(seen), "{seen} in {page}");
    }
    // A tick is kept, and the page after it says so.
    sheet.done("/others", "revision=1&shown=2+4+5&another-4=yes");
    let page = sheet.settled("Add the 2 who are new");
    assert!(
        page.contains("name=\"another-4\" value=\"yes\" checked"),
        "{page}"
    );
    sheet.done("/import", "revision=2&shown=4&another-4=yes");
    sheet.settled("2 were added to the list.");
    assert_eq!(house.installation.number(ALL), 3, "Ana, and two of Li Wei");

    // The same file again, without ticks and then with all: nobody is there twice.
    for (ticks, all) in [("", 3), ("&shown=2+5&another-2=yes&another-5=yes", 5)] {
        let again = Sheet::bring(&house, &of, ROWS);
        again.done("/columns", &format!("{COLUMNS}0"));
        let page = again.settled("Every line was checked");
        assert!(page.contains("2 of them are on the list already"), "{page}");
        again.done("/import", &format!("revision=1{ticks}"));
        again.settled("Imported.");
        assert_eq!(house.installation.number(ALL), all);
    }
    let last = Sheet::bring(&house, &of, ROWS);
    last.done("/columns", &format!("{COLUMNS}0"));
    let page = last.settled("Every line was checked");
    assert!(page.contains("4 of them are on the list already"), "{page}");
    assert!(
        !page.contains("id=\"import\""),
        "there is nobody to add: {page}"
    );
    let forced = "revision=1&shown=2+3+4+5&another-2=yes&another-3=yes&another-4=yes";
    last.done("/import", forced);
    last.settled("Nobody was new");
    assert_eq!(house.installation.number(ALL), 5);
}
