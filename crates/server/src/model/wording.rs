//! Two wordings of a text, word by word.

use std::time::Duration;

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

/// The most words of both that are compared word by word, and the most pieces that are told apart: what
/// differs more is shown by lines, or as a whole.
const MOST_WORDS: usize = 20_000;
const MOST_PIECES: usize = 1_000;

/// After this the rest of two wordings counts as different.
const LONGEST: Duration = Duration::from_millis(100);

/// What became of the words from `old` to `new`. Nothing where they are the same.
#[must_use]
pub fn compare(old: &str, new: &str) -> Vec<Piece> {
    if old == new {
        return Vec::new();
    }
    let mut diff = TextDiff::configure();
    diff.timeout(LONGEST);
    let words = |text: &str| text.split_whitespace().count();
    if words(old) + words(new) <= MOST_WORDS {
        let pieces = pieces(&diff.diff_words(old, new));
        if pieces.len() <= MOST_PIECES {
            return pieces;
        }
    }
    let pieces = pieces(&diff.diff_lines(old, new));
    if pieces.len() <= MOST_PIECES {
        return pieces;
    }
    let (old, new) = (old.to_owned(), new.to_owned());
    vec![Piece::Deleted(old), Piece::Inserted(new)]
}

fn pieces(diff: &TextDiff<'_, '_, str>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
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
        let begins = |(at, c): (usize, char)| c.is_whitespace().then_some(at);
        let head = run
            .char_indices()
            .take(BESIDE + 1)
            .filter_map(begins)
            .last();
        let tail = run
            .char_indices()
            .rev()
            .take(BESIDE)
            .filter_map(begins)
            .last();
        if let Some(head) = head.filter(|_| place > 0) {
            short.push(Piece::Same(run[..head].to_owned()));
        }
        short.push(Piece::Skipped);
        if let Some(tail) = tail.filter(|_| place < last) {
            short.push(Piece::Same(run[tail..].to_owned()));
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
    use std::time::Instant;

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

    fn numbered(words: std::ops::Range<u32>, end: &str) -> String {
        words.map(|word| format!("w{word}{end}")).collect()
    }

    #[test]
    fn comparing_ends_soon() {
        // The same twenty thousand words in another order.
        let old = numbered(0..20_000, " ");
        let new: String = (0..20_000u32)
            .map(|word| format!("w{} ", word.wrapping_mul(7919) % 20_000))
            .collect();
        let lined = |text: &str| text.replace(' ', "\n");
        let few = |text: &str| text.chars().take(50_000).collect::<String>();
        let tall = |text: String| (text.clone(), lined(&text));
        for ((old, new), what) in [
            ((old.clone(), new.clone()), "words"),
            ((lined(&old), lined(&new)), "lines"),
            ((few(&old), few(&new)), "few words"),
            (
                ("a b ".repeat(5_000), "b a c ".repeat(3_000)),
                "the same words",
            ),
            (tall(old.clone()), "in other lines"),
        ] {
            let began = Instant::now();
            let pieces = shortened(compare(&old, &new));
            let took = began.elapsed();
            assert!(took < Duration::from_secs(2), "{what}: {took:?}");
            assert!(
                (1..=MOST_PIECES).contains(&pieces.len()),
                "{what}: {}",
                pieces.len()
            );
        }
    }

    #[test]
    fn too_many_words_are_compared_by_lines() {
        let old = numbered(0..12_000, " \n");
        let new = old.replace("w7 ", "w7 and more");
        let changed = [
            Piece::Deleted("w7 \n".to_owned()),
            Piece::Inserted("w7 and more\n".to_owned()),
        ];
        assert_eq!(compare(&old, &new)[1..3], changed);
    }

    #[test]
    fn a_long_run_is_cut_soon() {
        let same = vec![
            Piece::Skipped,
            Piece::Same("a ".repeat(200_000)),
            Piece::Skipped,
        ];
        let began = Instant::now();
        assert_eq!(shortened(same).len(), 5);
        assert!(began.elapsed() < Duration::from_secs(1));
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
