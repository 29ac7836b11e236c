//! An entry of the list: one line, in one or more spellings.

use unicode_script::Script;

use super::lookalike::is_sign_for_letter;
use super::office;
use super::reading::words;
use super::word::Word;

/// One spelling of an entry.
pub(super) struct Form {
    /// Number of its line.
    pub(super) entry: usize,
    /// What has to be there.
    pub(super) words: Vec<Word>,
    /// Whether the words count in this order only, and exactly.
    pub(super) phrase: bool,
    /// The scripts that the entry's spellings are in.
    pub(super) scripts: Vec<Script>,
}

impl Form {
    /// The spellings of a line.
    pub(super) fn all(entry: usize, line: &str) -> Vec<Self> {
        let mut forms: Vec<Self> = line
            .split('|')
            .filter_map(|spelling| Self::of(entry, spelling.trim()))
            .collect();
        let mut scripts: Vec<Script> = Vec::new();
        for word in forms.iter().flat_map(|form| &form.words) {
            if !scripts.contains(&word.script) {
                scripts.push(word.script);
            }
        }
        for form in &mut forms {
            form.scripts.clone_from(&scripts);
        }
        forms
    }

    fn of(entry: usize, spelling: &str) -> Option<Self> {
        let inner = spelling
            .strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'));
        let mut words: Vec<Word> = words(inner.unwrap_or(spelling))
            .iter()
            .filter_map(|word| Word::of(word.trim_matches(is_sign_for_letter)))
            .collect();
        let plain: Vec<&str> = words.iter().map(|word| word.plain.as_str()).collect();
        let phrase = inner.is_some() || office::is_office(&plain);
        if phrase && words.iter().any(|word| !office::is_link(&word.plain)) {
            words.retain(|word| !office::is_link(&word.plain));
        }
        (!words.is_empty()).then_some(Self {
            entry,
            words,
            phrase,
            scripts: Vec::new(),
        })
    }

    /// How many consonants it has.
    pub(super) fn consonants(&self) -> usize {
        self.words.iter().map(|word| word.fine.len()).sum()
    }

    /// How many letters it has.
    pub(super) fn letters(&self) -> usize {
        self.words.iter().map(|word| word.letters).sum()
    }
}
