//! The first pass: entries, tree, tiles, rules, root; and the texts.

use super::{Problem, Progress};
use crate::Hash;
use crate::checkpoint::Checkpoint;
use crate::entry::Entry;
use crate::filter::Filter;
use crate::layout::File;
use crate::merkle;
use crate::note::VerifierKey;
use crate::rules::Rules;
use crate::source::Source;
use crate::tile::{Edge, EntryBundle, Tile, WIDTH};

/// A verification under way.
pub(crate) struct Verification<'a, S> {
    pub(crate) source: &'a mut S,
    pub(crate) key: VerifierKey,
    pub(crate) checkpoint: Checkpoint,
    pub(crate) rules: Rules,
    /// Whose openings and statements the source holds: everybody's, if it is no filtered bundle.
    pub(crate) held: Filter,
    edge: Edge,
    /// SHA-256 of each entry bundle as the first pass read it, so that the second can't be shown another.
    digests: Vec<Hash>,
    progress: &'a mut dyn FnMut(Progress),
}

pub(crate) fn need<S: Source>(source: &mut S, file: &File) -> Result<Vec<u8>, Problem> {
    let bytes = source
        .read(file)
        .map_err(|error| Problem::Source(file.clone(), error))?;
    bytes.ok_or_else(|| Problem::Missing(file.clone()))
}

/// A tile, cut from the full one if the log no longer has the partial one (tlog-tiles, "Partial Tiles").
pub(super) fn tile_bytes<S: Source>(source: &mut S, tile: Tile) -> Result<Vec<u8>, Problem> {
    let file = File::Tile(tile);
    let bytes = source
        .read(&file)
        .map_err(|error| Problem::Source(file.clone(), error))?;
    if let Some(bytes) = bytes {
        return Ok(bytes);
    }
    let full = source.read(&File::Tile(tile.full()));
    let full = full.map_err(|error| Problem::Source(file.clone(), error))?;
    let mut bytes = full.ok_or(Problem::Missing(file))?;
    bytes.truncate(tile.len());
    Ok(bytes)
}

/// The newest checkpoint that the source shows, if `key` signed it.
pub(super) fn checkpoint<S: Source>(
    source: &mut S,
    key: &VerifierKey,
) -> Result<Checkpoint, Problem> {
    let bytes = need(source, &File::Checkpoint)?;
    let note = std::str::from_utf8(&bytes);
    let checkpoint = Checkpoint::open(note.unwrap_or_default(), key)?;
    if checkpoint.size == 0 {
        Err(Problem::Empty)
    } else {
        Ok(checkpoint)
    }
}

impl<'a, S: Source> Verification<'a, S> {
    pub(crate) fn start(
        source: &'a mut S,
        key: VerifierKey,
        progress: &'a mut dyn FnMut(Progress),
    ) -> Result<Self, Problem> {
        let checkpoint = checkpoint(source, &key)?;
        let rules = Rules::new(key.clone());
        Ok(Self {
            source,
            key,
            checkpoint,
            rules,
            held: Filter::default(),
            edge: Edge::empty(),
            digests: Vec::new(),
            progress,
        })
    }

    pub(crate) fn report(&mut self, done: u64) {
        (self.progress)(Progress {
            done,
            total: 2 * self.checkpoint.size,
        });
    }

    /// Reads the entries between what was read before and the checkpoint.
    pub(crate) fn read_entries(&mut self) -> Result<(), Problem> {
        let first = self.edge.size() / WIDTH;
        for index in first..self.checkpoint.size.div_ceil(WIDTH) {
            let bundle = EntryBundle::at(index, self.checkpoint.size).ok_or(Problem::Empty)?;
            let bytes = self.bundle_bytes(bundle)?;
            let entries = split(bundle, &bytes)?;
            let known = usize::try_from(self.edge.size() - index * WIDTH).unwrap_or(entries.len());
            self.check_known(bundle, &bytes, &entries[..known])?;
            for entry in entries.into_iter().skip(known) {
                self.take(entry)?;
            }
            self.digests
                .truncate(usize::try_from(index).unwrap_or(usize::MAX));
            self.digests.push(Hash::of(&bytes));
            self.compare_full_tiles()?;
            self.report(self.edge.size());
        }
        self.compare_partial_tiles()?;
        if self.edge.root() == self.checkpoint.root {
            Ok(())
        } else {
            Err(Problem::Root)
        }
    }

    /// A bundle that grew must begin with the entries that were read from it before.
    fn check_known(
        &self,
        bundle: EntryBundle,
        bytes: &[u8],
        known: &[&[u8]],
    ) -> Result<(), Problem> {
        let length = known.iter().map(|entry| entry.len() + 2).sum();
        let before = usize::try_from(bundle.index)
            .ok()
            .and_then(|place| self.digests.get(place));
        let same = known.is_empty() || before == Some(&Hash::of(&bytes[..length]));
        if same {
            Ok(())
        } else {
            Err(Problem::Changed(File::Entries(bundle)))
        }
    }

    fn take(&mut self, bytes: &[u8]) -> Result<(), Problem> {
        let index = self.edge.size();
        let entry = Entry::parse(bytes).map_err(|error| Problem::Entry(index, error))?;
        self.rules
            .apply(&entry)
            .map_err(|error| Problem::Rule(index, error))?;
        self.edge.append(merkle::leaf_hash(bytes));
        Ok(())
    }

    /// A bundle cut to its width: by tlog-tiles a log may drop a partial bundle once the full one is there.
    fn bundle_bytes(&mut self, bundle: EntryBundle) -> Result<Vec<u8>, Problem> {
        let file = File::Entries(bundle);
        let failed = |error| Problem::Source(file.clone(), error);
        if let Some(bytes) = self.source.read(&file).map_err(failed)? {
            return Ok(bytes);
        }
        let mut bytes =
            need(self.source, &File::Entries(bundle.full())).map_err(|problem| match problem {
                Problem::Missing(_) => Problem::Missing(file.clone()),
                other => other,
            })?;
        let entries = bundle
            .decode_prefix(&bytes)
            .map_err(|_| Problem::Entries(file))?;
        let length = entries.iter().map(|entry| entry.len() + 2).sum();
        bytes.truncate(length);
        Ok(bytes)
    }

    /// Reads a bundle again, and makes sure that it is the one that the first pass read.
    pub(super) fn again(&mut self, index: u64) -> Result<Vec<Entry>, Problem> {
        let bundle = EntryBundle::at(index, self.checkpoint.size).ok_or(Problem::Empty)?;
        let bytes = self.bundle_bytes(bundle)?;
        let digest = usize::try_from(index)
            .ok()
            .and_then(|place| self.digests.get(place));
        if digest != Some(&Hash::of(&bytes)) {
            return Err(Problem::Changed(File::Entries(bundle)));
        }
        let entries = split(bundle, &bytes)?.into_iter().zip(index * WIDTH..);
        entries
            .map(|(entry, at)| Entry::parse(entry).map_err(|error| Problem::Entry(at, error)))
            .collect()
    }

    fn compare_full_tiles(&mut self) -> Result<(), Problem> {
        for (level, index, bytes) in self.edge.take_completed() {
            let tile = Tile {
                level,
                index,
                width: 256,
            };
            if need(self.source, &File::Tile(tile))? != bytes {
                return Err(Problem::Tile(tile));
            }
        }
        Ok(())
    }

    fn compare_partial_tiles(&mut self) -> Result<(), Problem> {
        for (tile, bytes) in self.edge.partial() {
            if tile_bytes(self.source, tile)? != bytes {
                return Err(Problem::Tile(tile));
            }
        }
        Ok(())
    }

    /// Follows a log that grew: the new entries must extend the tree that was read. A cache may show an older
    /// checkpoint, but it too must be one of this log's.
    pub(super) fn follow(&mut self) -> Result<(), Problem> {
        let newer = checkpoint(self.source, &self.key)?;
        if newer.size < self.checkpoint.size {
            return super::consistent(self.source, &newer, &self.checkpoint);
        }
        if newer.size == self.checkpoint.size && newer.root != self.checkpoint.root {
            return Err(Problem::Fork(self.checkpoint.size, newer.size));
        }
        let known = self.rules.named().len();
        self.checkpoint = newer;
        self.read_entries()?;
        self.check_named(known)
    }

    /// Checks the checkpoints that entries named since `known` of them were: the second pass, which rebuilds the tree
    /// to check the others, may be past their sizes already.
    fn check_named(&mut self, known: usize) -> Result<(), Problem> {
        for &(size, root, index) in &self.rules.named()[known..] {
            let named = Checkpoint {
                origin: self.checkpoint.origin.clone(),
                size,
                root,
            };
            super::consistent(self.source, &named, &self.checkpoint).map_err(|problem| {
                match problem {
                    Problem::Fork(..) => Problem::Named(index),
                    other => other,
                }
            })?;
        }
        Ok(())
    }

    /// Compares every text with the digest that the record names.
    pub(crate) fn read_texts(&mut self) -> Result<(), Problem> {
        for file in text_files(&self.rules) {
            let File::Text { version, lang } = &file else {
                continue;
            };
            let digest = self
                .rules
                .digests(*version)
                .and_then(|texts| texts.get(lang))
                .copied();
            if digest != Some(Hash::of(&need(self.source, &file)?)) {
                return Err(Problem::Text(file));
            }
        }
        Ok(())
    }

    /// How many entry bundles the log has.
    pub(super) fn bundles(&self) -> u64 {
        self.checkpoint.size.div_ceil(WIDTH)
    }
}

/// The files of all texts that the record names.
pub(crate) fn text_files(rules: &Rules) -> Vec<File> {
    let versions = 1..=rules.versions();
    versions
        .flat_map(|version| {
            let langs = rules
                .digests(version)
                .into_iter()
                .flat_map(|texts| texts.keys().cloned());
            langs.map(move |lang| File::Text { version, lang })
        })
        .collect()
}

fn split(bundle: EntryBundle, bytes: &[u8]) -> Result<Vec<&[u8]>, Problem> {
    bundle
        .decode(bytes)
        .map_err(|_| Problem::Entries(File::Entries(bundle)))
}
