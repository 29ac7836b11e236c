//! The roll: everyone who signed in public.

use askama::Template;

use super::frame::titled;
use super::{Figures, Frame, Kind, LetterRef, Signatory};
use crate::l10n::{collation_key, country_name};

/// What the roll is narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// One kind.
    pub kind: Option<Kind>,
    /// One country, ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// Words that a name starts with.
    pub search: String,
}

/// A page of the roll.
#[derive(Clone, Debug, Template)]
#[template(path = "roll.html")]
pub struct RollPage {
    /// What every page carries; the path has the filter and the place, without `lang`.
    pub frame: Frame,
    /// The letter.
    pub letter: LetterRef,
    /// What it is narrowed to.
    pub filter: Filter,
    /// The codes of the countries that signatories named.
    pub countries: Vec<String>,
    /// The letter's figures, whole.
    pub figures: Figures,
    /// The signatories of this page, in order.
    pub signatories: Vec<Signatory>,
    /// The path and query of the next page, without `lang`.
    pub next: Option<String>,
    /// More words begin as asked than are looked up.
    pub is_cut: bool,
    /// The path and query of the first page, without `lang`, unless this is it.
    pub first: Option<String>,
    /// Whether the page shows individuals, so that no search engine may list it.
    pub shows_individuals: bool,
}

impl RollPage {
    fn title(&self) -> String {
        titled(&self.frame, "roll-title", &self.letter.title)
    }

    fn description(&self) -> String {
        self.frame.figures_plain(&self.figures)
    }

    fn unlisted(&self) -> bool {
        self.shows_individuals
    }

    fn filters(&self, kind: &Kind) -> bool {
        self.filter.kind == Some(*kind)
    }

    /// Countries by name, in the reader's collation.
    fn sorted_countries(&self) -> Vec<(String, String)> {
        let lang = self.frame.lang;
        let mut named: Vec<_> = self
            .countries
            .iter()
            .map(|code| (code.clone(), country_name(lang, code)))
            .collect();
        named.sort_by_cached_key(|(_, name)| collation_key(lang, name));
        named
    }
}
