//! Runs a command with a PostgreSQL cluster of its own: `with-postgres COMMAND [ARGUMENT…]`.
//!
//! The command finds the cluster through `TESTBED_POSTGRES`; the cluster ends with it.

use std::{
    env,
    process::{Command, ExitCode},
};

use undersigned_testbed::{POSTGRES_URL, Postgres};

fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1);
    let Some(program) = arguments.next() else {
        return ExitCode::from(2);
    };
    let postgres = Postgres::start();
    let status = Command::new(program)
        .args(arguments)
        .env(POSTGRES_URL, postgres.url())
        .status();
    match status.ok().and_then(|status| status.code()) {
        Some(code) => ExitCode::from(u8::try_from(code).unwrap_or(1)),
        None => ExitCode::from(127),
    }
}
