//! A letter whose keys are gone from the key directory: it is not served, and the others are.

use std::time::Duration;

use super::drafted::{Drafted, SECRET};
use crate::harness::{Base, House, Inside, Person, SLUG, on_both, wait_for};

on_both!(a_letter_without_its_keys_stops_no_other);

fn a_letter_without_its_keys_stops_no_other(base: Base) {
    let house = House::open_inside(base);
    Drafted::new(&house).launch(&house);
    let path = format!("/letters/{SECRET}");
    let get = |house: &House<Inside>, path: &str| house.visitor.get(path).expect("it answers");
    wait_for("the letter", Duration::from_secs(30), || {
        (get(&house, &path).status == 200).then_some(())
    });
    let key = house.installation.keys().join("letters").join(SECRET);
    let (key, aside) = (key.join("log"), key.join("aside"));
    let house = opened_anew(house, || std::fs::rename(&key, &aside));
    assert_eq!(get(&house, &path).status, 503, "it is there, and not now");
    assert_eq!(get(&house, "/letters/no-such-letter").status, 404);
    let ready = get(&house, "/readyz");
    assert_eq!(ready.status, 503);
    let told = ready.text();
    assert!(told.contains(SECRET) && !told.contains(SLUG), "{told}");
    let before = house.total();
    house.sign_and_confirm(&Person::individual(1));
    house.wait_for_total(before + 1);

    // It comes back with its key, without a restart.
    std::fs::rename(&aside, &key).expect("own directory");
    wait_for("the letter", Duration::from_secs(30), || {
        (get(&house, &path).status == 200).then_some(())
    });
    assert_eq!(get(&house, "/readyz").status, 200);
}

/// The same house, whose server was stopped, and something done meanwhile.
fn opened_anew(
    house: House<Inside>,
    meanwhile: impl FnOnce() -> std::io::Result<()>,
) -> House<Inside> {
    let House {
        visitor,
        server,
        installation,
        sink,
    } = house;
    drop(server);
    meanwhile().expect("own directory");
    House {
        visitor,
        server: Inside::serve(&installation),
        installation,
        sink,
    }
}
