//! The desk's page, to be saved.

use axum::http::HeaderValue;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use super::at::At;
use crate::render::assets;

/// `GET /organize/desk`: the same bytes for everybody, so that anybody can compare their digest. What
/// the page forbids itself is forbidden it here too.
pub(in crate::http) async fn page(_: At) -> Response {
    let policy = HeaderValue::from_static(assets::desk_policy());
    let html = HeaderValue::from_static("text/html; charset=utf-8");
    let headers = [(CONTENT_TYPE, html), (CONTENT_SECURITY_POLICY, policy)];
    (headers, assets::DESK).into_response()
}
