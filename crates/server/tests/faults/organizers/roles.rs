//! Every organizers' route, tried by everybody. The table is the router's own: a new route is walked
//! without a change here, and one without a rule can't be made.

use std::collections::BTreeMap;

use undersigned::http::{RouteRule, Rule, organizers_routes};
use undersigned::model::Role;

use super::crew::{self, Member};
use super::deeds;
use crate::harness::{Answer, Base, House, Inside, SLUG, on_both};

on_both!(
    every_route_keeps_its_rule,
    forms_from_elsewhere_do_nothing,
    forms_of_who_may_not_are_not_taken_in,
);

/// Longer than a passkey's answer is fresh, shorter than a session lives.
const STALE: i64 = 600;

/// What somebody got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Got {
    /// The handler's answer, whatever it was.
    In,
    /// The way in.
    SignIn,
    /// That there is no such page.
    Nothing,
    /// That the role does not go so far.
    NotWithThisRole,
    /// The question for a fresh passkey.
    Fresh,
    /// What was typed, to be sent again once they are signed in.
    Unsent,
    /// That the form came from elsewhere.
    Foreign,
}

fn got(answer: &Answer) -> Got {
    let text = answer.text();
    let location = answer.header("location").unwrap_or_default();
    match answer.status {
        303 if location.starts_with("/organize/sign-in?next=") => Got::SignIn,
        404 => Got::Nothing,
        403 if text.contains("Your role does not go so far") => Got::NotWithThisRole,
        403 if text.contains("id=\"fresh\"") => Got::Fresh,
        403 if text.contains("id=\"unsent\"") => Got::Unsent,
        403 if text.contains("did not come from your own page") => Got::Foreign,
        _ => Got::In,
    }
}

/// The route's path with something real in it for whoever asks, so that only the rule can refuse.
fn path(house: &House<Inside>, route: &RouteRule, slug: &str, who: &Member) -> String {
    let own = crew::letter(house, SLUG);
    let id = match route.path {
        path if path.contains("/people/{id}") => {
            crew::member(house, "Victim", Some((own, Role::Press))).id
        }
        path if path.contains("/invitations/{id}") => deeds::pending(house, own),
        path if path.contains("/rules/{id}") => crew::rule(house, own),
        path if path.contains("/runs/{id}") => crew::run(house, own),
        path if path.contains("/spreadsheets/{id}") => crew::spreadsheet(house, own),
        path if path.contains("/previews/{id}") => crew::preview(house, own),
        path if path.contains("/logos/{id}") => crew::held_logo(house, own),
        path if path.contains("/held/{id}") => crew::held(house),
        path if path.contains("/founders/{id}") => crew::founder(house, own),
        path if path.contains("/passkeys/{id}") => crew::passkeys_of(house, who),
        path if path.contains("/sessions/{id}") => crew::another_session(house, who),
        path if path.contains("/translators/{id}") => crew::translator(house, own).1,
        _ => 0,
    };
    let token = match route.path {
        path if path.contains("/translation/{token}") => crew::translator(house, own).0,
        path if path.contains("{token}") => crew::invitation(house),
        _ => String::new(),
    };
    let path = route.path.replace("{slug}", slug);
    path.replace("{lang}", "en")
        .replace("{file}", crew::logo(house, own))
        .replace("{id}", &id.to_string())
        .replace("{token}", &token)
}

const FORM: &str = "name=Somebody&role=press&passkey=Key&lang=es";

/// What the rule says that somebody with this role gets; a stranger has none.
fn due(rule: Rule, role: Option<Role>) -> Got {
    match (rule, role) {
        (Rule::Anybody | Rule::Bearer | Rule::SignedIn, _) => Got::In,
        // Nobody here may make letters, whatever their role in one.
        (Rule::MakesLetters, _) => Got::NotWithThisRole,
        (Rule::Roles(_), None) => Got::Nothing,
        (Rule::Roles(roles), Some(role)) if roles.contains(&role) => Got::In,
        (Rule::Roles(_), Some(_)) => Got::NotWithThisRole,
    }
}

fn every_route_keeps_its_rule(base: Base) {
    let house = House::open_inside(base);
    crew::draft_another(&house);
    let (own, other) = (
        crew::letter(&house, SLUG),
        crew::letter(&house, crew::OTHER),
    );
    let mut seen: BTreeMap<Got, usize> = BTreeMap::new();
    let mut note = |got| *seen.entry(got).or_default() += 1;
    for route in organizers_routes() {
        for role in Role::ALL {
            // Each request by somebody new: some of them end a session or a role.
            let who = crew::member(&house, "Member", Some((own, role)));
            let path = path(&house, &route, SLUG, &who);
            let answer = who.ask(&house, route.method, &path, FORM);
            assert_eq!(
                got(&answer),
                due(route.rule, Some(role)),
                "{role} {route:?}"
            );
            note(got(&answer));
            private(&answer, &route);
        }
        if route.rule == Rule::MakesLetters {
            let maker = crew::maker(&house, "Maker");
            let answer = maker.ask(&house, route.method, route.path, FORM);
            assert_eq!(got(&answer), Got::In, "maker {route:?}");
        }
        note(signed_out(&house, &route));
        note(strangers(&house, &route, other));
        if route.fresh {
            note(stale(&house, &route, own));
        }
    }
    for wanted in [
        Got::In,
        Got::SignIn,
        Got::Nothing,
        Got::NotWithThisRole,
        Got::Fresh,
        Got::Unsent,
    ] {
        assert!(
            seen.contains_key(&wanted),
            "nobody got {wanted:?}: {seen:?}"
        );
    }
}

/// Whatever it is, nobody keeps it and nobody indexes it.
fn private(answer: &Answer, route: &RouteRule) {
    assert_eq!(
        answer.header("cache-control"),
        Some("no-store"),
        "{route:?}"
    );
    assert_eq!(
        answer.header("x-robots-tag"),
        Some("noindex, nofollow"),
        "{route:?}"
    );
}

/// Who is signed out is shown the way in, whether the letter exists or not.
fn signed_out(house: &House<Inside>, route: &RouteRule) -> Got {
    let nobody = crew::member(house, "Nobody", None);
    let ask = |slug| {
        let path = path(house, route, slug, &nobody);
        let headers = [("origin", house.visitor.base())];
        let answer = house.visitor.ask(route.method, &path, &headers, FORM);
        answer.expect("the server answers")
    };
    let answer = ask(SLUG);
    private(&answer, route);
    let due = match route.rule {
        Rule::Anybody | Rule::Bearer => Got::In,
        Rule::Roles(_) if route.method == "POST" => Got::Unsent,
        _ => Got::SignIn,
    };
    assert_eq!(got(&answer), due, "signed out {route:?}");
    for slug in [crew::OTHER, "no-such-letter"] {
        let unknown = ask(slug);
        if due == Got::Unsent {
            assert_eq!(got(&unknown), due, "{route:?}");
        } else if due == Got::SignIn {
            assert_eq!(
                (unknown.status, unknown.body),
                (303, Vec::new()),
                "{route:?}"
            );
        }
    }
    got(&answer)
}

/// To an organizer of another letter, this one does not exist: the bytes are the same.
fn strangers(house: &House<Inside>, route: &RouteRule, other: i64) -> Got {
    let stranger = crew::member(house, "Stranger", Some((other, Role::Owner)));
    let ask = |slug| {
        let path = path(house, route, slug, &stranger);
        stranger
            .ask(house, route.method, &path, FORM)
            .without_date()
    };
    let answer = ask(SLUG);
    assert_eq!(got(&answer), due(route.rule, None), "stranger {route:?}");
    if matches!(route.rule, Rule::Roles(_)) {
        assert_eq!(
            answer,
            ask("no-such-letter"),
            "{route:?} tells that a letter exists"
        );
    }
    got(&answer)
}

/// Who may, but showed no passkey of late, is asked for one, and nothing is done.
fn stale(house: &House<Inside>, route: &RouteRule, own: i64) -> Got {
    let owner = crew::member(house, "Owner", Some((own, Role::Owner)));
    let path = path(house, route, SLUG, &owner);
    house.server.pass(STALE);
    let lines = house.installation.number("select count(*) from trail");
    let answer = owner.ask(house, route.method, &path, FORM);
    assert_eq!(got(&answer), Got::Fresh, "stale {route:?}");
    let after = house.installation.number("select count(*) from trail");
    assert_eq!(lines, after, "{route:?} did something for a stale session");
    Got::Fresh
}

fn forms_from_elsewhere_do_nothing(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let owner = crew::member(&house, "Owner", Some((own, Role::Owner)));
    crew::let_make_letters(&house, &owner);
    let here = house.visitor.base().to_owned();
    let cookie = owner.cookie();
    let good = format!("_form={}&{FORM}", owner.form_token());
    let lines = house.installation.number("select count(*) from trail");
    for route in organizers_routes()
        .into_iter()
        .filter(|of| of.method == "POST")
    {
        let path = path(&house, &route, SLUG, &owner);
        let ask = |headers: &[(&str, &str)], form: &str| {
            let mut all = vec![("cookie", cookie.as_str())];
            all.extend(headers);
            let answer = house.visitor.ask("POST", &path, &all, form);
            got(&answer.expect("the server answers"))
        };
        for headers in [
            &[][..],
            &[("origin", "https://evil.example")],
            &[("origin", "null")],
            &[("origin", &*here), ("sec-fetch-site", "cross-site")],
            &[("origin", &*here), ("sec-fetch-site", "same-site")],
        ] {
            assert_eq!(ask(headers, &good), Got::Foreign, "{headers:?} {route:?}");
        }
        if !matches!(route.rule, Rule::Anybody | Rule::Bearer) {
            let headers = [("origin", &*here)];
            let typed = match route.rule {
                Rule::Roles(_) => Got::Unsent,
                _ => Got::Foreign,
            };
            for form in [FORM, "_form=&name=x"] {
                assert_eq!(ask(&headers, form), typed, "{form} {route:?}");
            }
            assert_eq!(ask(&headers, "_form=AAAA"), Got::Foreign, "{route:?}");
        }
    }
    let after = house.installation.number("select count(*) from trail");
    assert_eq!(lines, after, "a form from elsewhere did something");
}

/// A form that is too long shows whether it was gathered: whoever may not send one hears that, and nothing
/// of its length.
fn forms_of_who_may_not_are_not_taken_in(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let press = crew::member(&house, "Press", Some((own, Role::Press)));
    let owner = crew::member(&house, "Owner", Some((own, Role::Owner)));
    crew::let_make_letters(&house, &owner);
    let long = format!("text={}", "x".repeat(600 << 10));
    let here = house.visitor.base();
    let from = |origin, path: &str, form: &str| {
        let headers = [("origin", origin)];
        got(&house
            .visitor
            .ask("POST", path, &headers, form)
            .expect("it answers"))
    };
    for route in organizers_routes() {
        if route.method != "POST" {
            continue;
        }
        let path = path(&house, &route, SLUG, &owner);
        assert_eq!(
            from("https://evil.example", &path, &long),
            Got::Foreign,
            "{route:?}"
        );
        if route.rule == Rule::Bearer {
            let unknown = route.path.replace("{token}", &"A".repeat(43));
            let answer = house
                .visitor
                .ask("POST", &unknown, &[("origin", here)], &long);
            assert_eq!(answer.expect("it answers").status, 410, "{route:?}");
        }
        if matches!(route.rule, Rule::Anybody | Rule::Bearer) {
            continue;
        }
        assert_eq!(from(here, &path, &long), Got::SignIn, "{route:?}");
        if due(route.rule, Some(Role::Press)) == Got::NotWithThisRole {
            let answer = press.ask(&house, "POST", &path, &long);
            assert_eq!(got(&answer), Got::NotWithThisRole, "{route:?}");
        }
        // Texts are long, and watch lists; nothing else is.
        let half = &long[..100 << 10];
        let status = owner.ask(&house, "POST", &path, half).status;
        assert_eq!(
            status != 413,
            route.long || route.upload,
            "{status} {route:?}"
        );
    }
}

/// What launches, exports, deletes, changes whom contacts are sealed to or who may what, mails
/// everybody, or makes a link that outlives the session.
#[test]
fn what_cannot_be_undone_wants_a_passkey() {
    for path in [
        "/launch",
        "/launch/schedule",
        "/release",
        "/contacts.jsonl",
        "/recipients",
        "/recipients/removal",
        "/people",
        "/people/{id}/role",
        "/people/{id}/removal",
        "/people/{id}/link",
        "/removals",
        "/rules/{id}/runs",
        "/deletion",
        "/founders/{id}/removal",
        "/founders/invitations",
        "/founders/reminders",
        "/previews",
        "/translators",
    ] {
        let path = format!("/organize/letters/{{slug}}{path}");
        let mut routes = organizers_routes().into_iter();
        let route = routes.find(|of| of.method == "POST" && of.path == path);
        assert!(route.is_some_and(|of| of.fresh), "{path}");
    }
}

#[test]
fn organizers_routes_stand_in_the_table_alone() {
    let router = include_str!("../../../src/http/router.rs");
    let paths = router.matches("\"/organize").count();
    assert_eq!(paths, organizers_routes().len(), "a route beside the table");
    assert!(!router.contains(".nest(\"/organize"));
}
