//! Keys and what they protect: contacts sealed to the organizers, tags that find repeated
//! signatures, tokens of private links, and the short-lived keys of what waits.
//!
//! All keys live in the key directory, outside the database and its backups.

mod contact;
mod keydir;
mod tag;
mod token;
mod waiting;

pub use contact::{Contact, Recipients, SealError};
pub use keydir::{KeyDir, KeyError};
pub use tag::{TagKey, Tags};
pub use token::{Token, TokenHash};
pub use waiting::{Encrypted, Purpose, WaitingKeys};

/// Fresh bytes from the operating system.
///
/// # Panics
/// Where the operating system has no randomness to give: nothing safe can be done then.
#[must_use]
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives randomness");
    bytes
}

/// An id for a row: grows with time (milliseconds), and two of one millisecond differ in 22
/// random bits.
#[must_use]
pub fn row_id(now_ms: i64) -> i64 {
    let tail = i64::from(u32::from_le_bytes(random::<4>()) >> 10);
    (now_ms << 22 | tail) & i64::MAX
}
