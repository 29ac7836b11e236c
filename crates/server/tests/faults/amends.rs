//! What the private pages let a signatory do, and how often.

use crate::harness::{Base, House, Person, on_both};

on_both!(who_is_held_can_take_it_back, corrections_slow_down);

fn who_is_held_can_take_it_back(base: Base) {
    let house = House::open(base);
    let before = house.total();
    let link = house.sign_and_confirm(&Person::unproven_company(1));
    let page = house.visitor.open(&link).expect("the server answers");
    assert_eq!(page.status, 200);
    let page = page.text();
    assert!(page.contains("value=\"decline\""), "{page}");
    assert!(!page.contains("value=\"confirm\""), "{page}");
    let declined = house.visitor.decline(&link).expect("the server answers");
    assert_eq!(declined.status, 200, "{}", declined.text());
    let waiting = house
        .installation
        .number("select count(*) from submissions");
    assert_eq!((waiting, house.total()), (0, before));
    for answer in [house.visitor.open(&link), house.visitor.decline(&link)] {
        assert_eq!(answer.expect("the server answers").status, 410);
    }
}

fn corrections_slow_down(base: Base) {
    let house = House::open(base);
    let before = house.total();
    let link = house.sign_and_confirm(&Person::individual(1));
    for number in 2..14 {
        let corrected = house.visitor.correct(&link, &Person::individual(number));
        let corrected = corrected.expect("the server answers");
        assert_eq!(corrected.status, if number < 12 { 200 } else { 429 });
        // The first of the ten was a moment ago: the day is nearly whole.
        let wait = corrected.header("retry-after").map(str::parse);
        let known = wait.is_some_and(|wait| (86_000..=86_400).contains(&wait.unwrap_or(0)));
        assert_eq!(known, corrected.status == 429, "{:?}", corrected.headers);
    }
    house.wait_for_total(before + 1);
    house.settle();
    let report = house.judge().record();
    assert_eq!(report["figures"]["total"], before + 1);
}
