//! The public address: TLS, the proxy, and who answers.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;

use undersigned_testbed::{TlsProxy, WebHost};

use super::world::World;
use crate::place::Place;

#[tokio::test(flavor = "multi_thread")]
async fn certificates() {
    let mut world = World::new(Place::sqlite()).await;
    world.assert("site", "good", "is answered by this site");
    world.through(TlsProxy::start("h.example", 5));
    // Whole days: a second after it was made, the fifth is not whole any more.
    let (verdict, said) = world.of("site");
    let days = [4, 5].map(|days| format!("holds for {days} more days"));
    assert!(
        verdict == "warning" && days.iter().any(|days| said.contains(days)),
        "{verdict} {said}"
    );
    world.through(TlsProxy::start("h.example", -1));
    world.assert("site", "wrong", "has expired");
    world.through(TlsProxy::start("other.example", 31));
    world.assert("site", "wrong", "for another name");
    world.through(TlsProxy::start("h.example", 31));
    let trusted = world.proxy.ca_file().display().to_string();
    world.set(&trusted, &world.mail.ca_file().display().to_string());
    world.assert("site", "wrong", "an authority that is not trusted");
}

#[tokio::test(flavor = "multi_thread")]
async fn proxies() {
    let mut world = World::new(Place::sqlite()).await;
    world.assert("site", "good", "plain HTTP leads to HTTPS");
    world.through(TlsProxy::careless("h.example", 31));
    world.assert("site", "warning", "does not say where readers come from");
    world.assert("site", "warning", "plain HTTP does not lead to HTTPS");
    world.through(TlsProxy::start("h.example", 31));
    world.set(
        "trusted_proxies = [\"127.0.0.1\"]",
        "trusted_proxies = [\"10.0.0.1\"]",
    );
    world.server = None;
    world.assert("site", "wrong", "the proxy finds no server behind it (502)");
    world.serve();
    world.assert("site", "warning", "trusted_proxies = [\\\"127.0.0.1\\\"]");
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_else_answers() {
    let mut world = World::new(Place::sqlite()).await;
    // A web site of another kind.
    let web = WebHost::start("h.example");
    let port = world.set_line("https_port", &format!("https_port = {}", web.port()));
    let ours = world.proxy.ca_file().display().to_string();
    let theirs = web.ca_file().display().to_string();
    world.set(&ours, &theirs);
    world.assert("site", "wrong", "another server answers");
    world.set(&theirs, &ours);
    world.set_line("https_port", &port);
    // The same program on a copy of the database, on another machine.
    let copy = Place::sqlite();
    fs::create_dir(copy.file("data")).unwrap();
    for name in ["undersigned.toml", "undersigned.db", "keys"] {
        let from = world.place.file("data").join(name);
        let mut command = std::process::Command::new("cp");
        command.arg("-r").arg(from).arg(copy.file("data"));
        assert!(command.status().unwrap().success());
    }
    let mut command = copy.command();
    command.args(["serve", "--listen", "127.0.0.1:0"]);
    let other = undersigned_testbed::Server::start(command);
    world.proxy.lead_to(other.address());
    world.assert("site", "wrong", "one with another database (404)");
    // The proxy asks for another name.
    let ours = world.server.as_ref().unwrap().address();
    world.proxy.lead_to(ours);
    world.assert("site", "good", "is answered by this site");
    world.set_line("base_url", "base_url = \"https://www.h.example\"");
    world
        .names
        .replace(&format!("{}www A 127.0.0.1", super::world::ZONE));
    world.assert("site", "wrong", "asked under another name");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_tls() {
    let mut world = World::new(Place::sqlite()).await;
    let address = world.server.as_ref().unwrap().address().to_owned();
    let port = address.rsplit(':').next().unwrap();
    world.set_line(
        "base_url",
        &format!("base_url = \"http://h.example:{port}\""),
    );
    // Still asked under its old name.
    world.assert("site", "wrong", "asked under another name");
    world.set_line("listen", &format!("listen = \"{address}\""));
    world.server = None;
    let mut command = world.place.command();
    command.arg("serve");
    world.server = Some(undersigned_testbed::Server::start(command));
    world.assert("site", "warning", "cross the network in clear");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_knock_is_known_to_nobody_else() {
    let world = World::new(Place::sqlite()).await;
    let server = world.server.as_ref().unwrap();
    let ask = |path: &str| {
        let mut stream = TcpStream::connect(server.address()).unwrap();
        let request =
            format!("GET {path} HTTP/1.1\r\nHost: h.example\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        let lines = text.lines().filter(|line| !line.starts_with("date:"));
        lines.collect::<Vec<_>>().join("\n")
    };
    let unknown = ask("/nothing-of-the-kind");
    assert!(unknown.starts_with("HTTP/1.1 404"), "{unknown}");
    let token = "A".repeat(43);
    for path in ["/healthz/x".to_owned(), format!("/healthz/{token}")] {
        assert_eq!(
            ask(&path),
            unknown.replace("/nothing-of-the-kind", &path),
            "{path}"
        );
    }
    world.look();
    assert_eq!(world.place.number("select count(*) from knocks").await, 0);
}
