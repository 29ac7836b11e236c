//! The command line: one file a command. Errors become words here, and each says what to do.

mod backup;
mod bounce;
mod demo;
mod doctor;
mod export;
mod held;
mod host;
mod import;
mod init;
mod installation;
mod launch;
mod letter;
mod organizer;
mod outfile;
mod postgres;
mod progress;
mod recipients;
mod record;
mod remove;
mod restore;
mod say;
mod serve;
mod statements;

use std::process::ExitCode;

pub use installation::Installation;

/// Undersigned hosts open letters that people sign in public.
#[derive(clap::Parser)]
#[command(name = "undersigned", version, propagate_version = true)]
pub struct Cli {
    #[command(flatten)]
    installation: Installation,
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand)]
enum Command {
    /// Serve the letters.
    Serve(serve::Serve),
    /// Try everything with an invented letter; mails stay on this machine.
    Demo(demo::Demo),
    /// Make a data directory with its configuration and keys.
    Init(init::Init),
    /// Bring a letter or its founding signatories in from files.
    #[command(subcommand)]
    Import(import::Import),
    /// Open a letter: its record begins.
    Launch(launch::Launch),
    /// The age recipients that a letter's contacts are sealed to.
    #[command(subcommand)]
    Recipients(recipients::Recipients),
    /// Write files for others: bundles, contacts, test contacts.
    #[command(subcommand)]
    Export(export::Export),
    /// Signatures and corrections that wait for a moderator.
    #[command(subcommand)]
    Held(held::Held),
    /// Letters' own host names.
    #[command(subcommand)]
    Host(host::Host),
    /// Statements that wait for a moderator.
    #[command(subcommand)]
    Statements(statements::Statements),
    /// Who may organize: one-time links and lists.
    #[command(subcommand)]
    Organizer(organizer::Organizer),
    /// Remove a signature by its index in the record.
    Remove(remove::Remove),
    /// Copy the database into a file, without any key.
    Backup(backup::Backup),
    /// Put a backup in the database's place; it starts read-only.
    Restore(restore::Restore),
    /// Look after DNS, mail, TLS, clock, disk, backups and keys; says how to mend each.
    Doctor(doctor::Doctor),
    /// Take in a mail that came back; for the mail server to call.
    Bounce(bounce::Bounce),
    /// A letter's record: where it stands, and how to recover it.
    #[command(subcommand)]
    Record(record::Record),
}

/// Runs a command. What went wrong goes to standard error, with what to do about it.
pub async fn run(cli: Cli) -> ExitCode {
    match dispatch(cli).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            if let Some(unwell) = error.downcast_ref::<doctor::Unwell>() {
                // The report has said it all.
                return ExitCode::from(unwell.code());
            }
            say::error(&error);
            match error.is::<bounce::NotNow>() {
                // EX_TEMPFAIL (sysexits.h): the mail server keeps the mail.
                true => ExitCode::from(75),
                false if error.is::<doctor::NotRun>() => ExitCode::from(doctor::NOT_CHECKED),
                false => ExitCode::FAILURE,
            }
        }
    }
}

/// The same, for callers that want the error itself.
pub async fn dispatch(cli: Cli) -> anyhow::Result<()> {
    let place = &cli.installation;
    match cli.command {
        Command::Serve(command) => command.run(place).await,
        Command::Demo(command) => command.run(place).await,
        Command::Init(command) => command.run(place).await,
        Command::Import(command) => command.run(place).await,
        Command::Launch(command) => command.run(place).await,
        Command::Recipients(command) => command.run(place).await,
        Command::Export(command) => command.run(place).await,
        Command::Held(command) => command.run(place).await,
        Command::Host(command) => command.run(place).await,
        Command::Statements(command) => command.run(place).await,
        Command::Organizer(command) => command.run(place).await,
        Command::Remove(command) => command.run(place).await,
        Command::Backup(command) => command.run(place).await,
        Command::Restore(command) => command.run(place).await,
        Command::Doctor(command) => command.run(place).await,
        Command::Bounce(command) => command.run(place).await,
        Command::Record(command) => command.run(place).await,
    }
}
