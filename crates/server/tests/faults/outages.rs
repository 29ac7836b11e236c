//! What is out of order around the server: the mail server, the database, the disk, the clock.
//! Whoever is there is told so, nothing is half saved, and nothing that was acknowledged is lost.

use std::process::Command;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use sqlx::Connection as _;
use undersigned_record::entry::Entry;
use undersigned_testbed::{Disk, Postgres, Server};

use crate::harness::{Answer, Base, House, Person, block_on, on_both, sqlite, wait_for};

const HOUR: i64 = 3600;

/// What the page says while nothing can be saved.
const NOT_NOW: &str = "Nothing can be signed just now";

on_both!(
    mails_outlive_an_hour_without_a_mail_server,
    a_mail_server_that_restarts_gets_every_mail,
    a_refused_address_is_noted_and_left_alone,
    a_clock_that_goes_back_dates_nothing_back,
);

fn mails_outlive_an_hour_without_a_mail_server(base: Base) {
    let mut house = House::open_inside(base);
    let before = house.total();
    house.sink.take_down();
    let people: Vec<Person> = (0..5).map(Person::individual).collect();
    for person in &people {
        let answer = house.visitor.sign(person).expect("the server answers");
        assert_eq!(answer.status, 303, "{}", answer.text());
    }
    for _ in 0..6 {
        house.settle_mail();
        house.server.pass(HOUR / 6);
    }
    house.settle_mail();
    assert_eq!(
        house.installation.number("select count(*) from mail_jobs"),
        5
    );
    assert_eq!(house.installation.number("select count(*) from bounces"), 0);
    house.sink.bring_up();
    for _ in 0..6 {
        house.server.pass(HOUR / 6);
        house.settle_mail();
    }
    assert_eq!(
        house.installation.number("select count(*) from mail_jobs"),
        0
    );
    for person in &people {
        let link = house.postbox().wait(person, 1);
        assert_eq!(status(house.visitor.confirm(&link)), 200);
        assert_eq!(house.postbox().links(person).len(), 1, "{}", person.name);
    }
    house.wait_for_total(before + 5);
}

fn a_mail_server_that_restarts_gets_every_mail(base: Base) {
    let mut house = House::open(base);
    house.sink.take_down();
    let people: Vec<Person> = (0..3).map(Person::individual).collect();
    for person in &people {
        assert_eq!(status(house.visitor.sign(person)), 303);
    }
    // The server falls meanwhile, too: what waits is in the database.
    house.server.kill();
    thread::sleep(Duration::from_secs(3));
    house.server = house.installation.serve(0);
    house.sink.bring_up();
    // A lease of the fallen server may hold for a minute, and the first wait between two tries is
    // another, a fifth more or less.
    for person in &people {
        let link = wait_for("a mail", Duration::from_secs(180), || {
            house.postbox().links(person).pop()
        });
        assert_eq!(status(house.visitor.confirm(&link)), 200);
    }
}

fn a_refused_address_is_noted_and_left_alone(base: Base) {
    let house = House::open_inside(base);
    let mut person = Person::individual(1);
    person.email.insert_str(0, "unknown.");
    assert_eq!(status(house.visitor.sign(&person)), 303);
    wait_for("the refusal", Duration::from_secs(30), || {
        let noted = house.installation.number("select count(*) from bounces");
        (noted == 1).then_some(())
    });
    house.server.pass(24 * HOUR);
    house.settle_mail();
    for (query, answer) in [
        ("select count(*) from bounces", 1),
        ("select code from bounces", 550),
        ("select cast(length(token_hash) as bigint) from bounces", 32),
        ("select count(*) from mail_jobs", 0),
        ("select count(*) from mails_sent", 1),
    ] {
        assert_eq!(house.installation.number(query), answer, "{query}");
    }
    let log = house.sink.log();
    let refusals = log.lines().filter(|line| line.contains("550 5.1.1"));
    assert_eq!(refusals.count(), 1, "{log}");
}

fn a_clock_that_goes_back_dates_nothing_back(base: Base) {
    let house = House::open_inside(base);
    let before = house.total();
    let leaving = house.sign_and_confirm(&Person::individual(0));
    for number in 1..4 {
        house.server.pass(-3 * HOUR);
        house.sign_and_confirm(&Person::individual(number));
        house.wait_for_total(before + 1 + u64::try_from(number).expect("few"));
    }
    assert_eq!(status(house.visitor.withdraw(&leaving)), 200);
    house.wait_for_total(before + 3);
    let entries = house.installation.entries();
    let hours: Vec<_> = entries
        .iter()
        .map(|entry| Entry::parse(entry).expect("an entry").at)
        .collect();
    assert!(hours.is_sorted(), "{hours:?}");
    let report = house.judge().record();
    assert_eq!(report["figures"]["total"], before + 3);
}

#[test]
fn a_locked_database_is_said_and_leaves_nothing() {
    let house = House::open(Base::sqlite());
    let before = house.total();
    let person = Person::individual(1);
    let rows = house.installation.rows();
    let data = house.installation.data(0).to_owned();
    block_on(async {
        let mut other = sqlite(&data).await;
        sqlx::query("begin exclusive")
            .execute(&mut other)
            .await
            .expect("nobody else writes now");
        let begun = Instant::now();
        let answer = house.visitor.sign(&person).expect("the server answers");
        println!("answered after {:?}", begun.elapsed());
        assert_says_not_now(&answer);
        assert_eq!(status(house.visitor.get("/letters/security-for-all")), 200);
        other.close().await.expect("the lock goes");
    });
    assert_eq!(house.installation.rows(), rows);
    house.sign_and_confirm(&person);
    assert_eq!(house.postbox().links(&person).len(), 1);
    house.wait_for_total(before + 1);
    house.judge().record();
}

#[test]
fn a_postgresql_that_crashes_and_comes_back_has_everything() {
    let cluster = Arc::new(Postgres::start());
    let house = House::open(Base::Postgres(cluster.database()));
    let before = house.total();
    let link = house.sign_and_confirm(&Person::individual(1));
    cluster.take_down();
    for answer in [
        house.visitor.sign(&Person::individual(2)),
        house.visitor.withdraw(&link),
    ] {
        assert_says_not_now(&answer.expect("the server answers"));
    }
    assert_eq!(status(house.visitor.get("/healthz")), 200);
    assert_eq!(status(house.visitor.get("/readyz")), 503);
    cluster.bring_up();
    wait_for("the server", Duration::from_secs(30), || {
        let ready = house.visitor.get("/readyz")?;
        (ready.status == 200).then_some(())
    });
    house.wait_for_total(before + 1);
    house.sign_and_confirm(&Person::individual(3));
    house.wait_for_total(before + 2);
    let report = house.judge().record();
    assert_eq!(report["figures"]["total"], before + 2);
}

#[test]
fn a_full_disk_is_said_and_loses_nothing() {
    let mut house = House::open(Base::sqlite());
    let before = house.total();
    let first = house.sign_and_confirm(&Person::individual(0));
    assert!(house.server.stop().success());
    let size = std::fs::metadata(house.installation.data(0).join("undersigned.db"));
    let room = size.expect("a database").len() + (256 << 10);
    house.server = Server::start(with_room(&house.installation.program(0), room));
    house.wait_until_open();
    let (acknowledged, refusal) = sign_until_refused(&house);
    println!("full after {acknowledged} submissions");
    assert_says_not_now(&refusal);
    assert_eq!(status(house.visitor.open(&first)), 200);
    assert_eq!(house.total(), before + 1);

    give_room(&mut house.server);
    assert_goes_on(&house, before, acknowledged);
}

#[test]
fn a_full_disk_under_postgresql_is_said_and_loses_nothing() {
    let disk = match Disk::mount(512) {
        Ok(disk) => disk,
        Err(why) => return println!("SKIPPED: no disk of our own can be mounted ({why})"),
    };
    let cluster = Arc::new(Postgres::start_in(disk.path()));
    let house = House::open(Base::Postgres(cluster.database()));
    let before = house.total();
    let first = house.sign_and_confirm(&Person::individual(0));
    house.wait_for_total(before + 1);
    disk.fill(256 << 10);
    let (acknowledged, refusal) = sign_until_refused(&house);
    println!("full after {acknowledged} submissions");
    assert_says_not_now(&refusal);
    assert_eq!(status(house.visitor.open(&first)), 200);
    assert_eq!(house.total(), before + 1);

    disk.make_room();
    // Where it could not write its log it ended itself, as its manual says.
    cluster.bring_up_if_down();
    assert_goes_on(&house, before, acknowledged);
}

/// With room again, forms are taken, and each of the `acknowledged` gets its mail.
fn assert_goes_on(house: &House<Server>, before: u64, acknowledged: usize) {
    let last = Person::individual(5000);
    wait_for("the disk", Duration::from_secs(30), || {
        (status(house.visitor.sign(&last)) == 303).then_some(())
    });
    let link = house.postbox().wait(&last, 1);
    assert_eq!(status(house.visitor.confirm(&link)), 200);
    house.wait_for_total(before + 2);
    for number in 1..acknowledged {
        house.postbox().wait(&Person::individual(number), 1);
    }
    house.judge().record();
}

/// Sends forms until one is refused; gives the number of those that were taken, with one before,
/// and the refusal.
fn sign_until_refused(house: &House<Server>) -> (usize, Answer) {
    let mut acknowledged = 1;
    let refusal = (1..4000).find_map(|number| {
        let answer = house.visitor.sign(&Person::individual(number));
        let answer = answer.expect("the server answers");
        match answer.status {
            303 => acknowledged += 1,
            _ => return Some(answer),
        }
        None
    });
    (acknowledged, refusal.expect("the disk fills"))
}

/// The same command on a disk where no file can grow beyond `room` bytes.
fn with_room(program: &Command, room: u64) -> Command {
    let mut command = Command::new("sh");
    // The signal that comes with the limit is ignored, as it doesn't come with a full disk.
    command.args(["-c", "trap '' XFSZ; exec prlimit --fsize=\"$@\"", "sh"]);
    command.arg(format!("{room}:unlimited"));
    command.arg(program.get_program()).args(program.get_args());
    command.env("RUST_LOG", "off");
    command
}

/// Makes room on the disk of a running server.
fn give_room(server: &mut Server) {
    let mut command = Command::new("prlimit");
    command.args(["--pid", &server.process().id().to_string()]);
    let status = command.arg("--fsize=unlimited").status();
    assert!(status.expect("prlimit is installed").success());
}

fn status(answer: Option<Answer>) -> u16 {
    answer.expect("the server answers").status
}

fn assert_says_not_now(answer: &Answer) {
    assert_eq!(answer.status, 503, "{}", answer.text());
    assert!(answer.text().contains(NOT_NOW), "{}", answer.text());
    assert!(answer.headers.iter().any(|(name, _)| name == "retry-after"));
}
