//! A certificate authority of our own, made by openssl.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use crate::root::run;

/// A self-made certificate authority and one certificate for 127.0.0.1, `localhost`, a name, and
/// all names right below that.
pub struct Authority {
    dir: PathBuf,
}

impl Authority {
    /// Makes both in a directory; the certificate is valid for two days.
    ///
    /// # Panics
    ///
    /// If openssl fails.
    #[must_use]
    pub fn new(dir: &Path, name: &str) -> Self {
        let authority = Self {
            dir: dir.to_owned(),
        };
        let key = [
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
            "-days",
            "2",
        ];
        let mut command = Command::new("openssl");
        command
            .args(["req", "-x509"])
            .args(key)
            .args(["-subj", "/CN=Test authority"]);
        command
            .arg("-keyout")
            .arg(dir.join("authority.key"))
            .arg("-out")
            .arg(authority.root());
        run(command);
        let mut command = Command::new("openssl");
        command
            .args(["req", "-x509"])
            .args(key)
            .args(["-subj", &format!("/CN={name}")]);
        command.args([
            "-addext",
            &format!("subjectAltName=DNS:{name},DNS:*.{name},DNS:localhost,IP:127.0.0.1"),
        ]);
        command.args(["-addext", "basicConstraints=critical,CA:FALSE"]);
        command
            .arg("-CA")
            .arg(authority.root())
            .arg("-CAkey")
            .arg(dir.join("authority.key"));
        command
            .arg("-keyout")
            .arg(authority.key())
            .arg("-out")
            .arg(authority.certificate());
        run(command);
        authority
    }

    /// The authority's certificate, PEM.
    #[must_use]
    pub fn root(&self) -> PathBuf {
        self.dir.join("authority.pem")
    }

    /// The server's certificate, PEM.
    #[must_use]
    pub fn certificate(&self) -> PathBuf {
        self.dir.join("server.pem")
    }

    /// The server's private key, PEM.
    #[must_use]
    pub fn key(&self) -> PathBuf {
        self.dir.join("server.key")
    }
}
