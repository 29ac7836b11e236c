//! `undersigned-verify`: the auditor's program. It checks a letter's record, in a bundle or where it is served, or a
//! signatory's receipt, and shares no code with the server but the record format.
//!
//! The exit code is 0 if everything holds, 1 if something does not, and 2 if it could not be checked: there is no such
//! file or address, it is no letter's record, the network failed. Only 1 says something about the record.

mod live;
mod problem;
mod progress;
mod receipt;
mod report;
mod target;
mod web;

use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;
use undersigned_record::note::VerifierKey;

use crate::problem::Problem;
use crate::report::Report;
use crate::target::Target;
use crate::web::Address;

/// Checks that a letter's signatures are what its public record says.
#[derive(Debug, Parser)]
#[command(name = "undersigned-verify", version, after_help = EXITS)]
struct Arguments {
    /// A bundle (.zip), a receipt (.tlog-proof), or a letter's address (https://host/letters/slug).
    target: String,

    /// The log's public key, as the letter's mails, its site or its DNS record name it.
    #[arg(long, value_name = "VKEY")]
    key: Option<String>,

    /// With a receipt: the letter's address, whose present record must be consistent with the receipt.
    #[arg(long, value_name = "URL")]
    log: Option<String>,

    /// Print the result as JSON.
    #[arg(long)]
    json: bool,
}

const EXITS: &str = "Exit codes:
  0  everything holds
  1  something does not hold
  2  it could not be checked: no such file, no record at the address, no answer, a mistaken option

With --json, `problems` tells the last two apart by `kind`: \"does-not-hold\" or \"not-checked\".";

fn main() -> ExitCode {
    match Arguments::try_parse() {
        Ok(arguments) => check(&arguments).print(arguments.json),
        Err(error) => refuse(&error),
    }
}

/// Help and version are no problem; anything else is, and a script gets it in the form that it asked for.
fn refuse(error: &clap::Error) -> ExitCode {
    let asked = matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    );
    if asked || !std::env::args().any(|argument| argument == "--json") {
        error.exit();
    }
    let message = error.to_string();
    let first = message.split("\n\n").next().unwrap_or_default();
    let first = first.strip_prefix("error: ").unwrap_or(first);
    Report::failed(false, Problem::not_checked(first)).print(true)
}

fn check(arguments: &Arguments) -> Report {
    let pinned = arguments.key.is_some();
    verdict(arguments).unwrap_or_else(|problem| Report::failed(pinned, problem))
}

/// # Errors
/// [`Problem`] if the arguments don't go together, or there is nothing to check, or a receipt doesn't hold.
fn verdict(arguments: &Arguments) -> Result<Report, Problem> {
    let key = arguments.key.as_deref().map(read_key).transpose()?;
    let key = key.as_ref();
    let log = arguments.log.as_deref().map(str::parse::<Address>);
    let log = log
        .transpose()
        .map_err(|why| Problem::not_checked(format!("--log: {why}")))?;
    let target = Target::find(&arguments.target).map_err(Problem::not_checked)?;
    match target {
        Target::Receipt(path) => receipt::check(&path, key, log.as_ref()),
        _ if log.is_some() => Err(Problem::not_checked(
            "--log goes with a receipt; a bundle or an address is checked by itself",
        )),
        Target::Address(address) => Ok(live::check(&address, key)),
        Target::Bundle(path) => live::check_bundle(&path, key),
    }
}

fn read_key(text: &str) -> Result<VerifierKey, Problem> {
    let read = text.trim().parse();
    read.map_err(|_| {
        Problem::not_checked(
            "--key: not a log's public key; one reads host/letters/slug+1a2b3c4d+Base64, and is copied whole",
        )
    })
}
