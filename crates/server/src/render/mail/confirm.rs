//! The mail that asks to confirm a signature.

use askama::Template;

use super::{Mail, facts, sender_name};
use crate::l10n::{Lang, RichPhrase, Words};
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

#[derive(Template)]
#[template(path = "mail/confirm.txt", escape = "none")]
struct Text<'a> {
    mail: &'a ConfirmMail,
    words: Words,
    facts: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "mail/confirm.html")]
struct Html<'a> {
    mail: &'a ConfirmMail,
    words: Words,
    facts: Vec<(String, String)>,
}

impl Text<'_> {
    fn first(&self) -> String {
        self.mail.first(self.words)
    }

    fn letter(&self) -> String {
        self.mail.letter(self.words)
    }

    fn kept(&self) -> String {
        self.mail.kept(self.words)
    }
}

impl Html<'_> {
    fn subject(&self) -> String {
        self.mail.subject()
    }

    fn first(&self) -> String {
        self.mail.first(self.words)
    }

    fn letter(&self) -> RichPhrase<'static> {
        let mail = self.mail;
        self.words
            .rich("mail-letter")
            .text("title", &mail.title)
            .text("from", &mail.from)
    }

    fn kept(&self) -> String {
        self.mail.kept(self.words)
    }
}

impl ConfirmMail {
    /// Sender's name, subject, text and HTML.
    ///
    /// # Errors
    ///
    /// Only if formatting into memory fails.
    pub fn render(&self) -> askama::Result<Mail> {
        let plain = Words::for_plain_text(self.lang);
        let marked = Words::for_pages(self.lang);
        Ok(Mail {
            sender_name: sender_name(self.lang, self.face.kind, &self.from),
            subject: self.subject(),
            text: Text {
                mail: self,
                words: plain,
                facts: facts(&self.site, self.lang, &self.face),
            }
            .render()?,
            html: Html {
                mail: self,
                words: marked,
                facts: facts(&self.site, self.lang, &self.face),
            }
            .render()?,
        })
    }

    fn subject(&self) -> String {
        let words = Words::for_pages(self.lang);
        if self.face.kind.is_individual() {
            words.say("mail-confirm-subject").to_string()
        } else {
            words
                .say("mail-confirm-subject-body")
                .text("title", &*self.title)
                .to_string()
        }
    }

    fn first(&self, words: Words) -> String {
        words
            .say("mail-confirm-first")
            .text("host", self.site.host())
            .num("hours", &self.hours)
            .to_string()
    }

    fn letter(&self, words: Words) -> String {
        words
            .say("mail-letter")
            .text("title", &*self.title)
            .text("from", &*self.from)
            .to_string()
    }

    fn kept(&self, words: Words) -> String {
        words
            .say("risk-kept")
            .text("date", self.retention.date(self.lang))
            .to_string()
    }
}
