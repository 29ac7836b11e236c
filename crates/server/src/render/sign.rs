//! The form on a page of its own; also what a mistaken submission gets back.

use askama::Template;

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
