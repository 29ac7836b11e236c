//! Patterns of names: `*` stands for any letters, `?` for one.

use serde::{Deserialize, Serialize};

use super::super::fold;

/// The most characters of a pattern.
const MOST: usize = 120;

/// A pattern that at least one letter must fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pattern(String);

impl Pattern {
    /// Reads what was typed; none where it is too long or every name would fit.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let tells = typed.chars().any(char::is_alphanumeric);
        (tells && typed.chars().count() <= MOST).then(|| Self(typed.trim().to_owned()))
    }

    /// As it was typed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a whole name fits, whatever its case and its spaces.
    #[must_use]
    pub fn fits(&self, name: &str) -> bool {
        let pattern: Vec<char> = fold::name(&self.0).chars().collect();
        let name: Vec<char> = fold::name(name).chars().collect();
        // On a mismatch the latest `*` takes one letter more: a pattern costs at most its length
        // times the name's.
        let (mut p, mut n, mut star) = (0, 0, None);
        while n < name.len() {
            match pattern.get(p) {
                Some('*') => {
                    star = Some((p, n));
                    p += 1;
                }
                Some(c) if *c == '?' || *c == name[n] => (p, n) = (p + 1, n + 1),
                _ => match star {
                    Some((at, taken)) => {
                        star = Some((at, taken + 1));
                        (p, n) = (at + 1, taken + 1);
                    }
                    None => return false,
                },
            }
        }
        pattern[p..].iter().all(|c| *c == '*')
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    #[test]
    fn names_fit_whole_and_in_any_case() {
        let fits = |pattern, name| Pattern::parse(pattern).unwrap().fits(name);
        for (pattern, name) in [
            ("test*", "TEST 123"),
            ("*vaxholm", "Ingeborg  Vaxholm"),
            ("a?a *", "Ana Gómez"),
            ("*b*b*", "Bob Bobson"),
            ("ana", "Ana"),
        ] {
            assert!(fits(pattern, name), "{pattern} {name}");
        }
        for (pattern, name) in [
            ("test", "Test 123"),
            ("a?a", "Anna"),
            ("*x", "Ana"),
            ("ana*b", "Ana"),
        ] {
            assert!(!fits(pattern, name), "{pattern} {name}");
        }
        for everything in ["", "*", "?*", "* *", &"a".repeat(121)] {
            assert!(Pattern::parse(everything).is_none(), "{everything}");
        }
        assert!(!fits(&"a*".repeat(60), &"a".repeat(40)));
    }
}
