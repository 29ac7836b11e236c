//! The mail that asks to confirm a signature.

use super::Mail;
use crate::l10n::Lang;
use crate::render::{Moment, PublicFace, Site};

/// Asks whether the signature is the reader's own.
#[derive(Clone, Debug)]
pub struct ConfirmMail {
    /// The site.
    pub site: Site,
    /// The signatory's language.
    pub lang: Lang,
    /// The letter's title.
    pub title: String,
    /// Its BCP 47 tag.
    pub title_lang: String,
    /// Who wrote the letter.
    pub from: String,
    /// What will be public.
    pub face: PublicFace,
    /// The whole address of the confirmation's page.
    pub link: String,
    /// Hours until what was entered is deleted if nobody confirms.
    pub hours: u64,
    /// Until when the organizers keep the sealed contact, at most.
    pub retention: Moment,
    /// The log's public key as a note vkey.
    pub vkey: String,
}

impl ConfirmMail {
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
