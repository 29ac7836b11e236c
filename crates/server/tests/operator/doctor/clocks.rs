//! The clock, held against a time server's.

use std::net::UdpSocket;

use super::world::{World, time_server};
use crate::place::Place;

#[tokio::test(flavor = "multi_thread")]
async fn clocks_that_disagree() {
    let mut world = World::new(Place::sqlite()).await;
    let (_, said) = world.of("clock");
    assert!(
        said.contains("the clock agrees with the time server"),
        "{said}"
    );
    let mut against = |port: u16, words: &str| {
        world.set_line(
            "time_server",
            &format!("time_server = \"127.0.0.1:{port}\""),
        );
        let (_, said) = world.of("clock");
        assert!(said.contains(words), "{said}");
    };
    against(
        time_server(10),
        "the clock is 10.0 s behind the time server",
    );
    against(
        time_server(100),
        "the clock is 100.0 s behind the time server",
    );
    let silent = UdpSocket::bind("127.0.0.1:0").unwrap();
    against(silent.local_addr().unwrap().port(), "timed out");
}

#[tokio::test(flavor = "multi_thread")]
async fn postgresql_has_a_clock_too() {
    let world = World::new(Place::postgres()).await;
    let (_, said) = world.of("clock");
    assert!(said.contains("the clock agrees with PostgreSQL"), "{said}");
}
