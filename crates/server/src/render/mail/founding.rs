//! The mail that asks somebody to found a letter. It names no letter, because the letter is under
//! embargo and relays read mail.

use askama::Template;

use super::Mail;
use crate::l10n::{Lang, Words};
use crate::render::Site;

/// A founder's invitation, or a reminder of it.
#[derive(Clone, Debug)]
pub struct FoundingMail {
    /// The site.
    pub site: Site,
    /// Their language.
    pub lang: Lang,
    /// Whom it greets.
    pub name: String,
    /// Who invites.
    pub by: String,
    /// Whether they were asked before.
    pub reminds: bool,
    /// The whole address of their private page.
    pub link: String,
}

#[derive(Template)]
#[template(path = "mail/founding.txt", escape = "none")]
struct Text<'a> {
    mail: &'a FoundingMail,
    words: Words,
}

#[derive(Template)]
#[template(path = "mail/founding.html")]
struct Html<'a> {
    mail: &'a FoundingMail,
    words: Words,
}

impl FoundingMail {
    /// Sender's name, subject, text and HTML.
    ///
    /// # Errors
    ///
    /// Only if formatting into memory fails.
    pub fn render(&self) -> askama::Result<Mail> {
        let words = Words::for_pages(self.lang);
        let plain = Words::for_plain_text(self.lang);
        let mail = self;
        Ok(Mail {
            sender_name: words.say("mail-invitation-sender").to_string(),
            subject: self.subject(&words),
            text: Text { mail, words: plain }.render()?,
            html: Html { mail, words }.render()?,
        })
    }

    fn subject(&self, words: &Words) -> String {
        match self.reminds {
            false => words.say("mail-founding-subject").to_string(),
            true => words.say("mail-founding-subject-again").to_string(),
        }
    }

    fn first(&self, words: &Words) -> String {
        let phrase = match self.reminds {
            false => words.say("mail-founding-first"),
            true => words.say("mail-founding-first-again"),
        };
        phrase
            .text("by", &*self.by)
            .text("name", &*self.name)
            .text("host", self.site.host())
            .to_string()
    }
}
