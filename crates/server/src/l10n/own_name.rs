//! Languages' names in themselves, as CLDR has them in each language's own words.

use super::Lang;

/// Languages of texts that the interface doesn't speak.
const OTHERS: [(&str, &str); 38] = [
    ("bg", "Български"),
    ("bn", "বাংলা"),
    ("ca", "Català"),
    ("cs", "Čeština"),
    ("da", "Dansk"),
    ("de", "Deutsch"),
    ("el", "Ελληνικά"),
    ("et", "Eesti"),
    ("eu", "Euskara"),
    ("fa", "فارسی"),
    ("fi", "Suomi"),
    ("ga", "Gaeilge"),
    ("gl", "Galego"),
    ("he", "עברית"),
    ("hi", "हिन्दी"),
    ("hr", "Hrvatski"),
    ("hu", "Magyar"),
    ("id", "Indonesia"),
    ("it", "Italiano"),
    ("ja", "日本語"),
    ("ko", "한국어"),
    ("lt", "Lietuvių"),
    ("lv", "Latviešu"),
    ("mt", "Malti"),
    ("nb", "Norsk bokmål"),
    ("nl", "Nederlands"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("ro", "Română"),
    ("ru", "Русский"),
    ("sk", "Slovenčina"),
    ("sl", "Slovenščina"),
    ("sv", "Svenska"),
    ("sw", "Kiswahili"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("ur", "اردو"),
    ("zh", "中文"),
];

/// The name of the language with this BCP 47 tag, in itself; the tag where it is not known. Of a tag
/// with subtags both, since its language alone may not tell it from another text's.
#[must_use]
pub fn own_name(tag: &str) -> String {
    let (language, more) = tag.split_once('-').unwrap_or((tag, ""));
    let known = Lang::from_tag(language).map(Lang::own_name).or_else(|| {
        let found = OTHERS.binary_search_by_key(&language, |(tag, _)| tag);
        found.ok().map(|place| OTHERS[place].1)
    });
    match known {
        Some(name) if more.is_empty() => name.to_owned(),
        Some(name) => format!("{name} ({tag})"),
        None => tag.to_owned(),
    }
}

/// Tags of the languages whose names are known, by name.
#[must_use]
pub fn known_languages() -> Vec<(&'static str, &'static str)> {
    let ours = Lang::ALL.map(|lang| (lang.tag(), lang.own_name()));
    let mut all: Vec<_> = ours.into_iter().chain(OTHERS).collect();
    all.sort_by_key(|(_, name)| *name);
    all
}

#[cfg(test)]
mod tests {
    use super::{OTHERS, own_name};

    #[test]
    fn languages_are_named_in_themselves() {
        assert!(OTHERS.is_sorted_by_key(|(tag, _)| tag));
        assert_eq!(own_name("ar"), "العربية");
        assert_eq!(own_name("de"), "Deutsch");
        assert_eq!(own_name("pt-BR"), "Português (pt-BR)");
        assert_eq!(own_name("tlh"), "tlh");
    }
}
