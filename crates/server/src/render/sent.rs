//! What happens after the form was sent: the same page for everybody.

use askama::Template;

use super::frame::titled;
use super::{Frame, LetterRef};

/// "Check your mail". It names no address: the page may be seen over a shoulder.
#[derive(Clone, Debug, Template)]
#[template(path = "sent.html")]
pub struct SentPage {
    /// What every page carries.
    pub frame: Frame,
    /// The letter.
    pub letter: LetterRef,
    /// The address that the mail comes from, to look for among unwanted mail.
    pub mail_from: String,
    /// Hours until what was entered is deleted if nobody confirms.
    pub hours: u64,
    /// Where the demo shows caught mails; `None` elsewhere.
    pub catcher: Option<String>,
}

impl SentPage {
    fn title(&self) -> String {
        titled(&self.frame, "sent-title", &self.letter.title)
    }

    fn description(&self) -> String {
        String::new()
    }

    fn unlisted(&self) -> bool {
        true
    }
}
