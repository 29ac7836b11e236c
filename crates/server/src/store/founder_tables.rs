//! Spreadsheets of founders on their way in: their encrypted bytes, how far they were read, and what
//! is wrong with which line.

use super::sql::{execute, execute_values, row, rows, values};
use super::{Result, Tx};

/// A spreadsheet.
#[derive(Clone, sqlx::FromRow)]
pub struct TableRow {
    /// Grows with time.
    pub id: i64,
    /// Of which letter.
    pub letter: i64,
    /// Who brought it.
    pub organizer: i64,
    /// `arriving`, `mapping`, `checking`, `checked`, `importing` or `done`.
    pub state: String,
    /// `model::spreadsheet::Shape` as JSON.
    pub shape: String,
    /// `model::spreadsheet::Columns` as JSON.
    pub columns: String,
    /// Lines dealt with in this state.
    pub done: i64,
    /// Lines that hold.
    pub good: i64,
    /// Of them, how many name somebody who is there already.
    pub known: i64,
    /// Lines that don't hold.
    pub bad: i64,
    /// Of those that hold, how many name somebody of a name that is there, with other details.
    pub namesakes: i64,
    /// Of those that hold, how many have no address.
    pub unaddressed: i64,
    /// Founders that it brought.
    pub added: i64,
    /// When it came.
    pub made_at: i64,
    /// Grows with every form that changed it.
    pub revision: i64,
}

macro_rules! table {
    ($rest:literal) => {
        concat!(
            "select id, letter, organizer, state, shape, columns, done, good, known, bad,
                    unaddressed, added, made_at, revision, namesakes
             from founder_tables ",
            $rest
        )
    };
}

/// Adds a spreadsheet in state `arriving`.
pub async fn insert(tx: &mut Tx, new: &TableRow) -> Result<()> {
    execute!(
        tx,
        "insert into founder_tables
         (id, letter, organizer, state, shape, columns, done, good, known, bad, added, made_at,
          leased_until)
         values ($1, $2, $3, 'arriving', $4, $5, 0, 0, 0, 0, 0, $6, 0)",
        new.id,
        new.letter,
        new.organizer,
        &new.shape,
        &new.columns,
        new.made_at,
    )?;
    Ok(())
}

/// Adds a part of its bytes.
pub async fn insert_part(tx: &mut Tx, table: i64, number: i64, bytes: &[u8]) -> Result<()> {
    execute!(
        tx,
        "insert into founder_table_parts (founder_table, number, bytes) values ($1, $2, $3)",
        table,
        number,
        bytes
    )?;
    Ok(())
}

/// A part of its bytes.
pub async fn part(tx: &mut Tx, table: i64, number: i64) -> Result<Option<Vec<u8>>> {
    let found = row!(
        tx,
        (Vec<u8>,),
        "select bytes from founder_table_parts where founder_table = $1 and number = $2",
        table,
        number
    )?;
    Ok(found.map(|(bytes,)| bytes))
}

/// A letter's spreadsheet.
pub async fn get(tx: &mut Tx, letter: i64, id: i64) -> Result<Option<TableRow>> {
    row!(
        tx,
        TableRow,
        table!("where letter = $1 and id = $2 and state <> 'arriving'"),
        letter,
        id
    )
}

/// A letter's spreadsheets, newest first.
pub async fn of_letter(tx: &mut Tx, letter: i64) -> Result<Vec<TableRow>> {
    rows!(
        tx,
        TableRow,
        table!("where letter = $1 and state <> 'arriving' order by id desc limit 10"),
        letter
    )
}

/// Moves a spreadsheet on from one of the states `from` (two words) to another, to be read from its
/// beginning. False where it is in none of them.
pub async fn advance(tx: &mut Tx, id: i64, from: [&str; 2], to: &str) -> Result<bool> {
    let moved = execute!(
        tx,
        "update founder_tables set state = $4, done = 0, leased_until = 0
         where id = $1 and state in ($2, $3)",
        id,
        from[0],
        from[1],
        to
    )?;
    Ok(moved == 1)
}

/// Says what the columns mean, and has every line checked. False where it is not in the `revision`
/// that this was said of, or not to be checked.
pub async fn map(tx: &mut Tx, (id, revision): (i64, i64), columns: &str) -> Result<bool> {
    let mapped = execute!(
        tx,
        "update founder_tables set columns = $3, state = 'checking', revision = revision + 1,
                done = 0, leased_until = 0
         where id = $1 and revision = $2 and state in ('mapping', 'checked')",
        id,
        revision,
        columns
    )?;
    Ok(mapped == 1)
}

/// Has the lines that hold imported, in the name of an organizer. False where it is not in the
/// `revision` that was seen, or was not checked.
pub async fn start(tx: &mut Tx, (id, revision): (i64, i64), organizer: i64) -> Result<bool> {
    let started = execute!(
        tx,
        "update founder_tables set state = 'importing', organizer = $3, revision = revision + 1,
                done = 0, leased_until = 0
         where id = $1 and revision = $2 and state = 'checked'",
        id,
        revision,
        organizer
    )?;
    Ok(started == 1)
}

/// Moves a spreadsheet on to its next revision. False where it is not in the one that was seen, or is
/// being read and `running` ones are left alone.
pub async fn touch(tx: &mut Tx, (id, revision): (i64, i64), running: bool) -> Result<bool> {
    let touched = execute!(
        tx,
        "update founder_tables set revision = revision + 1
         where id = $1 and revision = $2 and ($3 or state not in ('checking', 'importing'))",
        id,
        revision,
        running
    )?;
    Ok(touched == 1)
}

/// Says whether a line that names somebody of a name that is there names another person.
pub async fn set_another(tx: &mut Tx, table: i64, line: i64, another: bool) -> Result<()> {
    execute!(
        tx,
        "update founder_table_faults set another = $3
         where founder_table = $1 and line = $2 and problem = 'namesake'",
        table,
        line,
        another
    )?;
    Ok(())
}

/// The lines that name another person.
pub async fn others(tx: &mut Tx, table: i64) -> Result<Vec<i64>> {
    let found = rows!(
        tx,
        (i64,),
        "select line from founder_table_faults where founder_table = $1 and another",
        table
    )?;
    Ok(found.into_iter().map(|(line,)| line).collect())
}

/// Leases the oldest spreadsheet that is to be checked or imported, until `until`. One that was
/// being checked is checked anew.
pub async fn lease(tx: &mut Tx, now: i64, until: i64) -> Result<Option<TableRow>> {
    let found = row!(
        tx,
        TableRow,
        table!(
            "where state in ('checking', 'importing') and leased_until <= $1
             and letter in (select id from letters where state = 'draft') order by id limit 1"
        ),
        now
    )?;
    let Some(mut found) = found else {
        return Ok(None);
    };
    let leased = execute!(
        tx,
        "update founder_tables set leased_until = $2 where id = $1 and leased_until <= $3",
        found.id,
        until,
        now
    )?;
    if leased != 1 {
        return Ok(None);
    }
    if found.state == "checking" {
        forget_faults(tx, found.id).await?;
        execute!(
            tx,
            "update founder_tables set done = 0, good = 0, known = 0, bad = 0, unaddressed = 0,
                    namesakes = 0
             where id = $1",
            found.id
        )?;
        (found.done, found.good, found.known, found.bad) = (0, 0, 0, 0);
        (found.unaddressed, found.namesakes) = (0, 0);
    }
    Ok(Some(found))
}

/// Keeps how far a spreadsheet was read, and renews the lease. False where it is not in that state,
/// or another worker read on.
pub async fn progress(
    tx: &mut Tx,
    before: &TableRow,
    after: &TableRow,
    until: i64,
) -> Result<bool> {
    let moved = execute!(
        tx,
        "update founder_tables set done = $4, good = $5, known = $6, bad = $7, added = $8,
                state = $9, leased_until = $10, unaddressed = $11, namesakes = $12
         where id = $1 and state = $2 and done = $3",
        before.id,
        &before.state,
        before.done,
        after.done,
        after.good,
        after.known,
        after.bad,
        after.added,
        &after.state,
        until,
        after.unaddressed,
        after.namesakes,
    )?;
    Ok(moved == 1)
}

/// Something that is wrong with a line.
#[derive(Clone, sqlx::FromRow)]
pub struct FaultRow {
    /// As an editor counts, from 1.
    pub line: i64,
    /// From 0, within the line.
    pub number: i64,
    /// The field.
    pub field: String,
    /// What is wrong with it.
    pub problem: String,
    /// The most characters allowed, or another line.
    pub figure: i64,
    /// Whether it was said to name another person.
    pub another: bool,
}

/// Adds faults.
pub async fn insert_faults(tx: &mut Tx, table: i64, faults: &[FaultRow]) -> Result<()> {
    execute_values!(
        tx,
        "insert into founder_table_faults (founder_table, line, number, field, problem, figure) ",
        faults,
        |fault| (
            table,
            fault.line,
            fault.number,
            &fault.field,
            &fault.problem,
            fault.figure,
        ),
        " on conflict do nothing"
    )?;
    Ok(())
}

/// Faults behind the line `after`, at most `limit`.
pub async fn faults(tx: &mut Tx, table: i64, after: i64, limit: i64) -> Result<Vec<FaultRow>> {
    rows!(
        tx,
        FaultRow,
        "select line, number, field, problem, figure, another from founder_table_faults
         where founder_table = $1 and line > $2 order by line, number limit $3",
        table,
        after,
        limit
    )
}

async fn forget_faults(tx: &mut Tx, table: i64) -> Result<()> {
    execute!(
        tx,
        "delete from founder_table_faults where founder_table = $1",
        table
    )?;
    Ok(())
}

/// Deletes a spreadsheet's bytes.
pub async fn drop_parts(tx: &mut Tx, table: i64) -> Result<()> {
    execute!(
        tx,
        "delete from founder_table_parts where founder_table = $1",
        table
    )?;
    Ok(())
}

/// Deletes a spreadsheet.
pub async fn remove(tx: &mut Tx, table: i64) -> Result<()> {
    drop_parts(tx, table).await?;
    forget_faults(tx, table).await?;
    execute!(tx, "delete from founder_tables where id = $1", table)?;
    Ok(())
}

/// Deletes all of a letter.
pub async fn remove_all(tx: &mut Tx, letter: i64) -> Result<()> {
    let all = rows!(
        tx,
        (i64,),
        "select id from founder_tables where letter = $1",
        letter
    )?;
    for (id,) in all {
        remove(tx, id).await?;
    }
    Ok(())
}

/// Deletes those that came before `made_before`.
pub async fn purge(tx: &mut Tx, made_before: i64) -> Result<()> {
    let old = rows!(
        tx,
        (i64,),
        "select id from founder_tables where made_at < $1 and state <> 'importing'",
        made_before
    )?;
    for (id,) in old {
        remove(tx, id).await?;
    }
    Ok(())
}
