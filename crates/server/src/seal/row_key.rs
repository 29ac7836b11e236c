//! A key of rows, whose file can be deleted: a letter's for its invited founders, whose names and addresses lie under it
//! until launch, or that of one address. Then nothing of them can be read any more.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

use super::random;

/// A key of rows.
pub struct RowKey(XChaCha20Poly1305);

impl RowKey {
    pub(super) fn new(bytes: &[u8]) -> Option<Self> {
        XChaCha20Poly1305::new_from_slice(bytes).ok().map(Self)
    }

    /// Encrypts what belongs to the row `id` and to no other: nonce (24 bytes), then
    /// XChaCha20-Poly1305's output. None where memory fails.
    #[must_use]
    pub fn encrypt(&self, id: i64, plain: &[u8]) -> Option<Vec<u8>> {
        let nonce = random::<24>();
        let aad = id.to_be_bytes();
        let payload = Payload {
            msg: plain,
            aad: &aad,
        };
        let sealed = self.0.encrypt(XNonce::from_slice(&nonce), payload).ok()?;
        Some([&nonce[..], &sealed].concat())
    }

    /// Decrypts what [`encrypt`](Self::encrypt) gave for the same row.
    #[must_use]
    pub fn decrypt(&self, id: i64, bytes: &[u8]) -> Option<Vec<u8>> {
        let (nonce, sealed) = bytes.split_at_checked(24)?;
        let aad = id.to_be_bytes();
        let payload = Payload {
            msg: sealed,
            aad: &aad,
        };
        self.0.decrypt(XNonce::from_slice(nonce), payload).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_opens_as_itself_alone() {
        let key = RowKey::new(&[7; 32]).unwrap();
        let sealed = key.encrypt(1, b"ana@a.example").unwrap();
        assert_eq!(key.decrypt(1, &sealed).unwrap(), b"ana@a.example");
        assert!(key.decrypt(2, &sealed).is_none());
        let other = RowKey::new(&[8; 32]).unwrap();
        assert!(other.decrypt(1, &sealed).is_none());
        assert!(!sealed.windows(3).any(|part| part == b"ana"));
    }
}
