//! Tables as spreadsheets write them: CSV by RFC 4180, or the same with `;` or tabs.
//!
//! Reads one line at a time, and counts lines as an editor does.

use std::io::{self, BufRead};

use csv::{ByteRecord, Reader, ReaderBuilder};

use super::line_ends::LineEnds;

/// A table that is being read.
pub(super) struct Table<R> {
    reader: Reader<LineEnds<R>>,
    record: ByteRecord,
}

impl<R: BufRead> Table<R> {
    /// Begins with the separator that the first line has most of; gives that line, too.
    pub(super) fn open(mut table: R) -> io::Result<(Self, ByteRecord)> {
        let delimiter = delimiter(table.fill_buf()?);
        Self::open_with(table, delimiter)
    }

    /// Begins with a separator that is known; gives the first line.
    pub(super) fn open_with(table: R, delimiter: u8) -> io::Result<(Self, ByteRecord)> {
        let mut reader = ReaderBuilder::new()
            .delimiter(delimiter)
            .flexible(true)
            .from_reader(LineEnds::new(table));
        let header = reader.byte_headers().map_err(io::Error::from)?.clone();
        let record = ByteRecord::new();
        Ok((Self { reader, record }, header))
    }

    /// Reads the next line that isn't empty; gives its number, from 1. None at the end.
    pub(super) fn next_line(&mut self) -> io::Result<Option<u64>> {
        let read = self.reader.read_byte_record(&mut self.record);
        Ok(read.map_err(io::Error::from)?.then(|| self.line()))
    }

    /// A cell of the line that was just read; empty where the line is too short.
    pub(super) fn cell(&self, at: usize) -> &[u8] {
        self.record.get(at).unwrap_or_default()
    }

    /// The line on which the record begins that was just read. The `csv` crate counts from before
    /// the empty lines that it skips, so this counts back from behind the record.
    fn line(&self) -> u64 {
        let inside = self.record.as_slice().iter().filter(|b| **b == b'\n');
        self.reader.position().line() - 1 - inside.count() as u64
    }
}

/// The separator that the first line has most of.
pub(super) fn delimiter(beginning: &[u8]) -> u8 {
    let ends = |b: &u8| matches!(b, b'\n' | b'\r');
    let end = beginning.iter().position(ends);
    let first = &beginning[..end.unwrap_or(beginning.len())];
    let count = |mark: u8| first.iter().filter(|b| **b == mark).count();
    [b',', b';', b'\t']
        .into_iter()
        .rev()
        .max_by_key(|mark| count(*mark))
        .unwrap_or(b',')
}
