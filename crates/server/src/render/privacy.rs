//! What is kept, where and for how long, in plain words.

use askama::Template;

use super::frame::titled;
use super::{Frame, LetterRef, Moment};

/// Privacy in plain words.
#[derive(Clone, Debug, Template)]
#[template(path = "privacy.html")]
pub struct PrivacyPage {
    /// What every page carries; the path is `/letters/SLUG/privacy`.
    pub frame: Frame,
    /// The letter.
    pub letter: LetterRef,
    /// Who runs the letter and how to reach them.
    pub organizers: String,
    /// What they add, in the language of the text that is shown: a paragraph each.
    pub own_words: Vec<String>,
    /// Until when the organizers keep sealed contacts, at most.
    pub retention: Moment,
}

impl PrivacyPage {
    fn title(&self) -> String {
        titled(&self.frame, "privacy-title", &self.letter.title)
    }

    fn description(&self) -> String {
        self.frame.say("privacy-lead").to_string()
    }

    fn unlisted(&self) -> bool {
        false
    }
}
