//! The list's words by their keys. A look costs a few probes for each word that was written.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hasher};

use super::entry::Form;
use super::near;
use super::roman::Writing;
use super::word::Word;

/// How one word of the list was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum How {
    /// The same letters.
    Exact,
    /// The same look.
    Look,
    /// The same sounds.
    Roman,
    /// So many letters off.
    Near(usize),
    /// The same consonants in another script; whether few were told apart.
    Consonants(bool),
}

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
    /// The most letters off that are looked for.
    most: usize,
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
            words: words.finish(2),
            whole: whole.finish(1),
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

    fn finish(self, most: usize) -> Lexicon {
        let mut keys = Vec::new();
        for (number, item) in (0..).zip(&self.items) {
            for hash in hashes(&item.word, most) {
                keys.push((hash, number));
            }
        }
        keys.sort_unstable();
        keys.dedup();
        keys.shrink_to_fit();
        Lexicon {
            items: self.items,
            keys,
            most,
        }
    }
}

/// All that a word of the list is found by.
fn hashes(word: &Word, most: usize) -> Vec<u64> {
    let mut all = vec![
        hash(Key::Plain, &word.plain),
        hash(Key::Look, &word.looks[0]),
        hash(Key::Look, &word.looks[1]),
    ];
    if word.writing() != Writing::Han {
        all.push(hash(Key::Fine, &word.fine));
        all.push(hash(Key::Coarse, &word.coarse));
    }
    all.push(hash(Key::Roman, &word.roman));
    let off = near::allowed(word.letters).min(most);
    if off > 0 {
        all.extend(near_hashes(word, off));
    }
    all
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
    /// The words of the list that `word` may be, each in the surest way, and how many were held
    /// against it. `loosely` looks for those that are near or in another script as well.
    pub(super) fn find(&self, word: &Word, loosely: bool) -> (Vec<(usize, How)>, usize) {
        let mut items: Vec<u32> = Vec::new();
        let mut probe = |hash: u64| {
            let from = self.keys.partition_point(|(key, _)| *key < hash);
            let same = self.keys[from..].iter().take_while(|(key, _)| *key == hash);
            items.extend(same.map(|(_, item)| *item));
        };
        probe(hash(Key::Plain, &word.plain));
        for look in word.looks.iter().filter(|look| !look.is_empty()) {
            probe(hash(Key::Look, look));
        }
        probe(hash(Key::Roman, &word.roman));
        if loosely {
            if word.writing() != Writing::Han {
                probe(hash(Key::Fine, &word.fine));
                probe(hash(Key::Coarse, &word.coarse));
            }
            // A word of four letters may be one of five.
            let off = near::allowed(word.letters + 1).min(self.most);
            if off > 0 && word.near.is_ascii() {
                near_hashes(word, off).for_each(probe);
            }
        }
        items.sort_unstable();
        items.dedup();
        let compared = items.len();
        let judged = items.into_iter().filter_map(|item| {
            let item = item as usize;
            let how = compare(&self.items[item].word, word, self.most)?;
            Some((item, how))
        });
        (judged.collect(), compared)
    }
}

/// How a word that was written is the word of the list.
fn compare(listed: &Word, written: &Word, most: usize) -> Option<How> {
    if listed.plain == written.plain {
        return Some(How::Exact);
    }
    let shared = |look: &String| !look.is_empty() && written.looks.contains(look);
    if listed.looks.iter().any(shared) {
        return Some(How::Look);
    }
    let han = [listed, written].map(|word| word.writing() == Writing::Han);
    let other = listed.script != written.script;
    if listed.roman == written.roman && !listed.roman.is_empty() {
        // Signs that sound alike: the same name in the other kind of signs.
        let signs = han == [true, true] && listed.letters >= 3;
        if signs || (other && han == [false, false]) {
            return Some(How::Roman);
        }
    }
    if han != [false, false] {
        return None;
    }
    let off = near::allowed(listed.letters).min(most);
    if off > 0
        && let Some(off) = near::distance(&listed.near, &written.near, off)
    {
        return Some(How::Near(off));
    }
    let loose = [listed, written].map(|word| word.writing() == Writing::Loose);
    let coarse = loose != [false, false];
    let same = if coarse {
        listed.coarse == written.coarse
    } else {
        listed.fine == written.fine
    };
    (other && same && !listed.fine.is_empty()).then_some(How::Consonants(coarse))
}
