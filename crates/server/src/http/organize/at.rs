//! Where organizers' handlers begin: what the gate found out about a request.

use std::collections::HashMap;
use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};

use super::super::Site;
use super::super::refused::{Refused, refusal_of};
use crate::acts::ActError;
use crate::acts::access::Session;
use crate::acts::access::ceremony::Answer;
use crate::l10n::Lang;
use crate::model::{Letter, Role};
use crate::render::organize::{Place, Visit};
use crate::render::{Frame, Refusal, paths};
use crate::seal::KeyError;

/// A request that passed the gate.
#[derive(Clone)]
pub(in crate::http) struct At {
    pub(super) site: Arc<Site>,
    pub(super) lang: Lang,
    pub(super) path: String,
    /// Who is signed in.
    pub(super) session: Option<Session>,
    /// The letter that the path names, and the organizer's role in it.
    pub(super) letter: Option<(Letter, Role)>,
    /// The path's other parameter: `lang`, `id` or `token`.
    pub(super) rest: String,
    pub(super) query: HashMap<String, String>,
    /// What was posted; empty for `GET`.
    pub(super) form: HashMap<String, String>,
    /// The file that came along, where one may.
    pub(super) file: Bytes,
    /// The browser's family.
    pub(super) browser: &'static str,
    /// Whether passkeys work where the request came.
    pub(super) place: Place,
}

/// What handlers give.
pub(super) type Answered = Result<Response, Refused>;

impl FromRequestParts<Arc<Site>> for At {
    type Rejection = Response;

    /// Only the gate makes one: a handler without it answers nobody.
    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Response> {
        parts.extensions.remove::<Self>().ok_or_else(|| {
            tracing::error!("an organizers' route has no gate");
            Refused::new(Refusal::Broken, site, Lang::En, None).into_response()
        })
    }
}

impl At {
    pub(super) fn frame(&self) -> Frame {
        Frame::organizing(self.site.app.site(), self.lang, self.path.clone())
    }

    /// The form's fields without those of its own machinery.
    pub(super) fn sent(&self) -> impl Iterator<Item = (&String, &String)> {
        self.form.iter().filter(|(name, _)| !name.starts_with('_'))
    }

    /// Who is signed in, as pages show them.
    pub(super) fn visit(&self) -> Option<Visit> {
        self.session.as_ref().map(|session| Visit {
            name: session.name.clone(),
            form_token: session.form_token.clone(),
        })
    }

    /// Who is signed in; the gate let nobody else through to where this is asked.
    pub(super) fn session(&self) -> Result<&Session, Refused> {
        self.session
            .as_ref()
            .ok_or_else(|| self.refuse(Refusal::Role))
    }

    /// The letter and the organizer's role in it, likewise.
    pub(super) fn letter(&self) -> Result<(&Letter, Role), Refused> {
        match &self.letter {
            Some((letter, role)) => Ok((letter, *role)),
            None => Err(self.refuse(Refusal::NotFound)),
        }
    }

    /// The path's `id`.
    pub(super) fn id(&self) -> Result<i64, Refused> {
        self.rest
            .parse()
            .map_err(|_| self.refuse(Refusal::NotFound))
    }

    /// A field of what was posted; empty where there is none.
    pub(super) fn field(&self, name: &str) -> &str {
        self.form.get(name).map_or("", String::as_str)
    }

    /// A field of what was posted, if it is there.
    pub(super) fn typed<'a>(&'a self, name: &str) -> Option<&'a str> {
        self.form.get(name).map(String::as_str)
    }

    /// A field that names somebody or something.
    pub(super) fn name(&self, field: &str) -> Result<String, Refused> {
        crate::model::organizer::name(self.field(field)).map_err(|_| self.refuse(Refusal::Name))
    }

    /// An authenticator's answer in what was posted.
    pub(super) fn answer(&self) -> Answer<'_> {
        Answer {
            ceremony: self.field("_ceremony"),
            credential: self.field("_credential"),
        }
    }

    /// On to another page, in the same language.
    pub(super) fn on_to(&self, path: &str) -> Response {
        Redirect::to(&paths::in_lang(path, self.lang)).into_response()
    }

    pub(super) fn refuse(&self, refusal: Refusal) -> Refused {
        Refused::new(refusal, &self.site, self.lang, None).organizing()
    }

    /// The refusal that an act's error is. What an organizer's path names and isn't there is a page
    /// that isn't there.
    pub(super) fn failed(&self, error: &ActError) -> Refused {
        match error {
            ActError::NoLink => self.refuse(Refusal::NotFound),
            ActError::Key(KeyError::Founders(..)) => self.refuse(Refusal::FoundersKey),
            error => self.refuse(refusal_of(error)).because_of(error),
        }
    }
}
