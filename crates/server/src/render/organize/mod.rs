//! Organizers' pages. All are private, and each form carries the session's token.

mod account;
mod contacts;
mod decided;
mod deletion;
mod figures;
pub(super) mod form;
mod founders;
mod held;
mod held_one;
mod host;
mod invitation;
mod launch;
mod letters;
mod logo;
mod recipients;
mod removal;
mod rules;
mod settings;
mod sign_in;
mod spreadsheets;
mod statements;
mod texts;
mod trail;
mod write;

use super::{Frame, Moment};
use crate::l10n::{RichPhrase, own_name};

pub use account::{AccountPage, NewPasskeyPage, OpenSession, PasskeyLine, RecoveryCodePage};
pub use contacts::ContactsPage;
pub use decided::Decided;
pub use deletion::{DeletionPage, Lost};
pub use figures::{FiguresPage, Founding, LastDay};
pub use form::Mistake;
pub use founders::{
    Board, BoardRow, Chosen, FounderFilter, FounderLine, FounderLogo, FounderState, FoundersPage,
    HeldName, MISSING, Reach, Said, SaidState, SheetLine, Sought, UNDECIDED,
};
pub use held::{HeldLine, HeldPage};
pub use held_one::{HeldOnePage, HeldTyped};
pub use host::{HostPage, Leads};
pub use invitation::{InvitationPage, LinkPage, TranslatorLinkPage};
pub use launch::{Check, LaunchPage, PreviewLine, PreviewsPage, Scheduled, TimeProblem};
pub use letters::{Invited, LettersPage, OwnLetter, OwnLetterPage, PersonLine, Stage, Waiting};
pub use logo::LogoPage;
pub use recipients::{KeyProblem, RecipientLine, RecipientsPage};
pub use removal::{RemovalPage, WrongEntry};
pub use rules::{Changed, RuleForm, RuleLine, RulePage, RulesPage, RunLine, WaitingLine};
pub use settings::{Known, NewLetterPage, SettingsPage};
pub use sign_in::{FreshPage, Place, RecoveryPage, SignInPage, UnsentPage};
pub use spreadsheets::{ColumnLine, Counted, FaultLine, SheetState, SpreadsheetPage};
pub use statements::{LogoLine, StatementLine, StatementsPage};
pub use texts::{Lack, ReleaseState, TextLine, TextsPage, TranslatorLine};
pub use trail::{TrailLine, TrailPage, trail_csv};
pub use write::{
    Changes, Compared, DemandRow, Newer, Source, VersionLine, VersionsPage, WritePage,
};

/// Who is signed in.
#[derive(Clone, Debug)]
pub struct Visit {
    /// Their name.
    pub name: String,
    /// What each form carries.
    pub form_token: String,
}

/// The letter that a page is about, and where its organizers' page is.
#[derive(Clone, Debug)]
pub struct LetterHead {
    /// `/organize/letters/SLUG`.
    pub path: String,
    /// Its title.
    pub title: String,
    /// The title's language.
    pub title_lang: String,
    /// Whether who reads the page may go there.
    pub is_theirs: bool,
}

impl LetterHead {
    fn under(&self, rest: &str) -> String {
        format!("{}{rest}", self.path)
    }

    fn link(&self) -> Option<&str> {
        self.is_theirs.then_some(&*self.path)
    }
}

/// Roles and acts as messages name them.
impl Frame {
    pub(super) fn role(&self, role: &str) -> String {
        self.say(&format!("role-{role}")).to_string()
    }

    pub(super) fn role_what(&self, role: &str) -> String {
        self.say(&format!("role-what-{role}")).to_string()
    }

    pub(super) fn trail_act(&self, act: &str) -> String {
        self.say(&format!("trail-{act}")).to_string()
    }

    /// Who did something: the operator has no name in the trail, a translator only a language.
    fn trail_who(&self, who: &str) -> RichPhrase<'static> {
        match who.strip_prefix(crate::model::trail::TRANSLATOR) {
            Some(lang) => self
                .rich("trail-translator")
                .text("language", own_name(lang)),
            None if who.is_empty() => self.rich("trail-operator"),
            None => self.rich("trail-name").text("name", who),
        }
    }

    /// A moment to the minute.
    pub(super) fn at(&self, at: &Moment) -> String {
        self.say("organize-at")
            .text("date", at.date(self.lang))
            .text("hour", at.hour(self.lang))
            .to_string()
    }

    fn link_until(&self, key: &str, until: &Moment) -> String {
        self.say(key).text("until", self.at(until)).to_string()
    }

    fn last_used(&self, used: &Moment) -> String {
        self.say("account-used")
            .text("at", self.at(used))
            .to_string()
    }

    fn session_times(&self, session: &OpenSession) -> String {
        self.say("account-session")
            .text("begun", self.at(&session.begun))
            .text("seen", self.at(&session.seen))
            .to_string()
    }

    fn tab(&self, key: &str) -> String {
        format!("{}, {}", self.say(key), self.site.name)
    }
}

/// What the frame asks of every page.
macro_rules! organizers_page {
    ($page:ty, $key:literal) => {
        impl $page {
            fn title(&self) -> String {
                self.frame.tab($key)
            }

            fn description(&self) -> String {
                String::new()
            }

            fn unlisted(&self) -> bool {
                true
            }
        }
    };
}
use organizers_page;

/// Every key that is put together here.
#[cfg(test)]
pub(super) fn families() -> Vec<String> {
    use crate::model::Role;
    use crate::model::trail::Act;
    let mut keys = Vec::new();
    for role in Role::ALL {
        keys.push(format!("role-{role}"));
        keys.push(format!("role-what-{role}"));
    }
    keys.extend(decided::families());
    keys.extend(deletion::families());
    keys.extend(trail::families());
    keys.extend(rules::families());
    keys.extend(Act::ALL.iter().map(|act| format!("trail-{}", act.as_str())));
    keys.extend(KeyProblem::ALL.map(|problem| format!("keys-wrong-{}", problem.as_str())));
    keys.extend(founders::families());
    keys.extend(launch::families());
    keys.extend(spreadsheets::families());
    keys.extend(Stage::ALL.map(|stage| format!("stage-{}", stage.as_str())));
    keys.extend(form::families());
    keys.extend(host::families());
    keys.extend(texts::families());
    keys.extend(write::families());
    keys
}
