//! An organizer's letters, and one of them.

use askama::Template;

use super::super::Figures;
use super::{Frame, Moment, Visit, organizers_page};
use crate::model::Role;

/// Where a letter is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nobody but its organizers knows of it.
    Draft,
    /// It can be signed.
    Open,
    /// It can be read.
    Closed,
}

impl Stage {
    /// Every stage.
    pub const ALL: [Self; 3] = [Self::Draft, Self::Open, Self::Closed];

    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }
}

/// A letter in the list.
#[derive(Clone, Debug)]
pub struct OwnLetter {
    /// Its word in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// The title's language.
    pub title_lang: String,
    /// Where it is.
    pub stage: Stage,
    /// The organizer's role in it.
    pub role: Role,
    /// Its figures, once it has launched.
    pub figures: Option<Figures>,
}

/// Somebody who has a role in a letter.
#[derive(Clone, Debug)]
pub struct PersonLine {
    /// The store's id.
    pub id: i64,
    /// Their name.
    pub name: String,
    /// Their role.
    pub role: Role,
    /// Whether it is who reads the page.
    pub is_reader: bool,
}

/// Somebody whose link waits.
#[derive(Clone, Debug)]
pub struct Invited {
    /// The store's id.
    pub id: i64,
    /// Their name.
    pub name: String,
    /// The role that waits for them; none where they have one and get a new passkey.
    pub role: Option<Role>,
    /// Until when.
    pub until: Moment,
}

/// What waits for moderators.
#[derive(Clone, Copy, Debug)]
pub struct Waiting {
    /// Signatures and corrections.
    pub held: u64,
    /// Statements and logos.
    pub statements: u64,
    /// Those of founders before the launch, which the founders' list has.
    pub of_founders: u64,
}

/// The letters that are the organizer's.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/letters.html")]
pub struct LettersPage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in.
    pub visit: Option<Visit>,
    /// Whether they may make letters.
    pub makes_letters: bool,
    /// The letters, newest first.
    pub letters: Vec<OwnLetter>,
}

/// One of them: what it is, and who runs it.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/letter.html")]
pub struct OwnLetterPage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in.
    pub visit: Option<Visit>,
    /// The letter.
    pub letter: OwnLetter,
    /// Who runs it.
    pub people: Vec<PersonLine>,
    /// What waits; none where the role does not decide about it.
    pub waiting: Option<Waiting>,
    /// Who is invited to.
    pub invited: Vec<Invited>,
}

impl Frame {
    fn stage(&self, stage: &Stage) -> String {
        self.say(&format!("stage-{}", stage.as_str())).to_string()
    }

    fn waiting(&self, key: &str, count: &u64) -> String {
        self.say(key).num("count", count).to_string()
    }
}

impl OwnLetter {
    fn path(&self) -> String {
        format!("/organize/letters/{}", self.slug)
    }

    fn is_public(&self) -> bool {
        self.stage != Stage::Draft
    }

    fn is_written(&self) -> bool {
        matches!(self.role, Role::Owner | Role::Editor)
    }

    fn gives_previews(&self) -> bool {
        self.is_written() || self.role == Role::Press
    }

    fn is_owned(&self) -> bool {
        self.role == Role::Owner
    }
}

organizers_page!(LettersPage, "organize-letters-title");

impl OwnLetterPage {
    fn public(&self) -> String {
        format!("/letters/{}", self.letter.slug)
    }

    fn under(&self, rest: &str) -> String {
        format!("{}{rest}", self.letter.path())
    }

    fn of(&self, person: &PersonLine, act: &str) -> String {
        self.under(&format!("/people/{}/{act}", person.id))
    }

    fn revoke(&self, invited: &Invited) -> String {
        self.under(&format!("/invitations/{}/removal", invited.id))
    }

    fn title(&self) -> String {
        format!("{}, {}", self.letter.title, self.frame.site.name)
    }

    fn description(&self) -> String {
        String::new()
    }

    fn unlisted(&self) -> bool {
        true
    }
}
