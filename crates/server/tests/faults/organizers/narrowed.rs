//! The list of founders, narrowed by name, state, kind and country.

use std::fmt::Write as _;

use super::drafted::Drafted;
use super::founders::{ANA, BOLT, add};
use super::namesakes::Sheet;
use crate::harness::{Base, House, Inside, on_both};

on_both!(the_list_is_narrowed, a_name_is_sought_page_by_page);

const LOST: &str =
    "kind=organization&name=Lost+Post&email=lost%40lost.example&country=FR&language=fr";

fn list(house: &House<Inside>, of: &Drafted, query: &str) -> String {
    let page = of.page(house, &format!("/founders{query}"));
    assert_eq!(page.status, 200, "{query}: {}", page.text());
    page.text()
}

fn the_list_is_narrowed(base: Base) {
    let house = House::open_inside(base);
    let of = Drafted::new(&house);
    let all = ["Ana Gómez", "BOLT A.G.", "Lost Post"];
    for form in [ANA, BOLT, LOST] {
        add(&house, &of, form);
    }
    for (query, wanted) in [
        ("", &all[..]),
        ("?q=gomez", &all[..1]),
        ("?q=G%C3%B3mez+ANA", &all[..1]),
        ("?q=go&country=ES&kind=individual&state=listed", &all[..1]),
        ("?q=go&country=DE", &[]),
        ("?q=mez", &[]),
        ("?q=%21%21", &[]),
        // The name of who answers for a body.
        ("?q=bo+lt", &all[1..2]),
        ("?kind=organization", &all[2..]),
        ("?country=DE", &all[1..2]),
        ("?country=de", &all[1..2]),
        ("?country=FR&state=accepted", &[]),
        ("?state=listed", &all),
        // What isn't understood narrows nothing.
        ("?kind=robot&country=Nowhere&state=gone", &all),
    ] {
        let page = list(&house, &of, query);
        for name in all {
            let there = page.contains(&format!("<strong><bdi>{name}</bdi></strong>"));
            assert_eq!(there, wanted.contains(&name), "{query}: {name}: {page}");
        }
        let none = page.contains("Nobody matches.");
        assert_eq!(none, wanted.is_empty(), "{query}: {page}");
    }
    let page = list(
        &house,
        &of,
        "?q=gomez+%3Cb%3E&kind=company&country=ES&state=listed",
    );
    for kept in [
        "name=\"q\" type=\"search\" value=\"gomez &#60;b&#62;\"",
        "value=\"company\" selected",
        "value=\"ES\" selected",
        "value=\"listed\" selected",
        "method=\"get\"",
    ] {
        assert!(page.contains(kept), "{kept} in {page}");
    }
}

fn a_name_is_sought_page_by_page(base: Base) {
    let house = House::open_inside(base);
    let of = Drafted::new(&house);
    let mut rows = String::from("name,country,email,kind\n");
    for number in 0..2400 {
        // More than are read at once lie between two who match.
        let name = if number % 40 == 0 { "Otter" } else { "Beaver" };
        let _ = writeln!(
            rows,
            "{name} Number {number},DE,desk@n{number}.example,organization"
        );
    }
    let sheet = Sheet::bring(&house, &of, &rows);
    let columns = "column-0=name&column-1=country&column-2=email&column-3=kind&revision=0";
    sheet.done("/columns", columns);
    sheet.settled("Every line was checked");
    sheet.done("/import", "revision=1");
    sheet.settled("2,400 were added to the list.");
    let (mut seen, mut query, mut pages) = (Vec::new(), "?q=otter".to_owned(), 0);
    loop {
        let page = list(&house, &of, &query);
        assert!(!page.contains("<strong><bdi>Beaver"), "{page}");
        let names = page.split("<strong><bdi>Otter Number ").skip(1);
        let number = |rest: &str| rest.split('<').next().and_then(|of| of.parse::<u32>().ok());
        seen.extend(names.filter_map(number));
        pages += 1;
        let Some(next) = page.split("rel=\"next\" href=\"").nth(1) else {
            break;
        };
        let next = next.split('"').next().unwrap_or_default();
        assert!(
            next.contains("q=otter") && next.contains("before="),
            "{next}"
        );
        query = format!("?{}", next.split_once('?').expect("a query").1);
        query = query.replace("&#38;", "&").replace("&amp;", "&");
    }
    let wanted: Vec<u32> = (0..2400).step_by(40).rev().collect();
    assert_eq!(
        (seen, pages),
        (wanted, 2),
        "fifty on one page, ten on the other"
    );
    let plain = list(&house, &of, "?country=DE");
    assert_eq!(plain.matches("<li id=\"founder-").count(), 50);
}
