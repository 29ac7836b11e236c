//! A letter before its launch, as a journalist or partner sees it.

use askama::Template;

use super::{Demand, Frame, Moment, Signatory, TextName};
use crate::l10n::Direction;

/// A private preview.
#[derive(Clone, Debug, Template)]
#[template(path = "preview.html")]
pub struct PreviewPage {
    /// What every page carries; private.
    pub frame: Frame,
    /// The link's own path.
    pub path: String,
    /// Until when it is under embargo, where that is set.
    pub until: Option<Moment>,
    /// The letter's title.
    pub title: String,
    /// Language of the text that is shown.
    pub text_lang: String,
    /// Other texts of it.
    pub others: Vec<TextName>,
    /// Who it is addressed to.
    pub to: String,
    /// Who wrote it.
    pub from: String,
    /// The demands in brief.
    pub demands: Vec<Demand>,
    /// The text as HTML that was already made safe.
    pub text_html: String,
    /// Founding organizations so far, in the reader's collation.
    pub organizations: Vec<Signatory>,
    /// Founding companies so far.
    pub companies: Vec<Signatory>,
    /// Founding individuals so far.
    pub individuals: Vec<Signatory>,
    /// When the list was read.
    pub as_of: Moment,
}

impl PreviewPage {
    fn title(&self) -> String {
        format!("{}: {}", self.frame.say("preview-tab"), self.title)
    }

    fn description(&self) -> String {
        String::new()
    }

    fn unlisted(&self) -> bool {
        true
    }

    fn text_dir(&self) -> &'static str {
        Direction::of_tag(&self.text_lang).as_str()
    }

    fn read_in(&self, tag: &str) -> String {
        format!("{}?text={tag}&lang={}", self.path, self.frame.lang)
    }

    fn groups(&self) -> [(&'static str, &Vec<Signatory>); 3] {
        [
            ("kind-organizations", &self.organizations),
            ("kind-companies", &self.companies),
            ("kind-individuals", &self.individuals),
        ]
    }

    fn total(&self) -> u64 {
        let all = self.groups().into_iter();
        all.map(|(_, group)| group.len() as u64).sum()
    }

    fn embargo(&self) -> String {
        match &self.until {
            Some(at) => self
                .frame
                .say("preview-until")
                .text("date", at.date(self.frame.lang))
                .text("hour", at.hour(self.frame.lang))
                .to_string(),
            None => self.frame.say("preview-embargo").to_string(),
        }
    }

    fn founders(&self) -> String {
        self.frame
            .say("preview-founders")
            .num("count", &self.total())
            .text("date", self.as_of.date(self.frame.lang))
            .text("hour", self.as_of.hour(self.frame.lang))
            .to_string()
    }
}
