//! Organizers' sessions, by the hash of their cookie's token.

use super::sql::{execute, row, rows};
use super::{Result, Tx};

/// An open session, and whose it is.
#[derive(Clone, sqlx::FromRow)]
pub struct SessionRow {
    /// Grows with time.
    pub id: i64,
    /// Whose.
    pub organizer: i64,
    /// Their name.
    pub name: String,
    /// Whether they may make letters on this server.
    pub makes_letters: bool,
    /// The browser's family.
    pub browser: String,
    /// When it began.
    pub begun_at: i64,
    /// When it was last used, to some minutes.
    pub seen_at: i64,
    /// When a passkey last answered in it.
    pub fresh_at: i64,
}

/// Adds a session that begins now.
pub async fn insert(
    tx: &mut Tx,
    (id, hash): (i64, &[u8]),
    organizer: i64,
    browser: &str,
    now: i64,
) -> Result<()> {
    execute!(
        tx,
        "insert into sessions (id, hash, organizer, browser, begun_at, seen_at, fresh_at)
         values ($1, $2, $3, $4, $5, $5, $5)",
        id,
        hash,
        organizer,
        browser,
        now
    )?;
    Ok(())
}

/// Sessions that were begun after `$2` and seen after `$3`, newest first.
macro_rules! select_open {
    ($whose:literal) => {
        concat!(
            "select s.id, s.organizer, o.name, o.makes_letters, s.browser, s.begun_at, s.seen_at,
                    s.fresh_at
             from sessions s join organizers o on o.id = s.organizer
             where s.begun_at > $2 and s.seen_at > $3 and ",
            $whose,
            " order by s.id desc"
        )
    };
}

/// The session with this hash, if it was begun and seen late enough.
pub async fn find(
    tx: &mut Tx,
    hash: &[u8],
    (begun_after, seen_after): (i64, i64),
) -> Result<Option<SessionRow>> {
    row!(
        tx,
        SessionRow,
        select_open!("s.hash = $1"),
        hash,
        begun_after,
        seen_after
    )
}

/// An organizer's sessions, newest first.
pub async fn of(
    tx: &mut Tx,
    organizer: i64,
    (begun_after, seen_after): (i64, i64),
) -> Result<Vec<SessionRow>> {
    rows!(
        tx,
        SessionRow,
        select_open!("s.organizer = $1"),
        organizer,
        begun_after,
        seen_after
    )
}

/// Whether a session is still open: asked inside the transaction of what it wants to write.
pub async fn is_open(tx: &mut Tx, id: i64) -> Result<bool> {
    let found = row!(tx, (i64,), "select id from sessions where id = $1", id)?;
    Ok(found.is_some())
}

/// Notes that a session was used.
pub async fn seen(tx: &mut Tx, id: i64, now: i64) -> Result<()> {
    execute!(
        tx,
        "update sessions set seen_at = $1 where id = $2",
        now,
        id
    )?;
    Ok(())
}

/// Notes that a passkey answered in a session. False where it was ended meanwhile.
pub async fn freshen(tx: &mut Tx, id: i64, now: i64) -> Result<bool> {
    let noted = execute!(
        tx,
        "update sessions set fresh_at = $1 where id = $2",
        now,
        id
    )?;
    Ok(noted == 1)
}

/// Ends one session of an organizer. False where they have no such.
pub async fn end(tx: &mut Tx, organizer: i64, id: i64) -> Result<bool> {
    let ended = execute!(
        tx,
        "delete from sessions where id = $1 and organizer = $2",
        id,
        organizer
    )?;
    Ok(ended == 1)
}

/// Ends every session of an organizer.
pub async fn end_all(tx: &mut Tx, organizer: i64) -> Result<()> {
    execute!(tx, "delete from sessions where organizer = $1", organizer)?;
    Ok(())
}

/// Ends every session of organizers and withdraws every link that one of them made for somebody: for
/// a database that may be old, in which what was ended since would be open again. Founders and
/// signatories keep theirs: nobody could give them another.
pub async fn forget_all(tx: &mut Tx) -> Result<()> {
    for statement in [
        "delete from sessions",
        "delete from invitations",
        "delete from ceremonies",
        "delete from previews",
        "delete from translators",
    ] {
        execute!(tx, statement)?;
    }
    Ok(())
}

/// Deletes those past their time.
pub async fn purge(tx: &mut Tx, (begun_after, seen_after): (i64, i64)) -> Result<u64> {
    execute!(
        tx,
        "delete from sessions where begun_at <= $1 or seen_at <= $2",
        begun_after,
        seen_after
    )
}
