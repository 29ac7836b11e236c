//! How an organization or company proves its domain.

use super::{Frame, Level, Moment};

/// What came of a look at a domain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looked {
    /// The line is there.
    Proven,
    /// The line is there, and a person may still look at the signature.
    StillHeld,
    /// There is no record or file that the public could see.
    Nothing,
    /// There is something else.
    Other,
    /// More is there than is read.
    TooLong,
    /// The site leads elsewhere.
    Elsewhere,
    /// There was no answer in time.
    Timeout,
    /// The name server failed.
    NameServer,
    /// Names lead to names too often.
    Chain,
    /// There was no connection.
    Connection,
    /// The site's certificate does not hold.
    Certificate,
    /// The site answered that it can't or won't say.
    Status,
    /// The site redirects too often.
    Redirects,
    /// Too much is asked at once.
    Busy,
    /// It was asked too often; again in so many seconds.
    TooSoon(u64),
}

impl Looked {
    /// Every one.
    pub const ALL: [Self; 15] = [
        Self::Proven,
        Self::StillHeld,
        Self::Nothing,
        Self::Other,
        Self::TooLong,
        Self::Elsewhere,
        Self::Timeout,
        Self::NameServer,
        Self::Chain,
        Self::Connection,
        Self::Certificate,
        Self::Status,
        Self::Redirects,
        Self::Busy,
        Self::TooSoon(30),
    ];

    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Proven => "proven",
            Self::StillHeld => "still-held",
            Self::Nothing => "nothing",
            Self::Other => "other",
            Self::TooLong => "too-long",
            Self::Elsewhere => "elsewhere",
            Self::Timeout => "timeout",
            Self::NameServer => "name-server",
            Self::Chain => "chain",
            Self::Connection => "connection",
            Self::Certificate => "certificate",
            Self::Status => "status",
            Self::Redirects => "redirects",
            Self::Busy => "busy",
            Self::TooSoon(_) => "too-soon",
        }
    }

    pub(super) const fn is_good(self) -> bool {
        matches!(self, Self::Proven | Self::StillHeld)
    }
}

/// What to put where, with a button for each way that posts `method` to the link's path and `/proof`.
#[derive(Clone, Debug)]
pub struct Provable {
    /// The domain.
    pub domain: String,
    /// Name of the TXT record.
    pub record: String,
    /// Address of the file.
    pub file: String,
    /// The line that either holds.
    pub line: String,
    /// Whether it was found already, as a record or as a file.
    pub found: Option<Level>,
    /// When it was last seen.
    pub checked: Option<Moment>,
    /// How often in a row it was missing since.
    pub missing: u64,
    /// What came of it just now.
    pub looked: Option<Looked>,
}

impl Frame {
    pub(super) fn looked(&self, looked: &Looked) -> String {
        let key = looked_key(*looked);
        let phrase = self.say(&key);
        match looked {
            Looked::TooSoon(seconds) => phrase.num("seconds", seconds).to_string(),
            _ => phrase.to_string(),
        }
    }

    pub(super) fn prove_found(&self, level: &Level) -> String {
        self.say(&found_key(*level)).to_string()
    }

    pub(super) fn checked_on(&self, at: &Moment) -> String {
        let phrase = self.say("prove-checked");
        phrase.text("date", at.date(self.lang)).to_string()
    }

    pub(super) fn prove_missing(&self, times: &u64) -> String {
        self.say("prove-missing").num("times", times).to_string()
    }

    pub(super) fn prove_what(&self, domain: &str) -> String {
        self.say("prove-what").text("domain", domain).to_string()
    }
}

fn looked_key(looked: Looked) -> String {
    format!("looked-{}", looked.as_str())
}

fn found_key(level: Level) -> String {
    match level {
        Level::WellKnown => "prove-found-file".to_owned(),
        _ => "prove-found-record".to_owned(),
    }
}

/// Every key that is put together at run time.
#[cfg(test)]
pub(super) fn families() -> Vec<String> {
    let found = [Level::Dns, Level::WellKnown].map(found_key);
    let looked = Looked::ALL.into_iter().map(looked_key);
    looked.chain(found).collect()
}
