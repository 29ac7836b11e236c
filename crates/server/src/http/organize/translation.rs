//! An outside translator's link: one language of a letter, and its source beside it.

use super::super::pages;
use super::super::refused::Refused;
use super::at::{Answered, At};
use super::preview;
use super::write::{self, Desk};
use crate::acts::{translating, writing};
use crate::render::organize::LetterHead;
use crate::render::paths;

async fn desk(at: &At) -> Result<Desk, Refused> {
    let opened = translating::open(&at.site.app, &at.rest).await;
    let opened = opened.map_err(|error| at.failed(&error))?;
    let written = writing::wordings(&at.site.app.store, &opened.letter).await;
    let written = written.map_err(|error| at.failed(&error))?;
    let source = written.of(&written.source);
    Ok(Desk {
        head: LetterHead {
            path: String::new(),
            title: source.map_or_else(String::new, |source| source.text.title.clone()),
            title_lang: written.source,
            is_theirs: false,
        },
        letter: opened.letter,
        lang: opened.lang,
        writer: opened.writer,
        path: paths::translation(&at.rest),
    })
}

/// Nobody is signed in here, whoever else has a session in this browser.
fn alone(mut at: At) -> At {
    at.session = None;
    at
}

/// `GET /organize/translation/{token}`
pub(in crate::http) async fn page(at: At) -> Answered {
    let at = alone(at);
    write::open(&at, &desk(&at).await?).await
}

/// `POST /organize/translation/{token}`
pub(in crate::http) async fn save(at: At) -> Answered {
    let at = alone(at);
    write::press(&at, desk(&at).await?).await
}

/// `POST /organize/translation/{token}/draft`
pub(in crate::http) async fn autosave(at: At) -> Answered {
    let at = alone(at);
    write::keep(&at, desk(&at).await?).await
}

/// `GET /organize/translation/{token}/preview`
pub(in crate::http) async fn look(at: At) -> Answered {
    let desk = desk(&at).await?;
    let (_, wording) = desk.wording(&at).await?;
    let page = preview::of(&at, &desk.letter, &wording).await?;
    Ok(pages::private(&page))
}
