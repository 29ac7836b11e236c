//! A name that changes its address between the look and the connection.

use std::net::{Ipv4Addr, SocketAddr, UdpSocket};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use undersigned::proof::{Method, Obstacle, Outcome, ProofSettings};
use undersigned_testbed::WebHost;

use crate::{TOKEN, check};

/// Answers each question for an address with the next of a list, and then always with the last.
struct Fickle {
    at: SocketAddr,
    asked: Arc<AtomicUsize>,
}

impl Fickle {
    fn start(addresses: &'static [Ipv4Addr]) -> Self {
        let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
        let at = socket.local_addr().unwrap();
        let asked = Arc::new(AtomicUsize::new(0));
        let count = asked.clone();
        thread::spawn(move || {
            let mut question = [0; 512];
            while let Ok((length, from)) = socket.recv_from(&mut question) {
                let answer = answer(&question[..length], || {
                    let number = count.fetch_add(1, Ordering::SeqCst);
                    addresses[number.min(addresses.len() - 1)]
                });
                socket.send_to(&answer, from).unwrap();
            }
        });
        Self { at, asked }
    }
}

/// An answer to a question (RFC 1035, section 4): an address for A, nothing for others.
fn answer(question: &[u8], address: impl Fn() -> Ipv4Addr) -> Vec<u8> {
    let name = question[12..].iter().position(|byte| *byte == 0).unwrap();
    let end = 12 + name + 5;
    let is_a = question[end - 4..end] == [0, 1, 0, 1];
    let mut answer = question[..end].to_vec();
    answer[2..12].copy_from_slice(&[0x85, 0x80, 0, 1, 0, u8::from(is_a), 0, 0, 0, 0]);
    if is_a {
        answer.extend_from_slice(&[0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4]);
        answer.extend_from_slice(&address().octets());
    }
    answer
}

const ALLOWED: Ipv4Addr = Ipv4Addr::LOCALHOST;
const INNER: Ipv4Addr = Ipv4Addr::new(127, 0, 0, 2);

fn settings(web: &WebHost, names: &Fickle) -> ProofSettings {
    ProofSettings {
        name_server: Some(names.at),
        https_port: web.port(),
        ca_file: Some(web.ca_file()),
        allowed_networks: vec![ALLOWED.to_string().parse().unwrap()],
    }
}

#[test]
fn the_address_that_was_checked_is_the_one_that_is_connected_to() {
    let web = WebHost::start("org.example");
    let file = ".well-known/undersigned.txt";
    web.put("org.example", file, &format!("undersigned={TOKEN}"));
    let names = Fickle::start(&[ALLOWED, INNER]);
    let settings = settings(&web, &names);
    let first = check(&settings, Method::WellKnown, "org.example");
    assert_eq!(first, Outcome::Proven);
    assert_eq!(names.asked.load(Ordering::SeqCst), 1);
    // From now on it leads inside.
    let second = check(&settings, Method::WellKnown, "org.example");
    assert_eq!(second, Outcome::Unreachable(Obstacle::Inner));
}

#[test]
fn a_redirect_to_the_same_name_is_checked_anew() {
    let web = WebHost::start("org.example");
    web.put("org.example", ".well-known/undersigned.txt", "-> /again");
    web.put("org.example", "again", &format!("undersigned={TOKEN}"));
    let names = Fickle::start(&[ALLOWED, INNER]);
    assert_eq!(
        check(&settings(&web, &names), Method::WellKnown, "org.example"),
        Outcome::Unreachable(Obstacle::Inner)
    );
    let log = web.log();
    assert_eq!(log.iter().filter(|line| line.starts_with("GET")).count(), 1);
}
