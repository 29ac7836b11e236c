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

/// Keeps a link that is handed to a founder; it ends the one that was handed to them before. Those in
/// mails stay. Who was listed is invited by it.
pub async fn hand_link(
    tx: &mut Tx,
    letter: i64,
    id: i64,
    (link, by): (&[u8], &str),
    now: i64,
) -> Result<()> {
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
        "insert into founder_links (hash, founder, handed) values ($1, $2, true)",
        link,
        id
    )?;
    execute!(
        tx,
        "insert into links (hash, letter, submission, signature)
         select $1, $2, null, signature from founders where id = $3 and signature is not null",
        link,
        letter,
        id
    )?;
    execute!(
        tx,
        "update founders set handed_at = $2,
                invited_by = case state when 'listed' then $3 else invited_by end,
                state = case state when 'listed' then 'invited' else state end
         where id = $1",
        id,
        now,
        by
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
