//! `undersigned-desk contacts test`: shows that an identity opens what the server seals.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use crate::failure::Failure;
use crate::identity::Keyring;
use crate::test_contact;

#[derive(Args)]
pub(super) struct Arguments {
    /// Your identity file, made by keygen or age-keygen; may be given more than once
    #[arg(short, long = "identity", value_name = "IDENTITY", required = true)]
    identities: Vec<PathBuf>,

    /// The test contact, as you got it from the server
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let keyring = Keyring::read(&arguments.identities)?;
    let (letter, confirmations) = test_contact::read(&arguments.file, &keyring)?;
    let (mut out, mut terminal) = (io::stdout(), io::stderr());
    for confirmation in &confirmations {
        writeln!(
            terminal,
            "Your identity works: it opened the test contact for"
        )?;
        writeln!(terminal, "{}. Its code is", confirmation.recipient)?;
        writeln!(out, "{}", confirmation.code)?;
    }
    writeln!(
        terminal,
        "\nGive it to whoever runs the server of {letter}, who types there:\n"
    )?;
    for confirmation in &confirmations {
        let slug = letter.slug();
        writeln!(
            terminal,
            "    undersigned recipients confirm {slug} {}",
            confirmation.code
        )?;
    }
    Ok(ExitCode::SUCCESS)
}
