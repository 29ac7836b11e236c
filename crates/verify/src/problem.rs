//! What doesn't hold, and what could not be checked: two things that a reader must not take for one another.

use std::fmt;

use serde::Serialize;
use undersigned_record::verify;

/// What a problem says about the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    /// Something was checked and is wrong.
    DoesNotHold,
    /// Nothing: it could not be checked.
    NotChecked,
}

/// The first thing that stood in the way.
#[derive(Debug, Serialize)]
pub(crate) struct Problem {
    pub(crate) kind: Kind,
    message: String,
}

impl Problem {
    pub(crate) fn does_not_hold(message: impl fmt::Display) -> Self {
        Self {
            kind: Kind::DoesNotHold,
            message: message.to_string(),
        }
    }

    pub(crate) fn not_checked(message: impl fmt::Display) -> Self {
        Self {
            kind: Kind::NotChecked,
            message: message.to_string(),
        }
    }
}

impl From<&verify::Problem> for Problem {
    fn from(problem: &verify::Problem) -> Self {
        if problem.is_unchecked() {
            Self::not_checked(problem)
        } else {
            Self::does_not_hold(problem)
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}
