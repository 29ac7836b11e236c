//! A mail server that asks for a login (Debian's aiosmtpd).

use std::{fs, path::PathBuf, process::Command, time::Duration};

use tempfile::TempDir;

use crate::{
    authority::Authority,
    process::{Running, free_port},
};

/// Takes mail only after STARTTLS and a login, and keeps none of it.
pub struct LoginServer {
    port: u16,
    authority: Authority,
    running: Running,
    _dir: TempDir,
}

impl LoginServer {
    /// Starts one that knows one account.
    ///
    /// # Panics
    ///
    /// If Debian's python3-aiosmtpd isn't installed.
    #[must_use]
    pub fn start(user: &str, password: &str) -> Self {
        let dir = tempfile::tempdir().expect("a directory");
        let authority = Authority::new(dir.path(), "login.example");
        let script = dir.path().join("server.py");
        fs::write(&script, include_str!("login_server.py")).expect("own directory");
        let port = free_port();
        // Debian's own Python: another one in PATH would lack Debian's packages.
        let mut command = Command::new("/usr/bin/python3");
        command
            .arg(&script)
            .arg(authority.certificate())
            .arg(authority.key());
        command.arg(port.to_string()).args([user, password]);
        let mut running = Running::start(command, dir.path(), "login");
        running.wait_for(Duration::from_secs(30), |output| {
            output.contains("ready").then_some(())
        });
        Self {
            port,
            authority,
            running,
            _dir: dir,
        }
    }

    /// Its port on 127.0.0.1.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The certificate of the authority that vouches for it.
    #[must_use]
    pub fn ca_file(&self) -> PathBuf {
        self.authority.root()
    }

    /// Lines `accepted ACCOUNT RECIPIENT`, one for each mail taken.
    #[must_use]
    pub fn accepted(&self) -> Vec<String> {
        let output = self.running.stdout();
        output
            .lines()
            .filter(|line| line.starts_with("accepted "))
            .map(str::to_owned)
            .collect()
    }
}
