//! Statements and logos: those that wait, and the statements that are public.

use super::super::pages;
use super::at::{Answered, At};
use super::decided::{PAGE, asked, last, number, path, published};
use super::letters::title;
use crate::acts::access::Moderator;
use crate::acts::moderation::{self, LiveStatement};
use crate::acts::{ActError, Result, signatory_logo};
use crate::render::organize::{Decided, LogoLine, StatementLine, StatementsPage};
use crate::render::{LogoRef, Refusal};

/// `GET /organize/letters/{slug}/statements`
pub(in crate::http) async fn page(at: At) -> Answered {
    let path = path(&at)?;
    let lists = lists(&at).await.map_err(|error| at.failed(&error))?;
    let last = |lines: &[StatementLine]| last(lines.iter().map(|one| one.id));
    Ok(pages::private(&StatementsPage {
        frame: at.frame(),
        visit: at.visit(),
        letter: title(&at, at.letter()?.0).await?.0,
        next: (
            last(&lists.held).map(|id| format!("{path}/statements?after={id}")),
            last(&lists.live).map(|id| format!("{path}/statements?before={id}")),
            super::decided::last(lists.logos.iter().map(|one| one.id))
                .map(|id| format!("{path}/statements?logos={id}#logos")),
        ),
        path,
        held: lists.held,
        logos: lists.logos,
        featured: lists.featured,
        live: lists.live,
        decided: Decided::before(&at),
    }))
}

/// What the page shows of each.
#[derive(Default)]
struct Lists {
    held: Vec<StatementLine>,
    logos: Vec<LogoLine>,
    featured: Vec<StatementLine>,
    live: Vec<StatementLine>,
}

/// A page of those that wait, of logos that do, those on the letter's page, and a page of the other
/// public ones.
async fn lists(at: &At) -> Result<Lists> {
    let Ok(letter) = published(at) else {
        return Ok(Lists::default());
    };
    let app = &at.site.app;
    let after = (number(at, "after").unwrap_or(i64::MIN), PAGE);
    let before = (number(at, "before").unwrap_or(i64::MAX), PAGE);
    let held = moderation::held_statements(app, &letter, after).await?;
    let held = held.into_iter().map(|one| StatementLine {
        id: one.id,
        name: one.name,
        lang: one.lang,
        words: one.words,
    });
    let public = |of: Vec<LiveStatement>| {
        let lines = of.into_iter().map(|one| StatementLine {
            id: one.id,
            name: one.name,
            lang: one.lang,
            words: one.words,
        });
        lines.collect()
    };
    let after = (number(at, "logos").unwrap_or(i64::MIN), PAGE);
    let logos = moderation::held_logos(app, &letter, after).await?;
    let folder = format!("/organize/letters/{}/statements/logos/", letter.letter.slug);
    let logos = logos.into_iter().map(|one| LogoLine {
        picture: LogoRef::at(format!("{folder}{}", one.id), one.size),
        id: one.id,
        name: one.name,
    });
    Ok(Lists {
        held: held.collect(),
        logos: logos.collect(),
        featured: public(moderation::featured_statements(app, &letter).await?),
        live: public(moderation::live_statements(app, &letter, before).await?),
    })
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
        "raise" => moderation::raise(app, by, &letter, id).await,
        "show" => moderation::approve_logo(app, by, &letter, id).await,
        "drop" => moderation::reject_logo(app, by, &letter, id).await,
        "unfeature" => moderation::feature(app, by, &letter, id, false).await,
        _ => return Err(at.refuse(Refusal::Unreadable)),
    };
    let mut decided = Decided::default();
    decided.count(&at, outcome)?;
    decided.answer(&at, "statements")
}

/// `GET /organize/letters/{slug}/statements/logos/{id}`: a logo that waits.
pub(in crate::http) async fn logo(at: At) -> Answered {
    let letter = published(&at)?;
    let picture = signatory_logo::picture(&at.site.app, &letter, at.id()?).await;
    picture.map(pages::png).map_err(|error| at.failed(&error))
}
