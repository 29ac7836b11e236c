//! What is no key, or comes too late, changes nothing.

use undersigned::model::Role;

use super::super::crew::{self, Member};
use crate::harness::{Answer, Base, House, Inside, SLUG, on_both};

on_both!(
    what_is_no_key_is_refused,
    pages_with_keys_connect_to_nothing
);

fn post(house: &House<Inside>, who: &Member, path: &str, fields: &[(&str, &str)]) -> Answer {
    let mut form = url::form_urlencoded::Serializer::new(String::new());
    form.extend_pairs(fields);
    who.ask(house, "POST", path, &form.finish())
}

fn what_is_no_key_is_refused(base: Base) {
    let house = House::open_inside(base);
    crew::draft_another(&house);
    let other = crew::letter(&house, crew::OTHER);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((other, Role::Owner)));
    let path = format!("/organize/letters/{}/recipients", crew::OTHER);
    let fresh = || age::x25519::Identity::generate();
    let recipient = || fresh().to_public().to_string();
    let secret = {
        use age::secrecy::ExposeSecret as _;
        fresh().to_string().expose_secret().to_owned()
    };
    let known = recipient();
    let upper = known.to_uppercase();
    let cut = &known[..60];
    let add =
        |name: &str, key: &str| post(&house, &ada, &path, &[("name", name), ("recipient", key)]);
    let lines = || house.installation.number("select count(*) from trail");
    assert_eq!(add("Ana", &known).status, 303);
    let before = lines();
    for (name, key, status, says) in [
        ("Ana", &*secret, 422, "It has reached the server"),
        (
            "Ana",
            &secret.to_lowercase(),
            422,
            "It has reached the server",
        ),
        ("Ana", cut, 422, "no public half of a key"),
        ("Ana", "", 422, "no public half of a key"),
        ("Ana", "age1pqsomething", 422, "no public half of a key"),
        ("", &recipient(), 422, "The name takes one line"),
        (
            "www.evil.example",
            &recipient(),
            422,
            "The name takes one line",
        ),
        ("Bea", &known, 409, "there already"),
        ("Bea", &upper, 409, "there already"),
    ] {
        let answer = add(name, key);
        assert_eq!(answer.status, status, "{name} {says}");
        let text = answer.text();
        assert!(text.contains(says), "{says}: {text}");
        let kept = key.is_empty() || text.contains(key);
        let is_secret = key.to_uppercase().starts_with("AGE-SECRET-KEY");
        assert_eq!(
            kept, !is_secret,
            "what was typed is kept, a secret is not: {says}"
        );
    }
    assert_eq!(lines(), before, "nothing was done");

    for _ in 1..8 {
        assert_eq!(add("More", &recipient()).status, 303);
    }
    let many = add("More", &recipient());
    assert_eq!(
        (many.status, many.text().contains("as many keys")),
        (409, true)
    );
    let count = "select count(*) from recipients r join letters l on l.id = r.letter
                 where l.slug = 'another-letter'";
    assert_eq!(house.installation.number(count), 8);
    let removal = format!("{path}/removal");
    for left in [7, 7] {
        assert_eq!(
            post(&house, &ada, &removal, &[("recipient", &known)]).status,
            303
        );
        assert_eq!(house.installation.number(count), left);
    }

    let bea = crew::member(&house, "Bea", Some((own, Role::Owner)));
    let launched = format!("/organize/letters/{SLUG}/recipients");
    let late = post(
        &house,
        &bea,
        &launched,
        &[("name", "Late"), ("recipient", &known)],
    );
    assert_eq!(late.status, 409, "{}", late.text());
    let page = bea.ask(&house, "GET", &launched, "").text();
    let first = page.split("data-recipient=\"").nth(1).expect("a recipient");
    let first = first.split('"').next().expect("a recipient");
    let gone = post(
        &house,
        &bea,
        &format!("{launched}/removal"),
        &[("recipient", first)],
    );
    assert_eq!(gone.status, 409);
    assert!(gone.text().contains("has launched. Nothing was changed"));
}

fn pages_with_keys_connect_to_nothing(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Owner)));
    let under = |rest: &str| format!("/organize/letters/{SLUG}{rest}");
    let policy = |answer: &Answer| {
        let policy = answer.header("content-security-policy");
        policy.expect("a policy").to_owned()
    };
    let keys = ada.ask(&house, "GET", &under("/recipients"), "");
    assert!(policy(&keys).contains("; connect-src 'none'; form-action 'self';"));
    let others = ada.ask(&house, "GET", &under("/contacts"), "");
    assert!(policy(&others).contains("; connect-src 'self';"));

    let desk = house.visitor.get("/organize/desk").expect("an answer");
    assert!(desk.body == include_bytes!("../../../../assets/desk.html"));
    let own = policy(&desk);
    assert!(
        own.contains("connect-src 'none'; form-action 'none'"),
        "{own}"
    );
    assert!(desk.text().contains(&format!("content=\"{own}\"")));
}
