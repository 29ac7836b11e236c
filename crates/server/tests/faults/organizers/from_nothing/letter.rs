//! A letter is begun, its people come in, and it is set up.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};
use undersigned_testbed::Look;

use super::super::ceremonies::Desk;
use super::words::TITLE;
use super::{SLUG, Scene};

/// Whose names somebody would forge.
pub(super) const WATCHED: &str = "Ingrid Solvang\nMatteo Bellandi";

/// Opens the operator's link, makes a passkey and prints a recovery code.
pub(super) async fn come_in(ada: &Desk, link: &str) {
    ada.open_link(link).await;
    ada.fill("#passkey", "My phone").await;
    ada.shot("invited").await;
    ada.press("#register button").await;
    ada.says("No letter is yours yet").await;
}

pub(super) async fn print_a_code(ada: &Desk) {
    ada.follow("Ada Quill").await;
    ada.shot("account").await;
    ada.button("Make a recovery code").await;
    let code = ada.wait_for("#recovery-code").await;
    assert_eq!(code.len(), 31, "{code}");
    ada.follow("Your letters").await;
}

pub(super) async fn begin(ada: &Desk) {
    ada.follow("A new letter").await;
    ada.fill("#title", TITLE).await;
    ada.replace("#lang", "en").await;
    ada.fill("#slug", SLUG).await;
    ada.shot("new-letter").await;
    ada.button("Begin the letter").await;
    ada.wait_for("#markdown").await;
    home(ada).await;
}

/// To the letter's own page.
pub(super) async fn home(desk: &Desk) {
    desk.follow("Your letters").await;
    desk.wait_for(".cards").await;
    desk.follow(TITLE).await;
    desk.wait_for(".tasks").await;
}

/// The second owner is invited by mail, and comes in with a browser of her own.
pub(super) async fn a_second_owner(ada: &Desk, scene: &Scene) -> Desk {
    ada.fill("#invite #name", "Bea Moss").await;
    ada.fill("#invite #email", "bea@rivers.example").await;
    ada.choose("#invite #role", "owner").await;
    ada.shot_of("invite", "section:last-of-type h2", "#invite")
        .await;
    ada.button("Invite").await;
    let link = scene.mailed("bea@rivers.example", "/invitations/", 1);
    let bea = scene.browser(&Look::desktop()).await;
    bea.open_link(&link).await;
    bea.fill("#passkey", "Blue key").await;
    bea.press("#register button").await;
    bea.wait_for(".cards").await;
    let text = bea.text().await;
    assert!(text.contains("Owner") && text.contains(TITLE), "{text}");
    bea
}

/// A moderator is handed a link, and comes in with his phone.
pub(super) async fn a_moderator(ada: &Desk, scene: &Scene) -> Desk {
    home(ada).await;
    ada.fill("#invite #name", "Mo Reed").await;
    ada.choose("#invite #role", "moderator").await;
    ada.button("Invite").await;
    let link = ada.wait_for("#link").await;
    let mo = scene.browser(&Look::phone()).await;
    mo.open_link(&link).await;
    mo.fill("#passkey", "My phone").await;
    mo.press("#register button").await;
    mo.wait_for(".cards").await;
    mo
}

pub(super) async fn set_up(ada: &Desk, more: &[&str], closing: &str, retention: &str) {
    home(ada).await;
    ada.follow("Settings").await;
    for tag in more {
        ada.fill("#add", tag).await;
        ada.button("Save").await;
        ada.wait_for(&format!("input[name=offered-{tag}]")).await;
    }
    ada.day("#closing", closing).await;
    ada.day("#retention", retention).await;
    ada.fill("#name-1", "The River Letter Coalition").await;
    ada.fill("#website-1", "https://rivers.example").await;
    ada.fill("#contact-1", "hello@rivers.example").await;
    ada.fill("#watched", &format!("\n{WATCHED}")).await;
    ada.shot("settings").await;
    ada.shot_of("watched", "label[for=watched]", "#watched")
        .await;
    ada.button("Save").await;
    ada.says("Saved.").await;
}

pub(super) async fn bring_a_logo(ada: &Desk, scene: &Scene) {
    ada.follow("Logo").await;
    let file = scene.file("logo.png", waves());
    ada.fill("#file", file.to_str().expect("a plain path"))
        .await;
    ada.button("Use this picture").await;
    ada.wait_for(".logo img").await;
}

/// Three waves in a picture of 480 by 160.
fn waves() -> Vec<u8> {
    let picture = RgbaImage::from_fn(480, 160, |x, y| {
        let wave = (f64::from(x) / 480.0 * 3.0 * std::f64::consts::TAU).sin() * 14.0;
        let near = |middle: f64| (f64::from(y) - middle - wave).abs() < 8.0;
        match [40.0, 80.0, 120.0].into_iter().any(near) {
            true => Rgba([31, 92, 122, 255]),
            false => Rgba([255, 255, 255, 0]),
        }
    });
    let mut png = Cursor::new(Vec::new());
    let written = DynamicImage::from(picture).write_to(&mut png, ImageFormat::Png);
    written.expect("it is written");
    png.into_inner()
}
