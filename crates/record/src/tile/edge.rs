//! The right edge of the tree: all that appending needs to know.

use super::{Tile, WIDTH, hashes};
use crate::Hash;
use crate::merkle;

/// For each level, the hashes of its rightmost tile while that is partial: at most 255 a level.
#[derive(Debug, Clone, Default)]
pub struct Edge {
    size: u64,
    levels: Vec<Level>,
    completed: Vec<(u8, u64, Vec<u8>)>,
}

#[derive(Debug, Clone, Default)]
struct Level {
    hashes: Vec<Hash>,
    changed: bool,
}

/// Tiles that don't make the edge of a tree of the given size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EdgeError {
    /// Another number of tiles than [`Edge::tiles`] names.
    #[error("the edge of a tree of {0} leaves has another number of tiles")]
    Count(u64),
    /// A tile has fewer hashes than it should, or is no tile at all.
    #[error("{0} is missing hashes")]
    Tile(Tile),
}

impl Edge {
    /// The edge of the tree without leaves.
    #[must_use]
    pub fn empty() -> Self {
        Self::default()
    }

    /// The partial tiles at the edge of a tree of `size` leaves, lowest level first. A level whose tiles are
    /// all full has none.
    #[must_use]
    pub fn tiles(size: u64) -> Vec<Tile> {
        let mut tiles = Vec::new();
        let (mut hashes, mut level) = (size, 0);
        while hashes > 0 {
            let width = u16::try_from(hashes % WIDTH).expect("below 256");
            if width > 0 {
                tiles.push(Tile {
                    level,
                    index: hashes / WIDTH,
                    width,
                });
            }
            hashes /= WIDTH;
            level += 1;
        }
        tiles
    }

    /// Rebuilds the edge at `size` from the bytes of the tiles that [`Edge::tiles`] names, in its order. A tile may
    /// be wider than named (the log grew since); what is beyond `size` is left out.
    ///
    /// # Errors
    /// [`EdgeError`] if a tile is missing or too short.
    pub fn load(size: u64, tiles: &[Vec<u8>]) -> Result<Self, EdgeError> {
        let names = Self::tiles(size);
        if names.len() != tiles.len() {
            return Err(EdgeError::Count(size));
        }
        let mut edge = Self {
            size,
            ..Self::default()
        };
        for (name, bytes) in names.into_iter().zip(tiles) {
            let mut held = hashes(bytes).ok_or(EdgeError::Tile(name))?;
            if held.len() < usize::from(name.width) {
                return Err(EdgeError::Tile(name));
            }
            held.truncate(usize::from(name.width));
            edge.level(usize::from(name.level)).hashes = held;
        }
        Ok(edge)
    }

    fn level(&mut self, level: usize) -> &mut Level {
        while self.levels.len() <= level {
            self.levels.push(Level::default());
        }
        &mut self.levels[level]
    }

    /// Leaves so far.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Appends a leaf.
    pub fn append(&mut self, leaf: Hash) {
        self.size += 1;
        let (mut carry, mut level, mut count) = (leaf, 0, self.size);
        loop {
            let tile = self.level(level);
            tile.hashes.push(carry);
            tile.changed = true;
            if tile.hashes.len() < 256 {
                return;
            }
            let full = std::mem::take(&mut tile.hashes);
            tile.changed = false;
            count /= WIDTH;
            let number =
                u8::try_from(level).expect("a tree below 2^64 leaves has at most 8 levels");
            self.completed.push((number, count - 1, join(&full)));
            carry = merkle::fold(&full);
            level += 1;
        }
    }

    /// The root of the tree (RFC 6962, section 2.1).
    #[must_use]
    pub fn root(&self) -> Hash {
        let mut root: Option<Hash> = None;
        for level in &self.levels {
            let mut held = level.hashes.as_slice();
            while !held.is_empty() {
                let peak = 1 << held.len().trailing_zeros();
                let (rest, subtree) = held.split_at(held.len() - peak);
                let hash = merkle::fold(subtree);
                root = Some(root.map_or(hash, |right| merkle::node_hash(hash, right)));
                held = rest;
            }
        }
        root.unwrap_or_else(merkle::empty_root)
    }

    /// Takes the tiles that became full since the edge was made, loaded or last asked, as (level, index, bytes).
    pub fn take_completed(&mut self) -> Vec<(u8, u64, Vec<u8>)> {
        std::mem::take(&mut self.completed)
    }

    /// Takes every tile, full or partial, that changed since the edge was made, loaded or last asked, as (level,
    /// index, bytes). This is what a log has to write for its new size.
    pub fn take_changed(&mut self) -> Vec<(u8, u64, Vec<u8>)> {
        let mut tiles = self.take_completed();
        for tile in Self::tiles(self.size) {
            let level = &mut self.levels[usize::from(tile.level)];
            if std::mem::take(&mut level.changed) {
                tiles.push((tile.level, tile.index, join(&level.hashes)));
            }
        }
        tiles
    }

    /// The partial tiles of the present size with their bytes.
    pub(crate) fn partial(&self) -> Vec<(Tile, Vec<u8>)> {
        let tiles = Self::tiles(self.size);
        tiles
            .into_iter()
            .map(|tile| (tile, join(&self.levels[usize::from(tile.level)].hashes)))
            .collect()
    }
}

fn join(hashes: &[Hash]) -> Vec<u8> {
    hashes.iter().flat_map(|hash| hash.0).collect()
}
