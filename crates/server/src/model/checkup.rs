//! What `undersigned doctor` looks at, and what came of it.

/// Seconds after which a checkup says nothing any more.
const STALE: i64 = 7 * 24 * 3600;

/// A part of an installation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The database and its schema.
    Database,
    /// Letters' records: can they be signed, and does anybody record?
    Record,
    /// The key directory.
    Keys,
    /// Room and rights in the data directory.
    Disk,
    /// Copies of the database.
    Backups,
    /// The machine's time.
    Clock,
    /// The name servers that are asked.
    NameServers,
    /// The public address, its certificate and the proxy before the site.
    Site,
    /// The mail server that mails are handed to.
    MailServer,
    /// Which addresses may send for the domain.
    Spf,
    /// The signature of mails.
    Dkim,
    /// What receivers do with mails that are neither.
    Dmarc,
    /// The names of the addresses that mails leave from.
    ReverseDns,
    /// Where mails come back to.
    Mx,
    /// A mail to the operator, where one is asked for.
    TestMail,
}

impl Part {
    /// All of them, as a report has them.
    pub const ALL: [Self; 15] = [
        Self::Database,
        Self::Record,
        Self::Keys,
        Self::Disk,
        Self::Backups,
        Self::Clock,
        Self::NameServers,
        Self::Site,
        Self::MailServer,
        Self::Spf,
        Self::Dkim,
        Self::Dmarc,
        Self::ReverseDns,
        Self::Mx,
        Self::TestMail,
    ];

    /// Its word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Database => "database",
            Self::Record => "record",
            Self::Keys => "keys",
            Self::Disk => "disk",
            Self::Backups => "backups",
            Self::Clock => "clock",
            Self::NameServers => "name-servers",
            Self::Site => "site",
            Self::MailServer => "mail-server",
            Self::Spf => "spf",
            Self::Dkim => "dkim",
            Self::Dmarc => "dmarc",
            Self::ReverseDns => "reverse-dns",
            Self::Mx => "mx",
            Self::TestMail => "test-mail",
        }
    }

    /// The parts in a list of words, apart by spaces. What an older or newer version called otherwise
    /// is left out.
    #[must_use]
    pub fn read(words: &str) -> Vec<Self> {
        let part = |word| Self::ALL.into_iter().find(|part| part.as_str() == word);
        words.split_whitespace().filter_map(part).collect()
    }

    /// The list of these parts.
    #[must_use]
    pub fn write(parts: &[Self]) -> String {
        let words: Vec<_> = parts.iter().map(|part| part.as_str()).collect();
        words.join(" ")
    }
}

/// What came of the last look at everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkup {
    /// When, unix seconds.
    pub at: i64,
    /// What is wrong.
    pub wrong: Vec<Part>,
    /// What could be better.
    pub warnings: Vec<Part>,
    /// What could not be looked at.
    pub unchecked: Vec<Part>,
}

impl Checkup {
    /// Whether it still says something.
    #[must_use]
    pub fn is_fresh(&self, now: i64) -> bool {
        now - self.at < STALE
    }

    /// Whether it says that all is well.
    #[must_use]
    pub fn is_well(&self, now: i64) -> bool {
        self.is_fresh(now) && self.wrong.is_empty() && self.unchecked.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_read_as_they_were_written() {
        assert_eq!(Part::read(&Part::write(&Part::ALL)), Part::ALL);
        assert_eq!(
            Part::read("spf something-newer dkim"),
            [Part::Spf, Part::Dkim]
        );
        assert_eq!(Part::read(""), []);
    }

    #[test]
    fn a_checkup_is_good_for_a_week() {
        let mut checkup = Checkup {
            at: 1_000,
            wrong: Vec::new(),
            warnings: vec![Part::Dmarc],
            unchecked: Vec::new(),
        };
        assert!(checkup.is_well(1_000 + STALE - 1));
        assert!(!checkup.is_well(1_000 + STALE));
        checkup.unchecked.push(Part::Clock);
        assert!(!checkup.is_well(1_001));
    }
}
