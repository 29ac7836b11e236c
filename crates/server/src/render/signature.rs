//! One signature.

use askama::Template;

use super::{Frame, LetterRef, LogoRef, Moment, Signatory};
use crate::l10n::{RichPhrase, own_name};

/// A text that a signature names.
#[derive(Clone, Debug)]
pub struct SignedText {
    /// From 1.
    pub version: u64,
    /// Its BCP 47 tag.
    pub tag: String,
    /// SHA-256 of its bytes, in lower-case hexadecimal.
    pub digest: String,
}

impl SignedText {
    fn words(&self, frame: &Frame) -> RichPhrase<'_> {
        frame
            .rich("signature-text")
            .num("version", &self.version)
            .attr("tag", &self.tag)
            .attr("language", own_name(&self.tag))
    }

    /// The file of the record that has its bytes.
    fn file(&self) -> String {
        format!("text/{}/{}", self.version, self.tag)
    }
}

/// One signature, with its level of proof, its place in the record and how to check it. Its public
/// facts can be downloaded as a receipt at `…/INDEX/receipt`.
#[derive(Clone, Debug, Template)]
#[template(path = "signature.html")]
pub struct SignaturePage {
    /// What every page carries; the path is `/letters/SLUG/signatures/INDEX`.
    pub frame: Frame,
    /// The letter.
    pub letter: LetterRef,
    /// The signatory.
    pub signatory: Signatory,
    /// The logo of an organization or a company.
    pub logo: Option<LogoRef>,
    /// The text that was shown, where it is known.
    pub text: Option<SignedText>,
    /// When its domain was last seen to prove it.
    pub checked: Option<Moment>,
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
