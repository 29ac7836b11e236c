//! Invitations, opened and made.

use askama::Template;

use super::{Frame, Place, Visit, organizers_page};

/// What a one-time link opens.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/invitation.html")]
pub struct InvitationPage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in, if anybody: they may accept as themselves.
    pub visit: Option<Visit>,
    /// Whether passkeys work here.
    pub place: Place,
    /// For whom.
    pub name: String,
    /// Whether it gives somebody known another passkey.
    pub recovers: bool,
    /// The letter's title, where it is for one.
    pub letter: Option<String>,
    /// The role in it.
    pub role: String,
    /// The link's own path.
    pub path: String,
}

/// A link that was just made, shown this once.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/link.html")]
pub struct LinkPage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in.
    pub visit: Option<Visit>,
    /// For whom.
    pub name: String,
    /// The whole address.
    pub link: String,
    /// Where to go back to.
    pub back: String,
}

/// A translator's link that was just made, shown this once.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/translator_link.html")]
pub struct TranslatorLinkPage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in.
    pub visit: Option<Visit>,
    /// For whom.
    pub name: String,
    /// The whole address.
    pub link: String,
    /// Where to go back to.
    pub back: String,
}

organizers_page!(TranslatorLinkPage, "link-title");
organizers_page!(InvitationPage, "invitation-title");
organizers_page!(LinkPage, "link-title");

impl InvitationPage {
    fn under(&self, rest: &str) -> String {
        format!("{}{rest}", self.path)
    }
}
