//! The pages behind a confirmation's link until it is confirmed or declined.

use askama::Template;

use super::frame::titled;
use super::{Display, Frame, Kind, LetterRef, Level, Moment, Provable, Questions, Shown};
use crate::model::mailbox_domain;

/// What the public will see, or sees, of a signature.
#[derive(Clone, Debug)]
pub struct PublicFace {
    /// Who signs.
    pub kind: Kind,
    /// How an individual appears.
    pub display: Display,
    /// The name shown.
    pub shown: Shown,
    /// An individual's title.
    pub title: Option<String>,
    /// An individual's affiliation.
    pub affiliation: Option<String>,
    /// An organization's or company's site.
    pub website: Option<String>,
    /// The domain of an individual's mailbox, in ASCII, where they show it.
    pub mailbox: Option<String>,
    /// ISO 3166-1 alpha-2; `None` where the signatory chose not to say.
    pub country: Option<String>,
    /// A statement, which an organizer reads before it is public.
    pub statement: Option<String>,
    /// The level of proof that it has or will have.
    pub level: Level,
}

impl PublicFace {
    pub(super) fn mailbox_readable(&self) -> Option<String> {
        self.mailbox.as_deref().map(mailbox_domain::readable)
    }
}

/// Where a confirmed signature stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Accepted; the record takes it within seconds.
    Soon,
    /// In the record, at this index.
    Recorded {
        /// The entry's index.
        index: u64,
    },
    /// It may be checked by a person first.
    Held,
}

impl Standing {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Soon => "soon",
            Self::Recorded { .. } => "recorded",
            Self::Held => "held",
        }
    }

    pub(super) const fn index(self) -> Option<u64> {
        match self {
            Self::Recorded { index } => Some(index),
            Self::Soon | Self::Held => None,
        }
    }
}

/// The page that a mail's link opens: what will be public, and one form with two buttons,
/// `decision=confirm` and `decision=decline`.
#[derive(Clone, Debug, Template)]
#[template(path = "confirm.html")]
pub struct ConfirmPage {
    /// What every page carries; private.
    pub frame: Frame,
    /// The letter.
    pub letter: LetterRef,
    /// The token of the link; the form posts to [`super::paths::confirmation`].
    pub token: String,
    /// What will be public.
    pub face: PublicFace,
    /// The mailbox's domain was to be shown too, and isn't, because anybody can get a mailbox there.
    pub kept_back: bool,
    /// Whether the signatory asked for the organizers' news.
    pub updates: bool,
    /// Until when the organizers keep the sealed contact, at most.
    pub retention: Moment,
    /// Until when it can be confirmed.
    pub expires: Moment,
}

/// The answer to a confirmation.
#[derive(Clone, Debug, Template)]
#[template(path = "confirmed.html")]
pub struct ConfirmedPage {
    /// What every page carries; private.
    pub frame: Frame,
    /// The letter.
    pub letter: LetterRef,
    /// The token of the link, which manages the signature from now on.
    pub token: String,
    /// Where the signature stands.
    pub standing: Standing,
    /// How the domain of an organization or company that is held can be proven.
    pub provable: Option<Provable>,
    /// What moderators ask about it while it is held.
    pub questions: Questions,
}

/// The answer to "It wasn't me".
#[derive(Clone, Debug, Template)]
#[template(path = "declined.html")]
pub struct DeclinedPage {
    /// What every page carries; private.
    pub frame: Frame,
    /// The letter.
    pub letter: LetterRef,
    /// Days for which no mail about this letter goes to the address.
    pub quiet_days: u64,
}

impl ConfirmPage {
    fn title(&self) -> String {
        titled(&self.frame, "confirm-title", &self.letter.title)
    }

    fn description(&self) -> String {
        String::new()
    }

    fn unlisted(&self) -> bool {
        true
    }
}

impl ConfirmedPage {
    fn prove_at(&self) -> String {
        format!("{}/proof", self.letter.confirmation(&self.token))
    }

    fn answer_at(&self) -> String {
        format!("{}/answer", self.letter.confirmation(&self.token))
    }

    fn title(&self) -> String {
        titled(&self.frame, "confirmed-title", &self.letter.title)
    }

    fn description(&self) -> String {
        String::new()
    }

    fn unlisted(&self) -> bool {
        true
    }
}

impl DeclinedPage {
    fn title(&self) -> String {
        titled(&self.frame, "declined-title", &self.letter.title)
    }

    fn description(&self) -> String {
        String::new()
    }

    fn unlisted(&self) -> bool {
        true
    }
}
