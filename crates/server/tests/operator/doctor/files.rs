//! Room, rights and keys.

use std::fs;
use std::path::Path;
use std::process::Command;

use undersigned_testbed::Disk;

use super::world::World;
use crate::place::Place;

pub(super) fn chmod(mode: &str, path: &Path) {
    let mut command = Command::new("chmod");
    assert!(command.arg(mode).arg(path).status().unwrap().success());
}

#[tokio::test(flavor = "multi_thread")]
async fn rights() {
    let world = World::new(Place::sqlite()).await;
    let data = world.place.file("data");
    chmod("750", &data);
    world.assert("disk", "wrong", "(mode 0750)");
    chmod("700", &data);
    let (_, said) = world.of("disk");
    assert!(!said.contains("may look into"), "{said}");
    let keys = data.join("keys");
    world.assert("keys", "good", "has the letter's keys");
    chmod("711", &keys);
    world.assert("keys", "wrong", "(mode 0711)");
    chmod("700", &keys);
    let log = keys.join("letters/the-letter/log");
    chmod("640", &log);
    world.assert("keys", "wrong", "the-letter/log (mode 0640)");
    chmod("600", &log);
    let mut chown = Command::new("chown");
    // Only root can give files away.
    if chown
        .arg("65534")
        .arg(data.join("undersigned.db"))
        .status()
        .unwrap()
        .success()
    {
        world.assert("disk", "wrong", "belongs to another user");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn keys() {
    let mut world = World::new(Place::sqlite()).await;
    let keys = world.place.file("data/keys");
    let letter = keys.join("letters/the-letter");
    // The server deletes what is past its time; it must not get in the way.
    world.server = None;
    let old = keys.join("waiting/outbox-1");
    fs::write(&old, [7; 32]).unwrap();
    chmod("600", &old);
    world.assert("keys", "wrong", "waiting/outbox-1 (1 in all)");
    fs::remove_file(&old).unwrap();
    // Half a key that a crash left behind.
    let half = keys.join("waiting/outbox-999999.0123456789abcdef");
    fs::write(&half, [7; 32]).unwrap();
    chmod("600", &half);
    world.assert("keys", "good", "has the letter's keys");
    super::backups::age(&half, 1);
    world.assert("keys", "wrong", "outbox-999999.0123456789abcdef");
    fs::remove_file(&half).unwrap();
    let founders = letter.join("founders");
    fs::write(&founders, [7; 32]).unwrap();
    chmod("600", &founders);
    world.assert("keys", "wrong", "its founders' key is still there");
    fs::remove_file(&founders).unwrap();
    let log = fs::read(letter.join("log")).unwrap();
    fs::write(letter.join("log"), "nonsense").unwrap();
    world.assert("keys", "wrong", "is damaged");
    fs::write(letter.join("log"), &log).unwrap();
    fs::remove_file(letter.join("tag")).unwrap();
    world.assert("keys", "wrong", "letters/the-letter/tag");
    // None of it is a secret's.
    let (_, report) = world.look();
    let secret = String::from_utf8(log).unwrap();
    assert!(!report.to_string().contains(secret.trim()), "{report}");
    let backups = world.line("backups");
    world.set(&backups, &format!("backups = \"{}\"", keys.display()));
    world.assert("keys", "wrong", "keys and backups are in one folder");
    fs::rename(&keys, world.place.file("keys-elsewhere")).unwrap();
    world.assert("keys", "wrong", "is missing");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_says_who_is_missing() {
    let place = Place::sqlite();
    place.init().await;
    place.import_letter().await.unwrap();
    let output = place.command().args(["doctor", "--json"]).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(
        said.contains("1 of 1 recipients have not opened their test contact"),
        "{said}"
    );
    assert!(said.contains("no letter has launched yet"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk() {
    let disk = match Disk::mount(64) {
        Ok(disk) => disk,
        Err(why) => return println!("SKIPPED: no disk of our own can be mounted ({why})"),
    };
    let place = Place::sqlite_in(disk.path());
    place.init().await;
    let look = || {
        let output = place.command().args(["doctor", "--json"]).output().unwrap();
        serde_json::from_slice(&output.stdout).unwrap()
    };
    let (verdict, said) = super::world::said_of(&look(), "disk");
    assert!(
        verdict == "warning" && said.contains("of 0.1 GiB are free"),
        "{said}"
    );
    disk.fill(2 << 20);
    let (verdict, said) = super::world::said_of(&look(), "disk");
    assert!(
        verdict == "wrong" && said.contains("nobody can sign"),
        "{said}"
    );
}
