//! Return paths: the address in each mail's envelope has a token of its own, so that a mail that comes
//! back can be told without an address (variable envelope return paths).

use lettre::Address;
use sha2::{Digest, Sha256};

/// Digits of a token: 128 random bits in lower-case hexadecimal, which survive mail servers that
/// change the case.
const DIGITS: usize = 32;

/// The token of a mail's return path.
#[derive(Clone, PartialEq, Eq)]
pub struct ReturnToken(String);

impl ReturnToken {
    /// A token of these random bytes.
    #[must_use]
    pub fn new(random: [u8; 16]) -> Self {
        let hex = |byte: &u8| format!("{byte:02x}");
        Self(random.iter().map(hex).collect())
    }

    /// Reads one, in whatever case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let legal = text.len() == DIGITS && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        legal.then(|| Self(text.to_ascii_lowercase()))
    }

    /// What is kept of it: the SHA-256.
    #[must_use]
    pub fn hash(&self) -> Vec<u8> {
        Sha256::digest(self.0.as_bytes()).to_vec()
    }

    /// The address that a mail with this token comes back to: `local+TOKEN@domain`.
    pub(super) fn at(&self, bounces: &Address) -> Option<Address> {
        let local = format!("{}+{}", bounces.user(), self.0);
        Address::new(local, bounces.domain()).ok()
    }
}

/// The token in a header field that holds a return path.
pub(super) fn token_in(field: &str) -> Option<String> {
    let (_, rest) = field.split_once('+')?;
    let (token, _) = rest.split_once('@')?;
    ReturnToken::parse(token).map(|token| token.0)
}

/// Whether return paths can be made of an address: there is room for a token.
pub(super) fn has_room(bounces: &Address) -> bool {
    bounces.user().len() + 1 + DIGITS <= 64 && !bounces.user().contains('+')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_comes_back_from_its_address() {
        let token = ReturnToken::new([0xab; 16]);
        let bounces = Address::new("bounces", "letters.example").unwrap();
        let path = token.at(&bounces).unwrap().to_string();
        assert_eq!(path, format!("bounces+{}@letters.example", "ab".repeat(16)));
        let back = ReturnToken::parse(&token_in(&format!("<{}>", path.to_uppercase())).unwrap());
        assert!(back.unwrap().hash() == token.hash());
        for bad in ["", "a@b.example", "a+b@c.example", "+", "a+é@b"] {
            assert_eq!(token_in(bad), None, "{bad}");
        }
    }
}
