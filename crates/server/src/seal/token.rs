//! Tokens of private links: 256 random bits, kept only as their SHA-256.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// What stands in a mailed link. Does not show itself in `Debug`.
#[derive(Clone)]
pub struct Token([u8; 32]);

/// What the store keeps of a token.
pub type TokenHash = Vec<u8>;

impl Token {
    /// A token of these random bytes.
    #[must_use]
    pub fn new(random: [u8; 32]) -> Self {
        Self(random)
    }

    /// Reads the 43 characters of a link; only their canonical form is a token.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Some(Self(URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok()?))
    }

    /// The 43 characters that stand in the link (base64url without padding, RFC 4648 §5).
    #[must_use]
    pub fn reveal(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    /// A second secret that follows from this one and doesn't betray it: what a session's forms
    /// carry, while its cookie carries the token.
    #[must_use]
    pub fn companion(&self) -> String {
        let mut sha = Sha256::new();
        sha.update(b"undersigned/form/v1\0");
        sha.update(self.0);
        URL_SAFE_NO_PAD.encode(sha.finalize())
    }

    /// The SHA-256.
    #[must_use]
    pub fn hash(&self) -> TokenHash {
        Sha256::digest(self.0).to_vec()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_wrote_and_nothing_else() {
        let token = Token::new([251; 32]);
        let text = token.reveal();
        assert_eq!(Token::parse(&text).map(|t| t.hash()), Some(token.hash()));
        for bad in [
            "",
            "a",
            &text[1..],
            &format!("{text}="),
            &text.replace('_', "/"),
        ] {
            assert!(Token::parse(bad).is_none(), "{bad}");
        }
    }
}
