//! The organizers' logo.

use askama::Template;

use super::super::LogoRef;
use super::{Frame, LetterHead, Visit, organizers_page};
use crate::model::logo::BadLogo;

/// The logo, and the form for another.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/logo.html")]
pub struct LogoPage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in.
    pub visit: Option<Visit>,
    /// The letter.
    pub letter: LetterHead,
    /// The logo, where there is one.
    pub logo: Option<LogoRef>,
    /// Why what was sent is none.
    pub bad: Option<BadLogo>,
}

organizers_page!(LogoPage, "logo-title");

impl LogoPage {
    fn under(&self, rest: &str) -> String {
        self.letter.under(rest)
    }
}
