//! Signing in, and showing once more who one is.

use askama::Template;

use super::{Frame, Visit, organizers_page};

/// Whether passkeys work where the page was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// They do.
    Here,
    /// They do at this address of the same page.
    Elsewhere(String),
    /// The site has no host name that they could belong to.
    Nowhere,
}

/// The way in.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/sign_in.html")]
pub struct SignInPage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in: nobody.
    pub visit: Option<Visit>,
    /// Whether passkeys work here.
    pub place: Place,
    /// Where to go then; a path of this site.
    pub next: String,
}

/// Asks for a passkey before something that takes a fresh one. Its form is the one that was sent.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/fresh.html")]
pub struct FreshPage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in.
    pub visit: Option<Visit>,
    /// Where the form goes.
    pub action: String,
    /// Its fields as they were sent.
    pub fields: Vec<(String, String)>,
}

/// A form whose sender was not signed in any more, or is so anew: it carries what was typed.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/unsent.html")]
pub struct UnsentPage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in by now.
    pub visit: Option<Visit>,
    /// Where the form goes.
    pub action: String,
    /// Its fields as they were sent.
    pub fields: Vec<(String, String)>,
}

/// Takes a recovery code.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/recovery.html")]
pub struct RecoveryPage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in: nobody.
    pub visit: Option<Visit>,
    /// Whether a code was sent that is none.
    pub wrong: bool,
}

organizers_page!(SignInPage, "sign-in-title");
organizers_page!(FreshPage, "fresh-title");
organizers_page!(UnsentPage, "unsent-title");
organizers_page!(RecoveryPage, "recovery-title");
