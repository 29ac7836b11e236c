//! Where a proxy asks whether it may get a certificate for a name, before it does: of a letter under
//! embargo nobody shall read the name in the public certificate logs. What is answered here everybody
//! may know.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::routing::get;
use serde::Deserialize;
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::acts::host::may_be_certified;
use crate::app::App;

#[derive(Deserialize)]
struct Asked {
    domain: String,
}

/// Answers on `listener` until `stop` turns true.
pub async fn serve_ask(app: Arc<App>, listener: TcpListener, mut stop: watch::Receiver<bool>) {
    let routes = Router::new().route("/host", get(host)).with_state(app);
    let stopped = async move {
        let _ = stop.wait_for(|stop| *stop).await;
    };
    let served = axum::serve(listener, routes).with_graceful_shutdown(stopped);
    if let Err(error) = served.await {
        tracing::error!(error = %error.kind(), "ask_listen answers no more");
    }
}

/// `GET /host?domain=NAME`: 200 or 404.
async fn host(State(app): State<Arc<App>>, Query(asked): Query<Asked>) -> StatusCode {
    match may_be_certified(&app, &asked.domain).await {
        Ok(true) => StatusCode::OK,
        Ok(false) => StatusCode::NOT_FOUND,
        Err(error) => {
            tracing::error!(%error, "whether a name may get a certificate could not be looked up");
            StatusCode::SERVICE_UNAVAILABLE
        }
    }
}
