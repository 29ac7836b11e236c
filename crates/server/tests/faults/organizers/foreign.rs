//! Another letter's objects under one's own: they are answered like such that never were, and nothing
//! happens to them. Walked by the router's own table.

use undersigned::http::organizers_routes;
use undersigned::model::Role;
use undersigned::seal::{Token, random};
use undersigned::store::signatures::SignatureRow;
use undersigned::store::statements::StatementRow;
use undersigned::store::submissions::SubmissionRow;
use undersigned::store::{signatures, statements, submissions};

use super::crew::{self, Member};
use super::deeds;
use super::drafted::{Drafted, SECRET};
use crate::harness::{Answer, Base, House, Inside, SLUG, on_both};

on_both!(
    objects_of_other_letters_do_not_exist,
    what_waits_in_other_letters_does_not_exist,
);

/// What the objects of letters are like: nothing of it changes.
const STATE: [&str; 25] = [
    "select count(*) from trail",
    "select count(*) from roles",
    "select count(*) from roles where role = 'press'",
    "select count(*) from invitations",
    "select count(*) from rules",
    "select count(*) from rules where holds",
    "select count(*) from runs",
    "select count(*) from runs where state = 'undone'",
    "select count(*) from founders",
    "select count(*) from founders where state = 'listed' and statement = 'none'",
    "select count(*) from founder_tables",
    "select count(*) from founder_tables where state = 'done'",
    "select count(*) from previews",
    "select count(*) from translators",
    "select count(*) from passkeys where name = 'Key'",
    "select count(*) from sessions",
    "select count(*) from submissions where state = 'held'",
    "select count(*) from statements where state = 'held'",
    "select count(*) from letters",
    "select count(*) from letters where state = 'draft'",
    "select cast(sum(revision) as bigint) from letters",
    "select cast(coalesce(sum(revision), 0) as bigint) from drafts",
    "select count(*) from texts",
    "select count(*) from recipients where tested_at is null",
    "select count(*) from launches",
];

/// Where the sessions are in it.
pub(super) const SESSIONS: usize = 15;

pub(super) fn state(house: &House<Inside>) -> Vec<i64> {
    STATE.map(|query| house.installation.number(query)).into()
}

/// Something of another letter, or of somebody else, that the route's id names.
fn foreign(house: &House<Inside>, path: &str, theirs: (i64, &Member)) -> i64 {
    let (letter, stranger) = theirs;
    match path {
        path if path.contains("/people/{id}") => stranger.id,
        path if path.contains("/invitations/{id}") => deeds::pending(house, letter),
        path if path.contains("/rules/{id}") => crew::rule(house, letter),
        path if path.contains("/runs/{id}") => crew::run(house, letter),
        path if path.contains("/spreadsheets/{id}") => crew::spreadsheet(house, letter),
        path if path.contains("/previews/{id}") => crew::preview(house, letter),
        path if path.contains("/held/{id}") => held(house, letter),
        path if path.contains("/logos/{id}") => crew::held_logo(house, letter),
        path if path.contains("/founders/{id}") => crew::founder(house, letter),
        path if path.contains("/translators/{id}") => crew::translator(house, letter).1,
        path if path.contains("/passkeys/{id}") => crew::passkeys_of(house, stranger),
        path if path.contains("/sessions/{id}") => crew::another_session(house, stranger),
        path => panic!("{path}: what does its id name? Say so here"),
    }
}

/// Forms that would do something to each.
const FORM: &str = "name=Other&role=editor&decide=hold&decision=refuse&reason=forged\
                    &verdict=remove&count=0";

fn objects_of_other_letters_do_not_exist(base: Base) {
    let house = House::open_inside_as("localhost", base);
    crew::draft_another(&house);
    let of = Drafted::new(&house);
    let other = crew::letter(&house, crew::OTHER);
    let open = crew::letter(&house, SLUG);
    let theirs = crew::member(&house, "Theirs", Some((other, Role::Press)));
    let routes = organizers_routes();
    let with_id = routes.iter().filter(|of| of.path.contains("{id}"));
    let mut walked = 0;
    for route in with_id {
        // Under a letter before its launch and under one that is open: most belong to one of them.
        for (slug, own) in [(SECRET, of.letter.id), (SLUG, open)] {
            let ola = crew::member(&house, "Ola", Some((own, Role::Owner)));
            let id = foreign(&house, route.path, (other, &theirs));
            let before = state(&house);
            let ask = |id: i64| {
                let path = route.path.replace("{slug}", slug);
                let path = path.replace("{id}", &id.to_string());
                let answer = ola.ask(&house, route.method, &path, FORM);
                without(&answer, id)
            };
            let (answer, unknown) = (ask(id), ask(crew::new_id(&house)));
            assert_eq!(answer, unknown, "{route:?} tells another letter's object");
            assert!(
                answer.0 != 200,
                "{route:?} shows another letter's object: {}",
                answer.1
            );
            assert_eq!(state(&house), before, "{route:?} did something");
            walked += 1;
        }
    }
    assert!(walked >= 40, "{walked}");
    let file = crew::logo(&house, other);
    let ola = crew::member(&house, "Ola", Some((of.letter.id, Role::Owner)));
    let logo = ola.ask(&house, "GET", &of.path(&format!("/logo/{file}")), "");
    assert_eq!(logo.status, 404, "another letter's logo");
}

/// Status, body and where it leads, without the id that was asked for.
fn without(answer: &Answer, id: i64) -> (u16, String, String) {
    let id = id.to_string();
    let location = answer.header("location").unwrap_or_default().to_owned();
    (
        answer.status,
        answer.text().replace(&id, "ID"),
        location.replace(&id, "ID"),
    )
}

fn what_waits_in_other_letters_does_not_exist(base: Base) {
    let house = House::open_inside(base);
    crew::draft_another(&house);
    let (open, other) = (
        crew::letter(&house, SLUG),
        crew::letter(&house, crew::OTHER),
    );
    let ada = crew::member(&house, "Ada", Some((open, Role::Owner)));
    let (held, statement) = (held(&house, other), statement(&house, other));
    let before = state(&house);
    let lines = |acts: &[&str], page: &str, id: i64| {
        for act in acts {
            let path = format!("/organize/letters/{SLUG}/{page}");
            let ask = |id: i64| {
                let form = format!("decide={act}-{id}&reason-{id}=forged");
                without(&ada.ask(&house, "POST", &path, &form), id)
            };
            let answer = ask(id);
            assert_eq!(answer, ask(crew::new_id(&house)), "{page} {act}");
            assert!(
                answer.2.contains("done=0&gone=1"),
                "{page} {act}: {answer:?}"
            );
        }
    };
    lines(&["approve", "reject", "repeated"], "held", held);
    let acts = ["approve", "reject", "feature", "unfeature", "raise"];
    lines(&acts, "statements", statement);
    assert_eq!(state(&house), before);
}

fn held(house: &House<Inside>, letter: i64) -> i64 {
    let row = SubmissionRow {
        id: crew::new_id(house),
        letter,
        state: "held".to_owned(),
        corrects: None,
        person: random::<32>().to_vec(),
        mailbox: random::<32>().to_vec(),
        key_name: String::new(),
        fields: Vec::new(),
        contact: Vec::new(),
        expires_at: i64::MAX,
    };
    let id = row.id;
    crew::write(house, move |tx| {
        Box::pin(async move { submissions::insert(tx, &row).await })
    });
    id
}

fn statement(house: &House<Inside>, letter: i64) -> i64 {
    let signature = SignatureRow {
        id: crew::new_id(house),
        letter,
        state: "queued".to_owned(),
        kind: "individual".to_owned(),
        country: "ES".to_owned(),
        level: "invited".to_owned(),
        founding: true,
        person: Some(Token::new(random()).hash()),
        mailbox: None,
        idx: None,
        opened_by: None,
        signed_at: None,
    };
    let row = StatementRow {
        id: crew::new_id(house),
        signature: signature.id,
        state: "held".to_owned(),
        featured: false,
        key_name: String::new(),
        words: Vec::new(),
        salt: vec![0; 32],
        idx: -1,
    };
    let id = row.id;
    crew::write(house, move |tx| {
        Box::pin(async move {
            signatures::insert(tx, &signature).await?;
            statements::insert_held(tx, letter, &row, i64::MAX).await
        })
    });
    id
}
