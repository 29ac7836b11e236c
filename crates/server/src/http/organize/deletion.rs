//! A letter that has not launched, deleted.

use axum::http::StatusCode;

use super::super::pages;
use super::at::{Answered, At};
use super::letters::head;
use crate::acts::deletion;
use crate::render::organize::{DeletionPage, Lost};

/// `GET /organize/letters/{slug}/deletion`: what would be lost.
pub(in crate::http) async fn page(at: At) -> Answered {
    Ok(pages::private(&asked(&at, false).await?))
}

async fn asked(at: &At, wrong: bool) -> Result<DeletionPage, super::super::refused::Refused> {
    let (letter, _) = at.letter()?;
    let loss = deletion::loss(&at.site.app, letter).await;
    let loss = loss.map_err(|error| at.failed(&error))?;
    let all = [
        (Lost::Languages, loss.languages),
        (Lost::Versions, loss.versions),
        (Lost::Founders, loss.founders),
        (Lost::Accepted, loss.accepted),
        (Lost::Spreadsheets, loss.spreadsheets),
        (Lost::Previews, loss.previews),
        (Lost::Keys, loss.keys),
        (Lost::People, loss.people),
    ];
    Ok(DeletionPage {
        frame: at.frame(),
        visit: at.visit(),
        letter: head(at, letter).await?,
        slug: letter.slug.to_string(),
        lost: all.into_iter().filter(|(_, count)| *count > 0).collect(),
        typed: at.field("word").to_owned(),
        wrong,
    })
}

/// `POST /organize/letters/{slug}/deletion`, with the letter's word in addresses as `word`.
pub(in crate::http) async fn delete(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    if at.field("word").trim() != letter.slug.as_str() {
        let mut response = pages::private(&asked(&at, true).await?);
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(response);
    }
    match deletion::delete(&at.site.app, at.session()?, letter).await {
        Ok(()) => Ok(at.on_to("/organize")),
        Err(error) => Err(at.failed(&error)),
    }
}
