//! Spreadsheets of founders, on their way in.

use axum::http::{HeaderName, HeaderValue, StatusCode};

use super::super::pages;
use super::at::{Answered, At};
use super::founders;
use super::letters::title;
use crate::acts::ActError;
use crate::acts::founding::key;
use crate::acts::founding::spreadsheet::{self, Brought, FAULTS, Others, Seen};
use crate::model::Letter;
use crate::model::spreadsheet::{Column, Columns};
use crate::render::Refusal;
use crate::render::organize::{ColumnLine, Counted, FaultLine, SheetState, SpreadsheetPage};
use crate::store::founder_tables::FaultRow;

/// `POST /organize/letters/{slug}/founders/spreadsheets`: a file, or what was pasted.
pub(in crate::http) async fn bring(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    // Without a file's form, what was pasted came like any other field.
    let pasted = at.field("paste").as_bytes();
    let bytes = if at.file.is_empty() {
        pasted
    } else {
        &at.file[..]
    };
    let brought = spreadsheet::bring(&at.site.app, at.session()?, letter, bytes).await;
    match brought.map_err(|error| at.failed(&error))? {
        Ok(id) => Ok(at.on_to(&path(letter, id))),
        Err(unfit) => founders::mistaken(&at, founders::unfit(unfit.as_str())).await,
    }
}

fn path(letter: &Letter, id: i64) -> String {
    format!(
        "/organize/letters/{}/founders/spreadsheets/{id}",
        letter.slug
    )
}

async fn find(at: &At) -> Result<Brought, super::super::refused::Refused> {
    let (letter, _) = at.letter()?;
    let found = spreadsheet::find(&at.site.app, letter, at.id()?).await;
    found.map_err(|error| at.failed(&error))
}

/// `GET /organize/letters/{slug}/founders/spreadsheets/{id}`, with `?after=` faults further on. While
/// its lines are read the page loads itself anew, without a script.
pub(in crate::http) async fn page(at: At) -> Answered {
    let brought = find(&at).await?;
    let columns = brought.columns.clone();
    let mut response = shown(&at, &brought, columns, Tried::Not).await?;
    if matches!(&*brought.row.state, "checking" | "importing") {
        let refresh = HeaderName::from_static("refresh");
        let headers = response.headers_mut();
        headers.insert(refresh, HeaderValue::from_static("3"));
    }
    Ok(response)
}

/// What came of a form before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tried {
    /// There was none.
    Not,
    /// The columns that it named don't hold.
    Unfit,
    /// The spreadsheet has moved on since it was made.
    Stale,
}

async fn shown(at: &At, of: &Brought, columns: Columns, tried: Tried) -> Answered {
    let (letter, _) = at.letter()?;
    let app = &at.site.app;
    let wrong = |error: ActError| at.failed(&error);
    let state: SheetState = of
        .row
        .state
        .parse()
        .map_err(|()| at.refuse(Refusal::Broken))?;
    let after = at.query.get("after").and_then(|line| line.parse().ok());
    let faults = spreadsheet::faults(app, of.row.id, after.unwrap_or_default());
    let faults = faults.await.map_err(wrong)?;
    let full = i64::try_from(faults.len()).is_ok_and(|rows| rows == FAULTS);
    let last = faults.last().filter(|_| full).map(|fault| fault.line);
    let others = spreadsheet::others(app, of.row.id).await.map_err(wrong)?;
    let key_lost = key::is_lost(app, letter).await.map_err(wrong)?;
    let path = path(letter, of.row.id);
    let count = |figure: i64| figure.unsigned_abs();
    let row = &of.row;
    Ok(pages::private(&SpreadsheetPage {
        frame: at.frame(),
        visit: at.visit(),
        letter: title(at, letter).await?.0,
        founders: format!("/organize/letters/{}/founders", letter.slug),
        state,
        encoding: of.shape.encoding.as_str(),
        separator: of.shape.separator,
        lines: match state {
            SheetState::Mapping | SheetState::Checked if !key_lost => lines(at, letter, of).await?,
            _ => Vec::new(),
        },
        missing: match tried {
            Tried::Unfit => columns.missing(),
            _ => Vec::new(),
        },
        twice: columns.twice().filter(|_| tried == Tried::Unfit),
        stale: tried == Tried::Stale,
        revision: row.revision,
        key_lost,
        columns,
        counted: Counted {
            done: count(row.done),
            good: count(row.good),
            known: count(row.known),
            namesakes: count(row.namesakes),
            others: others as u64,
            unaddressed: count(row.unaddressed),
            bad: count(row.bad),
            added: count(row.added),
        },
        faults: faults.into_iter().map(fault).collect(),
        next: last.map(|line| format!("{path}?after={line}")),
        after: after.unwrap_or_default(),
        path,
    }))
}

fn fault(row: FaultRow) -> FaultLine {
    FaultLine {
        line: row.line.unsigned_abs(),
        field: row.field,
        problem: row.problem,
        figure: row.figure,
        another: row.another,
    }
}

async fn lines(
    at: &At,
    letter: &Letter,
    of: &Brought,
) -> Result<Vec<ColumnLine>, super::super::refused::Refused> {
    let beginning = spreadsheet::beginning(&at.site.app, letter, of).await;
    let beginning = beginning.map_err(|error| at.failed(&error))?;
    let line = |(place, name): (usize, String)| ColumnLine {
        name,
        samples: {
            let cells = beginning.lines.iter().filter_map(|line| line.get(place));
            cells.filter(|cell| !cell.is_empty()).cloned().collect()
        },
    };
    let header = beginning.header.clone();
    Ok(header.into_iter().enumerate().map(line).collect())
}

/// `POST /organize/letters/{slug}/founders/spreadsheets/{id}/columns`
pub(in crate::http) async fn check(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let brought = find(&at).await?;
    let known = brought.columns.holds.len();
    let holds = |place| at.field(&format!("column-{place}")).parse::<Column>().ok();
    let kind = at.field("kind");
    let columns = Columns {
        holds: (0..known).map(holds).collect(),
        kind: match kind.parse::<crate::model::Kind>() {
            Ok(_) => kind.to_owned(),
            Err(_) => String::new(),
        },
    };
    if !columns.missing().is_empty() || columns.twice().is_some() {
        let mut response = shown(&at, &brought, columns, Tried::Unfit).await?;
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(response);
    }
    let (app, session, seen) = (&at.site.app, at.session()?, seen(&at, &brought));
    let checked = spreadsheet::check(app, session, letter, seen, &columns).await;
    match checked.map_err(|error| at.failed(&error))? {
        true => Ok(at.on_to(&path(letter, seen.0))),
        false => stale(&at, Some(columns)).await,
    }
}

/// The revision that a form was made from. One that doesn't say it was made from none.
fn seen(at: &At, of: &Brought) -> Seen {
    (of.row.id, at.field("revision").parse().unwrap_or(-1))
}

/// The spreadsheet as it is now, for whoever sent a form that was made before it moved on: in another
/// tab, or by somebody else. What they typed stays.
async fn stale(at: &At, typed: Option<Columns>) -> Answered {
    let brought = find(at).await?;
    let columns = typed.unwrap_or_else(|| brought.columns.clone());
    let mut response = shown(at, &brought, columns, Tried::Stale).await?;
    *response.status_mut() = StatusCode::CONFLICT;
    Ok(response)
}

/// Of the lines that the form showed, whether each names another person.
fn others(at: &At) -> Others {
    let shown = at.field("shown").split_whitespace();
    let lines = shown.filter_map(|line| line.parse().ok());
    let most = usize::try_from(FAULTS).unwrap_or_default();
    lines
        .take(most)
        .map(|line: i64| (line, at.field(&format!("another-{line}")) == "yes"))
        .collect()
}

/// `POST /organize/letters/{slug}/founders/spreadsheets/{id}/import`
pub(in crate::http) async fn import(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let seen = seen(&at, &find(&at).await?);
    let (app, session) = (&at.site.app, at.session()?);
    let begun = spreadsheet::import(app, session, letter, seen, others(&at)).await;
    match begun.map_err(|error| at.failed(&error))? {
        true => Ok(at.on_to(&path(letter, seen.0))),
        false => stale(&at, None).await,
    }
}

/// `POST /organize/letters/{slug}/founders/spreadsheets/{id}/others`: which of the lines shown name
/// another person, and on to more lines where `onto` says from where.
pub(in crate::http) async fn keep_others(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let seen = seen(&at, &find(&at).await?);
    let (app, session) = (&at.site.app, at.session()?);
    let kept = spreadsheet::keep_others(app, session, letter, seen, others(&at)).await;
    let path = path(letter, seen.0);
    let onto = at.field("onto").parse::<i64>();
    match kept.map_err(|error| at.failed(&error))? {
        true => Ok(at.on_to(&match onto {
            Ok(line) => format!("{path}?after={line}"),
            Err(_) => path,
        })),
        false => stale(&at, None).await,
    }
}

/// `POST /organize/letters/{slug}/founders/spreadsheets/{id}/removal`
pub(in crate::http) async fn discard(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let seen = seen(&at, &find(&at).await?);
    let discarded = spreadsheet::discard(&at.site.app, at.session()?, letter, seen).await;
    match discarded.map_err(|error| at.failed(&error))? {
        true => founders::back(&at),
        false => stale(&at, None).await,
    }
}
