//! Founding signatories under embargo: listed, invited in confidence, and free to think again until
//! the launch.

use std::time::Duration;

use undersigned::model::Role;
use undersigned::store::founders::{Narrowed, Which};
use url::form_urlencoded::Serializer;

use super::crew;
use super::drafted::{Drafted, SECRET, wide};
use super::handed::hand;
use super::released::hidden;
use crate::harness::{Answer, Base, House, Inside, on_both, path, wait_for};

on_both!(
    founders_are_invited_and_answer,
    an_answer_can_be_taken_back_and_given_again,
    reminders_keep_their_distance,
    a_launch_forgets_who_did_not_accept,
    a_launch_drops_the_mails_that_wait,
    a_statement_is_approved_as_it_was_read,
    somebody_is_listed_once_and_whole,
);

const DAY: i64 = 24 * 3600;

pub(super) fn add(house: &House<Inside>, of: &Drafted, form: &str) {
    let added = of.post(house, "/founders", form);
    assert_eq!(added.status, 303, "{}", added.text());
}

pub(super) const ANA: &str =
    "kind=individual&name=Ana+G%C3%B3mez&email=ana%40a.example&country=ES&language=es";
pub(super) const BOLT: &str = "kind=company&name=BOLT+A.G.&email=desk%40bolt.example&country=DE&language=en\
                    &contact_name=Bo+Lt&website=https%3A%2F%2Fbolt.example";
const LOST: &str =
    "kind=organization&name=Lost+Post&email=unknown%40lost.example&country=FR&language=fr";

/// The private link in the newest of `count` mails to somebody.
pub(super) fn link(house: &House<Inside>, to: &str, count: usize) -> String {
    let mails = wait_for("an invitation", Duration::from_secs(30), || {
        let mails = house.sink.messages_to(to);
        (mails.len() >= count).then_some(mails)
    });
    let text = mails[mails.len() - 1].text();
    let links = undersigned::mail::links(&text);
    let link = links.into_iter().find(|link| link.contains("/invited/"));
    path(&link.unwrap_or_else(|| panic!("no link in {text}")))
}

pub(super) fn invite_all(house: &House<Inside>, of: &Drafted) {
    let asked = of.post(house, "/founders/invitations", "");
    assert_eq!(asked.status, 303, "{}", asked.text());
}

pub(super) fn get(house: &House<Inside>, path: &str) -> Answer {
    house.visitor.get(path).expect("the server answers")
}

pub(super) fn post(house: &House<Inside>, path: &str, form: &str) -> Answer {
    house.visitor.post(path, form).expect("the server answers")
}

/// The form of whoever has just read the page: it says which text stood there.
pub(super) fn read(house: &House<Inside>, path: &str, form: &str) -> String {
    let page = get(house, path).text();
    let mut read = Serializer::new(form.to_owned());
    for name in ["text", "digest"] {
        read.append_pair(name, &hidden(&page, name));
    }
    read.finish()
}

/// Answers so.
pub(super) fn accept(house: &House<Inside>, path: &str, form: &str) -> Answer {
    post(house, path, &read(house, path, form))
}

pub(super) const ACCEPT_ANA: &str =
    "decision=accept&name=Ana+G%C3%B3mez&country=ES&title=Poet&statement=Claro.";
pub(super) const ACCEPT_BOLT: &str = "decision=accept&name=Bolt+AG&country=CH&website=bolt.example\
                           &contact_name=Bo+Lt&contact_role=Counsel&authority=yes";

fn founders_are_invited_and_answer(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let of = Drafted::new(&house);
    for form in [ANA, BOLT, LOST] {
        add(&house, &of, form);
    }
    let board = of.page(&house, "/founders").text();
    assert!(
        board.contains("Ana Gómez") && board.contains("Invite all 3"),
        "{board}"
    );
    invite_all(&house, &of);

    let ana = link(&house, "ana@a.example", 1);
    let page = get(&house, &ana).text();
    assert!(
        page.contains("Shown in public from the launch of the letter on."),
        "{page}"
    );
    assert!(!page.contains("unless you choose otherwise"), "{page}");
    assert!(
        page.contains("to whom they give a private preview"),
        "{page}"
    );
    let mail = &house.sink.messages_to("ana@a.example")[0];
    let said = format!("{} {} {}", mail.subject(), mail.text(), mail.html());
    let seen = "a quienes esta dé una vista previa privada";
    let flat = mail.text().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains(seen), "{flat}");
    assert!(said.contains("Eda Quill invita a Ana Gómez"), "{said}");
    for secret in [SECRET, "Security for All", "Seguridad para todas"] {
        assert!(!said.contains(secret), "the mail names the letter: {said}");
    }
    let page = get(&house, &ana);
    assert_eq!(page.status, 200, "{}", page.text());
    assert_eq!(page.header("cache-control"), Some("no-store"));
    assert_eq!(page.header("referrer-policy"), Some("no-referrer"));
    assert!(page.text().contains("name=\"decision\" value=\"accept\""));
    nobody_else_gets_in(&house, &ana);

    assert_eq!(accept(&house, &ana, ACCEPT_ANA).status, 303);
    let bolt = link(&house, "desk@bolt.example", 1);
    let wrong = accept(&house, &bolt, "decision=accept&name=Kept+Name&country=DE");
    assert_eq!(wrong.status, 422);
    assert!(
        wrong.text().contains("value=\"Kept Name\""),
        "what was typed is kept"
    );
    assert_eq!(accept(&house, &bolt, ACCEPT_BOLT).status, 303);
    let accepted = get(&house, &bolt).text();
    assert!(accepted.contains("You accepted on") && accepted.contains("Bolt AG"));
    wait_for("a bounce", Duration::from_secs(30), || {
        let query = "select count(*) from founders where bounced_at is not null";
        (house.installation.number(query) == 1).then_some(())
    });
    let board = wide(&of.page(&house, "/founders").text());
    for seen in [
        "<td role=\"cell\">0</td><td role=\"cell\">3</td><td role=\"cell\">0</td><td role=\"cell\">2</td>\
         <td role=\"cell\">0</td><td role=\"cell\">2</td><td role=\"cell\">0</td><td role=\"cell\">1</td>",
        // One of each kind, and each in a country of its own: with what became of it.
        "<td role=\"cell\">0</td><td role=\"cell\">1</td><td role=\"cell\">0</td><td role=\"cell\">0</td>\
         <td role=\"cell\">0</td><td role=\"cell\">0</td><td role=\"cell\">0</td><td role=\"cell\">1</td>",
        "<title>Switzerland: 1</title>",
        "Their mail server refused it",
        "This statement waits for an organizer to read it.",
    ] {
        assert!(board.contains(seen), "{seen} in {board}");
    }
    contacts_are_sealed(&house, &of);
    approve_and_launch(&house, &of, &ana);
}

/// A link that isn't one is answered with the bytes of any path that isn't there.
fn nobody_else_gets_in(house: &House<Inside>, link: &str) {
    let unknown = get(house, &format!("/nothing/{}", "A".repeat(43))).without_date();
    for wrong in [
        format!("/invited/{}", "A".repeat(43)),
        format!("{}A", &link[..link.len() - 1]),
        "/invited/x".to_owned(),
    ] {
        if wrong != link {
            assert_eq!(get(house, &wrong).without_date(), unknown, "{wrong}");
        }
        let posted = post(house, &wrong, "decision=accept");
        assert!(wrong == link || posted.status == 404, "{wrong}");
    }
}

/// Whoever accepted has no address here that the server could read.
fn contacts_are_sealed(house: &House<Inside>, of: &Drafted) {
    let query = "select c.file from contacts c join signatures s on s.id = c.signature
                 where s.state = 'queued' order by c.id";
    let files = house
        .installation
        .base
        .bytes(house.installation.data(0), query);
    let opened: Vec<String> = files.iter().map(|file| of.open(file)).collect();
    assert_eq!(opened.len(), 2);
    assert!(opened[0].contains("ana@a.example") && opened[1].contains("desk@bolt.example"));
    assert!(opened[1].contains("\"authority\":true"));
    house.settle_mail();
    let keys = house.server.app.keys.founders_key(&of.letter.slug);
    let key = keys.expect("the key is there");
    let query = "select fields from founders where state = 'accepted'";
    for (id, fields) in ids(house).iter().zip(fields(house, query)) {
        let plain = key.decrypt(*id, &fields).expect("it opens");
        let plain = String::from_utf8(plain).expect("JSON");
        assert!(
            !plain.contains("@a.example") && !plain.contains("@bolt.example"),
            "{plain}"
        );
    }
}

pub(super) fn ids(house: &House<Inside>) -> Vec<i64> {
    let rows = crew::write(house, |tx| {
        Box::pin(async move {
            let letter = undersigned::store::letters::by_slug(tx, SECRET).await?;
            let letter = letter.expect("the letter is there").id;
            let accepted = (Which::In("accepted"), "");
            let (any, page) = (Narrowed::default(), (i64::MAX, 100));
            undersigned::store::founders::page(tx, letter, accepted, any, page).await
        })
    });
    let mut ids: Vec<i64> = rows.into_iter().map(|row| row.id).collect();
    ids.sort_unstable();
    ids
}

fn fields(house: &House<Inside>, query: &'static str) -> Vec<Vec<u8>> {
    let base = &house.installation.base;
    base.bytes(house.installation.data(0), query)
}

/// What tells what a form on the list decides on: a founder's `statement` or `name`.
pub(super) fn mark(house: &House<Inside>, of: &Drafted, founder: i64, what: &str) -> String {
    let page = of.page(house, "/founders").text();
    let form = page
        .split(&*format!("/founders/{founder}/{what}"))
        .nth(1)
        .unwrap_or_else(|| panic!("nothing to decide in {page}"));
    hidden(form, "seen")
}

/// Decides on what stands on the list.
pub(super) fn decide(
    house: &House<Inside>,
    of: &Drafted,
    founder: i64,
    (what, decision): (&str, &str),
) -> Answer {
    let seen = mark(house, of, founder, what);
    decide_as_seen(house, of, founder, (what, decision), &seen)
}

/// The same on what stood there when it had this mark.
pub(super) fn decide_as_seen(
    house: &House<Inside>,
    of: &Drafted,
    founder: i64,
    (what, decision): (&str, &str),
    seen: &str,
) -> Answer {
    let mut form = Serializer::new(format!("decision={decision}"));
    let form = form.append_pair("seen", seen).finish();
    of.post(house, &format!("/founders/{founder}/{what}"), &form)
}

fn approve_and_launch(house: &House<Inside>, of: &Drafted, ana: &str) {
    let decided = decide(house, of, ids(house)[0], ("statement", "approve"));
    assert_eq!(decided.status, 303, "{}", decided.text());
    // The same words again stay approved.
    assert_eq!(
        accept(house, ana, &format!("{ACCEPT_ANA}&affiliation=PEN")).status,
        303
    );
    of.launch(house);
    let letter = wait_for("the letter", Duration::from_secs(30), || {
        let answer = get(house, &format!("/api/letters/{SECRET}"));
        (answer.status == 200).then(|| answer.json())
    });
    assert_eq!(letter["figures"]["total"], 2, "{letter}");
    let page = get(house, &format!("/letters/{SECRET}")).text();
    for seen in ["Ana Gómez", "Bolt AG", "PEN"] {
        assert!(page.contains(seen), "{seen} in {page}");
    }
    let statements = "select count(*) from statements t join letters l on l.id = t.letter
                      where t.state = 'live' and l.slug = 'not-known-yet'";
    assert_eq!(house.installation.number(statements), 1);
    // The link manages the signature now.
    let onward = get(house, ana);
    assert_eq!(onward.status, 303);
    let managed = onward.header("location").expect("a way on").to_owned();
    let managed = get(house, &managed);
    assert_eq!(managed.status, 200, "{}", managed.text());
    assert!(managed.text().contains("Ana Gómez"));
}

fn an_answer_can_be_taken_back_and_given_again(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let of = Drafted::new(&house);
    add(&house, &of, ANA);
    invite_all(&house, &of);
    let ana = link(&house, "ana@a.example", 1);
    let queued = "select count(*) from queue";
    for _ in 0..2 {
        assert_eq!(accept(&house, &ana, ACCEPT_ANA).status, 303);
        assert_eq!(
            house.installation.number(queued),
            1,
            "an answer given twice counts once"
        );
    }
    assert_eq!(post(&house, &ana, "decision=decline").status, 303);
    let page = get(&house, &ana).text();
    assert!(page.contains("Your address is deleted"), "{page}");
    let left = "select (select count(*) from signatures where state = 'queued')
                + (select count(*) from contacts c join signatures s on s.id = c.signature
                   where s.state = 'queued') + (select count(*) from queue)";
    assert_eq!(house.installation.number(left), 0, "nothing of it is left");
    let wrong = accept(&house, &ana, ACCEPT_ANA);
    assert_eq!(wrong.status, 422, "an address is needed again");
    let again = format!("{ACCEPT_ANA}&email=ana%40new.example");
    assert_eq!(accept(&house, &ana, &again).status, 303);
    assert_eq!(house.installation.number(queued), 1);
    let founder = ids(&house)[0];
    let removal = format!("/founders/{founder}/removal");
    assert_eq!(of.post(&house, &removal, "").status, 303);
    assert_eq!(
        house.installation.number(left),
        0,
        "who is off the list signs nothing"
    );
    assert_eq!(get(&house, &ana).status, 404);
}

/// By an editor who signed in just now: days pass, and sessions end.
fn remind_all(house: &House<Inside>, of: &Drafted) {
    let editor = crew::member(house, "Eda Quill", Some((of.letter.id, Role::Editor)));
    let asked = editor.ask(house, "POST", &of.path("/founders/reminders"), "");
    let location = asked.header("location").unwrap_or_default();
    assert!(
        location.contains("/founders"),
        "{} {}",
        asked.status,
        asked.text()
    );
}

fn reminders_keep_their_distance(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let of = Drafted::new(&house);
    add(&house, &of, BOLT);
    for (mails, said) in [(1, "One mail is going out."), (0, "Nobody is due")] {
        let asked = of.post(&house, "/founders/invitations", "");
        let onward = asked.header("location").expect("a page").to_owned();
        assert!(onward.contains(&format!("mails={mails}")), "{onward}");
        let told = of.editor.ask(&house, "GET", &onward, "").text();
        assert!(told.contains(said), "{said} in {told}");
    }
    let to = "desk@bolt.example";
    let first = link(&house, to, 1);
    let settle = || {
        wait_for("the mails", Duration::from_secs(30), || {
            let query = "select count(*) from founders where state = 'due'";
            (house.installation.number(query) == 0).then_some(())
        });
        house.settle_mail();
    };
    for round in 1..=5 {
        for _ in 0..2 {
            remind_all(&house, &of);
            settle();
        }
        let wanted = round.min(4);
        link(&house, to, wanted);
        let mails = house.sink.messages_to(to).len();
        assert_eq!(mails, wanted, "one in three days, four in all");
        house.server.pass(3 * DAY);
    }
    let subject = house.sink.messages_to(to)[1].subject();
    assert!(subject.contains("reminder"), "{subject}");
    assert_eq!(
        get(&house, &first).status,
        200,
        "the first link still leads there"
    );
    assert_eq!(post(&house, &first, "decision=decline").status, 303);
    house.server.pass(3 * DAY);
    remind_all(&house, &of);
    settle();
    assert_eq!(
        house.sink.messages_to(to).len(),
        4,
        "who declined is left alone"
    );
}

fn a_launch_forgets_who_did_not_accept(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let of = Drafted::new(&house);
    add(&house, &of, ANA);
    add(&house, &of, BOLT);
    invite_all(&house, &of);
    let ana = link(&house, "ana@a.example", 1);
    let bolt = link(&house, "desk@bolt.example", 1);
    assert_eq!(accept(&house, &ana, ACCEPT_ANA).status, 303);
    let key = house.installation.keys().join("letters").join(SECRET);
    assert!(key.join("founders").exists());
    of.launch(&house);
    assert!(!key.join("founders").exists(), "the founders' key is gone");
    let readable = "select count(*) from founders where length(fields) > 0";
    assert_eq!(house.installation.number(readable), 0);
    let held = "select count(*) from statements t join letters l on l.id = t.letter
                where t.state = 'held' and l.slug = 'not-known-yet'";
    assert_eq!(
        house.installation.number(held),
        1,
        "nobody had decided on it"
    );
    wait_for("the letter", Duration::from_secs(30), || {
        (get(&house, &format!("/letters/{SECRET}")).status == 200).then_some(())
    });
    let onward = get(&house, &bolt);
    let location = onward.header("location").unwrap_or_default();
    assert!(
        location.starts_with(&format!("/letters/{SECRET}?")),
        "{location}"
    );
    let late = of.post(&house, "/founders", LOST);
    assert_eq!(late.status, 409, "{}", late.text());
    let page = of.page(&house, "/founders").text();
    assert!(
        page.contains("deleted at launch") && !page.contains("Bolt"),
        "{page}"
    );
    assert_eq!(page.matches("in the roll now").count(), 1, "{page}");
    assert!(!page.contains("Is the address right?"), "{page}");
}

/// Mails that the server of their mailbox puts off.
fn a_launch_drops_the_mails_that_wait(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let of = Drafted::new(&house);
    for name in ["Post", "Hands"] {
        let form = format!(
            "kind=organization&name=Busy+{name}&email=busy%40{name}.example&country=FR&language=fr"
        );
        add(&house, &of, &form);
    }
    invite_all(&house, &of);
    let waiting = "select count(*) from mail_jobs where attempts > 0";
    wait_for("mails to be put off", Duration::from_secs(30), || {
        (house.installation.number(waiting) == 2).then_some(())
    });
    let all = "select count(*) from mail_jobs";
    let newest = house.installation.number("select max(id) from founders");
    let handed = hand(&house, &of, newest);
    let form = "decision=accept&name=Busy+Hands&country=FR&contact_name=Bo&contact_role=Chair\
                &authority=yes";
    assert_eq!(accept(&house, &handed, form).status, 303);
    assert_eq!(
        house.installation.number(all),
        1,
        "who has answered gets no invitation"
    );
    of.launch(&house);
    assert_eq!(
        house.installation.number(all),
        0,
        "nobody is invited to what is public"
    );
}

fn a_statement_is_approved_as_it_was_read(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let of = Drafted::new(&house);
    add(&house, &of, ANA);
    invite_all(&house, &of);
    let ana = link(&house, "ana@a.example", 1);
    assert_eq!(accept(&house, &ana, ACCEPT_ANA).status, 303);
    let founder = ids(&house)[0];
    let owner = crew::member(&house, "Ola", Some((of.letter.id, Role::Owner)));
    let desk = owner.ask(&house, "GET", &of.path(""), "").text();
    assert!(desk.contains("on the founders’ list: 1"), "{desk}");
    let seen = mark(&house, &of, founder, "statement");
    let other = ACCEPT_ANA.replace("Claro.", "Oscuro.");
    assert_eq!(accept(&house, &ana, &other).status, 303);
    let waiting = "select count(*) from founders where statement = 'waiting'";
    for decision in ["approve", "refuse"] {
        let late = decide_as_seen(&house, &of, founder, ("statement", decision), &seen);
        assert_eq!(late.status, 409, "{}", late.text());
        let text = late.text();
        assert!(
            text.contains("Nothing was decided") && text.contains("Oscuro."),
            "{text}"
        );
        assert_eq!(house.installation.number(waiting), 1, "it waits on");
    }
    let published = "select count(*) from statements t join letters l on l.id = t.letter
                     where t.state = 'approved' and l.slug = 'not-known-yet'";
    assert_eq!(house.installation.number(published), 0);
    let decided = decide(&house, &of, founder, ("statement", "approve"));
    assert_eq!(decided.status, 303, "{}", decided.text());
    assert_eq!(house.installation.number(published), 1);
}

fn somebody_is_listed_once_and_whole(base: Base) {
    let house = House::open_inside(base);
    let of = Drafted::new(&house);
    let wrong = of.post(
        &house,
        "/founders",
        "kind=company&name=Kept&email=nobody&country=XX",
    );
    assert_eq!(wrong.status, 422);
    let text = wrong.text();
    assert!(
        text.contains("value=\"Kept\"") && text.contains("value=\"nobody\""),
        "{text}"
    );
    assert!(text.contains("id=\"email-wrong\"") && text.contains("id=\"country-wrong\""));
    add(&house, &of, ANA);
    let twice = of.post(&house, "/founders", &ANA.replace("ana%40", "other%40"));
    assert_eq!(twice.status, 422);
    assert!(twice.text().contains("on the list already"));
    assert_eq!(
        house.installation.number("select count(*) from founders"),
        1
    );
    let press = crew::member(&house, "Pre Ss", Some((of.letter.id, Role::Press)));
    let page = press.ask(&house, "GET", &of.path("/founders"), "");
    assert_eq!(page.status, 403, "the press is not among editors");
}
