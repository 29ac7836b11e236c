//! Namesakes: who is on the list already, and who only has the name of somebody there.

use std::collections::{HashMap, HashSet};

use crate::store::founders::{self, FounderRow};
use crate::store::{self, Tx};

/// How somebody to be listed stands to those who are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has the name.
    New,
    /// They are there already.
    Known,
    /// Somebody has the name, with other details: the same person or another, which only people can
    /// tell.
    Namesake,
}

/// Names that a letter has, with the details of each who has one.
pub(super) struct Known(HashMap<Vec<u8>, HashSet<Vec<u8>>>);

impl Known {
    /// What a letter has of the names in `rows`.
    pub(super) async fn of(tx: &mut Tx, letter: i64, rows: &[FounderRow]) -> store::Result<Self> {
        let names: Vec<Vec<u8>> = rows.iter().map(|row| row.named.clone()).collect();
        let mut known: HashMap<Vec<u8>, HashSet<Vec<u8>>> = HashMap::new();
        for (name, details) in founders::known(tx, letter, &names).await? {
            known.entry(name).or_default().extend(details);
        }
        Ok(Self(known))
    }

    pub(super) fn standing(&self, row: &FounderRow) -> Standing {
        match (self.0.get(&row.named), &row.details) {
            (None, _) => Standing::New,
            (Some(there), Some(details)) if there.contains(details) => Standing::Known,
            (Some(_), _) => Standing::Namesake,
        }
    }

    /// The row to be added, if it is to be: whoever has a name that is there only where somebody said
    /// that it is `another` person. Those that are added are known from then on.
    pub(super) fn admit(&mut self, mut row: FounderRow, another: bool) -> Option<FounderRow> {
        match (self.standing(&row), &row.details) {
            (Standing::New, _) => {}
            (Standing::Namesake, Some(details)) if another => row.person.clone_from(details),
            _ => return None,
        }
        let there = self.0.entry(row.named.clone()).or_default();
        there.extend(row.details.clone());
        Some(row)
    }
}
