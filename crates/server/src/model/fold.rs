//! Names made comparable: for tags and for search.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A name by compatibility form (NFKC), lower case and single spaces: two spellings of one name
/// give the same tag.
#[must_use]
pub fn name(name: &str) -> String {
    let joiners = ['\u{200c}', '\u{200d}'];
    let bare = name.chars().filter(|c| !joiners.contains(c));
    let lowered: String = bare.nfkc().flat_map(char::to_lowercase).nfkc().collect();
    lowered.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a name without marks or punctuation, each at most 40 characters: what search by
/// prefix compares.
#[must_use]
pub fn terms(text: &str) -> Vec<String> {
    let bare: String = name(text)
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .collect::<String>()
        .to_lowercase();
    let mut terms: Vec<String> = bare
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().take(40).collect())
        .collect();
    terms.sort();
    terms.dedup();
    terms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_agree() {
        assert_eq!(name("  Ana\u{00a0}GÓMEZ "), "ana gómez");
        assert_eq!(name("ＡＮＡ Gómez"), name("ana gómez"));
        assert_ne!(name("Ana Gomez"), name("Ana Gómez"));
    }

    #[test]
    fn terms_drop_marks_and_punctuation() {
        assert_eq!(terms("Críptica (R3D: Red)"), ["criptica", "r3d", "red"]);
        assert_eq!(terms("Ελευθερία"), ["ελευθερια"]);
        assert!(terms("—").is_empty());
    }
}
