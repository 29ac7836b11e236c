//! `kill -9` at random moments under load: nothing that was acknowledged is lost or counts twice,
//! and the record never forks.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, sleep};
use std::time::Duration;

use undersigned_testbed::{Server, rounds};

use crate::harness::{
    Base, Crowd, House, Installation, Postbox, Watch, chance, on_both, prove_one_history,
};

/// People at a time.
const MEMBERS: usize = 6;

on_both!(what_was_acknowledged_outlives_fifty_kills);

fn what_was_acknowledged_outlives_fifty_kills(base: Base) {
    let mut chance = chance("kill");
    let (house, server) = House::open(base).without_server();
    let (founders, key) = (house.total(), house.key());
    let watch = Watch::begin(house.visitor.clone(), &key);
    let stop = AtomicBool::new(false);
    let mut luck = chance.fork();
    let visitors = [house.visitor.clone()];
    let (_server, crowd) = thread::scope(|scope| {
        let postbox = Postbox(&house.sink);
        let (stop, visitors) = (&stop, &visitors);
        let crowd =
            scope.spawn(move || Crowd::gather(MEMBERS, visitors, &postbox, stop, &mut luck));
        let server = storm(server, &house.installation, &mut chance);
        stop.store(true, Ordering::SeqCst);
        (
            server,
            crowd.join().expect("nobody was told a contradiction"),
        )
    });
    house.settle();
    let standing = u64::try_from(crowd.standing()).expect("few");
    assert!(standing > 0, "nobody got through");
    house.wait_for_total(founders + standing);
    crowd.hold_against(&house.visitor, &house.judge(), founders);
    let seen = watch.end();
    prove_one_history(&house.visitor, &key, &seen);
    println!("{} kills, {} checkpoints seen", rounds(50), seen.len());
}

/// Kills and restarts a server; some of its lives are hardly long enough to open the database.
fn storm(mut server: Server, installation: &Installation, chance: &mut fastrand::Rng) -> Server {
    for _ in 0..rounds(50) {
        sleep(Duration::from_millis(chance.u64(5..2500)));
        server.kill();
        server = installation.serve(0);
    }
    // Some quiet, so that even the unluckiest come to an end.
    sleep(Duration::from_secs(3));
    server
}
