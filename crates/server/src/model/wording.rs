//! Two wordings of a text, word by word.

use similar::{ChangeTag, TextDiff};

use super::Text;

/// A run of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// In both.
    Same(String),
    /// In the older alone.
    Deleted(String),
    /// In the newer alone.
    Inserted(String),
}

/// What became of the words from `old` to `new`. Nothing where they are the same.
#[must_use]
pub fn compare(old: &str, new: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    if old == new {
        return pieces;
    }
    let diff = TextDiff::from_words(old, new);
    for change in diff.iter_all_changes() {
        let words = change.value();
        match (change.tag(), pieces.last_mut()) {
            (ChangeTag::Equal, Some(Piece::Same(run)))
            | (ChangeTag::Delete, Some(Piece::Deleted(run)))
            | (ChangeTag::Insert, Some(Piece::Inserted(run))) => run.push_str(words),
            (ChangeTag::Equal, _) => pieces.push(Piece::Same(words.to_owned())),
            (ChangeTag::Delete, _) => pieces.push(Piece::Deleted(words.to_owned())),
            (ChangeTag::Insert, _) => pieces.push(Piece::Inserted(words.to_owned())),
        }
    }
    pieces
}

/// The same of each part of a text that differs: `title`, `to`, `from`, `description`, `demands` (a line
/// each, with its id) and `markdown`.
#[must_use]
pub fn compare_texts(old: &Text, new: &Text) -> Vec<(&'static str, Vec<Piece>)> {
    let demands = |text: &Text| {
        let line = |demand: &super::text::Demand| format!("{}: {}\n", demand.id, demand.brief);
        text.demands.iter().map(line).collect::<String>()
    };
    [
        ("title", compare(&old.title, &new.title)),
        ("to", compare(&old.to, &new.to)),
        ("from", compare(&old.from, &new.from)),
        ("description", compare(&old.description, &new.description)),
        ("demands", compare(&demands(old), &demands(new))),
        ("markdown", compare(&old.markdown, &new.markdown)),
    ]
    .into_iter()
    .filter(|(_, pieces)| !pieces.is_empty())
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared() {
        let same = |words: &str| Piece::Same(words.to_owned());
        assert_eq!(compare("a b", "a b"), []);
        assert_eq!(
            compare("We ask you to stop.", "We urge you to stop now."),
            [
                same("We "),
                Piece::Deleted("ask".to_owned()),
                Piece::Inserted("urge".to_owned()),
                same(" you to "),
                Piece::Deleted("stop.".to_owned()),
                Piece::Inserted("stop now.".to_owned()),
            ]
        );
    }

    proptest::proptest! {
        #[test]
        fn nothing_is_lost(old in "[a-c \n]{0,60}", new in "[a-c \n]{0,60}") {
            let (mut before, mut after) = (String::new(), String::new());
            for piece in compare(&old, &new) {
                match piece {
                    Piece::Same(run) => { before += &run; after += &run; }
                    Piece::Deleted(run) => before += &run,
                    Piece::Inserted(run) => after += &run,
                }
            }
            if old != new {
                proptest::prop_assert_eq!((before, after), (old, new));
            }
        }
    }
}
