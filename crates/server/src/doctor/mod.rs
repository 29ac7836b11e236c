//! `undersigned doctor`: looks at an installation and at what the world sees of it, and says how to mend
//! what is wrong. A file for each part. Nothing is changed.

mod answer;
mod backups;
mod certificate;
mod clock;
mod database;
mod disk;
mod dkim;
mod dmarc;
mod finding;
mod keys;
mod knock;
mod mail_server;
mod mx;
mod name_servers;
mod record;
mod reverse_dns;
mod rights;
mod sending;
mod site;
mod sntp;
mod spf;
mod spf_lookups;
mod spf_record;
mod subject;
mod test_mail;

use std::time::Duration;

use futures_util::StreamExt;
use futures_util::future::BoxFuture;
use futures_util::stream::FuturesUnordered;
use tokio::time::timeout;

pub use finding::{Finding, Point, Verdict, checkup};
pub use subject::{NoLetter, Subject};

use crate::model::checkup::Part;
use crate::proof::{Absence, Outcome};

/// The longest that a part is looked at.
const PATIENCE: Duration = Duration::from_secs(25);

/// Looks at everything at once; `told` hears which parts are still looked at. The findings come in the
/// order of [`Part::ALL`].
pub async fn examine(of: &Subject, told: &mut (dyn FnMut(&[Part]) + Send)) -> Vec<Finding> {
    let mut left: Vec<Part> = Part::ALL.to_vec();
    left.retain(|part| *part != Part::TestMail || of.mail_to.is_some());
    told(&left);
    let mut looking: FuturesUnordered<_> = left.iter().map(|part| patiently(*part, of)).collect();
    let mut findings = Vec::new();
    while let Some(finding) = looking.next().await {
        left.retain(|part| *part != finding.part);
        told(&left);
        findings.push(finding);
    }
    findings.sort_by_key(|finding| finding.part);
    findings
}

async fn patiently(part: Part, of: &Subject) -> Finding {
    let points = match timeout(PATIENCE, look(part, of)).await {
        Ok(points) => points,
        Err(_) => vec![Point::not_checked(format!(
            "no end within {} seconds",
            PATIENCE.as_secs()
        ))],
    };
    Finding::new(part, points)
}

fn look(part: Part, of: &Subject) -> BoxFuture<'_, Vec<Point>> {
    match part {
        Part::Database => Box::pin(database::look(of)),
        Part::Record => Box::pin(record::look(of)),
        Part::Keys => Box::pin(keys::look(of)),
        Part::Disk => Box::pin(async { disk::look(of) }),
        Part::Backups => Box::pin(backups::look(of)),
        Part::Clock => Box::pin(clock::look(of)),
        Part::NameServers => Box::pin(name_servers::look(of)),
        Part::Site => Box::pin(site::look(of)),
        Part::MailServer => Box::pin(mail_server::look(of)),
        Part::Spf => Box::pin(spf::look(of)),
        Part::Dkim => Box::pin(dkim::look(of)),
        Part::Dmarc => Box::pin(dmarc::look(of)),
        Part::ReverseDns => Box::pin(reverse_dns::look(of)),
        Part::Mx => Box::pin(mx::look(of)),
        Part::TestMail => Box::pin(test_mail::look(of)),
    }
}

/// What a question to the name servers that was not answered with a record means: nothing is there, or
/// nobody knows.
fn is_absent(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Absent(Absence::Nothing))
}

/// That the name servers did not say.
fn unanswered(what: &str) -> Point {
    Point::not_checked(format!("no name server gave an answer about {what}"))
        .mend("See \"Name servers\" above; then run this again.")
}

/// Where the database is needed and can't be looked at.
fn no_database() -> Vec<Point> {
    vec![Point::not_checked(
        "the database can't be looked at: see above",
    )]
}
