//! Offices: "Prime Minister of Ostravia" is no name. Its words count in their order and close
//! together, and none may be a letter off: Niger is not Nigeria.

/// Words for offices whose holders a forger might play, plain.
const OFFICES: &[&str] = &[
    "ambassador",
    "chancellor",
    "emperor",
    "empress",
    "governor",
    "king",
    "minister",
    "premier",
    "president",
    "queen",
    "secretary",
    "bundeskanzler",
    "bundeskanzlerin",
    "bundesprasident",
    "bundesprasidentin",
    "kanzler",
    "kanzlerin",
    "konig",
    "konigin",
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
    "reina",
    "rey",
    "ambassadeur",
    "ambassadrice",
    "chancelier",
    "chanceliere",
    "gouverneur",
    "gouverneure",
    "ministre",
    "reine",
    "roi",
    "cancelliere",
    "regina",
    "rainha",
    "rei",
    "koning",
    "koningin",
    "premierminister",
    "statsminister",
    "prezydent",
    "президент",
    "премьер",
    "министр",
    "король",
    "премєр",
    "міністр",
    "πρωθυπουργος",
    "προεδρος",
    "υπουργος",
    "رئيس",
    "رئيسه",
    "وزير",
    "وزيره",
    "ملك",
    "ملكه",
    "امير",
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

/// Words that only link others, plain.
const LINKS: &[&str] = &[
    "a", "al", "an", "and", "da", "das", "de", "degli", "dei", "del", "della", "delle", "dem",
    "den", "der", "des", "di", "die", "do", "dos", "du", "e", "el", "et", "fur", "for", "het", "i",
    "il", "in", "l", "la", "las", "le", "les", "los", "of", "os", "s", "the", "to", "und", "van",
    "von", "y", "zu", "της", "του", "των", "ο", "η", "और", "का", "की", "के",
];

/// Whether a plain word only links others.
pub(super) fn is_link(plain: &str) -> bool {
    LINKS.contains(&plain)
}

/// Whether these plain words are an office and of what: a word for an office and, in Latin
/// letters, a word that links it ("Queen Latifah" is a name).
pub(super) fn is_office(words: &[&str]) -> bool {
    let titled = words.iter().any(|word| OFFICES.contains(word));
    let linked = words.iter().any(|word| is_link(word));
    let latin = words.iter().all(|word| word.is_ascii());
    titled && words.len() > 1 && (linked || !latin)
}
