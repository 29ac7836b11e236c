//! A real web site over HTTPS, good and bad ones: Debian's Python.

use std::{fs, path::PathBuf, process::Command, time::Duration};

use tempfile::TempDir;

use crate::{
    authority::Authority,
    process::{Running, free_port},
};

/// Serves one domain and the names right below it, on 127.0.0.1, by what stands in files: `HOST/PATH`
/// is what it answers with. Where it begins with `-> ADDRESS`, it redirects there; with `= STATUS`,
/// that is the status; with `~ endless`, it sends for ever; with `~ slow`, a byte a second; with
/// `~ silent`, nothing.
pub struct WebHost {
    port: u16,
    authority: Authority,
    running: Running,
    dir: TempDir,
}

impl WebHost {
    /// Starts one for a domain.
    ///
    /// # Panics
    ///
    /// If Python doesn't start.
    #[must_use]
    pub fn start(domain: &str) -> Self {
        let dir = tempfile::tempdir().expect("a directory");
        let authority = Authority::new(dir.path(), domain);
        let script = dir.path().join("server.py");
        fs::write(&script, include_str!("web_host.py")).expect("own directory");
        let port = free_port();
        let mut command = Command::new("/usr/bin/python3");
        command
            .arg(&script)
            .arg(authority.certificate())
            .arg(authority.key())
            .arg(port.to_string())
            .arg(dir.path().join("sites"));
        let mut running = Running::start(command, dir.path(), "web");
        running.wait_for(Duration::from_secs(30), |output| {
            output.contains("ready").then_some(())
        });
        Self {
            port,
            authority,
            running,
            dir,
        }
    }

    /// Its port.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The certificate of the authority that vouches for it.
    #[must_use]
    pub fn ca_file(&self) -> PathBuf {
        self.authority.root()
    }

    /// Makes it answer with `text` for a path of a host.
    ///
    /// # Panics
    ///
    /// If the file can't be written.
    pub fn put(&self, host: &str, path: &str, text: &str) {
        let file = self.file(host, path);
        fs::create_dir_all(file.parent().expect("below a host")).expect("own directory");
        fs::write(file, text).expect("own directory");
    }

    /// Makes it answer that there is nothing.
    ///
    /// # Panics
    ///
    /// If there was nothing.
    pub fn take_away(&self, host: &str, path: &str) {
        fs::remove_file(self.file(host, path)).expect("it was there");
    }

    /// Lines `GET HOST PATH` and `sent BYTES`, of requests that ended.
    #[must_use]
    pub fn log(&self) -> Vec<String> {
        self.running.stdout().lines().map(str::to_owned).collect()
    }

    fn file(&self, host: &str, path: &str) -> PathBuf {
        let sites = self.dir.path().join("sites");
        sites.join(host).join(path.trim_start_matches('/'))
    }
}
