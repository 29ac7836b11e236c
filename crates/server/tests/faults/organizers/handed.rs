//! Founders whom no mail reaches: an organizer makes a link and hands it over.

use std::time::Duration;

use super::crew;
use super::drafted::{Drafted, SECRET, wide};
use undersigned::model::Role;

use super::founders::{
    ACCEPT_ANA, ACCEPT_BOLT, ANA, BOLT, accept, add, get, ids, invite_all, link, post,
};
use crate::harness::{Answer, Base, House, Inside, on_both, path, wait_for};

on_both!(
    who_has_no_address_gets_a_link_by_hand,
    a_link_by_hand_ends_the_one_before,
    a_link_can_be_made_beside_a_mail,
    a_link_by_hand_outlives_no_answer_by_mail,
    links_that_nobody_used_end_with_who_made_them,
);

const HELD: &str = "kind=company&name=Held+Hands&country=FR&language=fr";
const ACCEPT_HELD: &str = "decision=accept&name=Held+Hands&country=CH&website=hands.example\
                           &contact_name=Bo+Lt&contact_role=Counsel&authority=yes";

/// Links that manage a signature.
const LINKS: &str = "select count(*) from links k join letters l on l.id = k.letter
                     where l.slug = 'not-known-yet'";

/// The store's ids of those who were listed first and last.
fn listed(house: &House<Inside>) -> [i64; 2] {
    [
        "select min(id) from founders",
        "select max(id) from founders",
    ]
    .map(|query| house.installation.number(query))
}

/// Makes a link for somebody; gives its path.
pub(super) fn hand(house: &House<Inside>, of: &Drafted, founder: i64) -> String {
    let made = of.post(house, &format!("/founders/{founder}/link"), "");
    assert_eq!(made.status, 200, "{}", made.text());
    assert_eq!(made.header("cache-control"), Some("no-store"));
    let text = made.text();
    let shown = text.split("id=\"link\">").nth(1).expect("a link");
    path(shown.split('<').next().expect("its end"))
}

fn is_nothing(house: &House<Inside>, answer: Answer) {
    let unknown = get(house, &format!("/nothing/{}", "A".repeat(43)));
    assert_eq!(answer.without_date(), unknown.without_date());
}

fn who_has_no_address_gets_a_link_by_hand(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let of = Drafted::new(&house);
    add(&house, &of, HELD);
    add(&house, &of, ANA);
    let [held, _] = listed(&house);
    let board = of.page(&house, "/founders").text();
    for told in [
        "One has no e-mail address and gets no mail",
        "No e-mail address: no mail goes out.",
        "Invite the one who is not invited yet",
    ] {
        assert!(board.contains(told), "{told} in {board}");
    }
    let narrowed = of.page(&house, "/founders?state=no-address").text();
    assert!(narrowed.contains("Held Hands") && !narrowed.contains("Ana G"));
    invite_all(&house, &of);
    link(&house, "ana@a.example", 1);
    let waiting = "select count(*) from founders where state = 'listed' and mails = 0";
    assert_eq!(
        house.installation.number(waiting),
        1,
        "no mail can go there"
    );

    let handed = hand(&house, &of, held);
    let again = of.page(&house, "/founders").text();
    assert!(!again.contains(&handed), "it is shown once");
    let row = "<td role=\"cell\">0</td><td role=\"cell\">1</td><td role=\"cell\">1</td>\
               <td role=\"cell\">0</td><td role=\"cell\">0</td><td role=\"cell\">0</td>";
    assert!(wide(&again).contains(row), "{again}");
    let page = get(&house, &handed).text();
    assert!(
        page.contains("Eda Quill") && page.contains("Not known here yet."),
        "{page}"
    );

    let wrong = accept(&house, &handed, ACCEPT_HELD);
    assert_eq!(wrong.status, 422, "an address is needed");
    assert!(wrong.text().contains("id=\"email\""));
    let answer = format!("{ACCEPT_HELD}&email=held%40hands.example");
    assert_eq!(accept(&house, &handed, &answer).status, 303);
    let base = &house.installation.base;
    let query = "select c.file from contacts c join signatures s on s.id = c.signature
                 where s.state = 'queued'";
    let files = base.bytes(house.installation.data(0), query);
    assert!(of.open(&files[0]).contains("held@hands.example"));
    let level = "select count(*) from signatures where state = 'queued' and level = 'invited'";
    assert_eq!(house.installation.number(level), 1);
    let trail = "select count(*) from trail where act = 'founder-link-made'";
    assert_eq!(house.installation.number(trail), 1);

    of.launch(&house);
    wait_for("the letter", Duration::from_secs(30), || {
        (get(&house, &format!("/letters/{SECRET}")).status == 200).then_some(())
    });
    let onward = get(&house, &handed);
    let managed = onward.header("location").expect("a way on").to_owned();
    let managed = get(&house, &managed);
    assert!(managed.status == 200 && managed.text().contains("Held Hands"));
    let late = of.post(&house, &format!("/founders/{held}/link"), "");
    assert_eq!(late.status, 409, "{}", late.text());
}

fn a_link_by_hand_ends_the_one_before(base: Base) {
    let house = House::open_inside(base);
    let of = Drafted::new(&house);
    add(&house, &of, HELD);
    let held = listed(&house)[0];
    let first = hand(&house, &of, held);
    let answer = format!("{ACCEPT_HELD}&email=held%40hands.example");
    assert_eq!(accept(&house, &first, &answer).status, 303);
    let second = hand(&house, &of, held);
    is_nothing(&house, get(&house, &first));
    assert_eq!(post(&house, &first, "decision=decline").status, 404);
    let page = get(&house, &second).text();
    assert!(page.contains("You accepted on"), "their answer stands");
    assert_eq!(house.installation.number(LINKS), 0, "nobody has used it");
    assert_eq!(accept(&house, &second, ACCEPT_HELD).status, 303);
    assert_eq!(
        house.installation.number(LINKS),
        1,
        "it manages the signature"
    );

    let foreign = crew::founder(&house, crew::letter(&house, crate::harness::SLUG));
    let wrong = of.post(&house, &format!("/founders/{foreign}/link"), "");
    assert_eq!(wrong.status, 404, "another letter's founder");
    assert_eq!(post(&house, &second, "decision=decline").status, 303);
    let declined = of.post(&house, &format!("/founders/{held}/link"), "");
    assert_eq!(declined.status, 404, "who declined is left alone");
}

fn a_link_can_be_made_beside_a_mail(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let of = Drafted::new(&house);
    add(&house, &of, BOLT);
    invite_all(&house, &of);
    let mailed = link(&house, "desk@bolt.example", 1);
    let handed = hand(&house, &of, listed(&house)[0]);
    assert_eq!(get(&house, &mailed).status, 200, "that in the mail stays");
    // Their address is known: none is asked for.
    assert_eq!(accept(&house, &handed, ACCEPT_BOLT).status, 303);
    assert_eq!(ids(&house).len(), 1);
    assert!(get(&house, &mailed).text().contains("You accepted on"));
}

/// Somebody who makes a link before a founder answers by mail, or after, gets no hold of the signature.
fn a_link_by_hand_outlives_no_answer_by_mail(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let of = Drafted::new(&house);
    add(&house, &of, BOLT);
    invite_all(&house, &of);
    let mailed = link(&house, "desk@bolt.example", 1);
    let bolt = listed(&house)[0];
    let handed = hand(&house, &of, bolt);
    assert_eq!(accept(&house, &mailed, ACCEPT_BOLT).status, 303);
    is_nothing(&house, get(&house, &handed));
    let button = format!("/founders/{bolt}/link");
    assert!(!of.page(&house, "/founders").text().contains(&button));
    let late = of.post(&house, &button, "");
    assert_eq!(late.status, 409, "{}", late.text());
    assert!(late.text().contains("has answered"), "{}", late.text());
    assert_eq!(house.installation.number(LINKS), 1, "that in the mail");
    of.launch(&house);
    wait_for("the letter", Duration::from_secs(30), || {
        (get(&house, &format!("/letters/{SECRET}")).status == 200).then_some(())
    });
    is_nothing(&house, get(&house, &handed));
    let onward = get(&house, &mailed);
    let managed = onward.header("location").expect("a way on").to_owned();
    assert!(get(&house, &managed).text().contains("Bolt"));
}

fn links_that_nobody_used_end_with_who_made_them(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let of = Drafted::new(&house);
    for form in [ANA, BOLT, HELD] {
        add(&house, &of, form);
    }
    let all = "select min(id) from founders where id > $1";
    let data = house.installation.data(0);
    let next = |after| house.installation.base.number(data, all, &[after]);
    let ana = next(0);
    let bolt = next(ana);
    let ola = crew::member(&house, "Ola", Some((of.letter.id, Role::Owner)));
    let [unused, used] = [ana, bolt].map(|founder| hand(&house, &of, founder));
    assert_eq!(accept(&house, &used, ACCEPT_BOLT).status, 303);
    let path = of.path(&format!("/founders/{}/link", next(bolt)));
    let by_ola = ola.ask(&house, "POST", &path, "");
    let by_ola = by_ola.text();
    let by_ola = by_ola.split("id=\"link\">").nth(1).expect("a link");
    let by_ola = crate::harness::path(by_ola.split('<').next().expect("its end"));

    let gone = of.path(&format!("/people/{}/removal", of.editor.id));
    assert_eq!(ola.ask(&house, "POST", &gone, "").status, 303);
    is_nothing(&house, get(&house, &unused));
    assert_eq!(accept(&house, &unused, ACCEPT_ANA).status, 404);
    assert_eq!(get(&house, &used).status, 200, "it gave an answer");
    assert_eq!(get(&house, &by_ola).status, 200, "another's");
}
