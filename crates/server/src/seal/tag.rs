//! Tags: keyed digests that find repeated signatures without keeping addresses.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::model::{Domain, Kind, Mailbox, fold};

/// The key of one letter's tags.
pub struct TagKey(Zeroizing<[u8; 32]>);

/// The tags of one submission.
#[derive(Clone)]
pub struct Tags {
    /// Of the mailbox.
    pub mailbox: Vec<u8>,
    /// Of mailbox, kind and folded name: unique among live signatures.
    pub person: Vec<u8>,
}

impl TagKey {
    pub(super) fn new(key: [u8; 32]) -> Self {
        Self(Zeroizing::new(key))
    }

    /// The tags of somebody who signs.
    #[must_use]
    pub fn tags(&self, mailbox: &Mailbox, kind: Kind, name: &str) -> Tags {
        let mailbox = self.mailbox(mailbox);
        let person = self.person(&mailbox, kind, name);
        Tags { mailbox, person }
    }

    /// The tag of a mailbox.
    #[must_use]
    pub fn mailbox(&self, mailbox: &Mailbox) -> Vec<u8> {
        self.digest(&[b"mailbox", mailbox.normalized().as_bytes()])
    }

    /// The tag of a person, from the tag of their mailbox, so that a name can be corrected when
    /// the address is no longer known.
    #[must_use]
    pub fn person(&self, mailbox: &[u8], kind: Kind, name: &str) -> Vec<u8> {
        self.digest(&[
            b"person",
            mailbox,
            kind.as_str().as_bytes(),
            fold::name(name).as_bytes(),
        ])
    }

    /// The tag of somebody whom an import brings without a mailbox.
    #[must_use]
    pub fn invited(&self, kind: Kind, name: &str) -> Vec<u8> {
        self.digest(&[
            b"invited",
            kind.as_str().as_bytes(),
            fold::name(name).as_bytes(),
        ])
    }

    /// The tag of all that a founder is listed with.
    #[must_use]
    pub fn listed(&self, details: &[String]) -> Vec<u8> {
        let fields = details.iter().map(String::as_bytes);
        let fields: Vec<&[u8]> = std::iter::once(&b"listed"[..]).chain(fields).collect();
        self.digest(&fields)
    }

    /// What a domain shows to prove that a mailbox (by its tag) speaks for it, in this letter: 32
    /// hexadecimal digits. It follows from the key, so that nothing of it is stored; and nobody
    /// else can use it, since another mailbox has another.
    #[must_use]
    pub fn challenge(&self, mailbox: &[u8], domain: &Domain) -> String {
        let digest = self.digest(&[b"proof", mailbox, domain.as_str().as_bytes()]);
        let hex = |byte: &u8| format!("{byte:02x}");
        digest.iter().take(16).map(hex).collect()
    }

    /// HMAC-SHA256 over the fields, each behind its length as eight bytes, big-endian.
    fn digest(&self, fields: &[&[u8]]) -> Vec<u8> {
        let mut mac =
            Hmac::<Sha256>::new_from_slice(&*self.0).expect("HMAC takes keys of any length");
        for field in fields {
            mac.update(&(field.len() as u64).to_be_bytes());
            mac.update(field);
        }
        mac.finalize().into_bytes().to_vec()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person_has_one_tag() {
        let key = TagKey::new([1; 32]);
        let tags = |address: &str, name: &str| {
            key.tags(&Mailbox::parse(address).unwrap(), Kind::Individual, name)
        };
        let ana = tags("ana+letters@a.example", "Ana  Gómez");
        assert_eq!(ana.person, tags("ANA@A.example", "ana gómez").person);
        assert_eq!(ana.mailbox, tags("ana@a.example", "Ben").mailbox);
        assert_ne!(ana.person, tags("ana@a.example", "Ben").person);
        let own = Domain::of_host("a.example").unwrap();
        let challenge = key.challenge(&ana.mailbox, &own);
        assert_eq!(challenge.len(), 32);
        assert_ne!(challenge, key.challenge(&ana.person, &own));
        let news = Domain::of_host("news.a.example").unwrap();
        assert_ne!(challenge, key.challenge(&ana.mailbox, &news));
        let other = TagKey::new([2; 32]).mailbox(&Mailbox::parse("ana@a.example").unwrap());
        assert_ne!(ana.mailbox, other);
    }
}
