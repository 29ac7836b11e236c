//! A map of the world, shaded by how many signed where.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Countries as paths of a map that is 1000 wide; see the folder for what drew them.
const DRAWN: &str = include_str!("../../../data/world/world.tsv");

/// Each country's code and path.
static PATHS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    DRAWN
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .collect()
});

/// A country on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Land {
    /// Its outline, an SVG path.
    pub path: &'static str,
    /// 0 where nobody signed, then 1 to 4 by the number's digits.
    pub shade: usize,
    /// Its code, where ISO 3166-1 has one for it.
    pub code: Option<&'static str>,
    /// How many signed there.
    pub number: u64,
}

/// The map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct World(pub Vec<Land>);

impl World {
    /// Shades the countries by their counts.
    #[must_use]
    pub fn of(by_country: &BTreeMap<String, u64>) -> Self {
        let land = |(code, path): &(&'static str, &'static str)| {
            let number = by_country.get(*code).copied().unwrap_or_default();
            Land {
                path,
                shade: shade(number),
                code: (*code != "-").then_some(*code),
                number,
            }
        };
        Self(PATHS.iter().map(land).collect())
    }

    /// Where each shade begins, lightest first.
    pub const STEPS: [u64; 4] = [1, 10, 100, 1000];
}

fn shade(number: u64) -> usize {
    World::STEPS
        .iter()
        .take_while(|from| number >= **from)
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::l10n::COUNTRY_CODES;

    #[test]
    fn the_map_has_countries_by_their_codes() {
        for (code, path) in PATHS.iter() {
            assert!(*code == "-" || COUNTRY_CODES.contains(code), "{code}");
            assert!(path.starts_with('M') && path.ends_with('z'), "{code}");
        }
        // Islands, and parts of others, that even the fine map does not draw apart.
        assert_eq!(PATHS.len(), 235);
    }

    #[test]
    fn shades_follow_digits() {
        let shades = [0, 1, 9, 10, 99, 100, 999, 1000, 70_000].map(shade);
        assert_eq!(shades, [0, 1, 1, 2, 2, 3, 3, 4, 4]);
        let world = World::of(&BTreeMap::from([("FR".to_owned(), 12)]));
        let france = world.0.iter().find(|land| land.code == Some("FR"));
        assert_eq!(france.map(|land| (land.shade, land.number)), Some((2, 12)));
    }
}
