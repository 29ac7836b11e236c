//! The list's words by their keys. A look costs a few probes for each word that was written.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hasher};

use super::entry::Form;
use super::likeness::{Freedom, How, PARTS, WHOLE, compare};
use super::roman::Writing;
use super::word::Word;
use super::{consonants, near};

/// A word of the list, and where it stands: form and place in it.
pub(super) struct Item {
    pub(super) word: Word,
    pub(super) places: Vec<(usize, usize)>,
}

/// What is looked up by a key.
#[derive(Clone, Copy)]
enum Key {
    Plain,
    Look,
    Roman,
    Near,
    Fine,
    Coarse,
}

/// Words that are looked up by their keys.
pub(super) struct Lexicon {
    pub(super) items: Vec<Item>,
    /// Hashes of keys with the items that have them, sorted.
    keys: Vec<(u64, u32)>,
    freedom: Freedom,
}

/// The words of names, and whole names written as one word.
pub(super) struct Index {
    pub(super) words: Lexicon,
    pub(super) whole: Lexicon,
}

impl Default for Index {
    fn default() -> Self {
        Self::of(&[])
    }
}

impl Index {
    /// The index of a list.
    pub(super) fn of(forms: &[Form]) -> Self {
        let (mut words, mut whole) = (Gather::default(), Gather::default());
        for (number, form) in forms.iter().enumerate() {
            if form.words.len() > 1 {
                for (at, word) in form.words.iter().enumerate() {
                    words.add(word.clone(), (number, at));
                }
            }
            // As it stands, and with the last word first.
            let orders = if form.phrase || form.words.len() == 1 {
                1
            } else {
                2
            };
            for turn in 0..orders {
                let (front, last) = form.words.split_at(form.words.len() - turn);
                if let Some(word) = Word::joined(last.iter().chain(front)) {
                    whole.add(word, (number, 0));
                }
            }
        }
        Self {
            words: words.finish(PARTS),
            whole: whole.finish(WHOLE),
        }
    }
}

/// A lexicon in the making: each word is kept once.
#[derive(Default)]
struct Gather {
    items: Vec<Item>,
    known: HashMap<(String, String), usize>,
}

impl Gather {
    fn add(&mut self, word: Word, place: (usize, usize)) {
        // The look as written may differ where the plain letters do not.
        let key = (word.plain.clone(), word.looks[0].clone());
        let at = *self.known.entry(key).or_insert_with(|| {
            self.items.push(Item {
                word,
                places: Vec::new(),
            });
            self.items.len() - 1
        });
        self.items[at].places.push(place);
    }

    fn finish(self, freedom: Freedom) -> Lexicon {
        let mut keys = Vec::new();
        for (number, item) in (0..).zip(&self.items) {
            for hash in hashes(&item.word, freedom) {
                keys.push((hash, number));
            }
        }
        keys.sort_unstable();
        keys.dedup();
        keys.shrink_to_fit();
        Lexicon {
            items: self.items,
            keys,
            freedom,
        }
    }
}

/// All that a word of the list is found by.
fn hashes(word: &Word, freedom: Freedom) -> Vec<u64> {
    let mut all = vec![
        hash(Key::Plain, &word.plain),
        hash(Key::Look, &word.looks[0]),
        hash(Key::Look, &word.looks[1]),
    ];
    if word.writing() != Writing::Han && word.fine.len() >= freedom.consonants {
        all.extend(consonant_hashes(word));
    }
    all.push(hash(Key::Roman, &word.roman));
    let off = freedom.off(word.reach());
    if off > 0 {
        all.extend(near_hashes(word, off));
    }
    all
}

fn consonant_hashes(word: &Word) -> impl Iterator<Item = u64> {
    let shortened = |key: &str| near::shortened(key, consonants::allowed(key));
    let fine = shortened(&word.fine)
        .into_iter()
        .map(|key| hash(Key::Fine, &key));
    let coarse = shortened(&word.coarse)
        .into_iter()
        .map(|key| hash(Key::Coarse, &key));
    fine.chain(coarse)
}

fn near_hashes(word: &Word, off: usize) -> impl Iterator<Item = u64> {
    near::shortened(&word.near, off)
        .into_iter()
        .map(|key| hash(Key::Near, &key))
}

fn hash(kind: Key, key: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write_u8(kind as u8);
    hasher.write(key.as_bytes());
    hasher.finish()
}

impl Lexicon {
    /// The numbers of the words with this key.
    fn with(&self, hash: u64) -> impl Iterator<Item = u32> {
        let from = self.keys.partition_point(|(key, _)| *key < hash);
        let same = self.keys[from..]
            .iter()
            .take_while(move |(key, _)| *key == hash);
        same.map(|(_, item)| *item)
    }

    /// The words of the list that `word` may be, each in the surest way, and how many were held
    /// against it. `loosely` looks for those that are near or in another script as well.
    pub(super) fn find(&self, word: &Word, loosely: bool) -> (Vec<(usize, How)>, usize) {
        let mut items: Vec<u32> = Vec::new();
        let mut probe = |hash: u64| items.extend(self.with(hash));
        probe(hash(Key::Plain, &word.plain));
        for look in word.looks.iter().filter(|look| !look.is_empty()) {
            probe(hash(Key::Look, look));
        }
        probe(hash(Key::Roman, &word.roman));
        // A letter may be missing.
        let off = self.freedom.off(word.reach() + 1);
        if loosely && off > 0 && word.near.is_ascii() {
            near_hashes(word, off).for_each(probe);
        }
        if loosely && word.writing() != Writing::Han && word.fine.len() >= self.freedom.consonants {
            let other = |item: &u32| self.items[*item as usize].word.script != word.script;
            let found = consonant_hashes(word).flat_map(|hash| self.with(hash));
            items.extend(found.filter(other));
        }
        items.sort_unstable();
        items.dedup();
        let compared = items.len();
        let judged = items.into_iter().filter_map(|item| {
            let item = item as usize;
            let how = compare(&self.items[item].word, word, self.freedom)?;
            Some((item, how))
        });
        (judged.collect(), compared)
    }
}
