//! Statements: those that wait, and those that are public.

use super::super::pages;
use super::at::{Answered, At};
use super::decided::{PAGE, asked, last, number, path, published};
use super::letters::title;
use crate::acts::access::Moderator;
use crate::acts::moderation;
use crate::acts::{ActError, Result};
use crate::render::Refusal;
use crate::render::organize::{Decided, StatementLine, StatementsPage};

/// `GET /organize/letters/{slug}/statements`
pub(in crate::http) async fn page(at: At) -> Answered {
    let path = path(&at)?;
    let lists = lists(&at).await;
    let (held, live) = lists.map_err(|error| at.failed(&error))?;
    let last = |lines: &[StatementLine]| last(lines.iter().map(|one| one.id));
    Ok(pages::private(&StatementsPage {
        frame: at.frame(),
        visit: at.visit(),
        letter: title(&at, at.letter()?.0).await?.0,
        next: (
            last(&held).map(|id| format!("{path}/statements?after={id}")),
            last(&live).map(|id| format!("{path}/statements?before={id}")),
        ),
        path,
        held,
        live,
        decided: Decided::before(&at),
    }))
}

/// A page of those that wait, and one of those that are public.
async fn lists(at: &At) -> Result<(Vec<StatementLine>, Vec<StatementLine>)> {
    let Ok(letter) = published(at) else {
        return Ok((Vec::new(), Vec::new()));
    };
    let after = (number(at, "after").unwrap_or(i64::MIN), PAGE);
    let before = (number(at, "before").unwrap_or(i64::MAX), PAGE);
    let held = moderation::held_statements(&at.site.app, &letter, after).await?;
    let live = moderation::live_statements(&at.site.app, &letter, before).await?;
    let held = held.into_iter().map(|one| StatementLine {
        id: one.id,
        name: one.name,
        lang: one.lang,
        words: one.words,
        featured: false,
    });
    let live = live.into_iter().map(|one| StatementLine {
        id: one.id,
        name: one.name,
        lang: one.lang,
        words: one.words,
        featured: one.featured,
    });
    Ok((held.collect(), live.collect()))
}

/// `POST /organize/letters/{slug}/statements`
pub(in crate::http) async fn decide(at: At) -> Answered {
    let (app, letter) = (&at.site.app, published(&at)?);
    let by = Moderator::Organizer(at.session()?);
    let (act, Some(id)) = asked(&at) else {
        return Err(at.refuse(Refusal::Unreadable));
    };
    let outcome: std::result::Result<(), ActError> = match act {
        "approve" => moderation::approve_statement(app, by, &letter, id, false).await,
        "reject" => moderation::reject_statement(app, by, &letter, id).await,
        "feature" => moderation::feature(app, by, &letter, id, true).await,
        "unfeature" => moderation::feature(app, by, &letter, id, false).await,
        _ => return Err(at.refuse(Refusal::Unreadable)),
    };
    let mut decided = Decided::default();
    decided.count(&at, outcome)?;
    decided.answer(&at, "statements")
}
