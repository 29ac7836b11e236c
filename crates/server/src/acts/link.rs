//! A private link, opened: what it leads to. Opening changes nothing, however often mail scanners
//! do it.

use undersigned_record::entry::Reason;
use undersigned_record::opening::Opening;

use super::signing::Fields;
use super::{ActError, Result};
use crate::app::App;
use crate::model::trail::{Act, Part, What};
use crate::recorder::{Act as Leaves, Published};
use crate::seal::Token;
use crate::store::signatures::{self, SignatureRow};
use crate::store::submissions::{self, SubmissionRow};
use crate::store::{Found, Tx, openings, trail};

/// What a link leads to.
pub enum Opened {
    /// A submission that waits for its mailbox.
    Waiting(Box<SubmissionRow>, Box<Fields>),
    /// A submission that waits for a moderator.
    Held(Box<SubmissionRow>, Box<Fields>),
    /// A signature, with what is shown of it.
    Signed(Box<SignatureRow>, Box<Opening>),
}

/// Opens the link with this token.
pub async fn open(app: &App, letter: &Published, token: &str) -> Result<Opened> {
    let hash = Token::parse(token).ok_or(ActError::NoLink)?.hash();
    match app.lookups.find(letter.letter.id, hash).await? {
        Some(Found::Submission(row)) if row.expires_at > app.clock.now() => {
            let fields = Box::new(read_fields(app, &row)?);
            Ok(if row.state == "held" {
                Opened::Held(row, fields)
            } else {
                Opened::Waiting(row, fields)
            })
        }
        Some(Found::Signature(id)) => signed(app, id).await,
        Some(Found::Decided(id)) => {
            let tx = &mut app.store.read().await?;
            let about = What::number(id);
            let line = trail::about(tx, letter.letter.id, Act::Rejected.as_str(), &about).await?;
            // Without a line it has expired, or was declined.
            let line = line.ok_or(ActError::NoLink)?;
            Err(ActError::TurnedDown(reason(&line)))
        }
        Some(Found::Submission(_)) | None => Err(ActError::NoLink),
    }
}

/// Why organizers decided so, where the line of the trail says it.
fn reason(line: &What) -> Option<Reason> {
    let mut parts = line.parts().iter();
    let (_, reason) = parts.find(|(part, _)| *part == Part::Reason)?;
    reason.parse().ok()
}

async fn signed(app: &App, id: i64) -> Result<Opened> {
    let tx = &mut app.store.read().await?;
    let row = signatures::get(tx, id).await?.ok_or(ActError::NoLink)?;
    match row.state.as_str() {
        "queued" | "live" => {}
        // Of what was withdrawn no link is left; of what is being withdrawn there is one for some seconds.
        _ => return Err(left(tx, &row).await?),
    }
    let opening = openings::newest(tx, id).await?.ok_or(ActError::NoLink)?;
    let opening = Opening::parse(&opening.opening).map_err(|_| ActError::Unreadable)?;
    Ok(Opened::Signed(Box::new(row), Box::new(opening)))
}

/// How a signature left that doesn't stand any more.
async fn left(tx: &mut Tx, row: &SignatureRow) -> Result<ActError> {
    let queued = signatures::queued(tx, row.letter, row.id).await?;
    let mut queued = queued
        .iter()
        .filter_map(|act| serde_json::from_str(act).ok());
    match queued.find(|act| matches!(act, Leaves::Withdraw | Leaves::Remove { .. })) {
        Some(Leaves::Withdraw) => return Ok(ActError::NoLink),
        Some(Leaves::Remove { reason }) => return Ok(ActError::TakenOut(Some(reason))),
        // A withdrawal that was recorded while this was looked up: it leaves no tags, a removal does.
        _ if row.state != "gone" || row.person.is_none() => return Ok(ActError::NoLink),
        _ => {}
    }
    let about = What::of(Part::Entry, row.idx.unwrap_or_default().to_string());
    let line = trail::about(tx, row.letter, Act::SignatureRemoved.as_str(), &about).await?;
    Ok(ActError::TakenOut(line.as_ref().and_then(reason)))
}

/// Whether a correction of a signature waits for a moderator.
pub async fn is_correction_held(app: &App, of: &SignatureRow) -> Result<bool> {
    let mut tx = app.store.read().await?;
    Ok(submissions::is_corrected(&mut tx, of.id, app.clock.now()).await?)
}

/// Notes that the mailbox behind a link wants no updates. The export obeys it.
pub async fn unsubscribe(app: &App, letter: &Published, token: &str) -> Result<()> {
    let (id, mailbox) = match open(app, letter, token).await? {
        Opened::Waiting(row, _) | Opened::Held(row, _) => (row.letter, Some(row.mailbox)),
        Opened::Signed(row, _) => (row.letter, row.mailbox),
    };
    let mailbox = mailbox.ok_or(ActError::NoLink)?;
    app.committer
        .write(move |tx| {
            Box::pin(async move { crate::store::mailbox::unsubscribe(tx, id, &mailbox).await })
        })
        .await?;
    Ok(())
}

/// What a waiting submission says.
pub(super) fn read_fields(app: &App, row: &SubmissionRow) -> Result<Fields> {
    decrypt_fields(app, &row.key_name, &row.fields)
}

/// The same of a row's key and bytes.
pub(super) fn decrypt_fields(app: &App, key_name: &str, fields: &[u8]) -> Result<Fields> {
    let plain = app.waiting.decrypt(key_name, fields)?;
    serde_json::from_slice(&plain).map_err(|_| ActError::Unreadable)
}
