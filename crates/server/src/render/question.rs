//! What was asked about a signature that is held, and what was answered.

use super::{Frame, Moment, Problem};
use crate::model::question::{ANSWER_MAX, Ready};

/// A question, as pages show it.
#[derive(Clone, Debug)]
pub struct AskedQuestion {
    /// From 1.
    pub number: i64,
    /// The ready one.
    pub ready: Ready,
    /// The moderator's own words, and the BCP 47 tag of their language.
    pub own: Option<(String, String)>,
    /// When it was asked.
    pub at: Moment,
    /// Whether it was mailed.
    pub mailed: bool,
    /// Whether that mail came back.
    pub came_back: bool,
    /// The answer, and when it was given.
    pub answer: Option<(String, Moment)>,
}

/// The questions on a private page, and what was just done with them.
#[derive(Clone, Debug, Default)]
pub struct Questions {
    /// In the order in which they were asked.
    pub asked: Vec<AskedQuestion>,
    /// An answer was just kept.
    pub kept: bool,
    /// An answer that was not: to which question, what was typed, and what is wrong with it.
    pub refused: Option<(i64, String, Problem)>,
}

impl Questions {
    /// What stands in the field of a question.
    pub(super) fn typed<'a>(&'a self, of: &'a AskedQuestion) -> &'a str {
        match (&self.refused, &of.answer) {
            (Some((number, typed, _)), _) if *number == of.number => typed,
            (_, Some((answer, _))) => answer,
            _ => "",
        }
    }

    /// What is wrong in the field of a question.
    pub(super) fn problem(&self, of: &AskedQuestion) -> Option<&Problem> {
        let (number, _, problem) = self.refused.as_ref()?;
        (*number == of.number).then_some(problem)
    }

    pub(super) const fn most(&self) -> u32 {
        ANSWER_MAX
    }
}

/// The key of a ready question; of none where only the moderator's own words are asked.
pub(super) fn ready_key(ready: Ready) -> Option<String> {
    (ready != Ready::Own).then(|| format!("question-{}", ready.as_str()))
}

impl Frame {
    pub(super) fn question(&self, ready: &Ready) -> Option<String> {
        ready_key(*ready).map(|key| self.say(&key).to_string())
    }

    pub(super) fn asked_on(&self, at: &Moment) -> String {
        self.say("question-asked-on")
            .text("date", at.date(self.lang))
            .to_string()
    }

    pub(super) fn answer_problem(&self, problem: &Problem) -> String {
        self.problem(&super::Kind::Individual, "answer", problem)
    }
}

/// Every key that is put together here.
#[cfg(test)]
pub(super) fn families() -> Vec<String> {
    let mut keys: Vec<String> = Ready::ALL.into_iter().filter_map(ready_key).collect();
    keys.extend(["form-answer", "error-missing-answer"].map(str::to_owned));
    keys
}
