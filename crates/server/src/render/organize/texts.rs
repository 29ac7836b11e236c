//! A letter's texts, language by language.

use askama::Template;

use super::{Frame, LetterHead, Moment, Visit, organizers_page};
use crate::l10n::own_name;

/// How far a text has come.
#[derive(Clone, Debug)]
pub struct TextLine {
    /// BCP 47 tag.
    pub tag: String,
    /// Whether the others are translated from it.
    pub is_source: bool,
    /// Demands that are there whole.
    pub demands: u64,
    /// Demands that the source has.
    pub demands_due: u64,
    /// Whether anything of the letter itself is there.
    pub has_body: bool,
    /// How many things keep it from being released.
    pub mistakes: u64,
    /// How many things set it apart from the source.
    pub drift: u64,
    /// Who saved last, and when.
    pub last: Option<(String, Moment)>,
}

impl TextLine {
    fn own_name(&self) -> String {
        own_name(&self.tag)
    }
}

/// Somebody outside who may translate into one language.
#[derive(Clone, Debug)]
pub struct TranslatorLine {
    /// The store's id.
    pub id: i64,
    /// What they are called.
    pub name: String,
    /// The language.
    pub lang: String,
    /// Until when the link works.
    pub until: Moment,
    /// When it was last used.
    pub used: Option<Moment>,
}

/// Something that has to be mended before a release.
#[derive(Clone, Debug)]
pub enum Lack {
    /// The text in this language is not begun.
    Text(String),
    /// So many things are wrong with it.
    Mistakes(String, u64),
    /// So many things set it apart from its source.
    Drift(String, u64),
    /// The dates don't hold.
    Dates,
    /// Nobody is named who runs the letter.
    Organizers,
    /// The letter is closed.
    Closed,
}

impl Lack {
    const fn as_str(&self) -> &'static str {
        match self {
            Self::Text(_) => "text",
            Self::Mistakes(..) => "mistakes",
            Self::Drift(..) => "drift",
            Self::Dates => "dates",
            Self::Organizers => "organizers",
            Self::Closed => "closed",
        }
    }
}

/// How what is written stands to what people sign.
#[derive(Clone, Debug)]
pub struct ReleaseState {
    /// The version released last; 0 where none was.
    pub newest: u64,
    /// Whether one was released just now.
    pub waits: bool,
    /// Whether what is written is that version.
    pub unchanged: bool,
    /// What has to be mended first.
    pub lacks: Vec<Lack>,
}

/// A letter's texts.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/texts.html")]
pub struct TextsPage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in.
    pub visit: Option<Visit>,
    /// The letter.
    pub letter: LetterHead,
    /// Each language that it is offered in.
    pub lines: Vec<TextLine>,
    /// Whether it has launched.
    pub is_public: bool,
    /// Whether what is written can be released.
    pub release: ReleaseState,
    /// Who may translate.
    pub translators: Vec<TranslatorLine>,
}

organizers_page!(TextsPage, "texts-title");

impl TextsPage {
    fn under(&self, rest: &str) -> String {
        self.letter.under(rest)
    }

    fn write(&self, tag: &str) -> String {
        self.under(&format!("/texts/{tag}"))
    }

    fn newest(&self) -> String {
        let newest = self.frame.say("release-newest");
        newest.num("version", &self.release.newest).to_string()
    }

    /// Where something is mended.
    fn mends(&self, lack: &Lack) -> String {
        match lack {
            Lack::Text(tag) | Lack::Mistakes(tag, _) | Lack::Drift(tag, _) => self.write(tag),
            Lack::Dates | Lack::Organizers => self.under("/settings"),
            Lack::Closed => self.letter.path.clone(),
        }
    }

    fn state(&self, line: &TextLine) -> String {
        let frame = &self.frame;
        if line.last.is_none() && !line.has_body {
            return frame.say("texts-empty").to_string();
        }
        let mut said = Vec::new();
        if !line.has_body {
            said.push(frame.say("texts-no-body").to_string());
        }
        if line.mistakes > 0 {
            said.push(
                frame
                    .say("texts-mistakes")
                    .num("count", &line.mistakes)
                    .to_string(),
            );
        }
        if line.drift > 0 {
            said.push(
                frame
                    .say("texts-drift")
                    .num("count", &line.drift)
                    .to_string(),
            );
        }
        if said.is_empty() {
            said.push(frame.say("texts-fit").to_string());
        }
        said.join(" ")
    }
}

impl Frame {
    fn lack(&self, lack: &Lack) -> String {
        let key = format!("lack-{}", lack.as_str());
        let said = self.say(&key);
        match lack {
            Lack::Text(tag) => said.text("language", own_name(tag)).to_string(),
            Lack::Mistakes(tag, count) | Lack::Drift(tag, count) => said
                .text("language", own_name(tag))
                .num("count", count)
                .to_string(),
            _ => said.to_string(),
        }
    }

    fn translator_times(&self, one: &TranslatorLine) -> String {
        let until = self
            .say("translators-until")
            .text("until", self.at(&one.until));
        let used = match &one.used {
            Some(used) => self.last_used(used),
            None => self.say("translators-unused").to_string(),
        };
        format!("{until} ({used})")
    }

    fn progress(&self, done: &u64, due: &u64) -> String {
        self.say("texts-progress")
            .num("done", done)
            .num("due", due)
            .to_string()
    }
}

/// Every key that is put together here.
#[cfg(test)]
pub(super) fn families() -> Vec<String> {
    let of = String::new;
    let lacks = [
        Lack::Text(of()),
        Lack::Mistakes(of(), 0),
        Lack::Drift(of(), 0),
        Lack::Dates,
        Lack::Organizers,
        Lack::Closed,
    ];
    lacks.map(|lack| format!("lack-{}", lack.as_str())).into()
}
