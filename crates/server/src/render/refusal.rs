//! What a reader sees when something can't be done.

use askama::Template;
use undersigned_record::entry::Reason;

use super::{Frame, LetterRef};

/// Why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// 400: the request can't be read.
    Unreadable,
    /// 404: no such page or letter.
    NotFound,
    /// 405: the page doesn't take this method.
    WrongMethod,
    /// 410: a confirmation's link that is too old.
    Expired,
    /// 410: a link whose signature was declined or withdrawn.
    Used,
    /// 410: a link whose signature the organizers removed; why, where that is kept.
    TakenOut(Option<Reason>),
    /// 410: a link of something that the organizers did not take; why, where that is kept.
    TurnedDown(Option<Reason>),
    /// 410: a signature that was withdrawn or removed.
    Gone,
    /// 404: a link that was never sent, or was cut short.
    Forged,
    /// 409: the letter takes no more signatures.
    Closed,
    /// 409: the mailbox carries as many signatures as it may.
    TooMany,
    /// 413: more was sent than a form can hold.
    TooLarge,
    /// 415: sent in a form that isn't a form's.
    WrongType,
    /// 421: another host's name.
    WrongHost,
    /// 429: corrected as often as a day allows.
    TooOften,
    /// 500: our mistake.
    Broken,
    /// 410: an organizer's link that was used or is too old.
    Invitation,
    /// 410: a translator's link that was ended or is too old.
    Translation,
    /// 403: a passkey's answer that does not hold.
    Passkey,
    /// 403: a form that came from elsewhere, or from a session that is over.
    Foreign,
    /// 403: the organizer's role does not go so far.
    Role,
    /// 409: a letter's last owner.
    LastOwner,
    /// 409: an organizer can do more than who would give them a new link.
    ReachesFurther,
    /// 409: an organizer's last way in.
    LastPasskey,
    /// 409: founders can't be invited yet.
    NotReady,
    /// 409: a founder who has answered needs no other link.
    Answered,
    /// 409: what belongs before a launch, after it.
    Launched,
    /// 503: no host name that passkeys could belong to.
    NoHostName,
    /// 422: a name that is none.
    Name,
    /// 422: an address that is none.
    Address,
    /// 503: readable, but nothing can be signed just now.
    ReadOnly,
    /// 503: an invitation whose entry can't be read just now.
    InvitedLater,
    /// 503: a letter whose founders can't be read, to its organizers.
    FoundersKey,
}

impl Refusal {
    /// Every refusal.
    pub const ALL: [Self; 33] = [
        Self::Unreadable,
        Self::NotFound,
        Self::WrongMethod,
        Self::Expired,
        Self::Used,
        Self::TakenOut(Some(Reason::Forged)),
        Self::TurnedDown(None),
        Self::Gone,
        Self::Forged,
        Self::Closed,
        Self::TooMany,
        Self::TooLarge,
        Self::WrongType,
        Self::WrongHost,
        Self::TooOften,
        Self::Broken,
        Self::Invitation,
        Self::Translation,
        Self::Passkey,
        Self::Foreign,
        Self::Role,
        Self::LastOwner,
        Self::ReachesFurther,
        Self::LastPasskey,
        Self::NotReady,
        Self::Answered,
        Self::Launched,
        Self::NoHostName,
        Self::Name,
        Self::Address,
        Self::ReadOnly,
        Self::InvitedLater,
        Self::FoundersKey,
    ];

    /// Its messages are `refusal-` and `refusal-what-` with this.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::NotFound => "not-found",
            Self::WrongMethod => "wrong-method",
            Self::Expired => "expired",
            Self::Used => "used",
            Self::TakenOut(_) => "taken-out",
            Self::TurnedDown(_) => "turned-down",
            Self::Gone => "gone",
            Self::Forged => "forged",
            Self::Closed => "closed",
            Self::TooMany => "too-many",
            Self::TooLarge => "too-large",
            Self::WrongType => "wrong-type",
            Self::WrongHost => "wrong-host",
            Self::TooOften => "too-often",
            Self::Broken => "broken",
            Self::Invitation => "invitation",
            Self::Translation => "translation",
            Self::Passkey => "passkey",
            Self::Foreign => "foreign",
            Self::Role => "role",
            Self::LastOwner => "last-owner",
            Self::ReachesFurther => "reaches-further",
            Self::LastPasskey => "last-passkey",
            Self::NotReady => "not-ready",
            Self::Answered => "answered",
            Self::Launched => "launched",
            Self::NoHostName => "no-host-name",
            Self::Name => "name",
            Self::Address => "address",
            Self::ReadOnly => "read-only",
            Self::InvitedLater => "invited-later",
            Self::FoundersKey => "founders-key",
        }
    }

    /// Why organizers decided so, where that is kept.
    pub(super) const fn reason(self) -> Option<Reason> {
        match self {
            Self::TakenOut(reason) | Self::TurnedDown(reason) => reason,
            _ => None,
        }
    }

    /// Whether it was the organizers who decided: they can be asked.
    const fn is_theirs(self) -> bool {
        matches!(self, Self::TakenOut(_) | Self::TurnedDown(_))
    }

    /// Whether starting again at the form helps.
    pub(super) const fn offers_form(self) -> bool {
        matches!(
            self,
            Self::Expired | Self::Used | Self::Forged | Self::TooLarge | Self::WrongType
        )
    }
}

/// An error page.
#[derive(Clone, Debug, Template)]
#[template(path = "refusal.html")]
pub struct RefusalPage {
    /// What every page carries; private.
    pub frame: Frame,
    /// The letter, if the request named one that exists.
    pub letter: Option<LetterRef>,
    /// Why.
    pub refusal: Refusal,
    /// Who runs the letter, with the addresses that they give; empty without a letter.
    pub organizers: String,
}

impl RefusalPage {
    fn title(&self) -> String {
        self.frame.refusal_title(&self.refusal)
    }

    fn description(&self) -> String {
        String::new()
    }

    fn unlisted(&self) -> bool {
        true
    }
}
