//! The word that names a letter in addresses.

use std::fmt;
use std::str::FromStr;

/// 1 to 64 of `a`–`z`, `0`–`9` and `-`, not starting or ending with `-`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Slug(String);

/// Not a [`Slug`].
#[derive(Debug, thiserror::Error)]
#[error("a slug has 1 to 64 of a-z, 0-9 and -, and no - at its ends")]
pub struct BadSlug;

impl Slug {
    /// The word itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether an organizers' page stands where the letter's would (`/organize/letters/new`).
    #[must_use]
    pub fn is_reserved(&self) -> bool {
        self.0 == "new"
    }
}

impl FromStr for Slug {
    type Err = BadSlug;

    fn from_str(word: &str) -> Result<Self, BadSlug> {
        let legal = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-';
        let fits = (1..=64).contains(&word.len()) && word.bytes().all(legal);
        if fits && !word.starts_with('-') && !word.ends_with('-') {
            Ok(Self(word.to_owned()))
        } else {
            Err(BadSlug)
        }
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> serde::Deserialize<'de> for Slug {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_words_and_nothing_else() {
        assert!("security-for-all".parse::<Slug>().is_ok());
        for bad in ["", "-a", "a-", "A", "a/b", "a..", "é", &"a".repeat(65)] {
            assert!(bad.parse::<Slug>().is_err(), "{bad}");
        }
    }
}
