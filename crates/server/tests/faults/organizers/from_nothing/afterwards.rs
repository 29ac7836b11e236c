//! The public signs: two forgeries and a namesake are held, and decided on; somebody else is not.
//! Then the owner takes the contacts along, and opens them on a page without a network.

use std::path::Path;
use std::time::Duration;

use undersigned_testbed::Look;

use super::super::ceremonies::Desk;
use super::{SLUG, Scene, letter};
use crate::harness::wait_for;

/// Latin and Cyrillic letters that look alike, mixed.
const LOOKALIKE: &str = "Ingr\u{456}d S\u{43e}lvang";
/// The other watched name, in Cyrillic.
const TRANSLITERATED: &str = "Маттео Белланди";
/// The first watched name, as it is: somebody else's own.
const NAMESAKE: &str = "Ingrid Solvang";

/// Signs by the form and confirms behind the mailed link.
async fn sign(reader: &Desk, scene: &Scene, name: &str, mail: &str, country: &str) {
    reader.goto(&format!("/letters/{SLUG}")).await;
    reader.fill("#sign [name=name]", name).await;
    reader.fill("#sign [name=email]", mail).await;
    reader.choose("#sign select[name=country]", country).await;
    reader.press("#sign button[type=submit]").await;
    let link = scene.mailed(mail, "/confirm/", 1);
    reader.open_link(&link).await;
    reader.press("button[value=confirm]").await;
    reader.says("confirmed").await;
}

pub(super) async fn forge(reader: &Desk, scene: &Scene) {
    sign(reader, scene, LOOKALIKE, "one@forger.example", "NO").await;
    sign(reader, scene, TRANSLITERATED, "two@forger.example", "IT").await;
    sign(reader, scene, NAMESAKE, "ingrid@solvang.example", "AR").await;
    let held = "select count(*) from submissions where state = 'held'";
    assert_eq!(scene.number(held), 3);
    assert_eq!(total(scene), 20, "nobody who is held counts");
    let page = scene.visitor().get(&format!("/letters/{SLUG}/signatures"));
    let page = page.expect("the server answers").text();
    for name in [LOOKALIKE, TRANSLITERATED, NAMESAKE] {
        assert!(!page.contains(name), "{name} is public");
    }
}

fn total(scene: &Scene) -> u64 {
    let answer = scene.visitor().get(&format!("/api/letters/{SLUG}"));
    let api = answer.expect("the server answers").json();
    api["figures"]["total"].as_u64().expect("a figure")
}

fn wait_for_total(scene: &Scene, wanted: u64) {
    wait_for("the record", Duration::from_secs(30), || {
        (total(scene) == wanted).then_some(())
    });
}

/// A moderator, on his phone, turns the forgeries down and lets the namesake through.
pub(super) async fn moderate(mo: &Desk, scene: &Scene) {
    mo.follow(super::words::TITLE).await;
    mo.shot("letter-phone").await;
    mo.follow("Signatures that wait").await;
    mo.wait_for("#queue").await;
    mo.shot("held-phone").await;
    for name in [LOOKALIKE, TRANSLITERATED] {
        mo.choose_of(name, "forged").await;
        mo.button_of(name, "Reject").await;
        mo.wait_for("#said:not([hidden])").await;
        gone(mo, name).await;
    }
    mo.button_of(NAMESAKE, "Approve").await;
    mo.says("Nothing waits.").await;
    wait_for_total(scene, 21);
}

async fn gone(desk: &Desk, name: &str) {
    for _ in 0..200 {
        if !desk.text().await.contains(name) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{name} stays");
}

pub(super) async fn sign_plainly(scene: &Scene) {
    let reader = scene.browser(&Look::phone().dark()).await;
    sign(&reader, scene, "Lucía Ferrer", "lucia@ferrer.example", "ES").await;
    wait_for_total(scene, 22);
    reader.goto(&format!("/letters/{SLUG}")).await;
    reader.says("Lucía Ferrer").await;
    reader.shot("letter-dark-phone").await;
}

/// The contacts leave locked, and open with either key where there is no network.
pub(super) async fn open_contacts(ada: &Desk, scene: &Scene, key: &Path) {
    letter::home(ada).await;
    ada.follow("Contacts").await;
    ada.button("Show my passkey first").await;
    ada.says("Is it still you?").await;
    ada.press("#fresh button").await;
    ada.wait_for("#export").await;
    ada.shot("contacts").await;
    ada.press("#export button").await;
    let export = ada.chrome.downloaded(SLUG, "contacts.jsonl").await;
    let export = scene.file("contacts.jsonl", export);
    ada.press("#desk").await;
    let page = ada.chrome.downloaded("undersigned-desk", ".html").await;
    let page = scene.file("undersigned-desk.html", page);
    ada.open_link(&format!("file://{}", page.display())).await;
    for (css, file) in [("#file", export.as_path()), ("#keys", key)] {
        ada.fill(css, file.to_str().expect("a plain path")).await;
    }
    ada.press("button#open").await;
    let tally = ada.wait_for("#tally").await;
    assert!(tally.contains("22 of 22"), "{tally}");
    ada.says("lucia@ferrer.example").await;
    ada.shot("desk").await;
}
