//! Organizers' pages. All are private, and each form carries the session's token.

mod account;
mod figures;
mod founders;
mod invitation;
mod launch;
mod letters;
mod sign_in;
mod spreadsheets;
mod trail;

use super::{Frame, Moment};

pub use account::{AccountPage, NewPasskeyPage, OpenSession, PasskeyLine, RecoveryCodePage};
pub use figures::{FiguresPage, LastDay};
pub use founders::{
    BoardRow, FounderLine, FounderState, FoundersPage, MISSING, SaidState, SheetLine,
};
pub use invitation::{InvitationPage, LinkPage};
pub use launch::{Check, LaunchPage, PreviewLine, PreviewsPage, Scheduled, TimeProblem};
pub use letters::{Invited, LettersPage, OwnLetter, OwnLetterPage, PersonLine, Stage};
pub use sign_in::{FreshPage, Place, RecoveryPage, SignInPage};
pub use spreadsheets::{ColumnLine, Counted, FaultLine, SheetState, SpreadsheetPage};
pub use trail::{TrailLine, TrailPage};

/// Who is signed in.
#[derive(Clone, Debug)]
pub struct Visit {
    /// Their name.
    pub name: String,
    /// What each form carries.
    pub form_token: String,
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

    /// A moment to the minute.
    pub(super) fn at(&self, at: &Moment) -> String {
        self.say("organize-at")
            .text("date", at.date(self.lang))
            .text("hour", at.hour(self.lang))
            .to_string()
    }

    fn invited_until(&self, until: &Moment) -> String {
        self.say("people-invited")
            .text("until", self.at(until))
            .to_string()
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
    let mut keys = Vec::new();
    for role in Role::ALL {
        keys.push(format!("role-{role}"));
        keys.push(format!("role-what-{role}"));
    }
    keys.extend(trail::ACTS.map(|act| format!("trail-{act}")));
    keys.extend(founders::families());
    keys.extend(launch::families());
    keys.extend(spreadsheets::families());
    keys.extend(Stage::ALL.map(|stage| format!("stage-{}", stage.as_str())));
    keys
}
