//! The page behind a founder's invitation: the letter in confidence, and their answer.

use askama::Template;

use super::form::problem_of;
use super::organize::SaidState;
use super::{
    Demand, FieldError, Frame, Kind, Moment, OwnLogo, Problem, PublicFace, TextName, Values,
};
use crate::l10n::Direction;

/// What they answered so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Nothing yet.
    Open,
    /// Yes, then.
    Accepted(Moment),
    /// Yes, then, under another name; an organizer looks first.
    Held(Moment),
    /// No, then; the address is deleted.
    Declined(Moment),
    /// Something, then, that organizers did not take.
    AskedAgain(Moment),
}

/// Why an address is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskedAddress {
    /// The organizers brought none.
    Unknown,
    /// They declined, and it was deleted.
    Deleted,
    /// It was sealed while there were other recipients.
    SealedElsewhere,
}

impl AskedAddress {
    /// Every reason.
    pub const ALL: [Self; 3] = [Self::Unknown, Self::Deleted, Self::SealedElsewhere];

    const fn as_str(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Deleted => "deleted",
            Self::SealedElsewhere => "sealed",
        }
    }
}

/// The page of one who is invited to found a letter.
#[derive(Clone, Debug, Template)]
#[template(path = "invited.html")]
pub struct InvitedPage {
    /// What every page carries; private.
    pub frame: Frame,
    /// The link's own path.
    pub path: String,
    /// Who invites.
    pub by: String,
    /// Who is invited.
    pub name: String,
    /// The letter's title.
    pub title: String,
    /// Language of the text that is shown.
    pub text_lang: String,
    /// SHA-256 of its bytes: the answer says what was read.
    pub text_digest: String,
    /// Whether they accepted an earlier version than this.
    pub stands_under_earlier: bool,
    /// Other texts of it.
    pub others: Vec<TextName>,
    /// Who it is addressed to.
    pub to: String,
    /// Who wrote it.
    pub from: String,
    /// The demands in brief.
    pub demands: Vec<Demand>,
    /// The text as HTML that was already made safe.
    pub text_html: String,
    /// What they answered.
    pub answer: Answer,
    /// What will be public, where they accepted.
    pub face: Option<PublicFace>,
    /// What becomes of their statement.
    pub said: Option<SaidState>,
    /// Who signs.
    pub kind: Kind,
    /// What is in the form.
    pub values: Values,
    /// What was wrong with it.
    pub errors: Vec<FieldError>,
    /// Whether it came back because the text has changed.
    pub superseded: bool,
    /// Whether an address is needed, and why.
    pub address: Option<AskedAddress>,
    /// The logo of an organization or a company that accepted.
    pub logo: Option<OwnLogo>,
    /// Until when the organizers keep the sealed contact, at most.
    pub retention: Moment,
    /// The most characters of a statement.
    pub statement_most: u32,
}

impl InvitedPage {
    fn title(&self) -> String {
        let key = self.frame.say("invited-title").to_string();
        if self.errors.is_empty() && !self.superseded {
            key
        } else {
            format!("{} {key}", self.frame.say("error-word"))
        }
    }

    fn description(&self) -> String {
        String::new()
    }

    fn unlisted(&self) -> bool {
        true
    }

    fn text_dir(&self) -> &'static str {
        Direction::of_tag(&self.text_lang).as_str()
    }

    fn read_in(&self, tag: &str) -> String {
        format!("{}?text={tag}&lang={}", self.path, self.frame.lang)
    }

    fn problem(&self, field: &str) -> Option<&Problem> {
        problem_of(&self.errors, field)
    }

    fn is_sealed_elsewhere(&self) -> bool {
        self.address == Some(AskedAddress::SealedElsewhere)
    }

    fn is_accepted(&self) -> bool {
        matches!(self.answer, Answer::Accepted(_) | Answer::Held(_))
    }

    fn is_declined(&self) -> bool {
        matches!(self.answer, Answer::Declined(_))
    }
}

impl Frame {
    fn asked_address(&self, why: &AskedAddress) -> String {
        self.say(&format!("invited-email-{}", why.as_str()))
            .to_string()
    }

    fn invited_on(&self, key: &str, at: &Moment) -> String {
        self.say(key)
            .text("date", at.date(self.lang))
            .text("hour", at.hour(self.lang))
            .to_string()
    }
}

/// Every key that is put together here.
#[cfg(test)]
pub(super) fn families() -> Vec<String> {
    AskedAddress::ALL
        .map(|why| format!("invited-email-{}", why.as_str()))
        .into()
}
