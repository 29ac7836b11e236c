//! From an [`Outgoing`] to the bytes that cross the wire.

use lettre::{
    Address, Message,
    address::Envelope,
    message::{
        Mailbox, MultiPart, SinglePart,
        header::{HeaderName, HeaderValue},
    },
};
use sha2::{Digest, Sha256};

use super::{AddressError, Dkim, Outgoing, address, return_path};

/// Whom mails come from.
#[derive(Clone)]
pub struct Sender {
    /// The address in `From`, and in the envelope of mails without a return path of their own.
    pub(super) address: Address,
    /// The name beside it.
    pub(super) name: Option<String>,
    /// Where mails come back to that have a token for it.
    pub(super) bounces: Option<Address>,
}

impl Sender {
    /// A sender with an address and perhaps a name.
    ///
    /// # Errors
    ///
    /// If nothing can be sent from that address.
    pub fn new(address: &str, name: Option<&str>) -> Result<Self, AddressError> {
        Ok(Self {
            address: address::parse(address)?,
            name: name.map(one_line),
            bounces: None,
        })
    }

    /// The same, with an address that mails come back to, each with its token behind a `+`.
    ///
    /// # Errors
    ///
    /// If it is no address, or has no room for a token.
    pub fn with_bounces(self, address: &str) -> Result<Self, AddressError> {
        let bounces = address::parse(address)?;
        if !return_path::has_room(&bounces) {
            return Err(AddressError::TooLong);
        }
        Ok(Self {
            bounces: Some(bounces),
            ..self
        })
    }

    /// The address in a mail's envelope.
    fn return_path(&self, mail: &Outgoing) -> Address {
        let own = self.bounces.as_ref().zip(mail.return_token.as_ref());
        own.and_then(|(bounces, token)| token.at(bounces))
            .unwrap_or_else(|| self.address.clone())
    }

    /// The domain that mails come back to, in ASCII: the one that SPF is about.
    #[must_use]
    pub fn return_domain(&self) -> &str {
        self.bounces.as_ref().unwrap_or(&self.address).domain()
    }

    /// The domain that mails come from, in ASCII.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.address.domain()
    }
}

/// A mail ready for SMTP.
pub struct Composed {
    pub(super) from: Address,
    pub(super) to: Address,
    pub(super) bytes: Vec<u8>,
}

impl Composed {
    /// The message: header fields and body, lines ended by CR LF (RFC 5322).
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Whether only a server with SMTPUTF8 can take it: a local part is beyond ASCII.
    pub(super) fn needs_utf8(&self) -> bool {
        let ascii = |address: &Address| address.user().is_ascii();
        !(ascii(&self.from) && ascii(&self.to))
    }
}

/// Why a mail cannot be composed. It repeats nothing of the mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ComposeError {
    /// The recipient's address.
    #[error(transparent)]
    Recipient(#[from] AddressError),
    /// A Message-ID, URL or language tag with characters that have no place in a header field.
    #[error("the {0} field has characters that do not belong there")]
    Field(&'static str),
    /// The date cannot be written, or the signature could not be made.
    #[error("the mail could not be put together")]
    Malformed,
}

/// A Message-ID without angle brackets: 128 random bits at `host`.
#[must_use]
pub fn message_id(random: [u8; 16], host: &str) -> String {
    use std::fmt::Write as _;
    let mut id = String::with_capacity(33 + host.len());
    for byte in random {
        write!(id, "{byte:02x}").expect("a String takes every write");
    }
    // A port is no part of a domain, and brackets end a Message-ID in some mail programs.
    let host = host.rsplit_once(':').map_or(host, |(name, _port)| name);
    id.push('@');
    id.extend(
        host.chars()
            .filter(|c| c.is_ascii_alphanumeric() || ".-".contains(*c)),
    );
    id
}

/// Composes and signs a mail: multipart/alternative of text and HTML (RFC 2046), marked as
/// generated (RFC 3834), with one-click unsubscription where it applies (RFC 8058).
///
/// The same input gives the same bytes, but for the time stamp in the signature.
///
/// # Errors
///
/// [`ComposeError`], if the address or a header field is malformed.
pub fn compose(
    mail: &Outgoing,
    sender: &Sender,
    dkim: Option<&Dkim>,
) -> Result<Composed, ComposeError> {
    let to = address::parse(&mail.to)?;
    let language = token("Content-Language", &mail.lang, |c| {
        c.is_ascii_alphanumeric() || c == '-'
    })?;
    let id = token("Message-ID", &mail.message_id, |c| {
        c.is_ascii_graphic() && !"<>".contains(c)
    })?;
    // Given, so that it isn't read back from header fields, where not every address parses.
    let from = sender.return_path(mail);
    let envelope =
        Envelope::new(Some(from.clone()), vec![to.clone()]).map_err(|_| ComposeError::Malformed)?;
    let mut builder = Message::builder()
        .envelope(envelope)
        .from(Mailbox::new(sender.name.clone(), sender.address.clone()))
        .to(Mailbox::new(None, to.clone()))
        .subject(one_line(&mail.subject))
        .date(mail.at.into())
        .raw_header(plain("Message-ID", format!("<{id}>")))
        .raw_header(plain("Auto-Submitted", "auto-generated".to_owned()))
        .raw_header(plain("Content-Language", language.to_owned()));
    if let Some(url) = &mail.list_unsubscribe {
        let url = token("List-Unsubscribe", url, |c| {
            c.is_ascii_graphic() && !"<>,".contains(c)
        })?;
        builder = builder
            .raw_header(plain("List-Unsubscribe", format!("<{url}>")))
            .raw_header(plain(
                "List-Unsubscribe-Post",
                "List-Unsubscribe=One-Click".to_owned(),
            ));
    }
    let parts = MultiPart::alternative()
        .boundary(boundary(&mail.message_id))
        .singlepart(SinglePart::plain(mail.text.clone()))
        .singlepart(SinglePart::html(mail.html.clone()));
    let message = builder
        .multipart(parts)
        .map_err(|_| ComposeError::Malformed)?;
    let mut bytes = message.formatted();
    if let Some(dkim) = dkim {
        let header = dkim.header(&bytes).map_err(|_| ComposeError::Malformed)?;
        bytes.splice(0..0, header);
    }
    Ok(Composed { from, to, bytes })
}

/// One line of text: each control character and line separator becomes a space, and what could
/// turn the reading order of the rest of an inbox goes away.
fn one_line(text: &str) -> String {
    let overriding = |c: &char| !matches!(*c, '\u{202a}'..='\u{202e}');
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.chars()
        .filter(overriding)
        .map(|c| if breaks(c) { ' ' } else { c })
        .collect()
}

fn token<'a>(
    field: &'static str,
    value: &'a str,
    allowed: impl Fn(char) -> bool,
) -> Result<&'a str, ComposeError> {
    let fits = !value.is_empty() && value.len() <= 900 && value.chars().all(allowed);
    fits.then_some(value).ok_or(ComposeError::Field(field))
}

/// A header field whose value is known to be printable ASCII: written as it is, never folded,
/// since a folded URL is a broken one.
fn plain(name: &'static str, value: String) -> HeaderValue {
    HeaderValue::dangerous_new_pre_encoded(
        HeaderName::new_from_ascii_str(name),
        value.clone(),
        value,
    )
}

/// A boundary that nobody who writes into the texts can know: the Message-ID is random.
fn boundary(message_id: &str) -> String {
    let digest = Sha256::digest(message_id.as_bytes());
    digest
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests;
