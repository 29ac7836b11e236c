//! The record crate against specifications, other people's programs and hostile input.

mod bundles;
mod differential;
mod entries;
mod go;
mod golden;
mod growth;
mod letter;
mod notes;
mod receipts;
mod rules;
mod tree;
