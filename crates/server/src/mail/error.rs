//! Why a mail could not be handed over.

/// The outcome of a failed delivery, reduced to what may be kept and logged: a status code.
///
/// A mail server's reply often quotes the address back, so neither its words nor the address are
/// ever part of this type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// This mail will never be accepted for this address; trying again is pointless.
    #[error("the mail was refused for good (code {code})")]
    Permanent {
        /// SMTP reply code, 500 to 599 (RFC 5321, section 4.2). Mails that we refuse ourselves
        /// carry the code that a server would have given.
        code: u16,
    },
    /// Worth another try: the server is away or busy, or refuses us and not the address.
    #[error("the mail could not be handed over now{}", .code.map(|code| format!(" (code {code})")).unwrap_or_default())]
    Transient {
        /// SMTP reply code, 400 to 599, or `None` if no server answered.
        code: Option<u16>,
    },
}

impl SendError {
    /// The reply code, if a server gave one.
    #[must_use]
    pub fn code(self) -> Option<u16> {
        match self {
            Self::Permanent { code } => Some(code),
            Self::Transient { code } => code,
        }
    }

    /// Whether another try makes sense.
    #[must_use]
    pub fn is_transient(self) -> bool {
        matches!(self, Self::Transient { .. })
    }
}
