//! The sequencer: turns the queue into entries, tiles and a new head, in one transaction.
//!
//! What survives a crash at any point: the transaction or nothing. The head moves only from the
//! one that the entries were appended to, so that of two sequencers one writes nothing.

use undersigned_record::entry::{self, Correct, Country, Entry, Hour, Sign, State};
use undersigned_record::merkle;
use undersigned_record::tile::Edge;

use super::Act;
use crate::model::LetterState;
use crate::store::record::{self, Head, QueueRow};
use crate::store::signatures::{Placed, SignatureRow};
use crate::store::tallies::{Counted, Tally};
use crate::store::{Result, StoreError, Tx, letters, openings, signatures, statements};

/// The most entries that one transaction adds.
const BATCH: i64 = 1000;

/// Entries that are being appended to a letter's record.
pub struct Append {
    letter: i64,
    old: Option<Head>,
    edge: Edge,
    head: Head,
    /// Entries that are in the edge and not in the store yet.
    unwritten: Vec<Vec<u8>>,
    /// New signatures that are in the record and don't know their places yet.
    unplaced: Vec<Placed>,
    tally: Tally,
    now: i64,
}

impl Append {
    /// Begins a record that has no entry yet.
    #[must_use]
    pub fn genesis(letter: i64, now: i64) -> Self {
        let head = Head {
            size: 0,
            root: merkle::empty_root(),
            hour: hour(now, 0),
            moved_at: now,
            figures: Default::default(),
        };
        Self {
            letter,
            old: None,
            edge: Edge::empty(),
            head,
            unwritten: Vec::new(),
            unplaced: Vec::new(),
            tally: Tally::default(),
            now,
        }
    }

    /// Goes on from the record's head. Until the record says that the letter closed, no entry is
    /// dated after `last`, the end of its closing day: what was confirmed in time counts, however
    /// late it is recorded.
    pub async fn resume(tx: &mut Tx, letter: i64, now: i64, last: i64) -> Result<Self> {
        let old = record::head(tx, letter)
            .await?
            .ok_or(StoreError::Corrupt("no head"))?;
        let mut tiles = Vec::new();
        for tile in Edge::tiles(old.size) {
            let hashes = record::tile(tx, letter, &tile).await?;
            tiles.push(hashes.ok_or(StoreError::Corrupt("a tile is missing"))?);
        }
        let edge = Edge::load(old.size, &tiles).map_err(|_| StoreError::Corrupt("tiles"))?;
        if edge.root() != old.root {
            return Err(StoreError::Corrupt("tiles and head differ"));
        }
        let head = Head {
            hour: hour(now.min(last), old.hour),
            moved_at: now,
            ..old.clone()
        };
        Ok(Self {
            letter,
            old: Some(old),
            edge,
            head,
            unwritten: Vec::new(),
            unplaced: Vec::new(),
            tally: Tally::default(),
            now,
        })
    }

    /// The index of the next entry.
    #[must_use]
    pub fn next(&self) -> u64 {
        self.edge.size()
    }

    /// The hour that the next entry carries, unix seconds.
    #[must_use]
    pub fn hour(&self) -> u64 {
        self.head.hour
    }

    /// Appends an act.
    pub fn push(&mut self, act: entry::Act) {
        let entry = Entry {
            at: Hour::from_unix(self.head.hour),
            act,
        };
        self.push_bytes(entry.to_bytes());
    }

    /// Appends an entry as it is.
    pub fn push_bytes(&mut self, bytes: Vec<u8>) {
        self.edge.append(merkle::leaf_hash(&bytes));
        self.unwritten.push(bytes);
    }

    /// Writes what was appended, and tells new signatures their places.
    pub async fn flush(&mut self, tx: &mut Tx) -> Result<()> {
        let first = self.next() - self.unwritten.len() as u64;
        record::insert_entries(tx, self.letter, first, &self.unwritten).await?;
        self.unwritten.clear();
        signatures::place(tx, &self.unplaced).await?;
        openings::place_new(tx, &self.unplaced).await?;
        self.unplaced.clear();
        Ok(())
    }

    /// Sets the hour of what is appended from here on, unix seconds.
    pub fn set_hour(&mut self, hour: u64) {
        self.head.hour = hour;
    }

    /// Counts a signature that is appended.
    pub fn count(&mut self, sign: &Sign) {
        let figures = &mut self.head.figures;
        figures.add(sign.kind, sign.country, sign.founding);
        self.tally(Counted::Signed);
    }

    /// Takes one out of the figures that leaves.
    pub fn uncount(&mut self, of: &SignatureRow) -> Result<()> {
        let kind = of.kind.parse().map_err(|_| StoreError::Corrupt("kind"))?;
        let figures = &mut self.head.figures;
        figures.remove(kind, country(of)?, of.founding);
        self.tally(Counted::Left);
        Ok(())
    }

    /// Moves one to another country.
    pub fn move_country(&mut self, of: &SignatureRow, to: Country) -> Result<()> {
        self.head.figures.move_country(country(of)?, to);
        Ok(())
    }

    fn tally(&mut self, what: Counted) {
        let hour = self.head.hour.cast_signed();
        self.tally.count(self.letter, hour, what);
    }

    /// Writes tiles and head. Gives the new head, which is nothing until the commit.
    pub async fn finish(mut self, tx: &mut Tx) -> Result<Head> {
        self.flush(tx).await?;
        for (level, index, hashes) in self.edge.take_changed() {
            record::put_tile(tx, self.letter, level, index, &hashes).await?;
        }
        self.tally.add(tx, 0).await?;
        self.head.size = self.edge.size();
        self.head.root = self.edge.root();
        match &self.old {
            Some(old) => record::move_head(tx, self.letter, old, &self.head).await?,
            None => record::begin_head(tx, self.letter, &self.head).await?,
        }
        Ok(self.head)
    }
}

fn country(of: &SignatureRow) -> Result<Country> {
    of.country
        .parse()
        .map_err(|_| StoreError::Corrupt("country"))
}

/// The hour of `now`, or `newest` where the clock went back.
fn hour(now: i64, newest: u64) -> u64 {
    Hour::from_unix(now.max(0).unsigned_abs())
        .unix()
        .max(newest)
}

/// Makes entries of a letter's queue. Gives how many.
pub async fn sequence(tx: &mut Tx, letter: i64, now: i64) -> Result<u64> {
    let last = last_moment(tx, letter).await?;
    let mut append = Append::resume(tx, letter, now, last).await?;
    let added = drain(tx, &mut append, letter).await?;
    if added > 0 {
        append.finish(tx).await?;
    }
    Ok(added)
}

/// The last second that an entry may be dated at: of the closing day while the record is open.
async fn last_moment(tx: &mut Tx, letter: i64) -> Result<i64> {
    let open = match letters::by_id(tx, letter).await? {
        Some(letter) if letter.state == LetterState::Open => Some(letter),
        Some(letter) if record::has_queued(tx, letter.id, &Act::Close.to_json()).await? => {
            Some(letter)
        }
        _ => None,
    };
    Ok(open.map_or(i64::MAX, |letter| letter.closes_at() - 1))
}

/// Appends a batch of a letter's queue. Gives how many entries that made.
pub async fn drain(tx: &mut Tx, append: &mut Append, letter: i64) -> Result<u64> {
    let before = append.next();
    let mut done = Vec::new();
    for row in record::take_queue(tx, letter, BATCH).await? {
        if record_act(tx, append, &row).await? {
            done.push(row.id);
        }
    }
    append.flush(tx).await?;
    record::dequeue(tx, &done).await?;
    Ok(append.next() - before)
}

/// Makes an entry of one act. False where it has to wait: what it is about has no index yet.
async fn record_act(tx: &mut Tx, append: &mut Append, row: &QueueRow) -> Result<bool> {
    let act: Act =
        serde_json::from_str(&row.act).map_err(|_| StoreError::Corrupt("an act of the queue"))?;
    let Some(id) = row.signature else {
        if matches!(act, Act::Close) {
            append.push(entry::Act::State(State::Closed));
            append.head.hour = hour(append.now, append.head.hour);
        }
        return Ok(true);
    };
    if let Act::Sign(sign) = act {
        record_sign(append, id, sign);
        return Ok(true);
    }
    // It may be about a signature of this very batch.
    append.flush(tx).await?;
    let signature = signatures::get(tx, id)
        .await?
        .ok_or(StoreError::Corrupt("a signature is missing"))?;
    let Some(sign) = signature.idx else {
        return Ok(false);
    };
    if signature.state == "gone" {
        return Ok(true);
    }
    record_change(tx, append, &signature, sign.unsigned_abs(), act).await?;
    Ok(true)
}

fn record_sign(append: &mut Append, id: i64, sign: Sign) {
    append.unplaced.push(Placed {
        id,
        idx: append.next().cast_signed(),
        hour: append.hour().cast_signed(),
    });
    append.count(&sign);
    append.push(entry::Act::Sign(sign));
}

async fn record_change(
    tx: &mut Tx,
    append: &mut Append,
    signature: &SignatureRow,
    sign: u64,
    act: Act,
) -> Result<()> {
    let idx = append.next().cast_signed();
    match act {
        Act::Sign(_) | Act::Close => {}
        Act::Correct {
            country: to,
            opening,
            salt,
            contact,
        } => {
            let country = match to {
                Some(to) => to,
                None => country(signature)?,
            };
            append.move_country(signature, country)?;
            let correct = Correct {
                sign,
                country,
                opening,
                contact,
            };
            append.push(entry::Act::Correct(correct));
            signatures::correct(tx, signature.id, country.as_str(), idx).await?;
            openings::place(tx, signature.id, &salt.0, idx).await?;
        }
        Act::Level { level } => {
            // It may have been queued twice before it was recorded once.
            if signature.level != level.as_str() {
                append.push(entry::Act::Level { sign, level });
                signatures::set_level(tx, signature.id, level.as_str()).await?;
            }
        }
        Act::Statement { id, statement } => {
            // Taken back before it was recorded: there is nothing left to commit to.
            if statements::get(tx, id).await?.is_none() {
                return Ok(());
            }
            let statement = Some(statement);
            append.push(entry::Act::Statement { sign, statement });
            statements::place(tx, id, signature.id, idx).await?;
        }
        Act::Unsay => {
            if statements::drop_all(tx, signature.id).await? {
                append.push(entry::Act::Statement {
                    sign,
                    statement: None,
                });
            }
        }
        Act::Withdraw => {
            append.uncount(signature)?;
            append.push(entry::Act::Withdraw { sign });
            signatures::forget(tx, signature.id, false).await?;
        }
        Act::Remove { reason } => {
            append.uncount(signature)?;
            append.push(entry::Act::Remove { sign, reason });
            signatures::forget(tx, signature.id, true).await?;
        }
    }
    Ok(())
}
