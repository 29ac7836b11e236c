//! The page before a letter is deleted.

use askama::Template;

use super::{Frame, LetterHead, Visit, organizers_page};

/// What is lost with a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// Languages that something is written in.
    Languages,
    /// Versions that were released.
    Versions,
    /// Founding signatories on the list.
    Founders,
    /// Founding signatories who accepted.
    Accepted,
    /// Spreadsheets of founders.
    Spreadsheets,
    /// Private links.
    Previews,
    /// Keys that open contacts.
    Keys,
    /// Organizers.
    People,
}

impl Lost {
    /// Everything.
    pub const ALL: [Self; 8] = [
        Self::Languages,
        Self::Versions,
        Self::Founders,
        Self::Accepted,
        Self::Spreadsheets,
        Self::Previews,
        Self::Keys,
        Self::People,
    ];

    const fn as_str(self) -> &'static str {
        match self {
            Self::Languages => "languages",
            Self::Versions => "versions",
            Self::Founders => "founders",
            Self::Accepted => "accepted",
            Self::Spreadsheets => "spreadsheets",
            Self::Previews => "previews",
            Self::Keys => "keys",
            Self::People => "people",
        }
    }
}

/// Asks once more before a letter is deleted.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/deletion.html")]
pub struct DeletionPage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in.
    pub visit: Option<Visit>,
    /// The letter.
    pub letter: LetterHead,
    /// Its word in addresses, which is to be typed.
    pub slug: String,
    /// What would be lost, and how many of it.
    pub lost: Vec<(Lost, u64)>,
    /// What was typed.
    pub typed: String,
    /// Whether that was something else.
    pub wrong: bool,
}

organizers_page!(DeletionPage, "deletion-title");

impl DeletionPage {
    fn under(&self, rest: &str) -> String {
        self.letter.under(rest)
    }
}

impl Frame {
    fn lost(&self, lost: &Lost, count: &u64) -> String {
        self.say(&format!("deletion-lost-{}", lost.as_str()))
            .num("count", count)
            .to_string()
    }
}

/// Every key that is put together here.
#[cfg(test)]
pub(super) fn families() -> Vec<String> {
    let all = Lost::ALL.map(|lost| format!("deletion-lost-{}", lost.as_str()));
    all.into()
}
