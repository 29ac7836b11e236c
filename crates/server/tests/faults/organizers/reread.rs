//! What a founder signs is what they read, also where the text changes while they do.

use undersigned::acts::founding::acceptance::{self, Accepted};
use undersigned::acts::founding::answer::{self, Reached};
use undersigned::model::{Acceptance, Kind, RawForm, Role, Text};
use undersigned::store::letters;
use undersigned_record::Hash;

use super::crew;
use super::drafted::{Drafted, SECRET};
use super::founders::{
    ACCEPT_ANA, ACCEPT_BOLT, ANA, BOLT, accept, add, get, invite_all, link, post, read,
};
use super::released::{hidden, release, write};
use crate::harness::{Base, House, Inside, block_on, on_both};

on_both!(
    a_founder_signs_the_text_that_they_read,
    a_text_that_changed_is_read_again,
    a_text_that_changes_in_that_moment_is_read_again,
    who_stands_under_an_earlier_text_is_told,
);

/// Releases every language of the letter with another title.
pub(super) fn change_the_text(house: &House<Inside>, of: &Drafted, title: &str) {
    let owner = crew::member(house, "Ola", Some((of.letter.id, Role::Owner)));
    for lang in ["en", "es", "fr", "ar"] {
        let mut text = Text::parse(&body(house, of, lang)).expect("it was released");
        if lang == "en" {
            title.clone_into(&mut text.title);
        }
        write(house, &owner, SECRET, lang, &text);
    }
    assert_eq!(release(house, &owner, SECRET).status, 303);
    let released = Text::parse(&body(house, of, "en")).expect("it was released");
    assert_eq!(released.title, title);
}

/// The newest text in a language.
fn body(house: &House<Inside>, of: &Drafted, lang: &'static str) -> Vec<u8> {
    let id = of.letter.id;
    let all = crew::write(house, move |tx| Box::pin(letters::texts(tx, id)));
    let mut newest_first = all.into_iter().rev();
    let text = newest_first.find(|text| text.lang == lang);
    text.expect("there is one").body
}

/// The openings of those who accepted, oldest first.
pub(super) fn openings(house: &House<Inside>) -> Vec<String> {
    let query = "select o.opening from openings o join signatures s on s.id = o.signature
                 where s.state = 'queued' order by s.id";
    let base = &house.installation.base;
    let rows = base.bytes(house.installation.data(0), query);
    let text = |row| String::from_utf8(row).expect("JSON");
    rows.into_iter().map(text).collect()
}

fn invited(house: &House<Inside>, of: &Drafted) -> String {
    add(house, of, ANA);
    invite_all(house, of);
    link(house, "ana@a.example", 1)
}

fn a_founder_signs_the_text_that_they_read(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let of = Drafted::new(&house);
    let ana = invited(&house, &of);
    // Listed in Spanish, she reads it in French.
    let french = format!("{ana}?text=fr&lang=en");
    let form = read(&house, &french, ACCEPT_ANA);
    let wrong = post(&house, &ana, &form.replace("country=ES", "country="));
    assert_eq!(wrong.status, 422);
    assert_eq!(
        hidden(&wrong.text(), "text"),
        "fr",
        "the same text stands beside what is to be mended"
    );
    assert_eq!(post(&house, &ana, &form).status, 303);
    let signed = &openings(&house)[0];
    let digest = Hash::of(&body(&house, &of, "fr"));
    assert!(
        signed.contains(&format!("\"text\":\"{digest}\"")),
        "{signed}"
    );
    assert!(signed.contains("\"lang\":\"fr\""), "{signed}");
}

fn a_text_that_changed_is_read_again(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let of = Drafted::new(&house);
    let ana = invited(&house, &of);
    let english = format!("{ana}?lang=en");
    let form = read(&house, &english, &format!("{ACCEPT_ANA}&affiliation=PEN"));
    // Nobody has signed: the version is released anew, under the same number.
    change_the_text(&house, &of, "Said otherwise");
    let versions = "select count(distinct version) from texts t join letters l on l.id = t.letter
                    where l.slug = 'not-known-yet'";
    assert_eq!(house.installation.number(versions), 1);
    for sent in [&*form, ACCEPT_ANA] {
        let late = post(&house, &english, sent);
        assert_eq!(late.status, 422, "{}", late.text());
        let text = late.text();
        assert!(text.contains("The text has changed since"), "{text}");
        assert!(text.contains("Said otherwise"), "the new text: {text}");
        for typed in ["value=\"Poet\"", "Claro.</textarea>"] {
            assert!(text.contains(typed), "{typed} is kept: {text}");
        }
        assert!(
            openings(&house).is_empty(),
            "nobody signs what they have not read"
        );
    }
    assert_eq!(accept(&house, &english, ACCEPT_ANA).status, 303);
    assert_eq!(openings(&house).len(), 1);
}

fn a_text_that_changes_in_that_moment_is_read_again(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let of = Drafted::new(&house);
    let ana = invited(&house, &of);
    let app = &house.server.app;
    let token = ana.rsplit('/').next().expect("a token");
    let open = || match block_on(answer::open(app, token)) {
        Ok(Reached::Invited(opened)) => opened,
        _ => panic!("it leads to the letter"),
    };
    let accepted = |opened: &answer::Opened| {
        let form = RawForm {
            name: "Ana Gómez".to_owned(),
            country: "ES".to_owned(),
            ..RawForm::default()
        };
        let lang = "en".parse().expect("a language");
        let acceptance = Acceptance::parse(&form, Kind::Individual, &lang, false);
        let acceptance = acceptance.unwrap_or_else(|_| panic!("it holds"));
        let mut texts = opened.texts.iter();
        let text = texts.find(|text| text.lang == "en").expect("a text");
        block_on(acceptance::accept(app, opened, acceptance, text, &[])).expect("it answers")
    };
    let opened = open();
    change_the_text(&house, &of, "Said otherwise");
    assert_eq!(accepted(&opened), Accepted::Superseded);
    assert!(openings(&house).is_empty());
    assert_eq!(accepted(&open()), Accepted::Done);
}

fn who_stands_under_an_earlier_text_is_told(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let of = Drafted::new(&house);
    add(&house, &of, BOLT);
    let ana = invited(&house, &of);
    let bolt = link(&house, "desk@bolt.example", 1);
    assert_eq!(accept(&house, &ana, ACCEPT_ANA).status, 303);
    assert_eq!(accept(&house, &bolt, ACCEPT_BOLT).status, 303);
    let launch = || of.page(&house, "/launch").text();
    let board = || of.page(&house, "/founders").text();
    assert!(launch().contains("Every founder who accepted has accepted the newest text."));
    assert!(!board().contains("id=\"earlier\""));

    change_the_text(&house, &of, "Said otherwise");
    let told = "<strong>Open:</strong> 2 founders accepted an earlier version of the text.";
    assert!(launch().contains(told), "{}", launch());
    assert!(
        board().contains("2 founders accepted an earlier version"),
        "{}",
        board()
    );
    let page = get(&house, &format!("{ana}?lang=en")).text();
    assert!(
        page.contains("The text has changed since you accepted."),
        "{page}"
    );
    assert_eq!(openings(&house).len(), 2, "their answers stand");

    // Who agrees to the newest stands under it.
    assert_eq!(accept(&house, &ana, ACCEPT_ANA).status, 303);
    let page = get(&house, &format!("{ana}?lang=en")).text();
    assert!(!page.contains("The text has changed"), "{page}");
    assert!(
        board().contains("One founder accepted an earlier version"),
        "{}",
        board()
    );
    let who = of.page(&house, "/founders?state=earlier-text").text();
    assert!(who.contains("Bolt") && !who.contains("Ana G"), "{who}");
    let newest = "select count(*) from founders where state = 'accepted' and version = 2";
    assert_eq!(house.installation.number(newest), 1);

    of.launch(&house);
    let query = "select e.entry from entries e join letters l on l.id = e.letter
                 where l.slug = 'not-known-yet' order by e.idx";
    let entries = house
        .installation
        .base
        .bytes(house.installation.data(0), query);
    let entries: Vec<_> = entries
        .iter()
        .map(|of| String::from_utf8_lossy(of))
        .collect();
    let under = |version: &str| {
        let signs = entries.iter().filter(|of| of.contains("\"type\":\"sign\""));
        signs.filter(|of| of.contains(version)).count()
    };
    let signed = (under("\"version\":1"), under("\"version\":2"));
    assert_eq!(signed, (1, 1), "{entries:?}");
}
