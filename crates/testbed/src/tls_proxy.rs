//! A proxy that speaks TLS before a server that doesn't: Debian's Python.

use std::{fs, path::PathBuf, process::Command, time::Duration};

use tempfile::TempDir;

use crate::{
    authority::Authority,
    process::{Running, free_port},
};

/// Speaks TLS for one domain on a loopback port, and plain HTTP on another.
pub struct TlsProxy {
    port: u16,
    plain_port: u16,
    authority: Authority,
    _running: Running,
    dir: TempDir,
}

impl TlsProxy {
    /// Starts one that does as operators are told: names the reader's address, and leads from HTTP to
    /// HTTPS. Its certificate holds for so many days more.
    ///
    /// # Panics
    ///
    /// If Python doesn't start.
    #[must_use]
    pub fn start(domain: &str, days: i32) -> Self {
        Self::doing("forwards redirects", domain, days)
    }

    /// Starts one that does neither.
    ///
    /// # Panics
    ///
    /// If Python doesn't start.
    #[must_use]
    pub fn careless(domain: &str, days: i32) -> Self {
        Self::doing("nothing", domain, days)
    }

    fn doing(words: &str, domain: &str, days: i32) -> Self {
        let dir = tempfile::tempdir().expect("a directory");
        let authority = Authority::lasting(dir.path(), domain, days);
        let script = dir.path().join("proxy.py");
        fs::write(&script, include_str!("tls_proxy.py")).expect("own directory");
        let (port, plain_port) = (free_port(), free_port());
        let mut command = Command::new("/usr/bin/python3");
        command
            .arg(&script)
            .arg(authority.certificate())
            .arg(authority.key())
            .args([port.to_string(), plain_port.to_string()])
            .arg(words)
            .arg(dir.path().join("behind"));
        let mut running = Running::start(command, dir.path(), "proxy");
        running.wait_for(Duration::from_secs(30), |output| {
            output.contains("ready").then_some(())
        });
        Self {
            port,
            plain_port,
            authority,
            _running: running,
            dir,
        }
    }

    /// The port of HTTPS.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The port of plain HTTP.
    #[must_use]
    pub fn plain_port(&self) -> u16 {
        self.plain_port
    }

    /// The certificate of the authority that vouches for it.
    #[must_use]
    pub fn ca_file(&self) -> PathBuf {
        self.authority.root()
    }

    /// Names the server behind it, `ADDRESS:PORT`.
    ///
    /// # Panics
    ///
    /// If the file can't be written.
    pub fn lead_to(&self, address: &str) {
        fs::write(self.dir.path().join("behind"), address).expect("own directory");
    }
}
