//! One signature or correction that waits: asking about it, vouching for it, and those that seem to repeat it.

use axum::http::StatusCode;

use super::super::pages;
use super::at::{Answered, At};
use super::decided::{path, published};
use super::held::line;
use super::letters::title;
use crate::acts::access::Moderator;
use crate::acts::moderation::{self, Alike, Kept, Vouching};
use crate::acts::{ActError, asking};
use crate::model::wrong::Faults;
use crate::model::{Question, question};
use crate::render::organize::{Decided, HeldOnePage, HeldTyped, Mistake};
use crate::render::{Moment, Refusal};

/// `GET /organize/letters/{slug}/held/{id}`
pub(in crate::http) async fn page(at: At) -> Answered {
    shown(&at, HeldTyped::default(), Faults::new()).await
}

async fn shown(at: &At, typed: HeldTyped, faults: Faults) -> Answered {
    let (app, letter, id) = (&at.site.app, published(at)?, at.id()?);
    let looked = async {
        let held = moderation::one(app, &letter, id).await?;
        let mailed_in = asking::reached_in(app, id).await?;
        let alike = match held.corrects {
            true => Alike::default(),
            false => moderation::alike(app, &letter, &held).await?,
        };
        Ok((held, mailed_in, alike))
    };
    let (held, mailed_in, alike) = looked.await.map_err(|error: ActError| at.failed(&error))?;
    let waiting = alike.waiting.into_iter();
    Ok(pages::private(&HeldOnePage {
        frame: at.frame(),
        visit: at.visit(),
        letter: title(at, at.letter()?.0).await?.0,
        path: path(at)?,
        until: Moment::of(held.until),
        mailed_in,
        may_ask: held.asked.len() < asking::MOST,
        waiting: waiting.map(|one| line(one, Vec::new())).collect(),
        standing: alike.standing,
        asked: at.query.contains_key("asked"),
        one: line(held, Vec::new()),
        typed,
        mistakes: faults.into_iter().map(Mistake::from).collect(),
    }))
}

/// The page again, with what was typed and what is wrong with it.
async fn mistaken(at: &At, faults: Faults) -> Answered {
    let field = |name| at.field(name).to_owned();
    let typed = HeldTyped {
        question: field("question"),
        own: field("own"),
        note: field("note"),
    };
    let mut response = shown(at, typed, faults).await?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

/// `POST /organize/letters/{slug}/held/{id}/questions`
pub(in crate::http) async fn ask(at: At) -> Answered {
    let (letter, id) = (published(&at)?, at.id()?);
    let by = Moderator::Organizer(at.session()?);
    let asked = Question::parse(at.field("question"), at.field("own"), at.lang.tag());
    let question = match asked {
        Ok(question) => question,
        Err(faults) => return mistaken(&at, faults).await,
    };
    match asking::ask(&at.site.app, by, &letter, id, question).await {
        Ok(()) => Ok(at.on_to(&format!("{}/held/{id}?asked=yes", path(&at)?))),
        outcome => decided(&at, outcome),
    }
}

/// `POST /organize/letters/{slug}/held/{id}/vouching`
pub(in crate::http) async fn vouch(at: At) -> Answered {
    let (letter, id) = (published(&at)?, at.id()?);
    let by = Moderator::Organizer(at.session()?);
    let note = match question::note(at.field("note")) {
        Ok(note) => note,
        Err(problem) => return mistaken(&at, vec![("note".to_owned(), problem.into())]).await,
    };
    let vouching = Vouching {
        note,
        lang: at.lang.tag().to_owned(),
    };
    let approved = moderation::approve(&at.site.app, by, &letter, id, Some(vouching)).await;
    decided(&at, approved)
}

/// `POST /organize/letters/{slug}/held/{id}/repetitions`: all that were shown but the one that is kept.
pub(in crate::http) async fn merge(at: At) -> Answered {
    let (letter, id) = (published(&at)?, at.id()?);
    let by = Moderator::Organizer(at.session()?);
    let kept = match at.field("kept").split_once('-') {
        Some(("held", id)) => id.parse().ok().map(Kept::Held),
        Some(("entry", index)) => index.parse().ok().map(Kept::Standing),
        _ => None,
    };
    let kept = kept.ok_or_else(|| at.refuse(Refusal::Unreadable))?;
    let shown = |(name, _): (&String, &String)| name.strip_prefix("one-")?.parse().ok();
    let mut all: Vec<i64> = at.form.iter().filter_map(shown).collect();
    all.push(id);
    match moderation::merge(&at.site.app, by, &letter, kept, &all).await {
        Ok(done) => Decided { done, gone: 0 }.answer(&at, "held"),
        Err(error) => decided(&at, Err(error)),
    }
}

/// Back to the queue, which tells what was done.
fn decided(at: &At, outcome: crate::acts::Result<()>) -> Answered {
    let mut decided = Decided::default();
    decided.count(at, outcome)?;
    decided.answer(at, "held")
}
