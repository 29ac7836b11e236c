//! Moderators' pages, made of sample data.

use undersigned::model::criteria::{Criteria, Flaw, RawCriteria};
use undersigned::model::hint::Share;
use undersigned::model::watch::Rule;
use undersigned::model::{Display, Doubt, Hint, Kind, Proof};
use undersigned::render::organize::*;
use undersigned::render::{LogoRef, Shown, Signatory};
use undersigned_record::entry::Reason;

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
        ("rules", html(&rules(of, RuleForm::default()))),
        ("rules-wrong", html(&rules(of, wrong()))),
        ("rule", html(&rule(of, 0))),
        ("rule-of-domain", html(&rule(of, 1))),
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
    doubts.push(Doubt::Ruled("Rule <b>no</b>".to_owned()));
    let hints = vec![
        Hint::Disposable,
        Hint::OneWord,
        Hint::Burst(30),
        Hint::Crowd("SE".parse().expect("a country"), Share { of: 2, all: 3 }),
        Hint::Stands(12, "Ana a\"<b>".to_owned()),
        Hint::Waits(2, "Ana <b>no</b>".to_owned()),
    ];
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
        hints,
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
        hints: Vec::new(),
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
    };
    StatementsPage {
        frame: of.frame(&format!("{PATH}/statements")),
        visit: Sample::visit(),
        letter: of.title.clone(),
        path: PATH.to_owned(),
        held: (1..=count).map(line).collect(),
        logos: (7..=count + 6)
            .map(|id| LogoLine {
                id,
                name: "Bolt a\"<b>".to_owned(),
                picture: LogoRef::at(format!("{PATH}/statements/logos/{id}"), (640, 160)),
            })
            .collect(),
        featured: (3..=count + 2).map(line).collect(),
        live: (5..=count + 4).map(line).collect(),
        decided: (count > 0).then_some(Decided { done: 1, gone: 0 }),
        next: (
            (count > 0).then(|| format!("{PATH}/statements?after=2")),
            (count > 0).then(|| format!("{PATH}/statements?before=1")),
            (count > 0).then(|| format!("{PATH}/statements?logos=8#logos")),
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

fn rule_lines() -> Vec<RuleLine> {
    let all = Criteria::parse(&RawCriteria {
        domain: String::new(),
        name: "a\"<b>*".to_owned(),
        country: "ZZ".to_owned(),
        level: "mailbox".to_owned(),
        from: "2026-11-22T21:00".to_owned(),
        until: "2026-11-22T22:00".to_owned(),
        rate: "20".to_owned(),
    });
    let domain = Criteria::parse(&RawCriteria {
        domain: "mail.example".to_owned(),
        ..RawCriteria::default()
    });
    let line = |(criteria, id): (_, i64)| RuleLine {
        id,
        name: "Rule <b>no</b>".to_owned(),
        criteria,
        holds: id == 1,
    };
    let both = [all.expect("criteria"), domain.expect("a domain")];
    both.into_iter().zip(0..).map(line).collect()
}

fn wrong() -> RuleForm {
    RuleForm {
        name: "a\"<b>".to_owned(),
        typed: RawCriteria {
            country: "SE".to_owned(),
            level: "domain".to_owned(),
            rate: "a\"<b>".to_owned(),
            ..RawCriteria::default()
        },
        flaws: Flaw::ALL.to_vec(),
    }
}

fn rules(of: &Sample, form: RuleForm) -> RulesPage {
    let states = ["gathering", "waiting", "running", "done", "undone"];
    let runs = states.into_iter().zip(1..).map(|(state, id)| RunLine {
        id,
        rule: "Rule <b>no</b>".to_owned(),
        reason: Reason::Forged,
        state: state.to_owned(),
        due: NOW,
        picked: 37,
        removed: 12,
        left: 25,
    });
    RulesPage {
        frame: of.frame(&format!("{PATH}/rules")),
        visit: Sample::visit(),
        letter: of.title.clone(),
        path: PATH.to_owned(),
        rules: rule_lines(),
        runs: runs.collect(),
        form,
        decided: Some(Decided { done: 1, gone: 0 }),
    }
}

fn rule(of: &Sample, which: usize) -> RulePage {
    RulePage {
        frame: of.frame(&format!("{PATH}/rules/7")),
        visit: Sample::visit(),
        letter: of.title.clone(),
        path: PATH.to_owned(),
        rule: rule_lines().swap_remove(which),
        count: 37,
        shown: vec![(1, Some("Ana a\"<b>".to_owned())), (2, None)],
        waiting: 3,
        decided: None,
    }
}
