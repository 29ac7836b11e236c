//! Where a text is written, and the states that it was in.

use std::iter;

use askama::Template;

use super::form::Mistake;
use super::{Frame, LetterHead, Moment, Visit, organizers_page};
use crate::l10n::{Direction, RichPhrase, own_name};
use crate::model::Text;
use crate::model::drift::Drift;
use crate::model::wording::Piece;

/// Parts of a text that differ, word by word.
pub type Changes = Vec<(&'static str, Vec<Piece>)>;

/// The text that a translation is made from.
#[derive(Clone, Debug)]
pub struct Source {
    /// BCP 47 tag.
    pub lang: String,
    /// What it says.
    pub text: Text,
    /// The Markdown, which the template shows as it is.
    pub markdown: String,
    /// Digest of its bytes.
    pub digest: String,
}

impl Source {
    fn dir(&self) -> &'static str {
        Direction::of_tag(&self.lang).as_str()
    }

    fn line(&self, field: &str) -> &str {
        line(&self.text, field)
    }
}

/// A demand's row of the form.
#[derive(Clone, Debug)]
pub struct DemandRow {
    /// From 1.
    pub number: usize,
    /// Its id, perhaps empty.
    pub id: String,
    /// Its brief, perhaps empty.
    pub brief: String,
    /// The source's brief, where it is translated: the id is settled then.
    pub original: Option<String>,
}

/// What somebody else saved meanwhile.
#[derive(Clone, Debug)]
pub struct Newer {
    /// Who.
    pub who: String,
    /// What differs, from theirs to what was typed here.
    pub changes: Changes,
}

/// Where a text is written.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/write.html")]
pub struct WritePage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in; nobody behind a translator's link.
    pub visit: Option<Visit>,
    /// The letter.
    pub letter: LetterHead,
    /// The text's language.
    pub lang: String,
    /// The source, where this is a translation.
    pub source: Option<Source>,
    /// What stands in the fields.
    pub text: Text,
    /// The demands' rows.
    pub demands: Vec<DemandRow>,
    /// What the fields were made from.
    pub revision: i64,
    /// Who saved last, and when.
    pub last: Option<(String, Moment)>,
    /// What keeps it from being released.
    pub mistakes: Vec<Mistake>,
    /// How it has drifted from the source.
    pub drift: Vec<Drift>,
    /// Whether it was saved just now.
    pub saved: bool,
    /// Where somebody else saved meanwhile.
    pub newer: Option<Newer>,
    /// Whether nothing was saved, because it is too long.
    pub overlong: bool,
    /// Where the form goes.
    pub action: String,
    /// Where it is saved as one types.
    pub autosave: String,
    /// Where it is seen as it will look.
    pub preview: String,
    /// Where its older states are; nowhere behind a translator's link.
    pub versions: Option<String>,
}

organizers_page!(WritePage, "texts-title");

impl WritePage {
    /// Rows that a new letter has for its demands.
    const ROOM: usize = 4;

    /// Rows for the demands of a text: those of its source with the ids that they have there, then
    /// its own others, and at least two to be filled in where the ids are its own.
    #[must_use]
    pub fn rows(text: &Text, source: Option<&Text>) -> Vec<DemandRow> {
        let row = |id: &str, original| DemandRow {
            number: 0,
            id: id.to_owned(),
            brief: text.brief(id).to_owned(),
            original,
        };
        let mut rows: Vec<DemandRow> = Vec::new();
        for demand in source.map(|source| &*source.demands).unwrap_or_default() {
            rows.push(row(&demand.id, Some(demand.brief.clone())));
        }
        for demand in &text.demands {
            if rows
                .iter()
                .all(|row| row.original.is_none() || row.id != demand.id)
            {
                rows.push(DemandRow {
                    brief: demand.brief.clone(),
                    ..row(&demand.id, None)
                });
            }
        }
        if source.is_none() {
            let blank = Self::ROOM.saturating_sub(rows.len()).max(2);
            rows.extend(iter::repeat_n(row("", None), blank));
        }
        for (row, number) in rows.iter_mut().zip(1..) {
            row.number = number;
        }
        rows
    }

    fn dir(&self) -> &'static str {
        Direction::of_tag(&self.lang).as_str()
    }

    fn value(&self, field: &str) -> &str {
        line(&self.text, field)
    }

    /// What a heading carries.
    fn mark(&self, demand: &DemandRow) -> String {
        format!("{{#{}}}", demand.id)
    }
}

fn line<'a>(text: &'a Text, field: &str) -> &'a str {
    match field {
        "title" => &text.title,
        "to" => &text.to,
        "from" => &text.from,
        _ => &text.description,
    }
}

/// A state of a text.
#[derive(Clone, Debug)]
pub struct VersionLine {
    /// Its number.
    pub revision: u64,
    /// Who saved it; empty for what was released before anybody wrote here.
    pub who: String,
    /// When.
    pub at: Moment,
    /// Whether it is what one writes on.
    pub is_newest: bool,
    /// The state before it.
    pub before: Option<u64>,
}

/// Two states, compared.
#[derive(Clone, Debug)]
pub struct Compared {
    /// The older.
    pub from: u64,
    /// The newer.
    pub to: u64,
    /// What differs.
    pub changes: Changes,
}

/// The states of a text.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/versions.html")]
pub struct VersionsPage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in.
    pub visit: Option<Visit>,
    /// The letter.
    pub letter: LetterHead,
    /// The text's language.
    pub lang: String,
    /// Where it is written.
    pub path: String,
    /// Its states, newest first.
    pub versions: Vec<VersionLine>,
    /// The newest state's number.
    pub newest: u64,
    /// What was asked to be compared.
    pub compared: Option<Compared>,
}

organizers_page!(VersionsPage, "versions-title");

impl VersionsPage {
    fn compare(&self, from: &u64, to: &u64) -> String {
        format!("{}/versions?from={from}&to={to}", self.path)
    }

    fn restoration(&self) -> String {
        format!("{}/restoration", self.path)
    }

    fn comparison(&self, compared: &Compared) -> String {
        self.frame
            .say("versions-compared")
            .num("from", &compared.from)
            .num("to", &compared.to)
            .to_string()
    }
}

impl Frame {
    fn version(&self, revision: &u64) -> String {
        self.say("version-number")
            .num("number", revision)
            .to_string()
    }

    pub(super) fn last_saved(&self, who: &str, at: &Moment) -> RichPhrase<'static> {
        let who = match who.strip_prefix("translator of ") {
            Some(lang) => self
                .say("trail-translator")
                .text("language", own_name(lang))
                .to_string(),
            None => who.to_owned(),
        };
        self.rich("write-last")
            .text("who", who)
            .text("at", self.at(at))
    }

    pub(in crate::render) fn part(&self, part: &str) -> String {
        match part {
            "demands" => self.say("writing-demands").to_string(),
            part => self.label_of(part),
        }
    }

    pub(super) fn drift(&self, drift: &Drift) -> String {
        self.say(&format!("drift-{}", drift.as_str()))
            .text("demand", drift.demand())
            .to_string()
    }

    fn writing_script(&self) -> &'static str {
        &super::super::assets::writing_script().path
    }
}

/// Every key that is put together here.
#[cfg(test)]
pub(super) fn families() -> Vec<String> {
    let of = String::new;
    let drifts = [
        Drift::Missing(of()),
        Drift::Extra(of()),
        Drift::Moved(of()),
        Drift::Changed(of()),
        Drift::Around,
    ];
    drifts
        .map(|drift| format!("drift-{}", drift.as_str()))
        .into()
}
