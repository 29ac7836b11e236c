//! Signed notes with Ed25519 (C2SP signed-note).

use std::fmt;
use std::str::FromStr;

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use zeroize::Zeroizing;

use crate::{Hash, encoding};

/// Signature type of Ed25519 (signed-note, "Signature types").
const ED25519: u8 = 1;

/// At most this many signature lines are read; signed-note demands at least 16.
const MOST_SIGNATURES: usize = 64;

/// Why a note or a key is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// The text of a key isn't what signed-note says, or its hash doesn't fit it.
    #[error("not a note key")]
    Key,
    /// The name of a key is empty or holds a space or a plus.
    #[error("not a name for a note key")]
    Name,
    /// The bytes aren't a text, an empty line and signature lines.
    #[error("not a signed note")]
    Malformed,
    /// A signature by the key that was asked for doesn't fit the text.
    #[error("the signature does not fit the text")]
    Signature,
    /// No signature is by the key that was asked for.
    #[error("not signed by the expected key")]
    Unsigned,
}

/// A log's public key: its name and 32 bytes of Ed25519.
#[derive(Clone, PartialEq, Eq)]
pub struct VerifierKey {
    name: String,
    /// Boxed, because entries carry keys and an expanded key is larger than most of them.
    key: Box<VerifyingKey>,
}

/// A log's secret key. It is wiped from memory when dropped, and never shows itself in debug output.
#[derive(Clone)]
pub struct LogKey {
    name: String,
    key: SigningKey,
}

fn check_name(name: &str) -> Result<(), NoteError> {
    let legal = !name.is_empty()
        && !name
            .chars()
            .any(|c| c.is_whitespace() || c.is_control() || c == '+');
    if legal { Ok(()) } else { Err(NoteError::Name) }
}

fn key_id(name: &str, key: &VerifyingKey) -> [u8; 4] {
    let hash = Hash::of_parts(&[name.as_bytes(), b"\n", &[ED25519], key.as_bytes()]);
    [hash.0[0], hash.0[1], hash.0[2], hash.0[3]]
}

fn hex(id: [u8; 4]) -> String {
    format!("{:08x}", u32::from_be_bytes(id))
}

/// Splits `name+hash+base64` and checks the type byte; gives the name, the hash in hex and the 32 bytes.
fn split_key(text: &str) -> Result<(&str, &str, Zeroizing<[u8; 32]>), NoteError> {
    let mut parts = text.splitn(3, '+');
    let (Some(name), Some(id), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(NoteError::Key);
    };
    check_name(name)?;
    let bytes = Zeroizing::new(encoding::decode(key).ok_or(NoteError::Key)?);
    match bytes.split_first() {
        Some((&ED25519, key)) => Ok((
            name,
            id,
            Zeroizing::new(key.try_into().map_err(|_| NoteError::Key)?),
        )),
        _ => Err(NoteError::Key),
    }
}

impl VerifierKey {
    /// The key's name, which for a log is its origin.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The Ed25519 public key.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 32] {
        self.key.as_bytes()
    }
}

impl FromStr for VerifierKey {
    type Err = NoteError;

    /// Reads a vkey: `name+hash+base64(0x01 ‖ key)`.
    fn from_str(text: &str) -> Result<Self, NoteError> {
        let (name, id, bytes) = split_key(text)?;
        let key = Box::new(VerifyingKey::from_bytes(&bytes).map_err(|_| NoteError::Key)?);
        if key.is_weak() || hex(key_id(name, &key)) != id {
            return Err(NoteError::Key);
        }
        Ok(Self {
            name: name.to_owned(),
            key,
        })
    }
}

impl fmt::Display for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut bytes = vec![ED25519];
        bytes.extend(self.key.as_bytes());
        write!(
            f,
            "{}+{}+{}",
            self.name,
            hex(key_id(&self.name, &self.key)),
            encoding::encode(&bytes)
        )
    }
}

impl fmt::Debug for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "VerifierKey({self})")
    }
}

impl LogKey {
    /// The key that `seed` (32 random bytes) makes, under `name`, the log's origin.
    ///
    /// # Errors
    /// [`NoteError::Name`] if the name is empty or holds a space, a control character or a plus.
    pub fn generate(name: &str, seed: [u8; 32]) -> Result<Self, NoteError> {
        check_name(name)?;
        let seed = Zeroizing::new(seed);
        Ok(Self {
            name: name.to_owned(),
            key: SigningKey::from_bytes(&seed),
        })
    }

    /// Reads `PRIVATE+KEY+name+hash+base64(0x01 ‖ seed)`.
    ///
    /// # Errors
    /// [`NoteError::Key`] if the text is anything else or its hash doesn't fit.
    pub fn from_text(text: &str) -> Result<Self, NoteError> {
        let (name, id, seed) = split_key(text.strip_prefix("PRIVATE+KEY+").ok_or(NoteError::Key)?)?;
        let key = SigningKey::from_bytes(&seed);
        if hex(key_id(name, &key.verifying_key())) != id {
            return Err(NoteError::Key);
        }
        Ok(Self {
            name: name.to_owned(),
            key,
        })
    }

    /// Writes what [`LogKey::from_text`] reads. The text is the secret itself.
    #[must_use]
    pub fn to_text(&self) -> Zeroizing<String> {
        let mut bytes = Zeroizing::new(vec![ED25519]);
        bytes.extend(self.key.as_bytes());
        let id = hex(key_id(&self.name, &self.key.verifying_key()));
        let secret = Zeroizing::new(encoding::encode(&bytes));
        Zeroizing::new(format!("PRIVATE+KEY+{}+{id}+{}", self.name, *secret))
    }

    /// The key that checks what this one signs.
    #[must_use]
    pub fn verifier(&self) -> VerifierKey {
        VerifierKey {
            name: self.name.clone(),
            key: Box::new(self.key.verifying_key()),
        }
    }

    /// Signs `text`, which must end in a newline, and gives the whole note. The same text gives the same note.
    #[must_use]
    pub fn sign(&self, text: &str) -> String {
        let mut bytes = key_id(&self.name, &self.key.verifying_key()).to_vec();
        bytes.extend(self.key.sign(text.as_bytes()).to_bytes());
        format!(
            "{text}\n\u{2014} {} {}\n",
            self.name,
            encoding::encode(&bytes)
        )
    }
}

impl fmt::Debug for LogKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LogKey({})", self.verifier())
    }
}

/// The text of a note that `key` signed. Signatures by other keys are read and left unjudged.
///
/// # Errors
/// [`NoteError`] if it is no note, if `key` didn't sign it, or if a signature in the key's name fails.
pub fn open<'a>(note: &'a str, key: &VerifierKey) -> Result<&'a str, NoteError> {
    if note.chars().any(|c| c < ' ' && c != '\n') {
        return Err(NoteError::Malformed);
    }
    let split = note.rfind("\n\n").ok_or(NoteError::Malformed)?;
    let (text, signatures) = (&note[..=split], &note[split + 2..]);
    let lines = signatures.strip_suffix('\n').ok_or(NoteError::Malformed)?;
    let id = key_id(&key.name, &key.key);
    let mut signed = false;
    for (count, line) in lines.split('\n').enumerate() {
        let (name, bytes) = split_signature(line).ok_or(NoteError::Malformed)?;
        if count == MOST_SIGNATURES {
            return Err(NoteError::Malformed);
        }
        if name != key.name || bytes[..4] != id {
            continue;
        }
        let signature = Signature::from_slice(&bytes[4..]).map_err(|_| NoteError::Signature)?;
        key.key
            .verify_strict(text.as_bytes(), &signature)
            .map_err(|_| NoteError::Signature)?;
        signed = true;
    }
    if signed {
        Ok(text)
    } else {
        Err(NoteError::Unsigned)
    }
}

fn split_signature(line: &str) -> Option<(&str, Vec<u8>)> {
    let (name, signature) = line.strip_prefix("\u{2014} ")?.split_once(' ')?;
    check_name(name).ok()?;
    let bytes = encoding::decode(signature)?;
    (bytes.len() > 4).then_some((name, bytes))
}
