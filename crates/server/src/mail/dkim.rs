//! DKIM signatures (RFC 6376), with RSA or Ed25519 (RFC 8463).

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mail_auth::{
    common::{
        crypto::{DkimKey, Ed25519Key, RsaKey, Sha256},
        headers::HeaderWriter as _,
    },
    dkim::{Canonicalization, DkimSigner, Done},
};
use rustls_pki_types::{PrivateKeyDer, pem::PemObject as _};

/// The fields that a signature covers. Those named twice are also protected against a second
/// field of the same name (RFC 6376, section 8.15); those that a mail lacks, against being added.
const COVERED: [&str; 19] = [
    "From",
    "From",
    "To",
    "To",
    "Subject",
    "Subject",
    "Date",
    "Date",
    "Message-ID",
    "Message-ID",
    "MIME-Version",
    "Content-Type",
    "Content-Type",
    "Content-Language",
    "Auto-Submitted",
    "Reply-To",
    "List-Unsubscribe",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
];

/// Why a DKIM key cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DkimError {
    /// Not one private key in PEM, of a kind that DKIM knows and a length that receivers honour
    /// (RFC 8301, section 3.2).
    #[error("the DKIM key is not a private key in PEM: RSA of 2048 to 4096 bits, or Ed25519")]
    Key,
    /// A domain or selector that is not a DNS name.
    #[error("the DKIM domain or selector is not a domain name")]
    Name,
    /// The signature could not be made.
    #[error("the DKIM signature could not be made")]
    Signing,
}

/// A key and the place where its public half is published:
/// `<selector>._domainkey.<domain>`.
#[derive(Clone)]
pub struct Dkim(Arc<DkimSigner<DkimKey, Done>>);

impl Dkim {
    /// Takes a private key in PEM as `openssl genrsa` or `openssl genpkey` writes it: RSA of
    /// 2048 to 4096 bits in PKCS #1 or PKCS #8, Ed25519 in PKCS #8.
    ///
    /// # Errors
    ///
    /// [`DkimError`], if the key or a name is unfit.
    pub fn new(domain: &str, selector: &str, pem: &[u8]) -> Result<Self, DkimError> {
        let domain = idna::domain_to_ascii(domain).map_err(|_| DkimError::Name)?;
        if !is_name(&domain) || !is_name(selector) {
            return Err(DkimError::Name);
        }
        let signer = DkimSigner::from_key(read_key(pem)?)
            .domain(domain)
            .selector(selector)
            .headers(COVERED)
            .header_canonicalization(Canonicalization::Relaxed)
            .body_canonicalization(Canonicalization::Relaxed);
        Ok(Self(Arc::new(signer)))
    }

    /// The name of the TXT record with the public half of the key.
    #[must_use]
    pub fn record_name(&self) -> String {
        let of = &self.0.template;
        format!("{}._domainkey.{}", of.s, of.d)
    }

    /// The domain that signs.
    #[must_use]
    pub fn domain(&self) -> &str {
        &self.0.template.d
    }

    /// The text of that record (RFC 6376, section 3.6.1; RFC 8463, section 4).
    #[must_use]
    pub fn record(&self) -> String {
        let (kind, key) = (self.kind(), STANDARD.encode(self.public_key()));
        format!("v=DKIM1; k={kind}; p={key}")
    }

    /// The kind of the key, as the record says it.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match &self.0.key {
            DkimKey::Rsa(_) => "rsa",
            DkimKey::Ed25519(_) => "ed25519",
        }
    }

    /// Whether a record's `p=`, decoded, is the public half of the key. RSA keys may stand there bare,
    /// too (RFC 6376, section 3.6.1, and its erratum 3017).
    #[must_use]
    pub fn is_public_key(&self, published: &[u8]) -> bool {
        let bare = match &self.0.key {
            DkimKey::Rsa(key) => key.public_key() == published,
            DkimKey::Ed25519(_) => false,
        };
        bare || self.public_key() == published
    }

    fn public_key(&self) -> Vec<u8> {
        match &self.0.key {
            DkimKey::Rsa(key) => subject_public_key(&key.public_key()),
            DkimKey::Ed25519(key) => key.public_key(),
        }
    }

    /// The `DKIM-Signature` field for a message, with its line ends. Its `t=` is the system's
    /// time.
    ///
    /// # Errors
    ///
    /// [`DkimError::Signing`], if the key refuses.
    pub fn header(&self, message: &[u8]) -> Result<Vec<u8>, DkimError> {
        let signature = self.0.sign(message).map_err(|_| DkimError::Signing)?;
        Ok(signature.to_header().into_bytes())
    }
}

/// An RSA key as X.509 has it (RFC 5280, section 4.1; RFC 3279, section 2.3.1), DER.
fn subject_public_key(rsa: &[u8]) -> Vec<u8> {
    // rsaEncryption, 1.2.840.113549.1.1.1, and NULL.
    const ALGORITHM: [u8; 15] = [
        0x30, 13, 0x06, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1, 0x05, 0,
    ];
    let bits = der(0x03, &[&[0], rsa].concat());
    der(0x30, &[&ALGORITHM[..], &bits].concat())
}

/// A value of DER: tag, length, content (X.690, section 8.1).
fn der(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = content.len().to_be_bytes();
    let significant = length.iter().position(|byte| *byte != 0);
    let length = &length[significant.unwrap_or(length.len() - 1)..];
    let mut value = vec![tag];
    if content.len() >= 0x80 {
        value.extend(u8::try_from(length.len()).map(|count| 0x80 | count));
    }
    [&value[..], length, content].concat()
}

fn read_key(pem: &[u8]) -> Result<DkimKey, DkimError> {
    let der = PrivateKeyDer::from_pem_slice(pem).map_err(|_| DkimError::Key)?;
    if let PrivateKeyDer::Pkcs8(pkcs8) = &der {
        // openssl writes Ed25519 keys without their public half (RFC 5958, version 1).
        if let Ok(key) = Ed25519Key::from_pkcs8_maybe_unchecked_der(pkcs8.secret_pkcs8_der()) {
            return Ok(DkimKey::Ed25519(key));
        }
    }
    let key = RsaKey::<Sha256>::from_key_der(der).map_err(|_| DkimError::Key)?;
    Ok(DkimKey::Rsa(key))
}

fn is_name(name: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
    };
    name.len() <= 253 && name.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_domain_names_and_keys_are_taken() {
        assert_eq!(
            Dkim::new("a.example", "s1", b"").err(),
            Some(DkimError::Key)
        );
        for (domain, selector) in [
            ("", "s"),
            ("a.example; b=x", "s"),
            ("a.example", "s;"),
            ("a.example", "a..b"),
        ] {
            let made = Dkim::new(domain, selector, b"");
            assert_eq!(made.err(), Some(DkimError::Name), "{domain} {selector}");
        }
    }
}
