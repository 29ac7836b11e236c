//! Mails to invited founders: who is to get one, who got one, and what became of it.

use super::founders::{FounderRow, founder};
use super::sql::{execute, rows};
use super::{Result, Tx};

/// Notes that a founder is to get a mail now: the invitation, or a reminder where fewer than `most`
/// mails were made and the last before `before`. False where neither is due, or none can go to them.
pub async fn ask(tx: &mut Tx, id: i64, by: &str, most: i64, before: i64) -> Result<bool> {
    let asked = execute!(
        tx,
        "update founders set state = 'due', invited_by = $2 where id = $1 and addressed
         and (state = 'listed'
              or (state = 'invited' and mails < $3 and coalesce(mailed_at, 0) <= $4))",
        id,
        by,
        most,
        before
    )?;
    Ok(asked == 1)
}

/// The same for everybody who is `listed` with an address.
pub async fn ask_all(tx: &mut Tx, letter: i64, by: &str) -> Result<u64> {
    execute!(
        tx,
        "update founders set state = 'due', invited_by = $2
         where letter = $1 and state = 'listed' and addressed",
        letter,
        by
    )
}

/// The same for everybody who was invited, has not answered, and may be reminded.
pub async fn remind_all(tx: &mut Tx, letter: i64, by: &str, most: i64, before: i64) -> Result<u64> {
    execute!(
        tx,
        "update founders set state = 'due', invited_by = $2
         where letter = $1 and state = 'invited' and addressed and mails < $3
         and coalesce(mailed_at, 0) <= $4 and bounced_at is null",
        letter,
        by,
        most,
        before
    )
}

/// Letters that have not launched, and of which somebody is due for a mail.
pub async fn letters_due(tx: &mut Tx) -> Result<Vec<i64>> {
    let found = rows!(
        tx,
        (i64,),
        "select distinct letter from founders
         where state = 'due' and letter in (select id from letters where state = 'draft')"
    )?;
    Ok(found.into_iter().map(|(letter,)| letter).collect())
}

/// Who of a letter is due for a mail.
pub async fn due(tx: &mut Tx, letter: i64, limit: i64) -> Result<Vec<FounderRow>> {
    rows!(
        tx,
        FounderRow,
        founder!("where letter = $1 and state = 'due' order by id limit $2"),
        letter,
        limit
    )
}

/// Notes that the mail `mail` with this link was made for a founder. False where another node made one,
/// or they answered meanwhile.
pub async fn mailed(tx: &mut Tx, id: i64, (link, mail): (&[u8], i64), now: i64) -> Result<bool> {
    let marked = execute!(
        tx,
        "update founders set state = 'invited', mails = mails + 1, mailed_at = $2, bounced_at = null
         where id = $1 and state = 'due'",
        id,
        now
    )?;
    if marked == 1 {
        execute!(
            tx,
            "insert into founder_links (hash, founder, mail) values ($1, $2, $3)",
            link,
            id,
            mail
        )?;
    }
    Ok(marked == 1)
}

/// Ends the mails to a founder that wait to be sent.
pub async fn drop_waiting(tx: &mut Tx, id: i64) -> Result<()> {
    execute!(
        tx,
        "delete from mail_jobs where id in (select mail from founder_links where founder = $1)",
        id
    )?;
    Ok(())
}

/// Ends those to every founder of a letter who has not accepted.
pub async fn drop_unaccepted(tx: &mut Tx, letter: i64) -> Result<u64> {
    execute!(
        tx,
        "delete from mail_jobs where letter = $1 and id in
         (select l.mail from founder_links l join founders f on f.id = l.founder
          where f.letter = $1 and f.state <> 'accepted')",
        letter
    )
}

/// Puts those back among the listed whose entry can't be read: no mail can be made for them.
pub async fn unask(tx: &mut Tx, ids: &[i64]) -> Result<()> {
    for id in ids {
        execute!(
            tx,
            "update founders set state = 'listed' where id = $1 and state = 'due'",
            *id
        )?;
    }
    Ok(())
}

/// Notes that a mail server took the mail with this link, or refused it for good.
pub async fn note_mail(tx: &mut Tx, link: &[u8], taken: bool, at: i64) -> Result<()> {
    let sql = match taken {
        true => {
            "update founders set sent_at = $2
             where id in (select founder from founder_links where hash = $1)"
        }
        false => {
            "update founders set bounced_at = $2
             where id in (select founder from founder_links where hash = $1)"
        }
    };
    execute!(tx, sql, link, at)?;
    Ok(())
}
