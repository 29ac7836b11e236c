//! What was done with a letter.

use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;

use super::super::pages;
use super::at::{Answered, At};
use super::letters::title;
use crate::acts::ActError;
use crate::acts::access::trail;
use crate::render::Moment;
use crate::render::organize::{TrailLine, TrailPage};
use crate::store::trail::TrailRow;

/// `GET /organize/letters/{slug}/trail`, with `?before=` further back.
pub(in crate::http) async fn page(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let before = at.query.get("before").and_then(|id| id.parse().ok());
    let rows = trail::page(&at.site.app, letter.id, before).await;
    let rows = rows.map_err(|error| at.failed(&error))?;
    let full = i64::try_from(rows.len()).is_ok_and(|rows| rows == trail::PAGE);
    let last = rows.last().filter(|_| full).map(|row| row.id);
    let line = |row: TrailRow| TrailLine {
        at: Moment::of(row.at),
        who: row.who,
        act: row.act,
        what: row.what,
    };
    let path = format!("/organize/letters/{}", letter.slug);
    Ok(pages::private(&TrailPage {
        frame: at.frame(),
        visit: at.visit(),
        letter: title(&at, letter).await?.0,
        lines: rows.into_iter().map(line).collect(),
        next: last.map(|id| format!("{path}/trail?before={id}")),
        path,
    }))
}

/// `GET /organize/letters/{slug}/trail.csv`
pub(in crate::http) async fn export(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let rows = trail::export(&at.site.app, at.session()?, letter.id).await;
    let rows = rows.map_err(|error| at.failed(&error))?;
    let csv = table(&letter.slug.to_string(), &rows).map_err(|_| at.failed(&ActError::Render))?;
    let name = format!("attachment; filename=\"{}-trail.csv\"", letter.slug);
    let name = HeaderValue::try_from(name).map_err(|_| at.failed(&ActError::Render))?;
    let kind = HeaderValue::from_static("text/csv; charset=utf-8");
    Ok(([(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, name)], csv).into_response())
}

/// The rows as CSV (RFC 4180). What a spreadsheet would take for a formula gets an apostrophe.
fn table(slug: &str, rows: &[TrailRow]) -> csv::Result<Vec<u8>> {
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(["time", "who", "letter", "act", "what"])?;
    for row in rows {
        let letter = if row.letter.is_some() { slug } else { "" };
        let who = match row.who.as_str() {
            "" => "(operator)".to_owned(),
            who => harmless(who),
        };
        let at = Moment::of(row.at).machine();
        out.write_record([&at, &who, letter, &row.act, &harmless(&row.what)])?;
    }
    out.into_inner()
        .map_err(|error| csv::Error::from(error.into_error()))
}

fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_no_formulas() {
        let row = TrailRow {
            id: 1,
            at: 0,
            letter: Some(1),
            organizer: Some(1),
            who: "=1+1".to_owned(),
            act: "invited".to_owned(),
            what: "Ada, \"the\" owner".to_owned(),
        };
        let csv = String::from_utf8(table("x", &[row]).unwrap()).unwrap();
        assert_eq!(
            csv,
            "time,who,letter,act,what\n1970-01-01T00:00:00Z,'=1+1,x,invited,\"Ada, \"\"the\"\" owner\"\n"
        );
    }
}
