//! Charts, drawn here as SVG. Each stands beside a table that says the same.

mod bars;
mod growth;
mod progress;
mod world;

use super::{Frame, Kind, Level};

pub use bars::{Bar, Bars};
pub use growth::{Day, Growth, Step};
pub use progress::{Group, Part};
pub use world::{Land, World};

/// Words of charts.
impl Frame {
    /// Counts by kind.
    #[must_use]
    pub fn bars_of_kinds(&self, counts: &[(Kind, u64)]) -> Bars {
        Bars::of(
            counts
                .iter()
                .map(|(kind, n)| (self.kinds(kind), *n))
                .collect(),
        )
    }

    /// Counts by level of proof.
    #[must_use]
    pub fn bars_of_levels(&self, counts: &[(Level, u64)]) -> Bars {
        let there = counts.iter().filter(|(_, number)| *number > 0);
        Bars::of(there.map(|(level, n)| (self.level(level), *n)).collect())
    }

    /// Counts by country, `ZZ` among them.
    #[must_use]
    pub fn bars_of_countries(&self, counts: &[(&String, &u64)]) -> Bars {
        let bar = |(code, number): &(&String, &u64)| {
            (self.country_or_unsaid(&Some((*code).clone())), **number)
        };
        Bars::of(counts.iter().map(bar).collect())
    }

    pub(super) fn growth_step(&self, days: &u64) -> String {
        self.say(&step_key(*days)).to_string()
    }

    pub(super) fn at_least(&self, number: &u64) -> String {
        self.say("chart-at-least").num("number", number).to_string()
    }
}

fn step_key(days: u64) -> String {
    format!("chart-step-{days}")
}

/// Every key that is put together here.
#[cfg(test)]
pub(super) fn families() -> Vec<String> {
    [1, 7, 28].map(step_key).into()
}
