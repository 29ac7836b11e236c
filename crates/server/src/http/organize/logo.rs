//! The organizers' logo.

use axum::http::StatusCode;

use super::super::refused::Refused;
use super::super::{pages, upload};
use super::at::{Answered, At};
use super::letters::head;
use crate::acts::{ActError, logo};
use crate::model::logo::BadLogo;
use crate::render::LogoRef;
use crate::render::organize::LogoPage;
use crate::store::logos;

/// `GET /organize/letters/{slug}/logo`
pub(in crate::http) async fn page(at: At) -> Answered {
    shown(&at, None).await
}

async fn shown(at: &At, bad: Option<BadLogo>) -> Answered {
    let (letter, _) = at.letter()?;
    let path = format!("/organize/letters/{}/logo/", letter.slug);
    let logo = read(at, letter.id).await?;
    let logo = logo.map(|row| LogoRef::of(&path, &row.digest, (row.width, row.height)));
    let mut response = pages::private(&LogoPage {
        frame: at.frame(),
        visit: at.visit(),
        letter: head(at, letter).await?,
        logo,
        bad,
    });
    if bad.is_some() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

async fn read(at: &At, letter: i64) -> Result<Option<logos::LogoRow>, Refused> {
    let read = async { logos::of(&mut at.site.app.store.read().await?, letter).await };
    read.await.map_err(|error| at.failed(&error.into()))
}

/// `GET /organize/letters/{slug}/logo/{file}`: what it looks like before anybody else may see it.
pub(in crate::http) async fn picture(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let read = async { logos::image(&mut at.site.app.store.read().await?, letter.id).await };
    let found = read.await.map_err(|error| at.failed(&error.into()))?;
    match found.filter(|(digest, _)| at.rest == format!("{digest}.png")) {
        Some((_, image)) => Ok(pages::png(image)),
        None => Err(at.failed(&ActError::NoLink)),
    }
}

/// `POST /organize/letters/{slug}/logo`
pub(in crate::http) async fn upload(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let logo = match upload::decoded(at.file.clone()).await {
        Ok(logo) => logo,
        Err(bad) => return shown(&at, Some(bad)).await,
    };
    match logo::change(&at.site.app, at.session()?, letter, Some(logo)).await {
        Ok(()) => Ok(at.on_to(&format!("/organize/letters/{}/logo", letter.slug))),
        Err(error) => Err(at.failed(&error)),
    }
}

/// `POST /organize/letters/{slug}/logo/removal`
pub(in crate::http) async fn remove(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    match logo::change(&at.site.app, at.session()?, letter, None).await {
        Ok(()) => Ok(at.on_to(&format!("/organize/letters/{}/logo", letter.slug))),
        Err(error) => Err(at.failed(&error)),
    }
}
