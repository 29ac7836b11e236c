//! The mail that asks somebody about a signature that is held.

use askama::Template;

use super::{Cover, Mail};
use crate::l10n::Words;
use crate::model::Question;
use crate::render::question::ready_key;
use crate::render::{Kind, Moment};

/// A moderator's question.
#[derive(Clone)]
pub struct QuestionMail {
    /// What every mail carries; the link leads to the page where it is answered.
    pub cover: Cover,
    /// Who signs.
    pub kind: Kind,
    /// What is asked.
    pub question: Question,
    /// Until when it can be answered.
    pub until: Moment,
}

#[derive(Template)]
#[template(path = "mail/question.txt", escape = "none")]
struct Text<'a> {
    mail: &'a QuestionMail,
    words: Words,
}

#[derive(Template)]
#[template(path = "mail/question.html")]
struct Html<'a> {
    mail: &'a QuestionMail,
    words: Words,
}

impl QuestionMail {
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
        let (plain, titled) = ("mail-question-subject", "mail-question-subject-body");
        self.cover.subject(self.kind, plain, titled)
    }

    /// Who asks, and what happens if nothing is done. Seen on locked screens like the subject.
    fn first(&self, words: &Words) -> String {
        let key = match self.kind {
            Kind::Individual => "mail-question-first",
            _ => "mail-question-first-body",
        };
        words
            .say(key)
            .text("host", self.cover.site.host())
            .text("from", &*self.cover.from)
            .to_string()
    }

    fn ready(&self, words: &Words) -> Option<String> {
        ready_key(self.question.ready).map(|key| words.say(&key).to_string())
    }

    fn until(&self, words: &Words) -> String {
        words
            .say("mail-question-until")
            .text("date", self.until.date(self.cover.lang))
            .to_string()
    }
}
