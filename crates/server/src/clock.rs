//! The time, as an argument.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// Where the time comes from.
#[derive(Clone, Default)]
pub enum Clock {
    /// The machine.
    #[default]
    System,
    /// A test: milliseconds since 1970.
    Set(Arc<AtomicI64>),
}

impl Clock {
    /// Milliseconds since 1970, UTC.
    #[must_use]
    pub fn now_ms(&self) -> i64 {
        match self {
            Self::System => SystemTime::now()
                .duration_since(UNIX_EPOCH)
                .map_or(0, |since| {
                    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
                }),
            Self::Set(ms) => ms.load(Ordering::SeqCst),
        }
    }

    /// Seconds since 1970, UTC.
    #[must_use]
    pub fn now(&self) -> i64 {
        self.now_ms().div_euclid(1000)
    }
}

/// The hour of `now` (unix seconds) by RFC 3339, as the record writes it.
#[must_use]
pub fn hour_text(now: i64) -> String {
    undersigned_record::entry::Hour::from_unix(now.max(0).unsigned_abs()).to_string()
}
