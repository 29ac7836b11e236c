//! Spreadsheets of founders, on their way in.

use axum::http::{HeaderName, HeaderValue};

use super::super::pages;
use super::at::{Answered, At};
use super::founders;
use super::letters::title;
use crate::acts::ActError;
use crate::acts::founding::spreadsheet::{self, Brought};
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
    let mut response = shown(&at, &brought, columns, false).await?;
    if matches!(&*brought.row.state, "checking" | "importing") {
        let refresh = HeaderName::from_static("refresh");
        let headers = response.headers_mut();
        headers.insert(refresh, HeaderValue::from_static("3"));
    }
    Ok(response)
}

async fn shown(at: &At, of: &Brought, columns: Columns, tried: bool) -> Answered {
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
    let full = i64::try_from(faults.len()).is_ok_and(|rows| rows == spreadsheet::FAULTS);
    let last = faults.last().filter(|_| full).map(|fault| fault.line);
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
            SheetState::Mapping | SheetState::Checked => lines(at, letter, of).await?,
            _ => Vec::new(),
        },
        missing: if tried { columns.missing() } else { Vec::new() },
        twice: columns.twice().filter(|_| tried),
        columns,
        counted: Counted {
            done: count(row.done),
            good: count(row.good),
            known: count(row.known),
            unaddressed: count(row.unaddressed),
            bad: count(row.bad),
            added: count(row.added),
        },
        faults: faults.into_iter().map(fault).collect(),
        next: last.map(|line| format!("{path}?after={line}")),
        path,
    }))
}

fn fault(row: FaultRow) -> FaultLine {
    FaultLine {
        line: row.line.unsigned_abs(),
        field: row.field,
        problem: row.problem,
        figure: row.figure,
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
        let mut response = shown(&at, &brought, columns, true).await?;
        *response.status_mut() = axum::http::StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(response);
    }
    let (app, session, id) = (&at.site.app, at.session()?, brought.row.id);
    let checked = spreadsheet::check(app, session, letter, id, &columns).await;
    onward(&at, letter, id, checked)
}

/// `POST /organize/letters/{slug}/founders/spreadsheets/{id}/import`
pub(in crate::http) async fn import(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let brought = find(&at).await?;
    let (app, session) = (&at.site.app, at.session()?);
    let begun = spreadsheet::import(app, session, letter, &brought).await;
    onward(&at, letter, brought.row.id, begun)
}

/// To the spreadsheet's page; also where it has moved on meanwhile, since that page says how far it is.
fn onward(at: &At, letter: &Letter, id: i64, done: Result<(), ActError>) -> Answered {
    match done {
        Ok(()) | Err(ActError::NoLink) => Ok(at.on_to(&path(letter, id))),
        Err(error) => Err(at.failed(&error)),
    }
}

/// `POST /organize/letters/{slug}/founders/spreadsheets/{id}/removal`
pub(in crate::http) async fn discard(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let (app, session, id) = (&at.site.app, at.session()?, find(&at).await?.row.id);
    match spreadsheet::discard(app, session, letter, id).await {
        Ok(()) => founders::back(&at),
        Err(error) => Err(at.failed(&error)),
    }
}
