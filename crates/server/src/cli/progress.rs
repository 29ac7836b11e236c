//! Progress bars, on a terminal alone.

use indicatif::{ProgressBar, ProgressStyle};

/// A bar for `total` steps. Shows nothing where standard error is no terminal.
pub(super) fn bar(total: u64) -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} {eta}");
    ProgressBar::new(total).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
