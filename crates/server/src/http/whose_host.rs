//! Which host a request is for: the site's, a letter's own, or nobody's here.

use std::sync::Arc;

use axum::extract::Request;
use axum::http::header::HOST;
use axum::http::uri::Authority;

use super::Site;
use crate::recorder::Published;

/// Whose host a request names.
pub(super) enum Whose {
    /// That of `base_url`.
    Site,
    /// A letter's. Before its launch a letter has none.
    Letter(Arc<Published>),
    /// Neither.
    Nobody {
        /// Whether it could be one, were the configuration another.
        plausible: bool,
    },
}

/// What a request for a letter's own host carries along.
#[derive(Clone)]
pub(super) struct AtOwnHost(pub(super) Arc<Published>);

impl Whose {
    pub(super) fn of(site: &Site, request: &Request) -> Self {
        let Some(named) = named_host(request) else {
            return Self::Nobody { plausible: false };
        };
        if is_ours(&site.app.config.hosts, named) {
            return Self::Site;
        }
        match site.app.letters.by_host(named) {
            Some(letter) => Self::Letter(letter),
            None => Self::Nobody { plausible: true },
        }
    }
}

/// Whether there may be something at `path` under the own host of `letter`: what belongs to it, and
/// what is the same under any name. Organizers, other letters and their list are not there.
pub(super) fn has(letter: &Published, path: &str) -> bool {
    let slug = letter.letter.slug.as_str();
    let of_letter = ["/letters/", "/api/letters/"].iter().any(|stem| {
        let rest = path
            .strip_prefix(stem)
            .and_then(|rest| rest.strip_prefix(slug));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    });
    of_letter
        || matches!(path, "/" | "/robots.txt")
        || path.starts_with("/record/")
        || is_for_anybody(path)
}

/// What is the same under any name: health checks, and what the refusal itself is dressed in.
pub(super) fn is_for_anybody(path: &str) -> bool {
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
