//! What waits for a moderator, and the removal of what stands.

use askama::Template;

use super::super::{Display, Kind, Level, Shown, Signatory};
use super::{Frame, Moment, Visit, organizers_page};

/// How decisions ended.
#[derive(Clone, Copy, Debug)]
pub struct Decided {
    /// So many were carried out.
    pub done: u64,
    /// So many did not wait any more.
    pub gone: u64,
}

/// A signature or correction that waits.
#[derive(Clone, Debug)]
pub struct HeldLine {
    /// The store's id.
    pub id: i64,
    /// Who signs.
    pub kind: Kind,
    /// The whole name.
    pub name: String,
    /// How it would be shown.
    pub display: Display,
    /// An individual's title.
    pub title: Option<String>,
    /// An individual's affiliation.
    pub affiliation: Option<String>,
    /// An organization's or company's site.
    pub website: Option<String>,
    /// ISO 3166-1 alpha-2; `None` where the signatory chose not to say.
    pub country: Option<String>,
    /// Words, which are decided about apart.
    pub statement: Option<String>,
    /// The level of proof that it would have.
    pub level: Level,
    /// Whether it corrects a signature that stands.
    pub corrects: bool,
    /// Held because the mailbox is not at the organization's domain.
    pub is_unproven: bool,
    /// Held because it names somebody who is watched.
    pub is_watched: bool,
    /// Since when.
    pub since: Moment,
}

/// The queue of signatures and corrections, oldest first.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/held.html")]
pub struct HeldPage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in.
    pub visit: Option<Visit>,
    /// The letter's title.
    pub letter: String,
    /// The letter's page for organizers.
    pub path: String,
    /// A page of the queue.
    pub held: Vec<HeldLine>,
    /// How the decisions before ended.
    pub decided: Option<Decided>,
    /// The next page's path.
    pub next: Option<String>,
}

/// A statement, waiting or public.
#[derive(Clone, Debug)]
pub struct StatementLine {
    /// The store's id.
    pub id: i64,
    /// The name beside it.
    pub name: String,
    /// Its language.
    pub lang: String,
    /// The words.
    pub words: String,
    /// Whether it is on the letter's page.
    pub featured: bool,
}

/// The queue of statements, and those that are public.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/statements.html")]
pub struct StatementsPage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in.
    pub visit: Option<Visit>,
    /// The letter's title.
    pub letter: String,
    /// The letter's page for organizers.
    pub path: String,
    /// A page of those that wait, oldest first.
    pub held: Vec<StatementLine>,
    /// A page of the public ones, newest first.
    pub live: Vec<StatementLine>,
    /// How the decision before ended.
    pub decided: Option<Decided>,
    /// The next pages' paths: of those that wait, of the public ones.
    pub next: (Option<String>, Option<String>),
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
    /// What was found.
    pub found: Vec<Signatory>,
    /// How the removal before ended.
    pub decided: Option<Decided>,
}

organizers_page!(HeldPage, "held-title");
organizers_page!(StatementsPage, "statements-title");
organizers_page!(RemovalPage, "removal-title");

impl RemovalPage {
    fn named(&self, of: &Signatory) -> String {
        match &of.shown {
            Shown::Name { text, .. } | Shown::Initials(text) => text.clone(),
            shown => shown.text(&self.frame),
        }
    }
}

impl Frame {
    pub(super) fn reason(&self, reason: &str) -> String {
        self.say(&format!("reason-{reason}")).to_string()
    }

    pub(super) fn decided(&self, decided: &Decided) -> String {
        self.say("moderation-decided")
            .num("done", &decided.done)
            .num("gone", &decided.gone)
            .to_string()
    }

    pub(super) fn waits_since(&self, since: &Moment) -> String {
        self.say("held-since")
            .text("at", self.at(since))
            .to_string()
    }

    pub(super) fn entry(&self, index: &u64) -> String {
        self.say("removal-entry").num("index", index).to_string()
    }

    pub(super) fn held_count(&self, count: &u64) -> String {
        self.say("held-count").num("count", count).to_string()
    }

    pub(super) fn statements_count(&self, count: &u64) -> String {
        self.say("statements-count").num("count", count).to_string()
    }
}

/// The addresses that forms go to.
macro_rules! under_letter {
    ($($page:ty),+) => {$(
        impl $page {
            fn under(&self, rest: &str) -> String {
                format!("{}{rest}", self.path)
            }
        }
    )+};
}
under_letter!(HeldPage, StatementsPage, RemovalPage);
