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
    /// In both, and too long to be shown again.
    Skipped,
}

/// The most characters of a run in both that is shown whole, and how many of a longer one stand beside
/// what differs.
const WHOLE: usize = 400;
const BESIDE: usize = 120;

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

/// The same without the middle of what is long and in both.
fn shortened(pieces: Vec<Piece>) -> Vec<Piece> {
    let last = pieces.len().saturating_sub(1);
    let mut short = Vec::new();
    for (place, piece) in pieces.into_iter().enumerate() {
        let run = match piece {
            Piece::Same(run) if run.chars().count() > WHOLE => run,
            piece => {
                short.push(piece);
                continue;
            }
        };
        let begins = |(at, c): &(usize, char)| c.is_whitespace().then_some(*at);
        let marks: Vec<usize> = run
            .char_indices()
            .filter_map(|mark| begins(&mark))
            .collect();
        let head = marks
            .iter()
            .rev()
            .find(|at| run[..**at].chars().count() <= BESIDE);
        let tail = marks
            .iter()
            .find(|at| run[**at..].chars().count() <= BESIDE);
        if let Some(head) = head.filter(|_| place > 0) {
            short.push(Piece::Same(run[..*head].to_owned()));
        }
        short.push(Piece::Skipped);
        if let Some(tail) = tail.filter(|_| place < last) {
            short.push(Piece::Same(run[*tail..].to_owned()));
        }
    }
    short
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
    .map(|(part, pieces)| (part, shortened(pieces)))
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

    #[test]
    fn what_is_long_and_in_both_is_cut() {
        let long = "word ".repeat(200);
        let pieces = compare(&format!("{long}old {long}"), &format!("{long}new {long}"));
        let short = shortened(pieces);
        assert_eq!(short.len(), 6, "{short:?}");
        assert_eq!((&short[0], &short[5]), (&Piece::Skipped, &Piece::Skipped));
        for beside in [&short[1], &short[4]] {
            let Piece::Same(run) = beside else {
                panic!("{beside:?}");
            };
            assert!((100..=BESIDE).contains(&run.chars().count()), "{run:?}");
        }
        let whole = vec![Piece::Same("ä".repeat(WHOLE))];
        assert_eq!(shortened(whole.clone()), whole);
        assert_eq!(
            shortened(vec![Piece::Same("ä".repeat(WHOLE + 1))]),
            [Piece::Skipped]
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
                    Piece::Skipped => unreachable!("nothing is cut here"),
                }
            }
            if old != new {
                proptest::prop_assert_eq!((before, after), (old, new));
            }
        }
    }
}
