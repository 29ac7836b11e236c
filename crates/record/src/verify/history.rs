//! Whether two checkpoints belong to one history.

use super::{Problem, pass};
use crate::checkpoint::Checkpoint;
use crate::merkle;
use crate::proof::{self, TileMap};
use crate::source::Source;

/// Checks that of two verified checkpoints of one log the larger tree extends the smaller, whichever that is, with a
/// consistency proof made from the log's tiles.
///
/// # Errors
/// [`Problem::Fork`] if it doesn't; else what kept the tiles from being read.
pub fn consistent<S: Source>(
    source: &mut S,
    one: &Checkpoint,
    other: &Checkpoint,
) -> Result<(), Problem> {
    let (old, new) = if one.size <= other.size {
        (one, other)
    } else {
        (other, one)
    };
    let fork = || Problem::Fork(old.size, new.size);
    let mut tiles = TileMap::new();
    for tile in proof::consistency_tiles(old.size, new.size) {
        let bytes = pass::tile_bytes(source, tile)?;
        tiles.insert((tile.level, tile.index), bytes);
    }
    let proof = proof::consistency(old.size, new.size, &tiles).map_err(|_| fork())?;
    merkle::verify_consistency(&proof, old.size, new.size, old.root, new.root).map_err(|_| fork())
}
