//! What a command says: results on standard output, errors on standard error.

/// A line of the result.
#[expect(
    clippy::print_stdout,
    reason = "the one place where commands print their results"
)]
pub(super) fn line(text: impl std::fmt::Display) {
    println!("{text}");
}

/// What whoever runs a command should know beside its result, on standard error.
#[expect(
    clippy::print_stderr,
    reason = "the one place where commands print what is no result"
)]
pub(super) fn note(text: impl std::fmt::Display) {
    eprintln!("undersigned: {text}");
}

/// What went wrong, with its causes.
pub(super) fn error(error: &anyhow::Error) {
    note(causes(error));
}

/// An error and its causes in one line. Many errors name their cause themselves, so that whoever
/// prints them alone says enough; such a cause is not said again.
fn causes(error: &anyhow::Error) -> String {
    let mut said = String::new();
    for cause in error.chain() {
        let cause = cause.to_string();
        if said.is_empty() {
            said = cause;
        } else if !said.ends_with(&cause) {
            said = format!("{said}: {cause}");
        }
    }
    said
}

/// A number with its noun.
pub(super) fn count(number: impl Into<i128>, one: &str, many: &str) -> String {
    let number = number.into();
    let noun = if number == 1 { one } else { many };
    format!("{number} {noun}")
}

/// A question, on standard error, so that results can go elsewhere.
pub(super) fn ask(question: &str) -> std::io::Result<()> {
    use std::io::Write;
    let mut screen = std::io::stderr().lock();
    screen.write_all(question.as_bytes())?;
    screen.flush()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::acts::recovery::{CopyError, RecoveryError};
    use crate::app::OpenError;
    use crate::seal::KeyError;
    use undersigned_record::bundle::{BundleError, WriteError};
    use undersigned_record::checkpoint::CheckpointError;
    use undersigned_record::note::NoteError;
    use undersigned_record::verify::Problem;

    fn io() -> std::io::Error {
        std::io::Error::from(std::io::ErrorKind::StorageFull)
    }

    /// What is said ends in the innermost cause, and says nothing twice.
    fn assert_once(error: impl Into<anyhow::Error>, cause: &str) {
        let said = causes(&error.into());
        assert_eq!(said.matches(cause).count(), 1, "{said}");
        assert!(said.ends_with(cause), "{said}");
    }

    #[test]
    fn a_cause_is_said_once() {
        let full = "no storage space";
        let bundle = || BundleError::Io(io());
        assert_once(RecoveryError::from(CopyError::Io(io())), full);
        assert_once(RecoveryError::from(CopyError::Bundle(bundle())), full);
        assert_once(
            RecoveryError::from(CopyError::Problem(bundle().into())),
            full,
        );
        assert_once(RecoveryError::Mark(io()), full);
        assert_once(WriteError::from(Problem::from(bundle())), full);
        assert_once(OpenError::Data("data".into(), io()), full);
        let checkpoint = CheckpointError::from(NoteError::Unsigned);
        assert_once(Problem::from(checkpoint), "not signed by the expected key");
        let key = KeyError::NotThis(Path::new("log").into());
        assert_once(RecoveryError::from(key), "the letter's public key");
    }

    #[test]
    fn one_has_its_own_noun() {
        let entries = |number: u64| count(number, "entry", "entries");
        assert_eq!(
            [0, 1, 2].map(entries),
            ["0 entries", "1 entry", "2 entries"]
        );
    }

    #[test]
    fn a_cause_that_was_not_named_is() {
        let error = anyhow::Error::from(io()).context("letter.zip");
        assert!(causes(&error).starts_with("letter.zip: no storage space"));
    }
}
