//! Identity files: made here or by `age-keygen`, read from either.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

use age::secrecy::ExposeSecret;
use age::{Identity, IdentityFile, x25519};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::failure::Failure;

/// The identities that a command was given, with the recipients that belong to them.
pub(crate) struct Keyring {
    identities: Vec<Box<dyn Identity + Send + Sync>>,
    recipients: Vec<String>,
}

impl Keyring {
    /// Reads every identity of every file.
    ///
    /// # Errors
    ///
    /// [`Failure::Read`], [`Failure::LockedIdentity`] and [`Failure::Identity`]; no message ever
    /// carries a part of the file.
    pub(crate) fn read(paths: &[PathBuf]) -> Result<Self, Failure> {
        let mut keyring = Keyring {
            identities: Vec::new(),
            recipients: Vec::new(),
        };
        for path in paths {
            keyring.add(path)?;
        }
        Ok(keyring)
    }

    fn add(&mut self, path: &Path) -> Result<(), Failure> {
        let unreadable = |source| Failure::Read {
            path: path.to_owned(),
            source,
        };
        let unusable = |why: &str| Failure::Identity {
            path: path.to_owned(),
            why: why.to_owned(),
        };
        if is_locked(path).map_err(unreadable)? {
            return Err(Failure::LockedIdentity {
                path: path.to_owned(),
            });
        }
        let reader = BufReader::new(File::open(path).map_err(unreadable)?);
        let file = IdentityFile::from_buffer(reader).map_err(|error| match error.kind() {
            io::ErrorKind::InvalidData => unusable("a line of it is no age identity"),
            _ => unreadable(error),
        })?;
        let mut recipients = Vec::new();
        file.write_recipients_file(&mut recipients)
            .map_err(|_| unusable("there is no identity in it"))?;
        let recipients = String::from_utf8_lossy(&recipients);
        self.recipients
            .extend(recipients.lines().map(str::to_owned));
        let identities = file
            .into_identities()
            .map_err(|error| unusable(&error.to_string()))?;
        self.identities.extend(identities);
        Ok(())
    }

    /// The identities, as the age library wants them.
    pub(crate) fn identities(&self) -> impl Iterator<Item = &dyn Identity> {
        self.identities
            .iter()
            .map(|identity| &**identity as &dyn Identity)
    }

    /// The recipient (`age1…`) of each identity.
    pub(crate) fn recipients(&self) -> &[String] {
        &self.recipients
    }
}

/// Whether the file is itself an age file: an identity that was locked with a passphrase.
fn is_locked(path: &Path) -> io::Result<bool> {
    let mut start = Vec::new();
    File::open(path)?.take(64).read_to_end(&mut start)?;
    Ok(start.starts_with(b"age-encryption.org/")
        || start.starts_with(b"-----BEGIN AGE ENCRYPTED FILE-----"))
}

/// The text of an identity file as `age-keygen` writes it: two comments, then the identity.
pub(crate) fn file_text(identity: &x25519::Identity, created: OffsetDateTime) -> String {
    let created = created
        .replace_nanosecond(0)
        .unwrap_or(created)
        .format(&Rfc3339)
        .unwrap_or_else(|_| created.unix_timestamp().to_string());
    format!(
        "# created: {created}\n# public key: {}\n{}\n",
        identity.to_public(),
        identity.to_string().expose_secret()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::datetime;

    #[test]
    fn an_identity_file_reads_back_as_the_same_recipient() {
        let identity = x25519::Identity::generate();
        let text = file_text(&identity, datetime!(2026-11-22 23:04:05.678 UTC));
        assert!(
            text.starts_with("# created: 2026-11-22T23:04:05Z\n# public key: age1"),
            "{text}"
        );

        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("identity.txt");
        std::fs::write(&path, text).unwrap();
        let keyring = Keyring::read(&[path]).unwrap();
        assert_eq!(keyring.recipients(), [identity.to_public().to_string()]);
        assert_eq!(keyring.identities().count(), 1);
    }

    #[test]
    fn what_is_no_identity_is_refused_without_quoting_it() {
        let folder = tempfile::tempdir().unwrap();
        for (name, text, expected) in [
            ("empty", "", "no identity in it"),
            ("comments", "# created: yesterday\n", "no identity in it"),
            ("garbage", "AGE-SECRET-KEY-1TYPO\n", "no age identity"),
            ("locked", "age-encryption.org/v1\n-> scrypt", "passphrase"),
        ] {
            let path = folder.path().join(name);
            std::fs::write(&path, text).unwrap();
            let message = Keyring::read(&[path]).err().unwrap().to_string();
            assert!(message.contains(expected), "{name}: {message}");
            assert!(!message.contains("TYPO"), "{message}");
        }
    }
}
