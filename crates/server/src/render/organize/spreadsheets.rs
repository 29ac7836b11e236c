//! A spreadsheet of founders: what its columns mean, what is wrong with which line, how far it is.

use askama::Template;

use super::super::Kind;
use super::{Frame, Visit, organizers_page};
use crate::model::spreadsheet::{Column, Columns};

/// How far a spreadsheet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetState {
    /// Its columns have to be understood.
    Mapping,
    /// Its lines are being checked.
    Checking,
    /// They were, and nothing is kept of them yet.
    Checked,
    /// The lines that hold are being imported.
    Importing,
    /// They were.
    Done,
}

impl SheetState {
    /// Every state.
    pub const ALL: [Self; 5] = [
        Self::Mapping,
        Self::Checking,
        Self::Checked,
        Self::Importing,
        Self::Done,
    ];

    pub(in crate::render) const fn as_str(self) -> &'static str {
        match self {
            Self::Mapping => "mapping",
            Self::Checking => "checking",
            Self::Checked => "checked",
            Self::Importing => "importing",
            Self::Done => "done",
        }
    }
}

impl std::str::FromStr for SheetState {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut all = Self::ALL.into_iter();
        all.find(|state| state.as_str() == text).ok_or(())
    }
}

/// A column, and what it holds.
#[derive(Clone, Debug)]
pub struct ColumnLine {
    /// What the first line calls it.
    pub name: String,
    /// What stands in it on the lines after that.
    pub samples: Vec<String>,
}

/// What is wrong with a line.
#[derive(Clone, Debug)]
pub struct FaultLine {
    /// As an editor counts, from 1.
    pub line: u64,
    /// The field.
    pub field: String,
    /// What is wrong, a word.
    pub problem: String,
    /// The most characters allowed, or another line.
    pub figure: i64,
    /// Whether it was said to name another person.
    pub another: bool,
}

impl FaultLine {
    /// Whether it names somebody of a name that is there, with other details.
    fn is_namesake(&self) -> bool {
        self.problem == "namesake"
    }
}

/// Lines, counted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counted {
    /// Dealt with so far.
    pub done: u64,
    /// That hold.
    pub good: u64,
    /// Of them, on the list already.
    pub known: u64,
    /// Of them, of a name that is there, with other details.
    pub namesakes: u64,
    /// Of those, said to be other people.
    pub others: u64,
    /// Of them, without an address.
    pub unaddressed: u64,
    /// That don't hold.
    pub bad: u64,
    /// Founders that came of it.
    pub added: u64,
}

/// A spreadsheet's page.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/spreadsheet.html")]
pub struct SpreadsheetPage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in.
    pub visit: Option<Visit>,
    /// The letter's title.
    pub letter: String,
    /// The founders' page.
    pub founders: String,
    /// This page.
    pub path: String,
    /// How far it is.
    pub state: SheetState,
    /// Name of its encoding.
    pub encoding: &'static str,
    /// What stands between its columns.
    pub separator: char,
    /// Its columns; empty once they are understood.
    pub lines: Vec<ColumnLine>,
    /// What they mean.
    pub columns: Columns,
    /// What no column holds and must, after a try.
    pub missing: Vec<Column>,
    /// What two columns were said to hold, after a try.
    pub twice: Option<Column>,
    /// Lines, counted.
    pub counted: Counted,
    /// What is wrong, line by line.
    pub faults: Vec<FaultLine>,
    /// The line behind which they begin.
    pub after: i64,
    /// The next page of that.
    pub next: Option<String>,
    /// Which state of the spreadsheet its forms were made from.
    pub revision: i64,
    /// Whether it can't be read, because the founders' key is lost.
    pub key_lost: bool,
    /// Whether it has moved on since a form that was sent.
    pub stale: bool,
}

organizers_page!(SpreadsheetPage, "sheet-title");

impl SpreadsheetPage {
    fn under(&self, rest: &str) -> String {
        format!("{}{rest}", self.path)
    }

    fn columns(&self) -> impl Iterator<Item = (usize, &ColumnLine)> {
        self.lines.iter().enumerate()
    }

    fn holds(&self, at: &usize, column: &Column) -> bool {
        self.columns.holds.get(*at).copied().flatten().as_ref() == Some(column)
    }

    fn is_kind(&self, kind: &Kind) -> bool {
        self.columns.kind == kind.as_str()
    }

    fn is_running(&self) -> bool {
        matches!(self.state, SheetState::Checking | SheetState::Importing)
    }

    fn import_all(&self) -> String {
        self.frame
            .say("sheet-import")
            .num("count", &self.newcomers())
            .to_string()
    }

    /// Who would be added as it stands.
    fn newcomers(&self) -> u64 {
        let of = &self.counted;
        let there = of.known + of.namesakes;
        of.good.saturating_sub(there) + of.others
    }

    /// Whether there is anybody to be added, now or once they are said to be other people.
    fn may_import(&self) -> bool {
        self.state == SheetState::Checked
            && !self.key_lost
            && self.newcomers() + self.counted.namesakes > 0
    }

    /// Lines on this page of which it can be said whether they name another person.
    fn namesakes(&self) -> Vec<String> {
        let namesakes = self.faults.iter().filter(|fault| fault.is_namesake());
        namesakes.map(|fault| fault.line.to_string()).collect()
    }

    fn shown(&self) -> String {
        self.namesakes().join(" ")
    }

    fn asks(&self, fault: &FaultLine) -> bool {
        self.may_import() && fault.is_namesake()
    }

    /// The last line on this page, where there are more.
    fn last(&self) -> Option<u64> {
        let last = self.faults.last().map(|fault| fault.line);
        last.filter(|_| self.next.is_some())
    }
}

impl Frame {
    pub(super) fn sheet_state(&self, state: &SheetState) -> String {
        self.say(&format!("sheet-state-{}", state.as_str()))
            .to_string()
    }

    pub(super) fn sheet_unfit(&self, unfit: &str) -> String {
        self.say(&format!("sheet-unfit-{unfit}")).to_string()
    }

    fn sheet_read_as(&self, page: &SpreadsheetPage) -> String {
        let separator = match page.separator {
            ';' => "semicolon",
            '\t' => "tab",
            _ => "comma",
        };
        let separator = self
            .say(&format!("sheet-separator-{separator}"))
            .to_string();
        self.say("sheet-read-as")
            .text("encoding", page.encoding)
            .text("separator", separator)
            .to_string()
    }

    fn sheet_missing(&self, column: &Column) -> String {
        self.say("sheet-missing")
            .text("field", self.founder_field(column.as_str()))
            .to_string()
    }

    fn sheet_twice(&self, column: &Column) -> String {
        self.say("sheet-twice")
            .text("field", self.founder_field(column.as_str()))
            .to_string()
    }

    fn sheet_column(&self, line: &ColumnLine) -> String {
        self.say("sheet-column")
            .text("name", line.name.as_str())
            .to_string()
    }

    fn sheet_count(&self, key: &str, count: &u64) -> String {
        self.say(&format!("sheet-count-{key}"))
            .num("count", count)
            .to_string()
    }
}

/// Keys that are put together here.
#[cfg(test)]
pub(super) fn families() -> Vec<String> {
    let mut keys = Vec::new();
    keys.extend(SheetState::ALL.map(|state| format!("sheet-state-{}", state.as_str())));
    let separators = ["comma", "semicolon", "tab"];
    keys.extend(separators.map(|separator| format!("sheet-separator-{separator}")));
    let counts = [
        "done",
        "good",
        "known",
        "namesakes",
        "unaddressed",
        "bad",
        "added",
    ];
    keys.extend(counts.map(|count| format!("sheet-count-{count}")));
    let unfit = crate::model::spreadsheet::Unfit::ALL;
    keys.extend(unfit.map(|unfit| format!("sheet-unfit-{}", unfit.as_str())));
    keys
}
