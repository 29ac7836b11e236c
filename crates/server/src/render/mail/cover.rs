//! What both mails carry: whose site and letter it is, the private link, the record's key.

use super::Mail;
use crate::l10n::{Lang, RichPhrase, Words};
use crate::render::{Kind, Site};

/// What every mail carries around its own words.
#[derive(Clone, Debug)]
pub struct Cover {
    /// The site.
    pub site: Site,
    /// The signatory's language.
    pub lang: Lang,
    /// The letter's title.
    pub title: String,
    /// Who wrote the letter.
    pub from: String,
    /// The whole address of the private page.
    pub link: String,
    /// The log's public key as a note vkey.
    pub vkey: String,
}

impl Cover {
    /// A mail to a signatory of a kind, its text and HTML made with the words for each.
    pub(super) fn mail(
        &self,
        (kind, subject): (Kind, String),
        text: impl FnOnce(Words) -> askama::Result<String>,
        html: impl FnOnce(Words) -> askama::Result<String>,
    ) -> askama::Result<Mail> {
        Ok(Mail {
            sender_name: self.sender_name(kind),
            subject,
            text: text(Words::for_plain_text(self.lang))?,
            html: html(Words::for_pages(self.lang))?,
        })
    }

    /// The sender's name. It shows on locked screens, so that individuals' mails name no letter
    /// and nobody who might be known for one.
    fn sender_name(&self, kind: Kind) -> String {
        if kind.is_individual() {
            Words::for_pages(self.lang).say("mail-sender").to_string()
        } else {
            self.from.clone()
        }
    }

    /// The subject: the message `plain` to individuals, for the same reason, and to others `titled`.
    pub(super) fn subject(&self, kind: Kind, plain: &str, titled: &str) -> String {
        let words = Words::for_pages(self.lang);
        if kind.is_individual() {
            words.say(plain).to_string()
        } else {
            words.say(titled).text("title", &*self.title).to_string()
        }
    }

    pub(super) fn letter(&self, words: &Words) -> String {
        words
            .say("mail-letter")
            .text("title", &*self.title)
            .text("from", &*self.from)
            .to_string()
    }

    pub(super) fn letter_rich(&self, words: &Words) -> RichPhrase<'static> {
        words
            .rich("mail-letter")
            .text("title", &self.title)
            .text("from", &self.from)
    }
}
