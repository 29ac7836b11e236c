//! Keys of what waits: mails to be sent, signatures to be confirmed, words to be approved.
//!
//! A key an hour for each purpose, in files of their own. When a key's rows are due to be gone its
//! file is deleted, and with it whatever of them a backup, a log or a free page still holds.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::UNIX_EPOCH;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

use super::keydir::{KeyError, create, read};
use super::random;

/// What a key is for, and so how long it lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Mails and unconfirmed signatures: 48 hours.
    Outbox,
    /// What a moderator has to decide: 14 days.
    Held,
}

impl Purpose {
    /// Seconds until what is encrypted for this purpose must be gone.
    #[must_use]
    pub fn lifetime(self) -> i64 {
        match self {
            Self::Outbox => 48 * 3600,
            Self::Held => 14 * 24 * 3600,
        }
    }

    fn prefix(self) -> &'static str {
        match self {
            Self::Outbox => "outbox",
            Self::Held => "held",
        }
    }
}

/// Bytes under a waiting key.
pub struct Encrypted {
    /// Name of the key.
    pub key_name: String,
    /// Nonce (24 bytes), then XChaCha20-Poly1305's output.
    pub bytes: Vec<u8>,
}

/// The keys, cached in memory. Cheap to clone.
#[derive(Clone)]
pub struct WaitingKeys {
    folder: PathBuf,
    known: Arc<Mutex<HashMap<String, XChaCha20Poly1305>>>,
}

impl WaitingKeys {
    pub(super) fn new(folder: PathBuf) -> Self {
        Self {
            folder,
            known: Arc::default(),
        }
    }

    /// Encrypts under the key of the hour of `now` (unix seconds).
    pub fn encrypt(&self, purpose: Purpose, now: i64, plain: &[u8]) -> Result<Encrypted, KeyError> {
        let key_name = format!("{}-{}", purpose.prefix(), now.div_euclid(3600));
        let key = match self.key(&key_name) {
            Err(KeyError::Io(_, std::io::ErrorKind::NotFound)) => {
                create(
                    &self.folder.join(&key_name),
                    &*zeroize::Zeroizing::new(random::<32>()),
                )?;
                self.key(&key_name)?
            }
            key => key?,
        };
        let nonce = random::<24>();
        let payload = Payload {
            msg: plain,
            aad: key_name.as_bytes(),
        };
        let sealed = key
            .encrypt(XNonce::from_slice(&nonce), payload)
            .map_err(|_| KeyError::Damaged(self.folder.join(&key_name)))?;
        Ok(Encrypted {
            key_name,
            bytes: [&nonce[..], &sealed].concat(),
        })
    }

    /// Decrypts what [`encrypt`](Self::encrypt) gave.
    pub fn decrypt(&self, key_name: &str, bytes: &[u8]) -> Result<Vec<u8>, KeyError> {
        let damaged = || KeyError::Damaged(self.folder.join(key_name));
        let (nonce, sealed) = bytes.split_at_checked(24).ok_or_else(damaged)?;
        let payload = Payload {
            msg: sealed,
            aad: key_name.as_bytes(),
        };
        self.key(key_name)?
            .decrypt(XNonce::from_slice(nonce), payload)
            .map_err(|_| damaged())
    }

    /// Deletes the keys whose rows must be gone by `now`. Gives how many.
    pub fn purge(&self, now: i64) -> Result<usize, KeyError> {
        let failed = |error: std::io::Error| KeyError::Io(self.folder.clone(), error.kind());
        let mut gone = 0;
        for name in names(&self.folder)? {
            if is_over(&name, now) {
                std::fs::remove_file(self.folder.join(&name)).map_err(failed)?;
                self.known
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .remove(&name);
                gone += 1;
            }
        }
        Ok(gone)
    }

    fn key(&self, name: &str) -> Result<XChaCha20Poly1305, KeyError> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(key) = known.get(name) {
            return Ok(key.clone());
        }
        let path = self.folder.join(name);
        let bytes = read(&path)?;
        let key = XChaCha20Poly1305::new_from_slice(&bytes).map_err(|_| KeyError::Damaged(path))?;
        known.insert(name.to_owned(), key.clone());
        Ok(key)
    }
}

/// Names of the files in `folder` that ought to be gone by `now`: keys past their time, and drafts of
/// one that a crash left behind, which nothing deletes.
pub(super) fn overdue(folder: &Path, now: i64) -> Result<Vec<String>, KeyError> {
    let is_left = |name: &String| {
        let made = std::fs::metadata(folder.join(name)).and_then(|file| file.modified());
        let made = made.ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
        made.is_some_and(|made| made.as_secs().cast_signed() + 3600 <= now)
    };
    let mut names = names(folder)?;
    names.retain(|name| match hour_of(name) {
        Some(_) => is_over(name, now),
        None => is_left(name),
    });
    names.sort();
    Ok(names)
}

fn names(folder: &Path) -> Result<Vec<String>, KeyError> {
    let failed = |error: std::io::Error| KeyError::Io(folder.to_owned(), error.kind());
    let files = std::fs::read_dir(folder).map_err(failed)?;
    let name = |file: std::io::Result<std::fs::DirEntry>| {
        let name = file.map_err(failed)?.file_name();
        Ok(name.to_string_lossy().into_owned())
    };
    files.map(name).collect()
}

/// The purpose and the hour of the key `name`.
fn hour_of(name: &str) -> Option<(Purpose, i64)> {
    [Purpose::Outbox, Purpose::Held].into_iter().find_map(|of| {
        let hour = name.strip_prefix(of.prefix())?.strip_prefix('-')?;
        Some((of, hour.parse().ok()?))
    })
}

/// Whether the newest row under the key `name` is past its time.
fn is_over(name: &str, now: i64) -> bool {
    hour_of(name).is_some_and(|(of, hour)| (hour + 1) * 3600 + of.lifetime() <= now)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys() -> (tempfile::TempDir, WaitingKeys) {
        let folder = tempfile::tempdir().unwrap();
        let keys = WaitingKeys::new(folder.path().to_owned());
        (folder, keys)
    }

    #[test]
    fn what_goes_in_comes_out_for_another_node_too() {
        let (_folder, keys) = keys();
        let sealed = keys
            .encrypt(Purpose::Outbox, 7_200, b"ana@a.example")
            .unwrap();
        assert_eq!(sealed.key_name, "outbox-2");
        let other = WaitingKeys::new(keys.folder.clone());
        assert_eq!(
            other.decrypt("outbox-2", &sealed.bytes).unwrap(),
            b"ana@a.example"
        );
        let mut flipped = sealed.bytes;
        flipped[30] ^= 1;
        assert!(other.decrypt("outbox-2", &flipped).is_err());
    }

    #[test]
    fn keys_go_when_their_time_is_over() {
        let (_folder, keys) = keys();
        let sealed = keys.encrypt(Purpose::Outbox, 0, b"a").unwrap();
        let held = keys.encrypt(Purpose::Held, 0, b"b").unwrap();
        assert_eq!(keys.purge(49 * 3600 - 1).unwrap(), 0);
        assert_eq!(keys.purge(49 * 3600).unwrap(), 1);
        assert!(keys.decrypt(&sealed.key_name, &sealed.bytes).is_err());
        assert!(keys.decrypt(&held.key_name, &held.bytes).is_ok());
    }
}
