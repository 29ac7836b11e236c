//! The files of a record: the same names below its address, in an unpacked bundle and inside a bundle.

use std::fmt;
use std::str::FromStr;

use crate::encoding;
use crate::entry::Lang;
use crate::tile::{EntryBundle, Tile, index_from_path, index_path};

/// A file that the format knows. No other name is legal, so none can lead out of its folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum File {
    /// `MANIFEST`: the signed list of all others; in bundles only.
    Manifest,
    /// `checkpoint`: the signed head.
    Checkpoint,
    /// `key`: the log's vkey on a line.
    Key,
    /// `filter`: whose openings and statements a bundle holds, if not everybody's; in bundles only.
    Filter,
    /// `policy`: which log and which witnesses to trust (C2SP tlog-policy); in bundles only.
    Policy,
    /// `signatories.csv`: the roll as a table; in bundles only.
    Signatories,
    /// `text/VERSION/LANG`: the bytes of a text.
    Text {
        /// Version, from 1.
        version: u64,
        /// Language.
        lang: Lang,
    },
    /// `tile/L/N[.p/W]`: hashes.
    Tile(Tile),
    /// `tile/entries/N[.p/W]`: entries.
    Entries(EntryBundle),
    /// `openings/N`: the current openings of entries 256·N to 256·N+255.
    Openings(u64),
    /// `statements/N`: the current statements of the same entries.
    Statements(u64),
    /// `verify.py`: a verifier that goes with a bundle; in bundles only.
    Verifier,
    /// `dossier/NAME.pdf`: a document that goes with a bundle; in bundles only.
    Dossier(DossierName),
}

/// The name of a document: letters, digits and hyphens of ASCII, 64 at most, no hyphen first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DossierName(String);

const LONGEST_DOSSIER_NAME: usize = 64;

/// The name belongs to no file of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no file of a record has this name")]
pub struct FileError;

impl File {
    /// Whether it only goes with a record: of what is in it, nothing follows from the record or for it.
    #[must_use]
    pub fn is_attached(&self) -> bool {
        matches!(self, Self::Verifier | Self::Dossier(_))
    }

    /// The most bytes that a legal file of this name can have.
    #[must_use]
    pub fn longest(&self) -> u64 {
        match self {
            Self::Manifest | Self::Signatories | Self::Verifier | Self::Dossier(_) => {
                u64::from(u32::MAX) - 1
            }
            Self::Checkpoint | Self::Filter | Self::Key | Self::Policy => 1 << 16,
            Self::Text { .. } => 1 << 24,
            Self::Tile(tile) => 32 * u64::from(tile.width),
            Self::Entries(bundle) => (2 + 65_535) * u64::from(bundle.width),
            // An opening or statement of 16,384 bytes in base64, and what stands around it.
            Self::Openings(_) | Self::Statements(_) => 256 * 22_200,
        }
    }
}

impl fmt::Display for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Manifest => f.write_str("MANIFEST"),
            Self::Checkpoint => f.write_str("checkpoint"),
            Self::Key => f.write_str("key"),
            Self::Filter => f.write_str("filter"),
            Self::Policy => f.write_str("policy"),
            Self::Signatories => f.write_str("signatories.csv"),
            Self::Text { version, lang } => write!(f, "text/{version}/{lang}"),
            Self::Tile(tile) => tile.fmt(f),
            Self::Entries(bundle) => bundle.fmt(f),
            Self::Openings(n) => write!(f, "openings/{}", index_path(*n)),
            Self::Statements(n) => write!(f, "statements/{}", index_path(*n)),
            Self::Verifier => f.write_str("verify.py"),
            Self::Dossier(DossierName(name)) => write!(f, "dossier/{name}.pdf"),
        }
    }
}

impl FromStr for File {
    type Err = FileError;

    fn from_str(name: &str) -> Result<Self, FileError> {
        let file = match name {
            "MANIFEST" => Some(Self::Manifest),
            "checkpoint" => Some(Self::Checkpoint),
            "key" => Some(Self::Key),
            "filter" => Some(Self::Filter),
            "policy" => Some(Self::Policy),
            "signatories.csv" => Some(Self::Signatories),
            "verify.py" => Some(Self::Verifier),
            _ => match name.split_once('/') {
                Some(("text", rest)) => text(rest),
                Some(("dossier", rest)) => dossier(rest),
                Some(("openings", rest)) => index_from_path(rest).map(Self::Openings),
                Some(("statements", rest)) => index_from_path(rest).map(Self::Statements),
                Some(("tile", rest)) if rest.starts_with("entries/") => {
                    EntryBundle::from_path(name).map(Self::Entries)
                }
                Some(("tile", _)) => Tile::from_path(name).map(Self::Tile),
                _ => None,
            },
        };
        file.ok_or(FileError)
    }
}

fn text(rest: &str) -> Option<File> {
    let (version, lang) = rest.split_once('/')?;
    let version = encoding::decimal(version).filter(|version| *version > 0)?;
    Some(File::Text {
        version,
        lang: lang.parse().ok()?,
    })
}

fn dossier(rest: &str) -> Option<File> {
    let name = rest.strip_suffix(".pdf")?;
    let legal = (1..=LONGEST_DOSSIER_NAME).contains(&name.len())
        && !name.starts_with('-')
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    legal.then(|| File::Dossier(DossierName(name.to_owned())))
}
