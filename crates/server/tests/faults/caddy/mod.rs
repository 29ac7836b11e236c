//! Debian's Caddy in front, with the configuration that operators get: what must come through, and
//! what must stay in no log.

mod front;

use std::fs;
use std::thread;
use std::time::Duration;

use tokio::runtime::Runtime;
use undersigned::app::App;
use undersigned::clock::Clock;
use undersigned::model::Role;
use undersigned::store::letters;
use undersigned_testbed::Server;

use self::front::{Front, behind_tls};
use super::organizers::crew;
use crate::harness::founding::FIXTURE;
use crate::harness::{Base, Person, Postbox, SLUG, Visitor, on_both, path, wait_for};

/// Two visitors, apart from Caddy itself.
const ANA: &str = "127.0.0.77";
const BEN: &str = "127.0.0.78";

on_both!(
    a_letter_is_read_and_signed_over_https,
    organizers_forms_come_through_with_where_they_came_from,
    a_visitors_address_is_believed_from_the_proxy_alone,
    no_log_names_a_visitor_and_a_restart_is_waited_for,
    a_large_spreadsheet_comes_through,
    a_letters_own_name_has_a_certificate_once_it_may_be_known,
);

fn a_letter_is_read_and_signed_over_https(base: Base) {
    let front = Front::open(base);
    let letter = format!("/letters/{SLUG}");
    let page = front.get(ANA, &letter);
    assert_eq!(page.line, "HTTP/2 200");
    let hsts = page.all("strict-transport-security");
    assert_eq!(hsts, ["max-age=63072000; includeSubDomains"]);
    let third = front.caddy.over_http3(&letter);
    assert!(third.contains("<title>Security for All"), "{third}");
    assert!(page.all("server").is_empty() && page.all("content-encoding").is_empty());
    assert!(page.text().contains("<html"));

    // Compressed by the server, and unchanged where the reader has it already.
    let small = front.ask(ANA, &letter, &["--header", "Accept-Encoding: br"]);
    assert_eq!(small.all("content-encoding"), ["br"]);
    assert!(small.body.len() * 2 < page.body.len());
    let known = format!("If-None-Match: {}", small.all("etag")[0]);
    let again = ["--header", "Accept-Encoding: br", "--header", &known];
    assert_eq!(front.ask(ANA, &letter, &again).status(), "304");
    let older = front.ask(ANA, &letter, &["--http1.1"]);
    assert_eq!(older.line, "HTTP/1.1 200 OK");

    let record = format!("{letter}/record");
    let checkpoint = front.get(ANA, &format!("{record}/checkpoint")).text();
    let size = checkpoint.lines().nth(1).expect("a size");
    let tile = front.get(ANA, &format!("{record}/tile/0/000.p/{size}"));
    assert_eq!(tile.status(), "200");
    assert_eq!(
        tile.all("cache-control"),
        ["public, max-age=31536000, immutable"]
    );

    let person = Person::individual(1);
    let before = front.total();
    let sent = front.post(ANA, &format!("{letter}/signatures"), &person.form(), &[]);
    assert_eq!(sent.status(), "303", "{}", sent.text());
    let link = Postbox(&front.sink).wait(&person, 1);
    assert!(link.starts_with(&front.caddy.url("/")), "{link}");
    let confirmed = front.post(ANA, &path(&link), "decision=confirm", &[]);
    assert_eq!(confirmed.status(), "200", "{}", confirmed.text());
    assert_eq!(confirmed.all("cache-control"), ["no-store"]);
    wait_for("the figure", Duration::from_secs(20), || {
        (front.total() == before + 1).then_some(())
    });
}

fn organizers_forms_come_through_with_where_they_came_from(base: Base) {
    let front = Front::open(base);
    let own = format!("Origin: {}", front.caddy.url(""));
    let challenge = "/organize/sign-in/challenge";
    let (same, cross) = ("Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: cross-site");
    for (head, status) in [
        (&[&*own, same][..], "200"),
        (&[&*own][..], "200"),
        (&[&*own, cross][..], "403"),
        (&["Origin: https://evil.example", same][..], "403"),
        (&[][..], "403"),
    ] {
        let got = front.post(ANA, challenge, "", head);
        assert_eq!(got.status(), status, "{head:?}: {}", got.text());
    }
    // Another host than the one that the connection was made for.
    let host = ["--header", "Host: evil.example"];
    let got = front.ask(ANA, "/organize/sign-in", &host);
    assert_eq!(got.status(), "421", "{}", got.text());
}

fn a_visitors_address_is_believed_from_the_proxy_alone(base: Base) {
    let front = Front::open(base);
    let slowed = || {
        let metrics = Visitor::of(&front.installation.metrics_url(0)).get("/metrics");
        let metrics = metrics.expect("metrics are served").text();
        let line = metrics
            .lines()
            .find_map(|line| line.strip_prefix("undersigned_submissions_slowed_total "));
        line.map_or(0, |count| count.parse::<u64>().expect("a count"))
    };
    let own = format!("Origin: {}", front.caddy.url(""));
    let press = |from: &str, number: usize| {
        let forged = format!("X-Forwarded-For: 198.51.100.{number}");
        let forwarded = format!("Forwarded: for=198.51.100.{number}");
        let head = [&*own, &forged, &forwarded];
        let got = front.post(from, "/organize/sign-in/challenge", "", &head);
        assert_eq!(got.status(), "200", "{}", got.text());
    };
    for number in 0..6 {
        press(ANA, number);
    }
    assert_eq!(slowed(), 0);
    // Whoever writes another address into each request is one visitor all the same …
    press(ANA, 7);
    assert_eq!(slowed(), 1);
    // … and not the same as the next one, who comes through the same Caddy.
    press(BEN, 7);
    assert_eq!(slowed(), 1);
}

fn no_log_names_a_visitor_and_a_restart_is_waited_for(base: Base) {
    let mut front = Front::open(base);
    let token = "A".repeat(43);
    let private = format!("/letters/{SLUG}/confirm/{token}");
    front.get(ANA, &private);
    // Nobody listens behind Caddy; a reader waits until somebody does.
    let server = front.server.take().expect("it runs");
    assert!(server.stop().success());
    let page = thread::scope(|scope| {
        let reader = scope.spawn(|| front.get(ANA, &format!("/letters/{SLUG}")));
        thread::sleep(Duration::from_secs(2));
        let again = Server::start(behind_tls(&front.installation, front.port));
        (reader.join().expect("an answer"), again)
    });
    let (page, server) = page;
    assert_eq!(page.status(), "200");

    // A server that is gone for good, one that answers nonsense, and visitors who break off.
    let address = server.address().to_owned();
    server.kill();
    let refused = front.ask(ANA, &private, &["--max-time", "40"]);
    assert_eq!(refused.status(), "502");
    let listener = std::net::TcpListener::bind(&address).expect("the port is free again");
    let nonsense = thread::spawn(move || {
        for stream in listener.incoming().take(2).flatten() {
            let _ = std::io::Write::write_all(
                &mut &stream,
                b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf",
            );
        }
    });
    for version in ["--http1.1", "--http2"] {
        let mut curl = front.caddy.curl(ANA);
        let _ = curl.arg(version).arg(front.caddy.url(&private)).output();
    }
    nonsense.join().expect("two came");
    let mut stranger = front.caddy.curl(ANA);
    let _ = stranger
        .args(["--tls-max", "1.1"])
        .arg(front.caddy.url("/"))
        .output();

    let said = front.caddy.said();
    assert!(said.contains("serving initial configuration"), "{said}");
    for secret in [ANA, &token, "/confirm/", "curl/"] {
        assert!(!said.contains(secret), "Caddy's log has {secret}: {said}");
    }
}

fn a_large_spreadsheet_comes_through(base: Base) {
    let front = Front::open(base);
    let draft = "not-known-yet";
    import_draft(&front, draft);
    // What opens the database goes on for as long as it is open.
    let runtime = Runtime::new().expect("a runtime");
    let config = front.installation.config(0);
    let app = runtime.block_on(App::open(config, Clock::System));
    let app = app.expect("it opens");
    let find = async { letters::by_slug(&mut app.store.read().await?, draft).await };
    let found = runtime.block_on(find);
    let letter = found
        .expect("the store answers")
        .expect("the draft is there")
        .id;
    let editor = crew::member_of(&app, "Eda Quill", Some((letter, Role::Editor)));

    // 31 MB of people who aren't there.
    let mut table = String::from("kind,name,country,e-mail\n");
    for number in 0.. {
        if table.len() > 31 << 20 {
            break;
        }
        table += &format!("individual,Nobody Number{number},SE,n{number}@mail.example\n");
    }
    let file = front.installation.root().join("table.csv");
    fs::write(&file, &table).expect("own directory");
    let sheets = format!("/organize/letters/{draft}/founders/spreadsheets");
    let origin = format!("Origin: {}", front.caddy.url(""));
    let cookie = format!("Cookie: __Host-{}", editor.cookie());
    let more = [
        "--header",
        &origin,
        "--header",
        &cookie,
        "--form",
        &format!("_form={}", editor.form_token()),
        "--form",
        &format!("file=@{}", file.display()),
        "--max-time",
        "60",
    ];
    let got = front.ask(ANA, &sheets, &more);
    assert_eq!(got.status(), "303", "{}", got.text());
    let parts = "select count(*) from founder_table_parts";
    let whole = i64::try_from(table.len().div_ceil(1 << 20)).expect("few");
    assert_eq!(front.installation.number(parts), whole);
}

fn a_letters_own_name_has_a_certificate_once_it_may_be_known(base: Base) {
    let front = Front::open(base);
    let (own, draft) = ("cleanrivers.example", "not-known-yet");
    import_draft(&front, draft);
    let set = |arguments: &[&str]| {
        front
            .installation
            .run(&[&["host", "set"], arguments].concat())
    };
    set(&[draft, "embargoed.example"]);
    set(&[SLUG, own]);
    // curl(1): 35 is a TLS handshake that failed.
    let knock = |name: &str| {
        let url = format!("https://{name}:{}/", front.port);
        let mut curl = front.caddy.curl(ANA);
        let ended = curl.args(["--include", &url]).output().expect("curl runs");
        let got = ended.status.success().then(|| front::parse(&ended.stdout));
        got.ok_or(ended.status.code())
    };
    let letter = wait_for("the letter's own name", Duration::from_secs(30), || {
        knock(own).ok().filter(|got| got.status() == "200")
    });
    assert_eq!(letter.line, "HTTP/2 200");
    assert!(letter.text().contains("<title>Security for All"));
    for unknown in ["embargoed.example", "nobody.example"] {
        assert_eq!(knock(unknown).err(), Some(Some(35)), "{unknown}");
    }
    set(&[draft, "embargoed.example", "--early"]);
    let early = wait_for("a certificate ahead", Duration::from_secs(30), || {
        knock("embargoed.example").ok()
    });
    assert_eq!(early.status(), "421");
    assert_eq!(front.get(ANA, "/healthz").status(), "200");
    let said = front.caddy.said();
    assert!(
        !said.contains(ANA) && !said.contains("nobody.example"),
        "{said}"
    );
}

/// Has a letter under embargo come in from files.
fn import_draft(front: &Front, slug: &str) {
    let folder = front.installation.root().join(slug);
    fs::create_dir(&folder).expect("own directory");
    for name in ["letter.toml", "en.md", "es.md", "fr.md", "ar.md"] {
        let text = fs::read_to_string(format!("{FIXTURE}/{name}")).expect("a fixture");
        fs::write(folder.join(name), text.replace(SLUG, slug)).expect("own directory");
    }
    let folder = folder.to_str().expect("a plain path");
    front.installation.run(&["import", "letter", folder]);
}
