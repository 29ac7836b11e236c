//! Lines that all end in `\n`, whoever wrote the file: only then can lines be counted from the end
//! of what was read.

use std::io::{BufRead, Read, Result};

/// Reads `\r\n` and `\r` as `\n`, and ends the last line where nothing does.
pub(super) struct LineEnds<R> {
    inner: R,
    last: u8,
}

impl<R: BufRead> LineEnds<R> {
    pub(super) fn new(inner: R) -> Self {
        Self { inner, last: b'\n' }
    }
}

impl<R: BufRead> Read for LineEnds<R> {
    fn read(&mut self, out: &mut [u8]) -> Result<usize> {
        let mut filled = 0;
        while filled == 0 && !out.is_empty() {
            let input = self.inner.fill_buf()?;
            if input.is_empty() {
                let ended = matches!(self.last, b'\n' | b'\r');
                self.last = b'\n';
                if !ended {
                    out[0] = b'\n';
                }
                return Ok(usize::from(!ended));
            }
            let taken = input.len().min(out.len());
            for byte in &input[..taken] {
                if (self.last, *byte) != (b'\r', b'\n') {
                    out[filled] = if *byte == b'\r' { b'\n' } else { *byte };
                    filled += 1;
                }
                self.last = *byte;
            }
            self.inner.consume(taken);
        }
        Ok(filled)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_ends_alike() {
        for (written, wanted) in [
            ("a\r\n\r\nb", "a\n\nb\n"),
            ("a\rb\n", "a\nb\n"),
            ("a\r", "a\n"),
            ("", ""),
        ] {
            for room in [1, 2, 64] {
                let mut lines =
                    LineEnds::new(std::io::BufReader::with_capacity(2, written.as_bytes()));
                let (mut read, mut buffer) = (Vec::new(), vec![0; room]);
                loop {
                    match lines.read(&mut buffer).unwrap() {
                        0 => break,
                        n => read.extend_from_slice(&buffer[..n]),
                    }
                }
                assert_eq!(
                    String::from_utf8(read).unwrap(),
                    wanted,
                    "{written:?} by {room}"
                );
            }
        }
    }
}
