//! Opening what was sealed to the organizers' recipients.

use std::io::Read;

use age::{DecryptError, Decryptor};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use crate::identity::Keyring;

/// Longest plaintext that is believed, in bytes.
const LONGEST_PLAINTEXT: u64 = 1 << 18;

/// Why a sealed value stays shut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Shut {
    #[error("its sealed part is not base64")]
    NotBase64,
    #[error("its sealed part is not an age file")]
    NotAge,
    #[error("it is sealed to another identity")]
    OtherIdentity,
    #[error("its sealed part is damaged or was altered")]
    Damaged,
    #[error("its sealed part is too large")]
    TooLarge,
}

/// Opens an age file (version 1, binary) that is given in standard base64 with padding
/// (RFC 4648, section 4).
pub(crate) fn open(base64: &str, keyring: &Keyring) -> Result<Vec<u8>, Shut> {
    let file = BASE64_STANDARD
        .decode(base64)
        .map_err(|_| Shut::NotBase64)?;
    let decryptor = Decryptor::new_buffered(&file[..]).map_err(|_| Shut::NotAge)?;
    let reader = decryptor
        .decrypt(keyring.identities())
        .map_err(|error| match error {
            DecryptError::NoMatchingKeys => Shut::OtherIdentity,
            _ => Shut::Damaged,
        })?;
    let mut plaintext = Vec::new();
    reader
        .take(LONGEST_PLAINTEXT + 1)
        .read_to_end(&mut plaintext)
        .map_err(|_| Shut::Damaged)?;
    if plaintext.len() as u64 > LONGEST_PLAINTEXT {
        Err(Shut::TooLarge)
    } else {
        Ok(plaintext)
    }
}
