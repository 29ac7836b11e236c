//! Rows of CSV that a spreadsheet shows and never runs.

use std::borrow::Cow;
use std::io::{self, Write};

/// Writes CSV (RFC 4180, UTF-8, lines ended by LF) and guards every cell against formulas. Every cell is in quotes:
/// where a comma is the decimal sign, spreadsheets split at semicolons, and would make cells of what stands between two.
pub(crate) struct Table<W: Write> {
    writer: csv::Writer<W>,
}

impl<W: Write> Table<W> {
    /// Starts a table with its column names.
    pub(crate) fn new(out: W, columns: &[&str]) -> io::Result<Self> {
        let mut writer = csv::WriterBuilder::new()
            .quote_style(csv::QuoteStyle::Always)
            .from_writer(out);
        writer.write_record(columns)?;
        Ok(Table { writer })
    }

    /// Adds a row. It must have a cell for each column.
    pub(crate) fn add(&mut self, cells: &[Cow<'_, str>]) -> io::Result<()> {
        for cell in cells {
            self.writer.write_field(guarded(cell).as_bytes())?;
        }
        Ok(self.writer.write_record(None::<&[u8]>)?)
    }

    /// Writes what is buffered.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

/// A cell that Excel, LibreOffice or Sheets would take for a formula gets an apostrophe in front
/// (OWASP, "CSV Injection": `=`, `+`, `-`, `@`, tab, carriage return, line feed, and the full-width
/// forms of the first four).
fn guarded(cell: &str) -> Cow<'_, str> {
    let risky = cell.starts_with([
        '=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
    ]);
    if risky {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_disarmed_and_other_text_is_left_alone() {
        for cell in [
            "=1+1", "+44", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x",
        ] {
            assert_eq!(guarded(cell), format!("'{cell}"));
        }
        for cell in [
            "",
            "a=b",
            "O'Neill",
            "'quoted'",
            "name@host.example",
            "–dash",
            " =1",
        ] {
            assert_eq!(guarded(cell), cell);
        }
    }

    #[test]
    fn commas_quotes_and_line_breaks_stay_inside_their_cell() {
        let mut out = Vec::new();
        let mut table = Table::new(&mut out, &["name", "note"]).unwrap();
        table
            .add(&["Quill, \"Inc.\"".into(), "one\ntwo".into()])
            .unwrap();
        table
            .add(&["=cmd|' /C calc'!A0".into(), "".into()])
            .unwrap();
        table
            .add(&["Ana;=HYPERLINK(A1);Gomez".into(), "\ttab".into()])
            .unwrap();
        table.finish().unwrap();
        let text = String::from_utf8(out.clone()).unwrap();
        assert!(text.starts_with("\"name\",\"note\"\n"), "{text}");
        assert!(
            text.ends_with("\n\"Ana;=HYPERLINK(A1);Gomez\",\"'\ttab\"\n"),
            "{text}"
        );
        let mut rows = csv::Reader::from_reader(&out[..]);
        let rows: Vec<Vec<String>> = rows
            .records()
            .map(|row| row.unwrap().iter().map(str::to_owned).collect())
            .collect();
        assert_eq!(rows[0], ["Quill, \"Inc.\"", "one\ntwo"]);
        assert_eq!(rows[1], ["'=cmd|' /C calc'!A0", ""]);
    }
}
