//! The demo's caught mails.

use askama::Template;

use super::{Frame, Moment};

/// A mail that the demo caught.
#[derive(Clone, Debug)]
pub struct CaughtMail {
    /// Whom it was to.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// Its plain text.
    pub text: String,
    /// The links in it.
    pub links: Vec<String>,
    /// When it was caught.
    pub at: Moment,
}

/// The list of caught mails, newest first.
#[derive(Clone, Debug, Template)]
#[template(path = "catcher.html")]
pub struct CatcherPage {
    /// What every page carries; private.
    pub frame: Frame,
    /// The mails.
    pub mails: Vec<CaughtMail>,
}

impl CatcherPage {
    fn title(&self) -> String {
        self.frame.say("catcher-title").to_string()
    }

    fn description(&self) -> String {
        String::new()
    }

    fn unlisted(&self) -> bool {
        true
    }
}
