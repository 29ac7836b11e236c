//! Who may use an organizers' route. A route can't be made without a rule, and the tests walk the
//! same table that the router is made of.

use axum::handler::Handler;
use axum::routing::{MethodRouter, get, post};
use std::sync::Arc;

use super::super::Site;
use crate::model::Role;

/// Who may use a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Whoever has the link or wants in.
    Anybody,
    /// Whoever has the link: its token is looked for by the handler. Nobody guesses 256 bits, so that
    /// no pace is set either: what is written behind it is saved as one types.
    Bearer,
    /// Whoever is signed in.
    SignedIn,
    /// Whoever is signed in and may make letters on this server.
    MakesLetters,
    /// Whoever has one of these roles in the letter that the path names. To everybody else the
    /// letter does not exist.
    Roles(&'static [Role]),
}

/// Any role.
pub(in crate::http) const ANY: Rule = Rule::Roles(&Role::ALL);
/// Who writes: owners and editors.
pub(in crate::http) const WRITERS: Rule = Rule::Roles(crate::acts::access::may::WRITERS);
/// Owners alone.
pub(in crate::http) const OWNERS: Rule = Rule::Roles(crate::acts::access::may::OWNERS);

/// Who decides about what waits.
pub(in crate::http) const MODERATORS: Rule = Rule::Roles(crate::acts::access::may::MODERATORS);
/// Who lets somebody look at a letter before its launch.
pub(in crate::http) const PREVIEWERS: Rule = Rule::Roles(crate::acts::access::may::PREVIEWERS);

/// A route of organizers, as the router has it.
#[derive(Clone, Copy, Debug)]
pub struct RouteRule {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// With `{slug}`, `{lang}`, `{id}` and `{token}`.
    pub path: &'static str,
    /// Who may.
    pub rule: Rule,
    /// Whether a passkey must have answered within the last five minutes.
    pub fresh: bool,
    /// Whether a file may come with the form.
    pub upload: bool,
    /// Whether the form may hold a text, or a watch list.
    pub long: bool,
}

/// A route with its rule and its handler.
pub(in crate::http) struct Gated {
    pub(in crate::http) of: RouteRule,
    pub(in crate::http) handler: MethodRouter<Arc<Site>>,
}

impl Gated {
    pub(in crate::http) fn get<H, T>(path: &'static str, rule: Rule, handler: H) -> Self
    where
        H: Handler<T, Arc<Site>>,
        T: 'static,
    {
        Self::new("GET", path, rule, get(handler))
    }

    pub(in crate::http) fn post<H, T>(path: &'static str, rule: Rule, handler: H) -> Self
    where
        H: Handler<T, Arc<Site>>,
        T: 'static,
    {
        Self::new("POST", path, rule, post(handler))
    }

    /// The same, for whom a passkey answered within the last five minutes.
    pub(in crate::http) fn fresh(mut self) -> Self {
        self.of.fresh = true;
        self
    }

    /// The same, and a file may come along.
    pub(in crate::http) fn upload(mut self) -> Self {
        self.of.upload = true;
        self
    }

    /// The same, and the form may be long.
    pub(in crate::http) fn long(mut self) -> Self {
        self.of.long = true;
        self
    }

    fn new(
        method: &'static str,
        path: &'static str,
        rule: Rule,
        handler: MethodRouter<Arc<Site>>,
    ) -> Self {
        let of = RouteRule {
            method,
            path,
            rule,
            fresh: false,
            upload: false,
            long: false,
        };
        Self { of, handler }
    }
}

/// Routes with their rules, a line each: `get "/path" RULE => handler`, with `fresh` after the rule where
/// a passkey must have answered of late, `upload` where a file may come along, `long` where a text may.
macro_rules! table {
    ($($method:ident $path:literal $rule:ident $($mark:ident)* => $handler:path),* $(,)?) => {
        vec![$($crate::http::organize::Gated::$method($path, $rule, $handler)$(.$mark())*),*]
    };
}
pub(in crate::http) use table;
