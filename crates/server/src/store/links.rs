//! Private links: where the hash of a token leads.

use super::sql::{execute, row};
use super::{Result, Tx};

/// Where a link leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// To a submission that waits.
    Submission(i64),
    /// To a signature.
    Signature(i64),
}

/// Adds a link.
pub async fn insert(tx: &mut Tx, hash: &[u8], letter: i64, target: Target) -> Result<()> {
    let (submission, signature) = split(target);
    execute!(
        tx,
        "insert into links (hash, letter, submission, signature) values ($1, $2, $3, $4)",
        hash,
        letter,
        submission,
        signature,
    )?;
    Ok(())
}

/// Where the link of `letter` with this hash leads.
pub async fn find(tx: &mut Tx, letter: i64, hash: &[u8]) -> Result<Option<Target>> {
    let found = row!(
        tx,
        (Option<i64>, Option<i64>),
        "select submission, signature from links where hash = $1 and letter = $2",
        hash,
        letter
    )?;
    Ok(found.and_then(|(submission, signature)| {
        signature
            .map(Target::Signature)
            .or(submission.map(Target::Submission))
    }))
}

/// Makes every link to a submission lead to a signature.
pub async fn repoint(tx: &mut Tx, submission: i64, signature: i64) -> Result<()> {
    execute!(
        tx,
        "update links set submission = null, signature = $1 where submission = $2",
        signature,
        submission
    )?;
    Ok(())
}

/// Deletes every link to a submission.
pub async fn drop_submission(tx: &mut Tx, submission: i64) -> Result<()> {
    execute!(tx, "delete from links where submission = $1", submission)?;
    Ok(())
}

fn split(target: Target) -> (Option<i64>, Option<i64>) {
    match target {
        Target::Submission(id) => (Some(id), None),
        Target::Signature(id) => (None, Some(id)),
    }
}
