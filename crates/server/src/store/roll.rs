//! The roll: lists of live signatures, paged by key, never by offset.

#[cfg(test)]
mod tests;

use super::signatures::SignatureRow;
use super::sql::{execute, execute_values, rows, values};
use super::{Result, Tx};

/// One line of the roll.
#[derive(Clone, sqlx::FromRow)]
pub struct RollRow {
    /// Index of the `sign` entry.
    pub idx: i64,
    /// Word of `model::Kind`.
    pub kind: String,
    /// ISO 3166-1 alpha-2, or `ZZ`.
    pub country: String,
    /// Word of `model::Proof`.
    pub level: String,
    /// Made before launch.
    pub founding: bool,
    /// Hour of the `sign` entry.
    pub signed_at: i64,
    /// The opening's bytes.
    pub opening: Vec<u8>,
    /// Sort key in the reader's language; empty where the list goes by index.
    pub key: Vec<u8>,
}

/// A line of the listing: where a name stands in the order of one language.
pub struct Listed {
    /// BCP 47 tag.
    pub lang: String,
    /// Sort key.
    pub key: Vec<u8>,
}

/// Which signatures a page of the roll shows. Empty words mean "any".
pub struct Filter<'a> {
    /// Word of `model::Kind`.
    pub kind: &'a str,
    /// ISO 3166-1 alpha-2, or `ZZ`.
    pub country: &'a str,
}

/// Puts signatures into the listings of their languages.
pub async fn list(tx: &mut Tx, listed: &[(&SignatureRow, &Listed)]) -> Result<()> {
    execute_values!(
        tx,
        "insert into listing (letter, lang, kind, country, founding, key, signature) ",
        listed,
        |(of, Listed { lang, key })| (
            of.letter,
            lang,
            &of.kind,
            &of.country,
            of.founding,
            key,
            of.id,
        ),
        " on conflict do nothing"
    )?;
    Ok(())
}

/// Makes signatures findable by folded words of their names.
pub async fn index(tx: &mut Tx, terms: &[(&SignatureRow, &str)]) -> Result<()> {
    execute_values!(
        tx,
        "insert into terms (letter, term, signature) ",
        terms,
        |(of, term)| (of.letter, *term, of.id),
        " on conflict do nothing"
    )?;
    Ok(())
}

/// Takes a signature out of listing and search.
pub async fn unlist(tx: &mut Tx, signature: i64) -> Result<()> {
    execute!(tx, "delete from listing where signature = $1", signature)?;
    execute!(tx, "delete from terms where signature = $1", signature)?;
    Ok(())
}

/// Signatures by record index, newest first, before the index `before`.
pub async fn by_index(
    tx: &mut Tx,
    letter: i64,
    filter: &Filter<'_>,
    before: i64,
    limit: i64,
) -> Result<Vec<RollRow>> {
    // One text per shape of the filter, so that each runs along an index of its own.
    let sql = match (filter.kind, filter.country) {
        ("", "") => BY_INDEX,
        (_, "") => BY_INDEX_OF_KIND,
        ("", _) => BY_INDEX_OF_COUNTRY,
        _ => BY_INDEX_OF_BOTH,
    };
    rows!(
        tx,
        RollRow,
        sql,
        letter,
        before,
        limit,
        filter.kind,
        filter.country
    )
}

// Lines are counted before their openings are joined: PostgreSQL would expect next to no pair of a
// join by two columns, and sort a whole letter instead of reading the end of an index.
macro_rules! by_index {
    ($lines:expr) => {
        concat!(
            "select s.idx, s.kind, s.country, s.level, s.founding, s.signed_at, o.opening,
                    o.salt as key
             from (",
            $lines,
            ") as s join openings o on o.signature = s.id and o.idx = s.opened_by
             order by s.idx desc"
        )
    };
}
macro_rules! newest {
    ($condition:literal) => {
        concat!(
            "select id, idx, kind, country, level, founding, signed_at, opened_by from signatures
             where letter = $1 and state = 'live' and idx < $2 and ",
            $condition,
            " order by idx desc limit $3"
        )
    };
}
const BY_INDEX: &str = by_index!(newest!("$4 = '' and $5 = ''"));
const BY_INDEX_OF_KIND: &str = by_index!(newest!("kind = $4 and $5 = ''"));
const BY_INDEX_OF_BOTH: &str = by_index!(newest!("country = $5 and kind = $4"));
// In the index of countries the kind comes before the record's index: of each kind its newest.
const BY_INDEX_OF_COUNTRY: &str = by_index!(concat!(
    "select * from (",
    newest!("country = $5 and kind = 'individual' and $4 = ''"),
    ") as individuals union all select * from (",
    newest!("country = $5 and kind = 'organization' and $4 = ''"),
    ") as organizations union all select * from (",
    newest!("country = $5 and kind = 'company' and $4 = ''"),
    ") as companies order by idx desc limit $3"
));

/// Signatures in the order of `lang`, after the key and signature index `after`.
pub async fn by_name(
    tx: &mut Tx,
    letter: i64,
    lang: &str,
    filter: &Filter<'_>,
    founding_only: bool,
    after: (&[u8], i64),
    limit: i64,
) -> Result<Vec<RollRow>> {
    let sql = match (founding_only, filter.country) {
        (true, _) => BY_NAME_FOUNDING,
        (false, "") => BY_NAME,
        (false, _) => BY_NAME_OF_COUNTRY,
    };
    rows!(
        tx,
        RollRow,
        sql,
        letter,
        lang,
        filter.kind,
        after.0,
        after.1,
        limit,
        filter.country
    )
}

macro_rules! by_name {
    ($condition:literal) => {
        concat!(
            "select s.idx, s.kind, s.country, s.level, s.founding, s.signed_at, o.opening, s.key
             from (select s.id, s.idx, s.kind, s.country, s.level, s.founding, s.signed_at,
                          s.opened_by, l.key
                   from listing l join signatures s on s.id = l.signature
                   where l.letter = $1 and l.lang = $2 and l.kind = $3
                     and l.key >= $4 and (l.key > $4 or s.idx > $5)
                     and s.state = 'live' and ",
            $condition,
            " order by l.key, s.idx limit $6) as s
             join openings o on o.signature = s.id and o.idx = s.opened_by
             order by s.key, s.idx"
        )
    };
}
const BY_NAME: &str = by_name!("$7 = ''");
const BY_NAME_OF_COUNTRY: &str = by_name!("l.country = $7");
const BY_NAME_FOUNDING: &str = by_name!("l.founding = true and $7 = $7");
