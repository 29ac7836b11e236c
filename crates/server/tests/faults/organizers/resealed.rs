//! Recipients that are replaced after a founder accepted: it is told, and can be mended.

use age::x25519::Identity;
use undersigned::model::Role;

use super::crew::{self, Member};
use super::drafted::Drafted;
use super::founders::{ACCEPT_ANA, ACCEPT_BOLT, ANA, BOLT, accept, add, get, invite_all, link};
use crate::harness::{Base, House, Inside, on_both};

on_both!(contacts_sealed_to_other_keys_are_told_and_mended);

/// The files of founders' contacts, oldest first.
fn contacts(house: &House<Inside>) -> Vec<Vec<u8>> {
    let query = "select c.file from contacts c join signatures s on s.id = c.signature
                 where s.state = 'queued' order by s.id";
    let base = &house.installation.base;
    base.bytes(house.installation.data(0), query)
}

/// Puts another key in the place of the letter's.
fn replace_keys(house: &House<Inside>, of: &Drafted, ola: &Member) -> Identity {
    let identity = Identity::generate();
    let form = format!("recipient={}&name=New", identity.to_public());
    let added = ola.ask(house, "POST", &of.path("/recipients"), &form);
    assert_eq!(added.status, 303, "{}", added.text());
    let form = format!("recipient={}", of.recipient());
    let removed = ola.ask(house, "POST", &of.path("/recipients/removal"), &form);
    assert_eq!(removed.status, 303, "{}", removed.text());
    identity
}

fn contacts_sealed_to_other_keys_are_told_and_mended(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let of = Drafted::new(&house);
    let ola = crew::member(&house, "Ola", Some((of.letter.id, Role::Owner)));
    for form in [ANA, BOLT] {
        add(&house, &of, form);
    }
    invite_all(&house, &of);
    let ana = link(&house, "ana@a.example", 1);
    let bolt = link(&house, "desk@bolt.example", 1);
    assert_eq!(accept(&house, &ana, ACCEPT_ANA).status, 303);
    let keys = |who: &Member| who.ask(&house, "GET", &of.path("/recipients"), "").text();
    let launch = |who: &Member| who.ask(&house, "GET", &of.path("/launch"), "").text();
    assert!(!keys(&ola).contains("id=\"elsewhere\""));
    assert!(launch(&ola).contains("Every founder’s contact is sealed to today’s keys."));

    let new = replace_keys(&house, &of, &ola);
    let opens = |file: &[u8]| age::decrypt(&new, file).is_ok();
    let told = keys(&ola);
    for said in [
        "One founder accepted while the keys were others than these.",
        "No mail can go out from here",
        "/founders?state=other-keys",
    ] {
        assert!(told.contains(said), "{said} in {told}");
    }
    let listed = launch(&ola);
    assert!(
        listed.contains("<strong>Open:</strong> one contact of a founder is sealed"),
        "{listed}"
    );
    let who = of.page(&house, "/founders?state=other-keys").text();
    assert!(who.contains("Ana Gómez") && !who.contains("Bolt"), "{who}");

    // What they change of their entry needs their address, and so mends it.
    let page = get(&house, &ana).text();
    assert!(
        page.contains("The organizers’ keys have changed since you accepted."),
        "{page}"
    );
    let without = accept(&house, &ana, ACCEPT_ANA);
    assert_eq!(without.status, 422, "{}", without.text());
    assert!(!opens(&contacts(&house)[0]), "nothing was changed by that");
    let again = format!("{ACCEPT_ANA}&email=ana%40a.example");
    assert_eq!(accept(&house, &ana, &again).status, 303);
    let files = contacts(&house);
    assert!(files.len() == 1 && opens(&files[0]));
    assert!(!keys(&ola).contains("id=\"elsewhere\""));
    // Who accepts only now is asked for nothing, and neither is Ana from now on.
    assert_eq!(accept(&house, &bolt, ACCEPT_BOLT).status, 303);
    assert_eq!(accept(&house, &ana, ACCEPT_ANA).status, 303);
    assert!(contacts(&house).iter().all(|file| opens(file)));
}
