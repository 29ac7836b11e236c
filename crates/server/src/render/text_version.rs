//! One version of a letter's text, newest or not.

use askama::Template;

use super::frame::titled;
use super::organize::Changes;
use super::{Frame, LetterRef, Moment};
use crate::l10n::Direction;

/// A version of the text, as it was signed.
#[derive(Clone, Debug, Template)]
#[template(path = "text_version.html")]
pub struct TextVersionPage {
    /// What every page carries; the path is `/letters/SLUG/texts/VERSION`.
    pub frame: Frame,
    /// The letter.
    pub letter: LetterRef,
    /// From 1.
    pub version: u64,
    /// Since when it was signed.
    pub since: Moment,
    /// The newest version, where this is an older one.
    pub newest: Option<u64>,
    /// BCP 47 tag of the text that is shown.
    pub tag: String,
    /// Tags and own names of the version's other texts.
    pub others: Vec<(String, String)>,
    /// The title.
    pub heading: String,
    /// To whom.
    pub to: String,
    /// From whom.
    pub from: String,
    /// The demands in brief.
    pub demands: Vec<String>,
    /// The text as safe HTML.
    pub text_html: String,
    /// SHA-256 of the text's bytes, in lower-case hexadecimal.
    pub digest: String,
    /// What the newest version changed in this language.
    pub changes: Changes,
}

impl TextVersionPage {
    fn title(&self) -> String {
        titled(&self.frame, "text-version-title", &self.heading)
    }

    fn description(&self) -> String {
        self.frame.say("languages-lead").to_string()
    }

    fn unlisted(&self) -> bool {
        self.newest.is_some()
    }

    fn dir(&self) -> &'static str {
        Direction::of_tag(&self.tag).as_str()
    }

    fn of(&self, tag: &str) -> String {
        self.letter
            .at(&format!("/texts/{}?text={tag}", self.version))
    }

    fn kicker(&self) -> String {
        self.frame
            .say("text-version-kicker")
            .num("version", &self.version)
            .text("date", self.since.date(self.frame.lang))
            .to_string()
    }

    fn superseded(&self, newest: &u64) -> String {
        let said = self.frame.say("text-version-superseded");
        said.num("newest", newest).to_string()
    }
}
