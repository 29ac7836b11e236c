//! Mails that were taken and come back: a real Postfix loses them, and hands over what it says of that.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::process::{Command, Stdio};

use undersigned_testbed::{Server, SmtpSink};

use crate::harness::{Base, House, Installation, Person, Visitor, on_both};

on_both!(a_mail_that_comes_back_is_noted_once);

fn open(base: Base) -> House<Server> {
    let sink = SmtpSink::start();
    let installation = Installation::new(base, sink.port(), 1);
    let file = installation.data(0).join("undersigned.toml");
    let mut file = OpenOptions::new()
        .append(true)
        .open(file)
        .expect("it is there");
    // The last table is that of the mail.
    file.write_all(b"bounces = \"bounces@undersigned.example\"\n")
        .expect("own directory");
    let server = installation.serve(0);
    let house = House {
        visitor: Visitor::of(&server.url("")),
        server,
        installation,
        sink,
    };
    house.wait_until_open();
    house
}

/// Hands a mail over as the mail server does; gives the exit code.
pub(crate) fn hand_over<S>(house: &House<S>, token: Option<&str>, mail: &[u8]) -> Option<i32> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_undersigned"));
    command
        .arg("--data")
        .arg(house.installation.data(0))
        .arg("bounce");
    command.args(token).stdin(Stdio::piped());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("undersigned runs");
    let mut input = child.stdin.take().expect("piped");
    input.write_all(mail).expect("all of it is read");
    drop(input);
    let output = child.wait_with_output().expect("it ends");
    assert!(output.stdout.is_empty() && output.stderr.is_empty());
    output.status.code()
}

fn a_mail_that_comes_back_is_noted_once(base: Base) {
    let house = open(base);
    // Two mails, each with a return path of its own; one mailbox is gone by the time it is delivered.
    let here = Person::individual(1);
    let gone = Person {
        email: "gone.person@mail.example".to_owned(),
        ..Person::individual(2)
    };
    let answer = house.visitor.sign(&gone).expect("the server answers");
    assert_eq!(answer.status, 303);
    house.sign(&here);
    let arrived = &house.sink.messages_to(&here.address())[0];
    let path = arrived.field("Return-Path").expect("Postfix writes one");
    assert!(path.starts_with("<bounces+"), "{path}");
    assert_eq!(path.len(), "<bounces+@undersigned.example>".len() + 32);
    assert_eq!(
        arrived.field("From").as_deref(),
        Some("letters@undersigned.example")
    );

    let (token, mail) = house.sink.wait_for_bounce();
    assert!(String::from_utf8_lossy(&mail).contains("message/delivery-status"));
    assert!(!path.contains(&token));
    let rows = || {
        let count = |query| house.installation.number(query);
        [
            count("select count(*) from bounces where code = 550"),
            count("select count(*) from bounces"),
            count("select count(*) from return_paths"),
        ]
    };
    assert_eq!(rows(), [0, 0, 2]);
    // What nobody awaits, what is no notification, and what has no end.
    let forged = "0123456789abcdef0123456789abcdef";
    assert_eq!(hand_over(&house, Some(forged), &mail), Some(0));
    assert_eq!(hand_over(&house, Some("${extension}"), &mail), Some(0));
    assert_eq!(
        hand_over(&house, Some(&token), b"Subject: On holiday\n\nBye\n"),
        Some(0)
    );
    assert_eq!(
        hand_over(&house, Some(&token), &vec![b'x'; 4 << 20]),
        Some(0)
    );
    assert_eq!(rows(), [0, 0, 2]);

    // The mail server hands over the token, in whatever case, or it is in the mail's head.
    assert_eq!(
        hand_over(&house, Some(&token.to_uppercase()), &mail),
        Some(0)
    );
    assert_eq!(rows(), [1, 1, 1]);
    assert_eq!(hand_over(&house, None, &mail), Some(0));
    assert_eq!(rows(), [1, 1, 1]);
    let counted = "select cast(sum(number) as bigint) from tallies where what = 'returned'";
    assert_eq!(house.installation.number(counted), 1);
    // It leads to the submission that waits in vain.
    let lost = "select count(*) from bounces join links on links.hash = bounces.token_hash
                join submissions on submissions.id = links.submission";
    assert_eq!(house.installation.number(lost), 1);
    for file in house
        .installation
        .base
        .bytes(house.installation.data(0), "select hash from return_paths")
    {
        assert_eq!(file.len(), 32);
    }
}

#[test]
fn a_database_that_is_away_is_tried_again() {
    let dir = tempfile::tempdir().expect("a directory");
    let mut command = Command::new(env!("CARGO_BIN_EXE_undersigned"));
    command
        .arg("--data")
        .arg(dir.path())
        .args(["bounce", &"a".repeat(32)]);
    command.stdin(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("undersigned runs");
    let mail = b"Content-Type: multipart/report; boundary=b\n\n--b\n\
                 Content-Type: message/delivery-status\n\nReporting-MTA: dns; a\n\n\
                 Action: failed\nStatus: 5.1.1\n\n--b--\n";
    child
        .stdin
        .take()
        .expect("piped")
        .write_all(mail)
        .expect("it is read");
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(75));
}
