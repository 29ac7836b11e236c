//! A whole letter as its campaigners live it, in real browsers: from an empty data directory, where the
//! operator types two commands, to a launched letter with twenty founding signatories in three
//! languages, held forgeries and opened contacts. With `PICTURES` it takes the pictures of
//! docs/ORGANIZING.md on the way.

use time::{Date, OffsetDateTime};
use undersigned_testbed::Look;

use super::ceremonies::{Desk, drive};
use crate::harness::{Base, on_both};
use scene::Scene;

mod afterwards;
mod founders;
mod hands;
mod keys;
mod launch;
mod letter;
mod plain;
mod scene;
mod words;
mod writing;

on_both!(
    a_letter_is_launched_from_nothing,
    a_letter_is_launched_without_scripts,
);

/// The letter's word in addresses.
const SLUG: &str = "living-rivers";

const MINUTE: i64 = 60;
const DAY: i64 = 24 * 3600;

/// The day so many days from now.
fn in_days(scene: &Scene, days: i64) -> String {
    let at = scene.server.app.clock.now() + days * DAY;
    let at = OffsetDateTime::from_unix_timestamp(at).expect("a time");
    at.date().to_string()
}

/// The last day of the year that begins after the next.
fn closing(scene: &Scene) -> String {
    let today = in_days(scene, 0);
    let year: i32 = today[..4].parse().expect("a year");
    let last = Date::from_ordinal_date(year + 1, 365).expect("a day");
    last.to_string()
}

fn a_letter_is_launched_from_nothing(base: Base) {
    let scene = Scene::empty(base);
    drive(async {
        let ada = scene.browser(&Look::desktop()).await;
        let (mo, keys) = prepare(&ada, &scene).await;
        gather(&ada, &scene).await;
        launch::schedule(&ada, &in_days(&scene, 7)).await;
        launch::show_a_journalist(&ada, &scene).await;
        scene.nothing_is_public();
        scene.server.pass(10 * MINUTE);
        launch::launch_now(&ada).await;
        let reader = scene.browser(&Look::desktop()).await;
        launch::is_public(&reader, &scene, 20).await;
        reader.shot("letter").await;

        afterwards::forge(&reader, &scene).await;
        mo.sign_in().await;
        afterwards::moderate(&mo, &scene).await;
        afterwards::sign_plainly(&scene).await;
        launch::is_public(&reader, &scene, 22).await;
        scene.server.pass(10 * MINUTE);
        afterwards::open_contacts(&ada, &scene, &keys[1]).await;
    });
}

/// All until the text is released.
async fn prepare(ada: &Desk, scene: &Scene) -> (Desk, [std::path::PathBuf; 2]) {
    letter::come_in(ada, &scene.link).await;
    letter::print_a_code(ada).await;
    letter::begin(ada).await;
    ada.shot("tasks").await;
    let bea = letter::a_second_owner(ada, scene).await;
    let mo = letter::a_moderator(ada, scene).await;
    let closing = closing(scene);
    letter::set_up(ada, &["es", "ar"], &closing, &closing).await;
    letter::bring_a_logo(ada, scene).await;
    let keys = keys::two(ada, &bea, scene).await;
    writing::write(ada, true).await;
    writing::translate_beside(ada).await;
    writing::translate_by_link(ada, scene).await;
    writing::look(ada).await;
    writing::release(ada).await;
    scene.nothing_is_public();
    (mo, keys)
}

/// The founders, until twenty of them have accepted.
async fn gather(ada: &Desk, scene: &Scene) {
    founders::list_some(ada).await;
    founders::paste_the_rest(ada).await;
    founders::invite(ada, scene).await;
    founders::answer(scene).await;
    founders::agree_to_the_name(ada).await;
    founders::look(ada, 19).await;
    founders::approve_the_statement(ada).await;
    scene.server.pass(3 * DAY + MINUTE);
    ada.sign_in().await;
    founders::remind(ada, scene).await;
    founders::look(ada, 20).await;
    scene.nothing_is_public();
}

/// The same in short in a browser that runs no scripts, but for the passkey.
fn a_letter_is_launched_without_scripts(base: Base) {
    let scene = Scene::empty(base);
    drive(async {
        let ada = scene.browser(&Look::desktop()).await;
        letter::come_in(&ada, &scene.link).await;
        let ada = plain::browser(&ada, &scene).await;
        letter::begin(&ada).await;
        let closing = closing(&scene);
        letter::set_up(&ada, &[], &closing, &closing).await;
        letter::bring_a_logo(&ada, &scene).await;
        plain::key(&ada, &scene).await;
        writing::write(&ada, false).await;
        writing::look(&ada).await;
        writing::release(&ada).await;
        founders::list_some(&ada).await;
        founders::paste_the_rest(&ada).await;
        founders::invite(&ada, &scene).await;
        plain::one_accepts(&ada, &scene).await;
        launch::schedule(&ada, &in_days(&scene, 7)).await;
        scene.nothing_is_public();
        plain::launch(&ada).await;
        launch::is_public(&ada, &scene, 1).await;
        plain::look_around(&ada).await;
    });
}
