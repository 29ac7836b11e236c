//! The record's rows: queue, entries, tiles and heads.

use super::sql::{execute, execute_values, row, rows, values};
use super::{Result, StoreError, Tx};
use undersigned_record::Hash;
use undersigned_record::figures::Figures;
use undersigned_record::tile::Tile;

/// Something that is to become an entry.
#[derive(sqlx::FromRow)]
pub struct QueueRow {
    /// Grows with time; the order of the entries.
    pub id: i64,
    /// The signature that it is about.
    pub signature: Option<i64>,
    /// `recorder::Act` as JSON.
    pub act: String,
}

/// The newest state of a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// Entries.
    pub size: u64,
    /// Root of the tree over them.
    pub root: Hash,
    /// Hour of the newest entry, unix seconds.
    pub hour: u64,
    /// When it was committed, unix seconds.
    pub moved_at: i64,
    /// The public figures.
    pub figures: Figures,
}

/// Adds an act to the queue.
pub async fn enqueue(
    tx: &mut Tx,
    id: i64,
    letter: i64,
    signature: Option<i64>,
    act: &str,
) -> Result<()> {
    let new = QueueRow {
        id,
        signature,
        act: act.to_owned(),
    };
    enqueue_all(tx, &[(letter, &new)]).await
}

/// Adds acts to the queues of their letters.
pub async fn enqueue_all(tx: &mut Tx, acts: &[(i64, &QueueRow)]) -> Result<()> {
    execute_values!(
        tx,
        "insert into queue (id, letter, signature, act) ",
        acts,
        |(letter, new)| (new.id, *letter, new.signature, &new.act),
        ""
    )?;
    Ok(())
}

/// The letters with something in the queue, and the id of the oldest of each.
pub async fn waiting(tx: &mut Tx) -> Result<Vec<(i64, i64)>> {
    rows!(
        tx,
        (i64, i64),
        "select letter, min(id) from queue group by letter order by letter"
    )
}

/// Whether just this act waits for a letter.
pub async fn has_queued(tx: &mut Tx, letter: i64, act: &str) -> Result<bool> {
    let found = row!(
        tx,
        (i64,),
        "select id from queue where letter = $1 and act = $2 limit 1",
        letter,
        act
    )?;
    Ok(found.is_some())
}

/// The oldest of a letter's queue. On PostgreSQL they are locked, and those that another
/// sequencer holds are passed over.
pub async fn take_queue(tx: &mut Tx, letter: i64, limit: i64) -> Result<Vec<QueueRow>> {
    const TAKE: &str =
        "select id, signature, act from queue where letter = $1 order by id limit $2";
    const TAKE_SHARED: &str = "select id, signature, act from queue where letter = $1
         order by id limit $2 for update skip locked";
    let sql = if tx.is_shared() { TAKE_SHARED } else { TAKE };
    rows!(tx, QueueRow, sql, letter, limit)
}

/// Takes acts out of the queue.
pub async fn dequeue(tx: &mut Tx, ids: &[i64]) -> Result<()> {
    execute_values!(
        tx,
        "delete from queue where id in (select column1 from (",
        ids,
        |id| (*id),
        ") as done)"
    )?;
    Ok(())
}

/// Takes everything about a signature out of the queue.
pub async fn dequeue_about(tx: &mut Tx, signature: i64) -> Result<()> {
    execute!(tx, "delete from queue where signature = $1", signature)?;
    Ok(())
}

/// The head of a letter's record, once it has one.
pub async fn head(tx: &mut Tx, letter: i64) -> Result<Option<Head>> {
    let found = row!(
        tx,
        (i64, Vec<u8>, i64, i64, String),
        "select size, root, hour, moved_at, figures from heads where letter = $1",
        letter
    )?;
    found
        .map(|(size, root, hour, moved_at, figures)| {
            Ok(Head {
                size: size.unsigned_abs(),
                root: Hash::from_slice(&root).ok_or(StoreError::Corrupt("root"))?,
                hour: hour.unsigned_abs(),
                moved_at,
                figures: serde_json::from_str(&figures)
                    .map_err(|_| StoreError::Corrupt("figures"))?,
            })
        })
        .transpose()
}

/// The first head of a record. Fails where it has one.
pub async fn begin_head(tx: &mut Tx, letter: i64, head: &Head) -> Result<()> {
    let added = execute!(
        tx,
        "insert into heads (letter, size, root, hour, moved_at, figures)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
        letter,
        head.size.cast_signed(),
        &head.root.as_bytes()[..],
        head.hour.cast_signed(),
        head.moved_at,
        figures(head)?,
    )?;
    if added == 1 {
        Ok(())
    } else {
        Err(StoreError::HeadMoved)
    }
}

/// Moves the head on from `old`. Fails, and so undoes the whole transaction, where the head is not
/// `old` any more: whoever was overtaken writes nothing.
pub async fn move_head(tx: &mut Tx, letter: i64, old: &Head, new: &Head) -> Result<()> {
    let moved = execute!(
        tx,
        "update heads set size = $1, root = $2, hour = $3, moved_at = $4, figures = $5
         where letter = $6 and size = $7 and root = $8",
        new.size.cast_signed(),
        &new.root.as_bytes()[..],
        new.hour.cast_signed(),
        new.moved_at,
        figures(new)?,
        letter,
        old.size.cast_signed(),
        &old.root.as_bytes()[..],
    )?;
    if moved == 1 {
        Ok(())
    } else {
        Err(StoreError::HeadMoved)
    }
}

fn figures(head: &Head) -> Result<String> {
    serde_json::to_string(&head.figures).map_err(|_| StoreError::Corrupt("figures"))
}

/// Adds the entries from `first` on. Fails where one of them is there: another sequencer came first.
pub async fn insert_entries(
    tx: &mut Tx,
    letter: i64,
    first: u64,
    entries: &[Vec<u8>],
) -> Result<()> {
    let numbered: Vec<_> = (first.cast_signed()..).zip(entries).collect();
    let added = execute_values!(
        tx,
        "insert into entries (letter, idx, entry) ",
        numbered,
        |(idx, entry)| (letter, *idx, entry.as_slice()),
        " on conflict do nothing"
    )?;
    if added == entries.len() as u64 {
        Ok(())
    } else {
        Err(StoreError::HeadMoved)
    }
}

/// The entries `from..until`, in order.
pub async fn entries(tx: &mut Tx, letter: i64, from: u64, until: u64) -> Result<Vec<Vec<u8>>> {
    let found = rows!(
        tx,
        (Vec<u8>,),
        "select entry from entries where letter = $1 and idx >= $2 and idx < $3 order by idx",
        letter,
        from.cast_signed(),
        until.cast_signed()
    )?;
    Ok(found.into_iter().map(|(entry,)| entry).collect())
}

/// Writes a hash tile, whole or grown.
pub async fn put_tile(
    tx: &mut Tx,
    letter: i64,
    level: u8,
    index: u64,
    hashes: &[u8],
) -> Result<()> {
    execute!(
        tx,
        "insert into tiles (letter, level, idx, hashes) values ($1, $2, $3, $4)
         on conflict (letter, level, idx) do update set hashes = $4",
        letter,
        i64::from(level),
        index.cast_signed(),
        hashes
    )?;
    Ok(())
}

/// A hash tile at the width asked for, if the record is that large: hashes never change, so that
/// a narrower tile is the beginning of a wider one.
pub async fn tile(tx: &mut Tx, letter: i64, tile: &Tile) -> Result<Option<Vec<u8>>> {
    let found = row!(
        tx,
        (Vec<u8>,),
        "select hashes from tiles where letter = $1 and level = $2 and idx = $3",
        letter,
        i64::from(tile.level),
        tile.index.cast_signed()
    )?;
    let width = usize::from(tile.width) * 32;
    Ok(found.and_then(|(mut hashes,)| {
        (hashes.len() >= width).then(|| {
            hashes.truncate(width);
            hashes
        })
    }))
}
