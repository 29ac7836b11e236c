//! Hints: what else a moderator should know of what is held. None of them holds anything by itself.

use super::Country;

/// Seconds that count as one burst.
pub const BURST: i64 = 10 * 60;
/// Seconds before and after that a burst is compared with.
pub const AROUND: i64 = 60 * 60;
/// Seconds that count as late.
pub const LATE: i64 = 24 * 3600;

/// Something to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hint {
    /// The mailbox is one to be thrown away.
    Disposable,
    /// An individual's name of one word.
    OneWord,
    /// So many came within ten minutes, far more than in the hours around.
    Burst(u64),
    /// Far more than usual of this country came of late.
    Crowd(Country, Share),
    /// The same name, or the same site, stands in the record at this index.
    Stands(u64, String),
    /// The same name, or the same site, waits under this number.
    Waits(i64, String),
}

/// A country's part of all signatures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// From the country.
    pub of: u64,
    /// In all.
    pub all: u64,
}

impl Share {
    /// In hundredths, rounded.
    #[must_use]
    pub fn percent(self) -> u64 {
        (self.of * 100 + self.all / 2) / self.all.max(1)
    }

    /// Whether a country's share of late is far beyond what it was before: five times as much, of
    /// at least twenty, where there were a hundred before to compare with. Less than a hundredth
    /// before counts as a hundredth.
    #[must_use]
    pub fn is_beyond(self, before: Self) -> bool {
        let usual = (before.of * 100).max(before.all);
        self.of >= 20 && before.all >= 100 && self.of * 100 * before.all > 5 * usual * self.all
    }
}

/// Whether `within` ten minutes came far more than was usual, where `around` came in the hour
/// before and the hour after, those ten minutes among them.
#[must_use]
pub const fn is_burst(within: u64, around: u64) -> bool {
    // Two hours have eleven other stretches of ten minutes.
    let others = around.saturating_sub(within);
    within >= 10 && within * 11 > 5 * others
}

/// Whether a name is one word, in a script that puts spaces between words.
#[must_use]
pub fn is_one_word(name: &str) -> bool {
    name.split_whitespace().count() == 1 && !name.chars().any(is_unspaced)
}

/// Letters of scripts that write names without spaces (Unicode 16, blocks).
fn is_unspaced(c: char) -> bool {
    matches!(u32::from(c),
        0x0e00..=0x0eff            // Thai, Lao
        | 0x0f00..=0x109f          // Tibetan, Myanmar
        | 0x1100..=0x11ff          // Hangul Jamo
        | 0x1780..=0x17ff          // Khmer
        | 0x2e80..=0x9fff          // Han, Kana, Bopomofo
        | 0xac00..=0xd7ff          // Hangul
        | 0xf900..=0xfaff          // Han
        | 0xff66..=0xffdc          // half width Kana and Hangul
        | 0x2_0000..=0x3_ffff      // Han
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_names_are_found_where_words_are_spaced() {
        for name in ["Zorro", " Plato ", "Ева"] {
            assert!(is_one_word(name), "{name}");
        }
        for name in ["Ana Gómez", "王小明", "김철수", "สมชาย", "やまだ", ""] {
            assert!(!is_one_word(name), "{name}");
        }
    }

    #[test]
    fn a_burst_is_far_above_the_hours_around() {
        assert!(is_burst(30, 35));
        assert!(is_burst(10, 10));
        assert!(!is_burst(9, 9), "few are no burst");
        assert!(!is_burst(2000, 24_000), "a launch is busy all the time");
        assert!(!is_burst(20, 20 + 11 * 5));
    }

    #[test]
    fn a_crowd_is_far_beyond_the_share_before() {
        let share = |of, all| Share { of, all };
        assert!(share(60, 100).is_beyond(share(10, 1000)));
        assert!(
            share(60, 100).is_beyond(share(0, 1000)),
            "never seen before"
        );
        assert!(!share(6, 100).is_beyond(share(0, 1000)), "few are no crowd");
        assert!(!share(60, 100).is_beyond(share(500, 1000)), "as usual");
        assert!(
            !share(20, 1000).is_beyond(share(0, 1000)),
            "two in a hundred"
        );
        assert!(
            !share(60, 100).is_beyond(share(0, 50)),
            "nothing to compare with"
        );
        assert_eq!(share(1, 3).percent(), 33);
        assert_eq!(share(0, 0).percent(), 0);
    }
}
