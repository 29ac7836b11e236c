//! What every answer carries, and which hosts are answered.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_SECURITY_POLICY, HOST, REFERRER_POLICY,
    STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

use super::{Site, foreign_host};

const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Answers only requests for this site's host, so that no other name can be made to show its pages
/// or to be written into its mails; and secures every answer.
pub(super) async fn guard(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let named = named_host(&request);
    let ours = named.is_some_and(|named| is_ours(&site.app.config.hosts, named));
    let mut response = if ours || is_for_anybody(request.uri().path()) {
        next.run(request).await
    } else {
        foreign_host::answer(&site, &request, named.is_some())
    };
    secure(response.headers_mut(), site.app.config.behind_tls);
    response
}

/// Tells browsers to load nothing from elsewhere, run nothing inline, and pass no address on.
fn secure(headers: &mut HeaderMap, behind_tls: bool) {
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
    if behind_tls {
        let insist = HeaderValue::from_static("max-age=63072000; includeSubDomains");
        headers.insert(STRICT_TRANSPORT_SECURITY, insist);
    }
}

/// Lets scripts of any site read what is public anyway.
pub(super) async fn open_to_scripts(mut response: Response) -> Response {
    response
        .headers_mut()
        .insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response
}

/// What is the same under any name: health checks, and what the refusal itself is dressed in.
fn is_for_anybody(path: &str) -> bool {
    matches!(path, "/healthz" | "/readyz" | "/favicon.ico") || path.starts_with("/assets/")
}

/// The one host that a request names; none where it names several, or what is none.
fn named_host(request: &Request) -> Option<&str> {
    let mut hosts = request.headers().get_all(HOST).iter();
    let host = hosts.next().and_then(|host| host.to_str().ok());
    let named = match request.uri().authority() {
        Some(authority) => authority.as_str(),
        None => host?,
    };
    (hosts.next().is_none() && is_plain(named)).then_some(named)
}

/// One authority without a user: what else a `Host` may hold is somebody's trick.
fn is_plain(named: &str) -> bool {
    !named.contains('@') && named.parse::<Authority>().is_ok()
}

/// With no hosts configured (the demo), any name of this machine's own.
fn is_ours(hosts: &[String], named: &str) -> bool {
    if !hosts.is_empty() {
        return hosts.iter().any(|host| host.eq_ignore_ascii_case(named));
    }
    let name = match named.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => named.split(':').next().unwrap_or_default(),
    };
    name.eq_ignore_ascii_case("localhost")
        || name
            .parse()
            .is_ok_and(|ip: std::net::IpAddr| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::is_ours;

    #[test]
    fn only_our_hosts_are_ours() {
        for ours in ["127.0.0.1:8080", "localhost", "localhost:1", "[::1]:8080"] {
            assert!(is_ours(&[], ours), "{ours}");
        }
        for theirs in [
            "",
            "evil.example",
            "127.0.0.1.evil.example",
            "localhost.evil.example:80",
        ] {
            assert!(!is_ours(&[], theirs), "{theirs}");
        }
        let hosts = ["letters.example".to_owned()];
        assert!(is_ours(&hosts, "letters.example"));
        assert!(!is_ours(&hosts, "localhost"));
    }
}
