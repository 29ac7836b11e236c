//! The mail to who signed already and asks again.

use askama::Template;

use super::{Mail, sender_name};
use crate::l10n::{Lang, RichPhrase, Words};
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
    /// Who wrote the letter.
    pub from: String,
    /// The whole address of the private page.
    pub link: String,
    /// The log's public key as a note vkey.
    pub vkey: String,
}

#[derive(Template)]
#[template(path = "mail/fresh_link.txt", escape = "none")]
struct Text<'a> {
    mail: &'a FreshLinkMail,
    words: Words,
}

#[derive(Template)]
#[template(path = "mail/fresh_link.html")]
struct Html<'a> {
    mail: &'a FreshLinkMail,
    words: Words,
}

impl Text<'_> {
    fn first(&self) -> String {
        self.mail.first(self.words)
    }

    fn letter(&self) -> String {
        self.mail.letter(self.words)
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
}

impl FreshLinkMail {
    /// Sender's name, subject, text and HTML.
    ///
    /// # Errors
    ///
    /// Only if formatting into memory fails.
    pub fn render(&self) -> askama::Result<Mail> {
        let plain = Words::for_plain_text(self.lang);
        let marked = Words::for_pages(self.lang);
        Ok(Mail {
            sender_name: sender_name(self.lang, self.kind, &self.from),
            subject: self.subject(),
            text: Text {
                mail: self,
                words: plain,
            }
            .render()?,
            html: Html {
                mail: self,
                words: marked,
            }
            .render()?,
        })
    }

    fn subject(&self) -> String {
        let words = Words::for_pages(self.lang);
        if self.kind.is_individual() {
            words.say("mail-link-subject").to_string()
        } else {
            words
                .say("mail-link-subject-body")
                .text("title", &*self.title)
                .to_string()
        }
    }

    fn first(&self, words: Words) -> String {
        words
            .say("mail-link-first")
            .text("host", self.site.host())
            .to_string()
    }

    fn letter(&self, words: Words) -> String {
        words
            .say("mail-letter")
            .text("title", &*self.title)
            .text("from", &*self.from)
            .to_string()
    }
}
