//! `signatories.csv`: the roll as a table, derived from entries, openings and statements alone.
//!
//! RFC 4180 with CRLF, UTF-8, one legal form: a cell is quoted only if it holds a comma, a quote or a line end.

use crate::country::Country;
use crate::entry::{Hour, Kind, Proof};
use crate::opening::Opening;

/// The first line of the table.
pub(crate) const HEADER: &str =
    "index,kind,country,level,founding,at,name,title,affiliation,website,statement\r\n";

/// A live signature as the table shows it.
#[derive(Debug, Clone)]
pub(crate) struct Row<'a> {
    pub(crate) index: u64,
    pub(crate) kind: Kind,
    pub(crate) country: Country,
    pub(crate) level: Proof,
    pub(crate) founding: bool,
    pub(crate) at: Hour,
    pub(crate) opening: &'a Opening,
    pub(crate) words: Option<&'a str>,
}

impl Row<'_> {
    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        let Self {
            index,
            kind,
            country,
            level,
            founding,
            at,
            opening,
            words,
        } = self;
        out.extend(format!("{index},{kind},{country},{level},{founding},{at}").into_bytes());
        let fields = [
            &opening.name,
            &opening.title,
            &opening.affiliation,
            &opening.website,
        ];
        for field in fields.into_iter().map(Option::as_deref).chain([*words]) {
            out.push(b',');
            write_cell(out, field.unwrap_or_default());
        }
        out.extend(b"\r\n");
    }
}

/// Spreadsheets run what starts with these as a formula; an apostrophe keeps it text.
fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

fn write_cell(out: &mut Vec<u8>, text: &str) {
    let guard = if is_formula(text) { "'" } else { "" };
    if text.contains(['"', ',', '\r', '\n']) {
        out.extend(format!("\"{guard}{}\"", text.replace('"', "\"\"")).into_bytes());
    } else {
        out.extend(guard.as_bytes());
        out.extend(text.as_bytes());
    }
}
