//! What was found, and what to do about it.

use crate::model::checkup::{Checkup, Part};

/// How a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// As it should be.
    Good,
    /// Nothing to look at here.
    NotNeeded,
    /// It works, and ought to be better.
    Warning,
    /// It could not be looked at.
    NotChecked,
    /// It is not as it should be.
    Wrong,
}

impl Verdict {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Good,
        Self::NotNeeded,
        Self::Warning,
        Self::NotChecked,
        Self::Wrong,
    ];

    /// Its words.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::NotNeeded => "not needed",
            Self::Warning => "warning",
            Self::NotChecked => "not checked",
            Self::Wrong => "wrong",
        }
    }
}

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// How it is.
    pub verdict: Verdict,
    /// What was seen, in a sentence. Never a secret, a token or a mail server's words.
    pub seen: String,
    /// What to do, a line each; lines that are to be copied as they are begin with two spaces.
    pub mend: Vec<String>,
}

impl Point {
    fn new(verdict: Verdict, seen: impl Into<String>) -> Self {
        Self {
            verdict,
            seen: seen.into(),
            mend: Vec::new(),
        }
    }

    pub(super) fn good(seen: impl Into<String>) -> Self {
        Self::new(Verdict::Good, seen)
    }

    pub(super) fn not_needed(seen: impl Into<String>) -> Self {
        Self::new(Verdict::NotNeeded, seen)
    }

    pub(super) fn warning(seen: impl Into<String>) -> Self {
        Self::new(Verdict::Warning, seen)
    }

    pub(super) fn not_checked(seen: impl Into<String>) -> Self {
        Self::new(Verdict::NotChecked, seen)
    }

    pub(super) fn wrong(seen: impl Into<String>) -> Self {
        Self::new(Verdict::Wrong, seen)
    }

    /// The same with a line of advice.
    pub(super) fn mend(mut self, advice: impl Into<String>) -> Self {
        self.mend.push(advice.into());
        self
    }

    /// The same with a line to be copied as it is.
    pub(super) fn copy(self, line: impl std::fmt::Display) -> Self {
        self.mend(format!("  {line}"))
    }
}

/// A part and what was seen of it, the worst first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The part.
    pub part: Part,
    /// At least one.
    pub points: Vec<Point>,
}

impl Finding {
    pub(super) fn new(part: Part, mut points: Vec<Point>) -> Self {
        points.sort_by_key(|point| std::cmp::Reverse(point.verdict));
        Self { part, points }
    }

    /// The worst of its points.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let worst = self.points.iter().map(|point| point.verdict).max();
        worst.unwrap_or(Verdict::NotNeeded)
    }
}

/// What is kept of the findings.
#[must_use]
pub fn checkup(findings: &[Finding], at: i64) -> Checkup {
    let parts = |verdict| {
        let of = findings.iter().filter(|of| of.verdict() == verdict);
        of.map(|finding| finding.part).collect()
    };
    Checkup {
        at,
        wrong: parts(Verdict::Wrong),
        warnings: parts(Verdict::Warning),
        unchecked: parts(Verdict::NotChecked),
    }
}

/// A TXT record as zone files have it: strings of at most 255 octets (RFC 1035, section 3.3).
pub(super) fn txt_record(name: &str, text: &str) -> String {
    let strings: Vec<String> = text
        .as_bytes()
        .chunks(255)
        .map(|part| format!("\"{}\"", String::from_utf8_lossy(part)))
        .collect();
    format!("{name}.  TXT  {}", strings.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_comes_first_and_decides() {
        let points = vec![Point::good("a"), Point::wrong("b"), Point::warning("c")];
        let finding = Finding::new(Part::Spf, points);
        assert_eq!(finding.points[0].seen, "b");
        assert_eq!(finding.verdict(), Verdict::Wrong);
        let kept = checkup(&[finding], 7);
        assert_eq!((kept.wrong, kept.warnings), (vec![Part::Spf], vec![]));
    }

    #[test]
    fn long_texts_are_cut_into_strings() {
        let record = txt_record("a.example", &"x".repeat(256));
        assert_eq!(
            record,
            format!("a.example.  TXT  \"{}\" \"x\"", "x".repeat(255))
        );
    }
}
