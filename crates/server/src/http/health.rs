//! What operators' monitors ask.

use std::net::SocketAddr;

use axum::extract::{ConnectInfo, Path, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::refused::refuse;
use crate::app::App;
use crate::model::Network;
use crate::render::Refusal;
use crate::seal::Token;
use crate::store::{self, checkups};

/// Seconds for which a knock of `undersigned doctor` is answered.
const KNOCK: i64 = 600;

/// `GET /healthz`: the process answers.
pub(super) async fn alive() -> &'static str {
    "alive\n"
}

/// `GET /readyz`: the database answers and every letter can be signed.
pub(super) async fn ready(State(site): super::State) -> (StatusCode, String) {
    if let Err(error) = site.app.store.ping().await {
        return (StatusCode::SERVICE_UNAVAILABLE, format!("{error}\n"));
    }
    let letters = &site.app.letters;
    let all = letters.all();
    let read_only = all.iter().filter_map(|letter| {
        let why = letter.read_only?;
        Some(format!("{}: {why}\n", letter.letter.slug))
    });
    let keyless = letters.keyless().into_iter().map(|slug| {
        format!("{slug}: its keys can't be read, and it is not served: run `undersigned doctor`\n")
    });
    let stuck: Vec<String> = read_only.chain(keyless).collect();
    if stuck.is_empty() {
        (StatusCode::OK, "ready\n".to_owned())
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, stuck.concat())
    }
}

/// `GET /healthz/{knock}`: `undersigned doctor` asks whether the public address leads to a server on its
/// database, and whether the proxy in between is believed. Nobody else knows a knock.
pub(super) async fn knock(
    State(site): super::State,
    Path(knock): Path<String>,
    request: Request,
) -> Response {
    match answer(&site.app, &knock).await {
        Ok(Some(answer)) => {
            let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
            let trusted = &site.app.config.trusted_proxies;
            let proxy = proxy(peer.map(|peer| peer.0), request.headers(), trusted);
            format!("{answer}\n{proxy}\n").into_response()
        }
        Ok(None) => refuse(&site, &request, Refusal::NotFound),
        Err(error) => (StatusCode::SERVICE_UNAVAILABLE, format!("{error}\n")).into_response(),
    }
}

async fn answer(app: &App, knock: &str) -> store::Result<Option<String>> {
    let Some(token) = Token::parse(knock) else {
        return Ok(None);
    };
    let mut tx = app.store.read().await?;
    checkups::answer(&mut tx, &token.hash(), app.clock.now() - KNOCK).await
}

/// What a request tells of the proxy before the site: whether readers' addresses come through it.
fn proxy(peer: Option<SocketAddr>, headers: &HeaderMap, trusted: &[Network]) -> String {
    let named = headers.contains_key("x-forwarded-for");
    let stranger = peer.map(|peer| peer.ip().to_canonical());
    let stranger = stranger.filter(|ip| !trusted.iter().any(|network| network.contains(*ip)));
    match (named, stranger) {
        (true, None) => "believed".to_owned(),
        (true, Some(address)) => format!("unbelieved {address}"),
        (false, _) => "unnamed".to_owned(),
    }
}
