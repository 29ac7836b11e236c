//! An organizer's own access: passkeys, sessions, recovery code.

use askama::Template;

use super::{Frame, Moment, Visit, organizers_page};

/// A passkey in the list.
#[derive(Clone, Debug)]
pub struct PasskeyLine {
    /// The store's id.
    pub id: i64,
    /// The organizer's name for it.
    pub name: String,
    /// When it was last used.
    pub used: Moment,
}

/// An open session in the list.
#[derive(Clone, Debug)]
pub struct OpenSession {
    /// The store's id.
    pub id: i64,
    /// The browser's family.
    pub browser: String,
    /// When it began.
    pub begun: Moment,
    /// When it was last used.
    pub seen: Moment,
    /// Whether it is this one.
    pub own: bool,
}

/// The account.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/account.html")]
pub struct AccountPage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in.
    pub visit: Option<Visit>,
    /// Their passkeys.
    pub passkeys: Vec<PasskeyLine>,
    /// Their sessions.
    pub sessions: Vec<OpenSession>,
    /// Whether a recovery code was printed and not used.
    pub has_code: bool,
}

/// The form for another passkey.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/new_passkey.html")]
pub struct NewPasskeyPage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in.
    pub visit: Option<Visit>,
}

/// A recovery code, shown this once.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/recovery_code.html")]
pub struct RecoveryCodePage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in.
    pub visit: Option<Visit>,
    /// The code in groups.
    pub code: String,
    /// Where it is typed in: a whole address.
    pub at: String,
}

organizers_page!(AccountPage, "account-title");
organizers_page!(NewPasskeyPage, "new-passkey-title");
organizers_page!(RecoveryCodePage, "recovery-code-title");
