//! The public record of a letter: bytes in, verdict out.
//!
//! A letter's record is a transparency log. This crate knows its entries, its RFC 6962 tree, its tiles,
//! notes, checkpoints and proofs, and the receipts and bundles that carry it elsewhere. It does no input
//! or output beyond [`std::io::Read`], [`std::io::Write`] and [`std::io::Seek`], and asks nobody for the
//! time or for randomness. `docs/RECORD-FORMAT.md` is the normative text; this crate follows it.

pub mod bundle;
pub mod calendar;
pub mod checkpoint;
pub mod country;
pub mod disclosure;
pub mod domain;
mod encoding;
pub mod entry;
pub mod figures;
pub mod filter;
pub mod hash;
mod json;
pub mod lang;
pub mod layout;
pub mod merkle;
pub mod note;
pub mod opening;
pub mod proof;
pub mod receipt;
pub mod rules;
mod signatories;
pub mod source;
pub mod statement;
pub mod tile;
pub mod verify;
mod words;

pub use hash::Hash;
