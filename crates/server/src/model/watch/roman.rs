//! The sounds of a word in Latin letters, without marks.

use any_ascii::any_ascii_char;
use unicode_script::{Script, UnicodeScript};

/// How much of the sounds a script writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writing {
    /// Consonants much as the Latin alphabet has them.
    Alphabet,
    /// Fewer vowels, or fewer consonants told apart: Arabic, Hebrew, kana, Hangul, Thai, Tamil.
    Loose,
    /// Signs for words. Their sounds depend on the language, so they are read in their own script
    /// alone.
    Han,
}

/// The script of a word: that of its first letter that has one.
pub(super) fn script(plain: &str) -> Script {
    let of_letters = plain.chars().map(|c| c.script());
    let mut own = of_letters.filter(|script| !matches!(script, Script::Common | Script::Inherited));
    match own.next() {
        // One word of Japanese may have both.
        Some(Script::Katakana) => Script::Hiragana,
        Some(script) => script,
        None => Script::Common,
    }
}

/// Whether a word has letters of several alphabets, as only forgers write.
pub(super) fn is_mixed(plain: &str) -> bool {
    let of_letters = plain.chars().map(|c| c.script());
    let own = of_letters.filter(|script| !matches!(script, Script::Common | Script::Inherited));
    let mut first = None;
    for script in own {
        let among = matches!(
            script,
            Script::Latin | Script::Greek | Script::Cyrillic | Script::Armenian | Script::Cherokee
        );
        if among && *first.get_or_insert(script) != script {
            return true;
        }
    }
    false
}

/// How a script writes sounds.
pub(super) fn writing(script: Script) -> Writing {
    match script {
        Script::Han => Writing::Han,
        Script::Latin
        | Script::Greek
        | Script::Cyrillic
        | Script::Armenian
        | Script::Georgian
        | Script::Devanagari
        | Script::Gujarati
        | Script::Telugu
        | Script::Kannada
        | Script::Malayalam => Writing::Alphabet,
        _ => Writing::Loose,
    }
}

/// A plain word in the letters `a` to `z`.
pub(super) fn roman(plain: &str) -> String {
    let mut letters = String::with_capacity(plain.len());
    let chars: Vec<char> = plain.chars().collect();
    let mut at = 0;
    while at < chars.len() {
        let next = chars.get(at + 1).copied();
        let before = at.checked_sub(1).map(|at| chars[at]);
        if let Some(sound) = next.and_then(|next| greek_pair(before, chars[at], next)) {
            letters.push_str(sound);
            at += 2;
            continue;
        }
        if matches!(chars[at], 'チ' | 'ち') && !next.is_some_and(is_small_kana) {
            letters.push_str("ti");
            at += 1;
            continue;
        }
        letters.push_str(own_sound(chars[at]).unwrap_or_else(|| any_ascii_char(chars[at])));
        at += 1;
    }
    letters.retain(|c| c.is_ascii_alphabetic());
    letters.make_ascii_lowercase();
    letters
}

/// Two Greek letters that write one sound; after a vowel with its nasal.
fn greek_pair(before: Option<char>, one: char, two: char) -> Option<&'static str> {
    let vowel = before.is_some_and(|c| "αεηιουω".contains(c));
    Some(match (one, two, vowel) {
        ('ν', 'τ', true) => "nd",
        ('ν', 'τ', false) => "d",
        ('μ', 'π', true) => "mb",
        ('μ', 'π', false) => "b",
        ('γ', 'κ' | 'γ', true) => "ng",
        ('γ', 'κ', false) => "g",
        ('ο', 'υ', _) => "u",
        _ => return None,
    })
}

/// Kana that belong to the sound before them.
fn is_small_kana(c: char) -> bool {
    matches!(c, 'ゃ' | 'ゅ' | 'ょ' | 'ぇ' | 'ャ' | 'ュ' | 'ョ' | 'ェ')
}

/// Letters whose sound in names is not what `any_ascii` writes.
fn own_sound(c: char) -> Option<&'static str> {
    Some(match c {
        // Vav is mostly a vowel; bet, kaf and pe are mostly hard.
        'ו' => "w",
        'ב' => "b",
        'פ' => "p",
        // Small tsu doubles the next consonant.
        'っ' | 'ッ' => "",
        // Anusvara is n before most sounds.
        'ं' | 'ঁ' | 'ং' | 'ँ' => "n",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::letters::plain;
    use super::*;

    #[test]
    fn sounds_are_those_of_latin_letters() {
        for (written, sounds) in [
            ("Меркель", "merkel"),
            ("Άνγκελα", "angela"),
            ("Ντόναλντ", "donald"),
            ("Τραμπ", "tramb"),
            ("მერკელი", "merkeli"),
            ("Դոնալդ", "donald"),
            ("ドナルド", "donarudo"),
            ("अंगेला", "angela"),
            ("Łukasz", "lukasz"),
        ] {
            assert_eq!(roman(&plain(written)), sounds, "{written}");
        }
    }

    #[test]
    fn a_word_of_two_alphabets_is_mixed() {
        assert!(is_mixed("mеrkel"));
        assert!(!is_mixed("merkel") && !is_mixed("меркель") && !is_mixed("ひとカ漢"));
    }
}
