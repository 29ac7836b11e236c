//! The `[mail]` part of the configuration.

use std::{fmt, net::IpAddr, path::PathBuf};

use serde::Deserialize;

use super::{AddressError, DkimError, Sender};

/// How mails leave, as an operator writes it. [`Smtp::new`](super::Smtp::new) validates it.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SmtpSettings {
    /// The mail server's host name or IP address.
    pub host: String,
    /// Its port; 465 for `tls`, 587 for `starttls`, 25 for `none` if left out.
    pub port: Option<u16>,
    /// How the connection is protected.
    #[serde(default)]
    pub security: Security,
    /// The account to log in with, if any.
    pub username: Option<String>,
    /// Its password; better in a file.
    pub password: Option<String>,
    /// A file with the password on its first line.
    pub password_file: Option<PathBuf>,
    /// The address that mails come from.
    pub from: String,
    /// The address that mails come back to, each with a token of its own (`bounces+TOKEN@…`); without
    /// it, they come back to `from`.
    pub bounces: Option<String>,
    /// The name beside it. It must not name a letter: it shows on lock screens.
    pub from_name: Option<String>,
    /// The name given in EHLO; the domain of `from` if left out.
    pub ehlo_name: Option<String>,
    /// Most connections at once, 1 to 64.
    #[serde(default = "default_pool")]
    pub pool: usize,
    /// Seconds to wait for a connection or a reply, 1 to 600. The reply to a whole mail may take
    /// ten times as long (RFC 5321, section 4.5.3.2).
    #[serde(default = "default_timeout")]
    pub timeout_s: u64,
    /// A PEM file with certificate authorities to trust beside those of the system.
    pub ca_file: Option<PathBuf>,
    /// The DKIM signature; without it, the mail server ought to sign.
    pub dkim: Option<DkimSettings>,
}

/// The DKIM key and where its public half is published.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DkimSettings {
    /// The signing domain, the one of `from` or a parent of it.
    pub domain: String,
    /// The selector.
    pub selector: String,
    /// A PEM file with an RSA or Ed25519 private key.
    pub key_file: PathBuf,
}

/// How a connection to the mail server is protected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Security {
    /// TLS from the first byte (RFC 8314).
    #[default]
    Tls,
    /// TLS after STARTTLS (RFC 3207), or no mail.
    Starttls,
    /// None: only to this machine.
    None,
}

/// What is wrong with the settings.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// A field is out of its range, or does not fit another.
    #[error("mail.{field}: {reason}")]
    Field {
        /// The name of the field.
        field: &'static str,
        /// What to do about it.
        reason: &'static str,
    },
    /// The sender's address.
    #[error("mail.from: {0}")]
    From(#[source] AddressError),
    /// The address for bounces.
    #[error(
        "mail.bounces: {0}; give an address without a + and with at most 31 characters before the @"
    )]
    Bounces(#[source] AddressError),
    /// A file that cannot be read.
    #[error("mail.{field}: {}: {source}", path.display())]
    File {
        /// The name of the field.
        field: &'static str,
        /// The file that it names.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The DKIM key or its names.
    #[error("mail.dkim: {0}")]
    Dkim(#[source] DkimError),
}

impl SmtpSettings {
    /// The port, given or usual.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port.unwrap_or(match self.security {
            Security::Tls => 465,
            Security::Starttls => 587,
            Security::None => 25,
        })
    }

    /// Whether the server is this machine, judged by what is written, without asking DNS.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        is_loopback(&self.host)
    }

    /// Whom mails come from.
    ///
    /// # Errors
    ///
    /// If an address is none.
    pub fn sender(&self) -> Result<Sender, SettingsError> {
        let sender = Sender::new(&self.from, self.from_name.as_deref());
        let sender = sender.map_err(SettingsError::From)?;
        match &self.bounces {
            Some(bounces) => sender.with_bounces(bounces).map_err(SettingsError::Bounces),
            None => Ok(sender),
        }
    }

    /// The name given in EHLO.
    #[must_use]
    pub fn hello(&self, sender: &Sender) -> String {
        let given = self.ehlo_name.clone();
        given.unwrap_or_else(|| sender.domain().to_owned())
    }

    /// Checks what can be checked without files and network.
    ///
    /// # Errors
    ///
    /// The first field that is wrong.
    pub fn check(&self) -> Result<(), SettingsError> {
        let field = |field, reason| Err(SettingsError::Field { field, reason });
        if self.host.is_empty()
            || self
                .host
                .chars()
                .any(|c| c.is_whitespace() || c.is_control())
        {
            return field("host", "give a host name or an IP address");
        }
        if self.security == Security::None && !self.is_loopback() {
            return field("security", "`none` is only for a server on this machine");
        }
        if !(1..=64).contains(&self.pool) {
            return field("pool", "give a number from 1 to 64");
        }
        if !(1..=600).contains(&self.timeout_s) {
            return field("timeout_s", "give a number of seconds from 1 to 600");
        }
        let passwords =
            usize::from(self.password.is_some()) + usize::from(self.password_file.is_some());
        if passwords != usize::from(self.username.is_some()) {
            return field("password", "a username needs one password or password_file");
        }
        Ok(())
    }
}

/// Whether a mail server's name is one of this machine's own.
pub(crate) fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse().is_ok_and(|ip: IpAddr| ip.is_loopback())
}

impl fmt::Debug for SmtpSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SmtpSettings")
            .field("host", &self.host)
            .field("port", &self.port())
            .field("security", &self.security)
            .finish_non_exhaustive()
    }
}

fn default_pool() -> usize {
    4
}

fn default_timeout() -> u64 {
    60
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(json: &str) -> SmtpSettings {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn ports_follow_security() {
        for (security, port) in [("tls", 465), ("starttls", 587), ("none", 25)] {
            let json = format!(r#"{{"host":"::1","from":"a@b.example","security":"{security}"}}"#);
            assert_eq!(settings(&json).port(), port);
        }
        assert_eq!(
            settings(r#"{"host":"h","from":"a@b.example"}"#).security,
            Security::Tls
        );
    }

    #[test]
    fn an_open_connection_stays_on_this_machine() {
        for (host, fine) in [
            ("localhost", true),
            ("127.0.0.9", true),
            ("::1", true),
            ("mail.example", false),
            ("10.0.0.1", false),
            ("localhost.example", false),
        ] {
            let json = format!(r#"{{"host":"{host}","from":"a@b.example","security":"none"}}"#);
            assert_eq!(settings(&json).check().is_ok(), fine, "{host}");
        }
    }

    #[test]
    fn wrong_fields_are_named() {
        for (extra, name) in [
            (r#""pool":0"#, "mail.pool"),
            (r#""timeout_s":0"#, "mail.timeout_s"),
            (r#""username":"u""#, "mail.password"),
            (r#""password":"p""#, "mail.password"),
        ] {
            let json = format!(r#"{{"host":"h.example","from":"a@b.example",{extra}}}"#);
            let error = settings(&json).check().unwrap_err().to_string();
            assert!(error.starts_with(name), "{error}");
        }
        let unknown = r#"{"host":"h","from":"a@b.example","hots":"x"}"#;
        assert!(serde_json::from_str::<SmtpSettings>(unknown).is_err());
    }

    #[test]
    fn secrets_are_not_printed() {
        let secret =
            settings(r#"{"host":"h","from":"a@b.example","username":"user","password":"hunter2"}"#);
        let printed = format!("{secret:?}");
        assert!(
            !printed.contains("hunter2") && !printed.contains("user"),
            "{printed}"
        );
    }
}
