//! What a submission says, cut into words in every way that a name may hide in it: as they stand,
//! at capitals inside them, joined with their neighbours, letter by letter.

use unicode_script::Script;

use super::letters::{is_ignorable, is_letter};
use super::lookalike::is_sign_for_letter;
use super::office;
use super::word::Word;

/// The most pieces that are read as one word.
const RUN: usize = 6;
/// The most pieces of a name that are joined: 120 characters may have 60 words of one letter.
const JOINED: usize = 40;
/// The fewest letters of a name that is looked for at the ends of a longer word, and the most of
/// that word.
const END: usize = 8;
const LONG: usize = 40;
/// Chinese and Japanese names that may stand inside a longer text: of this many signs.
const HAN: std::ops::RangeInclusive<usize> = 3..=6;

/// How a word stands in what was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// As one word, or spelled letter by letter.
    Word,
    /// As several words.
    Run,
    /// At the beginning or end of a longer word.
    Part,
}

/// A word as read, and from which piece to which it reaches.
pub(super) struct Token {
    pub(super) word: Word,
    pub(super) from: usize,
    pub(super) to: usize,
    /// How it stands there.
    pub(super) standing: Standing,
}

/// All ways to read the fields of a submission.
#[derive(Default)]
pub(super) struct Reading {
    pub(super) tokens: Vec<Token>,
    /// For each piece how many before it are more than links.
    weights: Vec<usize>,
}

impl Reading {
    /// Reads the fields one after another; the first is the name.
    pub(super) fn of(fields: &[&str]) -> Self {
        let mut reading = Self::default();
        let mut pieces: Vec<Word> = Vec::new();
        let mut name_ends = 0;
        for (number, field) in fields.iter().enumerate() {
            for word in words(field) {
                reading.read_word(&word, &mut pieces);
            }
            if number == 0 {
                name_ends = pieces.len();
            }
        }
        reading.join(&pieces, name_ends);
        let mut weight = 0;
        for piece in &pieces {
            reading.weights.push(weight);
            weight += usize::from(!office::is_link(&piece.plain));
        }
        reading.weights.push(weight);
        reading
    }

    /// How many words, links not counted, stand between these pieces.
    pub(super) fn between(&self, end: usize, start: usize) -> usize {
        self.weights[start].saturating_sub(self.weights[end])
    }

    /// One word as it stands, and its pieces where it has some.
    fn read_word(&mut self, written: &str, pieces: &mut Vec<Word>) {
        let from = pieces.len();
        pieces.extend(cut(written).iter().filter_map(|piece| Word::of(piece)));
        for (at, piece) in pieces.iter().enumerate().skip(from) {
            self.push(piece.clone(), at, at + 1, Standing::Word);
            self.push_parts_of_han(piece, at);
            self.push_ends(piece, at);
        }
        if pieces.len() - from == 1 && pieces[from].letters == written.chars().count() {
            return;
        }
        if let Some(word) = Word::of(written) {
            let to = pieces.len().max(from + 1);
            if pieces.len() == from {
                pieces.push(word.clone());
            }
            self.push(word, from, to, Standing::Word);
        }
    }

    fn push(&mut self, word: Word, from: usize, to: usize, standing: Standing) {
        self.tokens.push(Token {
            word,
            from,
            to,
            standing,
        });
    }

    /// Han text has no spaces: a name may begin anywhere.
    fn push_parts_of_han(&mut self, piece: &Word, at: usize) {
        if piece.script != Script::Han || piece.letters <= *HAN.start() {
            return;
        }
        let signs: Vec<char> = piece.plain.chars().collect();
        for part in HAN.flat_map(|length| signs.windows(length)) {
            if let Some(word) = Word::of(&part.iter().collect::<String>()) {
                self.push(word, at, at + 1, Standing::Word);
            }
        }
    }

    /// A name written as one word may have more before or behind it.
    fn push_ends(&mut self, piece: &Word, at: usize) {
        let signs: Vec<char> = piece.plain.chars().collect();
        if piece.script == Script::Han || signs.len() > LONG {
            return;
        }
        for length in END..signs.len() {
            for part in [&signs[..length], &signs[signs.len() - length..]] {
                if let Some(word) = Word::of(&part.iter().collect::<String>()) {
                    self.push(word, at, at + 1, Standing::Part);
                }
            }
        }
    }

    /// Neighbours as one word: whole runs of single letters everywhere, short runs in the name.
    fn join(&mut self, pieces: &[Word], name_ends: usize) {
        let mut from = 0;
        while from < pieces.len() {
            let letters = pieces[from..].iter().take_while(|piece| piece.letters == 1);
            let length = letters.count();
            if length > 1 {
                self.push_run(pieces, from, from + length, Standing::Word);
            }
            from += length.max(1);
        }
        for from in 0..name_ends.min(JOINED) {
            for to in (from + 2)..=(from + RUN).min(name_ends) {
                self.push_run(pieces, from, to, Standing::Run);
            }
        }
    }

    fn push_run(&mut self, pieces: &[Word], from: usize, to: usize, standing: Standing) {
        if let Some(word) = Word::joined(&pieces[from..to]) {
            self.push(word, from, to, standing);
        }
    }
}

/// The words of a text, signs that stand for letters kept inside.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for c in text.chars().filter(|c| !is_ignorable(*c)) {
        // In Hebrew an apostrophe makes another consonant.
        let geresh = matches!(c, '\'' | '’') && matches!(before, '\u{5d0}'..='\u{5ea}');
        before = c;
        match words.last_mut() {
            _ if geresh => {}
            Some(word) if is_letter(c) || is_symbol(c) || is_sign_for_letter(c) => word.push(c),
            Some(word) if !word.is_empty() => words.push(String::new()),
            _ => {}
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Letters in circles and boxes.
fn is_symbol(c: char) -> bool {
    matches!(c, '\u{2460}'..='\u{24ff}' | '\u{1f100}'..='\u{1f1ff}')
}

/// A word's pieces: it is cut before a capital behind a small letter, and at signs.
fn cut(word: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut small = false;
    for c in word.chars() {
        let sign = is_sign_for_letter(c);
        if sign || (small && c.is_uppercase()) {
            pieces.push(String::new());
        }
        small = c.is_lowercase();
        if let (false, Some(piece)) = (sign, pieces.last_mut()) {
            piece.push(c);
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let reading = Reading::of(&[text]);
        let mut all: Vec<_> = reading
            .tokens
            .into_iter()
            .map(|token| token.word.plain)
            .collect();
        all.sort();
        all.dedup();
        all
    }

    #[test]
    fn a_name_is_read_joined_and_split() {
        assert_eq!(read("AdaLovelace"), ["ada", "adalovelace", "lovelace"]);
        assert!(read("A d a  L o v e l a c e").contains(&"adalovelace".to_owned()));
        assert!(read("Lovelace, Ada!").contains(&"ada".to_owned()));
        assert!(read("中国国家主席习近平").contains(&"习近平".to_owned()));
        assert!(read("ada@lovelace").contains(&"lovelace".to_owned()));
        assert!(read("—").is_empty());
    }
}
