//! The form on a page of its own; also what a mistaken submission gets back.

use askama::Template;

use super::frame::titled;
use super::{Frame, LetterRef, SignForm};

/// The form alone.
#[derive(Clone, Debug, Template)]
#[template(path = "sign.html")]
pub struct SignPage {
    /// What every page carries; the path is `/letters/SLUG/sign`.
    pub frame: Frame,
    /// The letter.
    pub letter: LetterRef,
    /// The form, with what was typed and what was wrong.
    pub form: SignForm,
}

impl SignPage {
    fn title(&self) -> String {
        let title = titled(&self.frame, "sign-title", &self.letter.title);
        if self.form.errors.is_empty() {
            title
        } else {
            format!("{} {title}", self.frame.say("error-word"))
        }
    }

    fn description(&self) -> String {
        self.frame.say("form-means").to_string()
    }

    fn unlisted(&self) -> bool {
        false
    }
}
