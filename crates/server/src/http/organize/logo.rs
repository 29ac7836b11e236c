//! The organizers' logo.

use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, HeaderValue};
use axum::response::{IntoResponse, Response};

use super::super::pages;
use super::super::refused::Refused;
use super::at::{Answered, At};
use super::letters::head;
use crate::acts::{ActError, logo};
use crate::model::logo::{BadLogo, Logo};
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
        Some((_, image)) => Ok(png(image)),
        None => Err(at.failed(&ActError::NoLink)),
    }
}

/// A picture as an answer.
pub(in crate::http) fn png(image: Vec<u8>) -> Response {
    let kind = HeaderValue::from_static("image/png");
    ([(CONTENT_TYPE, kind)], image).into_response()
}

/// `POST /organize/letters/{slug}/logo`
pub(in crate::http) async fn upload(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let file = at.file.clone();
    // Decoding takes a while, and nobody else's request should wait for it.
    let made = tokio::task::spawn_blocking(move || Logo::of(&file)).await;
    let logo = match made.unwrap_or(Err(BadLogo::Broken)) {
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
