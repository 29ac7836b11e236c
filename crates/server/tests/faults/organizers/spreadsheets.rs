//! Spreadsheets of founders, as people bring them.

use std::fmt::Write as _;
use std::fs;
use std::time::{Duration, Instant};

use undersigned::l10n::Lang;
use undersigned_testbed::rounds;

use super::drafted::{Drafted, wide};
use crate::harness::{Answer, Base, House, Inside, on_both, wait_for};

on_both!(
    a_spreadsheet_is_understood_checked_and_imported_once,
    what_is_no_spreadsheet_is_said,
    thousands_of_lines_are_imported_once,
);

/// Waits until a spreadsheet's page says `state`, by loading it again as its reader would.
fn settled(house: &House<Inside>, of: &Drafted, sheet: &str, state: &str) -> String {
    wait_for(state, Duration::from_secs(300), || {
        let page = of.editor.ask(house, "GET", sheet, "");
        assert_eq!(page.status, 200, "{}", page.text());
        page.text().contains(state).then(|| wide(&page.text()))
    })
}

fn brought(house: &House<Inside>, of: &Drafted, bytes: &[u8]) -> String {
    let path = of.path("/founders/spreadsheets");
    let answer = of.editor.upload(house, &path, &[("file", bytes)]);
    location(&answer)
}

fn location(answer: &Answer) -> String {
    assert_eq!(answer.status, 303, "{}", answer.text());
    let location = answer.header("location").expect("a way on");
    location.split('?').next().unwrap_or_default().to_owned()
}

const CHECKED: &str = "Every line was checked";
const DONE: &str = "Imported.";

fn a_spreadsheet_is_understood_checked_and_imported_once(base: Base) {
    let house = House::open_inside(base);
    let of = Drafted::new(&house);
    let rows = "Nombre;País;Correo;Idioma;Notas\r\n\
                Críptica;España;a@c.example;es;x\r\n\
                Bolt;DE;nobody;;\r\n\
                \r\n\
                CRÍPTICA;ES;b@c.example;es;\r\n\
                Üben e.V.;Alemania;u@u.example;;\r\n";
    let western: Vec<u8> = rows
        .chars()
        .map(|c| u8::try_from(c as u32).expect("Latin-1"))
        .collect();
    let sheet = brought(&house, &of, &western);
    let page = settled(&house, &of, &sheet, "What do the columns hold?");
    for seen in ["Windows-1252", "semicolons", "Críptica", "Column “Notas”"] {
        assert!(page.contains(seen), "{seen} in {page}");
    }
    let columns = "revision=0&column-0=name&column-1=country&column-2=email&column-3=language";
    let post = |rest: &str, form: &str| {
        let path = format!("{sheet}{rest}");
        of.editor.ask(&house, "POST", &path, form)
    };
    let lacking = post("/columns", columns);
    assert_eq!(lacking.status, 422);
    assert!(lacking.text().contains("No column holds this: Kind."));
    let twice = post(
        "/columns",
        &format!("{columns}&column-4=name&kind=organization"),
    );
    assert!(
        twice
            .text()
            .contains("Two columns cannot hold the same: Name.")
    );

    location(&post("/columns", &format!("{columns}&kind=organization")));
    let page = settled(&house, &of, &sheet, CHECKED);
    for seen in [
        "3 lines hold.",
        "One of them has the name of somebody who is there, with other details.",
        "One line does not hold",
        "<td role=\"cell\">3</td><td role=\"cell\">E-mail</td>",
        "<td role=\"cell\">5</td><td role=\"cell\">Name</td><td role=\"cell\">Line 2 has the same name, with other details: the same person, or another?",
    ] {
        assert!(page.contains(seen), "{seen} in {page}");
    }
    let none = "select count(*) from founders";
    assert_eq!(house.installation.number(none), 0, "a check keeps nobody");
    location(&post("/import", "revision=1"));
    let page = settled(&house, &of, &sheet, DONE);
    assert!(page.contains("2 were added to the list."), "{page}");
    assert_eq!(
        house
            .installation
            .number("select count(*) from founder_table_parts"),
        0
    );

    let again = brought(&house, &of, rows.as_bytes());
    let path = format!("{again}/columns");
    let form = format!("{columns}&kind=organization");
    location(&of.editor.ask(&house, "POST", &path, &form));
    let page = settled(&house, &of, &again, CHECKED);
    assert!(page.contains("2 of them are on the list already"), "{page}");
    let path = format!("{again}/import");
    location(&of.editor.ask(&house, "POST", &path, "revision=1"));
    settled(&house, &of, &again, DONE);
    assert_eq!(house.installation.number(none), 2);
    let kept = "select count(*) from founders where country = 'DE' and lang = 'en'";
    assert_eq!(
        house.installation.number(kept),
        1,
        "Alemania is DE, and English the letter's own"
    );
}

fn what_is_no_spreadsheet_is_said(base: Base) {
    let house = House::open_inside(base);
    let of = Drafted::new(&house);
    let path = of.path("/founders/spreadsheets");
    for (bytes, said) in [
        (&b"PK\x03\x04\x14\0"[..], "This is a workbook."),
        (b"", "There is nothing to import"),
        (b"name,\0\nb,c\n", "This file is no text."),
    ] {
        let answer = of.editor.upload(&house, &path, &[("file", bytes)]);
        assert_eq!(answer.status, 422, "{said}");
        let text = answer.text();
        assert!(text.contains(said), "{said} in {text}");
        let lead = text
            .split("autofocus id=\"unfit-summary\"")
            .nth(1)
            .expect("a summary");
        let lead = lead.split("<h1>").next().unwrap_or_default();
        assert!(
            lead.contains("href=\"#file\"") && lead.contains(said),
            "{lead}"
        );
    }
    let parts = [
        ("file", &b"PK\x03\x04\x14\0"[..]),
        ("paste", &b"a <b> c"[..]),
    ];
    let kept = of.editor.upload(&house, &path, &parts).text();
    assert!(kept.contains("a &#60;b&#62; c</textarea>"), "{kept}");
    let pasted = "name\tcountry\temail\tkind\nÁ\tES\ta@a.example\tONG\n";
    let parts = [("file", &b""[..]), ("paste", pasted.as_bytes())];
    let sheet = location(&of.editor.upload(&house, &path, &parts));
    let page = settled(&house, &of, &sheet, "What do the columns hold?");
    assert!(
        page.contains("tabs between") || page.contains("with tabs"),
        "{page}"
    );
    let foreign = [
        ("cookie", of.editor.cookie()),
        ("origin", "https://evil.example".to_owned()),
    ];
    let foreign: Vec<(&str, &str)> = foreign.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let token = of.editor.form_token();
    let parts = [("_form", token.as_bytes()), ("file", pasted.as_bytes())];
    let refused = house.visitor.upload(&path, &foreign, &parts);
    assert_eq!(refused.expect("the server answers").status, 403);
}

/// The most memory that this process, server and browser in one, has taken, in megabytes.
fn peak_mb() -> u64 {
    let status = fs::read_to_string("/proc/self/status").expect("a Linux");
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok());
    kilobytes.expect("a number") / 1024
}

/// A hundred thousand lines under `./test long`, else a tenth.
fn thousands_of_lines_are_imported_once(base: Base) {
    let lines = rounds(100_000);
    let house = House::open_inside(base);
    let of = Drafted::new(&house);
    let mut rows = String::from("name,country,email,kind,website,contact\n");
    for number in 1..=lines {
        let country = if number % 1000 == 0 { "XX" } else { "DE" };
        let _ = writeln!(
            rows,
            "Organization number {number},{country},desk@org-{number}.example,organization,\
             https://org-{number}.example,Person Number {number}"
        );
    }
    // Forgets the peak so far (proc(5), `clear_refs`).
    fs::write("/proc/self/clear_refs", "5").expect("a Linux");
    let begun = Instant::now();
    let sheet = brought(&house, &of, rows.as_bytes());
    let columns = "revision=0&column-0=name&column-1=country&column-2=email&column-3=kind\
                   &column-4=website&column-5=contact_name";
    let path = format!("{sheet}/columns");
    location(&of.editor.ask(&house, "POST", &path, columns));
    let page = settled(&house, &of, &sheet, CHECKED);
    let (bad, good) = (lines / 1000, lines - lines / 1000);
    let counted = |number: usize| undersigned::l10n::number(Lang::En, number as u64);
    for seen in [
        format!("{} lines hold.", counted(good)),
        format!("{bad} lines do not hold"),
        "<td role=\"cell\">1,001</td>".to_owned(),
    ] {
        assert!(page.contains(&seen), "{seen} in {page}");
    }
    let checked = begun.elapsed();
    location(
        &of.editor
            .ask(&house, "POST", &format!("{sheet}/import"), "revision=1"),
    );
    settled(&house, &of, &sheet, DONE);
    let (peak, took) = (peak_mb(), begun.elapsed());
    println!("{lines} lines: checked in {checked:?}, imported after {took:?}, {peak} MB at most");
    assert!(peak < 200, "{peak} MB, the test's own copies included");
    let all = "select count(*) from founders";
    assert_eq!(house.installation.number(all), good as i64);
    let board = of.page(&house, "/founders").text();
    assert!(board.contains(&counted(good)), "{board}");

    let again = brought(&house, &of, rows.as_bytes());
    location(
        &of.editor
            .ask(&house, "POST", &format!("{again}/columns"), columns),
    );
    settled(&house, &of, &again, CHECKED);
    location(
        &of.editor
            .ask(&house, "POST", &format!("{again}/import"), "revision=1"),
    );
    let page = settled(&house, &of, &again, DONE);
    assert!(page.contains("Nobody was new"), "{page}");
    let after = house.installation.number(all);
    assert_eq!(after, good as i64, "nobody is there twice");
}
