//! One signature.

use askama::Template;

use super::{Frame, LetterRef, Signatory};

/// One signature, with its level of proof, its place in the record and how to check it.
#[derive(Clone, Debug, Template)]
#[template(path = "signature.html")]
pub struct SignaturePage {
    /// What every page carries; the path is `/letters/SLUG/signatures/INDEX`.
    pub frame: Frame,
    /// The letter.
    pub letter: LetterRef,
    /// The signatory.
    pub signatory: Signatory,
    /// The version of the text that was signed.
    pub version: u32,
    /// SHA-256 of the text that was shown, in lower-case hexadecimal; gone with the opening.
    pub text_digest: Option<String>,
    /// Whether the public facts can be downloaded as a receipt at `…/INDEX/receipt`.
    pub receipt: bool,
}

impl SignaturePage {
    fn title(&self) -> String {
        format!(
            "{}, {}",
            self.signatory.shown.text(&self.frame),
            self.letter.title
        )
    }

    fn description(&self) -> String {
        self.frame.signed_as(&self.signatory)
    }

    fn unlisted(&self) -> bool {
        self.signatory.kind.is_individual()
    }
}
