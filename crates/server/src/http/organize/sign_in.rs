//! In and out.

use axum::Json;
use axum::response::{IntoResponse, Response};

use super::super::pages;
use super::at::{Answered, At};
use super::cookie;
use crate::acts::ActError;
use crate::acts::access::{ceremony, recovery, session};
use crate::render::organize::{RecoveryPage, SignInPage};
use crate::render::paths;
use crate::seal::RecoveryCode;

/// `GET /organize/sign-in`
pub(in crate::http) async fn page(at: At) -> Response {
    pages::private(&SignInPage {
        frame: at.frame(),
        visit: None,
        place: at.place.clone(),
        next: next(at.query.get("next")),
    })
}

/// Where to go after signing in: a path among organizers' pages, nothing else.
fn next(asked: Option<&String>) -> String {
    let is_ours = |path: &&String| {
        let plain = |c: char| c.is_ascii_alphanumeric() || "/-_.".contains(c);
        (*path == "/organize" || path.starts_with("/organize/")) && path.chars().all(plain)
    };
    let path = asked.filter(is_ours).map(String::as_str);
    path.unwrap_or("/organize").to_owned()
}

/// `POST /organize/sign-in/challenge`
pub(in crate::http) async fn challenge(at: At) -> Answered {
    match ceremony::ask_anybody(&at.site.app).await {
        Ok(begun) => Ok(Json(begun).into_response()),
        Err(error) => Err(at.failed(&error)),
    }
}

/// `POST /organize/sign-in`
pub(in crate::http) async fn sign_in(at: At) -> Answered {
    let browser = at.browser.to_owned();
    match session::sign_in(&at.site.app, at.answer(), browser).await {
        Ok(token) => {
            let onward = at.on_to(&next(at.form.get("next")));
            Ok(cookie::with_session(&at.site, onward, &token))
        }
        Err(error) => Err(at.failed(&error)),
    }
}

/// `POST /organize/fresh/challenge`
pub(in crate::http) async fn challenge_again(at: At) -> Answered {
    match session::ask_again(&at.site.app, at.session()?).await {
        Ok(begun) => Ok(Json(begun).into_response()),
        Err(error) => Err(at.failed(&error)),
    }
}

/// `POST /organize/sign-out`
pub(in crate::http) async fn sign_out(at: At) -> Answered {
    match session::sign_out(&at.site.app, at.session()?).await {
        Ok(()) => Ok(cookie::without_session(
            &at.site,
            at.on_to("/organize/sign-in"),
        )),
        Err(error) => Err(at.failed(&error)),
    }
}

/// `GET /organize/recovery`
pub(in crate::http) async fn recovery(at: At) -> Response {
    recovery_page(&at, false)
}

fn recovery_page(at: &At, wrong: bool) -> Response {
    let mut response = pages::private(&RecoveryPage {
        frame: at.frame(),
        visit: None,
        wrong,
    });
    if wrong {
        *response.status_mut() = axum::http::StatusCode::UNPROCESSABLE_ENTITY;
    }
    response
}

/// `POST /organize/recovery`
pub(in crate::http) async fn recover(at: At) -> Answered {
    let Some(code) = RecoveryCode::parse(at.field("code")) else {
        return Ok(recovery_page(&at, true));
    };
    match recovery::use_code(&at.site.app, &code).await {
        Ok(token) => Ok(at.on_to(&paths::invitation(&token.reveal()))),
        Err(ActError::NoInvitation) => Ok(recovery_page(&at, true)),
        Err(error) => Err(at.failed(&error)),
    }
}

#[cfg(test)]
mod tests {
    use super::next;

    #[test]
    fn signing_in_leads_nowhere_else() {
        let next = |path: &str| next(Some(&path.to_owned()));
        assert_eq!(
            next("/organize/letters/x/trail"),
            "/organize/letters/x/trail"
        );
        for bad in [
            "",
            "//evil.example",
            "https://evil.example/organize/",
            "/organized",
            "/organize/\\evil.example",
            "/organize/?a=b",
            "/letters/x",
        ] {
            assert_eq!(next(bad), "/organize", "{bad}");
        }
    }
}
