//! Inviting: founders get a mail with a link of their own, and reminders where they don't answer.

use std::collections::BTreeSet;

use super::list::{UNKNOWN, known, line};
use super::{Entry, by_editor, is_held_draft, key};
use crate::acts::access::trail::Line;
use crate::acts::access::{Act, Session};
use crate::acts::launch::{self, Missing};
use crate::acts::mailing::{Founding, Payload};
use crate::acts::signing::to_json;
use crate::acts::{ActError, Result};
use crate::app::App;
use crate::l10n::Lang;
use crate::model::Letter;
use crate::seal::{Purpose, RowKey, Token, random, row_id};
use crate::store::founders::{self, FounderRow};
use crate::store::outbox::{self, MailRow};
use crate::store::{StoreError, founder_mails, letters};

/// Mails that one founder gets at most: the invitation and three reminders.
pub const MAILS: i64 = 4;
/// Seconds between two of them.
pub const REST: i64 = 3 * 24 * 3600;
/// Mails that are made in one transaction.
const BATCH: i64 = 100;

/// What has to be there before anybody is invited: a text to read, and recipients whose identities
/// are known to work, since whoever accepts has their contact sealed to them.
pub async fn missing(app: &App, letter: &Letter) -> Result<Option<Missing>> {
    let mut tx = app.store.read().await?;
    let missing = launch::missing(&mut tx, letter).await?;
    Ok(missing.filter(|missing| *missing != Missing::Dates))
}

/// Whom to write to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whom {
    /// Everybody who was not invited yet.
    Listed,
    /// Everybody who was, has not answered, and may be reminded.
    Silent,
    /// This founder, be it for the first time or as a reminder.
    One(i64),
}

/// Has mails made; gives how many. Whoever got one in the last three days, or four in all, gets none.
pub async fn ask(app: &App, session: &Session, letter: &Letter, whom: Whom) -> Result<u64> {
    if missing(app, letter).await?.is_some() {
        return Err(ActError::NotReady);
    }
    // Where nobody can read who they are, no mail would ever be made.
    key::read(app, letter).await?;
    let asked = match whom {
        Whom::Listed => ask_all(app, session, letter, Act::FoundersInvited).await?,
        Whom::Silent => ask_all(app, session, letter, Act::FoundersReminded).await?,
        Whom::One(founder) => u64::from(ask_one(app, session, letter, founder).await?),
    };
    app.mail_wake.notify_one();
    Ok(asked)
}

async fn ask_all(app: &App, session: &Session, letter: &Letter, act: Act) -> Result<u64> {
    let line = Line::new(app, session.into(), Some(letter.id), act, "");
    let (id, by) = (letter.id, session.name.clone());
    let before = app.clock.now() - REST;
    by_editor(app, session, letter, line, move |tx| {
        Box::pin(async move {
            match act {
                Act::FoundersReminded => {
                    founder_mails::remind_all(tx, id, &by, MAILS, before).await
                }
                _ => founder_mails::ask_all(tx, id, &by).await,
            }
        })
    })
    .await
}

async fn ask_one(app: &App, session: &Session, letter: &Letter, founder: i64) -> Result<bool> {
    let known_now = founders::get(&mut app.store.read().await?, letter.id, founder).await?;
    let act = match known_now {
        Some(row) if row.mails > 0 => Act::FoundersReminded,
        _ => Act::FoundersInvited,
    };
    let line = line(app, session, letter, act, founder);
    let (id, by) = (letter.id, session.name.clone());
    let before = app.clock.now() - REST;
    let asked = by_editor(app, session, letter, line, move |tx| {
        Box::pin(async move {
            if founders::get(tx, id, founder).await?.is_none() {
                return Err(StoreError::Refused(UNKNOWN.to_owned()));
            }
            founder_mails::ask(tx, founder, &by, MAILS, before).await
        })
    });
    known(asked.await)
}

/// A mail that was made, and the link in it.
struct Made {
    founder: i64,
    link: Vec<u8>,
    mail: MailRow,
}

/// Makes mails for those who are due, letter by letter. False where none could be made. Those of a letter
/// whose key is lost stay due, and hold nobody else up.
pub async fn write_mails(app: &App) -> Result<bool> {
    let due = founder_mails::letters_due(&mut app.store.read().await?).await?;
    let mut wrote = false;
    for letter in due {
        match write_mails_of(app, letter).await {
            Ok(some) => wrote |= some,
            // Said every second it would bury the rest; the doctor and the letter's pages say it.
            Err(ActError::Key(error)) => tracing::debug!(%error, "founders' mails wait"),
            Err(error) => {
                tracing::warn!(%error, "founders' mails were not written; it will be tried again");
            }
        }
    }
    if wrote {
        app.mail_wake.notify_one();
    }
    Ok(wrote)
}

async fn write_mails_of(app: &App, letter: i64) -> Result<bool> {
    let mut tx = app.store.read().await?;
    let letter = letters::by_id(&mut tx, letter).await?;
    let letter = letter.ok_or(ActError::Unreadable)?;
    let rows = founder_mails::due(&mut tx, letter.id, BATCH).await?;
    drop(tx);
    // Looked for after them: it may have been made with the first of them.
    let key = key::read(app, &letter).await?;
    let of = (letter, key);
    let (mut made, mut unreadable) = (Vec::new(), Vec::new());
    for row in &rows {
        match mail(app, &of, row)? {
            Some(mail) => made.push(mail),
            None => unreadable.push(row.id),
        }
    }
    if rows.is_empty() {
        return Ok(false);
    }
    if !unreadable.is_empty() {
        tracing::warn!(
            count = unreadable.len(),
            "entries of founders can't be read"
        );
    }
    let now = app.clock.now();
    app.committer
        .write(move |tx| {
            Box::pin(async move {
                founder_mails::unask(tx, &unreadable).await?;
                // One may have launched since: nobody is invited to what is public.
                let letters: BTreeSet<i64> = made.iter().map(|made| made.mail.letter).collect();
                let mut drafts = BTreeSet::new();
                for letter in letters {
                    if is_held_draft(tx, letter).await? {
                        drafts.insert(letter);
                    }
                }
                for made in made
                    .iter()
                    .filter(|made| drafts.contains(&made.mail.letter))
                {
                    // Another node may have made it.
                    let link = (&*made.link, made.mail.id);
                    if founder_mails::mailed(tx, made.founder, link, now).await? {
                        outbox::insert_all(tx, &[&made.mail]).await?;
                    }
                }
                Ok(())
            })
        })
        .await?;
    Ok(true)
}

/// None where the entry can't be read, or has no address any more.
fn mail(app: &App, of: &(Letter, Option<RowKey>), row: &FounderRow) -> Result<Option<Made>> {
    let (letter, key) = of;
    let entry = key.as_ref().and_then(|key| Entry::read(key, row));
    let Some(entry) = entry else {
        return Ok(None);
    };
    let Some(to) = entry.email else {
        return Ok(None);
    };
    let token = Token::new(random());
    let payload = Payload {
        to,
        token: token.reveal(),
        lang: lang(letter, row).tag().to_owned(),
        invitation: None,
        founding: Some(Founding {
            name: entry.contact_name.unwrap_or(entry.public.name),
            by: row.invited_by.clone(),
            reminds: row.mails > 0,
        }),
        asking: None,
    };
    let now = app.clock.now();
    let encrypted = app
        .waiting
        .encrypt(Purpose::Outbox, now, &to_json(&payload)?)?;
    Ok(Some(Made {
        founder: row.id,
        link: token.hash(),
        mail: MailRow {
            id: row_id(app.clock.now_ms()),
            letter: letter.id,
            // What a founder may get is decided here and not by the cap.
            mailbox: random::<32>().to_vec(),
            person: None,
            submission: None,
            key_name: encrypted.key_name,
            payload: encrypted.bytes,
            attempts: 0,
            due_at: now,
        },
    }))
}

/// The interface's language for a founder: theirs, or the letter's.
fn lang(letter: &Letter, row: &FounderRow) -> Lang {
    Lang::from_tag(&row.lang)
        .or_else(|| Lang::from_tag(&letter.settings.default_language))
        .unwrap_or(Lang::En)
}
