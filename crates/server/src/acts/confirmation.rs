//! Confirmation: a mailbox says "yes, I signed", or "It wasn't me".

use super::enrolment::{Enrolled, Enrolment, Signer};
use super::link::{self, Opened};
use super::signing::{Fields, ensure_open, to_json};
use super::{ActError, Result};
use crate::app::App;
use crate::model::{Kind, Proof, fold};
use crate::recorder::Published;
use crate::seal::{Encrypted, Purpose};
use crate::store::submissions::{self, SubmissionRow};
use crate::store::{self, Tx, links, mailbox};

/// Seconds for which "It wasn't me" stops mail: 30 days.
const QUIET: i64 = 30 * 24 * 3600;

/// How a confirmation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confirmed {
    /// On its way into the record, or there already.
    Signed,
    /// A person looks at it first.
    Held,
    /// The mailbox carries as many signatures as it may.
    TooMany,
}

/// Confirms what a link leads to. Confirming twice is confirming once.
pub async fn confirm(app: &App, letter: &Published, token: &str) -> Result<Confirmed> {
    let (row, fields) = match link::open(app, letter, token).await? {
        Opened::Signed(..) => return Ok(Confirmed::Signed),
        Opened::Held(_) => return Ok(Confirmed::Held),
        Opened::Waiting(row, fields) => (row, fields),
    };
    ensure_open(letter, app.clock.now())?;
    let level = if fields.at_own_domain {
        Proof::Domain
    } else {
        Proof::Mailbox
    };
    if must_be_held(&fields, &letter.watched) {
        return hold(app, &row, &fields).await;
    }
    let signer = Signer {
        person: row.person.clone(),
        mailbox: Some(row.mailbox.clone()),
        contact: Some(row.contact.clone()),
        level,
        founding: false,
    };
    let enrolment = Enrolment::prepare(app, letter.letter.id, &fields, signer)?;
    let id = row.id;
    let outcome = app
        .committer
        .write(move |tx| Box::pin(async move { enrol_waiting(tx, id, enrolment).await }))
        .await?;
    app.recorder_wake.notify_one();
    match outcome {
        Some(Enrolled::Anew(_)) => {
            metrics::counter!("undersigned_confirmations_total").increment(1);
            Ok(Confirmed::Signed)
        }
        Some(Enrolled::Already(_)) => Ok(Confirmed::Signed),
        Some(Enrolled::TooMany) => Ok(Confirmed::TooMany),
        // Somebody else confirmed or declined it a moment ago.
        None => after_another(app, letter, token).await,
    }
}

async fn after_another(app: &App, letter: &Published, token: &str) -> Result<Confirmed> {
    match link::open(app, letter, token).await? {
        Opened::Held(_) => Ok(Confirmed::Held),
        Opened::Signed(..) => Ok(Confirmed::Signed),
        Opened::Waiting(..) => Err(ActError::NoLink),
    }
}

/// Enrols a waiting submission and makes its links lead to the signature. Gives nothing where it
/// waits no more.
pub(super) async fn enrol_waiting(
    tx: &mut Tx,
    submission: i64,
    enrolment: Enrolment,
) -> store::Result<Option<Enrolled>> {
    if !submissions::take(tx, submission).await? {
        return Ok(None);
    }
    let enrolled = enrolment.enrol(tx).await?;
    match enrolled {
        Enrolled::Anew(signature) | Enrolled::Already(signature) => {
            links::repoint(tx, submission, signature).await?;
        }
        Enrolled::TooMany => links::drop_submission(tx, submission).await?,
    }
    Ok(Some(enrolled))
}

/// Declines what a link leads to: nothing of it stays, and the mailbox has its peace.
pub async fn decline(app: &App, letter: &Published, token: &str) -> Result<()> {
    let Opened::Waiting(row, _) = link::open(app, letter, token).await? else {
        return Err(ActError::NoLink);
    };
    let until = app.clock.now() + QUIET;
    let declined = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                if !submissions::take(tx, row.id).await? {
                    return Ok(false);
                }
                links::drop_submission(tx, row.id).await?;
                mailbox::stop(tx, row.letter, &row.mailbox, until).await?;
                Ok(true)
            })
        })
        .await?;
    // Confirmed a moment ago: what stands is withdrawn, not declined.
    declined.then_some(()).ok_or(ActError::NoLink)
}

/// Whether a person must look first: organizations and companies without proof, watched names.
fn must_be_held(fields: &Fields, watched: &[String]) -> bool {
    let public = &fields.public;
    let unproven = public.kind != Kind::Individual && !fields.at_own_domain;
    let affiliation = public.affiliation.as_deref().unwrap_or_default();
    unproven
        || watched
            .iter()
            .any(|name| fold::is_watched(&public.name, name) || fold::is_watched(affiliation, name))
}

async fn hold(app: &App, row: &SubmissionRow, fields: &Fields) -> Result<Confirmed> {
    let now = app.clock.now();
    let Encrypted { key_name, bytes } =
        app.waiting.encrypt(Purpose::Held, now, &to_json(fields)?)?;
    let (id, expires_at) = (row.id, now + Purpose::Held.lifetime());
    app.committer
        .write(move |tx| {
            Box::pin(async move {
                submissions::hold(tx, id, &key_name, &bytes, expires_at)
                    .await
                    .map(|_| ())
            })
        })
        .await?;
    metrics::counter!("undersigned_held_total").increment(1);
    Ok(Confirmed::Held)
}
