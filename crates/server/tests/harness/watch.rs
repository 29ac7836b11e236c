//! A monitor: keeps every checkpoint that a node shows, and holds them against each other.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use undersigned_record::checkpoint::Checkpoint;
use undersigned_record::layout::File;
use undersigned_record::note::VerifierKey;
use undersigned_record::source::{Source, SourceError};
use undersigned_record::verify::consistent;

use super::Visitor;

/// Polls a node for its checkpoint until it is asked for what it saw.
pub(crate) struct Watch {
    stop: Arc<AtomicBool>,
    polling: JoinHandle<BTreeMap<u64, Checkpoint>>,
}

impl Watch {
    /// Begins to watch; `key` is the letter's vkey.
    ///
    /// The polling thread panics, and so does [`Watch::end`], if the node shows a checkpoint
    /// smaller than one before, two different ones of a size, or one with a wrong signature.
    pub(crate) fn begin(visitor: Visitor, key: &str) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = stop.clone();
        let key: VerifierKey = key.trim().parse().expect("a vkey");
        let polling = thread::spawn(move || {
            let mut seen = BTreeMap::new();
            while !stopped.load(Ordering::SeqCst) {
                if let Some(checkpoint) = poll(&visitor, &key) {
                    keep(&mut seen, checkpoint);
                }
                thread::sleep(Duration::from_millis(30));
            }
            seen
        });
        Self { stop, polling }
    }

    /// Ends it; gives every checkpoint seen, by size.
    pub(crate) fn end(self) -> BTreeMap<u64, Checkpoint> {
        self.stop.store(true, Ordering::SeqCst);
        self.polling.join().expect("every checkpoint was sound")
    }
}

fn poll(visitor: &Visitor, key: &VerifierKey) -> Option<Checkpoint> {
    let answer = visitor.record("checkpoint")?;
    (answer.status == 200).then(|| {
        Checkpoint::open(&answer.text(), key).expect("every checkpoint is signed by the log")
    })
}

fn keep(seen: &mut BTreeMap<u64, Checkpoint>, new: Checkpoint) {
    if let Some((largest, _)) = seen.last_key_value() {
        assert!(new.size >= *largest, "from {largest} back to {}", new.size);
    }
    let (size, root) = (new.size, new.root);
    let known = seen.entry(size).or_insert(new);
    assert_eq!(known.root, root, "two records of {size} entries");
}

/// Proves each checkpoint consistent with the one that the node shows now.
pub(crate) fn prove_one_history(visitor: &Visitor, key: &str, seen: &BTreeMap<u64, Checkpoint>) {
    let key: VerifierKey = key.trim().parse().expect("a vkey");
    let last = poll(visitor, &key).expect("the node answers");
    for checkpoint in seen.values() {
        consistent(&mut Record(visitor), checkpoint, &last).unwrap_or_else(|problem| {
            panic!("{} and {} entries: {problem}", checkpoint.size, last.size)
        });
    }
}

struct Record<'a>(&'a Visitor);

impl Source for Record<'_> {
    const GROWS: bool = true;

    fn read(&mut self, file: &File) -> Result<Option<Vec<u8>>, SourceError> {
        let answer = self.0.record(&file.to_string());
        let answer = answer.ok_or_else(|| SourceError::unread("no answer"))?;
        match answer.status {
            200 => Ok(Some(answer.body)),
            404 => Ok(None),
            status => Err(SourceError::unread(format!("status {status}"))),
        }
    }
}
