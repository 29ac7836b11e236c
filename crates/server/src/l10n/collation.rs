//! The order in which a language's readers expect names.

use std::sync::LazyLock;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};

use super::Lang;
use super::format::locale;

static COLLATORS: LazyLock<[CollatorBorrowed<'static>; 4]> = LazyLock::new(|| {
    Lang::ALL.map(|lang| {
        Collator::try_new(locale(lang).into(), CollatorOptions::default())
            .expect("the compiled data has the root collation, which every language falls back to")
    })
});

/// The sort key of `text` in a language's collation (UTS #10): keys compare as bytes as
/// readers of that language expect the texts to be ordered.
///
/// Keys of different releases of CLDR's data don't compare with each other.
#[must_use]
pub fn collation_key(lang: Lang, text: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(text.len() * 2 + 8);
    let Ok(()) = COLLATORS[lang as usize].write_sort_key_to(text, &mut key);
    key
}

#[cfg(test)]
mod tests {
    use super::{Lang, collation_key};

    fn sorted(lang: Lang, mut names: Vec<&str>) -> Vec<&str> {
        names.sort_by_key(|name| collation_key(lang, name));
        names
    }

    #[test]
    fn accents_and_case_do_not_tear_names_apart() {
        assert_eq!(
            sorted(Lang::Fr, vec!["Zoé", "Étoile", "etage", "Eux"]),
            ["etage", "Étoile", "Eux", "Zoé"]
        );
    }

    #[test]
    fn spanish_puts_enye_after_n() {
        assert_eq!(
            sorted(Lang::Es, vec!["Ñandú", "Nube", "Oasis"]),
            ["Nube", "Ñandú", "Oasis"]
        );
        assert_eq!(
            sorted(Lang::En, vec!["Ñandú", "Nube", "Oasis"]),
            ["Ñandú", "Nube", "Oasis"]
        );
    }
}
