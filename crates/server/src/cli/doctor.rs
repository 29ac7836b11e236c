//! `undersigned doctor`.

use anyhow::{Result, ensure};
use serde_json::json;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use super::{Installation, progress, say};
use crate::clock::Clock;
use crate::doctor::{Finding, Subject, Verdict, checkup, examine};
use crate::model::Slug;
use crate::model::checkup::Part;
use crate::store::{Committer, checkups};

/// The program's end where something is wrong, and where something could not be looked at.
const WRONG: u8 = 1;
pub(super) const NOT_CHECKED: u8 = 2;

/// Look at an installation, and at what the world sees of it.
#[derive(clap::Args)]
#[command(
    after_help = "Runs beside the server and changes nothing. Without --letter it notes when it ran and \
                  what it found; organizers see that in their letter's checklist before the launch.\n\n\
                  Ends with 0 if all is well (warnings may be told), with 1 if something is wrong, with 2 \
                  if something could not be looked at."
)]
pub(super) struct Doctor {
    /// The findings as JSON.
    #[arg(long)]
    json: bool,
    /// Of letters, look at this one alone.
    #[arg(long, value_name = "SLUG")]
    letter: Option<Slug>,
    /// Send a test mail to this address, too.
    #[arg(long, value_name = "ADDRESS")]
    mail_to: Option<String>,
}

/// Something is wrong, or could not be looked at. The report says what.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("not all is well")]
pub(super) struct Unwell(u8);

impl Unwell {
    pub(super) fn code(self) -> u8 {
        self.0
    }
}

/// Nothing could be looked at.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("nothing was looked at")]
pub(super) struct NotRun;

impl Doctor {
    pub(super) async fn run(self, place: &Installation) -> Result<()> {
        let is_whole = self.letter.is_none();
        let subject = match self.subject(place).await {
            Ok(subject) => subject,
            Err(error) if self.json => {
                say::line(json!({ "error": format!("{error:#}") }));
                return Err(Unwell(NOT_CHECKED).into());
            }
            Err(error) => return Err(error.context(NotRun)),
        };
        let at = Clock::System.now();
        let bar = progress::telling(Part::ALL.len() as u64);
        let findings = examine(&subject, &mut |left| {
            bar.set_position((Part::ALL.len() - left.len()) as u64);
            let left: Vec<_> = left.iter().map(|part| title(*part)).collect();
            bar.set_message(left.join(", "));
        })
        .await;
        bar.finish_and_clear();
        if is_whole {
            note(&subject, &findings, at).await;
        }
        subject.close().await;
        match self.json {
            true => say::line(report_json(&findings, at)),
            false => say::line(report(&findings)),
        }
        let worst = findings.iter().map(Finding::verdict).max();
        match worst {
            Some(Verdict::Wrong) => Err(Unwell(WRONG).into()),
            Some(Verdict::NotChecked) => Err(Unwell(NOT_CHECKED).into()),
            _ => Ok(()),
        }
    }

    async fn subject(&self, place: &Installation) -> Result<Subject> {
        let config = place.config()?;
        ensure!(!config.demo, "the demonstration needs no doctor");
        Subject::open(
            config,
            Clock::System,
            self.letter.clone(),
            self.mail_to.clone(),
        )
        .await
    }
}

/// Keeps what was found for the checklists. A database that can't take it is among the findings.
async fn note(subject: &Subject, findings: &[Finding], at: i64) {
    let Some(store) = subject.store() else { return };
    let found = checkup(findings, at);
    let noted = Committer::start(store.clone())
        .write(move |tx| Box::pin(async move { checkups::keep(tx, &found).await }))
        .await;
    if let Err(error) = noted {
        say::note(format_args!(
            "this look was not noted for the checklists: {error}"
        ));
    }
}

/// What a part is called.
const fn title(part: Part) -> &'static str {
    match part {
        Part::Database => "Database",
        Part::Record => "Record",
        Part::Keys => "Keys",
        Part::Disk => "Disk",
        Part::Backups => "Backups",
        Part::Clock => "Clock",
        Part::NameServers => "Name servers",
        Part::Site => "Site and TLS",
        Part::MailServer => "Mail server",
        Part::Spf => "SPF",
        Part::Dkim => "DKIM",
        Part::Dmarc => "DMARC",
        Part::ReverseDns => "Reverse DNS",
        Part::Mx => "Mails back (MX)",
        Part::TestMail => "Test mail",
    }
}

/// The findings for people: a line for each thing seen, what to do beneath, and the sum.
fn report(findings: &[Finding]) -> String {
    let mut lines = Vec::new();
    for finding in findings {
        let mut name = title(finding.part);
        for point in &finding.points {
            lines.push(format!(
                "{:<11}  {name:<15}  {}",
                point.verdict.as_str(),
                point.seen
            ));
            let advice = point.mend.iter();
            lines.extend(advice.map(|advice| format!("{:30}{advice}", "")));
            name = "";
        }
    }
    lines.push(String::new());
    lines.push(sum(findings));
    lines.join("\n")
}

/// How many parts are how.
fn sum(findings: &[Finding]) -> String {
    let counted = Verdict::ALL.iter().filter_map(|verdict| {
        let of = findings.iter().filter(|of| of.verdict() == *verdict);
        match (of.count(), verdict) {
            (0, _) => None,
            (1, Verdict::Warning) => Some("1 with a warning".to_owned()),
            (number, Verdict::Warning) => Some(format!("{number} with warnings")),
            (number, verdict) => Some(format!("{number} {}", verdict.as_str())),
        }
    });
    let counted: Vec<_> = counted.collect();
    let parts = say::count(findings.len() as u64, "part", "parts");
    format!("{parts} looked at: {}.", counted.join(", "))
}

fn report_json(findings: &[Finding], at: i64) -> String {
    let word = |verdict: Verdict| verdict.as_str().replace(' ', "-");
    let parts = findings.iter().map(|finding| {
        let points = finding.points.iter().map(|point| {
            let mend: Vec<_> = point.mend.iter().map(|line| line.trim_start()).collect();
            json!({ "verdict": word(point.verdict), "seen": point.seen, "mend": mend })
        });
        json!({
            "part": finding.part.as_str(),
            "verdict": word(finding.verdict()),
            "points": points.collect::<Vec<_>>(),
        })
    });
    let number = |verdict| {
        let of = findings.iter().filter(|of| of.verdict() == verdict);
        of.count()
    };
    let at =
        OffsetDateTime::from_unix_timestamp(at).map(|at| at.format(&Rfc3339).unwrap_or_default());
    json!({
        "at": at.unwrap_or_default(),
        "good": number(Verdict::Good),
        "not-needed": number(Verdict::NotNeeded),
        "warning": number(Verdict::Warning),
        "not-checked": number(Verdict::NotChecked),
        "wrong": number(Verdict::Wrong),
        "parts": parts.collect::<Vec<_>>(),
    })
    .to_string()
}
