//! The closed vocabularies of the record: one word each, in lower case.

use std::fmt;
use std::str::FromStr;

/// The word belongs to none of the vocabulary that was expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("unknown {0}")]
pub struct WordError(&'static str);

macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident, $what:literal: $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)?) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every word, in the order of the format's table.
            pub const ALL: [Self; [$(stringify!($variant)),+].len()] = [$(Self::$variant),+];

            /// The word as entries and openings write it.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl FromStr for $name {
            type Err = WordError;

            fn from_str(text: &str) -> Result<Self, WordError> {
                match text { $($word => Ok(Self::$variant),)+ _ => Err(WordError($what)) }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        crate::encoding::text_serde!($name);
    };
}

vocabulary! {
    /// What a signatory is.
    Kind, "kind of signatory":
    /// A person.
    Individual = "individual",
    /// An organization.
    Organization = "organization",
    /// A company.
    Company = "company",
}

impl Kind {
    /// Whether a person signs for themselves alone.
    #[must_use]
    pub const fn is_individual(self) -> bool {
        matches!(self, Self::Individual)
    }
}

vocabulary! {
    /// Level of proof: how the signatory was shown to be who they say.
    Proof, "level of proof":
    /// Confirmed through a mailbox.
    Mailbox = "mailbox",
    /// Confirmed through a mailbox at the organization's own domain.
    Domain = "domain",
    /// A TXT record in the organization's zone.
    Dns = "dns",
    /// A file on the organization's site.
    WellKnown = "well-known",
    /// Invited by an organizer.
    Invited = "invited",
    /// Vouched for by an organizer, with a note.
    Vouched = "vouched",
}

vocabulary! {
    /// What shows of a signatory.
    Display, "display":
    /// The full name.
    Name = "name",
    /// Initials alone.
    Initials = "initials",
    /// Nothing; the signature only counts.
    Count = "count",
}

/// A name is shown where nothing else was chosen.
impl Default for Display {
    fn default() -> Self {
        Self::Name
    }
}

vocabulary! {
    /// What a `state` entry does to the letter.
    State, "state":
    /// Signatures are taken from here on.
    Opened = "opened",
    /// No signature is taken after this.
    Closed = "closed",
}

vocabulary! {
    /// Why organizers removed a signature.
    Reason, "reason":
    /// Somebody else signed in that name.
    Forged = "forged",
    /// The same signatory signed before.
    Repeated = "repeated",
    /// The signature was used to insult or to advertise.
    Abusive = "abusive",
    /// The law demands it.
    Unlawful = "unlawful",
    /// It was recorded by mistake.
    Mistaken = "mistaken",
}

vocabulary! {
    /// What a key named by a `key` entry is for.
    KeyRole, "role of a key":
    /// Signs checkpoints and manifests.
    Log = "log",
    /// Seals contacts (age recipients).
    Recipients = "recipients",
    /// Signs blinded tokens.
    Issuer = "issuer",
    /// Finds repeated signatures.
    Tag = "tag",
}

vocabulary! {
    /// What happened to a key.
    KeyAct, "act on a key":
    /// It is in use from here on.
    New = "new",
    /// It was destroyed.
    Destroyed = "destroyed",
}
