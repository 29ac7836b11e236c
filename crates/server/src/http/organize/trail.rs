//! What was done with a letter.

use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;

use super::super::pages;
use super::at::{Answered, At};
use super::letters::title;
use crate::acts::ActError;
use crate::acts::access::trail;
use crate::model::Letter;
use crate::render::Moment;
use crate::render::organize::{TrailLine, TrailPage, trail_csv};
use crate::store::trail::TrailRow;

/// `GET /organize/letters/{slug}/trail`, with `?before=` further back.
pub(in crate::http) async fn page(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let before = at.query.get("before").and_then(|id| id.parse().ok());
    let rows = trail::page(&at.site.app, letter.id, before).await;
    let rows = rows.map_err(|error| at.failed(&error))?;
    let full = i64::try_from(rows.len()).is_ok_and(|rows| rows == trail::PAGE);
    let last = rows.last().filter(|_| full).map(|row| row.id);
    let path = format!("/organize/letters/{}", letter.slug);
    Ok(pages::private(&TrailPage {
        frame: at.frame(),
        visit: at.visit(),
        letter: title(&at, letter).await?.0,
        lines: lines(letter, rows),
        next: last.map(|id| format!("{path}/trail?before={id}")),
        path,
    }))
}

fn lines(letter: &Letter, rows: Vec<TrailRow>) -> Vec<TrailLine> {
    let line = |row: TrailRow| TrailLine {
        at: Moment::of(row.at),
        letter: row
            .letter
            .map_or_else(String::new, |_| letter.slug.to_string()),
        what: row.about(),
        who: row.who,
        act: row.act,
    };
    rows.into_iter().map(line).collect()
}

/// `GET /organize/letters/{slug}/trail.csv`
pub(in crate::http) async fn export(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let rows = trail::export(&at.site.app, at.session()?, letter.id).await;
    let rows = rows.map_err(|error| at.failed(&error))?;
    let csv = trail_csv(&lines(letter, rows)).map_err(|_| at.failed(&ActError::Render))?;
    let name = format!("attachment; filename=\"{}-trail.csv\"", letter.slug);
    let name = HeaderValue::try_from(name).map_err(|_| at.failed(&ActError::Render))?;
    let kind = HeaderValue::from_static("text/csv; charset=utf-8");
    Ok(([(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, name)], csv).into_response())
}
