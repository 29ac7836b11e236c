//! Mails: subject, plain text and HTML, in the signatory's language.

mod confirm;
mod fresh_link;

use super::{Frame, Kind, PublicFace, Site};
use crate::l10n::{Lang, Words};

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

/// The sender's name. It shows on locked screens, so that individuals' mails name no letter
/// and nobody who might be known for one.
fn sender_name(lang: Lang, kind: Kind, from: &str) -> String {
    if kind.is_individual() {
        Words::for_pages(lang).say("mail-sender").to_string()
    } else {
        from.to_owned()
    }
}

/// What would be public, a label and a value a line.
fn facts(site: &Site, lang: Lang, face: &PublicFace) -> Vec<(String, String)> {
    let frame = Frame::private(site.clone(), lang, "/");
    let optional =
        |key: &'static str, value: &Option<String>| value.clone().map(|value| (key, value));
    [
        Some(("fact-name", face.shown.text(&frame))),
        optional("fact-title", &face.title),
        optional("fact-affiliation", &face.affiliation),
        optional("fact-website", &face.website),
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
