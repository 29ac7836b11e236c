//! Inclusion and consistency proofs (RFC 6962, sections 2.1.1 and 2.1.2) made from tiles.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use crate::Hash;
use crate::merkle::{self, ProofError};
use crate::tile::{Tile, hashes};

/// Tiles by (level, index). A tile may be wider than the tree needs.
pub type TileMap = HashMap<(u8, u64), Vec<u8>>;

/// Why no proof could be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MakeError {
    /// There is nothing to prove between these numbers.
    #[error(transparent)]
    Range(ProofError),
    /// The map lacks a tile, or holds fewer hashes of it than the tree needs.
    #[error("{0} is missing or too short")]
    Missing(Tile),
}

/// The tiles that [`inclusion`] reads.
#[must_use]
pub fn inclusion_tiles(index: u64, size: u64) -> Vec<Tile> {
    if index >= size {
        return Vec::new();
    }
    tiles_of(&inclusion_ranges(index, 0..size), size)
}

/// Proves that the leaf at `index` is in the tree of `size` leaves; hashes from the leaf's sibling upwards.
///
/// # Errors
/// [`MakeError`] if `index` is not below `size` or a tile is missing.
pub fn inclusion(index: u64, size: u64, tiles: &TileMap) -> Result<Vec<Hash>, MakeError> {
    if index >= size {
        return Err(MakeError::Range(ProofError::Range(index, size)));
    }
    inclusion_ranges(index, 0..size)
        .into_iter()
        .map(|range| range_hash(range, size, tiles))
        .collect()
}

/// The tiles that [`consistency`] reads.
#[must_use]
pub fn consistency_tiles(old: u64, new: u64) -> Vec<Tile> {
    if old == 0 || old > new {
        return Vec::new();
    }
    tiles_of(&consistency_ranges(old, 0..new, true), new)
}

/// Proves that the tree of `new` leaves extends the tree of `old` leaves. The proof from an empty tree is empty.
///
/// # Errors
/// [`MakeError`] if `old` is above `new` or a tile is missing.
pub fn consistency(old: u64, new: u64, tiles: &TileMap) -> Result<Vec<Hash>, MakeError> {
    if old > new {
        return Err(MakeError::Range(ProofError::Range(old, new)));
    }
    if old == 0 {
        return Ok(Vec::new());
    }
    consistency_ranges(old, 0..new, true)
        .into_iter()
        .map(|range| range_hash(range, new, tiles))
        .collect()
}

/// Where RFC 6962 splits a tree: the largest power of two below its number of leaves.
fn split(range: &Range<u64>) -> u64 {
    range.start + (range.end - range.start).next_power_of_two() / 2
}

fn inclusion_ranges(index: u64, mut tree: Range<u64>) -> Vec<Range<u64>> {
    let mut siblings = Vec::new();
    while tree.end - tree.start > 1 {
        let middle = split(&tree);
        if index < middle {
            siblings.push(middle..tree.end);
            tree.end = middle;
        } else {
            siblings.push(tree.start..middle);
            tree.start = middle;
        }
    }
    siblings.reverse();
    siblings
}

/// `SUBPROOF` of RFC 6962, section 2.1.2; `known` says that the verifier has this very subtree's hash.
fn consistency_ranges(old: u64, tree: Range<u64>, known: bool) -> Vec<Range<u64>> {
    if old == tree.end {
        return if known { Vec::new() } else { vec![tree] };
    }
    let middle = split(&tree);
    let (mut ranges, sibling) = if old <= middle {
        (
            consistency_ranges(old, tree.start..middle, known),
            middle..tree.end,
        )
    } else {
        (
            consistency_ranges(old, middle..tree.end, false),
            tree.start..middle,
        )
    };
    ranges.push(sibling);
    ranges
}

/// Cuts a range, which starts where RFC 6962 lets a subtree start, into complete subtrees from left to right, each as
/// (height, place within that height).
fn subtrees(range: Range<u64>) -> Vec<(u32, u64)> {
    let mut cuts = Vec::new();
    let mut start = range.start;
    while start < range.end {
        let height = (range.end - start).ilog2();
        cuts.push((height, start >> height));
        start += 1 << height;
    }
    cuts
}

/// The hashes of the tile that together make the complete subtree at (`height`, `place`): which tile, and which of them.
fn within_tile(height: u32, place: u64, size: u64) -> (Tile, Range<usize>) {
    let level = u8::try_from(height / 8).expect("heights are below 64");
    let count = 1u64 << (height % 8);
    let first = place * count;
    let tile = Tile::at(level, first / 256, size)
        .expect("a complete subtree of the tree lies in its tiles");
    let start = usize::try_from(first % 256).expect("below 256");
    (
        tile,
        start..start + usize::try_from(count).expect("at most 128"),
    )
}

fn tiles_of(ranges: &[Range<u64>], size: u64) -> Vec<Tile> {
    let cuts = ranges.iter().flat_map(|range| subtrees(range.clone()));
    let tiles: BTreeSet<Tile> = cuts
        .map(|(height, place)| within_tile(height, place, size).0)
        .collect();
    tiles.into_iter().collect()
}

fn range_hash(range: Range<u64>, size: u64, tiles: &TileMap) -> Result<Hash, MakeError> {
    let mut peaks = Vec::new();
    for (height, place) in subtrees(range) {
        let (tile, part) = within_tile(height, place, size);
        let held = tiles
            .get(&(tile.level, tile.index))
            .and_then(|bytes| hashes(bytes));
        let held = held.ok_or(MakeError::Missing(tile))?;
        peaks.push(merkle::fold(
            held.get(part).ok_or(MakeError::Missing(tile))?,
        ));
    }
    let last = peaks.pop().expect("no range is empty");
    Ok(peaks
        .into_iter()
        .rev()
        .fold(last, |right, left| merkle::node_hash(left, right)))
}
