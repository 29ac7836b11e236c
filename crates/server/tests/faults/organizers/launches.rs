//! Launches: at a minute in a zone, once, and never without what is needed.

use std::process::Command;
use std::time::Duration;

use age::x25519::Identity;
use time::{Date, Month, OffsetDateTime, Weekday};
use undersigned::acts::launch::{self, Missing, schedule};
use undersigned::app::App;
use undersigned::clock::Clock;
use undersigned::model::Role;

use super::crew::{self, Member};
use super::drafted::{Drafted, SECRET};
use crate::harness::{Answer, Base, House, Inside, block_on, on_both, wait_for};

on_both!(
    a_letter_launches_at_its_minute_and_not_before,
    what_is_missing_at_the_minute_keeps_it_back,
    of_two_owners_the_second_is_told,
    times_that_clocks_skip_or_repeat_are_told,
    a_server_that_was_down_launches_on_return,
    two_nodes_launch_it_once,
    a_recipient_added_meanwhile_keeps_it_back,
    the_doctors_last_look_is_on_the_checklist,
    who_was_not_reached_is_on_the_checklist,
);

fn owner(house: &House<Inside>, of: &Drafted) -> Member {
    crew::member(house, "Ola Owner", Some((of.letter.id, Role::Owner)))
}

/// Date and time of day, so many seconds from now, in UTC.
fn in_utc(house: &House<Inside>, seconds: i64) -> (String, String) {
    let at = house.server.app.clock.now() + seconds;
    let at = OffsetDateTime::from_unix_timestamp(at).expect("a time");
    let date = at.date().to_string();
    (date, format!("{:02}:{:02}", at.hour(), at.minute()))
}

fn schedule_in(house: &House<Inside>, of: &Drafted, who: &Member, seconds: i64) {
    let (date, time) = in_utc(house, seconds);
    let seen = seen_on(&who.ask(house, "GET", &of.path("/launch"), "").text());
    let form = format!("date={date}&time={time}&zone=UTC&seen={seen}");
    let answer = who.ask(house, "POST", &of.path("/launch/schedule"), &form);
    assert_eq!(answer.status, 303, "{}", answer.text());
}

/// The launch that a page's forms carry along.
fn seen_on(page: &str) -> String {
    let value = page.split("name=\"seen\" value=\"").nth(1);
    let value = value.and_then(|rest| rest.split('"').next());
    value.expect("a form that says what was seen").to_owned()
}

fn is_public(house: &House<Inside>) -> bool {
    let answer = house.visitor.get(&format!("/letters/{SECRET}"));
    answer.expect("the server answers").status == 200
}

/// Longer than the job's pause.
fn a_moment() {
    std::thread::sleep(Duration::from_secs(3));
}

fn a_letter_launches_at_its_minute_and_not_before(base: Base) {
    let house = House::open_inside(base);
    let of = Drafted::new(&house);
    let ola = owner(&house, &of);
    let page = |who: &Member| who.ask(&house, "GET", &of.path("/launch"), "").text();
    let seen = page(&ola);
    assert!(
        seen.contains("id=\"launch\"") && seen.contains("A text is released"),
        "{seen}"
    );
    for open in [
        "only one key opens the contacts",
        "only one person owns the letter",
        "no name is watched",
        "It says who runs the letter",
    ] {
        assert!(seen.contains(open), "{open}: {seen}");
    }
    assert!(
        !page(&of.editor).contains("id=\"launch\""),
        "editors see, owners launch"
    );
    schedule_in(&house, &of, &ola, 600);
    assert!(page(&ola).contains("Set by <bdi>Ola Owner</bdi>."));
    // Moved, and called off.
    schedule_in(&house, &of, &ola, 7200);
    house.server.pass(900);
    a_moment();
    assert!(!is_public(&house), "it was moved");
    let form = format!("seen={}", seen_on(&page(&ola)));
    let cancelled = ola.ask(&house, "POST", &of.path("/launch/removal"), &form);
    assert_eq!(cancelled.status, 303);
    house.server.pass(7200);
    a_moment();
    assert!(!is_public(&house), "it was called off");
    let ola = owner(&house, &of);
    schedule_in(&house, &of, &ola, 600);
    house.server.pass(500);
    a_moment();
    assert!(!is_public(&house), "its minute has not come");
    house.server.pass(100);
    wait_for("the launch", Duration::from_secs(30), || {
        is_public(&house).then_some(())
    });
    let done = ola.ask(&house, "GET", &of.path("/launch"), "").text();
    assert!(done.contains("The letter has launched."), "{done}");
    // Somebody whose passkey answered just now.
    let again = owner(&house, &of).ask(&house, "POST", &of.path("/launch"), "sure=yes");
    assert_eq!(again.status, 409);
    let lines = "select count(*) from trail where act = 'launched' and who = 'Ola Owner'";
    assert_eq!(house.installation.number(lines), 1);
}

fn what_is_missing_at_the_minute_keeps_it_back(base: Base) {
    let house = House::open_inside(base);
    let of = Drafted::untested(&house);
    let ola = owner(&house, &of);
    let page = |who: &Member| who.ask(&house, "GET", &of.path("/launch"), "").text();
    let seen = page(&ola);
    assert!(seen.contains("0 of 1 keys to the contacts"), "{seen}");
    assert!(
        !seen.contains("id=\"launch\""),
        "nothing to press before that"
    );
    let pressed = ola.ask(&house, "POST", &of.path("/launch"), "sure=yes");
    assert_eq!(pressed.status, 409, "{}", pressed.text());
    let (date, time) = in_utc(&house, 120);
    let form = format!("date={date}&time={time}&zone=UTC&seen=");
    let refused = ola.ask(&house, "POST", &of.path("/launch/schedule"), &form);
    let told = refused.text();
    assert_eq!(refused.status, 409, "{told}");
    assert!(told.contains("Not every key to the contacts is tested."));
    assert!(
        told.contains(&format!("value=\"{date}\"")),
        "it keeps what was typed"
    );
    // Tested when it was set, and anew at the minute: the key was exchanged in between.
    of.pass_tests(&house);
    schedule_in(&house, &of, &ola, 120);
    of.forget_tests(&house);
    house.server.pass(120);
    wait_for("the reason", Duration::from_secs(30), || {
        let seen = page(&ola);
        let told = seen.contains("It was not launched at its minute")
            && seen.contains("Not every key to the contacts is tested.");
        told.then_some(())
    });
    assert!(!is_public(&house));
    of.pass_tests(&house);
    a_moment();
    assert!(!is_public(&house), "it waits for an owner to set it again");
    let unsure = ola.ask(&house, "POST", &of.path("/launch"), "");
    assert_eq!(unsure.status, 422, "{}", unsure.text());
    assert!(
        unsure
            .text()
            .contains("Tick this if the letter is to be public now.")
    );
    assert!(!is_public(&house));
    let launched = ola.ask(&house, "POST", &of.path("/launch"), "sure=yes");
    assert_eq!(launched.status, 303, "{}", launched.text());
    wait_for("the launch", Duration::from_secs(30), || {
        is_public(&house).then_some(())
    });
}

/// The last Sunday of a month: the day on which clocks change in the European Union.
fn last_sunday(year: i32, month: Month) -> Date {
    let mut day = Date::from_calendar_date(year, month, 31).expect("a day");
    while day.weekday() != Weekday::Sunday {
        day = day.previous_day().expect("a day");
    }
    day
}

fn of_two_owners_the_second_is_told(base: Base) {
    let house = House::open_inside(base);
    let of = Drafted::new(&house);
    let (ola, oz) = (owner(&house, &of), owner(&house, &of));
    let stale = seen_on(&oz.ask(&house, "GET", &of.path("/launch"), "").text());
    schedule_in(&house, &of, &ola, 600);
    let (date, time) = in_utc(&house, 7200);
    let form = format!("date={date}&time={time}&zone=UTC&seen={stale}");
    let late = oz.ask(&house, "POST", &of.path("/launch/schedule"), &form);
    let told = late.text();
    assert_eq!(late.status, 409, "{told}");
    assert!(told.contains("Somebody else set the launch"), "{told}");
    assert!(
        told.contains(&format!("value=\"{time}\"")),
        "it keeps what was typed"
    );
    let late = oz.ask(&house, "POST", &of.path("/launch/removal"), &form);
    assert_eq!(late.status, 409);
    let stands = "select at from launches";
    let (_, first) = in_utc(&house, 600);
    assert!(house.installation.number(stands) % 86_400 / 60 == minutes(&first));
    // What the answer carries is what stands now.
    let form = format!("date={date}&time={time}&zone=UTC&seen={}", seen_on(&told));
    let moved = oz.ask(&house, "POST", &of.path("/launch/schedule"), &form);
    assert_eq!(moved.status, 303, "{}", moved.text());
    assert!(house.installation.number(stands) % 86_400 / 60 == minutes(&time));
}

/// Minutes since midnight of a time as forms carry it.
fn minutes(time: &str) -> i64 {
    let time = time.replace("%3A", ":");
    let (hour, minute) = time.split_once(':').expect("HH:MM");
    60 * hour.parse::<i64>().expect("hours") + minute.parse::<i64>().expect("minutes")
}

fn times_that_clocks_skip_or_repeat_are_told(base: Base) {
    let house = House::open_inside(base);
    let of = Drafted::new(&house);
    let ola = owner(&house, &of);
    let now = OffsetDateTime::from_unix_timestamp(house.server.app.clock.now()).expect("a time");
    let year = now.year() + 1;
    let (spring, autumn) = (
        last_sunday(year, Month::March),
        last_sunday(year, Month::October),
    );
    let set = |date: Date, rest: &str| -> Answer {
        let form = format!("date={date}&{rest}&zone=Europe%2FBerlin");
        ola.ask(&house, "POST", &of.path("/launch/schedule"), &form)
    };
    let skipped = set(spring, "time=02%3A30");
    assert_eq!(skipped.status, 422);
    let text = skipped.text();
    assert!(
        text.contains(&format!(
            "The next one is <bdi>{spring}</bdi>, <bdi>03:00</bdi>."
        )),
        "{text}"
    );
    assert!(text.contains("value=\"02:30\"") && text.contains("value=\"Europe/Berlin\" selected"));
    let twice = set(autumn, "time=02%3A30");
    assert_eq!(twice.status, 422);
    for offset in ["UTC+02:00", "UTC+01:00"] {
        assert!(twice.text().contains(offset), "{offset}");
    }
    assert_eq!(set(autumn, "time=02%3A30&which=second").status, 303);
    let page = ola.ask(&house, "GET", &of.path("/launch"), "").text();
    assert!(
        page.contains("<bdi>02:30</bdi> in <bdi>Europe/Berlin</bdi> (<bdi>UTC+01:00</bdi>)"),
        "{page}"
    );
    let past = set(last_sunday(year - 2, Month::March), "time=09%3A00");
    assert!(past.status == 422 && past.text().contains("This time is over."));
    let kept = "select count(*) from launches";
    assert_eq!(
        house.installation.number(kept),
        1,
        "what is refused changes nothing"
    );
}

fn a_server_that_was_down_launches_on_return(base: Base) {
    let house = House::open_inside(base);
    let of = Drafted::new(&house);
    // An hour ago, as far as this server knows; it goes down before the minute.
    house.server.pass(-3600);
    let ola = owner(&house, &of);
    schedule_in(&house, &of, &ola, 1800);
    let House {
        server,
        installation,
        sink,
        ..
    } = house;
    drop(server);
    let server = Inside::serve(&installation);
    let visitor = server.visitor.clone();
    wait_for("the launch", Duration::from_secs(30), || {
        let answer = visitor.get(&format!("/letters/{SECRET}"))?;
        (answer.status == 200).then_some(())
    });
    drop(sink);
}

fn two_nodes_launch_it_once(base: Base) {
    let house = House::open_inside(base);
    let of = Drafted::new(&house);
    let ola = owner(&house, &of);
    schedule_in(&house, &of, &ola, 600);
    let config = || house.installation.config(0);
    let later = std::sync::Arc::new(std::sync::atomic::AtomicI64::new(
        house.server.app.clock.now_ms() + 700_000,
    ));
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        let mut nodes = Vec::new();
        for _ in 0..2 {
            let clock = Clock::Set(later.clone());
            nodes.push(App::open(config(), clock).await.expect("it opens"));
        }
        let launches = nodes.iter().map(|node| schedule::launch_due(node));
        for launched in futures_util::future::join_all(launches).await {
            // Of two writers to one file, the other may have to wait for the next second.
            if let Err(error) = launched {
                println!("{error}");
            }
        }
        for node in nodes {
            schedule::launch_due(&node)
                .await
                .expect("nothing is left to do");
        }
    });
    // The house's own letter was launched by the operator, who has no name.
    let lines = "select count(*) from trail where act = 'launched' and who <> ''";
    assert_eq!(house.installation.number(lines), 1);
    let heads = "select count(*) from heads h join letters l on l.id = h.letter
                 where l.slug = 'not-known-yet'";
    assert_eq!(house.installation.number(heads), 1);
    wait_for("the launch", Duration::from_secs(30), || {
        is_public(&house).then_some(())
    });
}

/// As the command line does: it has read the letter, and found nothing missing.
fn a_recipient_added_meanwhile_keeps_it_back(base: Base) {
    let house = House::open_inside(base);
    let of = Drafted::new(&house);
    let ola = owner(&house, &of);
    let app = &house.server.app;
    let lacks = || async {
        let mut tx = app.store.read().await.expect("the store answers");
        launch::missing(&mut tx, &of.letter).await
    };
    assert_eq!(block_on(lacks()).expect("the store answers"), None);
    let recipient = Identity::generate().to_public();
    let form = format!("recipient={recipient}&name=Office+safe");
    let added = ola.ask(&house, "POST", &of.path("/recipients"), &form);
    assert_eq!(added.status, 303, "{}", added.text());

    let missing = block_on(launch::launch(app, &of.letter));
    assert_eq!(missing.expect("the store answers"), [Missing::Tests]);
    assert!(!is_public(&house));
    let written = "select count(*) from entries e join letters l on l.id = e.letter
                   where l.slug = 'not-known-yet'";
    assert_eq!(house.installation.number(written), 0);
    let removal = format!("recipient={recipient}");
    let removed = ola.ask(&house, "POST", &of.path("/recipients/removal"), &removal);
    assert_eq!(removed.status, 303, "{}", removed.text());
    of.launch(&house);
    wait_for("the launch", Duration::from_secs(30), || {
        is_public(&house).then_some(())
    });
}

/// A list of nobody is not done, and neither is one whose mail was refused.
fn who_was_not_reached_is_on_the_checklist(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let of = Drafted::new(&house);
    let checklist = || {
        owner(&house, &of)
            .ask(&house, "GET", &of.path("/launch"), "")
            .text()
    };
    let all = "Everybody on the list is invited.";
    let empty = checklist();
    assert!(
        empty.contains("nobody is on the list of founders"),
        "{empty}"
    );
    assert!(!empty.contains(all), "{empty}");
    let form = "kind=organization&name=Lost&email=unknown%40lost.example&country=FR&language=fr";
    assert_eq!(of.post(&house, "/founders", form).status, 303);
    let listed = checklist();
    assert!(
        listed.contains("one on the list of founders is not invited."),
        "{listed}"
    );
    assert_eq!(of.post(&house, "/founders/invitations", "").status, 303);
    let refused = "select count(*) from founders where bounced_at is not null";
    wait_for("the refusal", Duration::from_secs(30), || {
        (house.installation.number(refused) == 1).then_some(())
    });
    let bounced = checklist();
    assert!(
        bounced.contains("the mail server of one founder refused"),
        "{bounced}"
    );
    assert!(!bounced.contains(all), "{bounced}");
}

fn the_doctors_last_look_is_on_the_checklist(base: Base) {
    let house = House::open_inside(base);
    let of = Drafted::new(&house);
    let page = |path: &str| {
        let answer = owner(&house, &of).ask(&house, "GET", &of.path(path), "");
        answer.text()
    };
    let seen = page("/launch");
    assert!(
        seen.contains("nobody has had the server looked at yet"),
        "{seen}"
    );
    let mut command = Command::new(env!("CARGO_BIN_EXE_undersigned"));
    command
        .arg("--data")
        .arg(house.installation.data(0))
        .arg("doctor");
    let output = command.output().expect("undersigned runs");
    // Whoever may enter this machine may look into the data directory of a story.
    let said = String::from_utf8(output.stdout).expect("text");
    assert!(
        said.contains("others than its owner may look into"),
        "{said}"
    );
    assert_eq!(output.status.code(), Some(1), "{said}");
    for (lang, wrong, part) in [
        ("en", "wrong:", "disk"),
        ("es", "La última revisión", "disco"),
        ("fr", "dernier examen du serveur", "disque"),
        ("ar", "آخر فحص للخادم", "القرص"),
    ] {
        let seen = page(&format!("/launch?lang={lang}"));
        let seen = seen.replace("la última", "La última");
        assert!(
            seen.contains(wrong) && seen.contains(part),
            "{lang}: {seen}"
        );
        assert!(seen.contains("id=\"launch\""), "it keeps nobody back");
    }
    house.server.pass(8 * 24 * 3600);
    let seen = page("/launch");
    assert!(seen.contains("is more than a week ago"), "{seen}");
}
