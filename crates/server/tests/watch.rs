//! The watch list: forged names are held however they are written, ordinary ones are not, and a
//! long list costs little.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "watch/forged.rs"]
mod forged;
#[path = "watch/ordinary.rs"]
mod ordinary;
#[path = "watch/same.rs"]
mod same;

use std::sync::LazyLock;

use undersigned::model::WatchList;

/// A list as it is shipped, without its comments.
fn lines(file: &str) -> Vec<String> {
    let lines = file.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(str::to_owned)
        .collect()
}

fn prominent() -> &'static WatchList {
    static LIST: LazyLock<WatchList> = LazyLock::new(|| {
        WatchList::new(lines(include_str!("../../../fixtures/watch/prominent.txt")))
    });
    &LIST
}
