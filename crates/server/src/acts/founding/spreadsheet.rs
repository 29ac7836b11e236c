//! Spreadsheets of founders: brought in, understood, checked, and then imported.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::list::line;
use super::{by_editor, key};
use crate::acts::access::{Act, Session};
use crate::acts::{ActError, Result};
use crate::app::App;
use crate::l10n::{Lang, countries};
use crate::model::spreadsheet::{self, Beginning, Columns, Shape, Unfit};
use crate::model::{Letter, fold};
use crate::seal::{RowKey, row_id};
use crate::store::founder_tables::{self, FaultRow, TableRow};
use crate::store::{self, Tx};

/// Bytes of one part.
const PART: usize = 1 << 20;
/// Faults that one page shows.
pub const FAULTS: i64 = 100;

/// A spreadsheet, as organizers see it.
pub struct Brought {
    /// How far it is.
    pub row: TableRow,
    /// What it turned out to be.
    pub shape: Shape,
    /// What its columns mean.
    pub columns: Columns,
}

impl Brought {
    pub(super) fn of(row: TableRow) -> Result<Self> {
        let shape = serde_json::from_str(&row.shape).map_err(|_| ActError::Unreadable)?;
        let columns = serde_json::from_str(&row.columns).map_err(|_| ActError::Unreadable)?;
        Ok(Self {
            row,
            shape,
            columns,
        })
    }
}

/// The countries' names in every language of the interface, folded, and their codes.
pub(super) static COUNTRIES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let of = |lang| countries(lang).iter();
    let all = Lang::ALL.into_iter().flat_map(of);
    all.map(|country| (fold::name(&country.name), country.code))
        .collect()
});

/// Takes a spreadsheet in, in the place of any that the same organizer left unfinished. Gives what to
/// name it by, or why it is none.
pub async fn bring(
    app: &App,
    session: &Session,
    letter: &Letter,
    bytes: &[u8],
) -> Result<std::result::Result<i64, Unfit>> {
    let shape = match spreadsheet::look(bytes) {
        Ok(shape) => shape,
        Err(unfit) => return Ok(Err(unfit)),
    };
    let beginning = spreadsheet::beginning(bytes, &shape).map_err(|_| ActError::Unreadable)?;
    let columns = Columns::guess(&beginning.header);
    let json = |value| serde_json::to_string(&value).map_err(|_| ActError::Unreadable);
    let row = TableRow {
        id: row_id(app.clock.now_ms()),
        letter: letter.id,
        organizer: session.organizer,
        state: "arriving".to_owned(),
        shape: serde_json::to_string(&shape).map_err(|_| ActError::Unreadable)?,
        columns: json(columns)?,
        done: 0,
        good: 0,
        known: 0,
        bad: 0,
        unaddressed: 0,
        added: 0,
        made_at: app.clock.now(),
        revision: 0,
        namesakes: 0,
    };
    let (id, key) = (row.id, key::make(app, letter).await?);
    let line = line(app, session, letter, Act::SpreadsheetBrought, id);
    by_editor(app, session, letter, line, move |tx| {
        Box::pin(async move {
            for old in founder_tables::of_letter(tx, row.letter).await? {
                let unfinished = !matches!(&*old.state, "importing" | "done");
                if unfinished && old.organizer == row.organizer {
                    founder_tables::remove(tx, old.id).await?;
                }
            }
            founder_tables::insert(tx, &row).await
        })
    })
    .await?;
    put_parts(app, id, &key, bytes).await?;
    app.committer
        .write(move |tx| {
            Box::pin(founder_tables::advance(
                tx,
                id,
                ["arriving", "arriving"],
                "mapping",
            ))
        })
        .await?;
    Ok(Ok(id))
}

async fn put_parts(app: &App, table: i64, key: &RowKey, bytes: &[u8]) -> Result<()> {
    for (number, part) in (0_i64..).zip(bytes.chunks(PART)) {
        let sealed = key.encrypt(table ^ number, part);
        let sealed = sealed.ok_or(ActError::Unreadable)?;
        app.committer
            .write(move |tx| {
                Box::pin(
                    async move { founder_tables::insert_part(tx, table, number, &sealed).await },
                )
            })
            .await?;
    }
    Ok(())
}

/// The bytes of a spreadsheet; its beginning where `first` alone is wanted.
pub(super) async fn bytes(
    app: &App,
    letter: &Letter,
    of: &Brought,
    first: bool,
) -> Result<Vec<u8>> {
    let key = key::read(app, letter).await?.ok_or(ActError::Unreadable)?;
    let size = usize::try_from(of.shape.bytes).unwrap_or_default();
    let mut all = Vec::with_capacity(if first { PART } else { size });
    for number in 0_i64.. {
        let mut tx = app.store.read().await?;
        let Some(part) = founder_tables::part(&mut tx, of.row.id, number).await? else {
            break;
        };
        let plain = key.decrypt(of.row.id ^ number, &part);
        all.extend(plain.ok_or(ActError::Unreadable)?);
        if first {
            break;
        }
    }
    Ok(all)
}

/// A letter's spreadsheet.
pub async fn find(app: &App, letter: &Letter, id: i64) -> Result<Brought> {
    let row = founder_tables::get(&mut app.store.read().await?, letter.id, id).await?;
    Brought::of(row.ok_or(ActError::NoLink)?)
}

/// A letter's spreadsheets, newest first.
pub async fn all(app: &App, letter: i64) -> Result<Vec<TableRow>> {
    Ok(founder_tables::of_letter(&mut app.store.read().await?, letter).await?)
}

/// The first lines of a spreadsheet.
pub async fn beginning(app: &App, letter: &Letter, of: &Brought) -> Result<Beginning> {
    let bytes = bytes(app, letter, of, true).await?;
    spreadsheet::beginning(&bytes, &of.shape).map_err(|_| ActError::Unreadable)
}

/// What is wrong with its lines, behind the line `after`.
pub async fn faults(app: &App, id: i64, after: i64) -> Result<Vec<FaultRow>> {
    let mut tx = app.store.read().await?;
    Ok(founder_tables::faults(&mut tx, id, after, FAULTS).await?)
}

/// How many of its lines were said to name another person than the one of that name.
pub async fn others(app: &App, id: i64) -> Result<usize> {
    let mut tx = app.store.read().await?;
    Ok(founder_tables::others(&mut tx, id).await?.len())
}

/// A spreadsheet, and the revision of it that a form was made from.
pub type Seen = (i64, i64);

/// Lines of which a form said whether they name another person than the one of that name.
pub type Others = Vec<(i64, bool)>;

/// Says what the columns mean, and has every line checked. False, like all of these, where it has
/// moved on since the form was made: then nothing is changed.
pub async fn check(
    app: &App,
    session: &Session,
    letter: &Letter,
    seen: Seen,
    columns: &Columns,
) -> Result<bool> {
    let columns = serde_json::to_string(columns).map_err(|_| ActError::Unreadable)?;
    let line = line(app, session, letter, Act::SpreadsheetMapped, seen.0);
    by_editor(app, session, letter, line, move |tx| {
        Box::pin(async move { founder_tables::map(tx, seen, &columns).await })
    })
    .await
}

/// Imports the lines that hold.
pub async fn import(
    app: &App,
    session: &Session,
    letter: &Letter,
    seen: Seen,
    others: Others,
) -> Result<bool> {
    let by = session.organizer;
    let line = line(app, session, letter, Act::SpreadsheetImported, seen.0);
    by_editor(app, session, letter, line, move |tx| {
        Box::pin(async move {
            let started = founder_tables::start(tx, seen, by).await?;
            if started {
                tell_apart(tx, seen.0, &others).await?;
            }
            Ok(started)
        })
    })
    .await
}

/// Keeps which lines name another person, and imports nothing yet.
pub async fn keep_others(
    app: &App,
    session: &Session,
    letter: &Letter,
    seen: Seen,
    others: Others,
) -> Result<bool> {
    let line = line(app, session, letter, Act::SpreadsheetToldApart, seen.0);
    by_editor(app, session, letter, line, move |tx| {
        Box::pin(async move {
            let kept = founder_tables::touch(tx, seen, false).await?;
            if kept {
                tell_apart(tx, seen.0, &others).await?;
            }
            Ok(kept)
        })
    })
    .await
}

async fn tell_apart(tx: &mut Tx, id: i64, others: &Others) -> store::Result<()> {
    for (line, another) in others {
        founder_tables::set_another(tx, id, *line, *another).await?;
    }
    Ok(())
}

/// Throws a spreadsheet away: not one that is being read, unless that never ends because its key is lost.
pub async fn discard(app: &App, session: &Session, letter: &Letter, seen: Seen) -> Result<bool> {
    let lost = key::is_lost(app, letter).await?;
    let line = line(app, session, letter, Act::SpreadsheetDiscarded, seen.0);
    by_editor(app, session, letter, line, move |tx| {
        Box::pin(async move {
            let stands = founder_tables::touch(tx, seen, lost).await?;
            if stands {
                founder_tables::remove(tx, seen.0).await?;
            }
            Ok(stands)
        })
    })
    .await
}
