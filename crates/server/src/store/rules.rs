//! Rules that moderators keep, and what they pick of the signatures that stand.

use super::sql::{execute, row, rows};
use super::{Result, Tx};

/// A saved rule.
#[derive(Clone, sqlx::FromRow)]
pub struct RuleRow {
    /// Grows with time.
    pub id: i64,
    /// What its moderators call it.
    pub name: String,
    /// `model::criteria::Criteria` as JSON.
    pub criteria: String,
    /// Whether it holds what is still to come.
    pub holds: bool,
}

/// Adds a rule, which holds nothing yet.
pub async fn insert(tx: &mut Tx, letter: i64, new: &RuleRow) -> Result<()> {
    execute!(
        tx,
        "insert into rules (id, letter, name, criteria, holds) values ($1, $2, $3, $4, false)",
        new.id,
        letter,
        &new.name,
        &new.criteria,
    )?;
    Ok(())
}

/// A letter's rules, oldest first.
pub async fn all(tx: &mut Tx, letter: i64) -> Result<Vec<RuleRow>> {
    rows!(
        tx,
        RuleRow,
        "select id, name, criteria, holds from rules where letter = $1 order by id",
        letter
    )
}

/// The rule `id` of a letter.
pub async fn get(tx: &mut Tx, letter: i64, id: i64) -> Result<Option<RuleRow>> {
    row!(
        tx,
        RuleRow,
        "select id, name, criteria, holds from rules where letter = $1 and id = $2",
        letter,
        id
    )
}

/// Has a rule hold what comes, or no more. False where there is none, or it does so already.
pub async fn set_holds(tx: &mut Tx, letter: i64, id: i64, holds: bool) -> Result<bool> {
    let changed = execute!(
        tx,
        "update rules set holds = $1 where letter = $2 and id = $3 and holds <> $1",
        holds,
        letter,
        id,
    )?;
    Ok(changed == 1)
}

/// Deletes a rule. False where there is none.
pub async fn delete(tx: &mut Tx, letter: i64, id: i64) -> Result<bool> {
    let deleted = execute!(
        tx,
        "delete from rules where letter = $1 and id = $2",
        letter,
        id
    )?;
    Ok(deleted == 1)
}

/// A number that changes with the set of rules that hold what comes.
pub async fn mark(tx: &mut Tx, letter: i64) -> Result<i64> {
    let found = row!(
        tx,
        (i64,),
        "select cast(coalesce(sum(id % 1000000007), 0) as bigint) from rules
         where letter = $1 and holds",
        letter
    )?;
    Ok(found.map_or(0, |(mark,)| mark))
}

/// What a rule can look at without reading names: bounds of ids, country and level (empty for any).
pub struct Looked<'a> {
    /// The least id.
    pub from: i64,
    /// The id before which to end.
    pub until: i64,
    /// ISO 3166-1 alpha-2, or `ZZ`.
    pub country: &'a str,
    /// Word of `model::Proof`.
    pub level: &'a str,
}

/// Signatures that stand and were not made by invitation, with their ids, indices and openings, in the order of their ids: at most
/// `limit`.
pub async fn standing(
    tx: &mut Tx,
    letter: i64,
    of: &Looked<'_>,
    limit: i64,
) -> Result<Vec<(i64, i64, Vec<u8>)>> {
    rows!(
        tx,
        (i64, i64, Vec<u8>),
        "select s.id, s.idx, o.opening from signatures s
         join openings o on o.signature = s.id and o.idx = s.opened_by
         where s.letter = $1 and s.id >= $2 and s.id < $3 and s.state = 'live' and not s.founding
         and ($4 = '' or s.country = $4) and ($5 = '' or s.level = $5)
         order by s.id limit $6",
        letter,
        of.from,
        of.until,
        of.country,
        of.level,
        limit
    )
}

/// How many came, at most `limit`: signatures, whatever became of them, by country and level, and
/// all that is held.
pub async fn came(tx: &mut Tx, letter: i64, of: &Looked<'_>, limit: i64) -> Result<i64> {
    let found = row!(
        tx,
        (i64,),
        "select count(*) from
         (select id from signatures
          where letter = $1 and id >= $2 and id < $3 and not founding
          and ($4 = '' or country = $4) and ($5 = '' or level = $5)
          union all
          select id from submissions
          where letter = $1 and state = 'held' and id >= $2 and id < $3 limit $6) as came",
        letter,
        of.from,
        of.until,
        of.country,
        of.level,
        limit
    )?;
    Ok(found.map_or(0, |(count,)| count))
}

/// The ids of all signatures that came, whatever became of them, in their order; those made by invitation left out.
pub async fn arrivals(tx: &mut Tx, letter: i64, of: &Looked<'_>) -> Result<Vec<i64>> {
    let found = rows!(
        tx,
        (i64,),
        "select id from signatures
         where letter = $1 and id >= $2 and id < $3 and not founding
         and ($4 = '' or country = $4) and ($5 = '' or level = $5) order by id",
        letter,
        of.from,
        of.until,
        of.country,
        of.level
    )?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}
