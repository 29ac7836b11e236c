//! Whose keys a letter's contacts are sealed to.

use askama::Template;

use super::{Frame, Moment, Visit, organizers_page};

/// A recipient in the list.
#[derive(Clone, Debug)]
pub struct RecipientLine {
    /// What organizers call its key; empty for one that came from files.
    pub name: String,
    /// `age1…`.
    pub recipient: String,
    /// When its test contact was opened.
    pub tested: Option<Moment>,
    /// Its test contact, an age file in base64.
    pub test_contact: String,
}

/// What is wrong with what was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyProblem {
    /// No name.
    Name,
    /// An identity where a recipient belongs.
    Secret,
    /// No recipient.
    Recipient,
    /// The letter has it.
    Known,
    /// The letter has as many as it can.
    Many,
    /// The letter has launched.
    Launched,
    /// No test contact held the code.
    Code,
}

impl KeyProblem {
    /// Every problem.
    pub const ALL: [Self; 7] = [
        Self::Name,
        Self::Secret,
        Self::Recipient,
        Self::Known,
        Self::Many,
        Self::Launched,
        Self::Code,
    ];

    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Secret => "secret",
            Self::Recipient => "recipient",
            Self::Known => "known",
            Self::Many => "many",
            Self::Launched => "launched",
            Self::Code => "code",
        }
    }

    /// The field that it is about; none where it is about the whole letter.
    const fn field(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Secret | Self::Recipient | Self::Known => "recipient",
            Self::Code => "code",
            Self::Many | Self::Launched => "",
        }
    }
}

/// The keys of a letter.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/recipients.html")]
pub struct RecipientsPage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in.
    pub visit: Option<Visit>,
    /// The letter's title.
    pub letter: String,
    /// Its page for organizers.
    pub path: String,
    /// Its word in addresses.
    pub slug: String,
    /// Its origin, which test contacts name.
    pub origin: String,
    /// Whether its keys may still change.
    pub draft: bool,
    /// The recipients.
    pub lines: Vec<RecipientLine>,
    /// Contacts that are sealed by now.
    pub sealed: u64,
    /// Of them, how many founders' are sealed to other keys than these.
    pub sealed_elsewhere: u64,
    /// What is wrong with what was sent.
    pub problem: Option<KeyProblem>,
    /// What was sent: name, recipient and code.
    pub typed: [String; 3],
}

organizers_page!(RecipientsPage, "keys-title");

impl Frame {
    fn tested_at(&self, at: &Moment) -> String {
        self.say("keys-tested").text("at", self.at(at)).to_string()
    }

    fn sealed_by_now(&self, count: &u64) -> String {
        self.say("keys-sealed").num("count", count).to_string()
    }

    fn sealed_elsewhere(&self, count: &u64) -> String {
        self.say("keys-elsewhere").num("count", count).to_string()
    }

    fn key_problem(&self, problem: KeyProblem) -> String {
        self.say(&format!("keys-wrong-{}", problem.as_str()))
            .to_string()
    }
}

impl RecipientLine {
    fn is_untested(&self) -> bool {
        self.tested.is_none()
    }

    /// Where nobody named the key, its beginning tells it from others.
    fn called(&self, frame: &Frame) -> String {
        match &*self.name {
            "" => frame.say("keys-unnamed").to_string(),
            name => name.to_owned(),
        }
    }
}

impl RecipientsPage {
    fn under(&self, rest: &str) -> String {
        format!("{}{rest}", self.path)
    }

    fn is_untested(&self) -> bool {
        self.lines.iter().any(RecipientLine::is_untested)
    }

    /// What is wrong with a field, in words; with "" what is wrong with none of them.
    fn wrong(&self, field: &str) -> Option<String> {
        let problem = self.problem.filter(|problem| problem.field() == field)?;
        Some(self.frame.key_problem(problem))
    }
}
