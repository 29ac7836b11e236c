//! An invitation that a real Postfix takes and brings back: its mailbox does not exist.

use std::time::Duration;

use super::drafted::{Drafted, wide};
use super::founders::{BOLT, add, invite_all, link};
use crate::bounces::hand_over;
use crate::harness::{Base, House, on_both, wait_for};

on_both!(an_invitation_that_comes_back_is_on_the_board);

/// Taken for delivery, and refused only then.
const GONE: &str =
    "kind=individual&name=Gone+Person&email=gone.person%40mail.example&country=FR&language=en";

fn an_invitation_that_comes_back_is_on_the_board(base: Base) {
    let house = House::open_inside_with(base, "bounces = \"bounces@undersigned.example\"\n");
    let of = Drafted::new(&house);
    add(&house, &of, BOLT);
    add(&house, &of, GONE);
    invite_all(&house, &of);
    link(&house, "desk@bolt.example", 1);
    let (token, mail) = house.sink.wait_for_bounce();
    wait_for("both return paths", Duration::from_secs(30), || {
        let paths = "select count(*) from return_paths";
        (house.installation.number(paths) == 2).then_some(())
    });
    let board = || wide(&of.page(&house, "/founders").text());
    let refused = "Their mail server refused it";
    let taken = board();
    assert!(!taken.contains(refused), "it was taken: {taken}");
    assert!(
        taken.contains("Remind the 2 who have not answered"),
        "{taken}"
    );

    assert_eq!(hand_over(&house, Some(&token), &mail), Some(0));
    let came_back = board();
    let gone = came_back
        .split("Gone Person")
        .nth(1)
        .expect("they are listed");
    let gone = gone.split("</li>").next().unwrap_or_default();
    assert!(gone.contains(refused), "{gone}");
    assert_eq!(came_back.matches(refused).count(), 1, "and nobody else's");
    // Of two that were invited one bounced, as the board's first line says.
    let all = "<td role=\"cell\">0</td><td role=\"cell\">2</td><td role=\"cell\">0</td>\
               <td role=\"cell\">0</td><td role=\"cell\">0</td><td role=\"cell\">0</td>\
               <td role=\"cell\">0</td><td role=\"cell\">1</td>";
    assert!(came_back.contains(all), "{came_back}");
    // The same once more changes nothing.
    let noted = "select max(bounced_at) from founders";
    let first = house.installation.number(noted);
    house.server.pass(60);
    assert_eq!(hand_over(&house, Some(&token), &mail), Some(0));
    assert_eq!(house.installation.number(noted), first);
}
