//! Search: signatures by the beginnings of words of their names, newest confirmation first.
//!
//! What a page costs doesn't grow with the number of signatures. Ids of signatures grow with time
//! and end the key of `terms`, so that the newest of one word are a range of an index, read
//! backwards. A beginning stands for a bounded number of words, and where a name must also have
//! other words, or be of one kind or country, a bounded number of names is looked at for a page.

#[cfg(test)]
mod tests;

use sqlx::{Database, Encode, QueryBuilder, Type};

use super::roll::{Filter, RollRow};
use super::sql::{row, rows, rows_values, values};
use super::{Result, Tx};
use crate::model::fold;

/// The most words that are heeded, the longest.
const WORDS: usize = 8;

/// How much work a page may take.
const BOUNDS: Bounds = Bounds {
    completions: 50,
    counted: 1000,
    round: 250,
    reads: 2500,
    rounds: 8,
};

struct Bounds {
    /// The most words that a beginning is completed to.
    completions: usize,
    /// Signatures with a word are counted up to here, to begin with the rarest word.
    counted: i64,
    /// The most candidates of a round, unless the page is larger.
    round: usize,
    /// Rows of the index that a round aims at.
    reads: usize,
    /// The most rounds for a page.
    rounds: usize,
}

/// What is searched for.
pub struct Asked<'a> {
    /// The letter.
    pub letter: i64,
    /// Beginnings of words, as typed.
    pub words: &'a str,
    /// What else must hold.
    pub filter: Filter<'a>,
    /// Record index of the signature after which to go on; `i64::MAX` for the first page.
    pub before: i64,
    /// The most rows wanted.
    pub limit: usize,
}

/// A page of what was found.
#[derive(Default)]
pub struct Found {
    /// The signatures, newest confirmation first.
    pub rows: Vec<RollRow>,
    /// Where the next page goes on, as `before`; none at the end. A page may be short, or empty,
    /// and have a next one.
    pub next: Option<i64>,
    /// Whether more than 50 words begin as asked, and only the first were looked up.
    pub is_cut: bool,
}

/// A signature with a word that was looked up.
#[derive(sqlx::FromRow)]
struct Candidate {
    id: i64,
    /// None while its entry waits.
    idx: Option<i64>,
    /// 1 where it is live and has all else that was asked for.
    fits: i64,
}

/// What names must have besides a looked-up word.
struct Search<'a> {
    asked: &'a Asked<'a>,
    bounds: &'a Bounds,
    /// Words that the looked-up beginning is completed to, in the order of their code points.
    completions: Vec<String>,
    /// First and first-after of the ranges that the other words lie in.
    others: Vec<(String, String)>,
}

/// Signatures whose names have a word for each of the beginnings.
pub async fn search(tx: &mut Tx, asked: &Asked<'_>) -> Result<Found> {
    search_within(tx, asked, &BOUNDS).await
}

async fn search_within(tx: &mut Tx, asked: &Asked<'_>, bounds: &Bounds) -> Result<Found> {
    let Some((search, is_cut)) = begin(tx, asked, bounds).await? else {
        return Ok(Found::default());
    };
    let round = search.round();
    let mut below = bound(tx, asked.letter, asked.before).await?;
    let mut fitting = Vec::new();
    let mut next = None;
    let mut rounds = 0;
    // Of those that wait to be recorded none can name a place to go on from.
    while rounds < bounds.rounds || next.is_none() {
        rounds += 1;
        let candidates = search.candidates(tx, below, round).await?;
        let last = candidates.last().filter(|_| candidates.len() == round);
        let last = last.map(|last| last.id);
        let recorded = candidates.iter().rev().find_map(|candidate| candidate.idx);
        fitting.extend(
            candidates
                .into_iter()
                .filter(|candidate| candidate.fits == 1),
        );
        if fitting.len() > asked.limit {
            fitting.truncate(asked.limit);
            next = fitting
                .last()
                .and_then(|candidate: &Candidate| candidate.idx);
            break;
        }
        let Some(last) = last else {
            next = None;
            break;
        };
        next = recorded.or(next);
        below = last;
    }
    Ok(Found {
        rows: shown(tx, &fitting).await?,
        next,
        is_cut,
    })
}

/// Chooses the word to look up: one whose completions are all known, the rarest of those. None
/// where nobody has one of the words.
async fn begin<'a>(
    tx: &mut Tx,
    asked: &'a Asked<'a>,
    bounds: &'a Bounds,
) -> Result<Option<(Search<'a>, bool)>> {
    let words = beginnings(asked.words);
    let mut ranges = Vec::new();
    let mut best: Option<((bool, i64), usize, Vec<String>)> = None;
    for (at, word) in words.into_iter().enumerate() {
        // The first text after everything that starts with the word.
        let range = (word.clone(), format!("{word}\u{10ffff}"));
        let mut completions = completions(tx, asked.letter, &range, bounds).await?;
        if completions.is_empty() {
            return Ok(None);
        }
        let is_cut = completions.len() > bounds.completions;
        completions.truncate(bounds.completions);
        let rank = (is_cut, frequency(tx, asked.letter, &range, bounds).await?);
        if best.as_ref().is_none_or(|(known, ..)| rank < *known) {
            best = Some((rank, at, completions));
        }
        ranges.push(range);
    }
    Ok(best.map(|((is_cut, _), at, completions)| {
        ranges.remove(at);
        let search = Search {
            asked,
            bounds,
            completions,
            others: ranges,
        };
        (search, is_cut)
    }))
}

/// The folded words to look for, longest first, without those that a longer one begins with.
fn beginnings(typed: &str) -> Vec<String> {
    let mut words = fold::terms(typed);
    words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    let mut kept: Vec<String> = Vec::new();
    for word in words {
        if !kept.iter().any(|longer| longer.starts_with(&word)) {
            kept.push(word);
        }
    }
    kept.truncate(WORDS);
    kept
}

/// The first words of a range, one more than are looked up. Each is one step into the index.
async fn completions(
    tx: &mut Tx,
    letter: i64,
    range: &(String, String),
    bounds: &Bounds,
) -> Result<Vec<String>> {
    let found = rows!(
        tx,
        (String,),
        "with recursive words (term, number) as (
             select (select min(term) from terms where letter = $1 and term >= $2 and term < $3), 1
             union all
             select (select min(term) from terms
                     where letter = $1 and term > words.term and term < $3), number + 1
             from words where words.term is not null and number < $4)
         select term from words where term is not null order by number",
        letter,
        &range.0,
        &range.1,
        i64::try_from(bounds.completions + 1).unwrap_or(i64::MAX)
    )?;
    Ok(found.into_iter().map(|(term,)| term).collect())
}

/// How many signatures have words of a range, counted to a bound.
async fn frequency(
    tx: &mut Tx,
    letter: i64,
    range: &(String, String),
    bounds: &Bounds,
) -> Result<i64> {
    let found = row!(
        tx,
        (i64,),
        "select count(*) from (select 1 from terms
         where letter = $1 and term >= $2 and term < $3
         order by term, signature limit $4) as some_of_them",
        letter,
        &range.0,
        &range.1,
        bounds.counted
    )?;
    Ok(found.map_or(0, |(count,)| count))
}

/// The id that everything after the signature at the index `before` lies below. Ids hold times and
/// are never shown, so that pages name an index. The signature may be gone meanwhile; its row stays.
async fn bound(tx: &mut Tx, letter: i64, before: i64) -> Result<i64> {
    if before == i64::MAX {
        return Ok(i64::MAX);
    }
    let found = row!(
        tx,
        (i64, i64),
        "select id, idx from signatures where letter = $1 and idx <= $2 order by idx desc limit 1",
        letter,
        before
    )?;
    Ok(match found {
        Some((id, idx)) if idx == before => id,
        Some((id, _)) => id.saturating_add(1),
        None => i64::MIN,
    })
}

impl Search<'_> {
    /// Candidates of a round.
    fn round(&self) -> usize {
        let page = self.asked.limit + 1;
        let filter = &self.asked.filter;
        if self.others.is_empty() && filter.kind.is_empty() && filter.country.is_empty() {
            return page;
        }
        let share = self.bounds.reads / self.completions.len().max(1);
        share.min(self.bounds.round).max(page)
    }

    /// The newest signatures below the id `below` that have one of the completions.
    async fn candidates(&self, tx: &mut Tx, below: i64, round: usize) -> Result<Vec<Candidate>> {
        let round = i64::try_from(round).unwrap_or(i64::MAX);
        Ok(match tx {
            Tx::Sqlite(connection) => {
                let mut query = self.statement::<sqlx::Sqlite>(below, round);
                let query = query.build_query_as().persistent(false);
                query.fetch_all(&mut **connection).await?
            }
            Tx::Postgres(connection) => {
                let mut query = self.statement::<sqlx::Postgres>(below, round);
                let query = query.build_query_as().persistent(false);
                query.fetch_all(&mut **connection).await?
            }
        })
    }

    /// For each completion the end of its range of the index; of all these the newest.
    fn statement<D: Database>(&self, below: i64, round: i64) -> QueryBuilder<D>
    where
        i64: for<'q> Encode<'q, D> + Type<D>,
        String: for<'q> Encode<'q, D> + Type<D>,
    {
        let mut sql = QueryBuilder::new("select s.id, s.idx, case when s.state = 'live'");
        self.push_conditions(&mut sql);
        sql.push(
            " then cast(1 as bigint) else cast(0 as bigint) end as fits
             from (select distinct signature from (",
        );
        for (number, term) in self.completions.iter().enumerate() {
            sql.push(if number == 0 { "" } else { " union all " });
            sql.push("select * from (select t.signature from terms t where t.letter = ");
            sql.push_bind(self.asked.letter);
            sql.push(" and t.term = ").push_bind(term.clone());
            sql.push(" and t.signature < ").push_bind(below);
            sql.push(" order by t.signature desc limit ")
                .push_bind(round);
            sql.push(format_args!(") as newest_{number}"));
        }
        sql.push(") as newest order by signature desc limit ");
        sql.push_bind(round);
        sql.push(") as candidates join signatures s on s.id = candidates.signature");
        sql.push(" order by s.id desc");
        sql
    }

    /// What a candidate must have besides. A signature is of one letter, so that its few words are
    /// found by it alone; naming the letter would have SQLite go through all words of the range.
    fn push_conditions<D: Database>(&self, sql: &mut QueryBuilder<D>)
    where
        String: for<'q> Encode<'q, D> + Type<D>,
    {
        let Filter { kind, country } = self.asked.filter;
        for (condition, word) in [(" and s.kind = ", kind), (" and s.country = ", country)] {
            if !word.is_empty() {
                sql.push(condition).push_bind(word.to_owned());
            }
        }
        for (first, end) in &self.others {
            sql.push(" and exists (select 1 from terms o where o.signature = s.id and o.term >= ");
            sql.push_bind(first.clone());
            sql.push(" and o.term < ").push_bind(end.clone()).push(")");
        }
    }
}

/// The lines of the signatures that fit.
async fn shown(tx: &mut Tx, fitting: &[Candidate]) -> Result<Vec<RollRow>> {
    rows_values!(
        tx,
        RollRow,
        "select s.idx, s.kind, s.country, s.level, s.founding, s.signed_at, o.opening,
                o.salt as key
         from (",
        fitting,
        |candidate| (candidate.id),
        ") as found
         join signatures s on s.id = column1
         join openings o on o.signature = s.id and o.idx = s.opened_by
         order by s.id desc"
    )
}
