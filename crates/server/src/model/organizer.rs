//! Who runs a letter, and what each may do.

use super::form::Problem;
use super::words;

/// The longest name of an organizer or of a passkey, in characters.
const NAME: u32 = 80;

/// What an organizer is to a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Everything, who else may what included.
    Owner,
    /// Texts and founding signatories.
    Editor,
    /// What waits to be checked.
    Moderator,
    /// Reads figures, and gives previews to the press.
    Press,
}

impl Role {
    /// Every role, the most powerful first.
    pub const ALL: [Self; 4] = [Self::Owner, Self::Editor, Self::Moderator, Self::Press];

    /// Whether it decides about what waits.
    #[must_use]
    pub const fn moderates(self) -> bool {
        matches!(self, Self::Owner | Self::Moderator)
    }

    /// Whether it decides about everything.
    #[must_use]
    pub const fn is_owner(self) -> bool {
        matches!(self, Self::Owner)
    }

    /// As stored and sent.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Editor => "editor",
            Self::Moderator => "moderator",
            Self::Press => "press",
        }
    }
}

impl std::str::FromStr for Role {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut all = Self::ALL.into_iter();
        all.find(|role| role.as_str() == text).ok_or(())
    }
}

impl std::fmt::Display for Role {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A name of a person or of a passkey: one line, at most 80 characters, a letter or digit in it.
///
/// # Errors
/// What is wrong with it.
pub fn name(raw: &str) -> Result<String, Problem> {
    words::name(raw, NAME)?.ok_or(Problem::Missing)
}

/// A line of at most `most` characters, with something in it.
///
/// # Errors
/// What is wrong with it.
pub fn line(raw: &str, most: u32) -> Result<String, Problem> {
    words::line(raw, most)?.ok_or(Problem::Missing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_read_as_written() {
        for role in Role::ALL {
            assert_eq!(role.as_str().parse(), Ok(role));
        }
        assert!("admin".parse::<Role>().is_err());
    }

    #[test]
    fn names_are_names() {
        assert_eq!(name("  Ada  Quill "), Ok("Ada Quill".to_owned()));
        assert_eq!(name(" "), Err(Problem::Missing));
        assert!(name(&"a".repeat(81)).is_err());
    }
}
