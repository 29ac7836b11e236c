//! Languages of a letter's texts: BCP 47 tags, of which the record takes a language and further subtags.

use std::fmt;
use std::str::FromStr;

use crate::encoding;

const LONGEST: usize = 35;

/// A language tag such as `en`, `pt-BR` or `zh-Hant`, kept as written.
///
/// Two or three lowercase letters, then any number of subtags of two to eight ASCII letters or digits, 35
/// bytes at most. It is safe as a file name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang(String);

/// The text is no language tag that the record takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a language tag like en, pt-BR or zh-Hant")]
pub struct LangError;

impl Lang {
    /// The tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Lang {
    type Err = LangError;

    fn from_str(text: &str) -> Result<Self, LangError> {
        let mut subtags = text.split('-');
        let language = subtags.next().unwrap_or_default();
        let legal = text.len() <= LONGEST
            && (2..=3).contains(&language.len())
            && language.bytes().all(|b| b.is_ascii_lowercase())
            && subtags.all(|s| {
                (2..=8).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_alphanumeric())
            });
        if legal {
            Ok(Self(text.to_owned()))
        } else {
            Err(LangError)
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

encoding::text_serde!(Lang);
