//! Moderators' pages, made of sample data.

use undersigned::model::watch::Rule;
use undersigned::model::{Display, Doubt, Kind, Proof};
use undersigned::render::organize::*;
use undersigned::render::{Shown, Signatory};

use super::super::{NOW, html};
use super::Sample;

const PATH: &str = "/organize/letters/security-for-all";

/// Every page.
pub(super) fn pages(of: &Sample) -> Vec<(&'static str, String)> {
    let all = held_lines();
    vec![
        ("held", html(&held(of, all))),
        ("held-none", html(&held(of, Vec::new()))),
        ("statements", html(&statements(of, 2))),
        ("statements-none", html(&statements(of, 0))),
        ("removal", html(&removal(of, "a\"<b>", 2))),
        ("removal-none", html(&removal(of, "a\"<b>", 0))),
        ("removal-begin", html(&removal(of, "", 0))),
    ]
}

fn held_lines() -> Vec<HeldLine> {
    let rules = [Rule::Exact, Rule::LookAlike, Rule::Near, Rule::OtherScript];
    let mut doubts = vec![
        Doubt::Unproven,
        Doubt::Another,
        Doubt::Renamed,
        Doubt::VouchedFor,
        Doubt::Quoted,
    ];
    doubts.extend(rules.map(|rule| Doubt::Watched("Somebody <b>no</b>".to_owned(), rule)));
    let person = HeldLine {
        id: 1,
        kind: Kind::Individual,
        name: "Ana a\"<b>".to_owned(),
        display: Display::Name,
        title: Some("Professor <b>no</b>".to_owned()),
        affiliation: Some("University of a\"<b>".to_owned()),
        website: None,
        country: None,
        statement: Some("Words <b>no</b>".to_owned()),
        level: Proof::Mailbox,
        corrects: true,
        doubts,
        since: NOW,
    };
    let company = HeldLine {
        id: 2,
        kind: Kind::Company,
        title: None,
        affiliation: None,
        website: Some("https://vaxholm.example".to_owned()),
        country: Some("SE".to_owned()),
        statement: None,
        level: Proof::Domain,
        corrects: false,
        doubts: vec![Doubt::Unproven],
        ..person.clone()
    };
    vec![person, company]
}

fn held(of: &Sample, held: Vec<HeldLine>) -> HeldPage {
    HeldPage {
        frame: of.frame(&format!("{PATH}/held")),
        visit: Sample::visit(),
        letter: of.title.clone(),
        path: PATH.to_owned(),
        next: (!held.is_empty()).then(|| format!("{PATH}/held?after=2")),
        decided: Some(Decided { done: 2, gone: 1 }),
        held,
    }
}

fn statements(of: &Sample, count: i64) -> StatementsPage {
    let line = |id| StatementLine {
        id,
        name: "Ana a\"<b>".to_owned(),
        lang: "es".to_owned(),
        words: "Mis llaves <b>no</b>".to_owned(),
        featured: id == 1,
    };
    StatementsPage {
        frame: of.frame(&format!("{PATH}/statements")),
        visit: Sample::visit(),
        letter: of.title.clone(),
        path: PATH.to_owned(),
        held: (1..=count).map(line).collect(),
        live: (1..=count).map(line).collect(),
        decided: (count > 0).then_some(Decided { done: 1, gone: 0 }),
        next: (
            (count > 0).then(|| format!("{PATH}/statements?after=2")),
            (count > 0).then(|| format!("{PATH}/statements?before=1")),
        ),
    }
}

fn removal(of: &Sample, search: &str, count: u64) -> RemovalPage {
    let line = |index| Signatory {
        index,
        kind: Kind::Individual,
        shown: match index {
            1 => Shown::Initials("A. B.".to_owned()),
            _ => Shown::Name {
                text: "Ana a\"<b>".to_owned(),
                lang: None,
            },
        },
        title: None,
        affiliation: None,
        website: None,
        country: Some("SE".to_owned()),
        level: Proof::Mailbox,
        founding: false,
        at: NOW,
        statement: None,
    };
    RemovalPage {
        frame: of.frame(&format!("{PATH}/signatures")),
        visit: Sample::visit(),
        letter: of.title.clone(),
        path: PATH.to_owned(),
        search: search.to_owned(),
        found: (1..=count).map(line).collect(),
        decided: None,
    }
}
