//! Before its launch nothing public tells that a letter exists; at its launch everything that shows it
//! agrees.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use undersigned::acts::founding;
use undersigned::model::Role;
use undersigned::model::founders::Founders;
use undersigned_testbed::Server;

use super::crew;
use super::drafted::{Drafted, FIXTURE, PIXEL, SECRET};
use crate::harness::{Answer, Base, House, Inside, SLUG, Visitor, block_on, on_both};

on_both!(
    no_public_answer_tells_of_a_letter_before_its_launch,
    metrics_and_logs_name_no_letter,
    a_preview_is_one_persons_and_can_be_revoked,
    the_first_answer_that_shows_it_has_the_right_figure,
);

/// As long as the secret letter's word.
const ABSENT: &str = "not-there-yet";

/// Every public route, as the router has it: a new one is crawled without a change here.
fn public_routes() -> BTreeSet<String> {
    let router = include_str!("../../../src/http/router.rs");
    let literals = router.split('"').skip(1).step_by(2);
    let routes = literals.filter(|text| text.starts_with('/') && !text.starts_with("/organize"));
    let routes: BTreeSet<String> = routes.map(str::to_owned).collect();
    assert!(
        routes.len() > 25,
        "the router's routes are not found: {routes:?}"
    );
    routes
}

fn filled(route: &str, slug: &str, token: &str) -> String {
    let path = route.replace("{slug}", slug).replace("{token}", token);
    let path = path
        .replace("{*file}", "checkpoint")
        .replace("{bundle}", "0");
    path.replace("{index}", "0").replace("{name}", "letter.js")
}

/// The secret letter's own host name, and one as long that is nobody's.
const OWN_HOST: &str = "cleanrivers.example";
const NO_HOST: &str = "nobodysname.example";

/// Everything that a stranger gets for a path, by each method and in two languages.
fn answers(house: &House<Inside>, path: &str) -> Vec<Answer> {
    answers_to(&house.visitor, path)
}

fn answers_to(visitor: &Visitor, path: &str) -> Vec<Answer> {
    let mut all = Vec::new();
    for method in ["GET", "HEAD", "POST"] {
        for headers in [
            &[][..],
            &[("accept-language", "ar"), ("accept-encoding", "br")],
        ] {
            let form = "name=A&email=a%40a.example&country=DE&decision=confirm";
            // Where a route takes no form, the connection may close on it before the answer is read.
            let mut asked = (0..5).filter_map(|_| visitor.ask(method, path, headers, form));
            let answer = asked.next();
            let answer =
                answer.unwrap_or_else(|| panic!("no answer to {method} {path} {headers:?}"));
            all.push(answer.without_date());
        }
    }
    all
}

fn no_public_answer_tells_of_a_letter_before_its_launch(base: Base) {
    let house = House::open_inside(base);
    let token = "A".repeat(43);
    let alone: BTreeSet<String> = public_routes()
        .into_iter()
        .filter(|route| !route.contains('{'))
        .collect();
    let before: Vec<Vec<Answer>> = alone.iter().map(|path| settled(&house, path)).collect();
    let of = Drafted::new(&house);
    let ola = crew::member(&house, "Ola", Some((of.letter.id, Role::Owner)));
    of.post(
        &house,
        "/founders",
        "kind=individual&name=Ana+Secret&email=a%40a.example&country=ES",
    );
    of.post(&house, "/founders/invitations", "");
    of.post(&house, "/previews", "name=A+paper");
    of.post(&house, "/translators", "lang=es&name=Tomas+Secret");
    bring_founders(&house, &of, 3);
    let logo = of
        .editor
        .upload(&house, &of.path("/logo"), &[("file", PIXEL)]);
    assert_eq!(logo.status, 303, "{}", logo.text());
    let (date, zone) = ("2999-01-01", "UTC");
    let form = format!("date={date}&time=09%3A00&zone={zone}");
    ola.ask(&house, "POST", &of.path("/launch/schedule"), &form);
    let named = ola.ask(
        &house,
        "POST",
        &of.path("/host"),
        &format!("host={OWN_HOST}"),
    );
    assert_eq!(named.status, 303, "{}", named.text());
    house.settle_mail();

    let mut crawled = 0;
    for route in public_routes() {
        if route.contains("{slug}") {
            for query in ["", "?lang=ar", "?text=es&kind=company", "?via=edri"] {
                let known = answers(
                    &house,
                    &format!("{}{query}", filled(&route, SECRET, &token)),
                );
                let absent = answers(
                    &house,
                    &format!("{}{query}", filled(&route, ABSENT, &token)),
                );
                assert_eq!(known, absent, "{route}{query} tells that the letter exists");
                crawled += known.len();
            }
        }
    }
    assert!(crawled > 300, "{crawled} answers compared");
    for (path, before) in alone.iter().zip(before) {
        let after = settled(&house, path);
        assert_eq!(
            before, after,
            "{path} has changed since there is a secret letter"
        );
        for answer in after {
            let text = answer.text();
            assert!(!text.contains(SECRET) && !text.contains("Secret"), "{path}");
        }
    }
    its_own_host_is_a_strangers(&house, &token);
    let unknown = answers(&house, &format!("/nothing/{token}"));
    for route in [
        "/invited/{token}",
        "/invited/{token}/logo",
        "/preview/{token}",
    ] {
        let wrong = answers(&house, &filled(route, "", &token));
        // Where a route has no such method it says so, whatever the token.
        let (get, unknown_get) = (&wrong[..4], &unknown[..4]);
        assert_eq!(get, unknown_get, "{route}");
    }
}

fn metrics_and_logs_name_no_letter(base: Base) {
    let mut house = House::open(base);
    let folder = house.installation.root().join("secret");
    fs::create_dir(&folder).expect("a folder");
    let origin = house.installation.config(0).origin_of(SECRET);
    for file in fs::read_dir(FIXTURE).expect("a fixture") {
        let file = file.expect("a file").path();
        let Ok(text) = fs::read_to_string(&file) else {
            continue;
        };
        let text = text.replace("demo.example/letters/security-for-all", &origin);
        let text = text.replace("security-for-all", SECRET);
        let text = text.replace("demonstration = true", "");
        fs::write(folder.join(file.file_name().expect("a name")), text).expect("it is written");
    }
    let folder = folder.to_str().expect("a path");
    house.installation.run(&["import", "letter", folder]);
    house.installation.run(&["host", "set", SECRET, OWN_HOST]);
    let ask = Visitor::of(&house.installation.ask_url(0));
    for host in [OWN_HOST, NO_HOST] {
        let asked = ask.get(&format!("/host?domain={host}"));
        assert_eq!(asked.expect("it answers").status, 404, "no certificate");
        let own = house.visitor.under(host).get("/");
        assert_eq!(own.expect("the server answers").status, 421);
    }
    for path in [
        "/letters/SLUG",
        "/letters/SLUG/record/checkpoint",
        "/api/letters/SLUG",
    ] {
        let absent = house.visitor.get(&path.replace("SLUG", SECRET));
        assert_eq!(absent.expect("the server answers").status, 404);
    }
    let pages = ["/letters/SLUG", "/letters/SLUG/record/checkpoint"];
    for page in pages.map(|page| page.replace("SLUG", SECRET)) {
        let asked = asked_meanwhile(&mut house, |visitor| {
            visitor.get(&page).expect("the server answers");
        });
        assert_eq!(asked, BTreeSet::new(), "time tells of {page}");
    }
    let launched = asked_meanwhile(&mut house, |visitor| {
        let confirm = format!("/letters/{SLUG}/confirm/{}", "A".repeat(43));
        visitor.get(&confirm).expect("the server answers");
    });
    assert!(!launched.is_empty(), "no statement is seen in the log");
    let metrics = format!("{}/metrics", house.installation.metrics_url(0));
    let mut metrics = ureq::get(metrics).call().expect("the metrics");
    let metrics = metrics.body_mut().read_to_string().expect("text");
    assert!(metrics.contains("undersigned_"), "{metrics}");
    let log = house.server.process().stderr();
    assert!(!log.is_empty(), "it logs");
    for name in [SECRET, OWN_HOST] {
        assert!(!metrics.contains(name), "metrics name it");
        assert!(!log.contains(name), "the log names it");
    }
}

/// The statements that the database is asked anew each time that something is done. Where there are none
/// whether a letter exists or not, how long an answer takes can't tell.
fn asked_meanwhile(house: &mut House<Server>, deed: impl Fn(&Visitor)) -> BTreeSet<String> {
    const TIMES: usize = 100;
    let before = statements(&house.server.process().stderr());
    for _ in 0..TIMES {
        deed(&house.visitor);
    }
    let after = statements(&house.server.process().stderr());
    let more = |(statement, count): (String, usize)| {
        let earlier = before.get(&statement).copied().unwrap_or_default();
        (count - earlier >= TIMES).then_some(statement)
    };
    after.into_iter().filter_map(more).collect()
}

/// How often the log names each statement.
fn statements(log: &str) -> BTreeMap<String, usize> {
    let mut counted = BTreeMap::new();
    for line in log.lines() {
        if let Some((_, rest)) = line.split_once("sqlx::query: summary=\"") {
            let summary = rest.split('"').next().unwrap_or_default();
            *counted.entry(summary.to_owned()).or_default() += 1;
        }
    }
    counted
}

/// Under the letter's own name there is what is under any that leads here and isn't known.
fn its_own_host_is_a_strangers(house: &House<Inside>, token: &str) {
    let (own, strange) = (house.visitor.under(OWN_HOST), house.visitor.under(NO_HOST));
    let routes = public_routes().into_iter();
    for path in routes.map(|route| filled(&route, SECRET, token)) {
        let (known, absent) = (answers_to(&own, &path), answers_to(&strange, &path));
        let same = known == absent || path == "/readyz";
        assert!(same, "{path} tells whose name it is: {known:?}, {absent:?}");
        let text: String = known.iter().map(Answer::text).collect();
        assert!(!text.contains(OWN_HOST), "{path}");
    }
}

/// Pages whose words change with the time of day are compared without it.
fn settled(house: &House<Inside>, path: &str) -> Vec<Answer> {
    let mut all = answers(house, path);
    if path == "/readyz" {
        for answer in &mut all {
            answer.body.clear();
            answer.headers.retain(|(name, _)| name != "content-length");
        }
    }
    all
}

fn a_preview_is_one_persons_and_can_be_revoked(base: Base) {
    let house = House::open_inside(base);
    let of = Drafted::new(&house);
    let made = of.post(&house, "/previews", "name=La+Gaceta");
    assert_eq!(made.status, 200, "{}", made.text());
    let text = made.text();
    let link = text.split("/preview/").nth(1).expect("a link");
    let token: String = link.chars().take(43).collect();
    let path = format!("/preview/{token}");
    assert!(of.page(&house, "/previews").text().contains("not used yet"));
    let get = |path: &str| house.visitor.get(path).expect("the server answers");
    house.visitor.head(&path).expect("the server answers");
    assert!(
        of.page(&house, "/previews").text().contains("not used yet"),
        "HEAD reads nothing"
    );
    bring_founders(&house, &of, 3);
    let page = get(&path);
    assert_eq!(page.status, 200);
    let seen = page.text();
    for wanted in [
        "Under embargo until it is launched",
        "3 have signed so far",
        "Body number 2",
    ] {
        assert!(seen.contains(wanted), "{wanted} in {seen}");
    }
    assert!(!seen.contains("<form") && !seen.contains(&format!("/letters/{SECRET}")));
    assert_eq!(page.header("cache-control"), Some("no-store"));
    assert_eq!(page.header("referrer-policy"), Some("no-referrer"));
    assert!(
        get(&format!("{path}?text=es"))
            .text()
            .contains("lang=\"es\"")
    );
    let list = of.page(&house, "/previews").text();
    assert!(
        list.contains("last used") && list.contains("La Gaceta"),
        "{list}"
    );

    let action = list.split("/previews/").nth(1).expect("a form");
    let id: String = action.chars().take_while(char::is_ascii_digit).collect();
    let revoked = of.post(&house, &format!("/previews/{id}/removal"), "");
    assert_eq!(revoked.status, 303, "{}", revoked.text());
    let unknown = get(&format!("/nothing/{token}")).without_date();
    assert_eq!(
        get(&path).without_date(),
        unknown,
        "a revoked link is no page"
    );
    let trail = "select count(*) from trail where act in ('preview-made', 'preview-revoked')";
    assert_eq!(house.installation.number(trail), 2);
}

/// Brings founders who have accepted elsewhere, as the command line does.
fn bring_founders(house: &House<Inside>, of: &Drafted, count: usize) {
    let mut rows = "kind,name,country\n".to_owned();
    for number in 1..=count {
        rows += &format!(
            "organization,Body number {number},{}\n",
            ["DE", "ES"][number % 2]
        );
    }
    let mut lines = Founders::open(rows.as_bytes(), "en".parse().expect("a tag")).expect("a table");
    let mut founders = Vec::new();
    while let Some(line) = lines.next_line().expect("a line") {
        founders.push(line.founder.unwrap_or_else(|_| panic!("it holds")));
    }
    let added = block_on(founding::add(&house.server.app, &of.letter, founders));
    assert_eq!(added.expect("they are added"), count as u64);
}

/// What a poller saw when the letter first showed itself.
struct First {
    page: u64,
    api: (u64, u64),
    checkpoint: u64,
}

fn the_first_answer_that_shows_it_has_the_right_figure(base: Base) {
    const FOUNDERS: usize = 150;
    let house = House::open_inside(base);
    let of = Drafted::new(&house);
    bring_founders(&house, &of, FOUNDERS);
    let going = AtomicBool::new(true);
    let seen = std::thread::scope(|scope| {
        let pollers: Vec<_> = (0..4)
            .map(|start| {
                let (visitor, going) = (house.visitor.clone(), &going);
                scope.spawn(move || first(&visitor, start, going))
            })
            .collect();
        std::thread::sleep(Duration::from_millis(300));
        of.launch(&house);
        let seen: Vec<First> = pollers
            .into_iter()
            .map(|poller| poller.join().expect("it ends"))
            .collect();
        going.store(false, Ordering::Relaxed);
        seen
    });
    for first in seen {
        let wanted = FOUNDERS as u64;
        assert_eq!((first.page, first.api.0), (wanted, wanted));
        // Genesis, texts, founding signatures, `opened`.
        assert_eq!(first.api.1, wanted + 3);
        assert_eq!(first.checkpoint, first.api.1);
    }
}

/// Asks for the letter in one of three ways until it is there; then for the others at once.
fn first(visitor: &Visitor, start: usize, going: &AtomicBool) -> First {
    let paths = [
        format!("/letters/{SECRET}"),
        format!("/api/letters/{SECRET}"),
        format!("/letters/{SECRET}/record/checkpoint"),
    ];
    let begun = Instant::now();
    while going.load(Ordering::Relaxed) {
        assert!(
            begun.elapsed() < Duration::from_secs(60),
            "it was never there"
        );
        let answer = visitor.get(&paths[start % 3]).expect("the server answers");
        if answer.status == 200 {
            break;
        }
        assert_eq!(answer.status, 404);
    }
    let get = |path: &String| {
        let answer = visitor.get(path).expect("the server answers");
        assert_eq!(
            answer.status,
            200,
            "{path} lags behind {}",
            paths[start % 3]
        );
        answer
    };
    let page = get(&paths[0]).text();
    let total = page.split("class=\"total\"").nth(1).expect("figures");
    let digits = |text: &str| -> u64 {
        let digits = text.chars().skip_while(|c| !c.is_ascii_digit());
        let digits: String = digits.take_while(char::is_ascii_digit).collect();
        digits.parse().expect("a number")
    };
    let api = get(&paths[1]).json();
    let number = |value: &serde_json::Value| value.as_u64().expect("a number");
    let checkpoint = get(&paths[2]).text();
    First {
        page: digits(total.split_once('>').expect("a tag").1),
        api: (
            number(&api["figures"]["total"]),
            number(&api["record"]["size"]),
        ),
        checkpoint: checkpoint
            .lines()
            .nth(1)
            .expect("a size")
            .parse()
            .expect("a number"),
    }
}
