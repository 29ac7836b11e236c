//! Words that are a letter or two off.

/// How many letters off a word of so many letters may be.
pub(super) fn allowed(letters: usize) -> usize {
    match letters {
        0..5 => 0,
        5..8 => 1,
        _ => 2,
    }
}

/// A romanised word as it is compared: doubled letters once, a consonant and its h as one, and one
/// letter for i, l and y, which are taken for one another.
pub(super) fn key(roman: &str) -> String {
    let mut key = String::with_capacity(roman.len());
    for c in roman.replace("ph", "f").chars() {
        let c = if c == 'y' { 'i' } else { c };
        let breathed = c == 'h' && key.ends_with(is_consonant);
        if !breathed && !key.ends_with(c) {
            key.push(c);
        }
    }
    key.replace('i', "l")
}

fn is_consonant(c: char) -> bool {
    !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// The key with up to `most` letters left out, each once: two words that are `most` letters off
/// share at least one of these.
pub(super) fn shortened(key: &str, most: usize) -> Vec<String> {
    let mut all = vec![key.to_owned()];
    let mut last = 0;
    for _ in 0..most {
        let grown = all.len();
        for at in last..grown {
            for left_out in 0..all[at].len() {
                let mut shorter = all[at].clone();
                shorter.remove(left_out);
                all.push(shorter);
            }
        }
        last = grown;
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// The longest keys that are compared letter by letter.
const LONGEST: usize = 48;

/// The number of letters to put in, leave out, exchange or swap, if at most `most` (Damerau's
/// distance without editing what was swapped). None for long keys. The keys are ASCII.
pub(super) fn distance(one: &str, other: &str, most: usize) -> Option<usize> {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let longest = one.len().max(other.len());
    if one.len().abs_diff(other.len()) > most || longest > LONGEST {
        return None;
    }
    // Three rows of the table: it is asked thousands of times a submission, so nothing is allocated.
    let mut rows = [[0_u8; LONGEST + 1]; 3];
    for (j, cell) in (0..).zip(&mut rows[2]) {
        *cell = j;
    }
    for (i, a) in one.iter().enumerate() {
        rows.rotate_left(1);
        let [before, above, row] = &mut rows;
        row[0] = above[0] + 1;
        for (j, b) in other.iter().enumerate() {
            let exchanged = above[j] + u8::from(a != b);
            let mut least = exchanged.min(above[j + 1] + 1).min(row[j] + 1);
            let swapped = i > 0 && j > 0 && *a == other[j - 1] && one[i - 1] == *b;
            if swapped {
                least = least.min(before[j - 1] + 1);
            }
            row[j + 1] = least;
        }
    }
    Some(usize::from(rows[2][other.len()])).filter(|found| *found <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_count_letters() {
        assert_eq!(distance("merkel", "merkel", 0), Some(0));
        assert_eq!(distance("merkel", "markel", 1), Some(1));
        assert_eq!(distance("merkel", "mekrel", 1), Some(1));
        assert_eq!(distance("merkel", "merkels", 1), Some(1));
        assert_eq!(distance("merkel", "markels", 1), None);
        assert_eq!(distance("", "ab", 2), Some(2));
    }

    #[test]
    fn words_within_reach_share_a_shortened_key() {
        let share = |one: &str, other: &str, most| {
            let shortened_other = shortened(other, most);
            shortened(one, most)
                .iter()
                .any(|key| shortened_other.contains(key))
        };
        for (one, other, most) in [("merkel", "mekrel", 1), ("mohamed", "muhamad", 2)] {
            assert!(share(one, other, most), "{one} {other}");
        }
        assert!(!share("merkel", "wagner", 2));
        assert_eq!(shortened("abc", 2).len(), 7);
    }
}
