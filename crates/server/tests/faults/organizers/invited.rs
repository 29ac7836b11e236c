//! Invitations by mail: the link goes out, the letter's name does not.

use undersigned::model::Role;

use super::crew;
use crate::harness::{Base, House, on_both, path};

on_both!(an_invitation_is_mailed_and_names_no_letter);

fn an_invitation_is_mailed_and_names_no_letter(base: Base) {
    let house = House::open_inside_as("localhost", base);
    crew::draft_another(&house);
    let other = crew::letter(&house, crew::OTHER);
    let ada = crew::member(&house, "Ada Quill", Some((other, Role::Owner)));
    let people = format!("/organize/letters/{}/people", crew::OTHER);
    let wrong = ada.ask(&house, "POST", &people, "name=Bea&role=editor&email=bea");
    assert_eq!(wrong.status, 422, "{}", wrong.text());
    let query = "select count(*) from invitations";
    assert_eq!(house.installation.number(query), 0);

    let form = "name=Bea+Late&role=editor&email=bea%40ngo.example";
    let sent = ada.ask(&house, "POST", &people, form);
    assert_eq!(sent.status, 303, "{}", sent.text());
    let mail = house.sink.wait_for("bea@ngo.example").text();
    assert!(mail.contains("Ada Quill invites Bea Late"), "{mail}");
    for secret in [crew::OTHER, "Security for All"] {
        assert!(!mail.contains(secret), "the mail names the letter: {mail}");
    }
    let links = undersigned::mail::links(&mail);
    let link = links.iter().find(|link| link.contains("/invitations/"));
    let link = link.unwrap_or_else(|| panic!("no link in {mail}"));
    assert!(link.starts_with(house.visitor.base()), "{link}");
    let page = house.visitor.get(&path(link)).expect("the server answers");
    assert_eq!(page.status, 200);
    assert!(page.text().contains("Bea Late"));

    house.settle_mail();
    let left = "select count(*) from mail_jobs";
    assert_eq!(house.installation.number(left), 0, "the address is gone");
    let trail = ada.ask(
        &house,
        "GET",
        &format!("/organize/letters/{}/trail", crew::OTHER),
        "",
    );
    assert!(trail.text().contains("<bdi>Bea Late</bdi>"));
    assert!(
        !trail.text().contains("ngo.example"),
        "no address in the trail"
    );
}
