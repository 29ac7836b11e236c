//! What a mail server says to whoever would send mail, and doesn't.

use std::error::Error as StdError;
use std::io;

use lettre::transport::smtp::Error;
use tokio_rustls::rustls;

/// A mail server that would take mail.
pub struct Greeting {
    /// Its certificate, DER; none without TLS.
    pub certificate: Option<Vec<u8>>,
    /// Whether it takes mails to addresses beyond ASCII (RFC 6531).
    pub takes_utf8: bool,
}

/// How far a conversation came.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// Connecting, greeting, and TLS where it comes first.
    Connecting,
    /// STARTTLS.
    Securing,
    /// Logging in.
    Login,
}

/// Why a mail server would take no mail. Repeats nothing of its words.
#[derive(Clone, Debug, PartialEq)]
pub enum NoGreeting {
    /// No connection.
    Nobody,
    /// No answer in time.
    Silent,
    /// TLS failed.
    Tls(rustls::Error),
    /// It offers no STARTTLS.
    NoStarttls,
    /// The login was refused, with this code.
    Login(Option<u16>),
    /// It refused something else, with this code.
    Refused(u16),
    /// It speaks something else than SMTP.
    Strange,
}

impl NoGreeting {
    pub(super) fn of(stage: Stage, error: &Error) -> Self {
        let code = error.status().map(u16::from);
        match (stage, code, tls(error)) {
            (_, _, Some(tls)) => Self::Tls(tls),
            (Stage::Login, code, _) => Self::Login(code),
            (_, Some(code), _) => Self::Refused(code),
            (Stage::Securing, None, _) if error.is_client() => Self::NoStarttls,
            _ if error.is_timeout() => Self::Silent,
            _ if error.is_response() => Self::Strange,
            _ => Self::Nobody,
        }
    }
}

/// The error of TLS behind another.
fn tls(error: &Error) -> Option<rustls::Error> {
    let mut cause = error.source();
    while let Some(error) = cause {
        let inner = error
            .downcast_ref::<io::Error>()
            .and_then(io::Error::get_ref);
        let inner: Option<&(dyn StdError + 'static)> = inner.map(|inner| inner as _);
        let found = error.downcast_ref().or_else(|| inner?.downcast_ref());
        if let Some(tls) = found {
            return Some(rustls::Error::clone(tls));
        }
        cause = error.source();
    }
    None
}
