//! The command line: one file a command.

mod contacts_open;
mod contacts_test;
mod fault_report;
mod keygen;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use time::OffsetDateTime;

use crate::failure::Failure;

/// Keys and contacts of open letters, on the organizers' own machine.
///
/// Never connects to anything: files come from the server by your hands, and go nowhere.
#[derive(Parser)]
#[command(name = "undersigned-desk", version)]
pub(crate) struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make an identity, and print the recipient that the server needs
    Keygen(keygen::Arguments),
    /// Open what the server sealed
    Contacts {
        #[command(subcommand)]
        command: Contacts,
    },
}

#[derive(Subcommand)]
enum Contacts {
    /// Open an export of contacts and write it as CSV
    Open(contacts_open::Arguments),
    /// Open the test contact that a new letter asks for
    Test(contacts_test::Arguments),
}

impl Cli {
    /// Runs the command. `now` is only written down, as the moment when an identity was made.
    ///
    /// # Errors
    ///
    /// Any [`Failure`]; usage errors end the process before, with code 2.
    pub(crate) fn run(self, now: OffsetDateTime) -> Result<ExitCode, Failure> {
        match self.command {
            Command::Keygen(arguments) => keygen::run(&arguments, now),
            Command::Contacts {
                command: Contacts::Open(arguments),
            } => contacts_open::run(&arguments),
            Command::Contacts {
                command: Contacts::Test(arguments),
            } => contacts_test::run(&arguments),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }
}
