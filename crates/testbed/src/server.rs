//! The real `undersigned` program on a free port.

use std::{
    path::Path,
    process::{Command, ExitStatus},
    time::Duration,
};

use rustix::process::Signal;
use tempfile::TempDir;

use crate::process::Running;

/// A running server. Dropping it kills it.
pub struct Server {
    running: Running,
    address: String,
    dir: TempDir,
}

impl Server {
    /// Starts a command that listens where a line `listening on http://ADDRESS` on its stdout
    /// says: an `undersigned serve` or `demo` with `--listen 127.0.0.1:0`.
    ///
    /// A test names the program as `env!("CARGO_BIN_EXE_undersigned")`.
    ///
    /// # Panics
    ///
    /// If it does not listen within a minute; with its output.
    #[must_use]
    pub fn start(command: Command) -> Self {
        let dir = tempfile::tempdir().expect("a directory");
        let mut running = Running::start(command, dir.path(), "server");
        let address = running.wait_for(Duration::from_secs(60), listening);
        Self {
            running,
            address,
            dir,
        }
    }

    /// Where it listens, `127.0.0.1:PORT`.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The URL of a path that starts with a slash.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// The process, for its output and signals.
    pub fn process(&mut self) -> &mut Running {
        &mut self.running
    }

    /// The directory with its output, for searching it.
    #[must_use]
    pub fn output_dir(&self) -> &Path {
        self.dir.path()
    }

    /// Ends it as a power cut would: `kill -9`.
    pub fn kill(mut self) {
        self.running.signal(Signal::KILL);
        let _ = self.running.wait(Duration::from_secs(10));
    }

    /// Asks it to end, as systemd does, and waits.
    ///
    /// # Panics
    ///
    /// If it runs on for 30 seconds.
    #[must_use]
    pub fn stop(mut self) -> ExitStatus {
        self.running.signal(Signal::TERM);
        self.running
            .wait(Duration::from_secs(30))
            .expect("the server ends when asked to")
    }

    /// Freezes it in the middle of whatever it does.
    pub fn pause(&mut self) {
        self.running.signal(Signal::STOP);
    }

    /// Lets it go on.
    pub fn resume(&mut self) {
        self.running.signal(Signal::CONT);
    }
}

fn listening(output: &str) -> Option<String> {
    // A line that is still being written has no end yet, and its port may lack a digit.
    let whole = &output[..=output.rfind('\n')?];
    let rest = whole
        .lines()
        .find_map(|line| line.split_once("listening on http://"))?
        .1;
    Some(rest.split(['/', ' ']).next()?.to_owned())
}
