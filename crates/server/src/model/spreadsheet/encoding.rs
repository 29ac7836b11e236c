//! How a spreadsheet's bytes become letters.

use std::io::{Read, Result};

use encoding_rs::{Decoder, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use serde::{Deserialize, Serialize};

/// The encodings that spreadsheet programs write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Encoding {
    /// With a byte order mark or without.
    Utf8,
    /// Behind a byte order mark.
    Utf16Le,
    /// Behind a byte order mark.
    Utf16Be,
    /// What is none of these: the Western European one of older programs.
    Windows1252,
}

impl Encoding {
    /// By the byte order mark, else by whether everything is UTF-8.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        if bytes.starts_with(b"\xff\xfe") {
            Self::Utf16Le
        } else if bytes.starts_with(b"\xfe\xff") {
            Self::Utf16Be
        } else if std::str::from_utf8(bytes).is_ok() {
            Self::Utf8
        } else {
            Self::Windows1252
        }
    }

    /// Its name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le | Self::Utf16Be => "UTF-16",
            Self::Windows1252 => "Windows-1252",
        }
    }

    /// The same bytes as UTF-8 without a byte order mark.
    #[must_use]
    pub fn decoder(self, bytes: &[u8]) -> Decoded<'_> {
        let encoding = match self {
            Self::Utf8 => UTF_8,
            Self::Utf16Le => UTF_16LE,
            Self::Utf16Be => UTF_16BE,
            Self::Windows1252 => WINDOWS_1252,
        };
        Decoded {
            rest: bytes,
            decoder: encoding.new_decoder_with_bom_removal(),
            ready: Vec::new(),
            given: 0,
            ended: false,
        }
    }
}

/// Bytes as UTF-8, a piece at a time. What can't be read becomes U+FFFD.
pub struct Decoded<'a> {
    rest: &'a [u8],
    decoder: Decoder,
    ready: Vec<u8>,
    given: usize,
    ended: bool,
}

impl Decoded<'_> {
    /// Decodes at most so many bytes at a time.
    const PIECE: usize = 16 << 10;

    fn refill(&mut self) {
        let (piece, rest) = self.rest.split_at(self.rest.len().min(Self::PIECE));
        self.ready.resize(3 * piece.len() + 16, 0);
        let last = rest.is_empty();
        let (_, read, written, _) = self.decoder.decode_to_utf8(piece, &mut self.ready, last);
        self.ready.truncate(written);
        self.given = 0;
        self.rest = &self.rest[read..];
        self.ended = last && read == piece.len();
    }
}

impl Read for Decoded<'_> {
    fn read(&mut self, out: &mut [u8]) -> Result<usize> {
        while self.given == self.ready.len() && !self.ended {
            self.refill();
        }
        let waiting = &self.ready[self.given..];
        let taken = waiting.len().min(out.len());
        out[..taken].copy_from_slice(&waiting[..taken]);
        self.given += taken;
        Ok(taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (Encoding, String) {
        let encoding = Encoding::of(bytes);
        let mut text = String::new();
        encoding.decoder(bytes).read_to_string(&mut text).unwrap();
        (encoding, text)
    }

    #[test]
    fn what_programs_write_is_read() {
        let words = "Críptica; Ελλάδα; عربي";
        let wide: Vec<u16> = words.encode_utf16().collect();
        let little: Vec<u8> = wide.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = wide.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        for (bytes, encoding) in [
            (words.as_bytes().to_vec(), Encoding::Utf8),
            ([b"\xef\xbb\xbf", words.as_bytes()].concat(), Encoding::Utf8),
            ([b"\xff\xfe", &little[..]].concat(), Encoding::Utf16Le),
            ([b"\xfe\xff", &big[..]].concat(), Encoding::Utf16Be),
        ] {
            assert_eq!(read(&bytes), (encoding, words.to_owned()));
        }
        let western = b"Cr\xedptica \x80";
        assert_eq!(
            read(western),
            (Encoding::Windows1252, "Críptica €".to_owned())
        );
    }

    #[test]
    fn pieces_do_not_cut_letters() {
        let long = "aé".repeat(Decoded::PIECE);
        assert_eq!(read(long.as_bytes()).1, long);
        let western: Vec<u8> = b"\xe9a".repeat(Decoded::PIECE);
        assert_eq!(read(&western).1, "éa".repeat(Decoded::PIECE));
    }
}
