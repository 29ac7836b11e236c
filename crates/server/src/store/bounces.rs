//! Mails that came back, and those that may: no address, only hashes of tokens.

use super::sql::{execute, row};
use super::{Result, Tx};

/// Seconds for which a bounce is kept: 30 days.
const KEPT: i64 = 30 * 24 * 3600;
/// Seconds within which a mail comes back, if it does: mail servers try for five days (RFC 5321,
/// section 4.5.4.1), and those behind them may too.
const AWAITED: i64 = 10 * 24 * 3600;

/// Notes that a mail is lost: the hash of the token in it, and the mail server's code.
pub async fn note(tx: &mut Tx, id: i64, token_hash: &[u8], code: i64, now: i64) -> Result<()> {
    execute!(
        tx,
        "insert into bounces (id, token_hash, code, at) values ($1, $2, $3, $4)",
        id,
        token_hash,
        code,
        now
    )?;
    Ok(())
}

/// Notes where a mail that was accepted would come back to.
pub async fn expect(tx: &mut Tx, path: &[u8], token_hash: &[u8], now: i64) -> Result<()> {
    execute!(
        tx,
        "insert into return_paths (hash, token_hash, sent_at) values ($1, $2, $3)",
        path,
        token_hash,
        now
    )?;
    Ok(())
}

/// Takes a return path out, so that a mail comes back once; gives the hash of the mail's token. None
/// where no mail is awaited there.
pub async fn take(tx: &mut Tx, path: &[u8]) -> Result<Option<Vec<u8>>> {
    let taken = row!(
        tx,
        (Vec<u8>,),
        "delete from return_paths where hash = $1 returning token_hash",
        path
    )?;
    Ok(taken.map(|(token_hash,)| token_hash))
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
