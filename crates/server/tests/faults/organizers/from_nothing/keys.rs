//! Two keys, each made by its keeper in her own browser, kept as a file and tested by it.

use std::path::{Path, PathBuf};

use super::super::ceremonies::Desk;
use super::super::keys::make;
use super::{SLUG, Scene, letter};

/// The files of both keys.
pub(super) async fn two(ada: &Desk, bea: &Desk, scene: &Scene) -> [PathBuf; 2] {
    let mut files = Vec::new();
    for (desk, name) in [(ada, "Ada"), (bea, "Bea")] {
        letter::home(desk).await;
        desk.follow("Keys to the contacts").await;
        desk.wait_for("#make-key:not([hidden])").await;
        let file = make(desk, SLUG, name).await;
        files.push(scene.file(&format!("{name}.txt"), file));
    }
    let [one, other] = [&files[0], &files[1]].map(PathBuf::clone);
    test(ada, &one, "Ada").await;
    test(bea, &other, "Bea").await;
    [one, other]
}

async fn test(desk: &Desk, key: &Path, name: &str) {
    letter::home(desk).await;
    desk.follow("Keys to the contacts").await;
    let file = key.to_str().expect("a plain path");
    desk.wait_for("#open:not([hidden])").await;
    desk.fill("#identity", file).await;
    let said = desk.wait_for("[data-when=opened]:not([hidden])").await;
    assert!(said.contains(name), "{said}");
    desk.shot_of("keys-test", "#test h2", "#bring-back").await;
    desk.press("#send-code").await;
    desk.wait_for(&format!("li[data-name={name}] .meta")).await;
    desk.says("Tested on").await;
}
