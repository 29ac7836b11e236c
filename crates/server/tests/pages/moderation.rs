//! Moderators' pages, made of sample data.

use undersigned::model::criteria::{Criteria, Flaw, RawCriteria};
use undersigned::model::hint::Share;
use undersigned::model::question::Ready;
use undersigned::model::watch::Rule;
use undersigned::model::{Display, Doubt, Hint, Kind, Proof, Verdict, Wrong};
use undersigned::render::organize::*;
use undersigned::render::{AskedQuestion, LogoRef, Shown, Signatory};
use undersigned_record::entry::Reason;

use super::super::{NOW, html};
use super::Sample;

const PATH: &str = "/organize/letters/security-for-all";

/// Every page.
pub(super) fn pages(of: &Sample) -> Vec<(&'static str, String)> {
    let all = held_lines();
    let rejects = Some(Verdict::Reject(Reason::Unlawful));
    let removes = Some(Verdict::Remove(Reason::Unlawful));
    vec![
        ("held", html(&held(of, all))),
        ("held-none", html(&held(of, Vec::new()))),
        ("held-one", html(&held_one(of, true))),
        ("held-one-wrong", html(&held_one(of, false))),
        ("statements", html(&statements(of, 2))),
        ("statements-none", html(&statements(of, 0))),
        ("removal", html(&removal(of, "a\"<b>", 3))),
        ("removal-none", html(&removal(of, "a\"<b>", 0))),
        ("removal-begin", html(&removal(of, "", 0))),
        (
            "removal-no-number",
            html(&by_entry(of, WrongEntry::NoNumber)),
        ),
        (
            "removal-not-there",
            html(&by_entry(of, WrongEntry::NotThere)),
        ),
        ("rules", html(&rules(of, RuleForm::default()))),
        ("rules-wrong", html(&rules(of, wrong()))),
        ("rule", html(&rule(of, 0, None))),
        ("rule-of-domain", html(&rule(of, 1, None))),
        ("rule-changed", html(&rule(of, 0, Some(Verdict::Approve)))),
        ("rule-changed-reject", html(&rule(of, 0, rejects))),
        ("rule-changed-remove", html(&rule(of, 0, removes))),
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
        mailbox: Some("xn--bcher-kva.example".to_owned()),
        country: None,
        statement: Some("Words <b>no</b>".to_owned()),
        level: Proof::Mailbox,
        corrects: true,
        doubts,
        hints,
        since: NOW,
        asked: asked(),
    };
    let company = HeldLine {
        id: 2,
        kind: Kind::Company,
        title: None,
        affiliation: None,
        website: Some("https://vaxholm.example".to_owned()),
        mailbox: None,
        asked: Vec::new(),
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
        typed: [("mark-1", "yes"), ("reason-1", "abusive")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into(),
        missing: Some("reason".to_owned()),
        held,
    }
}

/// What was asked by each way, and what came of it.
fn asked() -> Vec<AskedQuestion> {
    let answered = AskedQuestion {
        number: 1,
        ready: Ready::Person,
        own: Some(("Which chair? <b>no</b>".to_owned(), "en".to_owned())),
        at: NOW,
        mailed: true,
        came_back: false,
        answer: Some(("The one of <b>no</b> locks.".to_owned(), NOW)),
    };
    let lost = AskedQuestion {
        number: 2,
        ready: Ready::Own,
        came_back: true,
        answer: None,
        ..answered.clone()
    };
    let shown = AskedQuestion {
        number: 3,
        mailed: false,
        own: None,
        ready: Ready::Twice,
        answer: None,
        ..answered.clone()
    };
    vec![answered, lost, shown]
}

fn held_one(of: &Sample, good: bool) -> HeldOnePage {
    let mut lines = held_lines();
    let (company, person) = (lines.swap_remove(1), lines.swap_remove(0));
    let wrongs = [
        ("question", Wrong::Missing),
        ("own", Wrong::HasAddress),
        ("note", Wrong::TooLong(200)),
    ];
    let wrongs = wrongs.map(|(field, wrong)| Mistake {
        field: field.to_owned(),
        wrong,
    });
    HeldOnePage {
        frame: of.frame(&format!("{PATH}/held/2")),
        visit: Sample::visit(),
        letter: of.title.clone(),
        path: PATH.to_owned(),
        one: HeldLine {
            asked: if good { asked() } else { Vec::new() },
            ..company
        },
        until: NOW,
        mailed_in: (!good).then_some(undersigned::l10n::Lang::Ar),
        may_ask: !good,
        waiting: if good { vec![person] } else { Vec::new() },
        standing: if good {
            vec![(12, "Ana a\"<b>".to_owned())]
        } else {
            Vec::new()
        },
        asked: good,
        typed: match good {
            true => HeldTyped::default(),
            false => HeldTyped {
                question: "authority".to_owned(),
                own: "a\"<b>".to_owned(),
                note: "a\"<b>".to_owned(),
            },
        },
        mistakes: if good { Vec::new() } else { wrongs.into() },
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
            3 => Shown::Count,
            _ => Shown::Name {
                text: "Ana a\"<b>".to_owned(),
                lang: None,
            },
        },
        title: None,
        affiliation: None,
        website: None,
        mailbox: None,
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
        entry: String::new(),
        wrong: None,
        is_cut: count > 0,
        first: (count > 0).then(|| format!("{PATH}/signatures?q=a")),
        next: (!search.is_empty()).then(|| format!("{PATH}/signatures?q=a&before=1")),
        found: (1..=count).map(line).collect(),
        decided: None,
        unreasoned: count == 1,
    }
}

fn by_entry(of: &Sample, wrong: WrongEntry) -> RemovalPage {
    RemovalPage {
        entry: "a\"<b>".to_owned(),
        wrong: Some(wrong),
        ..removal(of, "", 0)
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
    let verdicts = [
        Verdict::Remove(Reason::Forged),
        Verdict::Approve,
        Verdict::Reject(Reason::Abusive),
    ];
    let all = verdicts
        .into_iter()
        .flat_map(|verdict| states.map(|state| (verdict, state)));
    let runs = all.zip(1..).map(|((verdict, state), id)| RunLine {
        id,
        rule: "Rule <b>no</b>".to_owned(),
        verdict,
        state: state.to_owned(),
        due: NOW,
        picked: 37,
        done: 12,
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

fn rule(of: &Sample, which: usize, changed: Option<Verdict>) -> RulePage {
    let line = |id| WaitingLine {
        id,
        name: "Ana a\"<b>".to_owned(),
        watched: id == 2,
    };
    RulePage {
        frame: of.frame(&format!("{PATH}/rules/7")),
        visit: Sample::visit(),
        letter: of.title.clone(),
        path: PATH.to_owned(),
        rule: rule_lines().swap_remove(which),
        count: 37,
        shown: vec![(1, Some("Ana a\"<b>".to_owned())), (2, None)],
        waiting: 30,
        watched: 1,
        shown_waiting: [1, 2].map(line).into(),
        changed: changed.map(|verdict| Changed { verdict, seen: 7 }),
        decided: None,
        unreasoned: "reject",
    }
}
