//! Faults of single lines, as they are told on the terminal.

use std::io::{self, Write};

use indicatif::ProgressBar;

use crate::export::Fault;

/// Tells of each line that gave no contact. Neighbouring lines with one fault are told in one
/// sentence, so that a wrong identity does not scroll the terminal away.
pub(super) struct FaultReport<'a> {
    bar: &'a ProgressBar,
    run: Option<Run>,
    total: u64,
    of_other_identity: u64,
}

struct Run {
    fault: Fault,
    first: u64,
    last: u64,
}

impl<'a> FaultReport<'a> {
    pub(super) fn new(bar: &'a ProgressBar) -> Self {
        FaultReport {
            bar,
            run: None,
            total: 0,
            of_other_identity: 0,
        }
    }

    /// Notes that line `number` has a fault.
    pub(super) fn add(&mut self, number: u64, fault: Fault) -> io::Result<()> {
        self.total += 1;
        if fault == Fault::Shut(crate::sealed::Shut::OtherIdentity) {
            self.of_other_identity += 1;
        }
        if let Some(run) = self.run.as_mut().filter(|run| run.fault == fault) {
            run.last = number;
            return Ok(());
        }
        self.pause()?;
        self.run = Some(Run {
            fault,
            first: number,
            last: number,
        });
        Ok(())
    }

    /// Notes that a line was opened, or that the export has ended: a run of faults is over.
    pub(super) fn pause(&mut self) -> io::Result<()> {
        let Some(Run { fault, first, last }) = self.run.take() else {
            return Ok(());
        };
        let lines = if first == last {
            format!("line {first}")
        } else {
            format!("lines {first} to {last}")
        };
        let outcome = if fault.is_disbelief() {
            "set apart"
        } else {
            "not opened"
        };
        self.bar
            .suspend(|| writeln!(io::stderr(), "{lines} {outcome}: {fault}"))
    }

    /// How many lines had a fault.
    pub(super) fn total(&self) -> u64 {
        self.total
    }

    /// Whether lines stayed shut for want of the right identity, and for no other reason.
    pub(super) fn is_wrong_identity(&self) -> bool {
        self.total > 0 && self.total == self.of_other_identity
    }
}
