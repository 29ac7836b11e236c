//! Recovery codes: 128 random bits that an organizer prints, kept only as their SHA-256.

use sha2::{Digest, Sha256};

/// Crockford's base 32: no letter that looks like a digit.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Characters of a code: 26 of five bits hold 128 and two zeros.
const LENGTH: usize = 26;

/// What lets an organizer without passkeys back in. Does not show itself in `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode(u128);

impl RecoveryCode {
    /// A code of these random bytes.
    #[must_use]
    pub fn new(random: [u8; 16]) -> Self {
        Self(u128::from_be_bytes(random))
    }

    /// Reads what somebody typed off paper: case, spaces and hyphens don't matter, and O, I and L
    /// are taken for the digits that they look like.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let mut code: u128 = 0;
        let mut length = 0;
        for c in typed.chars().filter(|c| !c.is_whitespace() && *c != '-') {
            let c = match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                c => c,
            };
            let bits = ALPHABET.iter().position(|known| char::from(*known) == c)?;
            length += 1;
            if length > LENGTH || (length == 1 && bits > 7) {
                return None;
            }
            code = code << 5 | u128::try_from(bits).ok()?;
        }
        (length == LENGTH).then_some(Self(code))
    }

    /// The code in groups, for print.
    #[must_use]
    pub fn reveal(&self) -> String {
        let mut text = String::with_capacity(LENGTH + 5);
        for place in 0..LENGTH {
            if place % 5 == 0 && place > 0 {
                text.push('-');
            }
            let bits = self.0 >> (5 * (LENGTH - 1 - place)) & 31;
            text.push(char::from(ALPHABET[usize::try_from(bits).unwrap_or(0)]));
        }
        text
    }

    /// The SHA-256, which is as hard to turn back as 128 bits are to guess.
    #[must_use]
    pub fn hash(&self) -> Vec<u8> {
        let mut sha = Sha256::new();
        sha.update(b"undersigned/recovery/v1\0");
        sha.update(self.0.to_be_bytes());
        sha.finalize().to_vec()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_is_read_back_however_it_is_typed() {
        for bytes in [[0; 16], [255; 16], [0x5a; 16]] {
            let code = RecoveryCode::new(bytes);
            let text = code.reveal();
            assert_eq!(text.len(), 31, "{text}");
            assert!(RecoveryCode::parse(&text) == Some(code.clone()));
            let sloppy = text.to_lowercase().replace('-', " ").replace('0', "o");
            assert!(RecoveryCode::parse(&sloppy) == Some(code));
        }
    }

    #[test]
    fn nothing_else_is_a_code() {
        let text = RecoveryCode::new([9; 16]).reveal();
        for bad in [
            "",
            "U",
            &text[1..],
            &format!("{text}0"),
            &text.replacen('0', "Z", 1),
        ] {
            assert!(RecoveryCode::parse(bad).is_none(), "{bad}");
        }
    }
}
