//! The program as people run it: on bundles, receipts and addresses.

#[cfg(test)]
mod bundles;
#[cfg(test)]
#[path = "../../../record/tests/record/letter.rs"]
#[expect(dead_code, reason = "the record crate's tests use all of it")]
mod letter;
#[cfg(test)]
mod live;
#[cfg(test)]
mod program;
#[cfg(test)]
mod receipts;
