//! What a word looks like: equal for words that a reader takes for one another.

use any_ascii::any_ascii_char;
use unicode_script::{Script, UnicodeScript};
use unicode_security::confusable_detection::skeleton;

use super::letters::{is_decoration, is_ignorable};

/// The looks of a word, as it is written and in small letters: Н looks like H, but н does not
/// look like h. Two words look alike if they share one. Empty for a number.
pub(super) fn looks(written: &str, plain: &str) -> [String; 2] {
    if !written.chars().any(char::is_alphabetic) {
        return [String::new(), String::new()];
    }
    [look(written), look(plain)]
}

/// UTS #39's skeleton, in which case, marks and digits for letters do not matter.
fn look(word: &str) -> String {
    let shown: String = word.chars().filter(|c| !is_ignorable(*c)).collect();
    let first: String = skeleton(&shown)
        .filter(|c| !is_decoration(*c))
        .flat_map(char::to_lowercase)
        .collect();
    let second: String = skeleton(&first)
        .filter(|c| !is_decoration(*c))
        .flat_map(char::to_lowercase)
        .flat_map(latin)
        .filter_map(stands_for)
        .collect();
    // As UTS #39 has it: m is rn.
    second.replace("vv", "w").replace('m', "rn")
}

/// Small capitals, letters in boxes and other fashions of Latin letters as letters.
fn latin(c: char) -> impl Iterator<Item = char> {
    let boxed = matches!(c, '\u{1f100}'..='\u{1f1ff}');
    let fashion = !c.is_ascii() && (c.script() == Script::Latin || boxed);
    let spelled = match c {
        // UTS #39 takes м for a turned w and к for kra, which sound otherwise.
        'ʍ' => Some("m"),
        'ĸ' => Some("k"),
        // And it has no likeness for this one.
        'п' => Some("n"),
        _ => fashion.then(|| any_ascii_char(c)),
    };
    let own = spelled.is_none().then_some(c);
    let letters = spelled.unwrap_or_default().chars();
    letters
        .filter(char::is_ascii_alphabetic)
        .map(|c| c.to_ascii_lowercase())
        .chain(own)
}

/// The letter that a digit or sign is used for; `l` stands for all that are one stroke.
fn stands_for(c: char) -> Option<char> {
    Some(match c {
        '0' => 'o',
        'i' | '1' | '|' | '!' | '£' => 'l',
        '2' => 'z',
        '3' | '€' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '6' | '8' => 'b',
        '7' | '+' => 't',
        '9' => 'g',
        c if super::letters::is_letter(c) => c,
        _ => return None,
    })
}

/// Signs that stand for letters inside words.
pub(super) fn is_sign_for_letter(c: char) -> bool {
    matches!(c, '@' | '$' | '€' | '£' | '|' | '!' | '+')
}

#[cfg(test)]
mod tests {
    use super::super::letters::plain;
    use super::*;

    fn alike(one: &str, other: &str) -> bool {
        let of = |word: &str| looks(word, &plain(word));
        let (one, other) = (of(one), of(other));
        one.iter()
            .any(|look| !look.is_empty() && other.contains(look))
    }

    #[test]
    fn what_looks_the_same_is_the_same() {
        for (forged, name) in [
            ("Аngеlа", "Angela"),
            ("Меrkеl", "Merkel"),
            ("4ng3l@", "Angela"),
            ("MERKE1", "Merkel"),
            ("BiII", "Bill"),
            ("Вiden", "Biden"),
            ("Тrump", "TRUMP"),
            ("𝓜𝓮𝓻𝓴𝓮𝓵", "Merkel"),
            ("ⓐⓝⓖⓔⓛⓐ", "angela"),
            ("Rnerkel", "Merkel"),
            ("VVladimir", "Wladimir"),
            ("Ρutіn", "Putin"),
            ("ᴍᴇʀᴋᴇʟ", "Merkel"),
            ("Пyтин", "Путин"),
            ("Ørsted", "Orsted"),
        ] {
            assert!(alike(forged, name), "{forged}: {:?}", looks(forged, ""));
        }
        assert!(!alike("Merkel", "Markel"));
        assert!(!alike("2024", "2024"), "a number is no word");
    }
}
