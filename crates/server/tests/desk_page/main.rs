//! The desk as a page, opened from its file: it makes the tables that undersigned-desk makes, of
//! whatever it is given, and reaches nobody.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod desk;
mod exports;
mod keys;
mod reach;
mod tables;
mod wrong;
