//! What operators' monitors ask.

use axum::extract::State;
use axum::http::StatusCode;

/// `GET /healthz`: the process answers.
pub(super) async fn alive() -> &'static str {
    "alive\n"
}

/// `GET /readyz`: the database answers and every letter can be signed.
pub(super) async fn ready(State(site): super::State) -> (StatusCode, String) {
    if let Err(error) = site.app.store.ping().await {
        return (StatusCode::SERVICE_UNAVAILABLE, format!("{error}\n"));
    }
    let stuck: Vec<String> = site
        .app
        .letters
        .all()
        .iter()
        .filter_map(|letter| {
            letter
                .read_only
                .map(|why| format!("{}: {why}\n", letter.letter.slug))
        })
        .collect();
    if stuck.is_empty() {
        (StatusCode::OK, "ready\n".to_owned())
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, stuck.concat())
    }
}
