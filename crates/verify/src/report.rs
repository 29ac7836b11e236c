//! The result, as a journalist reads it and as a script does.

use std::fmt::{self, Write as _};
use std::io::{self, Write as _};
use std::process::ExitCode;

use serde::Serialize;
use undersigned_record::checkpoint::Checkpoint;
use undersigned_record::entry::{Act, Entry, State};
use undersigned_record::figures::Figures;
use undersigned_record::filter::Filtered;
use undersigned_record::opening::Opening;
use undersigned_record::verify;

use crate::problem::{Kind, Problem};

/// What was checked, and what came of it.
#[derive(Debug, Serialize)]
pub(crate) struct Report {
    ok: bool,
    key_pinned: bool,
    figures: Option<Figures>,
    checkpoint: Option<Checkpoint>,
    problems: Vec<Problem>,
    #[serde(skip_serializing_if = "Option::is_none")]
    filter: Option<Filtered>,
    #[serde(skip_serializing_if = "Option::is_none")]
    index: Option<u64>,
    #[serde(skip)]
    state: Option<State>,
    #[serde(skip)]
    signature: Option<Signature>,
}

/// The signature that a receipt proves.
#[derive(Debug)]
pub(crate) struct Signature {
    pub(crate) index: u64,
    pub(crate) entry: Entry,
    pub(crate) opening: Option<Opening>,
    /// Size of the served log, if it was asked and agrees with the receipt.
    pub(crate) now: Option<u64>,
}

impl Report {
    pub(crate) fn of_record(
        report: verify::Report,
        problem: impl Fn(&verify::Problem) -> Problem,
    ) -> Self {
        Self {
            ok: report.ok,
            key_pinned: report.key_pinned,
            figures: report.figures,
            checkpoint: report.checkpoint,
            problems: report.problems.iter().map(problem).collect(),
            filter: report.filter,
            index: None,
            state: report.state,
            signature: None,
        }
    }

    pub(crate) fn failed(key_pinned: bool, problem: Problem) -> Self {
        Self {
            ok: false,
            key_pinned,
            figures: None,
            checkpoint: None,
            problems: vec![problem],
            filter: None,
            index: None,
            state: None,
            signature: None,
        }
    }

    pub(crate) fn of_receipt(
        key_pinned: bool,
        checkpoint: Checkpoint,
        signature: Signature,
    ) -> Self {
        Self {
            ok: true,
            key_pinned,
            figures: None,
            checkpoint: Some(checkpoint),
            problems: Vec::new(),
            filter: None,
            index: Some(signature.index),
            state: None,
            signature: Some(signature),
        }
    }

    /// The first problem that is none of the record's own.
    fn not_checked(&self) -> Option<&Problem> {
        self.problems
            .iter()
            .find(|problem| problem.kind == Kind::NotChecked)
    }

    /// Prints it; the exit code is 0 only if everything holds and could be said.
    pub(crate) fn print(&self, json: bool) -> ExitCode {
        let obstacle = self.not_checked();
        if let (Some(problem), false) = (obstacle, json) {
            // Nobody is left to tell if this fails too.
            let _ = writeln!(
                io::stderr(),
                "undersigned-verify: not checked: {}",
                plain(&problem.to_string())
            );
            return ExitCode::from(2);
        }
        let text = if json {
            serde_json::to_string_pretty(self)
                .map(|text| text + "\n")
                .map_err(|error| error.to_string())
        } else {
            Ok(plain(&self.to_string()))
        };
        let printed = text.is_ok_and(|text| io::stdout().write_all(text.as_bytes()).is_ok());
        match (self.ok, obstacle) {
            _ if !printed => ExitCode::from(2),
            (_, Some(_)) => ExitCode::from(2),
            (true, None) => ExitCode::SUCCESS,
            (false, None) => ExitCode::from(1),
        }
    }
}

/// Names come from strangers: nothing in them may steer the terminal or turn the direction of the text around them.
fn plain(text: &str) -> String {
    let steers = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars()
        .map(|c| if steers(c) { '\u{fffd}' } else { c })
        .collect()
}

/// Whether an origin's host is under `.example`, which nobody owns (RFC 2606, section 2).
fn is_invented(origin: &str) -> bool {
    let authority = origin.split('/').next().unwrap_or_default();
    let host = authority.split(':').next().unwrap_or_default();
    host.ends_with(".example")
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.ok, self.key_pinned) {
            (true, true) => writeln!(f, "Signed with the key you gave.")?,
            (true, false) => writeln!(
                f,
                "Consistent with its own key; origin unproven. To prove who made it, give --key with the key that\n\
                 the letter's mails, site or DNS record name."
            )?,
            (false, true) => writeln!(f, "Checked against the key you gave.")?,
            (false, false) => writeln!(f, "Checked against its own key; origin unproven.")?,
        }
        for problem in &self.problems {
            writeln!(f, "\nDOES NOT HOLD: {problem}.")?;
        }
        let Some(checkpoint) = &self.checkpoint else {
            return Ok(());
        };
        if is_invented(&checkpoint.origin) {
            writeln!(
                f,
                "\nDEMONSTRATION: {} is nobody's address, and what was signed there is invented.",
                checkpoint.origin
            )?;
        }
        match &self.signature {
            Some(signature) => writeln!(
                f,
                "\nThe receipt holds.\n\n{}",
                signature.lines(checkpoint)?
            )?,
            None => writeln!(f, "\nThe record holds.\n")?,
        }
        if let Some(filtered) = &self.filter {
            writeln!(f, "{}\n", left_out(filtered))?;
        }
        if let Some(figures) = &self.figures {
            write!(f, "{}", lines(figures, self.state)?)?;
        }
        writeln!(f, "  Letter      {}", checkpoint.origin)?;
        writeln!(f, "  Entries     {}", checkpoint.size)?;
        writeln!(f, "  Root        {}", checkpoint.root)?;
        writeln!(
            f,
            "\nNo witness vouches for this log: others may have been shown another record."
        )
    }
}

/// What a filtered bundle doesn't hold.
fn left_out(filtered: &Filtered) -> String {
    let Filtered {
        filter,
        openings,
        statements,
    } = filtered;
    let country = filter.country.map(|country| format!("country {country}"));
    let kind = filter.kind.map(|kind| format!("kind {kind}"));
    let whom: Vec<String> = country.into_iter().chain(kind).collect();
    let plural = |number: u64| if number == 1 { "" } else { "s" };
    format!(
        "FILTERED: it names only signatories of {}. The figures are those of all;\n\
         left out are who is behind {openings} signature{}, and {statements} statement{}.",
        whom.join(" and "),
        plural(*openings),
        plural(*statements)
    )
}

fn lines(figures: &Figures, state: Option<State>) -> Result<String, fmt::Error> {
    let Figures {
        total,
        individuals,
        organizations,
        companies,
        support,
        countries,
        founding,
        ..
    } = figures;
    let mut text = String::new();
    writeln!(text, "  Signatures  {total}, of which {founding} founding")?;
    for (number, one, many) in [
        (individuals, "individual", "individuals"),
        (organizations, "organization", "organizations"),
        (companies, "company", "companies"),
    ] {
        let noun = if *number == 1 { one } else { many };
        writeln!(text, "              {number} {noun}")?;
    }
    if *support > 0 {
        writeln!(text, "              {support} anonymous")?;
    }
    writeln!(text, "  Countries   {countries}")?;
    let state = match state {
        Some(State::Opened) => "open for signatures",
        Some(State::Closed) => "closed",
        None => "not open yet",
    };
    writeln!(text, "  The letter  is {state}")?;
    Ok(text)
}

impl Signature {
    fn lines(&self, checkpoint: &Checkpoint) -> Result<String, fmt::Error> {
        let mut text = String::new();
        let what = match &self.entry.act {
            Act::Correct(correct) => format!("a correction of signature {}", correct.sign),
            Act::Sign(sign) => format!(
                "a signature: {}, {}, level of proof: {}",
                sign.kind, sign.country, sign.level
            ),
            _ => String::new(),
        };
        writeln!(
            text,
            "  Entry {} of {} is {what}.",
            self.index, checkpoint.size
        )?;
        writeln!(
            text,
            "  It was recorded in the hour from {}.",
            self.entry.at
        )?;
        match self.opening.as_ref().map(|opening| opening.name.as_deref()) {
            Some(Some(name)) => writeln!(text, "  It shows the name: {name}")?,
            Some(None) => writeln!(text, "  It shows no name; it only counts.")?,
            None => writeln!(text, "  The receipt does not say who signed.")?,
        }
        match self.now {
            Some(size) => writeln!(
                text,
                "  The log as served now, of size {size}, is of one history with it."
            )?,
            None => writeln!(
                text,
                "  Give --log URL to compare it with the log as served now."
            )?,
        }
        Ok(text)
    }
}
