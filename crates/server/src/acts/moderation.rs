//! Moderation: a person decides about what is held.

use undersigned_record::entry::Reason;
use undersigned_record::opening::Salt;
use undersigned_record::statement::{self, Statement};

use super::confirmation::Confirmation;
use super::correction::{By, Change, Made};
use super::doubt::{self, Doubt};
use super::enrolment::{Enrolled, Enrolment, Signer};
use super::link::read_fields;
use super::signing::{Fields, ensure_open, ensure_writable};
use super::{ActError, Result};
use crate::app::App;
use crate::model::{Display, Proof};
use crate::recorder::{Act, Published};
use crate::seal::row_id;
use crate::store::submissions::SubmissionRow;
use crate::store::{self, Tx, links, openings, record, signatures, statements, submissions};
use undersigned_record::opening::Opening;

/// A held signature or correction.
pub struct Held {
    /// What to name it by.
    pub id: i64,
    /// What it says.
    pub fields: Fields,
    /// Whether it corrects a signature.
    pub corrects: bool,
    /// Why it waits. A correction of a signature that is gone has nothing to say here any more.
    pub doubts: Vec<Doubt>,
}

/// A held statement.
pub struct HeldStatement {
    /// What to name it by.
    pub id: i64,
    /// Language.
    pub lang: String,
    /// The words.
    pub words: String,
    /// The name that they would stand beside.
    pub name: String,
}

/// What is held of a letter, oldest first.
pub async fn held(app: &App, letter: &Published) -> Result<Vec<Held>> {
    let now = app.clock.now();
    let rows = submissions::held(&mut app.store.read().await?, letter.letter.id, now).await?;
    let mut held = Vec::new();
    for row in rows {
        let fields = read_fields(app, &row)?;
        let doubts = match row.corrects {
            None => doubt::of_signature(app, letter, &row, &fields).await?,
            Some(signature) => doubts_of_correction(app, letter, signature, &fields).await?,
        };
        held.push(Held {
            id: row.id,
            fields,
            corrects: row.corrects.is_some(),
            doubts,
        });
    }
    Ok(held)
}

async fn doubts_of_correction(
    app: &App,
    letter: &Published,
    signature: i64,
    fields: &Fields,
) -> Result<Vec<Doubt>> {
    let mut tx = app.store.read().await?;
    let current = signatures::get(&mut tx, signature).await?;
    let shown = openings::newest(&mut tx, signature).await?;
    drop(tx);
    let shown = shown.and_then(|row| Opening::parse(&row.opening).ok());
    match current.zip(shown) {
        Some((current, shown)) => {
            doubt::of_correction(app, letter, &current, &fields.public, &shown).await
        }
        None => Ok(Vec::new()),
    }
}

/// Lets a held signature or correction through. `vouched` raises its level of proof.
pub async fn approve(app: &App, letter: &Published, id: i64, vouched: bool) -> Result<()> {
    ensure_open(letter, app.clock.now())?;
    let row = held_row(app, letter, id).await?;
    let fields = read_fields(app, &row)?;
    match row.corrects {
        Some(signature) => approve_correction(app, letter, &row, &fields, signature).await,
        None => approve_signature(app, letter, row, &fields, vouched).await,
    }
}

async fn approve_signature(
    app: &App,
    letter: &Published,
    row: SubmissionRow,
    fields: &Fields,
    vouched: bool,
) -> Result<()> {
    let level = match (vouched, fields.at_own_domain) {
        (true, _) => Proof::Vouched,
        (false, true) => Proof::Domain,
        (false, false) => Proof::Mailbox,
    };
    let signer = Signer {
        person: row.person,
        mailbox: Some(row.mailbox),
        contact: Some(row.contact),
        level,
        founding: false,
    };
    let enrolment = Enrolment::prepare(app, letter.letter.id, fields, signer)?;
    let confirmation = Confirmation {
        submission: row.id,
        enrolment,
        said_at: None,
    };
    let enrolled = app.committer.write_grouped(confirmation).await?;
    app.recorder_wake.notify_one();
    match enrolled {
        Some(Enrolled::Anew(_) | Enrolled::Already(_)) => Ok(()),
        Some(Enrolled::TooMany) | None => Err(ActError::NoLink),
    }
}

async fn approve_correction(
    app: &App,
    letter: &Published,
    row: &SubmissionRow,
    fields: &Fields,
    signature: i64,
) -> Result<()> {
    let current = signatures::get(&mut app.store.read().await?, signature).await?;
    let current = current
        .filter(|s| s.state == "live")
        .ok_or(ActError::NoLink)?;
    let by = (fields.text, By::Moderator);
    let change = Change::prepare(app, letter, current, &fields.public, by)?;
    let id = row.id;
    let made = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                // Pinned first, like every change, so that two at once wait and don't lock.
                Ok(signatures::pin(tx, signature).await?
                    && submissions::take(tx, id).await?
                    && matches!(change.make(tx).await?, Made::Done | Made::Unchanged))
            })
        })
        .await?;
    app.recorder_wake.notify_one();
    if made { Ok(()) } else { Err(ActError::NoLink) }
}

/// Turns a held signature or correction down: nothing of it stays.
pub async fn reject(app: &App, letter: &Published, id: i64) -> Result<()> {
    let row = held_row(app, letter, id).await?;
    app.committer
        .write(move |tx| {
            Box::pin(async move {
                submissions::take(tx, row.id).await?;
                links::drop_submission(tx, row.id).await
            })
        })
        .await?;
    Ok(())
}

async fn held_row(app: &App, letter: &Published, id: i64) -> Result<SubmissionRow> {
    let mut tx = app.store.read().await?;
    submissions::get(&mut tx, id, app.clock.now())
        .await?
        .filter(|row| row.letter == letter.letter.id && row.state == "held")
        .ok_or(ActError::NoLink)
}

/// Removes the signature at an index of the record, and says why in an entry.
pub async fn remove(app: &App, letter: &Published, index: i64, reason: Reason) -> Result<()> {
    ensure_writable(letter)?;
    let found = signatures::by_index(&mut app.store.read().await?, letter.letter.id, index).await?;
    let signature = found.ok_or(ActError::NoLink)?;
    let queued = row_id(app.clock.now_ms());
    let left = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                let left = signatures::leave(tx, signature.id).await?;
                if left {
                    let act = Act::Remove { reason }.to_json();
                    record::enqueue(tx, queued, signature.letter, Some(signature.id), &act).await?;
                }
                Ok(left)
            })
        })
        .await?;
    app.recorder_wake.notify_one();
    if left { Ok(()) } else { Err(ActError::NoLink) }
}

/// The statements of a letter that wait for approval.
pub async fn held_statements(app: &App, letter: &Published) -> Result<Vec<HeldStatement>> {
    let mut tx = app.store.read().await?;
    let mut held = Vec::new();
    for row in statements::held(&mut tx, letter.letter.id).await? {
        let (lang, words) = read_words(app, &row)?;
        let opening = openings::newest(&mut tx, row.signature).await?;
        let opening = opening.and_then(|row| Opening::parse(&row.opening).ok());
        let name = opening.and_then(|opening| opening.name).unwrap_or_default();
        held.push(HeldStatement {
            id: row.id,
            lang,
            words,
            name,
        });
    }
    Ok(held)
}

/// Publishes a held statement.
pub async fn approve_statement(
    app: &App,
    letter: &Published,
    id: i64,
    featured: bool,
) -> Result<()> {
    ensure_writable(letter)?;
    let row = held_statement(app, id).await?;
    let (lang, words) = read_words(app, &row)?;
    let lang = lang.parse().map_err(|_| ActError::Unreadable)?;
    let words = Statement { lang, words }.to_bytes();
    let salt = Salt(row.salt.try_into().map_err(|_| ActError::Unreadable)?);
    let act = Act::Statement {
        id,
        statement: statement::commit(&salt, &words),
    }
    .to_json();
    let (letter, queued) = (letter.letter.id, row_id(app.clock.now_ms()));
    let stands = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                let stands = signatures::pin(tx, row.signature).await?
                    && shows_a_name(tx, row.signature).await?;
                if stands && statements::approve(tx, id, &words, featured).await? {
                    record::enqueue(tx, queued, letter, Some(row.signature), &act).await?;
                }
                Ok(stands)
            })
        })
        .await?;
    app.recorder_wake.notify_one();
    stands.then_some(()).ok_or(ActError::NoLink)
}

/// Whether a whole name is, or is about to be, shown: words stand beside nothing less.
async fn shows_a_name(tx: &mut Tx, signature: i64) -> store::Result<bool> {
    let newest = openings::newest(tx, signature).await?;
    let opening = newest.and_then(|row| Opening::parse(&row.opening).ok());
    Ok(opening.is_some_and(|opening| opening.display == Display::Name))
}

/// Turns a held statement down.
pub async fn reject_statement(app: &App, id: i64) -> Result<()> {
    let row = held_statement(app, id).await?;
    app.committer
        .write(move |tx| Box::pin(async move { statements::reject(tx, row.id).await }))
        .await?;
    Ok(())
}

async fn held_statement(app: &App, id: i64) -> Result<statements::StatementRow> {
    let mut tx = app.store.read().await?;
    statements::get(&mut tx, id)
        .await?
        .filter(|row| row.state == "held")
        .ok_or(ActError::NoLink)
}

fn read_words(app: &App, row: &statements::StatementRow) -> Result<(String, String)> {
    let plain = app.waiting.decrypt(&row.key_name, &row.words)?;
    serde_json::from_slice(&plain).map_err(|_| ActError::Unreadable)
}
