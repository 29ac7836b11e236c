//! The languages of a letter.

use askama::Template;

use super::frame::titled;
use super::{Frame, LetterRef};
use crate::l10n::Direction;

/// One text of the letter.
#[derive(Clone, Debug)]
pub struct TextLanguage {
    /// Its BCP 47 tag.
    pub tag: String,
    /// The language's name in itself.
    pub own_name: String,
    /// The letter's title in it.
    pub title: String,
    /// SHA-256 of the text's bytes, in lower-case hexadecimal.
    pub digest: String,
}

impl TextLanguage {
    pub(super) fn dir(&self) -> &'static str {
        Direction::of_tag(&self.tag).as_str()
    }
}

/// All texts of the letter.
#[derive(Clone, Debug, Template)]
#[template(path = "languages.html")]
pub struct LanguagesPage {
    /// What every page carries; the path is `/letters/SLUG/languages`.
    pub frame: Frame,
    /// The letter.
    pub letter: LetterRef,
    /// The version of the text.
    pub version: u32,
    /// Its texts.
    pub texts: Vec<TextLanguage>,
}

impl LanguagesPage {
    fn title(&self) -> String {
        titled(&self.frame, "languages-title", &self.letter.title)
    }

    fn description(&self) -> String {
        self.frame.say("languages-lead").to_string()
    }

    fn unlisted(&self) -> bool {
        false
    }
}
