//! `MANIFEST`: a note by the log's key that lists every other file with its SHA-256.

use crate::Hash;
use crate::note::{self, LogKey, VerifierKey};

/// First line of the text; a checkpoint's first line is an origin, so neither passes for the other.
const HEAD: &str = "undersigned/bundle/v1";

/// Names and digests in the order of the ZIP's members.
#[derive(Debug, Default)]
pub(super) struct Manifest(pub(super) Vec<(String, Hash)>);

impl Manifest {
    pub(super) fn sign(&self, key: &LogKey) -> String {
        let mut text = format!("{HEAD}\n");
        for (name, digest) in &self.0 {
            text.push_str(&format!("{digest} {name}\n"));
        }
        key.sign(&text)
    }

    /// `None` unless it is signed by `key`, by nobody else, and lists name after name in the one legal form.
    pub(super) fn open(bytes: &[u8], key: &VerifierKey) -> Option<Self> {
        let note = std::str::from_utf8(bytes).ok()?;
        let text = note::open(note, key).ok()?;
        let signatures = note.get(text.len() + 1..)?;
        if signatures.matches('\n').count() != 1 {
            return None;
        }
        let mut lines = text.strip_suffix('\n')?.split('\n');
        if lines.next() != Some(HEAD) {
            return None;
        }
        let line = |line: &str| {
            let (digest, name) = line.split_once(' ')?;
            Some((name.to_owned(), digest.parse().ok()?))
        };
        lines.map(line).collect::<Option<_>>().map(Self)
    }
}
