//! Organizers' pages. Each is behind the gate, which knows its rule; `router.rs` has the table.

pub(super) mod account;
mod at;
pub(super) mod contacts;
mod cookie;
mod decided;
pub(super) mod desk;
pub(super) mod figures;
pub(super) mod founder_logos;
pub(super) mod founders;
mod gate;
pub(super) mod held;
pub(super) mod invitation;
pub(super) mod launch;
pub(super) mod letters;
pub(super) mod logo;
pub(super) mod new_letter;
pub(super) mod people;
pub(super) mod preview;
pub(super) mod previews;
pub(super) mod recipients;
pub(super) mod removals;
mod rule;
pub(super) mod rules;
pub(super) mod settings;
pub(super) mod sign_in;
pub(super) mod spreadsheets;
pub(super) mod statements;
pub(super) mod texts;
pub(super) mod trail;
pub(super) mod translation;
pub(super) mod versions;
pub(super) mod write;

use std::sync::Arc;

use axum::{Router, middleware};

use super::Site;

pub(super) use rule::{ANY, Gated, MODERATORS, OWNERS, WRITERS, table};
pub use rule::{RouteRule, Rule};

/// The table as a router: every route with its own gate.
pub(super) fn gated(site: &Arc<Site>, table: Vec<Gated>) -> Router<Arc<Site>> {
    table.into_iter().fold(Router::new(), |router, route| {
        let guard = middleware::from_fn_with_state((site.clone(), route.of), gate::gate);
        router.route(route.of.path, route.handler.route_layer(guard))
    })
}
