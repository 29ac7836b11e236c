//! Whole runs: what is told, how they end, what is noted.

use std::fs;
use std::net::UdpSocket;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use undersigned::store::checkups;
use undersigned_testbed::{NameServer, TlsProxy};

use super::world::{REVERSE, World, said_of};
use crate::place::{Place, SLUG};

on_both!(
    what_it_says_to_publish_makes_all_good,
    nothing_is_changed_and_nothing_stays
);

async fn what_it_says_to_publish_makes_all_good(place: Place) {
    let mut world = World::new(place).await;
    let (code, report) = world.look();
    for part in ["spf", "dkim", "dmarc"] {
        assert_eq!(said_of(&report, part).0, "wrong", "{report}");
    }
    assert_eq!((code, &report["wrong"]), (1, &3.into()), "{report}");
    let noted = last(&world).await;
    assert_eq!(noted, "spf dkim dmarc");
    world.publish_advice();
    let (code, report) = world.look();
    // A full disk of whoever runs this, or a clock that isn't kept, is no fault of ours.
    for part in report["parts"].as_array().unwrap() {
        let is_ours = !["disk", "clock"].contains(&part["part"].as_str().unwrap());
        assert!(part["verdict"] == "good" || !is_ours, "{part}");
    }
    assert_eq!(code, 0, "{report}");
    assert_eq!(last(&world).await, "");
    // A look at one letter is no look at everything.
    let (key, away) = (world.place.file("dkim.pem"), world.place.file("away"));
    fs::rename(&key, &away).unwrap();
    assert!(!world.place.program(&["doctor", "--letter", SLUG]).well);
    fs::rename(&away, &key).unwrap();
    assert_eq!(last(&world).await, "");
    let said = world.place.program(&["doctor", "--letter", "another"]);
    assert!(
        said.err.contains("there is no letter another"),
        "{}",
        said.err
    );
    let ended = world
        .place
        .command()
        .args(["doctor", "--letter", "another"])
        .status();
    assert_eq!(ended.unwrap().code(), Some(2));
}

/// What was found wrong last, as it is noted.
async fn last(world: &World) -> String {
    let app = world.place.open().await;
    let mut tx = app.store.read().await.unwrap();
    let noted = checkups::last(&mut tx).await.unwrap().unwrap();
    undersigned::model::checkup::Part::write(&noted.wrong)
}

async fn nothing_is_changed_and_nothing_stays(place: Place) {
    let mut world = World::new(place).await;
    assert!(world.server.take().unwrap().stop().success());
    let data = world.place.file("data");
    let before = listing(&data);
    world.look();
    assert_eq!(listing(&data), before);
    // A database that this program would bring up to date is left as it is.
    let newest = "delete from _sqlx_migrations
                  where version = (select max(version) from _sqlx_migrations)";
    world.place.execute(newest).await;
    let applied = "select count(*) from _sqlx_migrations";
    let (before, files) = (world.place.number(applied).await, listing(&data));
    let (code, report) = world.look();
    let (verdict, said) = said_of(&report, "database");
    assert!(
        verdict == "not-checked" && said.contains("an older version"),
        "{said}"
    );
    assert_eq!(code, 1, "{report}");
    assert_eq!(
        (world.place.number(applied).await, listing(&data)),
        (before, files)
    );
}

/// All files below a folder, with their sizes.
fn listing(folder: &Path) -> Vec<(PathBuf, u64)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name();
        let name = name.to_str().unwrap();
        // SQLite's own files beside a database come and go with its connections.
        if name.starts_with("undersigned.db-") {
            continue;
        }
        match entry.metadata().unwrap() {
            own if own.is_dir() => found.extend(listing(&entry.path())),
            // What was found is noted in it.
            _ if name == "undersigned.db" => found.push((entry.path(), 0)),
            own => found.push((entry.path(), own.len())),
        }
    }
    found.sort();
    found
}

#[test]
fn what_can_not_be_looked_at_is_told() {
    let place = Place::sqlite();
    let output = place.command().args(["doctor", "--json"]).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(
        said.contains("\"error\"") && said.contains("undersigned.toml is missing"),
        "{said}"
    );
    assert_eq!(output.status.code(), Some(2));
}

/// A report without what changes from run to run.
fn plain(world: &World, report: &str) -> String {
    let root = world.place.file("");
    let root = root.to_str().unwrap().trim_end_matches('/').to_owned();
    let plain_port = format!("port {}", world.proxy.plain_port());
    let lines = report.lines().map(|line| {
        let line = line.replace(&root, "DIR").replace(&plain_port, "port PORT");
        let words = line.split(' ').map(|word| match word {
            // Base64 of a key.
            word if word.len() > 100 => "KEY\"".to_owned(),
            word => without_port(word),
        });
        words.collect::<Vec<_>>().join(" ")
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn without_port(word: &str) -> String {
    let port = word.strip_prefix("127.0.0.1:");
    match port.filter(|port| !port.is_empty()) {
        Some(_) => "127.0.0.1:PORT".to_owned(),
        None => word.to_owned(),
    }
}

/// The report for people, of a machine that doesn't say whether its clock is kept right.
fn report(world: &World) -> (i32, String) {
    let mut command = world.place.command();
    let output = command
        .arg("doctor")
        .env("PATH", "/nowhere")
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    (output.status.code().unwrap(), plain(world, &text))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_good_run() {
    let world = World::roomy().await;
    let (code, report) = report(&world);
    insta::assert_snapshot!("good", report);
    assert_eq!(code, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bad_run() {
    let mut world = World::roomy().await;
    world.through(TlsProxy::careless("h.example", -1));
    world.names = NameServer::with(&[
        (
            "h.example",
            "@ A 127.0.0.1\n@ MX 0 .\nmail A 127.0.0.2\n@ TXT \"v=spf1 a:mail.h.example -all\"\n\
             @ TXT \"v=spf1 include:spf.provider.example ~all\"\n_dmarc TXT \"v=DMARC1; p=none\"\n\
             u2026._domainkey TXT \"v=DKIM1; k=rsa; p=\"",
        ),
        REVERSE,
    ]);
    let names = format!("name_server = \"{}\"", world.names.address());
    world.set_line("name_server", &names);
    world.set_line("port = ", "port = 9");
    world.set_line("time_server", "");
    fs::remove_file(world.place.file("data/keys/letters/the-letter/tag")).unwrap();
    super::files::chmod("755", &world.place.file("data/keys"));
    super::backups::age(&world.place.file("backups/first"), 40);
    let (code, report) = report(&world);
    insta::assert_snapshot!("bad", report);
    assert_eq!(code, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn name_servers_that_never_answer_hold_nothing_up() {
    let mut world = World::good(Place::sqlite()).await;
    let silent = UdpSocket::bind("127.0.0.1:0").unwrap();
    let at = silent.local_addr().unwrap();
    world.set_line("name_server", &format!("name_server = \"{at}\""));
    let begun = Instant::now();
    let (code, report) = world.look();
    assert!(
        begun.elapsed() < Duration::from_secs(30),
        "{:?}",
        begun.elapsed()
    );
    for part in ["spf", "dkim", "dmarc", "reverse-dns", "mx", "site"] {
        assert_eq!(said_of(&report, part).0, "not-checked", "{report}");
    }
    assert_eq!(said_of(&report, "name-servers").0, "wrong");
    assert_eq!(said_of(&report, "mail-server").0, "good");
    assert_eq!(code, 1);
}
