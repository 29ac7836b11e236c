//! A new letter, and a letter's settings.

use std::collections::BTreeMap;

use askama::Template;

use super::form::{Mistake, of};
use super::{Frame, LetterHead, Visit, organizers_page};
use crate::model::letter::Organizer;
use crate::model::settings_form::{MOST_ORGANIZERS, SettingsForm};

/// Tags and own names of languages to choose from.
pub type Known = Vec<(&'static str, &'static str)>;

/// The form for a new letter.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/new_letter.html")]
pub struct NewLetterPage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in.
    pub visit: Option<Visit>,
    /// The title, as typed.
    pub typed_title: String,
    /// The language's tag, as typed.
    pub typed_lang: String,
    /// The slug, as typed.
    pub typed_slug: String,
    /// What is wrong with it.
    pub mistakes: Vec<Mistake>,
    /// What the log will be called, with the slug in it.
    pub origin: String,
    /// Languages to choose from.
    pub known: Known,
}

organizers_page!(NewLetterPage, "new-letter-title");

/// A letter's settings.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/settings.html")]
pub struct SettingsPage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in.
    pub visit: Option<Visit>,
    /// The letter.
    pub letter: LetterHead,
    /// Whether it has launched: most of this is settled then.
    pub is_public: bool,
    /// Whether who reads the page owns the letter.
    pub is_owner: bool,
    /// What stands in the fields.
    pub form: SettingsForm,
    /// What they were made from.
    pub revision: i64,
    /// Languages that are offered now, or were typed.
    pub tags: Vec<String>,
    /// What is wrong with the fields.
    pub mistakes: Vec<Mistake>,
    /// Whether they were saved just now.
    pub saved: bool,
    /// Where somebody else saved meanwhile: the fields that differ, with what stands in each now.
    pub newer: Option<Vec<(String, String)>>,
    /// Languages to choose from.
    pub known: Known,
}

organizers_page!(SettingsPage, "settings-title");

impl SettingsPage {
    fn under(&self, rest: &str) -> String {
        self.letter.under(rest)
    }

    fn is_wrong(&self, field: &str) -> bool {
        of(&self.mistakes, field).is_some()
    }

    /// A tag that was typed and is none, to be mended.
    fn added(&self) -> &str {
        let last = self.form.languages.last();
        let wrong = last.filter(|_| self.is_wrong("add"));
        wrong.map_or("", String::as_str)
    }

    fn said(&self, tag: &str) -> &str {
        self.form.privacy.get(tag).map_or("", String::as_str)
    }

    /// The organizers by number, and one more to be filled in.
    fn rows(&self) -> Vec<(usize, Organizer)> {
        let mut rows = self.form.organizers.clone();
        if !self.is_public && rows.len() < MOST_ORGANIZERS {
            rows.push(Organizer::default());
        }
        (1..).zip(rows).collect()
    }

    /// What can't be changed any more.
    fn settled(&self) -> Vec<(&'static str, String)> {
        let mut fields: BTreeMap<String, String> = self.form.fields();
        ["offered", "default", "closing", "retention"]
            .map(|name| (name, fields.remove(name).unwrap_or_default()))
            .into()
    }

    /// Where a field that differs stands; a checkbox of languages has no id of its own.
    fn anchor(&self, field: &str) -> String {
        let shown =
            !self.is_public || !field.starts_with("name-") && !field.starts_with("website-");
        let there = |prefix: &str| {
            let number = field.strip_prefix(prefix)?.parse::<usize>().ok()?;
            Some(number <= self.rows().len())
        };
        let row = ["name-", "website-", "contact-"]
            .iter()
            .find_map(|prefix| there(prefix));
        let text = field.strip_prefix("privacy-");
        let known = text.is_none_or(|tag| self.form.languages.iter().any(|known| known == tag));
        match shown && row.unwrap_or(true) && known {
            true => field.to_owned(),
            false => "settings".to_owned(),
        }
    }
}
