//! The logo of an organization or a company that signed, behind its private link.

use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};

use super::super::at_letter::AtLetter;
use super::super::letter::logo_folder;
use super::super::{pages, upload};
use super::{Answer, dead_link, manage_page, own_signature};
use crate::acts::{ActError, signatory_logo};
use crate::render::{LogoRef, LogoStanding, OwnLogo, paths};
use crate::store::signatory_logos::SignatoryLogoRow;
use crate::store::signatures::SignatureRow;

/// The logo of a signature that can have one, as its page shows it.
pub(super) async fn own(at: &AtLetter, row: &SignatureRow) -> Result<Option<OwnLogo>, ActError> {
    if row.kind == "individual" {
        return Ok(None);
    }
    let path = path(at);
    let picture = |logo: SignatoryLogoRow| {
        let size = (logo.width, logo.height);
        match logo.is_shown() {
            true => {
                let shown = LogoRef::of(&logo_folder(&at.letter), &logo.digest, size);
                (shown, LogoStanding::Shown)
            }
            false => (LogoRef::at(path.clone(), size), LogoStanding::Waiting),
        }
    };
    let logos = signatory_logo::of(&at.site.app, row.id).await?;
    Ok(Some(OwnLogo {
        pictures: logos.into_iter().map(picture).collect(),
        path,
        bad: None,
    }))
}

fn path(at: &AtLetter) -> String {
    let slug = at.letter.letter.slug.as_str();
    paths::logo(&paths::confirmation(slug, &at.rest))
}

/// `GET /letters/{slug}/confirm/{token}/logo`: the picture that waits.
pub(in crate::http) async fn picture(at: AtLetter) -> Answer {
    match signatory_logo::waiting_picture(&at.site.app, &at.letter, &at.rest).await {
        Ok(image) => Ok(pages::png(image)),
        Err(ActError::NoLink) => Err(at.refuse(dead_link(&at.rest))),
        Err(error) => Err(at.failed(&error)),
    }
}

/// `POST /letters/{slug}/confirm/{token}/logo`
pub(in crate::http) async fn bring(at: AtLetter, request: Request) -> Answer {
    // Nobody's file is taken in before it is known whose it is.
    let (row, opening) = own_signature(&at).await?;
    let read = upload::logo(&at.headers, request.into_body()).await;
    match read.map_err(|refusal| at.refuse(refusal))? {
        Ok(logo) => {
            let brought = signatory_logo::bring(&at.site.app, &at.letter, &at.rest, logo);
            done(&at, brought.await)
        }
        Err(bad) => {
            let mut response = manage_page(&at, &row, &opening, None, Some(bad)).await?;
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(response)
        }
    }
}

/// `POST /letters/{slug}/confirm/{token}/logo/removal`
pub(in crate::http) async fn take_away(at: AtLetter) -> Answer {
    let taken = signatory_logo::take_away(&at.site.app, &at.letter, &at.rest).await;
    done(&at, taken)
}

fn done(at: &AtLetter, outcome: Result<(), ActError>) -> Answer {
    match outcome {
        Ok(()) => {
            let slug = at.letter.letter.slug.as_str();
            let path = paths::in_lang(&paths::confirmation(slug, &at.rest), at.lang);
            Ok(Redirect::to(&format!("{path}#logo")).into_response())
        }
        Err(ActError::NoLink) => Err(at.refuse(dead_link(&at.rest))),
        Err(error) => Err(at.failed(&error)),
    }
}
