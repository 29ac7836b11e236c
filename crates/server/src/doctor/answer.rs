//! What answers at the public address tell of the site and of the proxy before it.

use std::net::IpAddr;

use hyper::StatusCode;
use url::Url;

use super::certificate::{days_left, lasts};
use super::site::Answer;
use super::{Point, Subject};

/// What is to be said of the answers to a knock that only this site answers with `expected`.
pub(super) fn judge(
    of: &Subject,
    url: &Url,
    answers: &[Answer],
    expected: Option<&str>,
) -> Vec<Point> {
    let host = url.host_str().unwrap_or_default();
    let mut points = Vec::new();
    let mut ours = Vec::new();
    for answer in answers {
        let body = String::from_utf8_lossy(&answer.reply.body).into_owned();
        let mut lines = body.lines().map(str::to_owned);
        match (lines.next(), expected) {
            (Some(said), Some(expected)) if said == expected => ours.push((answer, lines.next())),
            (Some(said), None) if said == "alive" => points.push(Point::not_checked(
                "whether the answer is this site's: the database can't be written to",
            )),
            _ => points.push(strange(host, answer)),
        }
    }
    if let Some((answer, proxy)) = ours.first() {
        let address = &of.config.base_url;
        points.push(Point::good(format!("{address} is answered by this site")));
        points.extend(insistence(url, answer));
        points.extend(proxy.as_deref().and_then(|seen| of_proxy(url, seen)));
    }
    let certificate = answers
        .first()
        .and_then(|first| first.certificate.as_deref());
    let days = certificate.and_then(|der| days_left(der, of.clock.now()));
    points.extend(days.map(|days| lasts(host, days)));
    points
}

/// An answer that is not this site's.
fn strange(host: &str, answer: &Answer) -> Point {
    let (address, status) = (answer.address, answer.reply.status);
    match status {
        StatusCode::MISDIRECTED_REQUEST => Point::wrong(format!(
            "{host} at {address}: the site is asked under another name"
        ))
        .mend(
            "Let the proxy pass on the Host header (nginx: proxy_set_header Host \
                     $host;).",
        ),
        StatusCode::BAD_GATEWAY | StatusCode::SERVICE_UNAVAILABLE | StatusCode::GATEWAY_TIMEOUT => {
            Point::wrong(format!(
                "{host} at {address}: the proxy finds no server behind it ({})",
                status.as_u16()
            ))
            .mend("Is the server running, and does the proxy lead to `listen` of undersigned.toml?")
            .copy("systemctl status undersigned")
        }
        _ => Point::wrong(format!(
            "{host} at {address}: another server answers, or one with another database ({})",
            status.as_u16()
        ))
        .mend(
            "Is the address in DNS this machine's, and does the proxy lead to `listen` of \
             undersigned.toml?",
        ),
    }
}

/// Whether browsers hear that they are to insist on TLS.
fn insistence(url: &Url, answer: &Answer) -> Option<Point> {
    let insists = answer
        .reply
        .fields
        .contains_key("strict-transport-security");
    (url.scheme() == "https" && !insists).then(|| {
        Point::warning("browsers are not told to insist on TLS (HSTS)")
            .mend("The site tells them; let the proxy pass on Strict-Transport-Security.")
    })
}

/// Whether the site learns through the proxy where readers come from.
fn of_proxy(url: &Url, seen: &str) -> Option<Point> {
    let stranger = seen.strip_prefix("unbelieved ");
    if let Some(address) = stranger.and_then(|address| address.parse::<IpAddr>().ok()) {
        return Some(
            Point::warning(format!(
                "the proxy at {address} is not believed: all readers look like one"
            ))
            .mend("Else one busy reader slows all others down. In undersigned.toml:")
            .copy(format_args!("trusted_proxies = [\"{address}\"]")),
        );
    }
    (seen == "unnamed" && url.scheme() == "https").then(|| {
        Point::warning("the proxy does not say where readers come from: all look like one")
            .mend(
                "Let it send X-Forwarded-For (Caddy does; nginx: proxy_set_header \
                 X-Forwarded-For $proxy_add_x_forwarded_for;)",
            )
            .mend("and name its address in trusted_proxies of undersigned.toml.")
    })
}
