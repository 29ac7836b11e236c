//! The mail to who signed already and asks again.

use askama::Template;

use super::{Cover, Mail};
use crate::l10n::Words;
use crate::render::Kind;

/// A fresh private link for a signature that stands.
#[derive(Clone, Debug)]
pub struct FreshLinkMail {
    /// What every mail carries; the link leads to the signature's page.
    pub cover: Cover,
    /// Who signed.
    pub kind: Kind,
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

impl FreshLinkMail {
    /// Sender's name, subject, text and HTML.
    ///
    /// # Errors
    ///
    /// Only if formatting into memory fails.
    pub fn render(&self) -> askama::Result<Mail> {
        let mail = self;
        self.cover.mail(
            (self.kind, self.subject()),
            |words| Text { mail, words }.render(),
            |words| Html { mail, words }.render(),
        )
    }

    fn subject(&self) -> String {
        let (plain, titled) = ("mail-link-subject", "mail-link-subject-body");
        self.cover.subject(self.kind, plain, titled)
    }

    fn first(&self, words: &Words) -> String {
        words
            .say("mail-link-first")
            .text("host", self.cover.site.host())
            .to_string()
    }
}
