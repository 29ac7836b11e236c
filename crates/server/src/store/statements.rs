//! Statements: held until a person approved them, then public.

use super::sql::{execute, row, rows};
use super::{Result, Tx};

/// A statement.
#[derive(Clone, sqlx::FromRow)]
pub struct StatementRow {
    /// Grows with time.
    pub id: i64,
    /// Whose.
    pub signature: i64,
    /// `held`, `approved` (its entry waits) or `live`.
    pub state: String,
    /// Shown on the letter's page.
    pub featured: bool,
    /// Name of the key that held words are under.
    pub key_name: String,
    /// Held: encrypted. Else the exact bytes (JSON).
    pub words: Vec<u8>,
    /// 32 random bytes.
    pub salt: Vec<u8>,
    /// Index of the `statement` entry; -1 while it has none.
    pub idx: i64,
}

/// A live statement with what to attribute it to.
#[derive(sqlx::FromRow)]
pub struct AttributedRow {
    /// The exact bytes (JSON).
    pub words: Vec<u8>,
    /// The opening of its signature.
    pub opening: Vec<u8>,
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
}

/// Whether a signature has a statement, be it held, approved or live.
pub async fn is_any(tx: &mut Tx, signature: i64) -> Result<bool> {
    let found = row!(
        tx,
        (i64,),
        "select id from statements where signature = $1 limit 1",
        signature
    )?;
    Ok(found.is_some())
}

/// Adds a statement that waits for approval.
pub async fn insert_held(
    tx: &mut Tx,
    letter: i64,
    new: &StatementRow,
    expires_at: i64,
) -> Result<()> {
    execute!(
        tx,
        "insert into statements
         (id, letter, signature, state, featured, key_name, words, salt, expires_at)
         values ($1, $2, $3, 'held', false, $4, $5, $6, $7)",
        new.id,
        letter,
        new.signature,
        &new.key_name,
        &new.words,
        &new.salt,
        expires_at,
    )?;
    Ok(())
}

/// Statements of a letter that wait for approval and whose signature is live, oldest first: at most
/// `limit` after the row `after`.
pub async fn held(
    tx: &mut Tx,
    letter: i64,
    (after, limit): (i64, i64),
) -> Result<Vec<StatementRow>> {
    rows!(
        tx,
        StatementRow,
        "select t.id, t.signature, t.state, t.featured, t.key_name, t.words, t.salt,
                coalesce(t.idx, -1) as idx
         from statements t join signatures s on s.id = t.signature
         where t.letter = $1 and t.state = 'held' and s.state in ('queued', 'live') and t.id > $2
         order by t.id limit $3",
        letter,
        after,
        limit
    )
}

/// How many of them there are.
pub async fn count_held(tx: &mut Tx, letter: i64) -> Result<i64> {
    let found = row!(
        tx,
        (i64,),
        "select count(*) from statements t join signatures s on s.id = t.signature
         where t.letter = $1 and t.state = 'held' and s.state in ('queued', 'live')",
        letter
    )?;
    Ok(found.map_or(0, |(count,)| count))
}

/// Live statements of a letter that are not featured, newest first: at most `limit` before the row
/// `before`.
pub async fn live(
    tx: &mut Tx,
    letter: i64,
    (before, limit): (i64, i64),
) -> Result<Vec<StatementRow>> {
    rows!(
        tx,
        StatementRow,
        "select t.id, t.signature, t.state, t.featured, t.key_name, t.words, t.salt,
                coalesce(t.idx, -1) as idx
         from statements t join signatures s on s.id = t.signature
         where t.letter = $1 and t.state = 'live' and s.state = 'live' and t.id < $2
         and not t.featured
         order by t.id desc limit $3",
        letter,
        before,
        limit
    )
}

/// Live featured statements of a letter, in their order.
pub async fn live_featured(tx: &mut Tx, letter: i64) -> Result<Vec<StatementRow>> {
    rows!(
        tx,
        StatementRow,
        "select t.id, t.signature, t.state, t.featured, t.key_name, t.words, t.salt,
                coalesce(t.idx, -1) as idx
         from statements t join signatures s on s.id = t.signature
         where t.letter = $1 and t.state = 'live' and s.state = 'live' and t.featured
         order by t.place, t.id desc",
        letter
    )
}

/// Gives a featured statement its place.
pub async fn set_place(tx: &mut Tx, id: i64, place: i64) -> Result<()> {
    execute!(
        tx,
        "update statements set place = $1 where id = $2",
        place,
        id
    )?;
    Ok(())
}

/// Puts a live statement on the letter's page, or takes it off. False where it is there, or off it,
/// already. It comes before all others.
pub async fn feature(tx: &mut Tx, letter: i64, id: i64, featured: bool) -> Result<bool> {
    let changed = execute!(
        tx,
        "update statements set featured = $1, place = 0
         where id = $2 and letter = $3 and state = 'live' and featured <> $1",
        featured,
        id,
        letter,
    )?;
    Ok(changed == 1)
}

/// A number that changes with the featured statements and their order: pages that show them are made
/// anew.
pub async fn featured_mark(tx: &mut Tx, letter: i64) -> Result<i64> {
    let found = row!(
        tx,
        (i64,),
        "select cast(coalesce(sum((id % 1000000007) * (place + 1)), 0) as bigint) from statements
         where letter = $1 and state = 'live' and featured",
        letter
    )?;
    Ok(found.map_or(0, |(mark,)| mark))
}

/// The statement `id`.
pub async fn get(tx: &mut Tx, id: i64) -> Result<Option<StatementRow>> {
    row!(
        tx,
        StatementRow,
        "select id, signature, state, featured, key_name, words, salt, coalesce(idx, -1) as idx
         from statements where id = $1",
        id
    )
}

/// The held statement of a signature with this salt, which no other statement has.
pub async fn held_with(tx: &mut Tx, signature: i64, salt: &[u8]) -> Result<Option<i64>> {
    let found = row!(
        tx,
        (i64,),
        "select id from statements where signature = $1 and state = 'held' and salt = $2",
        signature,
        salt
    )?;
    Ok(found.map(|(id,)| id))
}

/// Makes a held statement's words readable: its entry is queued. False where it is not held.
pub async fn approve(tx: &mut Tx, id: i64, words: &[u8], featured: bool) -> Result<bool> {
    let approved = execute!(
        tx,
        "update statements set state = 'approved', words = $1, key_name = '', featured = $2,
                expires_at = null
         where id = $3 and state = 'held'",
        words,
        featured,
        id,
    )?;
    Ok(approved == 1)
}

/// Deletes a held statement. False where it is not held.
pub async fn reject(tx: &mut Tx, id: i64) -> Result<bool> {
    Ok(execute!(
        tx,
        "delete from statements where id = $1 and state = 'held'",
        id
    )? == 1)
}

/// Gives a statement its place in the record; one that came before it is deleted.
pub async fn place(tx: &mut Tx, id: i64, signature: i64, idx: i64) -> Result<()> {
    execute!(
        tx,
        "delete from statements where signature = $1 and state = 'live' and id <> $2",
        signature,
        id
    )?;
    execute!(
        tx,
        "update statements set state = 'live', idx = $1 where id = $2",
        idx,
        id
    )?;
    Ok(())
}

/// Deletes all statements of a signature. True where a live one was among them.
pub async fn drop_all(tx: &mut Tx, signature: i64) -> Result<bool> {
    let live = execute!(
        tx,
        "delete from statements where signature = $1 and state = 'live'",
        signature
    )?;
    execute!(tx, "delete from statements where signature = $1", signature)?;
    Ok(live > 0)
}

/// Live featured statements with whose they are, in their order.
pub async fn featured(tx: &mut Tx, letter: i64, limit: i64) -> Result<Vec<AttributedRow>> {
    rows!(
        tx,
        AttributedRow,
        "select t.words, o.opening, s.idx, s.kind, s.country, s.level, s.founding, s.signed_at
         from statements t
         join signatures s on s.id = t.signature
         join openings o on o.signature = s.id and o.idx = s.opened_by
         where t.letter = $1 and t.state = 'live' and t.featured and s.state = 'live'
         order by t.place, t.id desc limit $2",
        letter,
        limit
    )
}

/// The live statement of a signature.
pub async fn of(tx: &mut Tx, signature: i64) -> Result<Option<StatementRow>> {
    row!(
        tx,
        StatementRow,
        "select id, signature, state, featured, key_name, words, salt, coalesce(idx, -1) as idx
         from statements where signature = $1 and state = 'live'",
        signature
    )
}

/// Live statements whose entries are `from..until`, by index.
pub async fn range(tx: &mut Tx, letter: i64, from: i64, until: i64) -> Result<Vec<StatementRow>> {
    rows!(
        tx,
        StatementRow,
        "select id, signature, state, featured, key_name, words, salt, idx from statements
         where letter = $1 and state = 'live' and idx >= $2 and idx < $3 order by idx",
        letter,
        from,
        until
    )
}

/// Deletes held statements past their time.
pub async fn purge(tx: &mut Tx, now: i64) -> Result<u64> {
    execute!(
        tx,
        "delete from statements where state = 'held' and expires_at <= $1",
        now
    )
}
