//! Mail: composing, signing and handing over what [`Outgoing`] says.
//!
//! The words come from elsewhere; this module sees finished texts. Nothing in it logs an address,
//! a text, or a mail server's reply.

mod address;
mod bounce;
mod catcher;
mod compose;
mod dkim;
mod error;
mod greeting;
mod links;
mod pool;
mod retry;
mod return_path;
mod session;
mod settings;
mod smtp;

use std::fmt;

use time::OffsetDateTime;

pub(crate) use self::settings::is_loopback;
pub use self::{
    address::AddressError,
    bounce::{Bounce, read_bounce},
    catcher::{Catcher, Caught},
    compose::{ComposeError, Composed, Sender, compose, message_id},
    dkim::{Dkim, DkimError},
    error::SendError,
    greeting::{Greeting, NoGreeting},
    links::links,
    retry::{GIVE_UP_AFTER, backoff, next_attempt},
    return_path::ReturnToken,
    settings::{DkimSettings, Security, SettingsError, SmtpSettings},
    smtp::Smtp,
};

/// A finished mail to one mailbox.
#[derive(Clone)]
pub struct Outgoing {
    /// The recipient's address, `local@domain`, without a name. The domain may be in Unicode.
    pub to: String,
    /// The subject, of any length and in any script. Control characters become spaces.
    pub subject: String,
    /// The plain text, complete in itself.
    pub text: String,
    /// The same as an HTML document.
    pub html: String,
    /// The Message-ID without angle brackets, as [`message_id`] makes it.
    pub message_id: String,
    /// Where one POST stops further mails (RFC 8058): an `https` URL in ASCII.
    pub list_unsubscribe: Option<String>,
    /// The language of the texts, a BCP 47 tag.
    pub lang: String,
    /// The mail's Date.
    pub at: OffsetDateTime,
    /// What tells the mail if it comes back, where mails have return paths of their own.
    pub return_token: Option<ReturnToken>,
}

impl fmt::Debug for Outgoing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outgoing")
            .field("lang", &self.lang)
            .finish_non_exhaustive()
    }
}

/// Where mails go.
#[derive(Clone)]
pub enum Transport {
    /// To a mail server.
    Smtp(Smtp),
    /// Into memory: the demo, and nothing else.
    Catcher(Catcher),
}

impl Transport {
    /// Whether mails can come back to return paths of their own.
    #[must_use]
    pub fn has_return_paths(&self) -> bool {
        matches!(self, Self::Smtp(smtp) if smtp.has_return_paths())
    }

    /// Hands a mail over. On `Ok` the other side has taken responsibility for it.
    ///
    /// Safe to cancel: a connection that was in use is closed and never used again. A mail whose
    /// acceptance was not heard may arrive twice, never not at all.
    ///
    /// # Errors
    ///
    /// [`SendError::Permanent`] if this address or this mail will never be accepted,
    /// [`SendError::Transient`] for everything that another try could mend.
    pub async fn send(&self, mail: Outgoing) -> Result<(), SendError> {
        match self {
            Self::Smtp(smtp) => smtp.send(&mail).await,
            Self::Catcher(catcher) => {
                catcher.catch(mail);
                Ok(())
            }
        }
    }
}
