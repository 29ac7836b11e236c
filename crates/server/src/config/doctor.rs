//! The `[doctor]` part of the configuration.

use std::net::IpAddr;
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// Where backups lie if nothing else is said.
const BACKUPS: &str = "/var/backups/undersigned";

/// What `undersigned doctor` can't find out by itself.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DoctorSettings {
    /// The folder with backups; `/var/backups/undersigned`, if it is there.
    pub backups: Option<PathBuf>,
    /// A time server to compare the clock with, as a host or with a port (NTP, 123).
    pub time_server: Option<String>,
    /// The addresses that mails leave from; those of the mail server if left out.
    pub sends_from: Vec<IpAddr>,
    /// The port of plain HTTP, from which readers are led to HTTPS; 80 beside HTTPS on its own port.
    pub http_port: Option<u16>,
}

impl DoctorSettings {
    /// The folder with backups, where one is known.
    #[must_use]
    pub fn backups(&self) -> Option<PathBuf> {
        let usual = || Path::new(BACKUPS).is_dir().then(|| BACKUPS.into());
        self.backups.clone().or_else(usual)
    }
}
