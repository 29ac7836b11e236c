//! HTTP: a handler parses, makes one call, replies. Every route stands in `router.rs`.

mod answering;
mod api;
mod ask;
mod assets;
mod at_letter;
mod beside;
mod body;
mod cache;
mod catcher;
mod confirmation;
mod connections;
mod foreign_host;
mod form;
mod front;
mod headers;
mod health;
mod in_time;
mod invited;
mod letter;
mod limits;
mod organize;
mod pages;
mod preview;
mod proving;
mod record;
mod refused;
mod roll;
mod router;
mod serve;
mod signing;
mod text_choice;
mod text_version;
mod upload;
mod whose_host;

use std::sync::Arc;

use crate::app::App;
use cache::PageCache;
use limits::Limits;

pub use ask::serve_ask;
pub use organize::{RouteRule, Rule};
pub use router::organizers_routes;
pub use serve::{ServeError, serve};

/// What handlers share.
pub struct Site {
    /// The program.
    pub app: Arc<App>,
    pages: PageCache,
    limits: Limits,
    told: foreign_host::Told,
}

impl Site {
    /// The site of a program.
    #[must_use]
    pub fn new(app: Arc<App>) -> Arc<Self> {
        let limits = Limits::new(app.config.submissions_per_minute);
        Arc::new(Self {
            app,
            pages: PageCache::new(),
            limits,
            told: foreign_host::Told::never(),
        })
    }
}

/// What handlers are given.
type State = axum::extract::State<Arc<Site>>;
