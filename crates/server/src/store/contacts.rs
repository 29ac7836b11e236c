//! Sealed contacts.

use super::sql::{execute, execute_values, row, rows, values};
use super::{Result, Tx};

/// A contact on its way to the desk.
#[derive(sqlx::FromRow)]
pub struct ContactRow {
    /// Id of the contact, for paging.
    pub id: i64,
    /// Index of the `sign` entry.
    pub idx: i64,
    /// Word of `model::Kind`.
    pub kind: String,
    /// Word of `model::Proof`.
    pub level: String,
    /// False where its mailbox unsubscribed.
    pub updates: bool,
    /// An age file.
    pub file: Vec<u8>,
}

/// A contact to be added.
pub struct NewContact<'a> {
    /// Grows with time.
    pub id: i64,
    /// Of which signature.
    pub signature: i64,
    /// An age file.
    pub file: &'a [u8],
}

/// Adds contacts to signatures.
pub async fn insert_all(tx: &mut Tx, new: &[NewContact<'_>]) -> Result<()> {
    execute_values!(
        tx,
        "insert into contacts (id, signature, file) ",
        new,
        |new| (new.id, new.signature, new.file),
        ""
    )?;
    Ok(())
}

/// The age files of a signature.
pub async fn files(tx: &mut Tx, signature: i64) -> Result<Vec<Vec<u8>>> {
    let files = rows!(
        tx,
        (Vec<u8>,),
        "select file from contacts where signature = $1 order by id",
        signature
    )?;
    Ok(files.into_iter().map(|(file,)| file).collect())
}

/// The file of a signature that `skipped` newer ones came after, if its id is at least `first`; one
/// came with each change. The one that it was enrolled with has its id, and doesn't count.
pub async fn newest_but(
    tx: &mut Tx,
    signature: i64,
    first: i64,
    skipped: i64,
) -> Result<Option<i64>> {
    let found = row!(
        tx,
        (i64,),
        "select id from contacts where signature = $1 and id >= $2 and id <> $1
         order by id desc limit 1 offset $3",
        signature,
        first,
        skipped
    )?;
    Ok(found.map(|(id,)| id))
}

/// How many contacts of live signatures there are.
pub async fn count(tx: &mut Tx, letter: i64) -> Result<i64> {
    let counted = rows!(
        tx,
        (i64,),
        "select count(*) from contacts c join signatures s on s.id = c.signature
         where s.letter = $1 and s.state = 'live'",
        letter
    )?;
    Ok(counted.first().map_or(0, |(n,)| *n))
}

/// How many contacts a letter has, those that wait for the record included.
pub async fn sealed(tx: &mut Tx, letter: i64) -> Result<i64> {
    let counted = row!(
        tx,
        (i64,),
        "select count(*) from contacts c join signatures s on s.id = c.signature
         where s.letter = $1",
        letter
    )?;
    Ok(counted.map_or(0, |(n,)| n))
}

/// Deletes contacts of a letter, at most `limit`. Gives how many were deleted.
pub async fn forget(tx: &mut Tx, letter: i64, limit: i64) -> Result<u64> {
    execute!(
        tx,
        "delete from contacts where id in
         (select c.id from contacts c join signatures s on s.id = c.signature
          where s.letter = $1 limit $2)",
        letter,
        limit
    )
}

/// Contacts of live signatures by index of the record, those after the index and id of `after`, at
/// most `limit`.
pub async fn page(
    tx: &mut Tx,
    letter: i64,
    after: (i64, i64),
    limit: i64,
) -> Result<Vec<ContactRow>> {
    rows!(
        tx,
        ContactRow,
        "select c.id, s.idx, s.kind, s.level, n.mailbox is null as updates, c.file
         from signatures s
         join contacts c on c.signature = s.id
         left join no_updates n on n.letter = s.letter and n.mailbox = s.mailbox
         where s.letter = $1 and s.state = 'live'
           and s.idx >= $2 and (s.idx > $2 or c.id > $3)
         order by s.idx, c.id limit $4",
        letter,
        after.0,
        after.1,
        limit
    )
}
