//! Mails that came back, and those that may: no address, only hashes of tokens.

use super::sql::{execute, execute_values, row, rows, values};
use super::{Result, Tx};

/// Seconds for which a bounce is kept: 30 days.
const KEPT: i64 = 30 * 24 * 3600;
/// Seconds within which a mail comes back, if it does: mail servers try for five days (RFC 5321,
/// section 4.5.4.1), and those behind them may too.
const AWAITED: i64 = 10 * 24 * 3600;

/// A mail that is lost.
pub struct Lost<'a> {
    /// About which letter.
    pub letter: i64,
    /// Hash of the token in it.
    pub token_hash: &'a [u8],
    /// The mail server's code.
    pub code: i64,
}

/// Notes that a mail is lost.
pub async fn note(tx: &mut Tx, id: i64, lost: &Lost<'_>, now: i64) -> Result<()> {
    execute!(
        tx,
        "insert into bounces (id, letter, token_hash, code, at) values ($1, $2, $3, $4, $5)",
        id,
        lost.letter,
        lost.token_hash,
        lost.code,
        now
    )?;
    Ok(())
}

/// A letter's mails that are lost, as far as they are kept, by code.
pub async fn by_code(tx: &mut Tx, letter: i64) -> Result<Vec<(i64, i64)>> {
    rows!(
        tx,
        (i64, i64),
        "select code, count(*) from bounces where letter = $1 group by code order by code",
        letter
    )
}

/// A mail that was accepted, and where it would come back to.
pub struct Expected<'a> {
    /// Hash of the token in its return path.
    pub path: &'a [u8],
    /// Hash of the token in it.
    pub token_hash: &'a [u8],
    /// About which letter.
    pub letter: i64,
    /// When it was accepted.
    pub at: i64,
}

/// Notes where mails would come back to.
pub async fn expect(tx: &mut Tx, mails: &[Expected<'_>]) -> Result<()> {
    execute_values!(
        tx,
        "insert into return_paths (hash, token_hash, letter, sent_at) ",
        mails,
        |mail| (mail.path, mail.token_hash, mail.letter, mail.at),
        ""
    )?;
    Ok(())
}

/// Takes a return path out, so that a mail comes back once; gives the mail's letter and the hash of its
/// token. None where no mail is awaited there.
pub async fn take(tx: &mut Tx, path: &[u8]) -> Result<Option<(i64, Vec<u8>)>> {
    row!(
        tx,
        (i64, Vec<u8>),
        "delete from return_paths where hash = $1 returning letter, token_hash",
        path
    )
}

/// Deletes what is past its time.
pub async fn purge(tx: &mut Tx, now: i64) -> Result<u64> {
    let noted = execute!(tx, "delete from bounces where at <= $1", now - KEPT)?;
    let awaited = execute!(
        tx,
        "delete from return_paths where sent_at <= $1",
        now - AWAITED
    )?;
    Ok(noted + awaited)
}
