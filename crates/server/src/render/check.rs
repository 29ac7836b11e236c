//! How anyone checks the count.

use askama::Template;

use super::frame::titled;
use super::{Figures, Frame, LetterRef};

/// How to check the count, what that proves and what it doesn't.
#[derive(Clone, Debug, Template)]
#[template(path = "check.html")]
pub struct CheckPage {
    /// What every page carries; the path is `/letters/SLUG/check`.
    pub frame: Frame,
    /// The letter.
    pub letter: LetterRef,
    /// The figures.
    pub figures: Figures,
    /// The log's origin.
    pub origin: String,
    /// The log's public key as a note vkey.
    pub vkey: String,
    /// The root of the checkpoint that the figures stand on, in base64.
    pub root: String,
    /// Where a bundle can be downloaded, if it can.
    pub bundle: Option<String>,
}

impl CheckPage {
    fn title(&self) -> String {
        titled(&self.frame, "check-title", &self.letter.title)
    }

    fn description(&self) -> String {
        self.frame.say("check-lead").to_string()
    }

    fn unlisted(&self) -> bool {
        false
    }
}
