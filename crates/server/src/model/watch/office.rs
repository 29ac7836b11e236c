//! Offices: "Prime Minister of Ostravia" is no name. Its words count in their order and close
//! together, and none may be a letter off: Niger is not Nigeria.

/// Words for offices whose holders a forger might play, plain.
const OFFICES: &[&str] = &[
    "ambassador",
    "chancellor",
    "governor",
    "minister",
    "premier",
    "president",
    "secretary",
    "bundeskanzler",
    "bundeskanzlerin",
    "bundesprasident",
    "bundesprasidentin",
    "kanzler",
    "kanzlerin",
    "ministerin",
    "ministerprasident",
    "ministerprasidentin",
    "prasident",
    "prasidentin",
    "embajador",
    "embajadora",
    "gobernador",
    "gobernadora",
    "ministra",
    "ministro",
    "presidenta",
    "presidente",
    "ambassadeur",
    "ambassadrice",
    "chancelier",
    "chanceliere",
    "gouverneur",
    "gouverneure",
    "ministre",
    "cancelliere",
    "premierminister",
    "statsminister",
    "prezydent",
    "президент",
    "премьер",
    "министр",
    "премєр",
    "міністр",
    "πρωθυπουργοσ",
    "προεδροσ",
    "υπουργοσ",
    "رييس",
    "رييسه",
    "وزير",
    "وزيره",
    "نخست",
    "נשיא",
    "נשיאת",
    "שר",
    "שרת",
    "ראש",
    "राष्ट्रपति",
    "प्रधानमंत्री",
    "मंत्री",
    "cumhurbaskani",
    "bakani",
    "basbakani",
];

/// Words for those who reign, plain. They are family names too, so they have to stand in front.
const REIGNS: &[&str] = &[
    "emperor",
    "empress",
    "king",
    "queen",
    "konig",
    "konigin",
    "reina",
    "rey",
    "reine",
    "roi",
    "regina",
    "rainha",
    "rei",
    "koning",
    "koningin",
    "король",
    "ملك",
    "ملكه",
    "امير",
];

/// Words that only link others, plain.
const LINKS: &[&str] = &[
    "a", "al", "an", "and", "d", "da", "das", "de", "degli", "dei", "del", "della", "delle", "dem",
    "den", "der", "des", "di", "die", "do", "dos", "du", "e", "el", "et", "fur", "for", "het", "i",
    "il", "in", "l", "la", "las", "le", "les", "los", "of", "os", "s", "the", "to", "und", "van",
    "von", "y", "zu", "τησ", "του", "των", "ο", "η", "और", "का", "की", "के",
];

/// Whether a plain word only links others.
pub(super) fn is_link(plain: &str) -> bool {
    LINKS.contains(&plain)
}

/// Whether these plain words are an office and of what: a word for an office and, in Latin
/// letters, a word that links it ("Queen Latifah" is a name).
pub(super) fn is_office(words: &[&str]) -> bool {
    let first = words.iter().find(|word| !is_link(word));
    let titled = words.iter().any(|word| OFFICES.contains(word))
        || first.is_some_and(|word| REIGNS.contains(word));
    let linked = words.iter().any(|word| is_link(word));
    let latin = words.iter().all(|word| word.is_ascii());
    titled && words.len() > 1 && (linked || !latin)
}

#[cfg(test)]
mod tests {
    use super::super::letters::plain;
    use super::*;

    #[test]
    fn the_words_are_plain() {
        for word in OFFICES.iter().chain(REIGNS).chain(LINKS) {
            assert_eq!(plain(word), *word);
        }
    }

    #[test]
    fn an_office_is_no_name() {
        let office = |text: &str| {
            let plain = plain(text);
            is_office(&plain.split(' ').collect::<Vec<_>>())
        };
        for text in [
            "Prime Minister of Ostravia",
            "Le président de la République de Sanvere",
            "Ministra de Justicia de Sanvere",
            "Premier ministre d Ostravie",
            "رئيس جمهورية سنفير",
            "Президент Остравии",
            "Πρωθυπουργός της Ελλάδας",
            "The King of Ostravia",
        ] {
            assert!(office(text), "{text}");
        }
        for text in [
            "Ana Rey de la Cruz",
            "Queen Latifah",
            "Don Quijote de la Mancha",
            "Halina Vale",
            "King",
        ] {
            assert!(!office(text), "{text}");
        }
    }
}
