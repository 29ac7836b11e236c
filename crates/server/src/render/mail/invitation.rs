//! The mail that asks somebody to help run a letter. It names no letter: the letter may be under
//! embargo, and relays read mail.

use askama::Template;

use super::Mail;
use crate::l10n::{Lang, Words};
use crate::render::Site;

/// An organizer's invitation.
#[derive(Clone, Debug)]
pub struct InvitationMail {
    /// The site.
    pub site: Site,
    /// The language that the inviter chose.
    pub lang: Lang,
    /// Who is invited.
    pub name: String,
    /// Who invites.
    pub by: String,
    /// The whole address of the one-time link.
    pub link: String,
    /// Hours for which it works.
    pub hours: u64,
}

#[derive(Template)]
#[template(path = "mail/invitation.txt", escape = "none")]
struct Text<'a> {
    mail: &'a InvitationMail,
    words: Words,
}

#[derive(Template)]
#[template(path = "mail/invitation.html")]
struct Html<'a> {
    mail: &'a InvitationMail,
    words: Words,
}

impl InvitationMail {
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
        words.say("mail-invitation-subject").to_string()
    }

    fn first(&self, words: &Words) -> String {
        words
            .say("mail-invitation-first")
            .text("by", &*self.by)
            .text("name", &*self.name)
            .text("host", self.site.host())
            .num("hours", &self.hours)
            .to_string()
    }
}
