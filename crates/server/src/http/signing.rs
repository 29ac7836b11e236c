//! The sign form, sent.

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::{ConnectInfo, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::at_letter::AtLetter;
use super::refused::Refused;
use super::{form, limits, pages};
use crate::acts;
use crate::acts::signing::FormShown;
use crate::l10n::{Lang, Words};
use crate::model::{FieldError, Kind, RawForm, Submission};
use crate::render::{SignForm, SignPage, paths};

/// `POST /letters/{slug}/signatures`: every form that holds gets the same answer, whether the
/// signatory is new, known or will be held.
pub(super) async fn submit(mut at: AtLetter, request: Request) -> Result<Response, Refused> {
    let peer = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map(|info| info.0);
    let body: Body = request.into_body();
    let form = form::read(&at.headers, body)
        .await
        .map_err(|refusal| at.refuse(refusal))?;
    if let Some(lang) = Lang::from_tag(&form.lang) {
        at.lang = lang;
    }
    // What is signed is what stood beside the form, whatever the browser accepts by now.
    let text = Some(form.text.clone()).filter(|tag| at.letter.fixed.texts.contains_key(tag));
    at.choice.tag = text.unwrap_or_else(|| at.letter.text_for(at.lang).lang.clone());
    let app = at.site.app.clone();
    let origin = limits::origin(peer, &at.headers, &app.config.trusted_proxies);
    at.site.limits.pace(origin, app.clock.now()).await;
    let text = at.text();
    let tag = text
        .lang
        .parse()
        .map_err(|_| at.refuse(crate::render::Refusal::Broken))?;
    let newest = at.letter.fixed.version.to_string();
    if !form.version.is_empty() && form.version != newest {
        return Ok(superseded(&at, &form));
    }
    let submission = match Submission::parse(&form, &tag) {
        Ok(submission) => submission,
        Err(errors) => return Ok(mistaken(&at, &form, errors)),
    };
    let consent = consent(at.lang, &submission);
    let form = FormShown {
        lang: at.lang,
        text,
        consent,
    };
    acts::signing::submit(&app, &at.letter, &submission, &form)
        .await
        .map_err(|error| at.failed(&error))?;
    let sent = paths::in_lang(&at.path("/sent"), at.lang);
    Ok(Redirect::to(&sent).into_response())
}

/// What was consented to, as worded on the form.
fn consent(lang: Lang, submission: &Submission) -> Vec<String> {
    let words = Words::for_pages(lang);
    let mut consent = vec![words.say("form-means").to_string()];
    if submission.shows_mailbox {
        consent.push(words.say("form-show-mailbox").to_string());
    }
    if submission.private.updates {
        consent.push(words.say("form-updates").to_string());
    }
    consent
}

/// The form again, with what was typed and what is wrong with it.
fn mistaken(at: &AtLetter, form: &RawForm, errors: Vec<FieldError>) -> Response {
    again(at, form, StatusCode::UNPROCESSABLE_ENTITY, |empty| {
        SignForm { errors, ..empty }
    })
}

/// The form again, because the text was superseded since it was read: nobody signs what they have
/// not read.
fn superseded(at: &AtLetter, form: &RawForm) -> Response {
    again(at, form, StatusCode::CONFLICT, |empty| SignForm {
        superseded: true,
        ..empty
    })
}

fn again(
    at: &AtLetter,
    form: &RawForm,
    status: StatusCode,
    with: impl FnOnce(SignForm) -> SignForm,
) -> Response {
    let kind = form.kind.parse().unwrap_or(Kind::Individual);
    let empty = SignForm::empty(kind, at.letter.retention());
    let page = SignPage {
        frame: at.frame(&at.path("/sign")),
        letter: at.letter_ref(),
        form: SignForm {
            values: form::values(form),
            ..with(empty.of_version(at.letter.fixed.version))
        },
    };
    let mut response = pages::private(&page);
    *response.status_mut() = status;
    response
}
