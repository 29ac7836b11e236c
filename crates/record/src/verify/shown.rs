//! The second pass: what is disclosed beside the log, and the table that follows from it.

use std::collections::{BTreeMap, BTreeSet};

use super::{Problem, Verification};
use crate::Hash;
use crate::disclosure::{Disclosed, Shelf};
use crate::entry::{Act, Entry};
use crate::filter::Filter;
use crate::layout::File;
use crate::merkle;
use crate::opening::{self, Opening};
use crate::rules::{Rules, Signature};
use crate::signatories::{HEADER, Row};
use crate::source::Source;
use crate::statement::{self, Statement};
use crate::tile::{Edge, WIDTH};

/// Takes the table of signatories, piece by piece.
pub(crate) type Sink<'s, S> = &'s mut dyn FnMut(&mut S, &[u8]) -> Result<(), Problem>;

/// Where the table of signatories goes, and who stands in it.
pub(crate) struct Table<'s, S> {
    pub(crate) filter: Filter,
    pub(crate) sink: Sink<'s, S>,
}

/// How often a record that changes is read again before a problem counts.
const PATIENCE: u32 = 6;

const OPENING: &str = "opening";
const STATEMENT: &str = "statement";

/// What one entry bundle discloses, by the index of the committing entry.
#[derive(Default)]
struct Shown {
    openings: BTreeMap<u64, Opening>,
    words: BTreeMap<u64, String>,
}

impl<S: Source> Verification<'_, S> {
    /// Checks all openings and statements, and makes the `table` of signatories.
    pub(crate) fn read_shown(&mut self, mut table: Option<Table<'_, S>>) -> Result<(), Problem> {
        if let Some(table) = &mut table {
            (table.sink)(self.source, HEADER.as_bytes())?;
        }
        let mut roots = NamedRoots::new(&self.rules);
        let mut n = 0;
        while n < self.bundles() {
            let (entries, shown) = self.patiently(n)?;
            roots.pass(&entries)?;
            if let Some(table) = &mut table {
                let rows = self.rows(n, &entries, &shown, &table.filter)?;
                (table.sink)(self.source, &rows)?;
            }
            n += 1;
            self.report(self.checkpoint.size + (n * WIDTH).min(self.checkpoint.size));
        }
        Ok(())
    }

    /// While the log grows, openings come and go between two readings. What looks wrong is read again together with
    /// the newest checkpoint, and only what stays wrong is a problem.
    fn patiently(&mut self, n: u64) -> Result<(Vec<Entry>, Shown), Problem> {
        let mut attempts = 0;
        loop {
            let entries = self.again(n)?;
            match self.shown(n, &entries) {
                Ok(shown) => return Ok((entries, shown)),
                Err(problem) if !problem.may_pass() || attempts == PATIENCE => return Err(problem),
                Err(problem) => {
                    if !self.source.wait() {
                        return Err(problem);
                    }
                    attempts += 1;
                    self.follow()?;
                }
            }
        }
    }

    fn shown(&mut self, n: u64, entries: &[Entry]) -> Result<Shown, Problem> {
        let mut shown = Shown::default();
        let lines = self.lines(Shelf::Openings, n)?;
        let expected = current_openings(&self.rules, n, entries, &self.held);
        for (line, (index, commitment, signature)) in pair(&lines, &expected, OPENING)? {
            if opening::commit(&line.salt, &line.bytes) != commitment {
                return Err(Problem::Commitment(index, OPENING));
            }
            let opening = Opening::parse(&line.bytes)
                .map_err(|error| Problem::Opening(index, OPENING, error))?;
            self.check_opening(index, &opening, signature)?;
            shown.openings.insert(index, opening);
        }
        let lines = self.lines(Shelf::Statements, n)?;
        let expected = current_statements(&self.rules, n, entries, &self.held);
        for (line, (index, commitment, ())) in pair(&lines, &expected, STATEMENT)? {
            if statement::commit(&line.salt, &line.bytes) != commitment {
                return Err(Problem::Commitment(index, STATEMENT));
            }
            let parsed = Statement::parse(&line.bytes);
            let parsed = parsed.map_err(|error| Problem::Opening(index, STATEMENT, error))?;
            shown.words.insert(index, parsed.words);
        }
        Ok(shown)
    }

    /// The lines of a file of openings or statements; entries beyond the checkpoint may show theirs already.
    fn lines(&mut self, shelf: Shelf, n: u64) -> Result<Vec<Disclosed>, Problem> {
        let file = match shelf {
            Shelf::Openings => File::Openings(n),
            Shelf::Statements => File::Statements(n),
        };
        let bytes = self
            .source
            .read(&file)
            .map_err(|error| Problem::Source(file.clone(), error))?;
        let lines = shelf.read(n, &bytes.unwrap_or_default());
        let mut lines = lines.map_err(|error| Problem::Disclosure(file, error))?;
        if S::GROWS {
            lines.retain(|line| line.index < self.checkpoint.size);
        }
        Ok(lines)
    }

    fn check_opening(
        &self,
        index: u64,
        opening: &Opening,
        signature: Signature,
    ) -> Result<(), Problem> {
        if opening.kind != signature.kind {
            return Err(Problem::OpeningKind(index));
        }
        let digest = self
            .rules
            .digests(signature.version)
            .and_then(|texts| texts.get(&opening.lang));
        if digest == Some(&opening.text) {
            Ok(())
        } else {
            Err(Problem::OpeningText(index))
        }
    }

    /// A file of openings or statements with the lines that `filter` keeps.
    pub(crate) fn kept(
        &mut self,
        shelf: Shelf,
        n: u64,
        filter: &Filter,
    ) -> Result<Vec<u8>, Problem> {
        let entries = self.again(n)?;
        let kept: BTreeSet<u64> = match shelf {
            Shelf::Openings => indices(&current_openings(&self.rules, n, &entries, filter)),
            Shelf::Statements => indices(&current_statements(&self.rules, n, &entries, filter)),
        };
        let mut lines = self.lines(shelf, n)?;
        lines.retain(|line| kept.contains(&line.index));
        Ok(shelf.write(&lines))
    }

    fn rows(
        &mut self,
        n: u64,
        entries: &[Entry],
        shown: &Shown,
        filter: &Filter,
    ) -> Result<Vec<u8>, Problem> {
        let mut rows = Vec::new();
        for (index, entry) in (n * WIDTH..).zip(entries) {
            let live = self
                .rules
                .signature(index)
                .filter(|signature| signature.live && filter.keeps(signature));
            let (Some(signature), Some(carrier)) = (live, self.rules.carrier(index)) else {
                continue;
            };
            let far_opening;
            let opening = match shown.openings.get(&carrier) {
                Some(opening) => opening,
                None => {
                    let bytes = self.far(Shelf::Openings, carrier)?;
                    let parsed = Opening::parse(&bytes);
                    far_opening =
                        parsed.map_err(|error| Problem::Opening(carrier, OPENING, error))?;
                    &far_opening
                }
            };
            let words = match self.rules.statement_of(index) {
                None => None,
                Some(at) => Some(match shown.words.get(&at) {
                    Some(words) => words.clone(),
                    None => {
                        let parsed = Statement::parse(&self.far(Shelf::Statements, at)?);
                        parsed
                            .map_err(|error| Problem::Opening(at, STATEMENT, error))?
                            .words
                    }
                }),
            };
            let Signature {
                kind,
                country,
                level,
                founding,
                ..
            } = signature;
            let words = words.as_deref();
            Row {
                index,
                kind,
                country,
                level,
                founding,
                at: entry.at,
                opening,
                words,
            }
            .write(&mut rows);
        }
        Ok(rows)
    }

    /// What a later entry discloses for an earlier signature. Its commitment is checked when the pass gets there.
    fn far(&mut self, shelf: Shelf, index: u64) -> Result<Vec<u8>, Problem> {
        let lines = self.lines(shelf, index / WIDTH)?;
        let what = if shelf == Shelf::Openings {
            OPENING
        } else {
            STATEMENT
        };
        let line = lines.into_iter().find(|line| line.index == index);
        line.map(|line| line.bytes)
            .ok_or(Problem::Undisclosed(index, what))
    }
}

/// An entry's index, its commitment, and what else is to be checked.
type Commitment<T> = (u64, Hash, T);
type Expected<T> = Vec<Commitment<T>>;

fn indices<T>(expected: &[Commitment<T>]) -> BTreeSet<u64> {
    expected.iter().map(|(index, ..)| *index).collect()
}

/// The commitments of this bundle's entries that are current and kept, with the signatures they belong to.
fn current_openings(
    rules: &Rules,
    n: u64,
    entries: &[Entry],
    filter: &Filter,
) -> Expected<Signature> {
    let numbered = (n * WIDTH..).zip(entries);
    numbered
        .filter_map(|(index, entry)| {
            let (sign, commitment) = match &entry.act {
                Act::Sign(sign) => (index, sign.opening),
                Act::Correct(correct) => (correct.sign, correct.opening),
                _ => return None,
            };
            let current = rules.carrier(sign) == Some(index);
            current
                .then(|| rules.signature(sign))
                .flatten()
                .filter(|signature| filter.keeps(signature))
                .map(|it| (index, commitment, it))
        })
        .collect()
}

fn current_statements(rules: &Rules, n: u64, entries: &[Entry], filter: &Filter) -> Expected<()> {
    let kept = |sign: u64| rules.signature(sign).is_some_and(|it| filter.keeps(&it));
    let numbered = (n * WIDTH..).zip(entries);
    numbered
        .filter_map(|(index, entry)| match &entry.act {
            Act::Statement {
                sign,
                statement: Some(commitment),
            } => (rules.statement_of(*sign) == Some(index) && kept(*sign)).then_some((
                index,
                *commitment,
                (),
            )),
            _ => None,
        })
        .collect()
}

/// Pairs lines with what the log expects: none missing, none too many.
fn pair<'l, T: Copy>(
    lines: &'l [Disclosed],
    expected: &[Commitment<T>],
    what: &'static str,
) -> Result<Vec<(&'l Disclosed, Commitment<T>)>, Problem> {
    for (index, ..) in expected {
        if lines
            .binary_search_by_key(index, |line| line.index)
            .is_err()
        {
            return Err(Problem::Undisclosed(*index, what));
        }
    }
    let known = |line: &Disclosed| expected.binary_search_by_key(&line.index, |(index, ..)| *index);
    if let Some(line) = lines.iter().find(|line| known(line).is_err()) {
        return Err(Problem::Stale(line.index, what));
    }
    Ok(lines.iter().zip(expected.iter().copied()).collect())
}

/// Checkpoints that the `deliver` and `audit` entries of the first pass name, checked against the tree as it grew.
/// Those of entries that come while the record is read are checked as they come ([`Verification::follow`]).
struct NamedRoots {
    named: Vec<(u64, Hash, u64)>,
    edge: Edge,
}

impl NamedRoots {
    fn new(rules: &Rules) -> Self {
        let mut named = rules.named().to_vec();
        named.sort_unstable_by_key(|(size, _, index)| {
            (std::cmp::Reverse(*size), std::cmp::Reverse(*index))
        });
        Self {
            named,
            edge: Edge::empty(),
        }
    }

    fn pass(&mut self, entries: &[Entry]) -> Result<(), Problem> {
        for entry in entries {
            if self.named.is_empty() {
                return Ok(());
            }
            self.edge.append(merkle::leaf_hash(&entry.to_bytes()));
            while let Some((_, root, index)) =
                self.named.pop_if(|(size, ..)| *size == self.edge.size())
            {
                if self.edge.root() != root {
                    return Err(Problem::Named(index));
                }
            }
            self.edge.take_completed();
        }
        Ok(())
    }
}
