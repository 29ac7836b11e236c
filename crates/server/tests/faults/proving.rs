//! Organizations prove their domains, by a real name server and a real web site, and lose the proof again.

use std::time::Duration;

use undersigned::acts::access::Moderator::Operator;
use undersigned::acts::{moderation, proving};
use undersigned::app::App;
use undersigned::recorder;
use undersigned::store::proofs;
use undersigned_testbed::{NameServer, WebHost};

use crate::harness::{Base, House, Inside, Person, SLUG, block_on, on_both, path, wait_for};

on_both!(
    a_record_lets_a_company_through,
    a_proof_that_is_gone_is_missed_thrice,
    a_proof_speaks_for_one_mailbox,
    a_name_inside_and_no_name_are_told_alike,
);

const FILE: &str = ".well-known/undersigned.txt";
const WEEK: i64 = 7 * 24 * 3600;

/// A letter, and the domain `org.example` with everything at it.
struct Place {
    house: House<Inside>,
    names: NameServer,
    web: WebHost,
}

impl Place {
    fn open(base: Base) -> Self {
        let names = NameServer::start("org.example", "@ A 127.0.0.1\n* A 127.0.0.1");
        let web = WebHost::start("org.example");
        let settings = format!(
            "[proof]\nname_server = \"{}\"\nhttps_port = {}\nca_file = \"{}\"\n\
             allowed_networks = [\"127.0.0.1\"]\n",
            names.address(),
            web.port(),
            web.ca_file().display()
        );
        let house = House::open_inside_with(base, &settings);
        house.wait_until_open();
        Self { house, names, web }
    }

    fn app(&self) -> &App {
        &self.house.server.app
    }

    /// Presses "Check now" behind a link; gives the page.
    fn check(&self, link: &str, method: &str) -> (u16, String) {
        let to = format!("{}/proof", path(link));
        let answer = self.house.visitor.post(&to, &format!("method={method}"));
        let answer = answer.expect("the server answers");
        (answer.status, answer.text())
    }

    /// The line that the page behind a link wants to see.
    fn line(&self, link: &str) -> String {
        let page = self.house.visitor.open(link).expect("it answers").text();
        let (_, rest) = page.split_once(">undersigned=").expect("a line");
        let (token, _) = rest.split_once('<').expect("an end");
        assert_eq!(token.len(), 32, "{token}");
        format!("undersigned={token}")
    }

    /// The index that the page behind a link names.
    fn index(&self, link: &str) -> String {
        wait_for("an index", Duration::from_secs(20), || {
            let page = self.house.visitor.open(link)?.text();
            let (_, rest) = page.split_once(&format!("/letters/{SLUG}/signatures/"))?;
            Some(rest.chars().take_while(char::is_ascii_digit).collect())
        })
    }

    fn level(&self, index: &str) -> String {
        let at = format!("/api/letters/{SLUG}/signatures/{index}");
        let answer = self.house.visitor.get(&at).expect("it answers").json();
        answer["level"].as_str().expect("a level").to_owned()
    }

    fn wait_for_level(&self, index: &str, level: &str) {
        wait_for(level, Duration::from_secs(20), || {
            (self.level(index) == level).then_some(())
        });
    }

    /// Lets the next check come due, and waits until it was made.
    fn look_again(&self) {
        self.house.server.pass(WEEK + 60);
        wait_for("a check", Duration::from_secs(60), || {
            block_on(proving::recheck_due(self.app())).expect("it looks");
            let query = "select count(*) from proofs where due_at <= $1";
            let installation = &self.house.installation;
            let now = self.app().clock.now();
            let due = installation
                .base
                .number(installation.data(0), query, &[now]);
            (due == 0).then_some(())
        });
        self.house.settle();
    }

    fn number(&self, query: &'static str) -> i64 {
        self.house.installation.number(query)
    }

    /// Entries that change a level.
    fn level_entries(&self) -> usize {
        let entries = self.house.installation.entries();
        let is_level =
            |entry: &&Vec<u8>| String::from_utf8_lossy(entry).contains("\"type\":\"level\"");
        entries.iter().filter(is_level).count()
    }
}

/// Of a company whose mailbox is elsewhere.
fn company(number: usize) -> Person {
    Person {
        website: "https://www.org.example/about".to_owned(),
        ..Person::unproven_company(number)
    }
}

fn a_record_lets_a_company_through(base: Base) {
    let mut place = Place::open(base);
    let before = place.house.total();
    let link = place.house.sign_and_confirm(&company(1));
    let page = place.house.visitor.open(&link).expect("it answers").text();
    assert!(page.contains("_undersigned.org.example"), "{page}");
    assert!(page.contains("https://org.example/.well-known/undersigned.txt"));
    let line = place.line(&link);
    let (status, page) = place.check(&link, "dns");
    assert_eq!(status, 200);
    assert!(page.contains("nothing there yet"), "{page}");
    assert_eq!(
        place.number("select count(*) from submissions where state = 'held'"),
        1
    );

    place
        .names
        .replace(&format!("_undersigned TXT \"{line}\"\n@ A 127.0.0.1"));
    let (status, page) = place.check(&link, "dns");
    assert_eq!(status, 200);
    assert!(page.contains("your domain is proven"), "{page}");
    place.house.wait_for_total(before + 1);
    let index = place.index(&link);
    assert_eq!(place.level(&index), "dns");
    let at = format!("/letters/{SLUG}/signatures/{index}");
    let page = place.house.visitor.get(&at).expect("it answers").text();
    assert!(page.contains("it was there."), "{page}");
    // Its entry says so from the beginning.
    assert_eq!(place.level_entries(), 0);
    place.look_again();
    assert_eq!(place.level(&index), "dns");
    // A recovery knows the level from the record, and nothing more.
    let signature = place.number("select signature from proofs");
    let forget = place
        .app()
        .committer
        .write(move |tx| Box::pin(async move { proofs::forget(tx, signature).await }));
    block_on(forget).expect("it writes");
    block_on(proving::adopt(place.app())).expect("it writes");
    assert_eq!(place.number("select checked_at from proofs"), 0);
    place.look_again();
    assert!(place.number("select checked_at from proofs") > 0);
    // An unknown way is no way; and whoever asks too often waits.
    assert_eq!(place.check(&link, "vouched").0, 400);
    let refused = (0..6).find(|_| place.check(&link, "dns").0 == 429);
    assert!(refused.is_some());
    place.house.judge().record();
}

fn a_proof_that_is_gone_is_missed_thrice(base: Base) {
    let place = Place::open(base);
    let person = Person {
        email: "press@org.example".to_owned(),
        ..company(2)
    };
    let link = place.house.sign_and_confirm(&person);
    let index = place.index(&link);
    assert_eq!(place.level(&index), "domain");
    let line = place.line(&link);
    place.web.put("org.example", FILE, &line);
    assert_eq!(place.check(&link, "well-known").0, 200);
    place.wait_for_level(&index, "well-known");
    place.look_again();
    assert_eq!(
        (place.level(&index).as_str(), place.level_entries()),
        ("well-known", 1)
    );

    // Twice missing, and there again: nothing happened.
    place.web.take_away("org.example", FILE);
    place.look_again();
    place.look_again();
    assert_eq!(place.number("select absent from proofs"), 2);
    let page = place.house.visitor.open(&link).expect("it answers").text();
    assert!(
        page.contains("The last 2 times it was looked for"),
        "{page}"
    );
    let page = place
        .house
        .visitor
        .get(&format!("/letters/{SLUG}/signatures/{index}"));
    assert!(!page.expect("it answers").text().contains("it was there."));
    place.web.put("org.example", FILE, &line);
    place.look_again();
    assert_eq!(place.number("select absent from proofs"), 0);

    // What can't be reached is not missing, however often.
    place.web.put("org.example", FILE, "= 503");
    for _ in 0..4 {
        place.look_again();
    }
    assert_eq!(place.number("select absent from proofs"), 0);
    assert_eq!(place.level(&index), "well-known");

    place.web.take_away("org.example", FILE);
    place.look_again();
    place.look_again();
    assert_eq!(place.level_entries(), 1);
    lose_it_once(&place);
    place.wait_for_level(&index, "domain");
    assert_eq!(place.level_entries(), 2);
    assert_eq!(place.number("select count(*) from proofs"), 0);
    place.house.judge().record();
}

/// Looks for the last time, with two nodes at once where there can be two: one entry comes of it.
fn lose_it_once(place: &Place) {
    if let Base::Sqlite = place.house.installation.base {
        return place.look_again();
    }
    let other = block_on(async {
        let config = place.house.installation.config(0);
        let app = App::open(config, place.app().clock.clone())
            .await
            .expect("it answers");
        recorder::refresh(&app).await.expect("it answers");
        place.house.server.pass(WEEK + 60);
        let (one, two) = tokio::join!(
            proving::recheck_due(place.app()),
            proving::recheck_due(&app)
        );
        one.expect("it answers") + two.expect("it answers")
    });
    assert!(other <= 1, "{other} looked");
    place.look_again();
}

fn a_proof_speaks_for_one_mailbox(base: Base) {
    let mut place = Place::open(base);
    let before = place.house.total();
    let first = place.house.sign_and_confirm(&company(3));
    let line = place.line(&first);
    place
        .names
        .replace(&format!("_undersigned TXT \"{line}\"\n@ A 127.0.0.1"));
    assert!(
        place
            .check(&first, "dns")
            .1
            .contains("your domain is proven")
    );
    place.house.wait_for_total(before + 1);

    // Somebody else names the same site: the line that is there is not theirs.
    let stranger = place.house.sign_and_confirm(&company(4));
    assert_ne!(place.line(&stranger), line);
    let (_, page) = place.check(&stranger, "dns");
    assert!(page.contains("none of it is your line"), "{page}");

    // The same mailbox for another company: proven, and still for a person to look at.
    let other = Person {
        name: "Vaxholm Holding".to_owned(),
        ..company(3)
    };
    let second = place.house.sign_and_confirm(&other);
    let (_, page) = place.check(&second, "dns");
    assert!(page.contains("may still be checked"), "{page}");
    let letter = place.app().letters.by_slug(SLUG).expect("launched");
    let held =
        block_on(moderation::held(place.app(), &letter, moderation::ALL)).expect("it answers");
    let held: Vec<_> = held
        .into_iter()
        .filter(|one| one.fields.proven.is_some())
        .collect();
    assert_eq!(held.len(), 1);
    assert_eq!(held[0].doubts, [undersigned::model::Doubt::Another]);
    block_on(moderation::approve(
        place.app(),
        Operator,
        &letter,
        held[0].id,
        None,
    ))
    .expect("it answers");
    place.house.wait_for_total(before + 2);
    assert_eq!(place.level(&place.index(&second)), "dns");
    assert_eq!(place.number("select count(*) from proofs"), 2);

    // Another site is not proven by this one's line.
    let moved = Person {
        website: "https://elsewhere.example".to_owned(),
        ..company(3)
    };
    assert_eq!(
        place
            .house
            .visitor
            .correct(&first, &moved)
            .expect("it answers")
            .status,
        200
    );
    let held =
        block_on(moderation::held(place.app(), &letter, moderation::ALL)).expect("it answers");
    let correction = held.iter().find(|one| one.corrects).expect("it is held");
    block_on(moderation::approve(
        place.app(),
        Operator,
        &letter,
        correction.id,
        None,
    ))
    .expect("it answers");
    place.wait_for_level(&place.index(&first), "mailbox");
    assert_eq!(place.number("select count(*) from proofs"), 1);
    place.house.judge().record();
}

/// Which names the server's own resolver knows is nobody's business.
fn a_name_inside_and_no_name_are_told_alike(base: Base) {
    let mut place = Place::open(base);
    let link = place.house.sign_and_confirm(&company(5));
    place.names.replace("other A 127.0.0.1");
    let (status, nowhere) = place.check(&link, "well-known");
    assert_eq!(status, 200);
    assert!(nowhere.contains("nothing there yet"), "{nowhere}");
    place.names.replace("@ A 10.20.30.40");
    let (status, inside) = place.check(&link, "well-known");
    assert_eq!((status, inside), (200, nowhere));
}
