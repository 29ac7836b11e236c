//! Letters' own host names: what there is under one, from when on, and whose it is.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use undersigned::acts::host::may_be_certified;
use undersigned::model::Role;
use undersigned_testbed::NameServer;

use super::crew::{self, Member};
use super::drafted::{Drafted, SECRET};
use crate::harness::{
    Answer, Base, House, Inside, Person, Receipt, SLUG, Visitor, block_on, on_both, wait_for,
};

on_both!(
    a_letter_is_read_and_signed_under_its_own_name,
    a_name_given_before_the_launch_holds_from_then_on,
    a_name_is_one_letters,
    what_is_no_name_is_refused_beside_its_field,
    a_name_is_looked_up_before_it_is_saved,
    the_checklist_says_where_the_name_leads,
    a_proxy_hears_which_names_may_be_known,
);

const HOST: &str = "cleanrivers.example";

fn get(visitor: &Visitor, path: &str) -> Answer {
    visitor.get(path).expect("the server answers")
}

/// An owner of a letter.
fn owner(house: &House<Inside>, letter: i64) -> Member {
    crew::member(house, "Olga Quill", Some((letter, Role::Owner)))
}

/// Has an owner give a letter a name.
fn give(house: &House<Inside>, owner: &Member, slug: &str, form: &str) -> Answer {
    let path = format!("/organize/letters/{slug}/host");
    owner.ask(house, "POST", &path, form)
}

/// Waits until a name is answered, or not any more.
fn wait_for_status(visitor: &Visitor, status: u16) {
    wait_for("the name", Duration::from_secs(20), || {
        (get(visitor, "/").status == status).then_some(())
    });
}

fn a_letter_is_read_and_signed_under_its_own_name(base: Base) {
    let house = House::open_inside(base);
    let (site, own) = (&house.visitor, house.visitor.under(HOST));
    let before = house.sign(&Person::individual(0));
    let owner = owner(&house, crew::letter(&house, SLUG));
    assert_eq!(get(&own, "/").status, 421);
    let saved = give(
        &house,
        &owner,
        SLUG,
        "host=https%3A%2F%2FCleanRivers.Example%2F",
    );
    assert_eq!(saved.status, 303, "{}", saved.text());
    wait_for_status(&own, 200);

    // Read there, sent there from the site, and everything of it in one place.
    let page = get(&own, "/?lang=en&kind=company");
    let address = own.address();
    for wanted in [
        "Security for All".to_owned(),
        format!("<link rel=\"canonical\" href=\"{address}/?kind=company&amp;lang=en\">"),
        format!("<meta property=\"og:url\" content=\"{address}/?kind=company&amp;lang=en\">"),
        format!("hreflang=\"ar\" href=\"{address}/?kind=company&amp;lang=ar\""),
        format!("href=\"{}/?lang=en\"", site.base()),
    ] {
        let text = page.text().replace("&#38;", "&amp;");
        assert!(text.contains(&wanted), "{wanted} in {text}");
    }
    assert_eq!(page.header("set-cookie"), None);
    for visitor in [site, &own] {
        let moved = get(visitor, &format!("/letters/{SLUG}?lang=ar&via=edri"));
        assert_eq!(moved.status, 308);
        let to = format!("{address}/?lang=ar&via=edri");
        assert_eq!(moved.header("location"), Some(&*to));
        assert_eq!(moved.header("cache-control"), Some("no-cache"));
    }
    for rest in [
        "/signatures",
        "/check",
        "/privacy",
        "/languages",
        "/sign",
        "/texts/1",
        "/record/checkpoint",
        "/record/key",
    ] {
        let path = format!("/letters/{SLUG}{rest}");
        let (there, here) = (get(&own, &path), get(site, &path));
        assert_eq!((there.status, here.status), (200, 200), "{path}");
        assert_eq!(
            there.without_date().body,
            here.without_date().body,
            "{path}"
        );
    }
    assert!(
        get(site, &format!("/letters/{SLUG}/check"))
            .text()
            .contains(&format!("undersigned-verify {address} "))
    );
    assert_eq!(get(&own, &format!("/api/letters/{SLUG}")).status, 200);
    only_its_own_is_there(&house, &own);

    // Signed there, confirmed by a link that leads there, with the same receipt under both names.
    let person = Person::individual(1);
    let sent = own.sign(&person).expect("the server answers");
    assert_eq!(
        sent.header("location").map(|to| to.starts_with('/')),
        Some(true),
        "{}",
        sent.text()
    );
    let link = house.postbox().wait(&person, 1);
    assert!(
        link.starts_with(&format!("{address}/letters/{SLUG}/confirm/")),
        "{link}"
    );
    assert_eq!(own.confirm(&link).expect("an answer").status, 200);
    // A link that was mailed before works where it leads, for ever.
    assert!(before.starts_with(site.base()), "{before}");
    assert_eq!(site.confirm(&before).expect("an answer").status, 200);
    house.settle();
    let receipt = |visitor: &Visitor| {
        wait_for("a receipt", Duration::from_secs(20), || {
            visitor.receipt(&link)
        })
    };
    // What is recorded between the two makes the first older.
    wait_for("the same receipt", Duration::from_secs(20), || {
        (receipt(&own) == receipt(site)).then_some(())
    });

    let proxy = proxy_to(site);
    for address in [address.clone(), format!("{address}/letters/{SLUG}")] {
        let judge = house.judge().at(&address, &proxy);
        judge.record();
        judge.receipts(&[Receipt {
            name: person.name.clone(),
            text: receipt(&own),
        }]);
    }
    let mail = house.sink.messages_to(&person.address());
    let mail = mail.first().expect("a mail");
    assert!(
        !mail.subject().contains(HOST),
        "it would show on a locked screen"
    );
}

/// Nothing but the letter is under its own name: the rest is answered like any unknown path.
fn only_its_own_is_there(house: &House<Inside>, own: &Visitor) {
    let of = Drafted::new(house);
    of.launch(house);
    wait_for("the other letter", Duration::from_secs(20), || {
        let answer = get(&house.visitor, &format!("/letters/{SECRET}"));
        (answer.status == 200).then_some(())
    });
    let unknown = get(own, "/nothing").without_date();
    assert_eq!(unknown.status, 404);
    for path in [
        format!("/letters/{SECRET}"),
        format!("/letters/{SECRET}/record/checkpoint"),
        format!("/letters/{SECRET}/signatures"),
        format!("/api/letters/{SECRET}"),
        format!("/api/letters/{SLUG}x/figures"),
        format!("/letters/{SLUG}-two"),
        format!("/letters/%73{}", &SLUG[1..]),
        format!("/letters/{SLUG}/nothing"),
        "/api/letters".to_owned(),
        "/api/openapi.json".to_owned(),
        "/organize".to_owned(),
        "/organize/sign-in".to_owned(),
        format!("/organize/letters/{SLUG}"),
        format!("/invited/{}", "A".repeat(43)),
        format!("/preview/{}", "A".repeat(43)),
    ] {
        assert_eq!(get(own, &path).without_date(), unknown, "{path}");
    }
    let posted = own.post("/organize/sign-in", "a=b").expect("an answer");
    assert_eq!((posted.status, posted.header("set-cookie")), (404, None));
    // Neither other names nor other spellings lead to it.
    let base = house.visitor.base();
    let port = base.rsplit(':').next().expect("a port");
    for (host, status) in [
        (format!("CLEANRIVERS.Example:{port}"), 200),
        (format!("{HOST}:1"), 421),
        (HOST.to_owned(), 421),
        (format!("{HOST}.:{port}"), 421),
        (format!("www.{HOST}:{port}"), 421),
        (format!("{HOST}.evil.example:{port}"), 421),
        (format!("me@{HOST}:{port}"), 421),
    ] {
        let answer = house.visitor.ask("GET", "/", &[("host", &host)], "");
        assert_eq!(answer.expect("an answer").status, status, "{host}");
    }
    assert_eq!(get(&house.visitor, "/record/checkpoint").status, 404);
}

/// Takes a program that asks for any name to the server.
fn proxy_to(site: &Visitor) -> String {
    let server = site.base().replace("http://", "");
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("it is bound");
    thread::spawn(move || {
        for client in listener.incoming().map_while(Result::ok) {
            let server = TcpStream::connect(&server).expect("the server listens");
            thread::spawn(move || carry(client, &server));
        }
    });
    format!("http://{address}")
}

/// Takes `CONNECT` (RFC 9110, section 9.3.6), and then whatever is said.
fn carry(client: TcpStream, mut server: &TcpStream) -> std::io::Result<()> {
    let mut asked = BufReader::new(client.try_clone()?);
    let mut line = String::new();
    while asked.read_line(&mut line)? > 2 {
        line.clear();
    }
    (&client).write_all(b"HTTP/1.1 200 Connected\r\n\r\n")?;
    let (mut to_server, mut to_client) = (server.try_clone()?, client);
    thread::spawn(move || std::io::copy(&mut asked, &mut to_server));
    std::io::copy(&mut server, &mut to_client)?;
    Ok(())
}

fn a_name_given_before_the_launch_holds_from_then_on(base: Base) {
    let house = House::open_inside(base);
    let of = Drafted::new(&house);
    let owner = owner(&house, of.letter.id);
    let own = house.visitor.under(HOST);
    let saved = give(&house, &owner, SECRET, &format!("host={HOST}"));
    assert_eq!(saved.status, 303, "{}", saved.text());
    let page = owner.ask(&house, "GET", &of.path("/host"), "").text();
    for wanted in [
        format!("{}/", own.address()),
        "Certificate logs are public".to_owned(),
        format!("{HOST}.  A  127.0.0.1"),
    ] {
        assert!(page.contains(&wanted), "{wanted} in {page}");
    }
    assert_eq!(get(&own, "/").status, 421);
    // Until the launch its links lead to the site.
    let made = of.post(&house, "/previews", "name=La+Gaceta").text();
    assert!(made.contains(&format!("{}/preview/", house.visitor.base())));
    of.launch(&house);
    wait_for_status(&own, 200);
    assert!(get(&own, "/").text().contains("Security for All"));
    let to = format!("{}/", own.address());
    let moved = get(&house.visitor, &format!("/letters/{SECRET}"));
    assert_eq!(moved.header("location"), Some(&*to));
    // On the site's front page it is linked where it is.
    assert!(
        get(&house.visitor, "/")
            .text()
            .contains(&format!("{to}?lang=en"))
    );

    // Closed, it is still read there.
    house.server.pass(4 * 365 * 86_400);
    wait_for("the closing", Duration::from_secs(30), || {
        let closed = get(&house.visitor, "/").text().contains("Closed letters");
        closed.then_some(())
    });
    assert_eq!(get(&own, "/").status, 200);
}

fn a_name_is_one_letters(base: Base) {
    let house = House::open_inside(base);
    let own = house.visitor.under(HOST);
    let mine = owner(&house, crew::letter(&house, SLUG));
    let of = Drafted::new(&house);
    let theirs = owner(&house, of.letter.id);
    assert_eq!(
        give(&house, &mine, SLUG, &format!("host={HOST}")).status,
        303
    );
    wait_for_status(&own, 200);
    give(&house, &theirs, SECRET, "host=other.example&early=yes");
    let taken = give(
        &house,
        &theirs,
        SECRET,
        "host=CLEANRIVERS.example.&early=yes",
    );
    assert_eq!(taken.status, 409);
    let text = taken.text();
    assert!(text.contains("This name is taken on this server"), "{text}");
    assert!(text.contains("value=\"CLEANRIVERS.example.\"") && text.contains("checked"));
    let kept = "select count(*) from hosts where host = 'other.example'";
    assert_eq!(house.installation.number(kept), 1, "theirs is kept");
    let all = "select count(*) from hosts";
    assert_eq!(house.installation.number(all), 2);
    // An editor is no owner, and says so to nobody's name.
    let editor = of.post(&house, "/host", "host=third.example");
    assert_eq!(editor.status, 403);

    let given_up = mine.ask(
        &house,
        "POST",
        &format!("/organize/letters/{SLUG}/host/removal"),
        "",
    );
    assert_eq!(given_up.status, 303);
    wait_for_status(&own, 421);
    assert_eq!(get(&house.visitor, &format!("/letters/{SLUG}")).status, 200);
    let refused = get(&own, &format!("/letters/{SLUG}/check"));
    let right = format!("{}/letters/{SLUG}/check", house.visitor.base());
    assert!(refused.text().contains(&right), "the way to the right one");
    assert_eq!(
        give(&house, &theirs, SECRET, &format!("host={HOST}")).status,
        303
    );
    assert_eq!(house.installation.number(all), 1, "the old one is given up");
    of.launch(&house);
    wait_for_status(&own, 200);
    assert_eq!(get(&own, &format!("/letters/{SECRET}/check")).status, 200);
    assert_eq!(get(&own, &format!("/letters/{SLUG}/check")).status, 404);
    let lines = "select count(*) from trail where act = 'host-changed'";
    assert_eq!(house.installation.number(lines), 4);
}

fn what_is_no_name_is_refused_beside_its_field(base: Base) {
    let house = House::open_inside(base);
    let owner = owner(&house, crew::letter(&house, SLUG));
    for (typed, says) in [
        ("", "id=\"host-wrong\""),
        ("127.0.0.1", "This is no host name"),
        ("cleanrivers.example%3A8443", "This is no host name"),
        ("clean+rivers.example", "This is no host name"),
        ("co.uk", "This is no host name"),
        ("%22%3E%3Cb%3E.example", "This is no host name"),
    ] {
        let answer = give(&house, &owner, SLUG, &format!("host={typed}"));
        assert_eq!(answer.status, 422, "{typed}");
        let text = answer.text();
        assert!(text.contains(says) && !text.contains("\"><b>"), "{text}");
        let path = format!("/organize/letters/{SLUG}/host/lookup");
        let looked = owner.ask(&house, "POST", &path, &format!("host={typed}"));
        assert_eq!(looked.status, 422, "{typed}");
    }
    let idn = give(&house, &owner, SLUG, "host=fl%C3%BCsse.example");
    assert_eq!(idn.status, 303);
    wait_for_status(&house.visitor.under("xn--flsse-lva.example"), 200);
    assert_eq!(house.installation.number("select count(*) from hosts"), 1);
}

fn a_name_is_looked_up_before_it_is_saved(base: Base) {
    let names = NameServer::start(
        "rivers.example",
        "here A 127.0.0.1\nthere A 127.0.0.2\nboth A 127.0.0.1\nboth A 127.0.0.2\nalias CNAME here\n",
    );
    let settings = format!("[proof]\nname_server = \"{}\"\n", names.address());
    let house = House::open_inside_with(base, &settings);
    let owner = owner(&house, crew::letter(&house, SLUG));
    let look = |name: &str| {
        let path = format!("/organize/letters/{SLUG}/host/lookup");
        let form = format!("host={name}.rivers.example");
        let answer = owner.ask(&house, "POST", &path, &form);
        assert_eq!(answer.status, 200);
        answer.text()
    };
    for (name, says) in [
        ("here", "The name leads to this site."),
        ("alias", "The name leads to this site."),
        ("there", "The name leads to another address"),
        ("both", "The name leads to another address"),
        ("nothing", "The name leads nowhere yet."),
    ] {
        let page = look(name);
        assert!(page.contains(says), "{name}: {page}");
        assert!(page.contains(&format!("value=\"{name}.rivers.example\"")));
    }
    // Who asks again and again is not answered, and nobody is asked.
    assert!(look("here").contains("There was no clear answer"));
    assert_eq!(house.installation.number("select count(*) from hosts"), 0);
}

fn the_checklist_says_where_the_name_leads(base: Base) {
    let names = NameServer::start("rivers.example", "here A 127.0.0.1\nthere A 127.0.0.2\n");
    let settings = format!("[proof]\nname_server = \"{}\"\n", names.address());
    let house = House::open_inside_with(base, &settings);
    let of = Drafted::new(&house);
    let owner = owner(&house, of.letter.id);
    let checklist = || owner.ask(&house, "GET", &of.path("/launch"), "").text();
    assert!(!checklist().contains("own host name leads"));
    for (name, says) in [
        ("here", "own host name leads here"),
        ("there", "own host name leads to another address"),
        ("nothing", "own host name leads nowhere yet"),
    ] {
        let form = format!("host={name}.rivers.example");
        assert_eq!(give(&house, &owner, SECRET, &form).status, 303);
        let page = checklist();
        assert!(page.contains(says), "{name}: {page}");
    }
}

fn a_proxy_hears_which_names_may_be_known(base: Base) {
    let house = House::open_inside(base);
    let of = Drafted::new(&house);
    let owner = owner(&house, of.letter.id);
    let known = |name: &str| {
        block_on(may_be_certified(&house.server.app, name)).expect("the store answers")
    };
    assert!(known("127.0.0.1"), "the site's own");
    give(&house, &owner, SECRET, &format!("host={HOST}"));
    assert!(!known(HOST) && !known("stranger.example") && !known(""));
    give(&house, &owner, SECRET, &format!("host={HOST}&early=yes"));
    assert!(known(HOST) && known("CleanRivers.example"));
    give(&house, &owner, SECRET, &format!("host={HOST}"));
    assert!(!known(HOST));
    of.launch(&house);
    assert!(known(HOST));
}
