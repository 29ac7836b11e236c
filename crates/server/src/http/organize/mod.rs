//! Organizers' pages. Each is behind the gate, which knows its rule; `router.rs` has the table.

pub(super) mod account;
mod at;
mod cookie;
pub(super) mod figures;
pub(super) mod founders;
mod gate;
pub(super) mod invitation;
pub(super) mod launch;
pub(super) mod letters;
pub(super) mod people;
pub(super) mod previews;
mod rule;
pub(super) mod sign_in;
pub(super) mod spreadsheets;
pub(super) mod trail;

use std::sync::Arc;

use axum::{Router, middleware};

use super::Site;

pub(super) use rule::{ANY, EDITORS, Gated, OWNERS};
pub use rule::{RouteRule, Rule};

/// The table as a router: every route with its own gate.
pub(super) fn gated(site: &Arc<Site>, table: Vec<Gated>) -> Router<Arc<Site>> {
    table.into_iter().fold(Router::new(), |router, route| {
        let guard = middleware::from_fn_with_state((site.clone(), route.of), gate::gate);
        router.route(route.of.path, route.handler.route_layer(guard))
    })
}
