//! `signatories.csv`: the roll as a table, derived from entries, openings and statements alone.
//!
//! RFC 4180 with CRLF, UTF-8, one legal form: every cell is in quotes. Where a comma is the decimal sign, spreadsheets split at
//! semicolons, and would make cells of what stands between two.

use crate::country::Country;
use crate::entry::{Hour, Kind, Proof};
use crate::opening::Opening;

/// The first line of the table.
pub(crate) const HEADER: &str = "\"index\",\"kind\",\"country\",\"level\",\"founding\",\"at\",\"name\",\"title\",\"affiliation\",\"website\",\
     \"statement\"\r\n";

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
        let level = match (&opening.mailbox, level) {
            (None, level) => level.to_string(),
            (Some(domain), Proof::Mailbox) => format!("mailbox at {domain}"),
            (Some(domain), level) => format!("{level}, mailbox at {domain}"),
        };
        let plain =
            format!("\"{index}\",\"{kind}\",\"{country}\",\"{level}\",\"{founding}\",\"{at}\"");
        out.extend(plain.into_bytes());
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

/// Spreadsheets run what starts with these as a formula (OWASP, "CSV Injection"; also in full width, as Japanese and
/// Chinese ones do); an apostrophe keeps it text. `undersigned-desk` has the same rule.
fn is_formula(text: &str) -> bool {
    text.starts_with([
        '=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
    ])
}

fn write_cell(out: &mut Vec<u8>, text: &str) {
    let guard = if is_formula(text) { "'" } else { "" };
    out.extend(format!("\"{guard}{}\"", text.replace('"', "\"\"")).into_bytes());
}
