//! Outside translators: one language, its source, and nothing else.

use undersigned::model::Role;
use url::form_urlencoded::Serializer;

use super::crew;
use crate::harness::{Answer, Base, House, Inside, SLUG, on_both, path};

on_both!(a_translator_writes_one_language_and_sees_nothing_else);

fn form(fields: &[(&str, &str)]) -> String {
    let mut form = Serializer::new(String::new());
    form.extend_pairs(fields);
    form.finish()
}

/// Sends a form as a browser does that has no session.
fn post(house: &House<Inside>, path: &str, form: &str) -> Answer {
    let origin = [("origin", house.visitor.base())];
    let answer = house.visitor.ask("POST", path, &origin, form);
    answer.expect("the server answers")
}

fn a_translator_writes_one_language_and_sees_nothing_else(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada Quill", Some((own, Role::Editor)));
    let desk = format!("/organize/letters/{SLUG}");
    let invite = |lang| {
        let for_whom = form(&[("name", "Tara"), ("lang", lang)]);
        ada.ask(&house, "POST", &format!("{desk}/translators"), &for_whom)
    };
    assert_eq!(
        invite("en").status,
        404,
        "the source is nobody's to translate"
    );
    assert_eq!(invite("de").status, 404, "a language that is not offered");
    let page = invite("es");
    assert_eq!(page.status, 200, "{}", page.text());
    let text = page.text();
    let link = text.split("id=\"link\">").nth(1);
    let link = link
        .and_then(|rest| rest.split('<').next())
        .expect("a link");
    let link = path(link);

    let get = |path: &str| house.visitor.get(path).expect("the server answers");
    let opened = get(&link);
    assert_eq!(opened.status, 200, "{}", opened.text());
    assert_eq!(opened.header("cache-control"), Some("no-store"));
    let text = opened.text();
    let source = &house
        .server
        .app
        .letters
        .by_slug(SLUG)
        .expect("it is published");
    let english = &source.fixed.texts["en"].text;
    let line = english.markdown.lines().next().expect("a line");
    assert!(text.contains(line), "the source stands there: {text}");
    for hidden in [
        "Ada Quill",
        "/settings",
        "/texts/fr",
        "/versions",
        "class=\"rail\"",
        &desk,
    ] {
        assert!(!text.contains(hidden), "{hidden} in {text}");
    }
    assert_eq!(get(&format!("{link}/preview")).status, 200);
    assert_eq!(get(&format!("{link}/versions")).status, 404);

    let saves = [
        ("revision", "0"),
        ("title", "Otra seguridad"),
        ("lang", "fr"),
    ];
    let saved = post(&house, &format!("{link}/draft"), &form(&saves));
    assert_eq!(saved.status, 200, "{}", saved.text());
    let foreign = [("origin", "https://evil.example")];
    let sent = house.visitor.ask("POST", &link, &foreign, &form(&saves));
    assert_eq!(sent.expect("the server answers").status, 403);
    let count = |query| house.installation.number(query);
    let drafted = "select count(*) from drafts where lang = 'es'";
    assert_eq!(count(drafted), 1);
    assert_eq!(count("select count(*) from drafts"), 1, "no other language");

    let texts = ada.ask(&house, "GET", &format!("{desk}/texts"), "").text();
    assert!(texts.contains("Tara"), "{texts}");
    let id = texts.split("/translators/").nth(1);
    let id = id.and_then(|rest| rest.split('/').next()).expect("an id");
    let end = format!("{desk}/translators/{id}/end");
    assert_eq!(ada.ask(&house, "POST", &end, "").status, 303);
    assert_eq!(
        ada.ask(&house, "POST", &end, "").status,
        404,
        "ended already"
    );
    assert_eq!(get(&link).status, 410);
    let late = post(
        &house,
        &link,
        &form(&[("revision", "1"), ("title", "Tarde")]),
    );
    assert_eq!(late.status, 410);

    let (token, _) = crew::translator(&house, own);
    let link = format!("/organize/translation/{token}");
    assert_eq!(get(&link).status, 200);
    house.server.pass(3601);
    assert_eq!(get(&link).status, 410, "expired");
    let late = post(
        &house,
        &link,
        &form(&[("revision", "1"), ("title", "Tarde")]),
    );
    assert_eq!(late.status, 410);

    let owner = crew::member(&house, "Owner", Some((own, Role::Owner)));
    let trail = owner
        .ask(&house, "GET", &format!("{desk}/trail"), "")
        .text();
    for done in [
        "made a translator’s link",
        "translator of <bdi>Español</bdi>",
        "ended a translator",
    ] {
        assert!(trail.contains(done), "{done}: {trail}");
    }
    let csv = owner
        .ask(&house, "GET", &format!("{desk}/trail.csv"), "")
        .text();
    assert!(
        csv.contains(",(translator es),security-for-all,text-saved,language=es"),
        "{csv}"
    );
}
