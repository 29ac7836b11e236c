//! A journalist reads the letter in confidence; it is launched, and everything public agrees.

use std::time::Duration;

use serde_json::Value;
use undersigned_testbed::Look;

use super::super::ceremonies::Desk;
use super::words::{ENGLISH, TITLE};
use super::{SLUG, Scene, letter};
use crate::harness::{Judge, wait_for};

pub(super) async fn show_a_journalist(ada: &Desk, scene: &Scene) {
    letter::home(ada).await;
    ada.follow("Previews for the press").await;
    ada.fill("#make #name", "Rosa Lind, The Daily Ledger").await;
    ada.button("Make the link").await;
    let link = ada.wait_for("#link").await;
    ada.shot("previews").await;
    let rosa = scene.browser(&Look::desktop()).await;
    rosa.open_link(&link).await;
    let text = rosa.says("Under embargo until").await;
    assert!(text.contains("20 have signed so far"), "{text}");
    rosa.shot("preview-journalist").await;
    letter::home(ada).await;
    ada.follow("Previews for the press").await;
    ada.says("last used").await;
}

/// The checklist has nothing that is needed; a minute is set.
pub(super) async fn schedule(ada: &Desk, day: &str) {
    checklist(ada).await;
    assert!(!ada.has(".lacks").await, "{}", ada.text().await);
    ada.shot("checklist").await;
    ada.day("#date", day).await;
    ada.morning("#time", "09:00").await;
    ada.choose("#zone", "Europe/Berlin").await;
    ada.button("Set the launch").await;
    let set = ada.wait_for("#scheduled").await;
    assert!(set.contains("09:00 in Europe/Berlin"), "{set}");
    ada.shot("scheduled").await;
}

pub(super) async fn checklist(desk: &Desk) {
    letter::home(desk).await;
    desk.follow("Launch").await;
    desk.wait_for(".checks").await;
}

/// It is launched at once instead; that asks for the passkey again.
pub(super) async fn launch_now(ada: &Desk) {
    checklist(ada).await;
    ada.press("#sure").await;
    ada.button("Launch now").await;
    ada.says("Is it still you?").await;
    ada.shot("fresh").await;
    ada.press("#fresh button").await;
    ada.says("The letter has launched.").await;
}

/// Page, API, record and verifier say the same.
pub(super) async fn is_public(reader: &Desk, scene: &Scene, total: u64) {
    // The publisher looks once a second; the first answer that shows the letter has to be right.
    let api = wait_for("the letter", Duration::from_secs(30), || {
        let answer = scene.visitor().get(&format!("/api/letters/{SLUG}"))?;
        (answer.status == 200).then(|| answer.json())
    });
    assert_eq!(api["figures"]["total"], total, "{api}");
    reader.goto(&format!("/letters/{SLUG}")).await;
    let text = reader.says(TITLE).await;
    let shown = reader.read(".figures .total").await;
    assert!(shown.starts_with(&total.to_string()), "{shown}");
    assert!(text.contains(ENGLISH.briefs[2]), "{text}");
    let report = verify(scene);
    assert_eq!(report["figures"]["total"], total, "{report}");
    for figure in ["organizations", "companies", "individuals", "countries"] {
        assert_eq!(
            report["figures"][figure], api["figures"][figure],
            "{figure}"
        );
    }
}

fn verify(scene: &Scene) -> Value {
    let key = scene.visitor().get(&format!("/letters/{SLUG}/record/key"));
    let key = key.expect("the server answers").text();
    Judge::of(scene.visitor().base(), SLUG, &key).record()
}
