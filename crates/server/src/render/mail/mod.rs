//! Mails: subject, plain text and HTML, in the signatory's language.

mod confirm;
mod fresh_link;

pub use confirm::ConfirmMail;
pub use fresh_link::FreshLinkMail;

/// A mail, ready for a transport.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// The sender's name beside the address.
    pub sender_name: String,
    /// One line.
    pub subject: String,
    /// The plain text, in lines that end in `\n`.
    pub text: String,
    /// The same as HTML.
    pub html: String,
}
