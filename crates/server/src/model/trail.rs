//! What the trail has words for.

mod what;

/// How the name of whoever has a translator's link begins; the language's tag follows.
pub const TRANSLATOR: &str = "translator of ";

pub use what::{Part, What};

/// Makes words with their spelling, as the trail keeps and exports them.
macro_rules! words {
    ($(#[$of:meta])* $name:ident: $($(#[$doc:meta])* $member:ident = $word:literal,)*) => {
        $(#[$of])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $word)] $member,)*
        }

        impl $name {
            /// Everything.
            pub const ALL: &'static [Self] = &[$(Self::$member),*];

            /// As stored and exported.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$member => $word,)*
                }
            }
        }
    };
}
use words;

words! {
    /// What organizers do; messages are named after it (`trail-WORD`).
    Act:
    /// Somebody was invited.
    Invited = "invited",
    /// An invitation, or a new link for somebody, was revoked.
    InvitationRevoked = "invitation-revoked",
    /// Somebody accepted an invitation.
    Joined = "joined",
    /// Somebody's role was changed.
    RoleChanged = "role-changed",
    /// Somebody's role was taken.
    Removed = "removed",
    /// The right to make letters was taken.
    MakingTaken = "making-taken",
    /// Somebody signed in.
    SignedIn = "signed-in",
    /// Somebody signed out.
    SignedOut = "signed-out",
    /// A passkey was added.
    PasskeyAdded = "passkey-added",
    /// A passkey got another name.
    PasskeyRenamed = "passkey-renamed",
    /// A passkey was removed.
    PasskeyRemoved = "passkey-removed",
    /// A recovery code was printed.
    RecoveryCodeMade = "recovery-code-made",
    /// A recovery code was used.
    RecoveryCodeUsed = "recovery-code-used",
    /// The operator or another owner gave somebody a new link.
    Recovered = "recovered",
    /// A session was ended from another.
    SessionEnded = "session-ended",
    /// A held signature or correction was let through.
    Approved = "approved",
    /// One was turned down.
    Rejected = "rejected",
    /// Somebody whose signature or correction is held was asked about it.
    Asked = "asked",
    /// A signature was removed.
    SignatureRemoved = "signature-removed",
    /// A statement was published.
    StatementApproved = "statement-approved",
    /// A founder's statement was refused.
    StatementRefused = "statement-refused",
    /// A private link to the letter before launch was made.
    PreviewMade = "preview-made",
    /// One was revoked.
    PreviewRevoked = "preview-revoked",
    /// The launch was set to a minute.
    LaunchScheduled = "launch-scheduled",
    /// The launch was called off.
    LaunchCancelled = "launch-cancelled",
    /// The letter was launched.
    Launched = "launched",
    /// One was turned down.
    StatementRejected = "statement-rejected",
    /// A statement was put on the letter's page.
    StatementFeatured = "statement-featured",
    /// One was taken off it.
    StatementUnfeatured = "statement-unfeatured",
    /// One was moved up on it.
    StatementRaised = "statement-raised",
    /// A rule was saved.
    RuleMade = "rule-made",
    /// A rule holds what comes.
    RuleHolds = "rule-holds",
    /// It holds nothing any more.
    RuleRests = "rule-rests",
    /// A rule was deleted.
    RuleDeleted = "rule-deleted",
    /// A rule was run over what stands or waits.
    RuleRun = "rule-run",
    /// What a run had not come to yet was spared.
    RuleUndone = "rule-undone",
    /// The trail was exported.
    TrailExported = "trail-exported",
    /// Founders were listed.
    FoundersListed = "founders-listed",
    /// Founding signatories came in from files.
    SignatoriesImported = "signatories-imported",
    /// A spreadsheet of founders was brought.
    SpreadsheetBrought = "spreadsheet-brought",
    /// It was said what the columns of one mean.
    SpreadsheetMapped = "spreadsheet-mapped",
    /// The lines of one that hold were to be listed.
    SpreadsheetImported = "spreadsheet-imported",
    /// One was thrown away.
    SpreadsheetDiscarded = "spreadsheet-discarded",
    /// Founders were invited.
    FoundersInvited = "founders-invited",
    /// Founders were reminded.
    FoundersReminded = "founders-reminded",
    /// A founder was taken off the list.
    FounderRemoved = "founder-removed",
    /// A link was made to be handed to a founder.
    FounderLinkMade = "founder-link-made",
    /// An organization's or company's logo was let through.
    LogoApproved = "logo-approved",
    /// One was turned down.
    LogoRejected = "logo-rejected",
    /// A letter was begun.
    LetterMade = "letter-made",
    /// A letter came in from files.
    LetterImported = "letter-imported",
    /// A letter was deleted before its launch.
    LetterDeleted = "letter-deleted",
    /// Settings or the watch list were changed.
    SettingsChanged = "settings-changed",
    /// The letter's own host name was changed.
    HostChanged = "host-changed",
    /// A text was saved.
    TextSaved = "text-saved",
    /// An older state of a text was brought back.
    TextRestored = "text-restored",
    /// An outside translator got a link.
    TranslatorInvited = "translator-invited",
    /// A translator's link was ended.
    TranslatorEnded = "translator-ended",
    /// Texts were released to be signed.
    Released = "released",
    /// The logo was changed.
    LogoChanged = "logo-changed",
    /// Somebody's key was added to those that open the contacts.
    RecipientAdded = "recipient-added",
    /// A key was taken from them.
    RecipientRemoved = "recipient-removed",
    /// A key opened its test contact.
    RecipientTested = "recipient-tested",
    /// The sealed contacts were exported.
    ContactsExported = "contacts-exported",
    /// The day until which they are kept was over, and they were deleted.
    ContactsDeleted = "contacts-deleted",
}

impl Act {
    /// Whether it is about an organizer's own way in, and so concerns every letter of theirs.
    #[must_use]
    pub const fn is_of_access(self) -> bool {
        matches!(
            self,
            Self::Joined
                | Self::SignedIn
                | Self::SignedOut
                | Self::PasskeyAdded
                | Self::PasskeyRenamed
                | Self::PasskeyRemoved
                | Self::RecoveryCodeMade
                | Self::RecoveryCodeUsed
                | Self::SessionEnded
        )
    }
}
