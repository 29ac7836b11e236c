//! Access that is taken back: invitations, an organizer by the operator, and a way in that is lost and
//! given anew.

use std::process::Command;

use undersigned::model::Role;
use undersigned::seal::{Token, random};
use undersigned::store::{founder_mails, roles, sessions, translators};

use super::crew::{self, Member};
use super::deeds;
use crate::harness::{Answer, Base, House, Inside, SLUG, on_both, path};

on_both!(
    owners_see_invitations_and_revoke_them,
    invitations_of_who_is_no_owner_any_more_are_void,
    the_operator_takes_an_organizer_away,
    an_owner_lets_a_locked_out_owner_back_in,
    a_link_that_reaches_further_is_not_given,
    a_restored_copy_voids_what_organizers_handed_out,
    the_press_gives_previews,
);

fn people(house: &House<Inside>, who: &Member) -> String {
    let page = format!("/organize/letters/{SLUG}");
    who.ask(house, "GET", &page, "").text()
}

fn post(house: &House<Inside>, who: &Member, rest: &str, form: &str) -> Answer {
    let path = format!("/organize/letters/{SLUG}{rest}");
    who.ask(house, "POST", &path, form)
}

/// The link on a page that shows it this once.
fn shown(answer: &Answer) -> String {
    assert_eq!(answer.status, 200, "{}", answer.text());
    let text = answer.text();
    let rest = text.split("id=\"link\">").nth(1).expect("a link");
    path(rest.split('<').next().expect("a link"))
}

fn get(house: &House<Inside>, path: &str) -> u16 {
    house.visitor.get(path).expect("the server answers").status
}

/// The id of the only invitation that waits.
fn waiting(house: &House<Inside>) -> i64 {
    let query = "select max(id) from invitations";
    house.installation.number(query)
}

fn owners_see_invitations_and_revoke_them(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Owner)));
    let eve = crew::member(&house, "Eve", Some((own, Role::Editor)));
    let link = shown(&post(
        &house,
        &ada,
        "/people",
        "name=Bea+Late&role=moderator",
    ));
    assert_eq!(get(&house, &link), 200);
    let page = people(&house, &ada);
    for seen in ["Bea Late", "the link works until", "/invitations/"] {
        assert!(page.contains(seen), "{seen}: {page}");
    }
    assert!(
        !people(&house, &eve).contains("/invitations/"),
        "editors revoke nothing"
    );
    let revoke = format!("/invitations/{}/removal", waiting(&house));
    assert_eq!(post(&house, &ada, &revoke, "").status, 303);
    assert_eq!(get(&house, &link), 410, "it leads nowhere");
    assert_eq!(post(&house, &ada, &revoke, "").status, 404, "gone already");
    assert!(!people(&house, &ada).contains("Bea Late"));
    let lines = "select count(*) from trail where act = 'invitation-revoked' and who = 'Ada'
                 and parts like '%Bea Late%'";
    assert_eq!(house.installation.number(lines), 1);
}

fn invitations_of_who_is_no_owner_any_more_are_void(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Owner)));
    let kept = shown(&post(&house, &ada, "/people", "name=Kept&role=press"));
    for form in ["removal", "role"] {
        let bea = crew::member(&house, "Bea", Some((own, Role::Owner)));
        let void = shown(&post(&house, &bea, "/people", "name=Void&role=owner"));
        assert_eq!(get(&house, &void), 200);
        let rest = format!("/people/{}/{form}", bea.id);
        assert_eq!(post(&house, &ada, &rest, "role=editor").status, 303);
        assert_eq!(get(&house, &void), 410, "{form}: her invitation is void");
    }
    assert_eq!(get(&house, &kept), 200, "Ada's is not");
    let lines = "select count(*) from trail where act = 'invitation-revoked'
                 and parts like '%Void%'";
    assert_eq!(house.installation.number(lines), 2);
}

/// Runs a command that must fail; gives what it said.
fn refused(house: &House<Inside>, arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_undersigned"));
    let data = house.installation.data(0);
    command.arg("--data").arg(data).args(arguments);
    let output = command.output().expect("undersigned runs");
    assert!(!output.status.success(), "{arguments:?}");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn the_operator_takes_an_organizer_away(base: Base) {
    let house = House::open_inside_as("localhost", base);
    crew::draft_another(&house);
    let (own, other) = (
        crew::letter(&house, SLUG),
        crew::letter(&house, crew::OTHER),
    );
    let ada = crew::member(&house, "Ada", Some((own, Role::Owner)));
    let bea = crew::member(&house, "Bea", Some((own, Role::Owner)));
    let id = bea.id;
    crew::write(&house, move |tx| {
        Box::pin(roles::set(tx, other, id, Role::Owner))
    });
    crew::let_make_letters(&house, &bea);
    crew::passkeys_of(&house, &bea);
    let void = shown(&post(&house, &bea, "/people", "name=Void&role=owner"));
    let run = |arguments: &[&str]| house.installation.run(arguments);
    let roles = "select count(*) from roles r join organizers o on o.id = r.organizer
                 where o.name = 'Bea'";

    let said = refused(&house, &["organizer", "remove", "Bea"]);
    assert!(
        said.contains("another-letter would have no owner"),
        "{said}"
    );
    assert_eq!(house.installation.number(roles), 2, "nothing was changed");
    assert_eq!(bea.ask(&house, "GET", "/organize", "").status, 200);

    run(&["organizer", "remove", "Bea", "--makes-letters"]);
    assert!(
        !bea.ask(&house, "GET", "/organize", "")
            .text()
            .contains("/letters/new")
    );
    let none = refused(&house, &["organizer", "remove", "Bea", "--makes-letters"]);
    assert!(none.contains("nothing was changed"), "{none}");

    run(&["organizer", "remove", "Bea", "--letter", SLUG]);
    assert_eq!(house.installation.number(roles), 1);
    assert_eq!(
        bea.ask(&house, "GET", "/organize", "").status,
        303,
        "signed out"
    );
    assert_eq!(get(&house, &void), 410, "her invitation is void");

    run(&["organizer", "remove", "Bea", "--force"]);
    let lines = "select count(*) from trail where act = 'removed' and letter is null";
    assert_eq!(house.installation.number(lines), 0);
    run(&["organizer", "remove", "Bea"]);
    assert_eq!(
        house.installation.number(lines),
        1,
        "nothing was left but a way in"
    );
    assert_eq!(house.installation.number(roles), 0);
    let passkeys = "select count(*) from passkeys";
    assert_eq!(house.installation.number(passkeys), 0, "no way in is left");
    let lines = "select count(*) from trail where organizer is null
                 and act in ('removed', 'making-taken') and parts like '%Bea%'";
    assert_eq!(house.installation.number(lines), 4);
    let last = refused(&house, &["organizer", "remove", "Ada"]);
    assert!(
        last.contains("security-for-all would have no owner"),
        "{last}"
    );
    assert_eq!(ada.ask(&house, "GET", "/organize", "").status, 200);
}

/// As the guide tells it: another owner presses a button beside the name.
fn an_owner_lets_a_locked_out_owner_back_in(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Owner)));
    let bea = crew::member(&house, "Bea", Some((own, Role::Owner)));
    let cid = crew::member(&house, "Cid", Some((own, Role::Owner)));
    let rest = format!("/people/{}/link", bea.id);
    let page = people(&house, &ada);
    assert!(page.contains(&rest), "{page}");
    assert!(
        !page.contains(&format!("/people/{}/link", ada.id)),
        "not for oneself"
    );
    let link = shown(&post(&house, &ada, &rest, ""));
    let opened = house.visitor.get(&link).expect("the server answers");
    assert_eq!(opened.status, 200);
    assert!(
        opened.text().contains("this link gives you a new passkey"),
        "{}",
        opened.text()
    );
    // It is for that person alone: nobody who is signed in takes it as themselves.
    let mine = cid.ask(&house, "POST", &format!("{link}/acceptance"), "");
    assert_eq!(mine.status, 403);
    for owner in [&ada, &cid] {
        let page = people(&house, owner);
        assert!(
            page.contains("Was given a new link for a passkey"),
            "{page}"
        );
        let trail = format!("/organize/letters/{SLUG}/trail");
        let trail = owner.ask(&house, "GET", &trail, "").text();
        assert!(trail.contains("gave a new link to"), "{trail}");
    }
    // Another owner doubts it, and calls it back.
    let revoke = format!("/invitations/{}/removal", waiting(&house));
    assert_eq!(post(&house, &cid, &revoke, "").status, 303);
    assert_eq!(get(&house, &link), 410);
    // A later one takes the place of those before it.
    let first = shown(&post(&house, &ada, &rest, ""));
    let second = shown(&post(&house, &ada, &rest, ""));
    assert_eq!((get(&house, &first), get(&house, &second)), (410, 200));
    let editor = crew::member(&house, "Eda", Some((own, Role::Editor)));
    assert_eq!(post(&house, &editor, &rest, "").status, 403);
}

fn a_link_that_reaches_further_is_not_given(base: Base) {
    let house = House::open_inside_as("localhost", base);
    crew::draft_another(&house);
    let (own, other) = (
        crew::letter(&house, SLUG),
        crew::letter(&house, crew::OTHER),
    );
    let ada = crew::member(&house, "Ada", Some((own, Role::Owner)));
    let makes = crew::member(&house, "Makes", Some((own, Role::Press)));
    crew::let_make_letters(&house, &makes);
    let elsewhere = crew::member(&house, "Elsewhere", Some((own, Role::Press)));
    let id = elsewhere.id;
    crew::write(&house, move |tx| {
        Box::pin(roles::set(tx, other, id, Role::Press))
    });
    let before = house.installation.number("select count(*) from trail");
    for whom in [&makes, &elsewhere] {
        let rest = format!("/people/{}/link", whom.id);
        let answer = post(&house, &ada, &rest, "");
        assert_eq!(answer.status, 409, "{}", answer.text());
        assert!(answer.text().contains("can do more than yours"));
    }
    let links = "select count(*) from invitations";
    assert_eq!(house.installation.number(links), 0);
    assert_eq!(
        house.installation.number("select count(*) from trail"),
        before
    );
    // As far, and no further.
    crew::let_make_letters(&house, &ada);
    let rest = format!("/people/{}/link", makes.id);
    shown(&post(&house, &ada, &rest, ""));
}

/// What `restore` does to a database that it puts in place.
fn a_restored_copy_voids_what_organizers_handed_out(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    crew::member(&house, "Ada", Some((own, Role::Owner)));
    deeds::pending(&house, own);
    crew::preview(&house, own);
    let (token, _) = crew::translator(&house, own);
    let founder = crew::founder(&house, own);
    let link = Token::new(random()).hash();
    crew::write(&house, move |tx| {
        Box::pin(async move {
            founder_mails::ask(tx, founder, "Ada", 4, 0).await?;
            founder_mails::mailed(tx, founder, (&link, 0), 0).await?;
            sessions::forget_all(tx).await
        })
    });
    for table in [
        "select count(*) from sessions",
        "select count(*) from invitations",
        "select count(*) from previews",
        "select count(*) from translators",
    ] {
        assert_eq!(house.installation.number(table), 0, "{table}");
    }
    let links = "select count(*) from founder_links";
    assert_eq!(house.installation.number(links), 1, "founders keep theirs");
    let hash = Token::parse(&token).expect("a token").hash();
    let now = house.server.app.clock.now();
    let found = crew::write(&house, move |tx| {
        Box::pin(async move { translators::by_hash(tx, &hash, now).await })
    });
    assert!(found.is_none());
}

fn the_press_gives_previews(base: Base) {
    let house = House::open_inside_as("localhost", base);
    crew::draft_another(&house);
    let other = crew::letter(&house, crew::OTHER);
    let pia = crew::member(&house, "Pia", Some((other, Role::Press)));
    let desk = format!("/organize/letters/{}", crew::OTHER);
    let page = pia.ask(&house, "GET", &desk, "").text();
    assert!(page.contains("/previews"), "{page}");
    let made = pia.ask(&house, "POST", &format!("{desk}/previews"), "name=Paper");
    let link = shown(&made);
    assert_eq!(get(&house, &link), 200);
    let id = house.installation.number("select max(id) from previews");
    let revoke = format!("{desk}/previews/{id}/removal");
    assert_eq!(pia.ask(&house, "POST", &revoke, "").status, 303);
    assert_eq!(get(&house, &link), 404);
    let mo = crew::member(&house, "Mo", Some((other, Role::Moderator)));
    let page = mo.ask(&house, "GET", &format!("{desk}/previews"), "");
    assert_eq!(page.status, 403, "moderators don't");
}
