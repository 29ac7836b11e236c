//! Logos of organizations and companies: made anew, looked at by a person, and gone when they are
//! taken away.

use std::io::Cursor;
use std::path::Path;
use std::time::Duration;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use undersigned::model::Role;

use super::crew::{self, Member};
use super::drafted::{Drafted, SECRET};
use super::founders::{
    ACCEPT_ANA, ACCEPT_BOLT, ANA, BOLT, accept, add, get, ids, invite_all, link, post,
};
use crate::harness::{Answer, Base, House, Inside, block_on, on_both, wait_for};

on_both!(
    a_founders_logo_is_public_with_the_letter,
    a_signatory_replaces_it_and_takes_it_away,
    what_is_no_logo_is_told_beside_the_field,
    whose_answer_is_taken_back_has_no_logo,
    nobody_decides_on_what_they_did_not_see,
);

/// A picture in one colour, with words in it that must not come along.
fn picture(colour: [u8; 3]) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let plain = RgbImage::from_pixel(60, 40, Rgb(colour));
    DynamicImage::ImageRgb8(plain)
        .write_to(&mut bytes, ImageFormat::Png)
        .expect("a picture");
    [bytes.into_inner(), b"secret place".to_vec()].concat()
}

fn send(house: &House<Inside>, path: &str, file: &[u8]) -> Answer {
    let sent = house.visitor.upload(path, &[], &[("file", file)]);
    sent.expect("the server answers")
}

/// The colour in the middle of a picture.
fn colour(answer: &Answer) -> [u8; 3] {
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), Some("image/png"));
    let found = image::load_from_memory(&answer.body).expect("a picture");
    found.to_rgb8().get_pixel(30, 20).0
}

/// A company that has accepted; gives its link.
fn bolt(house: &House<Inside>, of: &Drafted) -> String {
    add(house, of, BOLT);
    invite_all(house, of);
    let bolt = link(house, "desk@bolt.example", 1);
    assert_eq!(accept(house, &bolt, ACCEPT_BOLT).status, 303);
    bolt
}

/// The picture behind the first `src` after a mark in a page.
fn source(page: &str, mark: &str) -> String {
    let rest = page
        .split(mark)
        .nth(1)
        .unwrap_or_else(|| panic!("no {mark} in {page}"));
    let source = rest
        .split("src=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    source.expect("a picture").to_owned()
}

/// The number of the logo that a founder's form decides on.
fn asked(board: &str) -> String {
    let value = board
        .split("name=\"logo\" value=\"")
        .nth(1)
        .expect("a logo that waits");
    value.split('"').next().expect("a number").to_owned()
}

fn decide(house: &House<Inside>, of: &Drafted, decision: &str) -> Answer {
    let board = of.page(house, "/founders").text();
    let form = format!("decision={decision}&logo={}", asked(&board));
    let path = format!("/founders/{}/logo", ids(house)[0]);
    of.post(house, &path, &form)
}

const RED: [u8; 3] = [200, 10, 10];
const BLUE: [u8; 3] = [10, 10, 200];

/// Whether a picture's bytes as they would be public are in the database.
fn is_plain(house: &House<Inside>, query: &'static str) -> bool {
    let base = &house.installation.base;
    let images = base.bytes(house.installation.data(0), query);
    assert!(!images.is_empty(), "nothing there: {query}");
    images.iter().any(|image| image.starts_with(b"\x89PNG"))
}

fn launched(house: &House<Inside>, of: &Drafted) -> String {
    of.launch(house);
    wait_for("the letter", Duration::from_secs(30), || {
        let page = get(house, &format!("/letters/{SECRET}"));
        (page.status == 200).then(|| page.text())
    })
}

/// The private page of the signature that an invitation's link leads to, without its query.
fn managed(house: &House<Inside>, invited: &str) -> String {
    let onward = get(house, invited);
    let location = onward.header("location").expect("a way on");
    location.split('?').next().expect("a path").to_owned()
}

fn a_founders_logo_is_public_with_the_letter(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let of = Drafted::new(&house);
    let bolt = bolt(&house, &of);
    let logo = format!("{bolt}/logo");
    let sent = send(&house, &logo, &picture(RED));
    assert_eq!(sent.status, 303, "{}", sent.text());
    assert!(
        get(&house, &bolt)
            .text()
            .contains("It waits for a person to look at it.")
    );
    let own = get(&house, &logo);
    assert_eq!(
        (colour(&own), own.header("cache-control")),
        (RED, Some("no-store"))
    );
    assert!(
        !own.body.windows(6).any(|bytes| bytes == b"secret"),
        "made anew"
    );
    assert!(!is_plain(&house, "select image from founder_logos"));
    let checklist = of.page(&house, "/launch").text();
    assert!(
        checklist.contains("one logo of a founder waits"),
        "{checklist}"
    );

    let path = of.path(&format!("/founders/{}/logo", ids(&house)[0]));
    assert_eq!(colour(&of.editor.ask(&house, "GET", &path, "")), RED);
    let press = crew::member(&house, "Pre Ss", Some((of.letter.id, Role::Press)));
    assert_eq!(press.ask(&house, "GET", &path, "").status, 403);
    assert_eq!(decide(&house, &of, "approve").status, 303);
    assert!(
        get(&house, &bolt)
            .text()
            .contains("It was approved, and will be public")
    );
    assert!(
        !is_plain(&house, "select image from founder_logos"),
        "until the launch"
    );

    let page = launched(&house, &of);
    assert!(page.contains("alt=\"Bolt AG\""), "{page}");
    let public = source(&page, "class=\"logos\"");
    let shown = get(&house, &public);
    assert_eq!(
        (colour(&shown), shown.header("cache-control")),
        (RED, Some("no-cache"))
    );
    let tag = shown.header("etag").expect("a validator").to_owned();
    let again = house
        .visitor
        .ask("GET", &public, &[("if-none-match", &tag)], "");
    assert_eq!(again.expect("the server answers").status, 304);
    let left = "select count(*) from founder_logos";
    assert_eq!(house.installation.number(left), 0);
    let index = "select idx from signatures s join letters l on l.id = s.letter
                 where l.slug = 'not-known-yet' and s.kind = 'company'";
    let index = house.installation.number(index);
    let own_page = get(&house, &format!("/letters/{SECRET}/signatures/{index}")).text();
    assert!(own_page.contains(&public), "{own_page}");
    let trail = "select count(*) from trail where act = 'logo-approved'";
    assert_eq!(house.installation.number(trail), 1);
}

fn moderate(house: &House<Inside>, who: &Member, act: &str) -> u16 {
    let page = who.ask(
        house,
        "GET",
        &format!("/organize/letters/{SECRET}/statements"),
        "",
    );
    let page = page.text();
    let held = page.split(&format!("value=\"{act}-")).nth(1);
    let held = held.unwrap_or_else(|| panic!("nothing waits: {page}"));
    let id = held.split('"').next().expect("a number");
    let seen = format!("/organize/letters/{SECRET}/statements/logos/{id}");
    assert_eq!(who.ask(house, "GET", &seen, "").status, 200);
    let path = format!("/organize/letters/{SECRET}/statements");
    who.ask(house, "POST", &path, &format!("decide={act}-{id}"))
        .status
}

fn a_signatory_replaces_it_and_takes_it_away(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let of = Drafted::new(&house);
    let bolt = bolt(&house, &of);
    assert_eq!(
        send(&house, &format!("{bolt}/logo"), &picture(RED)).status,
        303
    );
    // Nobody decides on it before the launch: it waits for a moderator.
    let page = launched(&house, &of);
    assert!(!page.contains("class=\"logos\""));
    assert!(!is_plain(&house, "select image from signatory_logos"));
    let mia = crew::member(&house, "Mia", Some((of.letter.id, Role::Moderator)));
    assert_eq!(moderate(&house, &mia, "show"), 303);
    let letter = || get(&house, &format!("/letters/{SECRET}")).text();
    let with = |sign: bool| {
        wait_for("the letter's page", Duration::from_secs(20), || {
            let page = letter();
            (page.contains("class=\"logos\"") == sign).then_some(page)
        })
    };
    let red = source(&with(true), "class=\"logos\"");
    assert_eq!(colour(&get(&house, &red)), RED);

    let managed = managed(&house, &bolt);
    let own = format!("{managed}/logo");
    assert_eq!(send(&house, &own, &picture(BLUE)).status, 303);
    let page = get(&house, &managed).text();
    assert!(
        page.contains("It is public.") && page.contains("It waits for a person"),
        "{page}"
    );
    assert_eq!(colour(&get(&house, &own)), BLUE);
    assert_eq!(colour(&get(&house, &red)), RED, "what is shown stays");
    let refused = "select count(*) from signatory_logos where state = 'held'";
    assert_eq!(moderate(&house, &mia, "drop"), 303);
    assert_eq!(house.installation.number(refused), 0);
    assert_eq!(send(&house, &own, &picture(BLUE)).status, 303);
    assert_eq!(moderate(&house, &mia, "show"), 303);
    let blue = wait_for("the other logo", Duration::from_secs(20), || {
        let source = source(&letter(), "class=\"logos\"");
        (source != red).then_some(source)
    });
    assert_eq!(colour(&get(&house, &blue)), BLUE);
    assert_eq!(get(&house, &red).status, 404, "the one before is gone");

    assert_eq!(post(&house, &format!("{own}/removal"), "").status, 303);
    with(false);
    assert_eq!(get(&house, &blue).status, 404);
    is_forgotten(&house);
    // One that is shown goes with its signature.
    assert_eq!(send(&house, &own, &picture(RED)).status, 303);
    assert_eq!(moderate(&house, &mia, "show"), 303);
    with(true);
    assert_eq!(
        post(&house, &format!("{managed}/withdrawal"), "").status,
        200
    );
    with(false);
    assert_eq!(get(&house, &red).status, 404);
    is_forgotten(&house);
    assert_eq!(
        send(&house, &own, &picture(RED)).status,
        410,
        "its link leads nowhere"
    );
}

/// That nothing of the pictures is left in SQLite's file: each was a PNG, and they alone are.
fn is_forgotten(house: &House<Inside>) {
    let left = "select count(*) from signatory_logos";
    wait_for("the record", Duration::from_secs(30), || {
        (house.installation.number(left) == 0).then_some(())
    });
    // As the job does, which takes its time over it.
    block_on(house.server.app.store.rewrite()).expect("it is written anew");
    if matches!(house.installation.base, Base::Sqlite) {
        let file = house.installation.data(0).join("undersigned.db");
        wait_for("the file", Duration::from_secs(60), || {
            let emptied = block_on(house.server.app.store.truncate_log());
            let emptied = emptied.expect("the store answers");
            (emptied && !holds_png(&file)).then_some(())
        });
    }
}

fn holds_png(file: &Path) -> bool {
    let bytes = std::fs::read(file).expect("own directory");
    bytes.windows(8).any(|bytes| bytes == b"\x89PNG\r\n\x1a\n")
}

fn what_is_no_logo_is_told_beside_the_field(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let of = Drafted::new(&house);
    add(&house, &of, ANA);
    let bolt = bolt(&house, &of);
    let logo = format!("{bolt}/logo");
    let good = picture(RED);
    let mut bomb = good.clone();
    bomb[16..24].copy_from_slice(&[0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff]);
    let large = vec![0; 5 << 20];
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x()\"/>";
    for (file, told) in [
        (&svg[..], "Export it as a PNG"),
        (&bomb, "This picture is damaged"),
        (&good[..40], "This picture is damaged"),
        (b"<html>", "This is no PNG, JPEG or WebP."),
        (&large, "This file is larger than 2 MB."),
        (b"", "No picture was chosen."),
    ] {
        let refused = send(&house, &logo, file);
        assert_eq!(refused.status, 422, "{told}");
        let text = refused.text();
        assert!(
            text.contains(told) && text.contains("id=\"file-wrong\""),
            "{told} in {text}"
        );
        assert!(
            text.contains("value=\"Bolt AG\""),
            "the rest of the page stands"
        );
    }
    let arabic = send(&house, &format!("{logo}?lang=ar"), svg);
    assert!(
        arabic.text().contains("صدّره بصيغة PNG"),
        "{}",
        arabic.text()
    );
    let ana = link(&house, "ana@a.example", 1);
    assert_eq!(accept(&house, &ana, ACCEPT_ANA).status, 303);
    assert_eq!(
        send(&house, &format!("{ana}/logo"), &good).status,
        404,
        "people have none"
    );
    assert!(!get(&house, &ana).text().contains("id=\"logo\""));
    let stranger = format!("/invited/{}/logo", "A".repeat(43));
    assert_eq!(send(&house, &stranger, &good).status, 404);
    let none = "select count(*) from founder_logos";
    assert_eq!(house.installation.number(none), 0);
}

fn whose_answer_is_taken_back_has_no_logo(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let of = Drafted::new(&house);
    let bolt = bolt(&house, &of);
    let (logo, count) = (format!("{bolt}/logo"), "select count(*) from founder_logos");
    assert_eq!(send(&house, &logo, &picture(RED)).status, 303);
    // Another answer keeps it.
    assert_eq!(accept(&house, &bolt, ACCEPT_BOLT).status, 303);
    assert_eq!(house.installation.number(count), 1);
    assert_eq!(post(&house, &bolt, "decision=decline").status, 303);
    assert_eq!(house.installation.number(count), 0);
    assert_eq!(get(&house, &logo).status, 404);
    assert_eq!(
        send(&house, &logo, &picture(RED)).status,
        404,
        "they declined"
    );

    let again = format!("{ACCEPT_BOLT}&email=desk%40bolt.example");
    assert_eq!(accept(&house, &bolt, &again).status, 303);
    assert_eq!(send(&house, &logo, &picture(RED)).status, 303);
    assert_eq!(post(&house, &format!("{logo}/removal"), "").status, 303);
    assert_eq!(house.installation.number(count), 0);
    assert_eq!(send(&house, &logo, &picture(RED)).status, 303);
    let removal = format!("/founders/{}/removal", ids(&house)[0]);
    assert_eq!(of.post(&house, &removal, "").status, 303);
    assert_eq!(house.installation.number(count), 0);
}

fn nobody_decides_on_what_they_did_not_see(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let of = Drafted::new(&house);
    let bolt = bolt(&house, &of);
    let logo = format!("{bolt}/logo");
    assert_eq!(send(&house, &logo, &picture(RED)).status, 303);
    let seen = asked(&of.page(&house, "/founders").text());
    assert_eq!(send(&house, &logo, &picture(BLUE)).status, 303);
    let path = format!("/founders/{}/logo", ids(&house)[0]);
    let form = format!("decision=approve&logo={seen}");
    assert_eq!(of.post(&house, &path, &form).status, 404);
    let waiting = "select count(*) from founder_logos where state = 'waiting'";
    assert_eq!(house.installation.number(waiting), 1);
    assert_eq!(decide(&house, &of, "refuse").status, 303);
    assert!(
        get(&house, &bolt)
            .text()
            .contains("The organizers will not show it.")
    );
    let page = launched(&house, &of);
    assert!(!page.contains("class=\"logos\""));
    let left = "select count(*) from founder_logos";
    assert_eq!(
        house.installation.number(left),
        0,
        "what was refused is gone"
    );
    let held = "select count(*) from signatory_logos";
    assert_eq!(house.installation.number(held), 0);
}
