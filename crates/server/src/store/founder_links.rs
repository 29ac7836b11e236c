//! The private links of invited founders: those in mails, and those that are handed over.

use super::founders::{FounderRow, founder};
use super::sql::{execute, row};
use super::{Result, Tx};

/// Whom a link leads to.
pub async fn by_link(tx: &mut Tx, hash: &[u8]) -> Result<Option<FounderRow>> {
    row!(
        tx,
        FounderRow,
        founder!("where id in (select founder from founder_links where hash = $1)"),
        hash
    )
}

/// A link that is handed to a founder.
pub struct Handed<'a> {
    /// SHA-256 of its token.
    pub hash: &'a [u8],
    /// The organizer who made it.
    pub organizer: i64,
    /// Their name.
    pub by: &'a str,
}

/// Keeps a link that is handed to a founder; it ends the one that was handed to them before. Those in
/// mails stay. Who was listed is invited by it. To a signature it leads once an answer has come by it.
pub async fn hand_link(tx: &mut Tx, id: i64, link: &Handed<'_>, now: i64) -> Result<()> {
    execute!(
        tx,
        "delete from links
         where hash in (select hash from founder_links where founder = $1 and handed)",
        id
    )?;
    execute!(
        tx,
        "delete from founder_links where founder = $1 and handed",
        id
    )?;
    execute!(
        tx,
        "insert into founder_links (hash, founder, handed, organizer) values ($1, $2, true, $3)",
        link.hash,
        id,
        link.organizer
    )?;
    execute!(
        tx,
        "update founders set handed_at = $2,
                invited_by = case state when 'listed' then $3 else invited_by end,
                state = case state when 'listed' then 'invited' else state end
         where id = $1",
        id,
        now,
        link.by
    )?;
    Ok(())
}

/// An answer came by the link with this hash: one that was handed over besides ends. So the one that is there
/// while an answer stands gave that answer, or was made after it.
pub async fn answered_by(tx: &mut Tx, id: i64, hash: &[u8]) -> Result<()> {
    execute!(
        tx,
        "delete from founder_links where founder = $1 and handed and hash <> $2",
        id,
        hash
    )?;
    Ok(())
}

/// Ends the links that an organizer handed over in a letter and that gave no answer which stands.
pub async fn end_unused_by(tx: &mut Tx, letter: i64, organizer: i64) -> Result<()> {
    execute!(
        tx,
        "delete from founder_links where organizer = $2
         and founder in (select id from founders
                         where letter = $1 and state not in ('held', 'declined'))
         and not exists (select 1 from links k where k.letter = $1 and k.hash = founder_links.hash)",
        letter,
        organizer
    )?;
    Ok(())
}

/// Makes every link of a founder lead to their signature as well.
pub async fn link_signature(tx: &mut Tx, letter: i64, id: i64, signature: i64) -> Result<()> {
    execute!(
        tx,
        "insert into links (hash, letter, submission, signature)
         select hash, $1, null, $3 from founder_links where founder = $2",
        letter,
        id,
        signature
    )?;
    Ok(())
}
