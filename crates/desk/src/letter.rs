//! Which letter a file belongs to.

use std::fmt;

use serde::Deserialize;

/// A letter's origin, `HOST/letters/SLUG`, checked once so that it can be printed.
///
/// Files come from a server that may be hostile: an origin with control characters could otherwise
/// rewrite what the organizer sees on the terminal.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct Letter(String);

/// Longest origin that is believed, in bytes: a DNS name, and a slug of the same length.
const LONGEST: usize = 512;

impl Letter {
    /// The letter's name in addresses and commands: what follows the last slash.
    pub(crate) fn slug(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }

    /// The whole origin.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Letter {
    type Error = &'static str;

    fn try_from(origin: String) -> Result<Self, Self::Error> {
        let Some((host, slug)) = origin.split_once("/letters/") else {
            return Err("the letter is not named as HOST/letters/SLUG");
        };
        let is_host = |byte: u8| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte);
        let is_slug = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let sound = origin.len() <= LONGEST
            && !host.is_empty()
            && !slug.is_empty()
            && !slug.starts_with('-')
            && host.bytes().all(is_host)
            && slug.bytes().all(is_slug);
        if sound {
            Ok(Letter(origin))
        } else {
            Err("the letter's name has unexpected characters")
        }
    }
}

impl fmt::Display for Letter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(origin: &str) -> Result<Letter, &'static str> {
        Letter::try_from(origin.to_owned())
    }

    #[test]
    fn an_origin_gives_its_slug() {
        let letter = letter("demo.example/letters/security-for-all").unwrap();
        assert_eq!(letter.slug(), "security-for-all");
        assert_eq!(letter.as_str(), "demo.example/letters/security-for-all");
        assert!(Letter::try_from("[::1]:8080/letters/x".to_owned()).is_ok());
    }

    #[test]
    fn an_origin_that_could_trick_a_terminal_or_a_shell_is_refused() {
        for origin in [
            "",
            "demo.example",
            "/letters/x",
            "demo.example/letters/",
            "demo.example/letters/--force",
            "demo.example/letters/x; rm -rf ~",
            "demo.example/letters/x\u{1b}[2J",
            "demo.example/letters/a/letters/b",
            "dem\u{202e}o.example/letters/x",
        ] {
            assert!(letter(origin).is_err(), "{origin:?}");
        }
        assert!(letter(&format!("demo.example/letters/{}", "x".repeat(LONGEST))).is_err());
    }
}
