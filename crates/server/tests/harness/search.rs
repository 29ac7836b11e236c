//! Searching everything that a server leaves behind, byte by byte.

use std::fs;
use std::path::{Path, PathBuf};

use aho_corasick::AhoCorasick;

/// Words whose presence anywhere is a leak: as they are in any case, and in hexadecimal as a dump
/// shows bytes.
pub(crate) struct Search {
    folded: AhoCorasick,
    exact: AhoCorasick,
}

impl Search {
    /// A search for `plain` words in any case, and for `exact` bytes (base64 heeds case).
    pub(crate) fn new(plain: &[String], exact: &[Vec<u8>]) -> Self {
        let mut folded: Vec<Vec<u8>> = Vec::new();
        for word in plain {
            let lower = word.to_lowercase();
            folded.extend([word.clone(), hex(word), hex(&lower)].map(String::into_bytes));
        }
        let folded = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .build(folded);
        Self {
            folded: folded.expect("few words"),
            exact: AhoCorasick::new(exact).expect("few words"),
        }
    }

    /// How many different words stand in `bytes`.
    pub(crate) fn count_in(&self, bytes: &[u8]) -> usize {
        let mut found: Vec<_> = [&self.folded, &self.exact]
            .iter()
            .enumerate()
            .flat_map(|(which, words)| {
                let found = words.find_overlapping_iter(bytes);
                found.map(move |found| (which, found.pattern()))
            })
            .collect();
        found.sort_unstable();
        found.dedup();
        found.len()
    }

    /// The files under `roots` that hold any of the words.
    pub(crate) fn files_in(&self, roots: &[&Path]) -> Vec<PathBuf> {
        let mut hits = Vec::new();
        let mut folders: Vec<PathBuf> = roots.iter().map(|root| (*root).to_owned()).collect();
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).expect("own directory").flatten() {
                let path = entry.path();
                if path.is_dir() {
                    folders.push(path);
                } else if self.is_in(&path) {
                    hits.push(path);
                }
            }
        }
        hits
    }

    fn is_in(&self, file: &Path) -> bool {
        // A log that the database folds away meanwhile leaves nothing to search.
        let bytes = fs::read(file).unwrap_or_default();
        self.count_in(&bytes) > 0
    }
}

fn hex(text: &str) -> String {
    text.bytes().map(|byte| format!("{byte:02x}")).collect()
}
