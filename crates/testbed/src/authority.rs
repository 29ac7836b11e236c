//! A certificate authority of our own, made by openssl.

use std::{
    fs,
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
    /// Makes both in a directory; the certificate is valid for a month.
    ///
    /// # Panics
    ///
    /// If openssl fails.
    #[must_use]
    pub fn new(dir: &Path, name: &str) -> Self {
        Self::lasting(dir, name, 31)
    }

    /// The same with a certificate that is valid for so many days more; or was valid until so many days
    /// ago.
    ///
    /// # Panics
    ///
    /// If openssl fails.
    #[must_use]
    pub fn lasting(dir: &Path, name: &str, days: i32) -> Self {
        let authority = Self {
            dir: dir.to_owned(),
        };
        let mut command = request();
        let subject = format!("/CN=Authority of {name}");
        command.args(["-x509", "-days", "40", "-subj", &subject]);
        command
            .arg("-keyout")
            .arg(dir.join("authority.key"))
            .arg("-out")
            .arg(authority.root());
        run(command);
        authority.certify(name, days);
        authority
    }

    /// Makes another certificate in the place of the former.
    ///
    /// # Panics
    ///
    /// If openssl fails.
    pub fn certify(&self, name: &str, days: i32) {
        let (ours, order) = (self.dir.join("ca.cnf"), self.dir.join("server.csr"));
        fs::write(self.dir.join("index.txt"), "").expect("own directory");
        let dir = self.dir.display();
        fs::write(&ours, SIGNING.replace("DIR", &dir.to_string())).expect("own directory");
        let mut command = request();
        command.args(["-new", "-subj", &format!("/CN={name}")]);
        command.args([
            "-addext",
            &format!("subjectAltName=DNS:{name},DNS:*.{name},DNS:localhost,IP:127.0.0.1"),
        ]);
        command.args(["-addext", "basicConstraints=critical,CA:FALSE"]);
        command
            .arg("-keyout")
            .arg(self.key())
            .arg("-out")
            .arg(&order);
        run(command);
        let mut command = Command::new("openssl");
        command
            .args(["ca", "-batch", "-notext", "-config"])
            .arg(&ours)
            .arg("-in")
            .arg(&order)
            .arg("-out")
            .arg(self.certificate())
            .args(["-startdate", &date(days.min(0) - 2)])
            .args(["-enddate", &date(days)]);
        run(command);
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

/// How the authority signs: what is asked for, and no more is written down than a list.
const SIGNING: &str = "\
[ca]
default_ca = ours
[ours]
certificate = DIR/authority.pem
private_key = DIR/authority.key
database = DIR/index.txt
new_certs_dir = DIR
rand_serial = yes
default_md = sha256
policy = any
copy_extensions = copy
[any]
commonName = supplied
";

/// A request for a certificate with a new key.
fn request() -> Command {
    let mut command = Command::new("openssl");
    command.args(["req", "-newkey", "ec", "-nodes"]);
    command.args(["-pkeyopt", "ec_paramgen_curve:P-256"]);
    command
}

/// The time so many days from now, as openssl takes it.
fn date(days: i32) -> String {
    let mut command = Command::new("date");
    command.args(["--utc", "+%Y%m%d%H%M%SZ", "--date", &format!("{days} days")]);
    run(command).trim().to_owned()
}
