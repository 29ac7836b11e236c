//! Refusals: what can't be done becomes one localized page with one status, here and nowhere else.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::RETRY_AFTER;
use axum::response::{IntoResponse, Response};

use super::Site;
use super::at_letter::negotiated;
use super::pages;
use super::whose_host::AtOwnHost;
use crate::acts::ActError;
use crate::l10n::Lang;
use crate::recorder::Published;
use crate::render::{Frame, Refusal, RefusalPage, paths};
use crate::seal::KeyError;

/// A refusal, and the page around it.
pub(super) struct Refused {
    refusal: Refusal,
    site: Arc<Site>,
    lang: Lang,
    letter: Option<Arc<Published>>,
    /// Seconds after which trying again may help, where that is known.
    retry_after: Option<u64>,
    /// Whether it was an organizer's page.
    organizing: bool,
}

impl Refused {
    pub(super) fn new(
        refusal: Refusal,
        site: &Arc<Site>,
        lang: Lang,
        letter: Option<Arc<Published>>,
    ) -> Self {
        Self {
            refusal,
            site: site.clone(),
            lang,
            letter,
            retry_after: None,
            organizing: false,
        }
    }

    /// The same, on an organizer's page.
    pub(super) fn organizing(self) -> Self {
        Self {
            organizing: true,
            ..self
        }
    }

    /// The same, with what the error says of when to come back.
    pub(super) fn because_of(self, error: &ActError) -> Self {
        Self {
            retry_after: retry_after(error),
            ..self
        }
    }
}

/// Seconds until an act may succeed: of the day's limit it is known, of a database that is away
/// presumed, and what an operator must mend takes as long as it takes.
fn retry_after(error: &ActError) -> Option<u64> {
    match error {
        ActError::TooOften(seconds) => Some(*seconds),
        // What an operator must mend takes as long as it takes.
        ActError::Key(KeyError::Founders(..)) => None,
        ActError::Store(_) | ActError::Key(_) => Some(10),
        _ => None,
    }
}

/// The refusal that an act's error is.
pub(super) fn refusal_of(error: &ActError) -> Refusal {
    match error {
        ActError::ReadOnly(_) => Refusal::ReadOnly,
        ActError::NotOpen => Refusal::Closed,
        ActError::NoLink => Refusal::Used,
        ActError::TakenOut(reason) => Refusal::TakenOut(*reason),
        ActError::TurnedDown(reason) => Refusal::TurnedDown(*reason),
        ActError::NoProof => Refusal::NotFound,
        ActError::Gone => Refusal::Gone,
        ActError::TooOften(_) => Refusal::TooOften,
        ActError::NoInvitation => Refusal::Invitation,
        ActError::NoTranslation => Refusal::Translation,
        ActError::NoPasskey => Refusal::Passkey,
        ActError::NoHostName => Refusal::NoHostName,
        ActError::NotPermitted => Refusal::Role,
        ActError::LastOwner => Refusal::LastOwner,
        ActError::ReachesFurther => Refusal::ReachesFurther,
        ActError::NotReady => Refusal::NotReady,
        ActError::Answered => Refusal::Answered,
        ActError::Launched => Refusal::Launched,
        ActError::LastPasskey => Refusal::LastPasskey,
        ActError::Key(KeyError::Founders(..)) => {
            tracing::error!(%error, "an act failed");
            Refusal::InvitedLater
        }
        ActError::Store(_) | ActError::Key(_) => {
            tracing::error!(%error, "an act failed");
            Refusal::ReadOnly
        }
        ActError::Seal(_) | ActError::Unreadable | ActError::Render => {
            tracing::error!(%error, "an act failed");
            Refusal::Broken
        }
    }
}

/// The status of a refusal.
pub(super) fn status(refusal: Refusal) -> StatusCode {
    match refusal {
        Refusal::Unreadable => StatusCode::BAD_REQUEST,
        Refusal::NotFound | Refusal::Forged => StatusCode::NOT_FOUND,
        Refusal::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
        Refusal::Expired
        | Refusal::Used
        | Refusal::TakenOut(_)
        | Refusal::TurnedDown(_)
        | Refusal::Gone => StatusCode::GONE,
        Refusal::Closed | Refusal::TooMany => StatusCode::CONFLICT,
        Refusal::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Refusal::WrongType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        Refusal::WrongHost => StatusCode::MISDIRECTED_REQUEST,
        Refusal::TooOften => StatusCode::TOO_MANY_REQUESTS,
        Refusal::Broken => StatusCode::INTERNAL_SERVER_ERROR,
        Refusal::Invitation | Refusal::Translation => StatusCode::GONE,
        Refusal::Passkey | Refusal::Foreign | Refusal::Role => StatusCode::FORBIDDEN,
        Refusal::LastOwner
        | Refusal::LastPasskey
        | Refusal::ReachesFurther
        | Refusal::NotReady
        | Refusal::Answered
        | Refusal::Launched => StatusCode::CONFLICT,
        Refusal::Name | Refusal::Address => StatusCode::UNPROCESSABLE_ENTITY,
        Refusal::NoHostName | Refusal::ReadOnly | Refusal::InvitedLater | Refusal::FoundersKey => {
            StatusCode::SERVICE_UNAVAILABLE
        }
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let path = self
            .letter
            .as_ref()
            .map_or_else(|| "/".to_owned(), |l| paths::letter(l.letter.slug.as_str()));
        let app = &self.site.app;
        let around = match &self.letter {
            Some(letter) => app.site_around(letter),
            None => app.site(),
        };
        let mut frame = Frame::private(around, self.lang, path);
        frame.organizing = self.organizing;
        let page = RefusalPage {
            frame,
            letter: self
                .letter
                .as_deref()
                .map(|letter| pages::letter_ref(letter, letter.text_for(self.lang), self.lang)),
            refusal: self.refusal,
            organizers: self
                .letter
                .as_deref()
                .map_or_else(String::new, |letter| letter.organizers(self.lang)),
        };
        let mut response = pages::private(&page);
        *response.status_mut() = status(self.refusal);
        if let Some(seconds) = self.retry_after {
            response.headers_mut().insert(RETRY_AFTER, seconds.into());
        }
        response
    }
}

/// No route matches.
pub(super) async fn not_found(State(site): State<Arc<Site>>, request: Request) -> Response {
    refuse(&site, &request, Refusal::NotFound)
}

/// A route matches, its methods don't.
pub(super) async fn wrong_method(State(site): State<Arc<Site>>, request: Request) -> Response {
    refuse(&site, &request, Refusal::WrongMethod)
}

/// Refuses a request whose path belongs to no letter; its host may.
pub(super) fn refuse(site: &Arc<Site>, request: &Request, refusal: Refusal) -> Response {
    let lang = negotiated(request.uri().query(), request.headers(), Lang::En);
    let own = request.extensions().get::<AtOwnHost>();
    let letter = own.map(|AtOwnHost(letter)| letter.clone());
    Refused::new(refusal, site, lang, letter).into_response()
}
