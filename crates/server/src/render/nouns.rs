//! The nouns of a signature that pages show in words.

/// Who signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A person.
    Individual,
    /// A body that isn't a business.
    Organization,
    /// A business.
    Company,
}

impl Kind {
    /// Every kind, in the order in which forms offer them.
    pub const ALL: [Self; 3] = [Self::Individual, Self::Organization, Self::Company];

    /// The value in forms and addresses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Individual => "individual",
            Self::Organization => "organization",
            Self::Company => "company",
        }
    }

    /// The kind with this value.
    #[must_use]
    pub fn parse(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == value)
    }

    /// Whether a person signs for themselves alone.
    #[must_use]
    pub const fn is_individual(self) -> bool {
        matches!(self, Self::Individual)
    }
}

/// How an individual appears in public.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Display {
    /// With the full name.
    #[default]
    Name,
    /// With initials alone.
    Initials,
    /// As one more in the count.
    Count,
}

impl Display {
    /// Every way to appear, in the order in which forms offer them.
    pub const ALL: [Self; 3] = [Self::Name, Self::Initials, Self::Count];

    /// The value in forms.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Initials => "initials",
            Self::Count => "count",
        }
    }

    /// The way to appear with this value.
    #[must_use]
    pub fn parse(value: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|display| display.as_str() == value)
    }
}

/// What is known of who stands behind a signature: its level of proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// Whoever reads a mailbox confirmed it.
    Mailbox,
    /// The mailbox is at the organization's own domain.
    Domain,
    /// A TXT record of the organization's domain says so.
    Dns,
    /// A file on the organization's site says so.
    WellKnown,
    /// The organizers invited the signatory before launch.
    Invited,
    /// An organizer vouches for it, with a note.
    Vouched,
}

impl Level {
    /// Every level.
    pub const ALL: [Self; 6] = [
        Self::Mailbox,
        Self::Domain,
        Self::Dns,
        Self::WellKnown,
        Self::Invited,
        Self::Vouched,
    ];

    /// The value as the record writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Mailbox => "mailbox",
            Self::Domain => "domain",
            Self::Dns => "dns",
            Self::WellKnown => "well-known",
            Self::Invited => "invited",
            Self::Vouched => "vouched",
        }
    }
}
