//! How like a word of the list a written word is.

use super::roman::Writing;
use super::word::Word;
use super::{consonants, near};

/// The fewest letters, and consonants, of a name that is found written as one word: "Lina" is not
/// "Li Na".
pub(super) const JOINED: usize = 6;

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
    /// The same consonants in another script, but for so many.
    Consonants(usize),
}

/// How loosely words are looked up.
#[derive(Clone, Copy)]
pub(super) struct Freedom {
    /// The fewest letters of a word that may be off.
    pub(super) letters: usize,
    /// By how many letters at most.
    pub(super) off: usize,
    /// The fewest consonants that are looked for.
    pub(super) consonants: usize,
}

/// Words of names: one of several, which have to be there too.
pub(super) const PARTS: Freedom = Freedom {
    letters: 5,
    off: 2,
    consonants: 1,
};
/// Words that are all that is asked for.
pub(super) const WHOLE: Freedom = Freedom {
    letters: 8,
    off: 1,
    consonants: JOINED,
};

impl Freedom {
    /// How many letters off a word of so many may be.
    pub(super) fn off(self, letters: usize) -> usize {
        if letters < self.letters {
            0
        } else {
            near::allowed(letters).min(self.off)
        }
    }
}

/// How a word that was written is the word of the list.
pub(super) fn compare(listed: &Word, written: &Word, freedom: Freedom) -> Option<How> {
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
    let off = freedom.off(listed.reach());
    if off > 0
        && let Some(off) = near::distance(&listed.near, &written.near, off)
    {
        return Some(How::Near(off));
    }
    let loose = [listed, written].map(|word| word.writing() == Writing::Loose);
    let coarse = loose != [false, false];
    let (own, other_own) = if coarse {
        (&listed.coarse, &written.coarse)
    } else {
        (&listed.fine, &written.fine)
    };
    if !other || own.is_empty() {
        return None;
    }
    let off = near::distance(own, other_own, consonants::allowed(own))?;
    Some(How::Consonants(off))
}
