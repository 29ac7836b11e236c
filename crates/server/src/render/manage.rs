//! The private page of a confirmed signature.

use askama::Template;

use super::frame::titled;
use super::{
    FieldError, Frame, LetterRef, Moment, OwnLogo, Provable, PublicFace, Standing, Values,
};

/// What was just done through the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// A correction was accepted; the record takes it within seconds.
    Corrected,
    /// A correction may be checked by a person first.
    CorrectionHeld,
    /// The name was hidden.
    Hidden,
    /// Nothing: it was declined after it had been confirmed.
    Stands,
    /// No more news will be sent.
    NoNews,
}

impl Change {
    /// Every change.
    pub const ALL: [Self; 5] = [
        Self::Corrected,
        Self::CorrectionHeld,
        Self::Hidden,
        Self::Stands,
        Self::NoNews,
    ];

    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Corrected => "corrected",
            Self::CorrectionHeld => "correction-held",
            Self::Hidden => "hidden",
            Self::Stands => "stands",
            Self::NoNews => "no-news",
        }
    }
}

/// What a signatory sees and does behind the private link. Its forms post to the link's path
/// with `/hiding`, `/correction` and `/withdrawal`; the receipt is at `/receipt`
/// and, without the opening, at `/receipt?opening=no`.
#[derive(Clone, Debug, Template)]
#[template(path = "manage.html")]
pub struct ManagePage {
    /// What every page carries; private.
    pub frame: Frame,
    /// The letter.
    pub letter: LetterRef,
    /// The token of the link.
    pub token: String,
    /// What the public sees.
    pub face: PublicFace,
    /// Where the signature stands.
    pub standing: Standing,
    /// What was just done, if anything.
    pub change: Option<Change>,
    /// Whether a correction waits for a moderator.
    pub correction_held: bool,
    /// How the domain of an organization or company can be proven.
    pub provable: Option<Provable>,
    /// The logo of an organization or a company.
    pub logo: Option<OwnLogo>,
    /// What the correction's form holds: the present values at first, without the address.
    pub values: Values,
    /// What was wrong with a correction.
    pub errors: Vec<FieldError>,
    /// Until when the organizers keep the sealed contact, at most.
    pub retention: Moment,
}

/// The answer to a withdrawal.
#[derive(Clone, Debug, Template)]
#[template(path = "withdrawn.html")]
pub struct WithdrawnPage {
    /// What every page carries; private.
    pub frame: Frame,
    /// The letter.
    pub letter: LetterRef,
}

impl ManagePage {
    fn title(&self) -> String {
        titled(&self.frame, "manage-title", &self.letter.title)
    }

    fn description(&self) -> String {
        String::new()
    }

    fn unlisted(&self) -> bool {
        true
    }

    /// An individual's name can be hidden unless it is already.
    fn can_hide(&self) -> bool {
        self.face.kind.is_individual() && self.face.shown.is_named()
    }

    fn post_to(&self, act: &str) -> String {
        format!("{}/{act}", self.letter.confirmation(&self.token))
    }
}

impl WithdrawnPage {
    fn title(&self) -> String {
        titled(&self.frame, "withdrawn-title", &self.letter.title)
    }

    fn description(&self) -> String {
        String::new()
    }

    fn unlisted(&self) -> bool {
        true
    }
}
