//! The domain of a mailbox, shown where its owner chose so, and gone when they choose otherwise.

use std::time::Duration;

use crate::harness::{Base, House, Inside, Person, SLUG, on_both, path, wait_for};

on_both!(
    a_domain_is_shown_as_long_as_its_owner_wants,
    what_says_nothing_is_not_shown,
);

/// A person at a mailbox, with an affiliation, and the form that shows the mailbox's domain.
fn person(number: usize, email: &str) -> Person {
    Person {
        email: email.to_owned(),
        ..Person::individual(number)
    }
}

fn form(person: &Person) -> String {
    format!(
        "{}&affiliation=University+of+X&show_mailbox=yes",
        person.form()
    )
}

/// Sends a form and waits for the mail; gives its link.
fn sign(house: &House<Inside>, person: &Person) -> String {
    let path = format!("/letters/{SLUG}/signatures");
    let answer = house
        .visitor
        .post(&path, &form(person))
        .expect("it answers");
    assert_eq!(answer.status, 303, "{}", answer.text());
    house.postbox().wait(person, 1)
}

fn text(house: &House<Inside>, path: &str) -> String {
    house.visitor.get(path).expect("it answers").text()
}

/// The newest signature, by the API.
fn newest(house: &House<Inside>) -> serde_json::Value {
    let path = format!("/api/letters/{SLUG}/signatures?limit=1");
    let answer = house.visitor.get(&path).expect("it answers").json();
    answer["signatures"][0].clone()
}

fn a_domain_is_shown_as_long_as_its_owner_wants(base: Base) {
    let house = House::open_inside(base);
    let before = house.total();
    let ana = person(1, "Kestrel.shown@B\u{fc}cher.Example");
    let link = sign(
        &house,
        &Person {
            email: "Kestrel.shown@xn--bcher-kva.example".to_owned(),
            ..ana.clone()
        },
    );
    let readable = "b\u{fc}cher.example (xn--bcher-kva.example)";
    let page = house.visitor.open(&link).expect("it answers").text();
    assert!(page.contains(readable), "{page}");
    let mail = house.sink.messages().pop().expect("a mail");
    assert!(mail.text().contains(readable), "{}", mail.text());
    house.visitor.confirm(&link).expect("it answers");
    house.wait_for_total(before + 1);
    let told = newest(&house);
    assert_eq!(
        (&told["mailbox"], &told["level"]),
        (&"xn--bcher-kva.example".into(), &"mailbox".into())
    );
    let index = told["index"].as_u64().expect("an index");
    let own = format!("/letters/{SLUG}/signatures/{index}");
    let page = text(&house, &own);
    assert!(
        page.contains(readable) && page.contains("does not say what the person is"),
        "{page}"
    );
    let words = format!("mailbox at <bdi dir=\"ltr\">{readable}</bdi>");
    for list in [
        format!("/letters/{SLUG}/signatures"),
        format!("/letters/{SLUG}"),
    ] {
        assert!(text(&house, &list).contains(&words), "{list}");
    }
    assert!(house.judge().record()["ok"] == true);

    // Initials may keep it; what is not ticked goes, and can't come back.
    let correct = |form: String| {
        let path = format!("{}/correction", path(&link));
        let answer = house.visitor.post(&path, &form).expect("it answers");
        assert_eq!(answer.status, 200, "{}", answer.text());
        house.settle();
    };
    let initials = Person {
        display: "initials",
        ..ana.clone()
    };
    correct(form(&initials));
    shows(&house, Some("xn--bcher-kva.example"));
    let unaffiliated = format!("{}&show_mailbox=yes", initials.form());
    let refused = house
        .visitor
        .post(&format!("{}/correction", path(&link)), &unaffiliated);
    assert_eq!(refused.expect("it answers").status, 422);
    correct(format!("{}&affiliation=University+of+X", initials.form()));
    shows(&house, None);
    assert!(!text(&house, &own).contains("cher"), "a domain stays");
    correct(form(&ana));
    shows(&house, None);
    let secrets = ["cher-kva", "b\u{fc}cher"].map(str::to_owned);
    let search = crate::harness::Search::new(&secrets, &[]);
    if let Base::Postgres(database) = &house.installation.base {
        assert_eq!(search.count_in(database.dump().as_bytes()), 0);
    }
    assert!(house.judge().record()["ok"] == true);
}

fn shows(house: &House<Inside>, domain: Option<&str>) {
    wait_for("the correction", Duration::from_secs(20), || {
        (newest(house)["mailbox"].as_str() == domain).then_some(())
    });
}

fn what_says_nothing_is_not_shown(base: Base) {
    let house = House::open_inside(base);
    let before = house.total();
    let free = person(1, "kestrel.free@gmail.com");
    let link = sign(&house, &free);
    let page = house.visitor.open(&link).expect("it answers").text();
    assert!(
        page.contains("It is not shown") && !page.contains("gmail"),
        "{page}"
    );
    house.visitor.confirm(&link).expect("it answers");
    house.wait_for_total(before + 1);
    assert!(newest(&house)["mailbox"].is_null());
    let page = text(&house, &format!("/letters/{SLUG}/signatures"));
    assert!(
        !page.contains("gmail") && !page.contains("mailbox at <bdi"),
        "{page}"
    );

    // Who is only counted shows nothing, and who ticked without an affiliation is asked for one.
    let counted = Person {
        display: "count",
        ..person(2, "kestrel.two@uni-x.example")
    };
    let link = sign(&house, &counted);
    house.visitor.confirm(&link).expect("it answers");
    house.wait_for_total(before + 2);
    assert!(newest(&house)["mailbox"].is_null());
    let path = format!("/letters/{SLUG}/signatures");
    let bare = format!(
        "{}&show_mailbox=yes",
        person(3, "kestrel.three@uni-x.example").form()
    );
    let refused = house.visitor.post(&path, &bare).expect("it answers");
    assert_eq!(refused.status, 422);
    let page = refused.text();
    assert!(
        page.contains("href=\"#show_mailbox\"")
            && page.contains("name=\"show_mailbox\" value=\"yes\" checked"),
        "{page}"
    );
    assert!(house.judge().record()["ok"] == true);
}
