//! The mail that asks to confirm a signature.

use askama::Template;

use super::{Cover, Mail, facts};
use crate::l10n::Words;
use crate::render::{Moment, PublicFace};

/// Asks whether the signature is the reader's own.
#[derive(Clone, Debug)]
pub struct ConfirmMail {
    /// What every mail carries; the link leads to the confirmation's page.
    pub cover: Cover,
    /// What will be public.
    pub face: PublicFace,
    /// Hours until what was entered is deleted if nobody confirms.
    pub hours: u64,
    /// Until when the organizers keep the sealed contact, at most.
    pub retention: Moment,
}

#[derive(Template)]
#[template(path = "mail/confirm.txt", escape = "none")]
struct Text<'a> {
    mail: &'a ConfirmMail,
    words: Words,
    facts: &'a [(String, String)],
}

#[derive(Template)]
#[template(path = "mail/confirm.html")]
struct Html<'a> {
    mail: &'a ConfirmMail,
    words: Words,
    facts: &'a [(String, String)],
}

impl ConfirmMail {
    /// Sender's name, subject, text and HTML.
    ///
    /// # Errors
    ///
    /// Only if formatting into memory fails.
    pub fn render(&self) -> askama::Result<Mail> {
        let (mail, facts) = (self, &facts(&self.cover, &self.face)[..]);
        self.cover.mail(
            (self.face.kind, self.subject()),
            |words| Text { mail, words, facts }.render(),
            |words| Html { mail, words, facts }.render(),
        )
    }

    fn subject(&self) -> String {
        let (plain, titled) = ("mail-confirm-subject", "mail-confirm-subject-body");
        self.cover.subject(self.face.kind, plain, titled)
    }

    fn first(&self, words: &Words) -> String {
        words
            .say("mail-confirm-first")
            .text("host", self.cover.site.host())
            .num("hours", &self.hours)
            .to_string()
    }

    fn kept(&self, words: &Words) -> String {
        words
            .say("risk-kept")
            .text("date", self.retention.date(self.cover.lang))
            .to_string()
    }
}
