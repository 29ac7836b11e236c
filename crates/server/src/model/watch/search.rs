//! What of the list is in a submission, word by word.

use super::index::{Index, Lexicon};
use super::likeness::How;
use super::reading::{Reading, Standing, Token};

/// A word of a form, found in what was written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    /// Number of the form.
    pub(super) form: usize,
    /// Place of the word in it.
    pub(super) at: usize,
    /// Number of the token.
    pub(super) token: usize,
    /// How it is that word.
    pub(super) how: How,
}

/// All that was found, by form, place and how.
pub(super) struct Search {
    /// Words of names.
    pub(super) words: Vec<Mark>,
    /// Names written as one word.
    pub(super) whole: Vec<Mark>,
    /// How many words of the list were held against what was written.
    pub(super) comparisons: usize,
}

impl Search {
    /// Looks up every token.
    pub(super) fn run(index: &Index, reading: &Reading) -> Self {
        let mut search = Self {
            words: Vec::new(),
            whole: Vec::new(),
            comparisons: 0,
        };
        for (number, token) in reading.tokens.iter().enumerate() {
            let mut find = |lexicon: &Lexicon, loosely, marks: &mut Vec<Mark>| {
                search.comparisons += mark(lexicon, (number, token), loosely, marks);
            };
            let standing = token.standing;
            if standing != Standing::Part {
                find(&index.words, standing == Standing::Word, &mut search.words);
            }
            find(&index.whole, standing != Standing::Part, &mut search.whole);
        }
        let order = |mark: &Mark| (mark.form, mark.at, mark.how, mark.token);
        search.words.sort_unstable_by_key(order);
        search.whole.sort_unstable_by_key(order);
        search
    }
}

fn mark(
    lexicon: &Lexicon,
    (number, token): (usize, &Token),
    loosely: bool,
    marks: &mut Vec<Mark>,
) -> usize {
    let (found, compared) = lexicon.find(&token.word, loosely);
    for (item, how) in found {
        for (form, at) in &lexicon.items[item].places {
            marks.push(Mark {
                form: *form,
                at: *at,
                token: number,
                how,
            });
        }
    }
    compared
}
