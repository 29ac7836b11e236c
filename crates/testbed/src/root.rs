//! Being root, or becoming it, or stepping down from it.

use std::{ffi::OsStr, process::Command};

/// Whether this process runs as root.
pub(crate) fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}

/// A command that runs as root: as it is, or through `sudo` without a password.
pub(crate) fn as_root(program: impl AsRef<OsStr>) -> Command {
    if is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("sudo");
    command.arg("-n").arg(program);
    command
}

/// A command that runs as `user` if we are root, else as ourselves. The process keeps its id:
/// signals reach the program itself.
pub(crate) fn as_user(user: &str, program: impl AsRef<OsStr>) -> Command {
    if !is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command
        .arg(format!("--reuid={user}"))
        .arg(format!("--regid={user}"))
        .arg("--init-groups")
        .arg(program);
    command
}

/// Runs a command to its end.
///
/// # Panics
///
/// If it fails; with what it wrote.
pub(crate) fn run(mut command: Command) -> String {
    let output = command
        .output()
        .unwrap_or_else(|error| panic!("{:?} does not start: {error}", command.get_program()));
    let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{command:?} failed ({}):\n{stdout}\n{}",
        output.status,
        String::from_utf8_lossy(&output.stderr)
    );
    stdout
}

/// The numeric ids of a user.
pub(crate) fn ids(user: &str) -> (u32, u32) {
    let ask = |flag: &str| {
        let mut command = Command::new("id");
        command.args([flag, user]);
        run(command).trim().parse().expect("id prints a number")
    };
    (ask("-u"), ask("-g"))
}
