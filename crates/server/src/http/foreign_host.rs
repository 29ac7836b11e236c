//! Requests that name another host: the reader gets the way to the right one, and the operator hears
//! which setting decides.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::extract::Request;
use axum::http::Method;
use axum::response::Response;

use super::at_letter::negotiated;
use super::refused::status;
use super::{Site, pages};
use crate::l10n::Lang;
use crate::render::{Frame, Refusal, RefusalPage};

/// Seconds between two lines in the log: scanners ask under any name, all day.
const QUIET: i64 = 3600;

/// When the operator was last told; unix seconds.
pub(super) struct Told(AtomicI64);

impl Told {
    pub(super) const fn never() -> Self {
        Self(AtomicI64::new(i64::MIN))
    }

    /// Whether it is time to tell again. Of many requests at once one is told of.
    fn is_due(&self, now: i64) -> bool {
        let last = self.0.load(Ordering::Relaxed);
        now.saturating_sub(last) >= QUIET
            && self
                .0
                .compare_exchange(last, now, Ordering::Relaxed, Ordering::Relaxed)
                .is_ok()
    }
}

/// The answer to a request for another host. `plausible` if it named one that could be ours, were
/// the configuration another.
pub(super) fn answer(site: &Arc<Site>, request: &Request, plausible: bool) -> Response {
    let config = &site.app.config;
    if plausible && site.told.is_due(site.app.clock.now()) {
        // The name that was asked for is a stranger's word, and stays out of the log.
        if config.demo {
            tracing::warn!("another host was asked for: the demonstration answers localhost alone");
        } else {
            tracing::warn!(
                base_url = config.base_url,
                "another host than base_url's was asked for, and refused with 421: if readers come \
                 under that name, set base_url in undersigned.toml (or UNDERSIGNED_BASE_URL) to it; \
                 if a proxy stands in front, let it pass on the Host header"
            );
        }
    }
    let path = match *request.method() {
        Method::GET | Method::HEAD => request.uri().path(),
        _ => "/",
    };
    let lang = negotiated(request.uri().query(), request.headers(), Lang::En);
    let mut response = pages::private(&RefusalPage {
        frame: Frame::abroad(site.app.site(), lang, path),
        letter: None,
        refusal: Refusal::WrongHost,
        organizers: String::new(),
    });
    *response.status_mut() = status(Refusal::WrongHost);
    response
}

#[cfg(test)]
mod tests {
    use super::{QUIET, Told};

    #[test]
    fn the_operator_is_told_once_an_hour() {
        let told = Told::never();
        assert!(told.is_due(1_000_000));
        assert!(!told.is_due(1_000_000 + QUIET - 1));
        assert!(told.is_due(1_000_000 + QUIET));
    }
}
