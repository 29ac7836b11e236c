//! Private links: where the hash of a token leads.

use std::collections::HashMap;

use super::sql::{execute, execute_values, rows_values, values};
use super::{Result, Tx};

/// Where a link leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// To a submission that waits.
    Submission(i64),
    /// To a signature.
    Signature(i64),
}

/// A link to be added.
pub struct NewLink<'a> {
    /// SHA-256 of its token.
    pub hash: &'a [u8],
    /// Of which letter.
    pub letter: i64,
    /// Where it leads.
    pub target: Target,
}

/// Adds links.
pub async fn insert_all(tx: &mut Tx, new: &[NewLink<'_>]) -> Result<()> {
    execute_values!(
        tx,
        "insert into links (hash, letter, submission, signature) ",
        new,
        |new| (
            new.hash,
            new.letter,
            new.target.submission(),
            new.target.signature(),
        ),
        ""
    )?;
    Ok(())
}

/// A letter, and the SHA-256 of a link's token.
pub type Link = (i64, Vec<u8>);

/// Where links lead, by letter and hash; those that lead nowhere are not among them.
pub async fn find_all(tx: &mut Tx, links: &[Link]) -> Result<HashMap<Link, Target>> {
    let found = rows_values!(
        tx,
        (i64, Vec<u8>, Option<i64>, Option<i64>),
        "select letter, hash, submission, signature from (",
        links,
        |(letter, hash)| (*letter, hash.as_slice()),
        ") as wanted join links on letter = column1 and hash = column2"
    )?;
    let lead = |(letter, hash, submission, signature): (_, _, Option<i64>, Option<i64>)| {
        let target = signature
            .map(Target::Signature)
            .or(submission.map(Target::Submission))?;
        Some(((letter, hash), target))
    };
    Ok(found.into_iter().filter_map(lead).collect())
}

/// Makes every link to a submission lead to a signature.
pub async fn repoint(tx: &mut Tx, submission: i64, signature: i64) -> Result<()> {
    repoint_all(tx, &[(submission, signature)]).await
}

/// Makes every link to the first of each pair, a submission, lead to the second, a signature.
pub async fn repoint_all(tx: &mut Tx, pairs: &[(i64, i64)]) -> Result<()> {
    execute_values!(
        tx,
        "update links set submission = null, signature = column2 from (",
        pairs,
        |(submission, signature)| (*submission, *signature),
        ") as pairs where submission = column1"
    )?;
    Ok(())
}

/// Deletes every link to a submission.
pub async fn drop_submission(tx: &mut Tx, submission: i64) -> Result<()> {
    execute!(tx, "delete from links where submission = $1", submission)?;
    Ok(())
}

impl Target {
    /// The submission that it leads to.
    pub(super) fn submission(self) -> Option<i64> {
        match self {
            Self::Submission(id) => Some(id),
            Self::Signature(_) => None,
        }
    }

    fn signature(self) -> Option<i64> {
        match self {
            Self::Signature(id) => Some(id),
            Self::Submission(_) => None,
        }
    }
}
