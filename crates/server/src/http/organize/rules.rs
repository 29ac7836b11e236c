//! Saved rules: kept, looked at, held against what comes, run over what stands or waits.

use axum::http::StatusCode;
use axum::response::Response;

use super::super::pages;
use super::at::{Answered, At};
use super::decided::{path, published};
use super::letters::title;
use crate::acts::access::Moderator;
use crate::acts::rules::{self, Begun, Change, Preview, Run, SavedRule};
use crate::model::Verdict;
use crate::model::criteria::{Criteria, Flaw, RawCriteria};
use crate::render::organize::{
    Changed, Decided, RuleForm, RuleLine, RulePage, RulesPage, RunLine, WaitingLine,
};
use crate::render::{Moment, Refusal};

/// Names that are shown of what a rule is about.
const SHOWN: usize = 20;

/// `GET /organize/letters/{slug}/rules`
pub(in crate::http) async fn page(at: At) -> Answered {
    list(&at, RuleForm::default()).await
}

async fn list(at: &At, form: RuleForm) -> Answered {
    let letter = at.letter()?.0;
    let both = async {
        let saved = rules::all(&at.site.app, letter.id).await?;
        Ok((saved, rules::runs(&at.site.app, letter.id).await?))
    };
    let (saved, runs) = both.await.map_err(|error| at.failed(&error))?;
    Ok(pages::private(&RulesPage {
        frame: at.frame(),
        visit: at.visit(),
        letter: title(at, letter).await?.0,
        path: path(at)?,
        rules: saved.into_iter().map(rule_line).collect(),
        runs: runs.into_iter().map(run_line).collect(),
        form,
        decided: Decided::before(at),
    }))
}

fn rule_line(rule: SavedRule) -> RuleLine {
    RuleLine {
        id: rule.id,
        name: rule.name,
        criteria: rule.criteria,
        holds: rule.holds,
    }
}

fn run_line(run: Run) -> RunLine {
    RunLine {
        id: run.id,
        rule: run.rule,
        verdict: run.verdict,
        state: run.state,
        due: Moment::of(run.due_at),
        picked: run.picked,
        done: run.done,
        left: run.left,
    }
}

/// `POST /organize/letters/{slug}/rules`: what was typed comes back with what is wrong beside it.
pub(in crate::http) async fn make(at: At) -> Answered {
    let field = |name| at.field(name).to_owned();
    let typed = RawCriteria {
        domain: field("domain"),
        name: field("pattern"),
        country: field("country"),
        level: field("level"),
        from: field("from"),
        until: field("until"),
        rate: field("rate"),
    };
    let name = crate::model::organizer::name(at.field("name"));
    let read = Criteria::parse(&typed);
    let (criteria, name) = match (read, name) {
        (Ok(criteria), Ok(name)) => (criteria, name),
        (read, name) => {
            let mut flaws = read.err().unwrap_or_default();
            flaws.extend(name.is_err().then_some(Flaw::Name));
            flaws.sort_unstable();
            let form = RuleForm {
                name: field("name"),
                typed,
                flaws,
            };
            let mut response: Response = list(&at, form).await?;
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            return Ok(response);
        }
    };
    let by = Moderator::Organizer(at.session()?);
    let letter = at.letter()?.0.id;
    match rules::make(&at.site.app, by, letter, name, &criteria).await {
        Ok(id) => Ok(at.on_to(&format!("{}/rules/{id}", path(&at)?))),
        Err(error) => Err(at.failed(&error)),
    }
}

/// `GET /organize/letters/{slug}/rules/{id}`: what it would do.
pub(in crate::http) async fn one(at: At) -> Answered {
    shown(&at, None, "").await
}

/// The page of a rule; a draft has nothing that stands or waits. `unreasoned` is the verdict that was asked for
/// without a reason.
async fn shown(at: &At, changed: Option<Changed>, unreasoned: &'static str) -> Answered {
    let letter = at.letter()?.0;
    let rule = rules::get(&at.site.app, letter.id, at.id()?).await;
    let rule = rule.map_err(|error| at.failed(&error))?;
    let preview = match published(at) {
        Ok(published) => rules::preview(&at.site.app, &published, &rule).await,
        Err(_) => Ok(Preview::default()),
    };
    let Preview { picks, waiting } = preview.map_err(|error| at.failed(&error))?;
    let watched = waiting.iter().filter(|one| one.watched).count() as u64;
    Ok(pages::private(&RulePage {
        frame: at.frame(),
        visit: at.visit(),
        letter: title(at, letter).await?.0,
        path: path(at)?,
        rule: rule_line(rule),
        count: picks.len() as u64,
        waiting: waiting.len() as u64,
        watched,
        shown: picks
            .into_iter()
            .take(SHOWN)
            .map(|pick| (pick.index, pick.name))
            .collect(),
        shown_waiting: waiting
            .into_iter()
            .take(SHOWN)
            .map(|one| WaitingLine {
                id: one.id,
                name: one.name,
                watched: one.watched,
            })
            .collect(),
        changed,
        unreasoned,
        decided: Decided::before(at),
    }))
}

/// `POST /organize/letters/{slug}/rules/{id}`
pub(in crate::http) async fn change(at: At) -> Answered {
    let (id, letter) = (at.id()?, at.letter()?.0.id);
    let change = match at.field("decide") {
        "hold" => Change::Hold,
        "rest" => Change::Rest,
        "drop" => Change::Gone,
        _ => return Err(at.refuse(Refusal::Unreadable)),
    };
    let by = Moderator::Organizer(at.session()?);
    let outcome = rules::change(&at.site.app, by, letter, id, change).await;
    let mut decided = Decided::default();
    decided.count(&at, outcome)?;
    match change {
        Change::Gone => decided.answer(&at, "rules"),
        Change::Hold | Change::Rest => decided.answer(&at, &format!("rules/{id}")),
    }
}

/// `POST /organize/letters/{slug}/rules/{id}/runs`: the form carries how many were seen. Where there are others by
/// now, the page comes back and says so.
pub(in crate::http) async fn start(at: At) -> Answered {
    let (id, letter) = (at.id()?, published(&at)?);
    let unreasoned = match (at.field("verdict"), at.field("reason")) {
        ("remove", "") => "remove",
        ("reject", "") => "reject",
        _ => "",
    };
    if !unreasoned.is_empty() {
        let mut response = shown(&at, None, unreasoned).await?;
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(response);
    }
    let verdict = Verdict::parse(at.field("verdict"), at.field("reason"));
    let both = verdict.zip(at.field("count").parse().ok());
    let (verdict, seen) = both.ok_or_else(|| at.refuse(Refusal::Unreadable))?;
    let by = Moderator::Organizer(at.session()?);
    match rules::start(&at.site.app, by, &letter, id, verdict, seen).await {
        Ok(Begun::Runs) => Ok(at.on_to(&format!("{}/rules#runs", path(&at)?))),
        Ok(Begun::Changed) => {
            let mut response = shown(&at, Some(Changed { verdict, seen }), "").await?;
            *response.status_mut() = StatusCode::CONFLICT;
            Ok(response)
        }
        Err(error) => Err(at.failed(&error)),
    }
}

/// `POST /organize/letters/{slug}/runs/{id}/undo`
pub(in crate::http) async fn undo(at: At) -> Answered {
    let by = Moderator::Organizer(at.session()?);
    let outcome = rules::undo(&at.site.app, by, at.letter()?.0.id, at.id()?).await;
    let mut decided = Decided::default();
    decided.count(&at, outcome)?;
    decided.answer(&at, "rules")
}
