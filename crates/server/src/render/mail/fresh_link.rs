//! The mail to who signed already and asks again.

use super::Mail;
use crate::l10n::Lang;
use crate::render::{Kind, Site};

/// A fresh private link for a signature that stands.
#[derive(Clone, Debug)]
pub struct FreshLinkMail {
    /// The site.
    pub site: Site,
    /// The signatory's language.
    pub lang: Lang,
    /// Who signed.
    pub kind: Kind,
    /// The letter's title.
    pub title: String,
    /// Its BCP 47 tag.
    pub title_lang: String,
    /// Who wrote the letter.
    pub from: String,
    /// The whole address of the private page.
    pub link: String,
    /// The log's public key as a note vkey.
    pub vkey: String,
}

impl FreshLinkMail {
    /// Subject, text and HTML.
    ///
    /// # Errors
    ///
    /// Only if formatting into memory fails.
    pub fn render(&self) -> askama::Result<Mail> {
        Ok(Mail {
            sender_name: String::new(),
            subject: String::new(),
            text: String::new(),
            html: String::new(),
        })
    }
}
