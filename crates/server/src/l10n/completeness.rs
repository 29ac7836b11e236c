//! Every message exists in every language, and none is there for nothing.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::{Lang, message_keys};
use crate::render::families;

/// The sources in which messages are named.
fn sources() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![
        root.join("templates"),
        root.join("src/render"),
        root.join("src/l10n"),
        // The desk's page says its own.
        root.join("assets/browser/src"),
    ];
    let mut all = String::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the folder is there") {
            let path = entry.expect("the entry can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                all.push_str(&fs::read_to_string(path).expect("sources are text"));
            }
        }
    }
    all
}

/// What stands between the quotes right after a word.
fn quoted_after<'a>(source: &'a str, word: &str) -> BTreeSet<&'a str> {
    let opening = format!("{word}(\"");
    source
        .split(&*opening)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

#[test]
fn every_language_has_the_same_messages() {
    let english: BTreeSet<_> = message_keys(Lang::En).into_iter().collect();
    for lang in Lang::ALL {
        let keys: BTreeSet<_> = message_keys(lang).into_iter().collect();
        let missing: Vec<_> = english.difference(&keys).collect();
        let extra: Vec<_> = keys.difference(&english).collect();
        assert!(
            missing.is_empty() && extra.is_empty(),
            "{lang} lacks {missing:?}, has {extra:?} alone"
        );
    }
}

#[test]
fn no_message_is_missing_or_unused() {
    let source = sources();
    let known: BTreeSet<_> = message_keys(Lang::En).into_iter().collect();
    let families = families();
    let wanted = ["say", "rich"].map(|word| quoted_after(&source, word));
    let missing: Vec<_> = wanted
        .into_iter()
        .flatten()
        .chain(families.iter().map(String::as_str))
        .filter(|key| !known.contains(key))
        .collect();
    assert!(missing.is_empty(), "no language has {missing:?}");

    let families: BTreeSet<_> = families.iter().map(String::as_str).collect();
    let unused: Vec<_> = known
        .iter()
        .filter(|key| !families.contains(*key) && !source.contains(&format!("\"{key}\"")))
        .collect();
    assert!(unused.is_empty(), "nobody shows {unused:?}");
}
