//! One-time links, followed.

use axum::Json;
use axum::response::{IntoResponse, Response};

use super::super::pages;
use super::at::{Answered, At};
use super::cookie;
use super::letters::title;
use crate::acts::access::invitation;
use crate::render::organize::InvitationPage;
use crate::render::paths;

/// `GET /organize/invitations/{token}`: changes nothing, however often mail scanners follow it.
pub(in crate::http) async fn page(at: At) -> Answered {
    let opened = invitation::open(&at.site.app, &at.rest).await;
    let opened = opened.map_err(|error| at.failed(&error))?;
    let letter = match &opened.letter {
        Some(letter) => Some(title(&at, letter).await?.0),
        None => None,
    };
    Ok(pages::private(&InvitationPage {
        frame: at.frame(),
        visit: at.visit(),
        place: at.place.clone(),
        name: opened.name,
        recovers: opened.recovers,
        letter,
        role: opened.role.to_string(),
        path: paths::invitation(&at.rest),
    }))
}

/// `POST /organize/invitations/{token}/challenge`
pub(in crate::http) async fn challenge(at: At) -> Answered {
    match invitation::ask(&at.site.app, &at.rest).await {
        Ok(begun) => Ok(Json(begun).into_response()),
        Err(error) => Err(at.failed(&error)),
    }
}

/// `POST /organize/invitations/{token}`
pub(in crate::http) async fn accept(at: At) -> Answered {
    let (passkey, browser) = (at.name("passkey")?, at.browser.to_owned());
    let accepted = invitation::accept(&at.site.app, &at.rest, at.answer(), passkey, browser).await;
    match accepted {
        Ok(token) => {
            let onward: Response = at.on_to("/organize");
            Ok(cookie::with_session(&at.site, onward, &token))
        }
        Err(error) => Err(at.failed(&error)),
    }
}

/// `POST /organize/invitations/{token}/acceptance`
pub(in crate::http) async fn accept_as_myself(at: At) -> Answered {
    match invitation::accept_as(&at.site.app, &at.rest, at.session()?).await {
        Ok(()) => Ok(at.on_to("/organize")),
        Err(error) => Err(at.failed(&error)),
    }
}
