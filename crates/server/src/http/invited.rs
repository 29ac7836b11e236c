//! The page behind a founder's invitation. `GET` notes that the link was opened and changes nothing
//! else; a button's `POST` answers. To whoever has no such link there is no such page.

pub(super) mod logo;

use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::{Path, Request};
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use undersigned_record::Hash;

use super::at_letter::negotiated;
use super::organize::founders::said_state;
use super::refused::{Refused, refusal_of, refuse};
use super::{Site, State, beside, form, pages};
use crate::acts::ActError;
use crate::acts::founding::acceptance::{self, Accepted};
use crate::acts::founding::answer::{self, Opened, Reached};
use crate::l10n::{Lang, Words};
use crate::model::submission::STATEMENT_MAX;
use crate::model::{Acceptance, Field, FieldError, Problem, Proof, RawForm, Text};
use crate::render::{
    Answer, AskedAddress, Demand, Frame, InvitedPage, Moment, PublicFace, Refusal, TextName,
    Values, paths,
};

/// A request behind a link.
struct At {
    site: Arc<Site>,
    lang: Lang,
    token: String,
    /// The language that the text is wished in.
    text: String,
}

impl At {
    fn of(site: &Arc<Site>, token: String, request: &Request) -> Self {
        let query = request.uri().query().unwrap_or_default();
        let mut pairs = url::form_urlencoded::parse(query.as_bytes());
        let text = pairs.find(|(name, _)| name == "text");
        Self {
            site: site.clone(),
            lang: negotiated(request.uri().query(), request.headers(), Lang::En),
            token,
            text: text.map_or_else(String::new, |(_, tag)| tag.into_owned()),
        }
    }

    fn failed(&self, error: &ActError) -> Response {
        let refused = Refused::new(refusal_of(error), &self.site, self.lang, None);
        refused.because_of(error).into_response()
    }

    /// The invitation that was found behind the link; or the answer where it leads nowhere, or the
    /// letter has launched: on to the signature, or to the letter.
    fn invitation(
        &self,
        request: &Request,
        found: Result<Reached, ActError>,
    ) -> Result<Box<Opened>, Box<Response>> {
        let (slug, signed) = match found {
            Ok(Reached::Invited(opened)) => return Ok(opened),
            Ok(Reached::Launched { slug, signed }) => (slug, signed),
            // The same as where no route matches.
            Err(ActError::NoLink) => {
                return Err(Box::new(refuse(&self.site, request, Refusal::NotFound)));
            }
            Err(error) => return Err(Box::new(self.failed(&error))),
        };
        let path = match signed {
            true => paths::confirmation(slug.as_str(), &self.token),
            // A form may not lead on to another host, and the letter's page may be at its own.
            false if request.method() == Method::POST => format!("/letters/{slug}/sign"),
            false => paths::letter(slug.as_str()),
        };
        let onward = Redirect::to(&paths::in_lang(&path, self.lang));
        Err(Box::new(onward.into_response()))
    }
}

/// `GET /invited/{token}`
pub(super) async fn open(
    axum::extract::State(site): State,
    Path(token): Path<String>,
    request: Request,
) -> Response {
    let at = At::of(&site, token, &request);
    let found = answer::open(&site.app, &at.token).await;
    let opened = match at.invitation(&request, found) {
        Ok(opened) => opened,
        Err(answer) => return *answer,
    };
    if request.method() == Method::GET
        && let Err(error) = answer::visit(&site.app, opened.row.id).await
    {
        tracing::warn!(%error, "that a link was opened was not noted");
    }
    page(&at, &opened, Form::of(&opened)).await
}

/// What stands in the form, and what was wrong with it.
#[derive(Default)]
struct Form {
    values: Values,
    errors: Vec<FieldError>,
    /// The text has changed since it was read.
    superseded: bool,
}

impl Form {
    /// What it begins with.
    fn of(opened: &Opened) -> Self {
        let entry = &opened.entry;
        let text = |field: &Option<String>| field.clone().unwrap_or_default();
        let values = Values {
            name: entry.public.name.clone(),
            country: entry.public.country.as_str().to_owned(),
            title: text(&entry.public.title),
            affiliation: text(&entry.public.affiliation),
            website: text(&entry.public.website),
            statement: text(&entry.statement),
            contact_name: text(&entry.contact_name),
            contact_role: text(&entry.contact_role),
            authority: opened.row.signature.is_some() || entry.held.is_some(),
            ..Values::default()
        };
        Self {
            values,
            ..Self::default()
        }
    }
}

async fn page(at: &At, opened: &Opened, form: Form) -> Response {
    match made(at, opened, form).await {
        Ok(page) => pages::private(&page),
        Err(error) => at.failed(&error),
    }
}

async fn made(at: &At, opened: &Opened, form: Form) -> Result<InvitedPage, ActError> {
    let app = &at.site.app;
    let (row, entry, letter) = (&opened.row, &opened.entry, &opened.letter);
    let default = &letter.settings.default_language;
    let wishes = [&at.text, at.lang.tag(), default];
    let text = |wish: &&str| opened.texts.iter().find(|text| text.lang == **wish);
    let shown = wishes.iter().find_map(text).or(opened.texts.first());
    let shown = shown.ok_or(ActError::Unreadable)?;
    let text = Text::parse(&shown.body).map_err(|_| ActError::Unreadable)?;
    let others = opened.texts.iter().filter(|other| other.lang != shown.lang);
    let path = paths::invited(&at.token);
    let answered = Moment::of(row.answered_at.unwrap_or_default());
    let digest = Hash::of(&shown.body);
    let opening = entry.public.opening(digest);
    let country = entry.public.country;
    let (accepted, held) = (row.state == "accepted", row.state == "held");
    let face = |statement| PublicFace::of(&opening, country, Proof::Invited, statement);
    Ok(InvitedPage {
        frame: Frame::private(app.site_of(letter), at.lang, &*path),
        path,
        by: row.invited_by.clone(),
        name: entry.listed().public.name,
        title: text.title.clone(),
        text_lang: shown.lang.clone(),
        text_digest: digest.to_string(),
        stands_under_earlier: opened.stands_under_earlier(),
        others: others.map(|other| TextName::of(&other.lang)).collect(),
        to: text.to.clone(),
        from: text.from.clone(),
        demands: text.demands.iter().map(demand).collect(),
        text_html: beside::html(&text).await?,
        answer: match &*row.state {
            "accepted" => Answer::Accepted(answered),
            "held" => Answer::Held(answered),
            "declined" => Answer::Declined(answered),
            _ if row.answered_at.is_some() => Answer::AskedAgain(answered),
            _ => Answer::Open,
        },
        face: (accepted || held).then(|| face(entry.statement.clone())),
        said: said_state(&row.statement).filter(|_| accepted),
        kind: entry.public.kind,
        values: form.values,
        errors: form.errors,
        superseded: form.superseded,
        address: address(opened),
        logo: logo::own(at, opened).await?,
        retention: Moment::of_day(&letter.settings.retention_until),
        statement_most: STATEMENT_MAX,
    })
}

/// Why an address is asked for, if it is.
fn address(opened: &Opened) -> Option<AskedAddress> {
    let row = &opened.row;
    match opened.lacks_mailbox() {
        false => None,
        true if opened.is_sealed_elsewhere() => Some(AskedAddress::SealedElsewhere),
        true if row.state == "declined" && row.mails > 0 => Some(AskedAddress::Deleted),
        true => Some(AskedAddress::Unknown),
    }
}

fn demand(demand: &crate::model::text::Demand) -> Demand {
    Demand {
        id: demand.id.clone(),
        brief: demand.brief.clone(),
    }
}

/// `POST /invited/{token}`: `decision` is `accept` or `decline`.
pub(super) async fn decide(
    axum::extract::State(site): State,
    Path(token): Path<String>,
    request: Request,
) -> Response {
    let mut at = At::of(&site, token, &request);
    let found = answer::open(&site.app, &at.token).await;
    let opened = match at.invitation(&request, found) {
        Ok(opened) => opened,
        Err(answer) => return *answer,
    };
    let (parts, body) = request.into_parts();
    let fields = match form::fields(&parts.headers, body, form::MOST).await {
        Ok(fields) => fields.into_iter().collect::<HashMap<_, _>>(),
        Err(refusal) => return Refused::new(refusal, &site, at.lang, None).into_response(),
    };
    at.text = fields.get("text").cloned().unwrap_or_default();
    let decided = match fields.get("decision").map(String::as_str) {
        Some("accept") => return accept(&at, &opened, &fields).await,
        Some("decline") => answer::decline(&site.app, &opened).await,
        _ => {
            let refused = Refused::new(Refusal::Unreadable, &site, at.lang, None);
            return refused.into_response();
        }
    };
    match decided {
        Ok(()) => again(&at),
        Err(error) => at.failed(&error),
    }
}

/// To the page itself, which says what was decided.
fn again(at: &At) -> Response {
    let path = paths::in_lang(&paths::invited(&at.token), at.lang);
    Redirect::to(&path).into_response()
}

async fn accept(at: &At, opened: &Opened, fields: &HashMap<String, String>) -> Response {
    let field = |name: &str| fields.get(name).cloned().unwrap_or_default();
    let form = RawForm {
        name: field("name"),
        email: field("email"),
        country: field("country"),
        title: field("title"),
        affiliation: field("affiliation"),
        website: field("website"),
        statement: field("statement"),
        contact_name: field("contact_name"),
        contact_role: field("contact_role"),
        authority: field("authority"),
        text: field("text"),
        ..RawForm::default()
    };
    // What is signed is what stood there, in its language.
    let Some(text) = opened.shown(&form.text, &field("digest")) else {
        return superseded(at, opened, &form).await;
    };
    let kind = opened.entry.public.kind;
    let Ok(lang) = text.lang.parse() else {
        return at.failed(&ActError::Unreadable);
    };
    let parsed = Acceptance::parse(&form, kind, &lang, opened.lacks_mailbox());
    let acceptance = match parsed {
        Ok(acceptance) => acceptance,
        Err(errors) => return mistaken(at, opened, &form, errors).await,
    };
    let words = Words::for_pages(at.lang);
    let mut consent = vec![words.say("invited-means").to_string()];
    if !kind.is_individual() {
        consent.push(words.say("form-authority").to_string());
    }
    match acceptance::accept(&at.site.app, opened, acceptance, text, &consent).await {
        Ok(Accepted::Done) => again(at),
        Ok(Accepted::Taken) => {
            let taken = FieldError {
                field: Field::Name,
                problem: Problem::Taken,
            };
            mistaken(at, opened, &form, vec![taken]).await
        }
        Ok(Accepted::TooMany) => {
            Refused::new(Refusal::TooMany, &at.site, at.lang, None).into_response()
        }
        Ok(Accepted::Superseded) => match answer::open(&at.site.app, &at.token).await {
            Ok(Reached::Invited(opened)) => superseded(at, &opened, &form).await,
            _ => again(at),
        },
        Err(error) => at.failed(&error),
    }
}

/// The page again with the new text and what was typed, because nobody signs what they have not read.
async fn superseded(at: &At, opened: &Opened, form: &RawForm) -> Response {
    let form = Form {
        values: form::values(form),
        superseded: true,
        ..Form::default()
    };
    unprocessable(page(at, opened, form).await)
}

fn unprocessable(mut response: Response) -> Response {
    if response.status() == StatusCode::OK {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    response
}

/// The page again, with what was typed and what is wrong with it.
async fn mistaken(at: &At, opened: &Opened, form: &RawForm, errors: Vec<FieldError>) -> Response {
    let form = Form {
        values: form::values(form),
        errors,
        superseded: false,
    };
    unprocessable(page(at, opened, form).await)
}
