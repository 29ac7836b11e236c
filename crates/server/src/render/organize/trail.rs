//! A letter's trail.

use askama::Template;

use super::{Frame, Moment, Visit, organizers_page};

/// The words of acts, as `acts::access::Act` writes them.
#[cfg(test)]
pub(super) const ACTS: [&str; 24] = [
    "invited",
    "joined",
    "role-changed",
    "removed",
    "signed-in",
    "passkey-added",
    "passkey-renamed",
    "passkey-removed",
    "recovery-code-made",
    "recovery-code-used",
    "recovered",
    "session-ended",
    "trail-exported",
    "founders-listed",
    "founders-invited",
    "founders-reminded",
    "founder-removed",
    "statement-approved",
    "statement-refused",
    "preview-made",
    "preview-revoked",
    "launch-scheduled",
    "launch-cancelled",
    "launched",
];

/// Something that was done.
#[derive(Clone, Debug)]
pub struct TrailLine {
    /// When.
    pub at: Moment,
    /// Who; empty for the operator.
    pub who: String,
    /// What, a word of `ACTS`.
    pub act: String,
    /// To what or whom.
    pub what: String,
}

/// What was done, newest first.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/trail.html")]
pub struct TrailPage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in.
    pub visit: Option<Visit>,
    /// The letter's title.
    pub letter: String,
    /// The letter's page for organizers.
    pub path: String,
    /// A page of it.
    pub lines: Vec<TrailLine>,
    /// The next page's path.
    pub next: Option<String>,
}

organizers_page!(TrailPage, "trail-title");
