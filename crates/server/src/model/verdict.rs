//! What a rule's run does with all that it picked.

use undersigned_record::entry::Reason;

/// What becomes of what a run picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// What stands is removed, and the record says why.
    Remove(Reason),
    /// What waits is let through.
    Approve,
    /// What waits is turned down; the trail keeps the reason.
    Reject(Reason),
}

impl Verdict {
    /// Reads its word, and that of the reason where it has one.
    #[must_use]
    pub fn parse(word: &str, reason: &str) -> Option<Self> {
        match word {
            "remove" => reason.parse().ok().map(Self::Remove),
            "approve" => Some(Self::Approve),
            "reject" => reason.parse().ok().map(Self::Reject),
            _ => None,
        }
    }

    /// As stored, and as forms send it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Remove(_) => "remove",
            Self::Approve => "approve",
            Self::Reject(_) => "reject",
        }
    }

    /// Why; none where nobody asks.
    #[must_use]
    pub const fn reason(self) -> Option<Reason> {
        match self {
            Self::Remove(reason) | Self::Reject(reason) => Some(reason),
            Self::Approve => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_and_a_reason_are_read_back() {
        let all = Reason::ALL.into_iter();
        let all = all.flat_map(|reason| [Verdict::Remove(reason), Verdict::Reject(reason)]);
        for verdict in all.chain([Verdict::Approve]) {
            let reason = verdict.reason().map_or("", |reason| reason.as_str());
            assert_eq!(Verdict::parse(verdict.as_str(), reason), Some(verdict));
        }
        for (word, reason) in [("remove", ""), ("reject", "whim"), ("keep", "forged")] {
            assert_eq!(Verdict::parse(word, reason), None, "{word} {reason}");
        }
    }
}
