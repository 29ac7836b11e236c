//! Faults and privacy, a story a file: what must hold when mail scanners, power cuts, full disks
//! and other nodes get in the way. The judge is `undersigned-verify`. And who gets in where readers
//! don't.

#![expect(
    clippy::print_stdout,
    reason = "a story says how it went; the runner shows it where it failed"
)]

#[path = "../harness/mod.rs"]
mod harness;

mod amends;
mod bounces;
mod front;
mod kill;
mod nodes;
mod organizers;
mod outages;
mod overtaken;
mod privacy;
mod proving;
mod scanners;
