//! How much of a long campaign to run.

use std::env;

/// The environment variable that asks for long campaigns in full; `./test long` sets it.
///
/// Neither this name nor [`POSTGRES_URL`](crate::POSTGRES_URL) begins with `UNDERSIGNED_`: the
/// server under test would take it for a setting that it doesn't know, and refuse to start.
pub const LONG: &str = "TESTBED_LONG";

/// All of `full` rounds under `./test long`, else a tenth, at least one.
#[must_use]
pub fn rounds(full: usize) -> usize {
    if env::var_os(LONG).is_some() {
        full
    } else {
        full.div_ceil(10).max(1)
    }
}
