//! The removal of what stands.

use askama::Template;

use super::super::Signatory;
use super::decided::under_letter;
use super::{Decided, Frame, Visit, organizers_page};

/// Live signatures, to remove one.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/removal.html")]
pub struct RemovalPage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in.
    pub visit: Option<Visit>,
    /// The letter's title.
    pub letter: String,
    /// The letter's page for organizers.
    pub path: String,
    /// What was searched for.
    pub search: String,
    /// What was found.
    pub found: Vec<Signatory>,
    /// How the removal before ended.
    pub decided: Option<Decided>,
}

organizers_page!(RemovalPage, "removal-title");
under_letter!(RemovalPage);

impl Frame {
    pub(super) fn entry(&self, index: &u64) -> String {
        self.say("removal-entry").num("index", index).to_string()
    }
}
