//! `undersigned-bench`: drives the real server end to end, and prints what it measures as ratios to
//! baselines that are measured in the same run, in turns (A B A B …), because machines are noisy.

mod arguments;
mod baseline_page;
mod baseline_signature;
mod databases;
mod effort;
mod growth;
mod hosted;
mod load;
mod machine;
#[cfg(test)]
mod million;
mod pages;
mod people;
mod programs;
mod progress;
mod signatures;
mod statistics;
mod table;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};
use databases::Databases;
use effort::Effort;
use table::Table;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = match arguments.command {
        // The baselines are programs of their own, with as many threads as the server has.
        Some(Command::BaselinePage(ref page)) => {
            on_all_cores().and_then(|on| on.block_on(page.run()))
        }
        Some(Command::BaselineSignature(ref floor)) => {
            on_all_cores().and_then(|on| on.block_on(floor.run()))
        }
        _ => on_one_core().and_then(|on| on.block_on(measure(&arguments))),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody is left to tell when standard error is closed.
            let _ = writeln!(io::stderr(), "undersigned-bench: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn on_all_cores() -> anyhow::Result<tokio::runtime::Runtime> {
    Ok(tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?)
}

/// The load comes from one thread, to leave the other cores to what is measured.
fn on_one_core() -> anyhow::Result<tokio::runtime::Runtime> {
    Ok(tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?)
}

async fn measure(arguments: &Arguments) -> anyhow::Result<()> {
    let command = arguments.command.as_ref().unwrap_or(&Command::All);
    let effort = Effort::of(arguments);
    let databases = Databases::new(arguments.database.clone(), arguments.data.clone());
    programs::ensure_built()?;
    print(&machine::describe(&arguments.database))?;
    let all = matches!(command, Command::All);
    let outcome = async {
        if all || matches!(command, Command::Pages) {
            show(&pages::measure(&databases, &effort).await?)?;
        }
        if all || matches!(command, Command::Signatures) {
            show(&signatures::measure(&databases, &effort).await?)?;
        }
        if all || matches!(command, Command::Growth) {
            show(&growth::measure(&databases, &effort).await?)?;
        }
        Ok(())
    };
    let outcome = outcome.await;
    databases.drop_all().await?;
    outcome
}

fn show(table: &Table) -> anyhow::Result<()> {
    print(&table.to_string())
}

fn print(text: &str) -> anyhow::Result<()> {
    writeln!(io::stdout(), "{text}")?;
    Ok(())
}
