//! The launch of a letter: what is missing, when, and now.

use axum::http::StatusCode;

use super::super::pages;
use super::at::{Answered, At};
use super::letters::title;
use crate::acts::ActError;
use crate::acts::launch::Missing;
use crate::acts::launch::checklist::{self, Checklist};
use crate::acts::launch::schedule::{self, Changed};
use crate::model::checkup::Checkup;
use crate::model::launch_time::{self, Unfit};
use crate::model::{Letter, LetterState, Role};
use crate::proof::Leading;
use crate::render::Moment;
use crate::render::organize::{Check, LaunchPage, Scheduled, TimeProblem};
use crate::store::launches::LaunchRow;

/// `GET /organize/letters/{slug}/launch`
pub(in crate::http) async fn page(at: At) -> Answered {
    shown(&at, None, false).await
}

async fn shown(at: &At, problem: Option<TimeProblem>, unsure: bool) -> Answered {
    let (letter, role) = at.letter()?;
    let app = &at.site.app;
    let path = format!("/organize/letters/{}", letter.slug);
    let is_draft = letter.state == LetterState::Draft;
    let wrong = |error: ActError| at.failed(&error);
    let found = checklist::look(app, at.session()?, letter)
        .await
        .map_err(wrong)?;
    let row = schedule::of(app, letter.id).await.map_err(wrong)?;
    let scheduled = row.and_then(scheduled);
    let typed = match (&problem, &scheduled) {
        (Some(_), _) => ["date", "time", "zone"].map(|name| at.field(name).to_owned()),
        (None, Some(set)) => [set.date.clone(), set.time.clone(), set.zone.clone()],
        (None, None) => [String::new(), String::new(), "UTC".to_owned()],
    };
    let [date, time, zone] = typed;
    Ok(pages::private(&LaunchPage {
        frame: at.frame(),
        visit: at.visit(),
        letter: title(at, letter).await?.0,
        public: (!is_draft).then(|| format!("/letters/{}", letter.slug)),
        is_owned: role == Role::Owner,
        checks: checks(letter, &path, found, app.clock.now()),
        scheduled,
        typed: (date, time, zone),
        problem,
        unsure,
        zones: launch_time::zones(),
        path,
    }))
}

fn scheduled(row: LaunchRow) -> Option<Scheduled> {
    let (date, time, offset) = launch_time::shown(row.at, &row.zone)?;
    Some(Scheduled {
        date,
        time,
        zone: row.zone,
        offset,
        at: Moment::of(row.at),
        who: row.who,
        missing: row.missing.split_whitespace().map(str::to_owned).collect(),
    })
}

/// Whether everybody who is to found it was reached.
fn all_invited(found: &Checklist, check: Check) -> Check {
    let (lack, figure) = match (found.founders.0, found.uninvited, found.refused) {
        (0, 0, _) => ("nobody", 0),
        (_, 0, 0) => ("not", 0),
        (_, 0, refused) => ("refused", refused),
        (_, uninvited, _) => ("not", uninvited),
    };
    Check {
        holds: lack == "not" && figure == 0,
        figures: (figure, 0),
        lack,
        ..check
    }
}

fn checks(letter: &Letter, path: &str, found: Checklist, now: i64) -> Vec<Check> {
    let lacks = |missing: &[Missing]| missing.iter().any(|one| found.obstacles.contains(one));
    let check = |what, holds, needed| Check {
        what,
        holds,
        needed,
        langs: Vec::new(),
        figures: (0, 0),
        at: None,
        path: None,
        lack: "not",
        parts: Vec::new(),
    };
    let at = |rest: &str| Some(format!("{path}/{rest}"));
    let founders = at("founders");
    let (recipients, tested) = found.recipients;
    let (invited, answered) = found.founders;
    let own_host = found.own_host.map(|leading| Check {
        lack: match leading {
            Leading::Here | Leading::Elsewhere => "elsewhere",
            Leading::Nowhere => "nowhere",
            Leading::Unclear => "unclear",
        },
        path: at("host"),
        ..check("own-host", leading == Leading::Here, false)
    });
    let mut all = vec![
        Check {
            path: at("texts"),
            ..check("text", !lacks(&[Missing::Text]), true)
        },
        Check {
            langs: match found.untranslated.is_empty() {
                true => letter.settings.languages.clone(),
                false => found.untranslated.clone(),
            },
            path: at("texts"),
            ..check("languages", found.untranslated.is_empty(), true)
        },
        Check {
            figures: (tested, recipients),
            path: at("recipients"),
            ..check("recipients", recipients > 0 && tested == recipients, true)
        },
        Check {
            path: at("recipients"),
            ..check("spare-key", recipients > 1, false)
        },
        Check {
            path: Some(path.to_owned()),
            ..check("spare-owner", found.owners > 1, false)
        },
        Check {
            path: at("texts"),
            ..check("released", found.released, false)
        },
        Check {
            path: at("settings"),
            ..check("organizers", !letter.settings.organizers.is_empty(), false)
        },
        Check {
            figures: (found.watched, 0),
            path: at("settings"),
            ..check("watched", found.watched > 0, false)
        },
        Check {
            path: at("settings"),
            ..check("dates", !lacks(&[Missing::Dates, Missing::Closing]), true)
        },
        check("host", !lacks(&[Missing::Host]), true),
        check("record", !lacks(&[Missing::Record]), true),
        Check {
            path: founders.clone(),
            ..all_invited(&found, check("invited", false, false))
        },
        Check {
            figures: (answered, invited),
            path: founders.clone(),
            ..check("answered", answered == invited, false)
        },
        Check {
            figures: (found.held, 0),
            path: at("founders?state=held"),
            ..check("names", found.held == 0, false)
        },
        Check {
            figures: (found.undecided, 0),
            path: founders.clone(),
            ..check("statements", found.undecided == 0, false)
        },
        Check {
            figures: (found.logos, 0),
            path: founders,
            ..check("logos", found.logos == 0, false)
        },
        Check {
            figures: (found.sealed_elsewhere, 0),
            path: at("founders?state=other-keys"),
            ..check("sealed", found.sealed_elsewhere == 0, false)
        },
        Check {
            figures: (found.earlier, 0),
            path: at("founders?state=earlier-text"),
            ..check("earlier", found.earlier == 0, false)
        },
        Check {
            path: at("founders"),
            ..check(
                "founders-key",
                !found.founders_key_lost,
                lacks(&[Missing::FoundersKey]),
            )
        },
        Check {
            at: found.mail.1.map(Moment::of),
            ..check("mail", found.mail.0 && found.mail.1.is_some(), false)
        },
        of_doctor(found.checkup, check("doctor", false, false), now),
    ];
    all.extend(own_host);
    all
}

/// What `undersigned doctor` found last. It is the organizers' to weigh, and keeps nothing back.
fn of_doctor(found: Option<Checkup>, check: Check, now: i64) -> Check {
    let Some(found) = found else {
        return Check {
            lack: "never",
            ..check
        };
    };
    let (lack, parts) = match (found.is_fresh(now), found.wrong.is_empty()) {
        (false, _) => ("old", Vec::new()),
        (true, false) => ("wrong", found.wrong.clone()),
        (true, true) => ("unchecked", found.unchecked.clone()),
    };
    Check {
        holds: found.is_well(now),
        at: Some(Moment::of(found.at)),
        figures: (parts.len() as u64, 0),
        lack,
        parts,
        ..check
    }
}

/// `POST /organize/letters/{slug}/launch`: now, which `sure` says is meant.
pub(in crate::http) async fn launch(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    if at.typed("sure").is_none() {
        let mut response = shown(&at, None, true).await?;
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(response);
    }
    let launched = schedule::launch_now(&at.site.app, at.session()?, letter).await;
    if launched.map_err(|error| at.failed(&error))?.is_empty() {
        return Ok(at.on_to(&format!("/organize/letters/{}/launch", letter.slug)));
    }
    let mut response = shown(&at, None, false).await?;
    *response.status_mut() = StatusCode::CONFLICT;
    Ok(response)
}

/// `POST /organize/letters/{slug}/launch/schedule`: at a minute in a zone.
pub(in crate::http) async fn set(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let app = &at.site.app;
    let [date, time, zone] = ["date", "time", "zone"].map(|name| at.field(name));
    let which = at.field("which").parse().ok();
    let moment = match launch_time::resolve(date, time, zone, which, app.clock.now()) {
        Ok(moment) => moment,
        Err(unfit) => {
            let mut response = shown(&at, Some(problem(unfit)), false).await?;
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            return Ok(response);
        }
    };
    let trail = format!("{date} {time} {zone}");
    let (when, seen) = ((moment, zone.trim()), seen(&at));
    let set = schedule::set(app, at.session()?, letter, when, (seen, trail)).await;
    done(&at, letter, set).await
}

/// The launch that stood on the page whose form was sent.
fn seen(at: &At) -> Option<i64> {
    at.field("seen").parse().ok()
}

fn problem(unfit: Unfit) -> TimeProblem {
    match unfit {
        Unfit::Zone => TimeProblem::Zone,
        Unfit::Time => TimeProblem::Time,
        Unfit::Skipped(date, time) => TimeProblem::Skipped(date, time),
        Unfit::Twice(first, second) => TimeProblem::Twice(first, second),
        Unfit::Past => TimeProblem::Past,
    }
}

/// `POST /organize/letters/{slug}/launch/removal`: called off.
pub(in crate::http) async fn cancel(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let cancelled = schedule::cancel(&at.site.app, at.session()?, letter, seen(&at)).await;
    done(&at, letter, cancelled).await
}

async fn done(at: &At, letter: &Letter, outcome: Result<Changed, ActError>) -> Answered {
    let problem = match outcome.map_err(|error| at.failed(&error))? {
        Changed::Done => {
            return Ok(at.on_to(&format!("/organize/letters/{}/launch", letter.slug)));
        }
        Changed::Stale => TimeProblem::Stale,
        Changed::Lacks(missing) => {
            let missing = missing.iter().map(|missing| missing.as_str().to_owned());
            TimeProblem::Lacks(missing.collect())
        }
    };
    let mut response = shown(at, Some(problem), false).await?;
    *response.status_mut() = StatusCode::CONFLICT;
    Ok(response)
}
