//! What every answer carries.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_SECURITY_POLICY, REFERRER_POLICY,
    STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

use super::in_time::{PATIENCE, in_time};
use super::whose_host::{AtOwnHost, Whose, has, is_for_anybody};
use super::{Site, foreign_host, refused};
use crate::render::Refusal;

const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// For how long browsers insist on TLS, in seconds: with all names below it at the site's own host; for a
/// month at a letter's, which is somebody else's and may be given back.
const INSIST: &str = "max-age=63072000; includeSubDomains";
const INSIST_FOR_A_MONTH: &str = "max-age=2592000";

/// Answers only requests for this site's host or a letter's own, so that no other name can be made to
/// show its pages or to be written into its mails; and secures every answer.
pub(super) async fn guard(
    State(site): State<Arc<Site>>,
    mut request: Request,
    next: Next,
) -> Response {
    let whose = Whose::of(&site, &request);
    let path = request.uri().path();
    let mut insist = INSIST;
    let mut response = match whose {
        Whose::Letter(letter) => {
            insist = INSIST_FOR_A_MONTH;
            let is_there = has(&letter, path);
            request.extensions_mut().insert(AtOwnHost(letter));
            match is_there {
                true => in_time(PATIENCE, request, |it| next.run(it)).await,
                false => refused::refuse(&site, &request, Refusal::NotFound),
            }
        }
        Whose::Nobody { plausible } if !is_for_anybody(path) => {
            foreign_host::answer(&site, &request, plausible)
        }
        Whose::Site | Whose::Nobody { .. } => in_time(PATIENCE, request, |it| next.run(it)).await,
    };
    let insist = site.app.config.behind_tls.then_some(insist);
    secure(response.headers_mut(), insist);
    response
}

/// Tells browsers to load nothing from elsewhere, run nothing inline, and pass no address on.
fn secure(headers: &mut HeaderMap, insist: Option<&'static str>) {
    headers
        .entry(CONTENT_SECURITY_POLICY)
        .or_insert(HeaderValue::from_static(POLICY));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    headers.insert(
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("interest-cohort=()"),
    );
    headers.insert(
        HeaderName::from_static("cross-origin-opener-policy"),
        HeaderValue::from_static("same-origin"),
    );
    headers
        .entry(REFERRER_POLICY)
        .or_insert(HeaderValue::from_static("strict-origin-when-cross-origin"));
    if let Some(insist) = insist {
        headers.insert(STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(insist));
    }
}

/// Lets scripts of any site read what is public anyway.
pub(super) async fn open_to_scripts(mut response: Response) -> Response {
    response
        .headers_mut()
        .insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response
}
