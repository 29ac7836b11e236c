//! Proof of a domain: whoever holds it puts a line there that only one letter gives out to one
//! mailbox, as a TXT record or in a file on the web site.
//!
//! Who asks for a check chooses the domain, so nothing here may be turned against the network that
//! the server stands in: see `guard.rs`.

mod dns;
mod guard;
mod https;
mod leading;
mod pace;
mod settings;
mod well_known;

use std::time::Duration;

use serde::{Deserialize, Serialize};
use tokio::sync::Semaphore;
use tokio::time::timeout;

pub use self::dns::Dns;
use self::guard::Guard;
pub(crate) use self::guard::is_public;
pub use self::https::{Https, Reply, exchange};
pub use self::leading::Leading;
use self::pace::Pace;
pub use self::settings::{ProofSettings, SettingsError};
use crate::model::{Domain, Proof};

/// The longest that a check takes.
const PATIENCE: Duration = Duration::from_secs(10);
/// Checks under way at once; whoever comes then is told to come again.
const AT_ONCE: usize = 16;

/// Where the line was put.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// In a TXT record at `_undersigned.DOMAIN`.
    Dns,
    /// In the file `https://DOMAIN/.well-known/undersigned.txt`.
    WellKnown,
}

impl Method {
    /// The level of proof that it gives.
    #[must_use]
    pub const fn level(self) -> Proof {
        match self {
            Self::Dns => Proof::Dns,
            Self::WellKnown => Proof::WellKnown,
        }
    }

    /// The method that gives a level; none of the others is looked up.
    #[must_use]
    pub const fn of(level: Proof) -> Option<Self> {
        match level {
            Proof::Dns => Some(Self::Dns),
            Proof::WellKnown => Some(Self::WellKnown),
            Proof::Mailbox | Proof::Domain | Proof::Invited | Proof::Vouched => None,
        }
    }
}

/// What came of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The line is there.
    Proven,
    /// There was an answer, and the line is not in it.
    Absent(Absence),
    /// There was no answer that says either. Never taken for [`Outcome::Absent`].
    Unreachable(Obstacle),
}

/// How the line is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// No record, or no file.
    Nothing,
    /// Something else is there.
    Other,
    /// More is there than is read.
    TooLong,
    /// The web site leads to one of somebody else, or to none over HTTPS.
    Elsewhere,
}

/// Why there was no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// It took too long.
    Timeout,
    /// The name server failed, or contradicted itself.
    NameServer,
    /// Names led to names too often.
    Chain,
    /// The name leads into a network that is closed to the public.
    Inner,
    /// No connection, or one that broke.
    Connection,
    /// The web site's certificate is not one that browsers accept for this name.
    Certificate,
    /// The web site answered that it can't or won't say.
    Status,
    /// Redirected too often.
    Redirects,
    /// Too many checks are under way.
    Busy,
}

/// What a lookup found, or the outcome that it ends in.
pub type Found<T> = Result<T, Outcome>;

/// Looks for proofs.
pub struct Proofs {
    dns: Dns,
    guard: Guard,
    https: Https,
    pace: Pace,
    under_way: Semaphore,
}

impl Proofs {
    /// With these settings.
    ///
    /// # Errors
    ///
    /// If the file with certificate authorities can't be read.
    pub fn new(settings: &ProofSettings) -> Result<Self, SettingsError> {
        let tls = settings.tls()?;
        Ok(Self {
            dns: Dns::new(settings.name_server, tls.clone()),
            guard: Guard::new(settings.allowed_networks.clone()),
            https: Https::new(tls, settings.https_port),
            pace: Pace::new(),
            under_way: Semaphore::new(AT_ONCE),
        })
    }

    /// Whether somebody, told apart by `who`, may have `domain` checked now.
    ///
    /// # Errors
    ///
    /// In how many seconds, if not now.
    pub fn allow(&self, who: &[u8], domain: &Domain) -> Result<(), u64> {
        self.pace.allow(who, domain)
    }

    /// Looks whether the line with `token` is at `domain`.
    pub async fn check(&self, method: Method, domain: &Domain, token: &str) -> Outcome {
        let Ok(_permit) = self.under_way.try_acquire() else {
            return Outcome::Unreachable(Obstacle::Busy);
        };
        let line = line(token);
        let looked = async {
            match method {
                Method::Dns => self.in_record(domain, &line).await,
                Method::WellKnown => self.in_file(domain, &line).await,
            }
        };
        match timeout(PATIENCE, looked).await {
            Ok(Ok(())) => Outcome::Proven,
            Ok(Err(outcome)) => outcome,
            Err(_) => Outcome::Unreachable(Obstacle::Timeout),
        }
    }

    async fn in_record(&self, domain: &Domain, line: &str) -> Found<()> {
        let records = self.dns.texts(&record_name(domain)).await?;
        let is_it = |record: &Vec<u8>| record.trim_ascii() == line.as_bytes();
        found(records.iter().any(is_it), !records.is_empty())
    }
}

/// The line to put at a domain.
#[must_use]
pub fn line(token: &str) -> String {
    format!("undersigned={token}")
}

/// The name of the TXT record of a domain.
#[must_use]
pub fn record_name(domain: &Domain) -> String {
    format!("_undersigned.{}", domain.as_str())
}

/// The address of the file of a domain.
#[must_use]
pub fn file_address(domain: &Domain) -> String {
    format!("https://{}/.well-known/undersigned.txt", domain.as_str())
}

/// Whether the line was there, or something else was.
fn found(line: bool, anything: bool) -> Found<()> {
    match (line, anything) {
        (true, _) => Ok(()),
        (false, true) => Err(Outcome::Absent(Absence::Other)),
        (false, false) => Err(Outcome::Absent(Absence::Nothing)),
    }
}
