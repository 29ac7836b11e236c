//! Organizers who are removed while they act, and letters that keep an owner.

use std::sync::mpsc;
use std::time::Duration;

use undersigned::acts::ActError;
use undersigned::acts::access::{invitation, people, session};
use undersigned::app::App;
use undersigned::clock::Clock;
use undersigned::http::Rule;
use undersigned::model::Role;
use undersigned::store::{roles, sessions};

use super::deeds::{Deed, Stage};
use super::{crew, foreign};
use crate::harness::{Answer, Base, House, SLUG, block_on, on_both};

on_both!(
    who_is_removed_is_out_at_once,
    a_letter_keeps_an_owner,
    sessions_end_by_themselves,
    the_trail_says_who_did_what,
    who_is_removed_while_acting_writes_nothing,
);

fn who_is_removed_is_out_at_once(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Owner)));
    let bea = crew::member(&house, "Bea", Some((own, Role::Owner)));
    let eve = crew::member(&house, "Eve", Some((own, Role::Press)));
    let app = &house.server.app;
    // Bea's request has passed the gate when Ada's removes her.
    let acting = block_on(session::find(app, &bea.token())).expect("the store answers");
    let acting = acting.expect("Bea is signed in");
    let path = format!("/organize/letters/{SLUG}/people/{}/removal", bea.id);
    let removed = ada.ask(&house, "POST", &path, "");
    assert_eq!(removed.status, 303, "{}", removed.text());

    let change = block_on(people::change(app, &acting, own, eve.id, Role::Owner));
    assert!(matches!(change, Err(ActError::NotPermitted)), "{change:?}");
    let offer = invitation::Offer {
        name: "Mal".to_owned(),
        letter: Some(own),
        role: Role::Owner,
        mailed_to: None,
    };
    let inviter = invitation::Inviter::Owner(&acting);
    let invited = block_on(invitation::invite(app, inviter, offer));
    assert!(matches!(invited, Err(ActError::NotPermitted)));
    let query = "select count(*) from invitations";
    assert_eq!(house.installation.number(query), 0);

    let page = bea.ask(&house, "GET", "/organize", "");
    assert_eq!(page.status, 303, "her session is over");
    let location = page.header("location").expect("a way in");
    assert!(location.starts_with("/organize/sign-in"), "{location}");
}

fn a_letter_keeps_an_owner(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Owner)));
    let stem = format!("/organize/letters/{SLUG}/people/{}", ada.id);
    for (path, form) in [
        (format!("{stem}/removal"), ""),
        (format!("{stem}/role"), "role=press"),
    ] {
        let answer = ada.ask(&house, "POST", &path, form);
        assert_eq!(answer.status, 409, "{path}");
        assert!(answer.text().contains("A letter keeps an owner"));
    }
    let bea = crew::member(&house, "Bea", Some((own, Role::Editor)));
    let path = format!("/organize/letters/{SLUG}/people/{}/role", bea.id);
    assert_eq!(ada.ask(&house, "POST", &path, "role=owner").status, 303);
    let answer = ada.ask(&house, "POST", &format!("{stem}/role"), "role=press");
    assert_eq!(answer.status, 303, "there is another owner now");
    let owners = "select count(*) from roles where role = 'owner'";
    assert_eq!(house.installation.number(owners), 1);
}

fn sessions_end_by_themselves(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let hour = 3600;
    let idle = crew::member(&house, "Idle", Some((own, Role::Press)));
    let busy = crew::member(&house, "Busy", Some((own, Role::Press)));
    let status = |who: &crew::Member| who.ask(&house, "GET", "/organize", "").status;
    for _ in 0..2 {
        house.server.pass(6 * hour + 1);
        assert_eq!(status(&busy), 200);
    }
    assert_eq!(status(&idle), 303, "twelve hours without use");
    for _ in 0..32 {
        house.server.pass(10 * hour);
        assert_eq!(status(&busy), 200, "in use, and within fourteen days");
    }
    house.server.pass(4 * hour);
    assert_eq!(status(&busy), 303, "fourteen days, in use or not");
}

fn the_trail_says_who_did_what(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Owner)));
    let bea = crew::member(&house, "Bea", Some((own, Role::Press)));
    let path = format!("/organize/letters/{SLUG}/people/{}/role", bea.id);
    assert_eq!(ada.ask(&house, "POST", &path, "role=editor").status, 303);
    let invited = ada.ask(
        &house,
        "POST",
        &format!("/organize/letters/{SLUG}/people"),
        "name=%3Devil%28%29&role=press",
    );
    assert_eq!(invited.status, 200);
    let page = ada.ask(
        &house,
        "GET",
        &format!("/organize/letters/{SLUG}/trail"),
        "",
    );
    assert!(page.text().contains("<bdi>Bea</bdi>"), "{}", page.text());
    let csv = ada.ask(
        &house,
        "GET",
        &format!("/organize/letters/{SLUG}/trail.csv"),
        "",
    );
    assert_eq!(csv.header("content-type"), Some("text/csv; charset=utf-8"));
    let text = csv.text();
    // The operator's own lines, about the letter's keys, stand before.
    let lines = text.lines().filter(|line| !line.contains(",(operator),"));
    let lines: Vec<&str> = lines.collect();
    assert_eq!(lines[0], "time,who,letter,act,what");
    assert!(
        lines[1].ends_with(",Ada,security-for-all,role-changed,name=Bea; from=press; to=editor")
    );
    assert!(
        lines[2].ends_with(",Ada,security-for-all,invited,name==evil(); role=press"),
        "{text}"
    );
    assert_eq!(lines.len(), 3);
    let again = ada.ask(
        &house,
        "GET",
        &format!("/organize/letters/{SLUG}/trail.csv"),
        "",
    );
    assert!(
        again.text().contains("trail-exported"),
        "taking it is noted too"
    );
}

/// The role goes between the gate and the transaction, in one that another node has open: whoever
/// asks first and holds the letter later would still write.
fn who_is_removed_while_acting_writes_nothing(base: Base) {
    let stage = Stage::set(base);
    let house = &stage.house;
    let routes = Stage::routes().into_iter();
    let mut walked = 0;
    for route in routes.filter(|route| matches!(route.rule, Rule::Roles(_))) {
        let mut answered = None;
        // On a busy machine the request may come too late to pass the gate.
        for patience in [300, 1000, 3000] {
            let deed = stage.deed(&route);
            let before = foreign::state(house);
            let answer = removed_meanwhile(&stage, &deed, Duration::from_millis(patience));
            let mut after = foreign::state(house);
            // The removal itself: one role and one session.
            after[1] += 1;
            let sessions = foreign::SESSIONS;
            after[sessions] += 1;
            assert_eq!(before, after, "{route:?} wrote something");
            // Signed out, or a letter that is nobody's of theirs any more.
            let unsent = answer.text().contains("id=\"unsent\"");
            let late = matches!(answer.status, 303 | 404) || unsent;
            answered = Some(answer);
            if !late {
                break;
            }
        }
        let answer = answered.expect("it answers");
        assert_eq!(answer.status, 403, "{route:?}: {}", answer.text());
        assert!(answer.text().contains("Your role does not go so far"));
        walked += 1;
    }
    assert!(walked > 40, "{walked}");
}

/// Sends a form while another node takes the sender's role, and commits `patience` later.
fn removed_meanwhile(stage: &Stage, deed: &Deed, patience: Duration) -> Answer {
    let (letter, organizer) = (deed.letter.expect("it is about a letter"), deed.who.id);
    let config = stage.house.installation.config(0);
    let (held, is_held) = mpsc::channel();
    std::thread::scope(|scope| {
        let removal = scope.spawn(move || {
            block_on(async {
                let node = App::open(config, Clock::System).await.expect("it opens");
                let removed = node.committer.write(move |tx| {
                    Box::pin(async move {
                        roles::hold(tx, letter).await?;
                        roles::remove(tx, letter, organizer).await?;
                        sessions::end_all(tx, organizer).await?;
                        held.send(()).expect("somebody waits");
                        tokio::time::sleep(patience).await;
                        Ok(())
                    })
                });
                removed.await.expect("it is written");
                node.store.close().await;
            });
        });
        is_held.recv().expect("the letter is held");
        let answer = deed.send(&stage.house);
        removal.join().expect("it ends");
        answer
    })
}
