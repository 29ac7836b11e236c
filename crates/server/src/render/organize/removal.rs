//! The removal of what stands.

use askama::Template;

use super::super::Signatory;
use super::decided::under_letter;
use super::{Decided, Frame, Visit, organizers_page};

/// Why a number led to no signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongEntry {
    /// It is no number.
    NoNumber,
    /// No signature stands there.
    NotThere,
}

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
    /// The number of an entry, as typed.
    pub entry: String,
    /// What is wrong with it.
    pub wrong: Option<WrongEntry>,
    /// What was found.
    pub found: Vec<Signatory>,
    /// Whether not all words were looked up that begin so.
    pub is_cut: bool,
    /// The first page's path, on those after it.
    pub first: Option<String>,
    /// The next page's path.
    pub next: Option<String>,
    /// How the removal before ended.
    pub decided: Option<Decided>,
    /// Whether it was to be removed, and nobody said why.
    pub unreasoned: bool,
}

organizers_page!(RemovalPage, "removal-title");
under_letter!(RemovalPage);

impl RemovalPage {
    /// The public page of a signature.
    fn signature(&self, index: &u64) -> String {
        let slug = self.path.rsplit('/').next().unwrap_or_default();
        self.frame
            .to(&format!("/letters/{slug}/signatures/{index}"))
    }
}

impl Frame {
    fn wrong_entry(&self, wrong: &WrongEntry) -> String {
        match wrong {
            WrongEntry::NoNumber => self.say("removal-no-number").to_string(),
            WrongEntry::NotThere => self.say("removal-not-there").to_string(),
        }
    }

    pub(super) fn entry(&self, index: &u64) -> String {
        self.say("removal-entry").num("index", index).to_string()
    }
}
