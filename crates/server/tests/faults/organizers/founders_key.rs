//! A founders' key that is lost, damaged or another's: its own letter says so, and stops; nothing is made
//! in its place, and nobody else is held up.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use undersigned::acts::launch::{self, Missing};
use undersigned::model::Role;
use undersigned::store::{founder_mails, letters};

use super::crew;
use super::drafted::{Drafted, SECRET};
use super::founders::{ACCEPT_ANA, ANA, BOLT, accept, add, get, invite_all, link};
use crate::harness::{Base, House, Inside, block_on, on_both, wait_for};

on_both!(
    a_lost_key_stops_its_own_letter_alone,
    a_letter_can_launch_without_what_nobody_can_read,
    a_first_key_is_made_once,
);

const CY: &str = "kind=individual&name=Cy+Late&email=cy%40c.example&country=IE&language=en";
const DEE: &str = "kind=individual&name=Dee+Else&email=dee%40d.example&country=IE&language=en";

fn key_file(house: &House<Inside>) -> PathBuf {
    let letter = house.installation.keys().join("letters").join(SECRET);
    letter.join("founders")
}

/// Has a mail to a founder made, as if an organizer had asked for it before.
fn ask(house: &House<Inside>, founder: i64) {
    let asked = crew::write(house, move |tx| {
        Box::pin(founder_mails::ask(tx, founder, "Eda", 4, 0))
    });
    assert!(asked, "a mail is due");
}

fn newest(house: &House<Inside>) -> i64 {
    house.installation.number("select max(id) from founders")
}

fn due(house: &House<Inside>) -> i64 {
    let due = "select count(*) from founders where state = 'due'";
    house.installation.number(due)
}

/// What the doctor says of the keys.
fn doctor(house: &House<Inside>) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_undersigned"));
    command.arg("--data").arg(house.installation.data(0));
    let output = command
        .args(["doctor", "--json"])
        .output()
        .expect("it runs");
    String::from_utf8(output.stdout).expect("JSON")
}

fn a_lost_key_stops_its_own_letter_alone(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let of = Drafted::new(&house);
    let other = another(&house);
    add(&house, &of, ANA);
    add(&house, &of, BOLT);
    invite_all(&house, &of);
    let ana = link(&house, "ana@a.example", 1);
    assert_eq!(accept(&house, &ana, ACCEPT_ANA).status, 303);
    add(&house, &of, CY);
    let cy = newest(&house);
    let file = key_file(&house);
    let key = fs::read(&file).expect("a key");
    let all = "select count(*) from founders";

    let broken: [(Option<&[u8]>, &str); 3] = [
        (None, "is missing"),
        (Some(b"half a key"), "is damaged"),
        (Some(&[7; 32]), "is another key"),
    ];
    for (number, (bytes, said)) in broken.into_iter().enumerate() {
        match bytes {
            Some(bytes) => fs::write(&file, bytes).expect("own directory"),
            None => fs::remove_file(&file).expect("own directory"),
        }
        if number == 0 {
            ask(&house, cy);
        }
        its_letter_stops(&house, &of, &ana);
        assert_eq!(house.installation.number(all), 3 + number as i64);
        let now = fs::read(&file).ok();
        assert_eq!(now.as_deref(), bytes, "nothing is made in its place");
        let told = doctor(&house);
        assert!(
            told.contains(&format!("letters/{SECRET}/founders {said}"))
                && told.contains("Put your copy of that file in place"),
            "{said}: {told}"
        );
        // Another letter's mails are written, and its founders listed.
        let dee = DEE.replace("Dee", &format!("Dee{number}"));
        let path = format!("/organize/letters/{}/founders", crew::OTHER);
        let listed = other.ask(&house, "POST", &path, &dee);
        assert_eq!(listed.status, 303, "{}", listed.text());
        ask(&house, newest(&house));
        wait_for("the other letter's mail", Duration::from_secs(30), || {
            (due(&house) == 1).then_some(())
        });
        assert_eq!(get(&house, "/healthz").status, 200);
    }
    fs::write(&file, &key).expect("own directory");
    let page = of.page(&house, "/founders").text();
    assert!(
        page.contains("Ana Gómez") && !page.contains("id=\"key-lost\""),
        "{page}"
    );
    assert_eq!(get(&house, &ana).status, 200);
    link(&house, "cy@c.example", 1);
}

/// A second letter before its launch, and an editor of it.
fn another(house: &House<Inside>) -> crew::Member {
    crew::draft_another(house);
    let slug = crew::OTHER.parse().expect("a slug");
    let app = &house.server.app;
    let made = app
        .keys
        .create_letter(&slug, &app.config.origin_of(crew::OTHER));
    made.expect("the key directory is there");
    let id = crew::letter(house, crew::OTHER);
    crew::member(house, "Olga", Some((id, Role::Editor)))
}

fn its_letter_stops(house: &House<Inside>, of: &Drafted, ana: &str) {
    let page = of.page(house, "/founders");
    assert_eq!(page.status, 200, "{}", page.text());
    let page = page.text();
    assert!(
        page.contains("id=\"key-lost\"") && page.contains("cannot be read just now"),
        "{page}"
    );
    assert!(
        !page.contains("id=\"add\"") && !page.contains("invite-all"),
        "{page}"
    );
    for (path, form) in [
        ("/founders", DEE),
        ("/founders/invitations", ""),
        ("/founders/spreadsheets", "paste=name%2Ccountry%0AAda%2CDE"),
    ] {
        let refused = of.post(house, path, form);
        assert_eq!(refused.status, 503, "{path}: {}", refused.text());
        assert!(
            refused.text().contains("The founders cannot be read"),
            "{path}"
        );
    }
    let checks = of.page(house, "/launch").text();
    assert!(
        checks.contains("what is known of the founders cannot be read"),
        "{checks}"
    );
    let founder = get(house, ana);
    assert_eq!(founder.status, 503, "{}", founder.text());
    assert!(!founder.text().contains("Ana"), "{}", founder.text());
    assert_eq!(due(house), 1, "who is to get a mail waits for the key");
}

fn a_letter_can_launch_without_what_nobody_can_read(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let of = Drafted::new(&house);
    add(&house, &of, ANA);
    invite_all(&house, &of);
    let ana = link(&house, "ana@a.example", 1);
    assert_eq!(accept(&house, &ana, ACCEPT_ANA).status, 303);
    house.settle_mail();
    let founder = newest(&house);
    fs::remove_file(key_file(&house)).expect("own directory");
    let later = get(&house, &ana);
    assert_eq!(later.status, 503);
    assert!(
        later
            .text()
            .contains("This invitation cannot be opened just now"),
        "{}",
        later.text()
    );
    let app = &house.server.app;
    let letter = crew::write(&house, |tx| Box::pin(letters::by_slug(tx, SECRET)));
    let letter = letter.expect("the letter is there");
    let missing = block_on(launch::launch(app, &letter)).expect("the store answers");
    assert_eq!(missing, [Missing::FoundersKey], "words would be lost");
    let page = of.page(&house, "/launch").text();
    assert!(page.contains("class=\"lacks\""), "{page}");
    let decide = format!("/founders/{founder}/statement");
    assert_eq!(of.post(&house, &decide, "decision=approve").status, 503);
    assert_eq!(of.post(&house, &decide, "decision=refuse").status, 303);
    of.launch(&house);
    wait_for("the letter", Duration::from_secs(30), || {
        let page = get(&house, &format!("/letters/{SECRET}"));
        (page.status == 200 && page.text().contains("Ana Gómez")).then_some(())
    });
}

fn a_first_key_is_made_once(base: Base) {
    let house = House::open_inside(base);
    let of = Drafted::new(&house);
    let file = key_file(&house);
    let page = of.page(&house, "/founders").text();
    assert!(page.contains("id=\"add\"") && !file.exists(), "{page}");
    add(&house, &of, ANA);
    let key = fs::read(&file).expect("a key");
    assert_eq!(key.len(), 32);
    add(&house, &of, BOLT);
    assert_eq!(fs::read(&file).expect("a key"), key);
    // A spreadsheet that is on its way lies under it as well.
    for id in ["max", "min"] {
        let query = match id {
            "max" => "select max(id) from founders",
            _ => "select min(id) from founders",
        };
        let removal = format!("/founders/{}/removal", house.installation.number(query));
        assert_eq!(of.post(&house, &removal, "").status, 303);
    }
    let rows = "paste=name%2Ccountry%2Ckind%0AAda%2CDE%2Cindividual";
    assert_eq!(of.post(&house, "/founders/spreadsheets", rows).status, 303);
    fs::remove_file(&file).expect("own directory");
    assert_eq!(of.post(&house, "/founders", ANA).status, 503);
    assert!(!file.exists());
    let sheet = house
        .installation
        .number("select max(id) from founder_tables");
    let sheet = format!("/founders/spreadsheets/{sheet}");
    let page = of.page(&house, &sheet);
    assert!(page.text().contains("id=\"key-lost\""), "{}", page.text());
    let gone = of.post(&house, &format!("{sheet}/removal"), "revision=0");
    assert_eq!(gone.status, 303, "{}", gone.text());
    // Nothing is under it any more: a new one may be made.
    add(&house, &of, ANA);
    assert_ne!(fs::read(&file).expect("a key"), key);
}
