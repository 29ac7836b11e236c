//! `undersigned-desk keygen`: a new identity, written where it was told and nowhere else.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use age::secrecy::ExposeSecret;
use age::x25519::Identity;
use clap::Args;
use time::OffsetDateTime;

use crate::failure::Failure;
use crate::identity;
use crate::private_file::PrivateFile;

#[derive(Args)]
pub(super) struct Arguments {
    /// Where to write the identity; a file that is there already is never overwritten
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

pub(super) fn run(arguments: &Arguments, now: OffsetDateTime) -> Result<ExitCode, Failure> {
    let mut file = PrivateFile::create(&arguments.output, false)?;
    let identity = Identity::generate();
    file.write_all(identity::file_text(&identity, now).as_bytes())
        .map_err(|source| Failure::Write {
            path: arguments.output.clone(),
            source,
        })?;
    file.keep()?;

    writeln!(io::stdout(), "{}", identity.to_public())?;
    let mut terminal = io::stderr();
    if terminal.is_terminal() {
        show_once(&mut terminal, &identity)?;
    }
    explain(&mut terminal, &arguments.output)?;
    Ok(ExitCode::SUCCESS)
}

/// A log or a pipe must never hold an identity, so only a terminal is shown one.
fn show_once(out: &mut impl Write, identity: &Identity) -> io::Result<()> {
    writeln!(
        out,
        "\nThis is your identity. It is shown this once. Write it down or print it, check what\n\
         you wrote letter by letter, and lock the paper away:\n\n    {}",
        identity.to_string().expose_secret()
    )
}

fn explain(out: &mut impl Write, path: &Path) -> io::Result<()> {
    writeln!(
        out,
        "\nThe identity is in {path}. Whoever has it can read every contact that is sealed to it.\n\
         If a letter's identities are all lost, nobody can ever read its contacts: not you, not\n\
         us, not whoever runs the server. Nothing and no one can restore them.\n\
         So make a second identity on another machine, keep a copy of each on paper, and keep\n\
         them off the server and out of mail.\n\n\
         What the server needs is the recipient, the line that starts with age1. It is no secret.",
        path = path.display()
    )
}
