//! How far several groups are, each as one bar of parts.

/// One group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    /// How many of it are in each part, in the parts' order.
    pub parts: [u64; 5],
}

/// A part of a bar, in thousandths of the longest bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// From 0, the part's place among the parts.
    pub number: usize,
    /// Where it begins.
    pub start: u64,
    /// Its length.
    pub length: u64,
}

impl Group {
    /// Its bar, drawn to the scale of the group with `most`.
    #[must_use]
    pub fn bar(&self, most: u64) -> Vec<Part> {
        let place = |count: u64| count * 1000 / most.max(1);
        let mut before = 0;
        let parts = self.parts.iter().enumerate().map(|(number, count)| {
            let start = place(before);
            before += count;
            Part {
                number,
                start,
                length: place(before) - start,
            }
        });
        parts.filter(|part| part.length > 0).collect()
    }

    /// All of it.
    #[must_use]
    pub fn sum(&self) -> u64 {
        self.parts.iter().sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_follow_one_another_without_a_gap() {
        let group = Group {
            parts: [3, 0, 4, 2, 0],
        };
        let bar = group.bar(18);
        let places: Vec<_> = bar.iter().map(|part| (part.number, part.start)).collect();
        assert_eq!(places, [(0, 0), (2, 166), (3, 388)]);
        let last = bar[bar.len() - 1];
        assert_eq!(last.start + last.length, 500, "nine of eighteen");
        assert!(Group { parts: [0; 5] }.bar(0).is_empty());
    }
}
