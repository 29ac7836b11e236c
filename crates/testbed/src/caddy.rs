//! A real Caddy, Debian's, in front of a server of ours.

use std::{fs, path::PathBuf, process::Command, time::Duration};

use tempfile::TempDir;

use crate::{
    process::{Running, free_port},
    root::{is_root, run},
};

/// Speaks TLS on a loopback port with certificates of its own authority.
pub struct Caddy {
    port: u16,
    host: String,
    running: Running,
    dir: TempDir,
}

impl Caddy {
    /// Starts one with a Caddyfile that serves `host`, on `port` in the place of 443 and with
    /// certificates of its own; all else is as it stands.
    ///
    /// # Panics
    ///
    /// If the file isn't as expected, or Debian's caddy isn't installed or does not start; with its
    /// log.
    #[must_use]
    pub fn start(caddyfile: &str, host: &str, port: u16) -> Self {
        let dir = tempfile::tempdir().expect("a directory");
        let (site, globals) = (format!("\n{host} {{\n"), "\n{\n");
        assert!(caddyfile.contains(&site) && caddyfile.contains(globals));
        let here = format!(
            "\n{{\n\tadmin off\n\tlocal_certs\n\tskip_install_trust\n\thttps_port {port}\n\t\
             http_port {}\n\tdefault_bind 127.0.0.1\n",
            free_port()
        );
        let config = dir.path().join("Caddyfile");
        fs::write(&config, caddyfile.replacen(globals, &here, 1)).expect("own directory");
        let mut command = Command::new("caddy");
        command.args(["run", "--adapter", "caddyfile", "--config"]);
        command.arg(&config);
        for variable in ["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"] {
            command.env(variable, dir.path());
        }
        let mut running = Running::start(command, dir.path(), "caddy");
        // A file that Caddy changes only by a rename.
        let certificate = dir
            .path()
            .join(format!("caddy/certificates/local/{host}/{host}.crt"));
        running.wait_for(Duration::from_secs(30), |said| {
            (said.contains("serving initial configuration") && certificate.exists()).then_some(())
        });
        Self {
            port,
            host: host.to_owned(),
            running,
            dir,
        }
    }

    /// `curl`, about to ask it, whatever the host, as the loopback address `from`, and to trust nobody
    /// else. It takes no longer than half a minute.
    #[must_use]
    pub fn curl(&self, from: &str) -> Command {
        let port = self.port;
        let mut command = Command::new("curl");
        command
            .args(["--disable", "--silent", "--show-error", "--noproxy", "*"])
            .args(["--max-time", "30", "--interface", from])
            .args(["--resolve", &format!("*:{port}:127.0.0.1")])
            .arg("--cacert")
            .arg(self.root());
        command
    }

    /// What Chromium shows of a path over HTTP/3, which it is made to speak; nothing where it can't.
    ///
    /// # Panics
    ///
    /// If Chromium or openssl isn't installed.
    #[must_use]
    pub fn over_http3(&self, path: &str) -> String {
        let profile = tempfile::tempdir().expect("a directory");
        let (host, port) = (&self.host, self.port);
        let mut command = Command::new("chromium");
        command
            .args([
                "--headless",
                "--disable-gpu",
                "--disable-background-networking",
            ])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg(format!("--host-resolver-rules=MAP {host} 127.0.0.1"))
            .arg(format!("--origin-to-force-quic-on={host}:{port}"))
            .arg(format!(
                "--ignore-certificate-errors-spki-list={}",
                self.pin()
            ))
            .args(["--dump-dom", &self.url(path)])
            .env("HOME", profile.path());
        if is_root() {
            command.arg("--no-sandbox");
        }
        let ended = command.output().expect("chromium starts");
        String::from_utf8_lossy(&ended.stdout).into_owned()
    }

    /// The digest of the host's public key, in base64: over QUIC Chromium trusts no authority that isn't
    /// the world's.
    fn pin(&self) -> String {
        let mut command = Command::new("bash");
        command
            .args(["-c", "openssl x509 -pubkey -noout -in \"$0\" | openssl pkey -pubin -outform der | openssl dgst -sha256 -binary | base64"])
            .arg(self.dir.path().join(certificate(&self.host)));
        run(command).trim().to_owned()
    }

    /// The certificate of its authority.
    fn root(&self) -> PathBuf {
        self.dir.path().join("caddy/pki/authorities/local/root.crt")
    }

    /// The URL of a path that starts with a slash.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("https://{}:{}{path}", self.host, self.port)
    }

    /// Everything that it has written, its log among it.
    #[must_use]
    pub fn said(&self) -> String {
        self.running.stdout() + &self.running.stderr()
    }
}

/// Where Caddy keeps the certificate that it made for a host.
fn certificate(host: &str) -> String {
    format!("caddy/certificates/local/{host}/{host}.crt")
}
