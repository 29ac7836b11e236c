//! A real Postfix that takes every mail and shows it.

mod inbox;
mod instance;

use std::{fs, path::PathBuf, time::Duration};

use tempfile::TempDir;

pub use self::inbox::Message;
use self::{inbox::Inbox, instance::Instance};
use crate::{authority::Authority, process::wait_until};

/// A private Postfix on loopback ports, apart from the system's.
///
/// It takes mail for every address of every domain, except that the local part decides:
/// `unknown…` is refused for good (550 5.1.1), `busy…` for now (450 4.2.1), `policy…` as a relay
/// refuses strangers (554 5.7.1). A mail whose subject holds `refuse-this` is refused after its
/// end (550 5.7.1), and every
/// recipient of a mail from `stranger@…`, too (553 5.1.8). A mail to `gone…` is taken, and refused (550 5.1.1) by the server behind this
/// one: it comes back to its sender, and what comes back to `bounces+TOKEN@undersigned.example` is handed over by pipe(8), as
/// docs/OPERATING.md has it.
pub struct SmtpSink {
    instance: Instance,
    inbox: Inbox,
    authority: Authority,
    dir: TempDir,
}

impl SmtpSink {
    /// Starts one.
    ///
    /// # Panics
    ///
    /// If Postfix isn't installed or does not start; with its log.
    #[must_use]
    pub fn start() -> Self {
        let dir = instance::directory();
        let authority = Authority::new(dir.path(), "sink.example");
        let instance = Instance::start(dir.path(), &authority);
        let inbox = Inbox::new(dir.path().join("mail/all/new"));
        Self {
            instance,
            inbox,
            authority,
            dir,
        }
    }

    /// The port that speaks plain SMTP and offers STARTTLS.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.instance.port
    }

    /// The port that speaks TLS from the first byte.
    #[must_use]
    pub fn tls_port(&self) -> u16 {
        self.instance.tls_port
    }

    /// The certificate of the authority that vouches for it, as `127.0.0.1` and `localhost`.
    #[must_use]
    pub fn ca_file(&self) -> PathBuf {
        self.authority.root()
    }

    /// Takes it down; its ports refuse connections until [`SmtpSink::bring_up`].
    pub fn take_down(&mut self) {
        self.instance.stop();
    }

    /// Brings it up again on the same ports, with all its mail.
    pub fn bring_up(&mut self) {
        self.instance.go();
    }

    /// All mails delivered so far, in order of arrival.
    #[must_use]
    pub fn messages(&self) -> Vec<Message> {
        self.inbox.messages()
    }

    /// All mails delivered so far to one address, in order of arrival.
    #[must_use]
    pub fn messages_to(&self, address: &str) -> Vec<Message> {
        let mut messages = self.messages();
        messages.retain(|message| message.to() == address);
        messages
    }

    /// The first mail to an address; waits for it for 30 seconds.
    ///
    /// # Panics
    ///
    /// If none comes; with Postfix's log.
    #[must_use]
    pub fn wait_for(&self, address: &str) -> Message {
        wait_until(Duration::from_secs(30), || {
            self.messages_to(address).into_iter().next()
        })
        .unwrap_or_else(|| panic!("no mail came for {address}:\n{}", self.log()))
    }

    /// Waits until this many mails are here, at most `patience`; tells how many are.
    #[must_use]
    pub fn wait_for_count(&self, count: usize, patience: Duration) -> usize {
        let _ = wait_until(patience, || (self.inbox.len() >= count).then_some(()));
        self.inbox.len()
    }

    /// The first mail that came back to a return path: its token, and the notification. Waits for it
    /// for 30 seconds.
    ///
    /// # Panics
    ///
    /// If none comes; with Postfix's log.
    #[must_use]
    pub fn wait_for_bounce(&self) -> (String, Vec<u8>) {
        wait_until(Duration::from_secs(30), || self.bounce())
            .unwrap_or_else(|| panic!("no mail came back:\n{}", self.log()))
    }

    fn bounce(&self) -> Option<(String, Vec<u8>)> {
        let files = fs::read_dir(self.dir.path().join("bounces")).ok()?;
        let mut files = files.flatten();
        let file = files.find(|file| !file.file_name().to_string_lossy().starts_with('.'))?;
        let token = file.file_name().to_string_lossy().into_owned();
        Some((token, fs::read(file.path()).ok()?))
    }

    /// Postfix's log.
    #[must_use]
    pub fn log(&self) -> String {
        self.instance.log()
    }
}

impl Drop for SmtpSink {
    fn drop(&mut self) {
        self.instance.stop();
        instance::remove(self.dir.path());
    }
}
