//! How decisions of moderators are told.

use super::super::Frame;

/// How decisions ended.
#[derive(Clone, Copy, Debug, Default)]
pub struct Decided {
    /// So many were carried out.
    pub done: u64,
    /// So many did not wait any more.
    pub gone: u64,
}

/// What buttons ask for.
const ACTS: [&str; 8] = [
    "approve",
    "reject",
    "repeated",
    "feature",
    "unfeature",
    "raise",
    "show",
    "drop",
];

impl Frame {
    /// What a button of `ACTS` says.
    pub(super) fn act(&self, act: &str) -> String {
        debug_assert!(ACTS.contains(&act), "{act} is no act");
        self.say(&format!("moderation-{act}")).to_string()
    }

    pub(in crate::render) fn reason(&self, reason: &str) -> String {
        self.say(&format!("reason-{reason}")).to_string()
    }

    /// What was done, and what was too late, in a sentence or two.
    #[must_use]
    pub fn decided(&self, decided: &Decided) -> String {
        let done = self.say("moderation-done").num("count", &decided.done);
        if decided.gone == 0 {
            return done.to_string();
        }
        let gone = self.say("moderation-gone").num("count", &decided.gone);
        format!("{done} {gone}")
    }
}

/// The addresses that a page's forms go to.
macro_rules! under_letter {
    ($page:ty) => {
        impl $page {
            fn under(&self, rest: &str) -> String {
                format!("{}{rest}", self.path)
            }
        }
    };
}
pub(super) use under_letter;

/// Every key that is put together here.
#[cfg(test)]
pub(super) fn families() -> Vec<String> {
    let acts = ACTS.map(|act| format!("moderation-{act}"));
    let reasons = undersigned_record::entry::Reason::ALL;
    let reasons = reasons.map(|reason| format!("reason-{}", reason.as_str()));
    acts.into_iter().chain(reasons).collect()
}
