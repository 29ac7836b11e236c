//! The program as people run it: on bundles, receipts and addresses.

#[cfg(test)]
mod bundles;
#[cfg(test)]
#[path = "../../../record/tests/record/forge.rs"]
mod forge;
#[cfg(test)]
#[path = "../../../record/tests/record/letter.rs"]
mod letter;
#[cfg(test)]
mod live;
#[cfg(test)]
mod program;
#[cfg(test)]
mod receipts;
#[cfg(test)]
mod second;
