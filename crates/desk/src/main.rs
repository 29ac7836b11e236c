//! `undersigned-desk`: the organizers' program for the keys and the contacts of their letters.
//!
//! It is the only code that ever sees an identity. It reads files and writes files; it opens no
//! network connection, and none of the crates that it is built from is asked to.

mod cli;
mod contact;
mod export;
mod failure;
mod identity;
mod jsonl;
mod letter;
mod private_file;
mod profile;
mod sealed;
mod table;
mod test_contact;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use time::OffsetDateTime;

fn main() -> ExitCode {
    match cli::Cli::parse().run(OffsetDateTime::now_utc()) {
        Ok(code) => code,
        Err(failure) => {
            // Nothing is left to do when even the terminal is gone.
            let _ = writeln!(io::stderr(), "undersigned-desk: {failure}");
            ExitCode::FAILURE
        }
    }
}
