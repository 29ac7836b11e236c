//! Why a command stopped. Each variant states the fact in words for the person at the desk.

use std::io;
use std::path::PathBuf;

use crate::letter::Letter;

/// A reason to stop at once. Faults of single lines are not here: see [`crate::export::Fault`].
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error("{} cannot be read: {source}", path.display())]
    Read { path: PathBuf, source: io::Error },

    #[error("{} cannot be written: {source}", path.display())]
    Write { path: PathBuf, source: io::Error },

    #[error("the output cannot be written: {0}")]
    Output(#[from] io::Error),

    #[error("{} is there already, and is left as it was", path.display())]
    Exists { path: PathBuf },

    #[error("{} is not an identity file: {why}", path.display())]
    Identity { path: PathBuf, why: String },

    #[error("{} is locked with a passphrase; unlock it first, with: age -d -o unlocked.txt {}", path.display(), path.display())]
    LockedIdentity { path: PathBuf },

    #[error("{} is not {wanted}: {why}", path.display())]
    Header {
        path: PathBuf,
        wanted: &'static str,
        why: String,
    },

    #[error(
        "{} is not complete: it says that it holds {promised} contact{}, and holds {found}; copy it again, or export it again",
        path.display(),
        if *promised == 1 { "" } else { "s" }
    )]
    Count {
        path: PathBuf,
        promised: u64,
        found: u64,
    },

    #[error(
        "this test contact for {letter} is sealed to {theirs}, not to your identity, whose recipient is {yours}"
    )]
    NotAddressed {
        letter: Letter,
        theirs: String,
        yours: String,
    },

    #[error("line {line} of {}: {why}", path.display())]
    TestContact {
        path: PathBuf,
        line: u64,
        why: String,
    },
}
