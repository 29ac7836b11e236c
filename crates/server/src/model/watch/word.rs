//! A word with the keys that it is compared by.

use unicode_script::Script;

use super::letters::{is_letter, plain};
use super::roman::{Writing, is_mixed, roman, script, writing};
use super::{consonants, lookalike, near};

/// A word, or several written as one.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Folded, without marks.
    pub(super) plain: String,
    /// What it looks like, in two readings.
    pub(super) looks: [String; 2],
    /// What it sounds like.
    pub(super) roman: String,
    /// What is compared letter by letter.
    pub(super) near: String,
    /// Consonants.
    pub(super) fine: String,
    /// Consonants, fewer of them told apart.
    pub(super) coarse: String,
    /// In which script.
    pub(super) script: Script,
    /// How many letters, marks not counted.
    pub(super) letters: usize,
    /// Whether it has letters of two alphabets, or digits among letters: those are there to be
    /// seen, not spoken.
    pub(super) deceives: bool,
}

impl Word {
    /// The keys of a word; none for one without a letter or digit.
    pub(super) fn of(written: &str) -> Option<Self> {
        let shown = plain(written);
        let plain: String = shown.chars().filter(|c| is_letter(*c)).collect();
        if !plain.chars().any(char::is_alphanumeric) {
            return None;
        }
        let looks = lookalike::looks(written, &shown);
        let deceives = is_mixed(&plain) || shown.chars().any(is_disguise);
        let (roman, script) = if deceives && looks[0].is_ascii() && !looks[0].is_empty() {
            (looks[0].replace("rn", "m"), Script::Latin)
        } else {
            (roman(&plain), script(&plain))
        };
        let letters = plain.chars().filter(|c| c.is_alphanumeric()).count();
        let word = Self::with(plain, looks, roman, (script, letters));
        Some(Self { deceives, ..word })
    }

    /// Words written as one.
    pub(super) fn joined<'a>(words: impl IntoIterator<Item = &'a Self>) -> Option<Self> {
        let mut words = words.into_iter();
        let mut all = words.next()?.clone();
        for word in words {
            all.plain += &word.plain;
            all.looks[0] += &word.looks[0];
            all.looks[1] += &word.looks[1];
            all.roman += &word.roman;
            all.letters += word.letters;
            all.deceives |= word.deceives;
        }
        let deceives = all.deceives;
        let kind = (all.script, all.letters);
        let joined = Self::with(all.plain, all.looks, all.roman, kind);
        Some(Self { deceives, ..joined })
    }

    fn with(
        plain: String,
        looks: [String; 2],
        roman: String,
        (script, letters): (Script, usize),
    ) -> Self {
        let fine = consonants::fine(&roman);
        Self {
            near: near::key(&roman),
            coarse: consonants::coarse(&fine),
            plain,
            looks,
            roman,
            fine,
            script,
            letters,
            deceives: false,
        }
    }

    /// How many letters count where some may be off: an Arabic word has more than are written in
    /// Latin letters.
    pub(super) fn reach(&self) -> usize {
        self.letters.min(self.near.len() + 1)
    }

    /// How its script writes sounds.
    pub(super) fn writing(&self) -> Writing {
        writing(self.script)
    }
}

fn is_disguise(c: char) -> bool {
    c.is_ascii_digit() || lookalike::is_sign_for_letter(c)
}
