//! What organizers see counted.

use undersigned::model::Role;

use super::crew;
use crate::harness::{Base, House, Person, SLUG, on_both};

on_both!(every_act_is_counted_once,);

/// The numbers of the first row of each table whose rows begin with a day: the growth of the letter,
/// and its forms and mails.
fn days(page: &str) -> Vec<Vec<u64>> {
    let row = |table: &str| {
        let row = table.split("</tr>").next().unwrap_or_default();
        let cells = row.split("<td role=\"cell\">").skip(1);
        let number = |cell: &str| {
            cell.split('<')
                .next()
                .and_then(|n| n.replace(',', "").parse().ok())
        };
        cells.filter_map(number).collect()
    };
    page.split("scope=\"row\"><time").skip(1).map(row).collect()
}

fn every_act_is_counted_once(base: Base) {
    let house = House::open_inside(base);
    let founding = house.total();
    let own = crew::letter(&house, SLUG);
    let press = crew::member(&house, "Press", Some((own, Role::Press)));
    let page = || {
        let path = format!("/organize/letters/{SLUG}/figures");
        let answer = press.ask(&house, "GET", &path, "");
        assert_eq!(answer.status, 200);
        answer.text()
    };
    assert_eq!(days(&page())[0], [founding, 0, founding]);

    let first = house.sign_and_confirm(&Person::individual(0));
    house.sign(&Person::individual(1));
    let held = house.sign(&Person::unproven_company(2));
    assert_eq!(house.visitor.confirm(&held).expect("an answer").status, 200);
    assert_eq!(house.visitor.confirm(&held).expect("an answer").status, 200);
    house.wait_for_total(founding + 1);
    assert_eq!(
        house.visitor.withdraw(&first).expect("an answer").status,
        200
    );
    house.wait_for_total(founding);
    house.settle_mail();

    let page = page();
    let days = days(&page);
    assert_eq!(days[0], [founding + 1, 1, founding], "{days:?}");
    assert_eq!(days[1], [3, 2, 3, 0], "{days:?}");
    assert!(page.contains("3 forms were sent so far; 2 of them were confirmed"));
}
