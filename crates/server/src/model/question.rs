//! What moderators ask a signatory, what comes back, and what they say of those whom they vouch for.

use serde::{Deserialize, Serialize};

use super::form::Problem;
use super::words;
use super::wrong::{Faults, Wrong};

/// The most characters of a moderator's own words in a question.
pub const WORDS_MAX: u32 = 300;
/// The most characters of an answer.
pub const ANSWER_MAX: u32 = 1000;
/// The most characters of a note on somebody who is vouched for.
pub const NOTE_MAX: u32 = 200;

/// Questions that are ready in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ready {
    /// Whether they are who they say.
    Person,
    /// Whether they are somebody well known, or have the same name.
    Namesake,
    /// Whether they may sign for the organization.
    Authority,
    /// What ties them to their affiliation.
    Affiliation,
    /// Which of two signatures should stay.
    Twice,
    /// Nothing: the moderator's own words alone.
    Own,
}

impl Ready {
    /// Every one, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Person,
        Self::Namesake,
        Self::Authority,
        Self::Affiliation,
        Self::Twice,
        Self::Own,
    ];

    /// As forms and messages name it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Namesake => "namesake",
            Self::Authority => "authority",
            Self::Affiliation => "affiliation",
            Self::Twice => "twice",
            Self::Own => "own",
        }
    }
}

/// A question to a signatory.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The ready one.
    pub ready: Ready,
    /// The moderator's own words beside it.
    pub own: Option<String>,
    /// BCP 47 tag of those.
    pub lang: String,
}

impl Question {
    /// Reads what a moderator chose and typed, on a page in a language.
    pub fn parse(ready: &str, own: &str, lang: &str) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let chosen = Ready::ALL.into_iter().find(|one| one.as_str() == ready);
        if chosen.is_none() {
            faults.push(("question".to_owned(), Wrong::Missing));
        }
        let own = words::mailed_lines(own, WORDS_MAX).unwrap_or_else(|problem| {
            faults.push(("own".to_owned(), problem.into()));
            None
        });
        if chosen == Some(Ready::Own) && own.is_none() && faults.is_empty() {
            faults.push(("own".to_owned(), Wrong::Missing));
        }
        match chosen {
            Some(ready) if faults.is_empty() => Ok(Self {
                ready,
                own,
                lang: lang.to_owned(),
            }),
            _ => Err(faults),
        }
    }
}

/// Reads an answer.
pub fn answer(typed: &str) -> Result<String, Problem> {
    words::lines(typed, ANSWER_MAX)?.ok_or(Problem::Missing)
}

/// Reads how organizers know somebody whom they vouch for.
pub fn note(typed: &str) -> Result<String, Problem> {
    words::line(typed, NOTE_MAX)?.ok_or(Problem::Missing)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(ready: &str, own: &str) -> Faults {
        Question::parse(ready, own, "en").err().unwrap_or_default()
    }

    #[test]
    fn a_question_is_a_ready_one_or_in_own_words() {
        let question = Question::parse("person", " You know\r\nwhom? ", "fr")
            .ok()
            .unwrap();
        assert_eq!(question.own.as_deref(), Some("You know\nwhom?"));
        assert!(faults("twice", "").is_empty());
        let fault = |field: &str, wrong| vec![(field.to_owned(), wrong)];
        assert_eq!(faults("", ""), fault("question", Wrong::Missing));
        assert_eq!(faults("own", " "), fault("own", Wrong::Missing));
        assert_eq!(
            faults("own", "see https://a.example"),
            fault("own", Wrong::HasAddress)
        );
        assert_eq!(
            faults("person", "a\u{202e}b"),
            fault("own", Wrong::Unprintable)
        );
        let long = "a".repeat(WORDS_MAX as usize + 1);
        assert_eq!(
            faults("person", &long),
            fault("own", Wrong::TooLong(WORDS_MAX))
        );
    }

    #[test]
    fn answers_and_notes_are_never_empty() {
        assert_eq!(answer(" \n"), Err(Problem::Missing));
        assert_eq!(answer("Yes,\nI am."), Ok("Yes,\nI am.".to_owned()));
        assert_eq!(note(""), Err(Problem::Missing));
        assert_eq!(note(" We  met. "), Ok("We met.".to_owned()));
    }
}
