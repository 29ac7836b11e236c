//! A browser that runs no scripts: what an organizer does there in another way.

use std::process::Command;

use serde_json::json;
use undersigned_testbed::Look;

use super::super::ceremonies::Desk;
use super::super::keys::code;
use super::{SLUG, Scene, founders, launch, letter};

/// A browser without scripts, signed in with the session that a passkey opened elsewhere.
pub(super) async fn browser(of: &Desk, scene: &Scene) -> Desk {
    let cookie = of.chrome.get_named_cookie("organizer").await;
    let token = cookie.expect("a session").value().to_owned();
    let look = Look::desktop().without_javascript();
    let mut plain = scene.browser(&look).await;
    plain.album = "plain";
    plain.goto("/organize/sign-in").await;
    plain.shot("sign-in").await;
    let cookie = json!({
        "name": "organizer", "value": token, "url": plain.base,
        "httpOnly": true, "sameSite": "Strict"
    });
    plain.chrome.devtools("Network.setCookie", cookie).await;
    plain.goto("/organize").await;
    plain
}

/// A key made elsewhere: its public half is typed, and its test contact opened by the desk.
pub(super) async fn key(ada: &Desk, scene: &Scene) {
    letter::home(ada).await;
    ada.follow("Keys to the contacts").await;
    ada.shot("keys").await;
    let made = Command::new("age-keygen").output().expect("age runs");
    let text = String::from_utf8_lossy(&made.stdout).into_owned();
    let public = text
        .lines()
        .find_map(|line| line.split("public key: ").nth(1));
    ada.fill("#add #name", "Ada").await;
    ada.fill("#recipient", public.expect("a public half")).await;
    ada.press("#add button").await;
    ada.wait_for("#bring-back").await;
    ada.shot("keys-test").await;
    ada.press("#test a[href*=test-contacts]").await;
    let tests = ada.chrome.downloaded(SLUG, "test-contacts.jsonl").await;
    let (tests, key) = (scene.file("tests.jsonl", tests), scene.file("key", &text));
    ada.fill("#code", &code(&key, &tests)).await;
    ada.press("#send-code").await;
    ada.says("Tested on").await;
}

pub(super) async fn one_accepts(ada: &Desk, scene: &Scene) {
    let guest = scene.browser(&Look::phone().without_javascript()).await;
    founders::accept(&guest, scene, &founders::READY[0], 1).await;
    letter::home(ada).await;
}

pub(super) async fn launch(ada: &Desk) {
    launch::checklist(ada).await;
    ada.press("#sure").await;
    ada.button("Launch now").await;
    ada.says("The letter has launched.").await;
}

/// What an owner looks at afterwards.
pub(super) async fn look_around(ada: &Desk) {
    ada.goto("/organize").await;
    for (words, name) in [
        ("Figures", "figures"),
        ("Signatures that wait", "held"),
        ("Statements and logos that wait", "statements"),
        ("Rules", "rules"),
        ("Remove a signature", "removal"),
        ("Contacts", "contacts"),
        ("What was done", "trail"),
    ] {
        letter::home(ada).await;
        ada.follow(words).await;
        ada.wait_for("h1").await;
        ada.shot(name).await;
    }
}
