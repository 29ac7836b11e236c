//! Tiles and entry bundles as C2SP tlog-tiles lays them out: height 8, 256 hashes wide.

mod edge;

use std::fmt;

pub use edge::{Edge, EdgeError};

use crate::Hash;
use crate::encoding;

/// Hashes in a full tile and entries in a full bundle.
pub const WIDTH: u64 = 256;

/// The highest level that a path may name (tlog-tiles, "Merkle Tree").
const TOP_LEVEL: u64 = 63;

/// One tile of the tree, full or partial.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tile {
    /// 0 holds leaf hashes; each hash of a level above is the root of a full tile below.
    pub level: u8,
    /// Place within the level, from the left.
    pub index: u64,
    /// Hashes in the tile, 1 to 256.
    pub width: u16,
}

/// 256 consecutive entries, or those of the right edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryBundle {
    /// The bundle starts with entry `256 * index`.
    pub index: u64,
    /// Entries in the bundle, 1 to 256.
    pub width: u16,
}

/// Bytes that aren't an entry bundle of the width expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a bundle of {0} entries, each after its length")]
pub struct BundleError(u16);

impl Tile {
    /// The path below the record's address: `tile/<L>/<N>[.p/<W>]`.
    #[must_use]
    pub fn path(&self) -> String {
        self.to_string()
    }

    /// Reads a path in its one legal spelling.
    #[must_use]
    pub fn from_path(path: &str) -> Option<Self> {
        let (level, place) = path.strip_prefix("tile/")?.split_once('/')?;
        let level = encoding::decimal(level).filter(|l| *l <= TOP_LEVEL)?;
        let (index, width) = read_place(place)?;
        Some(Self {
            level: u8::try_from(level).ok()?,
            index,
            width,
        })
    }

    /// The tile at (`level`, `index`) as a tree of `size` leaves has it; `None` if it has none there.
    #[must_use]
    pub fn at(level: u8, index: u64, size: u64) -> Option<Self> {
        let hashes = size.checked_shr(8 * u32::from(level)).unwrap_or(0);
        let width = hashes.saturating_sub(index.checked_mul(WIDTH)?).min(WIDTH);
        let width = u16::try_from(width).ok().filter(|w| *w > 0)?;
        Some(Self {
            level,
            index,
            width,
        })
    }

    /// The full tile at the same place.
    #[must_use]
    pub fn full(&self) -> Self {
        Self {
            width: 256,
            ..*self
        }
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        usize::from(self.width) * 32
    }

    /// No tile is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.width == 0
    }
}

impl EntryBundle {
    /// The path below the record's address: `tile/entries/<N>[.p/<W>]`.
    #[must_use]
    pub fn path(&self) -> String {
        self.to_string()
    }

    /// Reads a path in its one legal spelling.
    #[must_use]
    pub fn from_path(path: &str) -> Option<Self> {
        let (index, width) = read_place(path.strip_prefix("tile/entries/")?)?;
        Some(Self { index, width })
    }

    /// The bundle at `index` as a log of `size` entries has it; `None` if it has none there.
    #[must_use]
    pub fn at(index: u64, size: u64) -> Option<Self> {
        Tile::at(0, index, size).map(|tile| Self {
            index,
            width: tile.width,
        })
    }

    /// Every bundle of a log of `size` entries, from the left.
    pub fn of(size: u64) -> impl Iterator<Item = Self> {
        (0..size.div_ceil(WIDTH)).filter_map(move |index| Self::at(index, size))
    }

    /// The full bundle at the same place.
    #[must_use]
    pub fn full(&self) -> Self {
        Self {
            width: 256,
            ..*self
        }
    }

    /// Joins entries, each after its length as a big-endian u16. `None` if one has more than 65,535 bytes.
    #[must_use]
    pub fn encode<'a>(entries: impl IntoIterator<Item = &'a [u8]>) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        for entry in entries {
            bytes.extend(u16::try_from(entry.len()).ok()?.to_be_bytes());
            bytes.extend(entry);
        }
        Some(bytes)
    }

    /// Splits a bundle into its entries.
    ///
    /// # Errors
    /// [`BundleError`] unless there are exactly `width` entries and no further byte.
    pub fn decode<'a>(&self, bytes: &'a [u8]) -> Result<Vec<&'a [u8]>, BundleError> {
        let (entries, rest) = self.split(bytes)?;
        if rest.is_empty() {
            Ok(entries)
        } else {
            Err(BundleError(self.width))
        }
    }

    /// As [`EntryBundle::decode`], from a bundle that may have grown since: further entries are left unread.
    ///
    /// # Errors
    /// [`BundleError`] when there are fewer than `width` entries.
    pub fn decode_prefix<'a>(&self, bytes: &'a [u8]) -> Result<Vec<&'a [u8]>, BundleError> {
        self.split(bytes).map(|(entries, _)| entries)
    }

    fn split<'a>(&self, mut bytes: &'a [u8]) -> Result<(Vec<&'a [u8]>, &'a [u8]), BundleError> {
        let fault = BundleError(self.width);
        let mut entries = Vec::with_capacity(usize::from(self.width));
        for _ in 0..self.width {
            let (length, rest) = bytes.split_first_chunk::<2>().ok_or(fault)?;
            let length = usize::from(u16::from_be_bytes(*length));
            let (entry, rest) = rest.split_at_checked(length).ok_or(fault)?;
            entries.push(entry);
            bytes = rest;
        }
        Ok((entries, bytes))
    }
}

impl fmt::Display for Tile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "tile/{}/", self.level)?;
        write_place(f, self.index, self.width)
    }
}

impl fmt::Display for EntryBundle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("tile/entries/")?;
        write_place(f, self.index, self.width)
    }
}

fn write_place(f: &mut fmt::Formatter<'_>, index: u64, width: u16) -> fmt::Result {
    f.write_str(&index_path(index))?;
    if u64::from(width) < WIDTH {
        write!(f, ".p/{width}")
    } else {
        Ok(())
    }
}

fn read_place(text: &str) -> Option<(u64, u16)> {
    let (index, width) = match text.split_once(".p/") {
        None => (text, 256),
        Some((index, width)) => (
            index,
            encoding::decimal(width).filter(|w| (1..WIDTH).contains(w))?,
        ),
    };
    Some((index_from_path(index)?, u16::try_from(width).ok()?))
}

/// Writes an index in groups of three digits, all but the last led by `x`: 1234067 is `x001/x234/067`.
#[must_use]
pub fn index_path(index: u64) -> String {
    let mut path = format!("{:03}", index % 1000);
    let mut rest = index / 1000;
    while rest > 0 {
        path = format!("x{:03}/{path}", rest % 1000);
        rest /= 1000;
    }
    path
}

/// Reads what [`index_path`] writes, and nothing else.
#[must_use]
pub fn index_from_path(path: &str) -> Option<u64> {
    let mut index: u64 = 0;
    for group in path.split('/') {
        let digits = group.strip_prefix('x').unwrap_or(group);
        if digits.len() != 3 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        index = index.checked_mul(1000)?.checked_add(digits.parse().ok()?)?;
    }
    (index < 1 << 53 && index_path(index) == path).then_some(index)
}

/// The hashes of a tile's bytes; `None` if they aren't a whole number of hashes, 1 to 256.
pub(crate) fn hashes(bytes: &[u8]) -> Option<Vec<Hash>> {
    let (hashes, rest) = bytes.as_chunks::<32>();
    let legal = rest.is_empty() && (1..=256).contains(&hashes.len());
    legal.then(|| hashes.iter().copied().map(Hash).collect())
}
