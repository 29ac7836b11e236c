//! The record crate against specifications, other people's programs and hostile input.

#[cfg(test)]
mod bundles;
#[cfg(test)]
mod differential;
#[cfg(test)]
mod entries;
#[cfg(test)]
mod forge;
#[cfg(test)]
mod go;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod growth;
#[cfg(test)]
mod letter;
#[cfg(test)]
mod notes;
#[cfg(test)]
mod receipts;
#[cfg(test)]
mod rules;
#[cfg(test)]
mod shown;
#[cfg(test)]
mod spellings;
#[cfg(test)]
mod stories;
#[cfg(test)]
mod tree;
