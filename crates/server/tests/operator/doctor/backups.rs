//! Backups: recent, readable, and not kept for too long.

use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::world::World;
use crate::place::Place;

/// Makes a file so many days old.
pub(super) fn age(file: &Path, days: u64) {
    let at = SystemTime::now() - Duration::from_secs(days * 86_400 + 60);
    File::options()
        .write(true)
        .open(file)
        .unwrap()
        .set_modified(at)
        .unwrap();
}

on_both!(backups_are_looked_into);

async fn backups_are_looked_into(place: Place) {
    let mut world = World::new(place).await;
    let folder = world.place.file("backups");
    world.assert("backups", "good", "it opens");
    let first = folder.join("first");
    age(&first, 3);
    world.assert("backups", "warning", "the newest is 3 days old");
    age(&first, 8);
    world.assert("backups", "wrong", "the newest is 8 days old");
    age(&first, 31);
    world.assert("backups", "wrong", "31 days old (1 of more than 30 in all)");
    let second = world.back_up("second");
    world.assert("backups", "wrong", "31 days old (1 of more than 30 in all)");
    fs::remove_file(&first).unwrap();
    world.assert("backups", "good", "it opens");
    // Cut short, and with a beginning that promises more.
    let whole = fs::read(&second).unwrap();
    fs::write(&second, &whole[..100]).unwrap();
    world.assert("backups", "wrong", "second");
    fs::write(&second, "what is this?").unwrap();
    world.assert("backups", "warning", "can't be looked into");
    fs::write(&second, &whole).unwrap();
    super::files::chmod("755", &folder);
    world.assert("backups", "wrong", "(mode 0755)");
    super::files::chmod("700", &folder);
    fs::write(folder.join(".half"), "on its way").unwrap();
    fs::remove_file(&second).unwrap();
    world.assert("backups", "wrong", "there is no backup");
    world.set_line("backups", "backups = \"/no/such/folder\"");
    world.assert("backups", "not-checked", "No such file");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_of_another_kind_of_database_is_none() {
    let world = World::new(Place::sqlite()).await;
    let other = World::new(Place::postgres()).await;
    let theirs = other.back_up("theirs");
    fs::copy(theirs, world.place.file("backups/theirs")).unwrap();
    world.assert("backups", "wrong", "of another kind of database");
}
