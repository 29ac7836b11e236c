//! Stylesheet, script and icon: names change with bytes, so they are kept for ever.

use std::collections::HashMap;
use std::sync::LazyLock;

use axum::extract::{Path, Request, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};

use super::Site;
use super::cache::Page;
use super::refused::refuse;
use crate::render::{Refusal, assets};

static PAGES: LazyLock<HashMap<&'static str, Page>> = LazyLock::new(|| {
    let page = |asset: &'static assets::Asset| {
        (
            asset.path.as_str(),
            Page::new(asset.content_type, asset.bytes.to_vec()),
        )
    };
    assets::all().into_iter().map(page).collect()
});

/// `GET /assets/{name}`
pub(super) async fn asset(
    State(site): State<std::sync::Arc<Site>>,
    Path(name): Path<String>,
    headers: HeaderMap,
    request: Request,
) -> Response {
    match PAGES.get(format!("/assets/{name}").as_str()) {
        Some(page) => page.answer(&headers, "public, max-age=31536000, immutable"),
        None => refuse(&site, &request, Refusal::NotFound),
    }
}

/// `GET /favicon.ico`: browsers ask without having been told.
pub(super) async fn icon(headers: HeaderMap) -> Response {
    let icon = assets::all()
        .into_iter()
        .find(|asset| asset.content_type == "image/svg+xml");
    match icon.and_then(|icon| PAGES.get(icon.path.as_str())) {
        Some(page) => page.answer(&headers, "public, max-age=86400"),
        None => axum::http::StatusCode::NOT_FOUND.into_response(),
    }
}
