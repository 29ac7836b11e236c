//! TXT records.

use std::fmt::Write as _;
use std::net::UdpSocket;
use std::time::{Duration, Instant};

use undersigned::proof::{Absence, Method, Obstacle, Outcome, ProofSettings};
use undersigned_testbed::NameServer;

use crate::{TOKEN, check};

const ZONE: &str = "org.example";

fn settings(server: &NameServer) -> ProofSettings {
    ProofSettings {
        name_server: Some(server.address()),
        ..ProofSettings::default()
    }
}

/// What is found at a domain of a zone with these records.
fn found(records: &str, domain: &str) -> Outcome {
    let server = NameServer::start(ZONE, records);
    check(&settings(&server), Method::Dns, domain)
}

#[test]
fn the_record_proves_its_domain_and_no_other() {
    let mut server = NameServer::start(
        ZONE,
        &format!(
            "_undersigned TXT \"undersigned={TOKEN}\"
             _undersigned.many TXT \"v=something else\"
             _undersigned.many TXT \"undersigned=\" \"{TOKEN}\"
             _undersigned.other TXT \"undersigned=ffffffffffffffffffffffffffffffff\"
             _undersigned.upper TXT \"UNDERSIGNED={TOKEN}\"
             apex TXT \"undersigned={TOKEN}\"
             _undersigned.here CNAME proof.there
             proof.there TXT \"undersigned={TOKEN}\""
        ),
    );
    let settings = settings(&server);
    let at = |domain: &str| check(&settings, Method::Dns, domain);
    assert_eq!(at("org.example"), Outcome::Proven);
    assert_eq!(at("www.org.example"), Outcome::Proven);
    assert_eq!(at("many.org.example"), Outcome::Proven);
    assert_eq!(at("here.org.example"), Outcome::Proven);
    assert_eq!(at("other.org.example"), Outcome::Absent(Absence::Other));
    assert_eq!(at("upper.org.example"), Outcome::Absent(Absence::Other));
    assert_eq!(at("apex.org.example"), Outcome::Absent(Absence::Nothing));
    assert_eq!(at("none.org.example"), Outcome::Absent(Absence::Nothing));
    // Nothing is remembered.
    server.replace("www A 127.0.0.1");
    assert_eq!(at("org.example"), Outcome::Absent(Absence::Nothing));
    server.replace(&format!("_undersigned TXT \"undersigned={TOKEN}\""));
    assert_eq!(at("org.example"), Outcome::Proven);
}

#[test]
fn an_answer_over_tcp_is_read_and_an_oversized_one_is_not() {
    let text = |count: usize| {
        (0..count).fold(String::new(), |mut zone, number| {
            let filler = "x".repeat(240);
            writeln!(zone, "_undersigned TXT \"{number} {filler}\"").unwrap();
            zone
        })
    };
    let line = format!("_undersigned TXT \"undersigned={TOKEN}\"\n");
    // Beyond what UDP carries.
    assert_eq!(found(&(text(12) + &line), ZONE), Outcome::Proven);
    // 60 kB, nearly the most that one message can be.
    assert_eq!(
        found(&(text(240) + &line), ZONE),
        Outcome::Absent(Absence::TooLong)
    );
}

#[test]
fn aliases_that_go_round_in_circles_or_on_and_on_end() {
    let circle = "_undersigned CNAME a\na CNAME b\nb CNAME a";
    assert_eq!(found(circle, ZONE), Outcome::Unreachable(Obstacle::Chain));
    let mut chain = "_undersigned CNAME n0\n".to_owned();
    for number in 0..30 {
        writeln!(chain, "n{number} CNAME n{}", number + 1).unwrap();
    }
    writeln!(chain, "n30 TXT \"undersigned={TOKEN}\"").unwrap();
    assert_eq!(found(&chain, ZONE), Outcome::Unreachable(Obstacle::Chain));
    // One that leads to a name without a record is an answer.
    let dangling = "_undersigned CNAME gone";
    assert_eq!(found(dangling, ZONE), Outcome::Absent(Absence::Nothing));
}

#[test]
fn a_server_that_refuses_says_nothing_about_the_record() {
    // It knows another zone only.
    assert_eq!(
        found("www A 127.0.0.1", "another.example"),
        Outcome::Unreachable(Obstacle::NameServer)
    );
}

#[test]
fn a_server_that_never_answers_costs_a_few_seconds() {
    let silent = UdpSocket::bind("127.0.0.1:0").unwrap();
    let settings = ProofSettings {
        name_server: Some(silent.local_addr().unwrap()),
        ..ProofSettings::default()
    };
    let begun = Instant::now();
    for method in [Method::Dns, Method::WellKnown] {
        let outcome = check(&settings, method, "org.example");
        assert_eq!(outcome, Outcome::Unreachable(Obstacle::Timeout));
    }
    assert!(begun.elapsed() < Duration::from_secs(22));
}

#[test]
fn a_server_that_is_down_is_unreachable() {
    let server = NameServer::start(ZONE, "www A 127.0.0.1");
    let settings = settings(&server);
    drop(server);
    assert!(matches!(
        check(&settings, Method::Dns, "org.example"),
        Outcome::Unreachable(_)
    ));
}
