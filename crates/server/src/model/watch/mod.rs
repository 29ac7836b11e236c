//! The watch list: names that a person looks at before they are public, found however they are
//! written: with look-alike letters, in another script, in another order, joined, split, or a
//! letter off.
//!
//! A list is read once into tables of keys; a submission is then looked up by the keys of its own
//! words, so that its cost hardly grows with the list. What each key is for:
//!
//! | key | finds | file |
//! | --- | --- | --- |
//! | plain | the same letters, whatever case and marks | `letters.rs` |
//! | look-alike | letters and digits that look the same | `lookalike.rs` |
//! | roman | the same sounds in another alphabet | `roman.rs` |
//! | near | one or two letters off | `near.rs` |
//! | consonants | scripts that write few or other vowels | `consonants.rs` |

mod consonants;
mod entry;
mod index;
mod judge;
mod letters;
mod likeness;
mod lookalike;
mod near;
mod office;
mod reading;
mod roman;
mod search;
mod word;

pub use self::letters::are_same;

use self::entry::Form;
use self::index::Index;
use self::reading::Reading;
use self::search::Search;

/// Watched names, ready to be looked up.
#[derive(Default)]
pub struct WatchList {
    lines: Vec<String>,
    forms: Vec<Form>,
    index: Index,
}

/// How what was written relates to an entry of the list; the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// The same letters.
    Exact,
    /// Letters or digits that look the same.
    LookAlike,
    /// A letter or two off.
    Near,
    /// The same name in another script.
    OtherScript,
}

/// An entry that a submission names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found<'a> {
    /// The entry's line.
    pub entry: &'a str,
    /// How.
    pub rule: Rule,
}

/// What a look at the list gave.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    /// The surest entry.
    pub found: Option<Found<'a>>,
    /// How many words or names of the list were held against what was written: what a look costs.
    pub comparisons: usize,
}

impl WatchList {
    /// The list of these lines. A line is one person or office, in as many spellings as wanted,
    /// with `|` between them; a spelling in double quotes is a phrase (see `office.rs`).
    #[must_use]
    pub fn new(lines: Vec<String>) -> Self {
        let mut forms = Vec::new();
        for (entry, line) in lines.iter().enumerate() {
            forms.extend(Form::all(entry, line));
        }
        let index = Index::of(&forms);
        Self {
            lines,
            forms,
            index,
        }
    }

    /// The lines that it was made of.
    #[must_use]
    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    /// Whom these fields name. The first is the name; all are read together.
    #[must_use]
    pub fn find(&self, fields: &[&str]) -> Option<Found<'_>> {
        self.look(fields).found
    }

    /// The same, and what it cost.
    #[must_use]
    pub fn look(&self, fields: &[&str]) -> Look<'_> {
        let reading = Reading::of(fields);
        let search = Search::run(&self.index, &reading);
        let best = judge::best(&self.forms, &reading, &search);
        Look {
            found: best.map(|(entry, rule)| Found {
                entry: &self.lines[entry],
                rule,
            }),
            comparisons: search.comparisons,
        }
    }
}

/// The lines that a new letter begins with, to be cut down and added to: people in public life.
#[must_use]
pub fn first_lines() -> Vec<String> {
    let list = include_str!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../fixtures/watch/prominent.txt"
    ));
    let lines = list.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(str::to_owned).collect()
}

/// Whether a line of a list names anybody.
#[must_use]
pub fn names_somebody(line: &str) -> bool {
    !Form::all(0, line).is_empty()
}
