//! The gate before every organizers' route: who it is, whether they may, whether the form is theirs.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::{ConnectInfo, FromRequestParts, RawPathParams, Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, ORIGIN, REFERRER_POLICY, USER_AGENT,
};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::sync::Semaphore;

use super::super::at_letter::negotiated;
use super::super::refused::Refused;
use super::super::{Site, body, form, limits, pages, upload};
use super::at::At;
use super::cookie;
use super::rule::{RouteRule, Rule};
use crate::acts::access::session;
use crate::acts::translating;
use crate::l10n::Lang;
use crate::render::Refusal;
use crate::render::organize::{FreshPage, Place, UnsentPage};
use crate::render::paths::encoded;
use crate::store::roles;

/// The same as elsewhere, but the script may ask this site for challenges.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
                      connect-src 'self'; form-action 'self'; base-uri 'none'; \
                      frame-ancestors 'none'";

/// Lets a request through to its handler, or answers in its place.
pub(super) async fn gate(
    State((site, of)): State<(Arc<Site>, RouteRule)>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = match admit(&site, of, request).await {
        Ok(request) => next.run(request).await,
        Err(response) => *response,
    };
    let headers = response.headers_mut();
    headers
        .entry(CONTENT_SECURITY_POLICY)
        .or_insert(HeaderValue::from_static(POLICY));
    for (name, value) in [
        (CACHE_CONTROL, "no-store"),
        (REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("x-robots-tag"), "noindex, nofollow"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// The most bytes of a long form: a text at its longest, percent-encoded, fits.
const LONG: usize = 512 << 10;

/// Forms that are given back at once: strangers send some, too, and fill no memory with them.
static UNSENT: Semaphore = Semaphore::const_new(4);

type Admitted<T> = Result<T, Box<Response>>;

/// The request with what the handler needs, or the answer that it gets instead.
async fn admit(site: &Arc<Site>, of: RouteRule, request: Request) -> Admitted<Request> {
    let (mut parts, content) = request.into_parts();
    let mut at = arrive(site, &mut parts).await?;
    let posted = parts.method == Method::POST;
    if posted {
        // Nobody's form is taken in before it is known whose it is, but for a few of people whose session
        // has ended: they get it back.
        let turn = match at.session {
            None if gives_back(site, of, &parts.headers) => UNSENT.try_acquire().ok(),
            _ => None,
        };
        match (may_send(&at, of.rule, &parts.headers), turn) {
            (Ok(()), _) => take_in(&mut at, of, &parts.headers, content).await?,
            (Err(refused), Some(_turn)) => {
                let taken = take_in(&mut at, of, &parts.headers, content).await;
                let returns = taken.is_ok() && keeps(&at, of.rule);
                return Err(if returns { unsent(&at) } else { refused });
            }
            (Err(refused), None) => {
                body::pass_over(content).await;
                return Err(refused);
            }
        }
    }
    if of.rule == Rule::Anybody {
        if posted {
            let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
            let trusted = &site.app.config.trusted_proxies;
            let origin = limits::origin(peer.map(|info| info.0), &parts.headers, trusted);
            site.limits.pace(origin, site.app.clock.now()).await;
        }
    } else if of.rule != Rule::Bearer {
        match posted {
            true => own_form(&at, of.rule)?,
            false => identify(&at, of.rule, false)?,
        }
    }
    if of.fresh {
        freshen(&mut at).await?;
    }
    let mut request = Request::from_parts(parts, Body::empty());
    request.extensions_mut().insert(at);
    Ok(request)
}

/// What the request says by itself, and the session of its cookie.
async fn arrive(site: &Arc<Site>, parts: &mut Parts) -> Admitted<At> {
    let query = parts.uri.query();
    let lang = negotiated(query, &parts.headers, Lang::En);
    let params = RawPathParams::from_request_parts(parts, site).await;
    let (mut slug, mut rest) = (None, String::new());
    for (name, value) in params.iter().flatten() {
        match name {
            "slug" => slug = Some(value.to_owned()),
            _ => value.clone_into(&mut rest),
        }
    }
    let path = parts.uri.path().to_owned();
    let pairs = url::form_urlencoded::parse(parts.uri.query().unwrap_or_default().as_bytes());
    let mut at = At {
        site: site.clone(),
        lang,
        session: None,
        letter: None,
        rest,
        query: pairs.into_owned().collect(),
        form: HashMap::new(),
        file: Bytes::new(),
        browser: browser(&parts.headers),
        place: place(site, &parts.headers, &path),
        path,
    };
    if let Some(token) = cookie::token(site, &parts.headers) {
        let found = session::find(&site.app, token).await;
        at.session = found.map_err(|error| answer(at.failed(&error)))?;
    }
    if let (Some(slug), Some(session)) = (slug, &at.session) {
        let found = async {
            let mut tx = site.app.store.read().await?;
            roles::letter(&mut tx, session.organizer, &slug).await
        };
        let found = found
            .await
            .map_err(|error| answer(at.failed(&error.into())))?;
        at.letter = found;
    }
    Ok(at)
}

/// Whether a form comes from this site's own pages, and from somebody who may.
fn may_send(at: &At, rule: Rule, headers: &HeaderMap) -> Admitted<()> {
    if !is_from_here(&at.site, headers) {
        return Err(answer(at.refuse(Refusal::Foreign)));
    }
    match rule {
        Rule::Anybody | Rule::Bearer => Ok(()),
        rule => identify(at, rule, true),
    }
}

/// Takes in the posted form, and the file that comes along.
async fn take_in(at: &mut At, of: RouteRule, headers: &HeaderMap, content: Body) -> Admitted<()> {
    if of.upload && upload::is_any(headers) {
        let read = upload::read(headers, content, upload::MOST).await;
        (at.form, at.file) = read.map_err(|refusal| answer(at.refuse(refusal)))?;
        return Ok(());
    }
    if of.rule == Rule::Bearer && translating::open(&at.site.app, &at.rest).await.is_err() {
        // The handler says so, whatever the form holds.
        body::pass_over(content).await;
        return Ok(());
    }
    let most = if of.long || of.upload {
        LONG
    } else {
        form::MOST
    };
    let fields = form::fields(headers, content, most).await;
    let fields = fields.map_err(|refusal| answer(at.refuse(refusal)))?;
    at.form = fields.into_iter().collect();
    Ok(())
}

/// Whether a form was sent from this site: browsers name where it stood (`Origin`, Fetch section
/// 3.2), and newer ones how that is related (`Sec-Fetch-Site`, W3C Fetch Metadata).
fn is_from_here(site: &Site, headers: &HeaderMap) -> bool {
    let text = |value: &HeaderValue| value.to_str().ok().map(str::to_owned);
    let config = &site.app.config;
    let own = |origin: &str| {
        let passkeys_at = config.passkeys_at();
        let ascii = passkeys_at.map(|url| url.origin().ascii_serialization());
        origin == config.base_url || ascii.as_deref() == Some(origin)
    };
    let origin = headers.get(ORIGIN).and_then(text);
    let related = headers
        .get(HeaderName::from_static("sec-fetch-site"))
        .is_none_or(|value| value == "same-origin");
    related && origin.is_some_and(|origin| own(&origin))
}

/// Whether who is signed in may.
fn identify(at: &At, rule: Rule, posted: bool) -> Admitted<()> {
    let Some(session) = &at.session else {
        let next = if posted { "/organize" } else { &at.path };
        let sign_in = format!("/organize/sign-in?next={}", encoded(next));
        return Err(Box::new(at.on_to(&sign_in)));
    };
    if rule == Rule::MakesLetters && !session.makes_letters {
        return Err(answer(at.refuse(Refusal::Role)));
    }
    if let Rule::Roles(roles) = rule {
        // A letter that isn't theirs and one that isn't there are answered alike.
        let Some((_, role)) = &at.letter else {
            return Err(answer(at.refuse(Refusal::NotFound)));
        };
        if !roles.contains(role) {
            return Err(answer(at.refuse(Refusal::Role)));
        }
    }
    Ok(())
}

/// Whether a form carries the session's token. What was typed in an earlier session is not lost: the answer
/// carries it, to be sent once more by whoever is signed in now.
fn own_form(at: &At, rule: Rule) -> Admitted<()> {
    let token = at.session.as_ref().map(|session| &session.form_token);
    match token.is_none_or(|token| at.field("_form") != token) {
        false => Ok(()),
        true if keeps(at, rule) => Err(unsent(at)),
        true => Err(answer(at.refuse(Refusal::Foreign))),
    }
}

/// Whether a form is given back to whoever is signed out: not one with a file.
fn gives_back(site: &Site, of: RouteRule, headers: &HeaderMap) -> bool {
    matches!(of.rule, Rule::Roles(_)) && !upload::is_any(headers) && is_from_here(site, headers)
}

/// Whether something was typed that would be lost with the form. It came from this site's own pages.
fn keeps(at: &At, rule: Rule) -> bool {
    matches!(rule, Rule::Roles(_)) && at.sent().next().is_some()
}

/// The form again, to be sent once its sender has signed in. Nothing of it is kept here, and it says the same
/// whether the letter exists or not.
fn unsent(at: &At) -> Box<Response> {
    let mut fields: Vec<_> = at.sent().map(|(n, v)| (n.clone(), v.clone())).collect();
    fields.sort_unstable();
    let page = UnsentPage {
        frame: at.frame(),
        visit: at.visit(),
        action: crate::render::paths::in_lang(&at.path, at.lang),
        fields,
    };
    let mut response = pages::private(&page);
    *response.status_mut() = StatusCode::FORBIDDEN;
    Box::new(response)
}

/// Takes a passkey's answer that came with the form, or asks for one. The page that asks carries the
/// form, so that nothing that was typed is lost.
async fn freshen(at: &mut At) -> Admitted<()> {
    let now = at.site.app.clock.now();
    let Some(mut session) = at.session.clone() else {
        return Err(answer(at.refuse(Refusal::Role)));
    };
    if session.is_fresh(now) {
        return Ok(());
    }
    if at.form.contains_key("_credential") {
        let freshened = session::freshen(&at.site.app, &mut session, at.answer()).await;
        freshened.map_err(|error| answer(at.failed(&error)))?;
        at.session = Some(session);
        return Ok(());
    }
    let page = FreshPage {
        frame: at.frame(),
        visit: at.visit(),
        action: crate::render::paths::in_lang(&at.path, at.lang),
        fields: at.sent().map(|(n, v)| (n.clone(), v.clone())).collect(),
    };
    let mut response = pages::private(&page);
    *response.status_mut() = StatusCode::FORBIDDEN;
    Err(Box::new(response))
}

fn answer(refused: Refused) -> Box<Response> {
    Box::new(refused.into_response())
}

/// Whether passkeys work under the name that the request came to.
fn place(site: &Site, headers: &HeaderMap, path: &str) -> Place {
    let Some(url) = site.app.config.passkeys_at() else {
        return Place::Nowhere;
    };
    let named = headers.get(HOST).and_then(|host| host.to_str().ok());
    let host = named.unwrap_or_default().split(':').next();
    if host.is_some_and(|host| url.domain() == Some(&*host.to_ascii_lowercase())) {
        return Place::Here;
    }
    let origin = url.origin().ascii_serialization();
    Place::Elsewhere(format!("{origin}{path}"))
}

/// The family of a browser, enough to tell one's own sessions apart.
fn browser(headers: &HeaderMap) -> &'static str {
    let agent = headers
        .get(USER_AGENT)
        .and_then(|value| value.to_str().ok());
    let agent = agent.unwrap_or_default();
    // Each names those before it too.
    let families = [
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chromium"),
        ("Safari/", "Safari"),
    ];
    let known = families.into_iter().find(|(mark, _)| agent.contains(mark));
    known.map_or("?", |(_, family)| family)
}
