//! Records that stand still, and mails that do.

use undersigned::clock::Clock;

use super::world::World;
use crate::place::{Place, SLUG};

on_both!(a_restored_letter_is_told, what_nobody_records_is_told);

async fn a_restored_letter_is_told(place: Place) {
    let mut world = World::new(place).await;
    world.assert("record", "good", "the one letter that launched");
    world.server = None;
    let file = world.place.file("backups/first");
    let file = file.to_str().unwrap();
    world
        .place
        .run(&["restore", file, "--replace"])
        .await
        .unwrap();
    let advice = format!("undersigned record recover {SLUG} --from BUNDLE.zip");
    world.assert("record", "wrong", &advice);
    world
        .place
        .run(&["record", "recover", SLUG, "--accept"])
        .await
        .unwrap();
    world.assert("record", "good", "the one letter that launched");
}

async fn what_nobody_records_is_told(place: Place) {
    let mut world = World::new(place).await;
    world.server = None;
    // Ten minutes ago.
    world
        .place
        .pass(Clock::System.now() - 600 - world.place.clock().now());
    let app = world.place.open().await;
    world.place.sign(&app, "Ada Byron").await;
    world.assert("record", "good", "nothing waits");
    world
        .place
        .execute("update heads set moved_at = moved_at - 600")
        .await;
    world.assert("record", "wrong", "has waited for the record for 10 min");
    world
        .place
        .execute(
            "insert into mail_jobs (id, letter, mailbox, key_name, payload, attempts, due_at, leased_until)
             select 1, letter, code_hash, 'outbox-1', code_hash, 3, 0, 0 from recipients",
        )
        .await;
    world.assert(
        "mail-server",
        "warning",
        "mails wait for more than an hour: 1",
    );
}
