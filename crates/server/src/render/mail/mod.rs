//! Mails: subject, plain text and HTML, in the signatory's language.

mod confirm;
mod cover;
mod founding;
mod fresh_link;
mod invitation;
mod question;

use super::{Frame, PublicFace};

pub use confirm::ConfirmMail;
pub use cover::Cover;
pub use founding::FoundingMail;
pub use fresh_link::FreshLinkMail;
pub use invitation::InvitationMail;
pub use question::QuestionMail;

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

/// What would be public, a label and a value a line.
fn facts(cover: &Cover, face: &PublicFace) -> Vec<(String, String)> {
    let frame = Frame::private(cover.site.clone(), cover.lang, "/");
    let optional =
        |key: &'static str, value: &Option<String>| value.clone().map(|value| (key, value));
    [
        Some(("fact-name", face.shown.text(&frame))),
        optional("fact-title", &face.title),
        optional("fact-affiliation", &face.affiliation),
        optional("fact-website", &face.website),
        optional("fact-mailbox", &face.mailbox_readable()),
        Some(("fact-kind", frame.kind(&face.kind))),
        Some(("fact-country", frame.country_or_unsaid(&face.country))),
        Some(("fact-level", frame.level(&face.level))),
        optional("fact-statement", &face.statement),
    ]
    .into_iter()
    .flatten()
    .map(|(key, value)| (frame.say(key).to_string(), value))
    .collect()
}
