//! Letters made plain: one case, no marks that only decorate, one letter for each of its shapes.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text in compatibility form (NFKC), folded, without marks and without what shows nothing.
pub(super) fn plain(text: &str) -> String {
    let bare = text
        .chars()
        .filter(|c| !is_ignorable(*c))
        .nfkd()
        .filter(|c| !is_decoration(*c));
    // Up and down again: that folds ß, ς, ſ and ı as well.
    let upper = bare.flat_map(char::to_uppercase);
    let folded = upper.flat_map(char::to_lowercase);
    // The dot that İ leaves behind.
    let undotted = folded.filter(|c| !is_decoration(*c));
    undotted.nfc().map(one_shape).collect()
}

/// Whether two names have the same letters: case, marks that only decorate, punctuation and spaces do not
/// matter.
#[must_use]
pub fn are_same(one: &str, other: &str) -> bool {
    let letters = |name| -> String { plain(name).chars().filter(|c| is_letter(*c)).collect() };
    letters(one) == letters(other)
}

/// Characters that show nothing (Unicode's `Default_Ignorable_Code_Point`), and those that only
/// stretch or separate: tatweel, geresh.
pub(super) fn is_ignorable(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{640}' | '\u{115f}' | '\u{1160}' | '\u{17b4}'
        | '\u{17b5}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{5f3}' | '\u{5f4}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{fff0}'..='\u{fff8}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Marks that a name is the same without. In the scripts of South and Southeast Asia marks are
/// vowels, and in kana they make another consonant; those stay.
pub(super) fn is_decoration(c: char) -> bool {
    let nukta = matches!(
        c,
        '\u{93c}' | '\u{9bc}' | '\u{a3c}' | '\u{abc}' | '\u{b3c}' | '\u{cbc}'
    );
    let spells = matches!(c,
        '\u{900}'..='\u{109f}' | '\u{1700}'..='\u{18af}' | '\u{1900}'..='\u{1aaf}'
        | '\u{1b00}'..='\u{1c4f}' | '\u{3099}' | '\u{309a}' | '\u{a800}'..='\u{abff}'
        | '\u{11000}'..='\u{11fff}');
    nukta || (is_combining_mark(c) && !spells)
}

/// One letter for those that differ by habit, place in the word or keyboard only.
fn one_shape(c: char) -> char {
    match c {
        'ة' | 'ہ' | 'ھ' | 'ە' | 'ۀ' => 'ه',
        'ى' | 'ی' | 'ې' => 'ي',
        'ک' | 'ڪ' => 'ك',
        'ٱ' => 'ا',
        'ך' => 'כ',
        'ם' => 'מ',
        'ן' => 'נ',
        'ף' => 'פ',
        'ץ' => 'צ',
        c => c,
    }
}

/// Whether a character is part of a word.
pub(super) fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_marks_and_shapes_do_not_matter() {
        for (written, same) in [
            ("ERDOĞAN", "erdogan"),
            ("Straße", "STRASSE"),
            ("İlham", "ilham"),
            ("Κυριάκος", "ΚΥΡΙΑΚΟΣ"),
            ("أحمد", "احمد"),
            ("عَبَّاس", "عباس"),
            ("على", "علی"),
            ("Ａｄａ", "ada"),
            ("A\u{200b}d\u{ad}a", "ada"),
            ("ﾄﾗﾝﾌﾟ", "トランプ"),
            ("안겔라", "\u{110b}\u{1161}\u{11ab}겔라"),
        ] {
            assert_eq!(plain(written), plain(same), "{written}");
        }
    }

    #[test]
    fn a_corrected_name_has_the_same_letters() {
        for (listed, corrected) in [
            ("ANA GOMEZ", "Ana Gómez"),
            ("O’Brien, Sean", "O'Brien Seán"),
            ("Anne Marie Leroy", "Anne-Marie Leroy"),
            ("Bolt G.m.b.H.", "Bolt GmbH"),
            ("أحمد", "احمد"),
        ] {
            assert!(are_same(listed, corrected), "{listed}, {corrected}");
        }
        for (listed, other) in [
            ("Ana Gómez", "Ana Gámez"),
            ("Ana Gómez", "Dr. Ana Gómez"),
            ("Charles King", "King Charles"),
            ("Ana", "Аna"),
            ("मोदी", "मादा"),
        ] {
            assert!(!are_same(listed, other), "{listed}, {other}");
        }
    }

    #[test]
    fn vowels_and_consonants_that_are_marks_stay() {
        assert_ne!(plain("मोदी"), plain("मादा"));
        assert_ne!(plain("ガ"), plain("カ"));
    }
}
