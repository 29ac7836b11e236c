//! `undersigned`: parse, dispatch.

use std::process::ExitCode;

use clap::Parser;
use undersigned::cli::{Cli, run};

#[tokio::main]
async fn main() -> ExitCode {
    run(Cli::parse()).await
}
