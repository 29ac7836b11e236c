//! Lines of a file that may be anything, in bounded memory.

use std::io::{self, BufRead, Read};

/// Longest line that is believed, in bytes. A sealed contact takes a few thousand.
pub(crate) const LONGEST_LINE: u64 = 1 << 20;

/// Reads a file line by line and numbers the lines as an editor does, from 1.
pub(crate) struct Lines<R> {
    reader: R,
    number: u64,
    buffer: Vec<u8>,
}

/// One line without its end, or the fact that it is too long to be read.
pub(crate) enum Line<'a> {
    Text(&'a [u8]),
    TooLong,
}

impl<R: BufRead> Lines<R> {
    pub(crate) fn new(reader: R) -> Self {
        Lines {
            reader,
            number: 0,
            buffer: Vec::new(),
        }
    }

    /// The next line that isn't blank, with its number; `None` at the end of the file.
    ///
    /// # Errors
    ///
    /// Only what the reader itself reports.
    pub(crate) fn next(&mut self) -> io::Result<Option<(u64, Line<'_>)>> {
        loop {
            self.buffer.clear();
            let mut limited = self.reader.by_ref().take(LONGEST_LINE + 1);
            let read = limited.read_until(b'\n', &mut self.buffer)?;
            if read == 0 {
                return Ok(None);
            }
            self.number += 1;
            if self.buffer.last() != Some(&b'\n') && self.buffer.len() as u64 > LONGEST_LINE {
                self.skip_rest()?;
                return Ok(Some((self.number, Line::TooLong)));
            }
            if !self.buffer.trim_ascii().is_empty() {
                break;
            }
        }
        Ok(Some((
            self.number,
            Line::Text(self.buffer.trim_ascii_end()),
        )))
    }

    fn skip_rest(&mut self) -> io::Result<()> {
        loop {
            let chunk = self.reader.fill_buf()?;
            if chunk.is_empty() {
                return Ok(());
            }
            let end = chunk.iter().position(|&byte| byte == b'\n');
            let length = chunk.len();
            self.reader.consume(end.map_or(length, |at| at + 1));
            if end.is_some() {
                return Ok(());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbered(bytes: &[u8]) -> Vec<(u64, Option<String>)> {
        let mut lines = Lines::new(bytes);
        let mut all = Vec::new();
        while let Some((number, line)) = lines.next().unwrap() {
            let text = match line {
                Line::Text(text) => Some(String::from_utf8_lossy(text).into_owned()),
                Line::TooLong => None,
            };
            all.push((number, text));
        }
        all
    }

    #[test]
    fn blank_lines_count_for_the_numbers_only() {
        let lines = numbered(b"a\r\n\n \nb");
        assert_eq!(lines, [(1, Some("a".into())), (4, Some("b".into()))]);
    }

    #[test]
    fn a_huge_line_is_skipped_and_the_next_is_read() {
        let mut bytes = vec![b'x'; 3 * LONGEST_LINE as usize];
        bytes.extend_from_slice(b"\nnext\n");
        assert_eq!(numbered(&bytes), [(1, None), (2, Some("next".into()))]);
    }

    #[test]
    fn the_longest_line_is_still_read() {
        let mut bytes = vec![b'x'; LONGEST_LINE as usize];
        bytes.push(b'\n');
        assert!(numbered(&bytes)[0].1.is_some());
    }
}
