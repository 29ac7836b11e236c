//! `undersigned-desk contacts open`: an export becomes a table.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::fault_report::FaultReport;
use crate::contact::Kind;
use crate::export::{Export, Fault, Opened};
use crate::failure::Failure;
use crate::identity::Keyring;
use crate::private_file::PrivateFile;
use crate::profile::Profile;
use crate::table::Table;

#[derive(Args)]
pub(super) struct Arguments {
    /// Your identity file, made by keygen or age-keygen; may be given more than once
    #[arg(short, long = "identity", value_name = "IDENTITY", required = true)]
    identities: Vec<PathBuf>,

    /// The file that `undersigned export contacts` made
    #[arg(value_name = "EXPORT")]
    export: PathBuf,

    /// Where to write the table [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Replace the output file if it is there already
    #[arg(long, requires = "output")]
    force: bool,

    /// Which columns to write
    #[arg(long, value_enum, default_value = "plain")]
    profile: Profile,

    /// Only signatories of this kind; may be given more than once
    #[arg(long, value_enum, value_name = "KIND")]
    kind: Vec<Kind>,

    /// Only people who agreed to updates and have not unsubscribed
    #[arg(long)]
    updates_only: bool,
}

impl Arguments {
    fn wants(&self, opened: &Opened) -> bool {
        self.profile.takes(opened)
            && (opened.updates || !self.updates_only)
            && (self.kind.is_empty() || self.kind.contains(&opened.contact.kind))
    }
}

/// What came of an export, in contacts.
#[derive(Default)]
struct Tally {
    opened: u64,
    signatories: u64,
    updates: u64,
    written: u64,
    shut: u64,
    wrong_identity: bool,
    /// Individuals, and others: CiviCRM imports them apart.
    written_by_kind: [u64; 2],
}

pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let keyring = Keyring::read(&arguments.identities)?;
    let export = Export::read(&arguments.export)?;
    let tally = match &arguments.output {
        Some(path) => {
            let mut file = PrivateFile::create(path, arguments.force)?;
            let tally = write_table(&mut file, export, &keyring, arguments)?;
            file.keep()?;
            tally
        }
        None => write_table(io::stdout().lock(), export, &keyring, arguments)?,
    };
    tell(&mut io::stderr(), &tally, &keyring, arguments)?;
    Ok(if tally.shut == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn write_table(
    out: impl Write,
    mut export: Export,
    keyring: &Keyring,
    arguments: &Arguments,
) -> Result<Tally, Failure> {
    let bar = progress_bar(export.count);
    let mut faults = FaultReport::new(&bar);
    let mut rows = Rows::new(out, arguments)?;
    while let Some((number, line)) = export.next(keyring)? {
        let refused = match line {
            Ok(opened) => rows.take(opened)?,
            Err(fault) => Some(fault),
        };
        match refused {
            None => faults.pause()?,
            Some(fault) => faults.add(number, fault)?,
        }
        bar.inc(1);
    }
    faults.pause()?;
    let mut tally = rows.finish()?;
    tally.shut = faults.total();
    tally.wrong_identity = faults.is_wrong_identity();
    bar.finish_and_clear();
    Ok(tally)
}

/// The table under way. An export has the contacts of one signature beside each other, oldest first
/// (the signing, then each correction), and they make one row.
struct Rows<'a, W: Write> {
    table: Table<W>,
    arguments: &'a Arguments,
    tally: Tally,
    latest: Option<Opened>,
}

impl<'a, W: Write> Rows<'a, W> {
    fn new(out: W, arguments: &'a Arguments) -> io::Result<Self> {
        Ok(Self {
            table: Table::new(out, arguments.profile.columns())?,
            arguments,
            tally: Tally::default(),
            latest: None,
        })
    }

    /// Takes the next contact, or gives the reason to set it apart.
    fn take(&mut self, opened: Opened) -> io::Result<Option<Fault>> {
        if let Some(fault) = self
            .latest
            .as_ref()
            .and_then(|latest| latest.refuses(&opened))
        {
            return Ok(Some(fault));
        }
        self.tally.opened += 1;
        match self.latest.take() {
            Some(older) if older.index == opened.index => {
                self.latest = Some(older.corrected_by(opened));
            }
            whole => {
                self.latest = Some(opened);
                whole.map_or(Ok(()), |whole| self.write(&whole))?;
            }
        }
        Ok(None)
    }

    fn write(&mut self, whole: &Opened) -> io::Result<()> {
        self.tally.signatories += 1;
        self.tally.updates += u64::from(whole.updates);
        if self.arguments.wants(whole) {
            self.table.add(&self.arguments.profile.row(whole))?;
            self.tally.written += 1;
            let individual = whole.contact.kind == Kind::Individual;
            self.tally.written_by_kind[usize::from(!individual)] += 1;
        }
        Ok(())
    }

    fn finish(mut self) -> io::Result<Tally> {
        if let Some(whole) = self.latest.take() {
            self.write(&whole)?;
        }
        self.table.finish()?;
        Ok(self.tally)
    }
}

/// Drawn on standard error, and only when that is a terminal.
fn progress_bar(contacts: u64) -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:40} {pos} of {len} contacts, {eta} to go");
    ProgressBar::with_draw_target(Some(contacts), ProgressDrawTarget::stderr())
        .with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

fn tell(
    out: &mut impl Write,
    tally: &Tally,
    keyring: &Keyring,
    arguments: &Arguments,
) -> io::Result<()> {
    let Tally {
        opened,
        signatories,
        updates,
        written,
        shut,
        ..
    } = tally;
    let total = opened + shut;
    let contacts = if total == 1 { "contact" } else { "contacts" };
    let want = if *updates == 1 { "wants" } else { "want" };
    writeln!(
        out,
        "{opened} of {total} {contacts} opened, {updates} of them {want} updates; {written} written"
    )?;
    if signatories < opened {
        let corrections = opened - signatories;
        let made = if corrections == 1 {
            "is a correction"
        } else {
            "are corrections"
        };
        writeln!(
            out,
            "{corrections} of them {made}, in one row with the contact from signing"
        )?;
    }
    if tally.wrong_identity {
        let recipients = keyring.recipients().join(", ");
        writeln!(
            out,
            "What stayed shut is not sealed to {recipients}: is another identity needed?"
        )?;
    }
    if arguments.profile == Profile::Civicrm && !tally.written_by_kind.contains(&0) {
        writeln!(
            out,
            "CiviCRM imports individuals and organizations apart: run this again with\n\
             --kind individual, and with --kind organization --kind company"
        )?;
    }
    Ok(())
}
