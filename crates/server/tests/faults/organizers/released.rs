//! Texts are released to be signed. What somebody signed is not changed by the next version.

use std::time::Duration;

use undersigned::model::{Role, Text};
use url::form_urlencoded::Serializer;

use super::crew::{self, Member};
use crate::harness::{Answer, Base, House, Inside, Person, SLUG, on_both, wait_for};

on_both!(
    a_draft_is_released_anew_until_somebody_signs,
    signatures_stand_under_the_version_that_they_signed,
);

/// A text's form.
fn form(revision: &str, source: &str, text: &Text) -> String {
    let mut form = Serializer::new(String::new());
    form.append_pair("revision", revision)
        .append_pair("source", source)
        .append_pair("title", &text.title)
        .append_pair("to", &text.to)
        .append_pair("from", &text.from)
        .append_pair("description", &text.description)
        .append_pair("markdown", &text.markdown);
    for (demand, number) in text.demands.iter().zip(1..) {
        form.append_pair(&format!("id-{number}"), &demand.id)
            .append_pair(&format!("brief-{number}"), &demand.brief);
    }
    form.finish()
}

/// A hidden field of a page's form.
pub(super) fn hidden(page: &str, name: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"");
    let rest = page.split(&*mark).nth(1);
    rest.and_then(|rest| rest.split('"').next())
        .unwrap_or_default()
        .to_owned()
}

fn number(house: &House<Inside>, query: &'static str) -> i64 {
    house.installation.number(query)
}

/// Writes one language, made from what stands there now.
pub(super) fn write(house: &House<Inside>, who: &Member, slug: &str, lang: &str, text: &Text) {
    let path = format!("/organize/letters/{slug}/texts/{lang}");
    let page = who.ask(house, "GET", &path, "").text();
    let form = form(&hidden(&page, "revision"), &hidden(&page, "source"), text);
    let saved = who.ask(house, "POST", &path, &form);
    assert_eq!(saved.status, 303, "{}", saved.text());
}

pub(super) fn release(house: &House<Inside>, who: &Member, slug: &str) -> Answer {
    who.ask(
        house,
        "POST",
        &format!("/organize/letters/{slug}/release"),
        "",
    )
}

const NEW: &str = "clean-rivers";

fn a_draft_is_released_anew_until_somebody_signs(base: Base) {
    let house = House::open_inside(base);
    let ada = crew::maker(&house, "Ada");
    let new = "title=Clean+rivers&lang=en&slug=clean-rivers";
    ada.ask(&house, "POST", "/organize/letters/new", new);
    let texts = || {
        ada.ask(&house, "GET", "/organize/letters/clean-rivers/texts", "")
            .text()
    };
    for lack in [
        "things have to be mended",
        "Nobody is named who runs the letter",
    ] {
        assert!(texts().contains(lack), "{lack}: {}", texts());
    }
    assert_eq!(release(&house, &ada, NEW).status, 303);
    let mine = "select count(*) from texts t join letters l on l.id = t.letter
                where l.slug = 'clean-rivers'";
    assert_eq!(number(&house, mine), 0, "nothing unfinished is released");

    let settings = "revision=0&offered-en=yes&default=en&closing=2099-06-30&retention=2099-12-31\
                    &name-1=Rivers+First&contact-1=mail%40rivers.example";
    let path = "/organize/letters/clean-rivers/settings";
    assert_eq!(ada.ask(&house, "POST", path, settings).status, 303);
    let text = |words: &str| Text {
        title: "Clean rivers".to_owned(),
        to: "To everybody".to_owned(),
        from: "Rivers First".to_owned(),
        description: "A letter.".to_owned(),
        demands: Vec::new(),
        markdown: words.to_owned(),
    };
    for words in ["First words.", "Second words."] {
        write(&house, &ada, NEW, "en", &text(words));
        assert_eq!(release(&house, &ada, NEW).status, 303);
        assert_eq!(number(&house, mine), 1, "the version is released anew");
        assert!(
            texts().contains("What is written here is that version"),
            "{}",
            texts()
        );
    }
    let own = crew::letter(&house, NEW);
    crew::found(&house, NEW, "Founder One");
    write(&house, &ada, NEW, "en", &text("Third words."));
    release(&house, &ada, NEW);
    assert_eq!(number(&house, mine), 2, "somebody stands under the first");
    write(&house, &ada, NEW, "en", &text("Fourth words."));
    release(&house, &ada, NEW);
    assert_eq!(number(&house, mine), 2, "nobody stands under the second");
    let stranger = crew::member(&house, "Moderator", Some((own, Role::Moderator)));
    assert_eq!(release(&house, &stranger, NEW).status, 403);
}

fn signatures_stand_under_the_version_that_they_signed(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Owner)));
    let (first, waiting) = (Person::individual(1), Person::individual(2));
    house.sign_and_confirm(&first);
    let link = house.sign(&waiting);
    house.settle();

    // The source changes; no translation fits until somebody has looked.
    let published = house
        .server
        .app
        .letters
        .by_slug(SLUG)
        .expect("it is published");
    let mut english = published.fixed.texts["en"].text.clone();
    english.title = "Another title".to_owned();
    write(&house, &ada, SLUG, "en", &english);
    let desk = format!("/organize/letters/{SLUG}/texts");
    let texts = || ada.ask(&house, "GET", &desk, "").text();
    assert!(
        texts().contains("One difference from the source"),
        "{}",
        texts()
    );
    assert_eq!(release(&house, &ada, SLUG).status, 303);
    for lang in ["es", "fr", "ar"] {
        write(&house, &ada, SLUG, lang, &published.fixed.texts[lang].text);
    }
    house.server.pass(400);
    let asked = release(&house, &ada, SLUG);
    assert_eq!(asked.status, 403, "it wants a passkey");
    assert_eq!(number(&house, "select count(*) from releases"), 0);
    let ada = crew::member(&house, "Ada", Some((own, Role::Owner)));
    assert_eq!(release(&house, &ada, SLUG).status, 303);
    wait_for("the new version", Duration::from_secs(20), || {
        let published = house.server.app.letters.by_slug(SLUG)?;
        (published.fixed.version == 2).then_some(())
    });
    assert_eq!(number(&house, "select count(*) from releases"), 0);

    readers_see_both(&house, published.fixed.texts["en"].text.title.as_str());

    // Who read the first version does not sign the second by mistake.
    let late = Person::individual(3);
    let before = format!("{}&version=1", late.form());
    let path = format!("/letters/{SLUG}/signatures");
    let answer = house
        .visitor
        .post(&path, &before)
        .expect("the server answers");
    assert_eq!(answer.status, 409);
    let text = answer.text();
    assert!(text.contains("The text has changed since"), "{text}");
    assert!(text.contains(&late.name), "what was typed is kept: {text}");
    assert!(text.contains("name=\"version\" value=\"2\""), "{text}");
    house.sign_and_confirm(&late);
    house.visitor.confirm(&link).expect("the server answers");
    house.settle();
    let entries = house.installation.entries();
    let entry = |entry: &Vec<u8>| String::from_utf8_lossy(entry).into_owned();
    let entries: Vec<String> = entries.iter().map(entry).collect();
    let texts = entries
        .iter()
        .filter(|entry| entry.contains("\"type\":\"text\""));
    assert_eq!(texts.count(), 2);
    let under = |version: &str| {
        let mark = format!("\"version\":{version}");
        let signs = entries
            .iter()
            .filter(|entry| entry.contains("\"type\":\"sign\""));
        signs
            .filter(|entry| entry.contains(&mark) && entry.contains("\"founding\":false"))
            .count()
    };
    assert_eq!((under("1"), under("2")), (2, 1), "{entries:?}");
    house.judge().record();
}

/// The letter's page says that it is a new version, and the old one is still there.
fn readers_see_both(house: &House<Inside>, old_title: &str) {
    let get = |path: &str| house.visitor.get(path).expect("the server answers");
    let page = get(&format!("/letters/{SLUG}?lang=en")).text();
    assert!(page.contains("Another title"), "{page}");
    assert!(page.contains("takes the place of an older one"), "{page}");
    assert!(
        page.contains(&format!("/letters/{SLUG}/texts/1?lang=en")),
        "{page}"
    );
    let old = get(&format!("/letters/{SLUG}/texts/1?lang=en"));
    assert_eq!(old.status, 200);
    let old = old.text();
    assert!(
        old.contains(old_title) && old.contains("Version 2 has taken its place"),
        "{old}"
    );
    assert!(old.contains("<ins>"), "what changed is shown: {old}");
    // Whatever language is asked for, it is the page that was made: this one can't be made again.
    number(
        house,
        "update texts set version = 0 where version = 1 and lang = 'en' returning cast(1 as bigint)",
    );
    for asked in ["x", "en-x-1", "zz"] {
        let same = get(&format!("/letters/{SLUG}/texts/1?lang=en&text={asked}"));
        assert!(same.text() == old, "{asked}");
    }
    number(
        house,
        "update texts set version = 1 where version = 0 and lang = 'en' returning cast(1 as bigint)",
    );
    for gone in ["0", "3", "x", "-1"] {
        assert_eq!(
            get(&format!("/letters/{SLUG}/texts/{gone}")).status,
            404,
            "{gone}"
        );
    }
}
