//! Founders who accept under another name than the one that they were listed by.

use std::time::Duration;

use undersigned::store::letters;

use super::crew;
use super::drafted::{Drafted, SECRET};
use super::founders::{
    ACCEPT_ANA, ACCEPT_BOLT, ANA, BOLT, accept, add, decide, decide_as_seen, get, invite_all, link,
    mark, post,
};
use super::reread::{change_the_text, openings};
use crate::harness::{Base, House, Inside, on_both, wait_for};

on_both!(
    another_name_waits_for_an_organizer,
    a_small_correction_does_not_wait,
    who_is_asked_again_is_invited_as_listed,
    a_launch_leaves_out_who_waits,
);

const ELSE: &str = "decision=accept&name=Somebody+Else&country=FR&title=Poet&statement=Claro.";

fn invited(house: &House<Inside>, of: &Drafted) -> (i64, String) {
    add(house, of, ANA);
    let id = house.installation.number("select max(id) from founders");
    invite_all(house, of);
    (id, link(house, "ana@a.example", 1))
}

/// How many founders are in these states.
fn states(house: &House<Inside>) -> [i64; 3] {
    [
        "select count(*) from founders where state = 'invited'",
        "select count(*) from founders where state = 'held'",
        "select count(*) from founders where state = 'accepted'",
    ]
    .map(|query| house.installation.number(query))
}

fn another_name_waits_for_an_organizer(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let of = Drafted::new(&house);
    let (id, ana) = invited(&house, &of);
    assert_eq!(accept(&house, &ana, ELSE).status, 303);
    assert_eq!(states(&house), [0, 1, 0]);
    assert!(openings(&house).is_empty(), "nothing is signed yet");
    let page = get(&house, &format!("{ana}?lang=en")).text();
    for seen in ["looks at it first", "Somebody Else", "Take it back"] {
        assert!(page.contains(seen), "{seen} in {page}");
    }
    let board = of.page(&house, "/founders?state=held").text();
    for seen in [
        "One acceptance waits for you",
        "<bdi>Ana Gómez</bdi>",
        "<bdi>Somebody Else</bdi>",
        "That’s right",
    ] {
        assert!(board.contains(seen), "{seen} in {board}");
    }
    assert!(!board.contains("Approve the statement"), "{board}");
    let launch = of.page(&house, "/launch").text();
    let told = "<strong>Open:</strong> one founder accepted under another name";
    assert!(launch.contains(told), "{launch}");
    let late = decide_as_seen(&house, &of, id, ("name", "approve"), "");
    assert_eq!(late.status, 409, "nothing is agreed to unseen");

    // Somebody stands under this version: the next release is another one.
    change_the_text(&house, &of, "Said otherwise");
    let decided = decide(&house, &of, id, ("name", "approve"));
    assert_eq!(decided.status, 303, "{}", decided.text());
    assert_eq!(states(&house), [0, 0, 1]);
    let signed = openings(&house);
    assert!(signed[0].contains("Somebody Else"), "{signed:?}");
    let version = "select count(*) from founders where version = 1 and not addressed";
    assert_eq!(
        house.installation.number(version),
        1,
        "they stand under what they read"
    );
    let query = "select c.file from contacts c join signatures s on s.id = c.signature
                 where s.state = 'queued'";
    let base = &house.installation.base;
    let files = base.bytes(house.installation.data(0), query);
    assert!(of.open(&files[0]).contains("ana@a.example"));
    let trail = "select count(*) from trail where act = 'founder-name-approved'";
    assert_eq!(house.installation.number(trail), 1);
    let board = of.page(&house, "/founders").text();
    assert!(!board.contains("ana@a.example"), "it is sealed: {board}");
    // What was agreed to is what corrections are held against from now on.
    let again = ELSE.replace("Somebody+Else", "SOMEBODY+ELSE");
    assert_eq!(accept(&house, &ana, &again).status, 303);
    assert_eq!(states(&house), [0, 0, 1]);
    assert_eq!(accept(&house, &ana, ACCEPT_ANA).status, 303);
    assert_eq!(
        states(&house),
        [0, 1, 0],
        "the first name is another one now"
    );
    assert!(
        openings(&house).is_empty(),
        "the answer before is taken back"
    );
}

fn a_small_correction_does_not_wait(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let of = Drafted::new(&house);
    let (_, ana) = invited(&house, &of);
    let id = of.letter.id;
    crew::write(&house, move |tx| {
        Box::pin(async move { letters::watch(tx, id, "Wanda Watched").await })
    });
    let small = "decision=accept&name=ana+gomez.&country=FR&title=Poet&affiliation=PEN";
    assert_eq!(accept(&house, &ana, small).status, 303);
    assert_eq!(states(&house), [0, 0, 1]);
    let watched = small.replace("PEN", "for+Wanda+Watched");
    assert_eq!(accept(&house, &ana, &watched).status, 303);
    assert_eq!(states(&house), [0, 1, 0], "the watch list has it");
    let board = of.page(&house, "/founders").text();
    assert!(board.contains("<bdi>Wanda Watched</bdi>"), "{board}");
    assert_eq!(accept(&house, &ana, small).status, 303);
    assert_eq!(states(&house), [0, 0, 1], "no address is asked for again");
}

fn who_is_asked_again_is_invited_as_listed(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let of = Drafted::new(&house);
    let (id, ana) = invited(&house, &of);
    assert_eq!(accept(&house, &ana, ELSE).status, 303);
    let seen = mark(&house, &of, id, "name");
    let third = ELSE.replace("Somebody", "Nobody");
    assert_eq!(accept(&house, &ana, &third).status, 303);
    for decision in ["approve", "refuse"] {
        let late = decide_as_seen(&house, &of, id, ("name", decision), &seen);
        assert_eq!(late.status, 409, "{}", late.text());
        let text = late.text();
        assert!(
            text.contains("Nothing was decided") && text.contains("Nobody Else"),
            "{text}"
        );
        assert_eq!(states(&house), [0, 1, 0], "it waits on");
    }
    let asked = decide(&house, &of, id, ("name", "refuse"));
    assert_eq!(asked.status, 303, "{}", asked.text());
    assert_eq!(states(&house), [1, 0, 0]);
    let addressed = "select count(*) from founders where addressed and country = 'ES'";
    assert_eq!(
        house.installation.number(addressed),
        1,
        "they can be reminded"
    );
    let trail = "select count(*) from trail where act = 'founder-asked-again'";
    assert_eq!(house.installation.number(trail), 1);
    let page = get(&house, &format!("{ana}?lang=en")).text();
    for wanted in ["does not count", "value=\"Ana Gómez\""] {
        assert!(page.contains(wanted), "{wanted} in {page}");
    }
    for gone in ["Nobody Else", "Claro."] {
        assert!(!page.contains(gone), "{gone} in {page}");
    }
    let twice = decide_as_seen(&house, &of, id, ("name", "approve"), &seen);
    assert_eq!(twice.status, 409, "nothing waits any more");
    assert_eq!(accept(&house, &ana, ACCEPT_ANA).status, 303);
    assert_eq!(states(&house), [0, 0, 1]);
    // Who accepted under the listed name and changes it is back among those who wait.
    assert_eq!(accept(&house, &ana, ELSE).status, 303);
    assert_eq!(post(&house, &ana, "decision=decline").status, 303);
    let board = of.page(&house, "/founders").text();
    assert!(
        board.contains("Ana Gómez") && !board.contains("Somebody Else"),
        "{board}"
    );
}

fn a_launch_leaves_out_who_waits(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let of = Drafted::new(&house);
    add(&house, &of, BOLT);
    let (id, ana) = invited(&house, &of);
    let bolt = link(&house, "desk@bolt.example", 1);
    assert_eq!(accept(&house, &ana, ELSE).status, 303);
    assert_eq!(accept(&house, &bolt, ACCEPT_BOLT).status, 303);
    let seen = mark(&house, &of, id, "name");
    of.launch(&house);
    let letter = wait_for("the letter", Duration::from_secs(30), || {
        let answer = get(&house, &format!("/api/letters/{SECRET}"));
        (answer.status == 200).then(|| answer.json())
    });
    assert_eq!(letter["figures"]["total"], 1, "{letter}");
    let page = get(&house, &format!("/letters/{SECRET}")).text();
    assert!(
        page.contains("Bolt AG") && !page.contains("Somebody Else"),
        "{page}"
    );
    let readable = "select count(*) from founders where length(fields) > 0";
    assert_eq!(
        house.installation.number(readable),
        0,
        "names and addresses are gone"
    );
    let onward = get(&house, &ana);
    let location = onward.header("location").unwrap_or_default();
    assert!(
        location.starts_with(&format!("/letters/{SECRET}?")),
        "{location}"
    );
    let late = decide_as_seen(&house, &of, id, ("name", "approve"), &seen);
    assert_eq!(late.status, 409, "{}", late.text());
    assert!(late.text().contains("has launched"), "{}", late.text());
}
