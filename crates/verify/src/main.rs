//! `undersigned-verify`: the auditor's program. It checks a letter's record, in a bundle or where it is served, or a
//! signatory's receipt, and shares no code with the server but the record format.

mod live;
mod progress;
mod receipt;
mod report;
mod target;
mod web;

use std::process::ExitCode;

use clap::Parser;
use undersigned_record::note::VerifierKey;

use crate::report::Report;
use crate::target::Target;

/// Checks that a letter's signatures are what its public record says.
///
/// Exits with 0 only if everything holds, 1 if something does not, 2 if it could not begin.
#[derive(Debug, Parser)]
#[command(name = "undersigned-verify", version)]
struct Arguments {
    /// A bundle (.zip), a receipt (.tlog-proof), or a letter's address (https://host/letters/slug).
    target: Target,

    /// The log's public key, as the letter's mails, its site or its DNS record name it.
    #[arg(long, value_name = "VKEY")]
    key: Option<VerifierKey>,

    /// With a receipt: the letter's address, whose present record must be consistent with the receipt.
    #[arg(long, value_name = "URL")]
    log: Option<web::Address>,

    /// Print the result as JSON.
    #[arg(long)]
    json: bool,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match check(&arguments) {
        Ok(report) => report.print(arguments.json),
        Err(message) => report::refuse(&message),
    }
}

/// # Errors
/// A message if the arguments don't go together or a file can't be read.
fn check(arguments: &Arguments) -> Result<Report, String> {
    let key = arguments.key.as_ref();
    let receipt = matches!(arguments.target, Target::Receipt(_));
    if arguments.log.is_some() && !receipt {
        return Err(
            "--log goes with a receipt; a bundle or an address is checked by itself".into(),
        );
    }
    match &arguments.target {
        Target::Address(address) => Ok(live::check(address, key)),
        Target::Bundle(path) => live::check_bundle(path, key),
        Target::Receipt(path) => receipt::check(path, key, arguments.log.as_ref()),
    }
}
