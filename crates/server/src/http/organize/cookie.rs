//! The session's cookie. Readers never get one.

use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;

use super::super::Site;
use crate::seal::Token;

/// Behind TLS the name binds the cookie to this very host and to TLS (RFC 6265bis, section 4.1.3.2).
fn name(site: &Site) -> &'static str {
    if is_secure(site) {
        "__Host-organizer"
    } else {
        "organizer"
    }
}

fn is_secure(site: &Site) -> bool {
    site.app.config.base_url.starts_with("https://")
}

/// The token of the session that a request names.
pub(super) fn token<'a>(site: &Site, headers: &'a HeaderMap) -> Option<&'a str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|header| header.to_str().ok())
        .flat_map(|header| header.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(known, _)| *known == name(site))
        .map(|(_, token)| token)
}

/// The answer, with a session's cookie.
pub(super) fn with_session(site: &Site, response: Response, token: &Token) -> Response {
    set(site, response, &token.reveal(), "")
}

/// The answer, with the cookie taken away.
pub(super) fn without_session(site: &Site, response: Response) -> Response {
    set(site, response, "", "; Max-Age=0")
}

fn set(site: &Site, mut response: Response, value: &str, more: &str) -> Response {
    let secure = if is_secure(site) { "; Secure" } else { "" };
    let name = name(site);
    let cookie = format!("{name}={value}; Path=/; HttpOnly; SameSite=Strict{secure}{more}");
    if let Ok(cookie) = HeaderValue::try_from(cookie) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}
