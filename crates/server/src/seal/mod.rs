//! Keys and what they protect: contacts sealed to the organizers, tags that find repeated
//! signatures, tokens of private links, and the short-lived keys of what waits.
//!
//! All keys live in the key directory, outside the database and its backups.

mod asking;
mod contact;
mod founders_key;
mod keydir;
mod recovery_code;
mod row_key;
mod tag;
mod token;
mod waiting;

pub use asking::AskingKeys;
pub use contact::{Contact, Recipients, SealError, recipient};
pub use founders_key::{FoundersKey, FoundersKeyFault};
pub use keydir::{KeyDir, KeyError};
pub use recovery_code::RecoveryCode;
pub use row_key::RowKey;
pub use tag::{TagKey, Tags};
pub use token::{Token, TokenHash};
pub use waiting::{Encrypted, Purpose, WaitingKeys};

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

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

/// An id for a row: grows with time (milliseconds). Within a process no two are alike, because the
/// 22 bits below the time count up from a random start; two processes meet by chance alone.
#[must_use]
pub fn row_id(now_ms: i64) -> i64 {
    static START: OnceLock<u32> = OnceLock::new();
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let start = *START.get_or_init(|| u32::from_le_bytes(random::<4>()));
    let tail = start.wrapping_add(COUNT.fetch_add(1, Ordering::Relaxed)) & 0x003f_ffff;
    (now_ms << 22 | i64::from(tail)) & i64::MAX
}

/// The least id that a row made at `ms` (milliseconds since 1970) can have.
#[must_use]
pub const fn first_id(ms: i64) -> i64 {
    ms << 22
}

/// When a row's id was made, in milliseconds.
#[must_use]
pub const fn row_time_ms(id: i64) -> i64 {
    id >> 22
}
