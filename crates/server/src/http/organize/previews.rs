//! Private links to a letter before its launch.

use super::super::pages;
use super::at::{Answered, At};
use super::letters::title;
use crate::acts::preview;
use crate::model::LetterState;
use crate::render::organize::{PreviewLine, PreviewsPage};
use crate::render::{Moment, paths};

/// `GET /organize/letters/{slug}/previews`
pub(in crate::http) async fn page(at: At) -> Answered {
    shown(&at, None).await
}

async fn shown(at: &At, made: Option<(String, String)>) -> Answered {
    let (letter, _) = at.letter()?;
    let rows = preview::list(&at.site.app, letter.id).await;
    let rows = rows.map_err(|error| at.failed(&error))?.into_iter();
    Ok(pages::private(&PreviewsPage {
        frame: at.frame(),
        visit: at.visit(),
        letter: title(at, letter).await?.0,
        path: format!("/organize/letters/{}", letter.slug),
        is_draft: letter.state == LetterState::Draft,
        previews: rows
            .map(|row| PreviewLine {
                id: row.id,
                name: row.name,
                made: Moment::of(row.made_at),
                used: row.used_at.map(Moment::of),
            })
            .collect(),
        made,
    }))
}

/// `POST /organize/letters/{slug}/previews`: the link is shown this once.
pub(in crate::http) async fn make(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let (app, name) = (&at.site.app, at.name("name")?);
    let token = preview::make(app, at.session()?, letter, name.clone()).await;
    let token = token.map_err(|error| at.failed(&error))?;
    let path = paths::preview(&token.reveal());
    shown(&at, Some((name, format!("{}{path}", app.config.base_url)))).await
}

/// `POST /organize/letters/{slug}/previews/{id}/removal`
pub(in crate::http) async fn revoke(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    match preview::revoke(&at.site.app, at.session()?, letter, at.id()?).await {
        Ok(()) => Ok(at.on_to(&format!("/organize/letters/{}/previews", letter.slug))),
        Err(error) => Err(at.failed(&error)),
    }
}
