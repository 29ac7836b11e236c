//! Whether the words that were found make a name of the list.

use super::Rule;
use super::entry::Form;
use super::likeness::{How, JOINED};
use super::reading::{Reading, Standing};
use super::search::{Mark, Search};

/// How many words may stand between those of a name that isn't written exactly, and between those
/// of an office.
const BETWEEN: usize = 4;
/// The most letters off in a whole name.
const OFF: usize = 3;
/// The fewest consonants that tell a name, and how many more there have to be for one that is off.
const CONSONANTS: (usize, usize) = (4, 4);
/// The most letters of a single word that another may look like by chance.
const SHORT: usize = 4;
/// After so many tries a name is taken as found: only somebody who repeats words gets there.
const TRIES: usize = 20_000;

/// The entry that is named most surely, and how.
pub(super) fn best(forms: &[Form], reading: &Reading, search: &Search) -> Option<(usize, Rule)> {
    let same_form = |a: &Mark, b: &Mark| a.form == b.form;
    let spelled = search.words.chunk_by(same_form).filter_map(|marks| {
        let form = &forms[marks[0].form];
        Case::new(form, reading, marks).verdict()
    });
    let joined = search.whole.iter().filter_map(|mark| {
        let form = &forms[mark.form];
        joined(form, reading, mark)
    });
    spelled
        .chain(joined)
        .min_by_key(|(entry, rule)| (*rule, *entry))
}

/// A name written as one word.
fn joined(form: &Form, reading: &Reading, mark: &Mark) -> Option<(usize, Rule)> {
    let (letters, single) = (form.letters(), form.words.len() == 1);
    let part = reading.tokens[mark.token].standing == Standing::Part;
    let holds = match mark.how {
        // A longer word that begins like a single one is another word.
        _ if part && single => false,
        How::Roman if part => false,
        How::Exact => single || letters >= JOINED,
        How::Look if single => letters > SHORT || disguised(form, reading, mark),
        How::Look => letters >= JOINED,
        How::Roman => !form.phrase && (letters >= JOINED || form.words[0].roman.len() >= JOINED),
        How::Near(_) => !form.phrase && is_measure(form, reading, mark),
        How::Consonants(off) => {
            !form.phrase
                && form.consonants() >= JOINED + CONSONANTS.1 * off
                && is_measure(form, reading, mark)
        }
    };
    holds.then(|| (form.entry, rule(form, reading, mark)))
}

/// Whether letters were chosen for their looks. "All" is like "Ali" by chance.
fn disguised(form: &Form, reading: &Reading, mark: &Mark) -> bool {
    let written = &reading.tokens[mark.token].word;
    written.deceives || written.script != form.words[0].script
}

/// Whether a word is measured by this form: where the entry has a spelling in the word's own
/// script, by that one alone.
fn is_measure(form: &Form, reading: &Reading, mark: &Mark) -> bool {
    let written = reading.tokens[mark.token].word.script;
    form.words[mark.at].script == written || !form.scripts.contains(&written)
}

fn rule(form: &Form, reading: &Reading, mark: &Mark) -> Rule {
    let listed = form.words[mark.at].script;
    match mark.how {
        How::Exact => Rule::Exact,
        How::Look => Rule::LookAlike,
        How::Near(_) if listed == reading.tokens[mark.token].word.script => Rule::Near,
        How::Near(_) | How::Roman | How::Consonants(..) => Rule::OtherScript,
    }
}

/// A form and what was found of its words.
struct Case<'a> {
    form: &'a Form,
    reading: &'a Reading,
    marks: &'a [Mark],
    chosen: Vec<Mark>,
    tries: usize,
}

impl<'a> Case<'a> {
    fn new(form: &'a Form, reading: &'a Reading, marks: &'a [Mark]) -> Self {
        Self {
            form,
            reading,
            marks,
            chosen: Vec::new(),
            tries: 0,
        }
    }

    fn verdict(mut self) -> Option<(usize, Rule)> {
        let places = self.marks.chunk_by(|a, b| a.at == b.at).count();
        if places < self.form.words.len() || !self.complete() {
            return None;
        }
        let rules = self
            .chosen
            .iter()
            .map(|mark| rule(self.form, self.reading, mark));
        Some((self.form.entry, rules.max().unwrap_or(Rule::Near)))
    }

    /// Chooses a mark for each word that is left; false if the words can't be had together.
    fn complete(&mut self) -> bool {
        let at = self.chosen.len();
        if at == self.form.words.len() {
            return self.holds();
        }
        for mark in self.marks.iter().filter(|mark| mark.at == at) {
            self.tries += 1;
            if self.tries > TRIES {
                return true;
            }
            if self.may_follow(mark) {
                self.chosen.push(*mark);
                if self.complete() {
                    return true;
                }
                self.chosen.pop();
            }
        }
        false
    }

    /// Whether a mark can be had beside those that were chosen.
    fn may_follow(&self, mark: &Mark) -> bool {
        let token = &self.reading.tokens[mark.token];
        let permitted = match mark.how {
            How::Exact | How::Look | How::Roman => true,
            How::Near(_) | How::Consonants(..) => {
                !self.form.phrase && is_measure(self.form, self.reading, mark)
            }
        };
        permitted
            && self.chosen.iter().all(|other| {
                let other = &self.reading.tokens[other.token];
                other.to <= token.from || token.to <= other.from
            })
    }

    /// Whether the chosen marks together are the name.
    fn holds(&self) -> bool {
        if self.form.phrase {
            return self.is_phrase();
        }
        let sure = |mark: &Mark| matches!(mark.how, How::Exact | How::Look | How::Roman);
        if self.chosen.iter().all(sure) {
            return true;
        }
        let (mut letters, mut consonants, mut loosely) = (0, 0, false);
        for mark in &self.chosen {
            match mark.how {
                How::Near(off) => letters += off,
                How::Consonants(off) => (loosely, consonants) = (true, consonants + off),
                How::Exact | How::Look | How::Roman => {}
            }
        }
        let told = !loosely || self.form.consonants() >= CONSONANTS.0 + CONSONANTS.1 * consonants;
        told && letters <= OFF && self.strangers() <= BETWEEN
    }

    /// How many other words stand among the chosen ones.
    fn strangers(&self) -> usize {
        let tokens = self
            .chosen
            .iter()
            .map(|mark| &self.reading.tokens[mark.token]);
        let from = tokens.clone().map(|token| token.from).min().unwrap_or(0);
        let to = tokens.clone().map(|token| token.to).max().unwrap_or(0);
        let own: usize = tokens
            .map(|token| self.reading.between(token.from, token.to))
            .sum();
        self.reading.between(from, to).saturating_sub(own)
    }

    /// Whether the words stand in their order, not far apart; or the last right before the first,
    /// as in "Ostravia's Prime Minister".
    fn is_phrase(&self) -> bool {
        let follows = |one: &Mark, other: &Mark, most: usize| {
            let (one, other) = (
                &self.reading.tokens[one.token],
                &self.reading.tokens[other.token],
            );
            one.to <= other.from && self.reading.between(one.to, other.from) <= most
        };
        let in_order = |marks: &[Mark]| {
            marks
                .windows(2)
                .all(|two| follows(&two[0], &two[1], BETWEEN))
        };
        let Some((last, others)) = self.chosen.split_last() else {
            return false;
        };
        // Of two words, "King Charles" and "Charles King", that would be another name.
        let turned = others.len() > 1 && follows(last, &others[0], 0);
        in_order(&self.chosen) || (turned && in_order(others))
    }
}
