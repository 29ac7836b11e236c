//! Counts beside bars as long as they are large.

/// A count with its label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What is counted, in the reader's words.
    pub label: String,
    /// How many.
    pub number: u64,
    /// Length of the bar in thousandths of the longest.
    pub length: u64,
}

/// Counts to be compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bars(pub Vec<Bar>);

impl Bars {
    /// Bars for counts, in the order given.
    #[must_use]
    pub fn of(counts: Vec<(String, u64)>) -> Self {
        let longest = counts.iter().map(|(_, number)| *number).max();
        let longest = longest.unwrap_or_default().max(1);
        let bar = |(label, number)| Bar {
            label,
            number,
            length: number * 1000 / longest,
        };
        Self(counts.into_iter().map(bar).collect())
    }

    /// The first of them.
    #[must_use]
    pub fn first(&self, most: usize) -> Self {
        Self(self.0.iter().take(most).cloned().collect())
    }
}
