//! The trail of what organizers did.

use super::super::Result;
use super::Session;
use crate::app::App;
use crate::seal::row_id;
use crate::store::trail::{self, TrailRow};
use crate::store::{self, Tx};

/// What can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Somebody was invited.
    Invited,
    /// Somebody accepted an invitation.
    Joined,
    /// Somebody's role was changed.
    RoleChanged,
    /// Somebody's role was taken.
    Removed,
    /// Somebody signed in.
    SignedIn,
    /// A passkey was added.
    PasskeyAdded,
    /// A passkey got another name.
    PasskeyRenamed,
    /// A passkey was removed.
    PasskeyRemoved,
    /// A recovery code was printed.
    RecoveryCodeMade,
    /// A recovery code was used.
    RecoveryCodeUsed,
    /// The operator gave somebody a new link.
    Recovered,
    /// A session was ended from another.
    SessionEnded,
    /// The trail was exported.
    TrailExported,
    /// Founders were listed.
    FoundersListed,
    /// Founders were invited.
    FoundersInvited,
    /// Founders were reminded.
    FoundersReminded,
    /// A founder was taken off the list.
    FounderRemoved,
    /// A founder's statement was approved.
    StatementApproved,
    /// A founder's statement was refused.
    StatementRefused,
    /// A private link to the letter before launch was made.
    PreviewMade,
    /// One was revoked.
    PreviewRevoked,
    /// The launch was set to a minute.
    LaunchScheduled,
    /// The launch was called off.
    LaunchCancelled,
    /// The letter was launched.
    Launched,
}

impl Act {
    /// Everything.
    pub const ALL: [Self; 24] = [
        Self::Invited,
        Self::Joined,
        Self::RoleChanged,
        Self::Removed,
        Self::SignedIn,
        Self::PasskeyAdded,
        Self::PasskeyRenamed,
        Self::PasskeyRemoved,
        Self::RecoveryCodeMade,
        Self::RecoveryCodeUsed,
        Self::Recovered,
        Self::SessionEnded,
        Self::TrailExported,
        Self::FoundersListed,
        Self::FoundersInvited,
        Self::FoundersReminded,
        Self::FounderRemoved,
        Self::StatementApproved,
        Self::StatementRefused,
        Self::PreviewMade,
        Self::PreviewRevoked,
        Self::LaunchScheduled,
        Self::LaunchCancelled,
        Self::Launched,
    ];

    /// As stored and exported.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::Joined => "joined",
            Self::RoleChanged => "role-changed",
            Self::Removed => "removed",
            Self::SignedIn => "signed-in",
            Self::PasskeyAdded => "passkey-added",
            Self::PasskeyRenamed => "passkey-renamed",
            Self::PasskeyRemoved => "passkey-removed",
            Self::RecoveryCodeMade => "recovery-code-made",
            Self::RecoveryCodeUsed => "recovery-code-used",
            Self::Recovered => "recovered",
            Self::SessionEnded => "session-ended",
            Self::TrailExported => "trail-exported",
            Self::FoundersListed => "founders-listed",
            Self::FoundersInvited => "founders-invited",
            Self::FoundersReminded => "founders-reminded",
            Self::FounderRemoved => "founder-removed",
            Self::StatementApproved => "statement-approved",
            Self::StatementRefused => "statement-refused",
            Self::PreviewMade => "preview-made",
            Self::PreviewRevoked => "preview-revoked",
            Self::LaunchScheduled => "launch-scheduled",
            Self::LaunchCancelled => "launch-cancelled",
            Self::Launched => "launched",
        }
    }
}

/// Who did something, as the trail names them.
#[derive(Clone, Debug)]
pub struct Who {
    organizer: Option<i64>,
    name: String,
}

impl Who {
    /// Whoever has the server's command line.
    #[must_use]
    pub fn operator() -> Self {
        Self {
            organizer: None,
            name: String::new(),
        }
    }

    /// Their name.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// An organizer.
    #[must_use]
    pub fn organizer(id: i64, name: impl Into<String>) -> Self {
        Self {
            organizer: Some(id),
            name: name.into(),
        }
    }
}

impl From<&Session> for Who {
    fn from(session: &Session) -> Self {
        Self::organizer(session.organizer, &*session.name)
    }
}

/// One line of the trail, to be written by the transaction that does it.
pub struct Line(TrailRow);

impl Line {
    /// What `who` does now, with a letter or with their own access, and to what or whom.
    #[must_use]
    pub fn new(
        app: &App,
        who: Who,
        letter: Option<i64>,
        act: Act,
        what: impl Into<String>,
    ) -> Self {
        Self(TrailRow {
            id: row_id(app.clock.now_ms()),
            at: app.clock.now(),
            letter,
            organizer: who.organizer,
            who: who.name,
            act: act.as_str().to_owned(),
            what: what.into(),
        })
    }

    /// Writes it.
    pub async fn write(&self, tx: &mut Tx) -> store::Result<()> {
        trail::note(tx, &self.0).await
    }

    /// The same, done to what is known only now.
    #[must_use]
    pub fn of(mut self, what: &str) -> Self {
        what.clone_into(&mut self.0.what);
        self
    }

    /// The same by somebody who has become an organizer meanwhile.
    #[must_use]
    pub fn by(mut self, who: Who) -> Self {
        (self.0.organizer, self.0.who) = (who.organizer, who.name);
        self
    }
}

/// Lines that one page shows.
pub const PAGE: i64 = 100;

/// A page of a letter's trail, newest first; `before` is the last line of the page before.
pub async fn page(app: &App, letter: i64, before: Option<i64>) -> Result<Vec<TrailRow>> {
    let mut tx = app.store.read().await?;
    let before = before.unwrap_or(i64::MAX);
    Ok(trail::of_letter(&mut tx, letter, before, PAGE).await?)
}

/// A letter's whole trail, oldest first, and that it was taken.
pub async fn export(app: &App, session: &Session, letter: i64) -> Result<Vec<TrailRow>> {
    let mut all = Vec::new();
    let mut before = None;
    loop {
        let page = page(app, letter, before).await?;
        before = page.last().map(|row| row.id);
        let done = page.is_empty();
        all.extend(page);
        if done {
            break;
        }
    }
    all.reverse();
    let line = Line::new(app, session.into(), Some(letter), Act::TrailExported, "");
    app.committer
        .write(move |tx| Box::pin(async move { line.write(tx).await }))
        .await?;
    Ok(all)
}
