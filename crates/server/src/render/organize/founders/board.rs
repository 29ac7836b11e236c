//! The board of a letter's founders: how far they are, in all, by kind and by country.

use super::super::super::{Frame, Group, Part, World};

/// The board.
#[derive(Clone, Debug)]
pub struct Board {
    /// All.
    pub total: BoardRow,
    /// By kind.
    pub kinds: Vec<BoardRow>,
    /// By country, in the order of their names.
    pub countries: Vec<BoardRow>,
    /// Where they accepted, as a map.
    pub world: World,
    /// Whom a mail can reach.
    pub reach: Reach,
    /// Who accepted an earlier version of the text than the one that would launch.
    pub earlier: u64,
}

/// A row of the board.
#[derive(Clone, Debug)]
pub struct BoardRow {
    /// A kind or a country; empty for all.
    pub of: String,
    /// Not invited yet.
    pub listed: u64,
    /// Invited, answered or not.
    pub invited: u64,
    /// For whom a link was made to be handed over.
    pub handed: u64,
    /// Whose link was opened.
    pub visited: u64,
    /// Accepted, and an organizer has to look first.
    pub held: u64,
    /// Accepted.
    pub accepted: u64,
    /// Declined.
    pub declined: u64,
    /// Whose mail was refused for good.
    pub bounced: u64,
}

impl BoardRow {
    /// What the columns are called.
    pub const COLUMNS: [&'static str; 8] = [
        "board-listed",
        "board-invited",
        "board-handed",
        "board-visited",
        "board-held",
        "board-accepted",
        "board-declined",
        "board-bounced",
    ];
    /// What the legend of the bars says, in the order of their parts.
    pub const PARTS: [&'static str; 5] = [
        "board-accepted",
        "board-held",
        "board-declined",
        "board-silent",
        "board-listed",
    ];

    pub(super) fn cells(&self) -> impl Iterator<Item = (&'static str, u64)> {
        let counts = [
            self.listed,
            self.invited,
            self.handed,
            self.visited,
            self.held,
            self.accepted,
            self.declined,
            self.bounced,
        ];
        Self::COLUMNS.into_iter().zip(counts)
    }

    fn group(&self) -> Group {
        let silent = self.invited - self.held - self.accepted - self.declined;
        Group {
            parts: [self.accepted, self.held, self.declined, silent, self.listed],
        }
    }
}

/// Whom a mail can reach, and whom not.
#[derive(Clone, Copy, Debug, Default)]
pub struct Reach {
    /// Listed, with an address.
    pub listed: u64,
    /// Invited without an answer, with an address.
    pub silent: u64,
    /// Neither invited by mail nor answered, since there is no address.
    pub unaddressed: u64,
}

impl Board {
    pub(super) fn bar_of_kind(&self, row: &BoardRow) -> Vec<Part> {
        row.group().bar(self.total.group().sum())
    }

    pub(super) fn bar_of_country(&self, row: &BoardRow) -> Vec<Part> {
        let sums = self.countries.iter().map(|row| row.group().sum());
        row.group().bar(sums.max().unwrap_or_default())
    }
}

impl Frame {
    pub(super) fn board_country(&self, code: &str) -> String {
        match code {
            "ZZ" => self.say("country-ZZ").to_string(),
            code => self.country(code),
        }
    }

    pub(super) fn board_kind(&self, kind: &str) -> String {
        self.say(&format!("kinds-{kind}")).to_string()
    }
}

/// Keys that are put together here.
#[cfg(test)]
pub(super) fn families() -> Vec<String> {
    let columns = BoardRow::COLUMNS.iter();
    let all = columns.chain(&BoardRow::PARTS);
    all.map(|key| (*key).to_owned()).collect()
}
