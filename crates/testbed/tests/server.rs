//! A server's life, with a stand-in that says where it listens.

use std::{os::unix::process::ExitStatusExt as _, process::Command, thread::sleep, time::Duration};

use undersigned_testbed::Server;

fn stand_in(says: &str) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", &format!("{says}; exec sleep 60")]);
    command
}

#[test]
fn a_server_is_found_frozen_and_ended() {
    let mut server = Server::start(stand_in(
        "echo starting; echo listening on http://127.0.0.1:8/",
    ));
    assert_eq!(server.address(), "127.0.0.1:8");
    assert_eq!(server.url("/healthz"), "http://127.0.0.1:8/healthz");
    let stat = format!("/proc/{}/stat", server.process().id());
    let state = || {
        std::fs::read_to_string(&stat)
            .unwrap()
            .rsplit_once(") ")
            .unwrap()
            .1[..1]
            .to_owned()
    };
    server.pause();
    // The signal is on its way; the system delivers it when it likes.
    let frozen = (0..500).any(|_| {
        sleep(Duration::from_millis(10));
        state() == "T"
    });
    assert!(frozen);
    server.resume();
    assert_eq!(server.stop().signal(), Some(15));
}

#[test]
#[should_panic(expected = "no such database")]
fn one_that_ends_first_shows_its_last_words() {
    let _ = Server::start({
        let mut command = Command::new("sh");
        command.args(["-c", "echo no such database >&2; exit 1"]);
        command
    });
}
