//! How much of a long campaign to run, and its chance.

#![expect(
    clippy::print_stdout,
    reason = "a story says its seed; the runner shows it where it failed"
)]

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

/// Chance that can be had again: the seed is printed, and taken from `TESTBED_SEED`.
#[must_use]
pub fn chance(story: &str) -> fastrand::Rng {
    let seed = env::var("TESTBED_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok())
        .unwrap_or_else(|| fastrand::u64(..));
    println!("{story}: TESTBED_SEED={seed}");
    fastrand::Rng::with_seed(seed)
}
