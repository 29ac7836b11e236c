//! A founder's logo, behind the link of their invitation.

use std::sync::Arc;

use axum::extract::{Path, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::super::refused::{Refused, refuse};
use super::super::{Site, State, pages, upload};
use super::{At, Form, made};
use crate::acts::ActError;
use crate::acts::founding::answer::{self, Opened};
use crate::acts::founding::logo;
use crate::model::logo::BadLogo;
use crate::render::{LogoRef, LogoStanding, OwnLogo, Refusal, paths};
use crate::store::founder_logos::FounderLogoRow;

/// The logo of who may bring one, as their page shows it.
pub(super) async fn own(at: &At, opened: &Opened) -> Result<Option<OwnLogo>, ActError> {
    if !opened.may_bring_logo() {
        return Ok(None);
    }
    let row = logo::of(&at.site.app, opened).await?;
    Ok(Some(OwnLogo {
        path: paths::logo(&paths::invited(&at.token)),
        pictures: row
            .and_then(|row| picture_of(at, &row))
            .into_iter()
            .collect(),
        bad: None,
    }))
}

fn picture_of(at: &At, row: &FounderLogoRow) -> Option<(LogoRef, LogoStanding)> {
    let standing = match &*row.state {
        "waiting" => LogoStanding::Waiting,
        "approved" => LogoStanding::Approved,
        "refused" => LogoStanding::Refused,
        _ => return None,
    };
    let path = paths::logo(&paths::invited(&at.token));
    let size = (row.width, row.height);
    Some((LogoRef::at(path, size), standing))
}

/// A request with the invitation that it is about, or the answer where it leads nowhere.
async fn found(
    site: &Arc<Site>,
    token: String,
    request: Request,
) -> Result<(At, Box<Opened>, Request), Box<Response>> {
    let at = At::of(site, token, &request);
    let found = answer::open(&site.app, &at.token).await;
    let opened = at.invitation(&request, found)?;
    if !opened.may_bring_logo() {
        return Err(Box::new(refuse(site, &request, Refusal::NotFound)));
    }
    Ok((at, opened, request))
}

/// `GET /invited/{token}/logo`
pub(in crate::http) async fn picture(
    axum::extract::State(site): State,
    Path(token): Path<String>,
    request: Request,
) -> Response {
    let (at, opened, request) = match found(&site, token, request).await {
        Ok(found) => found,
        Err(answer) => return *answer,
    };
    match logo::picture(&site.app, &opened.letter, opened.row.id).await {
        Ok(image) => pages::png(image),
        Err(ActError::NoLink) => refuse(&site, &request, Refusal::NotFound),
        Err(error) => at.failed(&error),
    }
}

/// `POST /invited/{token}/logo`
pub(in crate::http) async fn bring(
    axum::extract::State(site): State,
    Path(token): Path<String>,
    request: Request,
) -> Response {
    let (at, opened, request) = match found(&site, token, request).await {
        Ok(found) => found,
        Err(answer) => return *answer,
    };
    let (parts, body) = request.into_parts();
    match upload::logo(&parts.headers, body).await {
        Ok(Ok(picture)) => done(&at, logo::bring(&site.app, &opened, picture).await),
        Ok(Err(bad)) => unfit(&at, &opened, bad).await,
        Err(refusal) => Refused::new(refusal, &site, at.lang, None).into_response(),
    }
}

/// The page again, with what is wrong with the picture.
async fn unfit(at: &At, opened: &Opened, bad: BadLogo) -> Response {
    let mut page = match made(at, opened, Form::of(opened)).await {
        Ok(page) => page,
        Err(error) => return at.failed(&error),
    };
    if let Some(logo) = &mut page.logo {
        logo.bad = Some(bad);
    }
    let mut response = pages::private(&page);
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    response
}

/// `POST /invited/{token}/logo/removal`
pub(in crate::http) async fn take_away(
    axum::extract::State(site): State,
    Path(token): Path<String>,
    request: Request,
) -> Response {
    match found(&site, token, request).await {
        Ok((at, opened, _)) => done(&at, logo::take_away(&site.app, &opened).await),
        Err(answer) => *answer,
    }
}

fn done(at: &At, outcome: Result<(), ActError>) -> Response {
    match outcome {
        Ok(()) => {
            let path = paths::in_lang(&paths::invited(&at.token), at.lang);
            Redirect::to(&format!("{path}#logo")).into_response()
        }
        Err(error) => at.failed(&error),
    }
}
