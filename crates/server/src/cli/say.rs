//! What a command says: results on standard output, errors on standard error.

/// A line of the result.
#[expect(
    clippy::print_stdout,
    reason = "the one place where commands print their results"
)]
pub(super) fn line(text: impl std::fmt::Display) {
    println!("{text}");
}

/// What went wrong, with its causes.
#[expect(
    clippy::print_stderr,
    reason = "the one place where commands print their errors"
)]
pub(super) fn error(error: &anyhow::Error) {
    eprintln!("undersigned: {error:#}");
}

/// A question, on standard error, so that results can go elsewhere.
pub(super) fn ask(question: &str) -> std::io::Result<()> {
    use std::io::Write;
    let mut screen = std::io::stderr().lock();
    screen.write_all(question.as_bytes())?;
    screen.flush()
}
