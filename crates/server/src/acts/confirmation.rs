//! Confirmation: a mailbox says "yes, I signed", or "It wasn't me".

use std::collections::HashSet;

use futures_util::future::BoxFuture;

use super::access::moderator::Decision;
use super::asking;
use super::doubt;
use super::enrolment::{Enrolled, Enrolment, Signer, enrol_all};
use super::link::{self, Opened};
use super::rules;
use super::signing::{Fields, ensure_open, to_json};
use super::{ActError, Result};
use crate::app::App;
use crate::recorder::Published;
use crate::seal::{Encrypted, Purpose};
use crate::store::signatures::SignatureRow;
use crate::store::submissions::{self, SubmissionRow};
use crate::store::tallies::{Counted, Tally};
use crate::store::vouchings::{self, VouchingRow};
use crate::store::{self, Grouped, Tx, links, mailbox, outbox, reaches};

/// Seconds for which "It wasn't me" stops mail: 30 days.
const QUIET: i64 = 30 * 24 * 3600;

/// How a confirmation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confirmed {
    /// On its way into the record, or there already, at this index.
    Signed(Option<u64>),
    /// A person looks at it first.
    Held,
    /// The mailbox carries as many signatures as it may.
    TooMany,
}

/// Confirms what a link leads to. Confirming twice is confirming once.
pub async fn confirm(app: &App, letter: &Published, token: &str) -> Result<Confirmed> {
    let (row, mut fields) = match link::open(app, letter, token).await? {
        Opened::Signed(row, _) => return Ok(signed(&row)),
        Opened::Held(..) => return Ok(Confirmed::Held),
        Opened::Waiting(row, fields) => (row, fields),
    };
    ensure_open(letter, app.clock.now())?;
    fields.noted.held_by = rules::that_hold(app, letter, &fields).await?;
    if !doubt::of_signature(app, letter, &row, &fields)
        .await?
        .is_empty()
    {
        return hold(app, &row, *fields).await;
    }
    let signer = Signer::of(&row, fields.level());
    let enrolment = Enrolment::prepare(app, letter.letter.id, &fields, signer)?;
    let confirmation = Confirmation {
        submission: row.id,
        enrolment,
        said_at: Some(app.clock.now()),
        decision: None,
        vouching: None,
    };
    let outcome = app.committer.write_grouped(confirmation).await?;
    app.recorder_wake.notify_one();
    match outcome {
        Some(Enrolled::Anew(_)) => {
            metrics::counter!("undersigned_confirmations_total").increment(1);
            Ok(Confirmed::Signed(None))
        }
        Some(Enrolled::TooMany) => Ok(Confirmed::TooMany),
        // Somebody else confirmed or declined it a moment ago, or the person had signed before.
        None | Some(Enrolled::Already(_)) => after_another(app, letter, token).await,
    }
}

fn signed(row: &SignatureRow) -> Confirmed {
    Confirmed::Signed(row.idx.map(i64::unsigned_abs))
}

async fn after_another(app: &App, letter: &Published, token: &str) -> Result<Confirmed> {
    match link::open(app, letter, token).await? {
        Opened::Held(..) => Ok(Confirmed::Held),
        Opened::Signed(row, _) => Ok(signed(&row)),
        Opened::Waiting(..) => Err(ActError::NoLink),
    }
}

/// A waiting submission, confirmed or approved.
pub(super) struct Confirmation {
    /// Which one.
    pub(super) submission: i64,
    /// What it becomes.
    pub(super) enrolment: Enrolment,
    /// When its mailbox said yes, where that is what just happened.
    pub(super) said_at: Option<i64>,
    /// The moderator's decision, where one approved it.
    pub(super) decision: Option<Decision>,
    /// How the organizers know, where they vouch for it.
    pub(super) vouching: Option<VouchingRow>,
}

impl Grouped for Confirmation {
    /// None where it waits no more: somebody else confirmed or declined it.
    type Outcome = Option<Enrolled>;

    /// Enrols, and makes the links of the submissions lead to the signatures.
    fn write_all<'t>(
        pieces: &'t [&'t Self],
        tx: &'t mut Tx,
    ) -> BoxFuture<'t, store::Result<Vec<Self::Outcome>>> {
        Box::pin(async move {
            let mut due = Vec::with_capacity(pieces.len());
            for (place, piece) in pieces.iter().enumerate() {
                if is_due(piece, tx).await? {
                    due.push((place, piece));
                }
            }
            let ids: Vec<i64> = due.iter().map(|(_, piece)| piece.submission).collect();
            let mut taken: HashSet<i64> =
                submissions::take_all(tx, &ids).await?.into_iter().collect();
            // Of two confirmations of one submission the first counts.
            let (mut firsts, mut places) = (Vec::new(), Vec::new());
            for (place, piece) in due {
                if taken.remove(&piece.submission) {
                    firsts.push(&piece.enrolment);
                    places.push(place);
                }
            }
            let mut outcomes = vec![None; pieces.len()];
            let mut tally = Tally::default();
            let mut links = Vec::with_capacity(places.len());
            for (place, enrolled) in places.into_iter().zip(enrol_all(&firsts, tx).await?) {
                let submission = pieces[place].submission;
                let said = pieces[place].said_at;
                if said.is_none() {
                    // It was held: what was to be asked of it is settled.
                    outbox::drop_submission(tx, submission).await?;
                }
                if let (Some(vouching), Enrolled::Anew(signature)) =
                    (&pieces[place].vouching, &enrolled)
                {
                    vouchings::put(tx, *signature, vouching).await?;
                }
                if let (Some(at), Enrolled::Anew(_)) = (said, &enrolled) {
                    tally.count(pieces[place].enrolment.letter(), at, Counted::Confirmed);
                }
                match enrolled {
                    Enrolled::Anew(signature) | Enrolled::Already(signature) => {
                        links.push((submission, signature));
                        if let Some(decision) = &pieces[place].decision {
                            decision.note(tx).await?;
                        }
                    }
                    Enrolled::TooMany => links::drop_submission(tx, submission).await?,
                }
                outcomes[place] = Some(enrolled);
            }
            links::repoint_all(tx, &links).await?;
            tally
                .add(tx, ids.first().copied().unwrap_or_default())
                .await?;
            Ok(outcomes)
        })
    }
}

/// Whether it may be enrolled: a moderator may have been removed since.
async fn is_due(piece: &Confirmation, tx: &mut Tx) -> store::Result<bool> {
    match &piece.decision {
        Some(decision) => decision.holds(tx).await,
        None => Ok(true),
    }
}

/// Declines what a link leads to, be it held already: nothing of it stays, and the mailbox has its
/// peace.
pub async fn decline(app: &App, letter: &Published, token: &str) -> Result<()> {
    let (Opened::Waiting(row, _) | Opened::Held(row, _)) = link::open(app, letter, token).await?
    else {
        return Err(ActError::NoLink);
    };
    let (id, until) = (row.id, app.clock.now() + QUIET);
    let declined = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                if !asking::take(tx, row.id).await? {
                    return Ok(false);
                }
                mailbox::stop(tx, row.letter, &row.mailbox, until).await?;
                Ok(true)
            })
        })
        .await?;
    asking::forget(app, id);
    // Confirmed or approved a moment ago: what stands is withdrawn, not declined.
    declined.then_some(()).ok_or(ActError::NoLink)
}

async fn hold(app: &App, row: &SubmissionRow, mut fields: Fields) -> Result<Confirmed> {
    let now = app.clock.now();
    let reach = fields.reach.take();
    let address = reach.map(|reach| asking::keep(app, row.id, &reach));
    let address = address.transpose()?;
    let Encrypted { key_name, bytes } =
        app.waiting
            .encrypt(Purpose::Held, now, &to_json(&fields)?)?;
    let (id, expires_at) = (row.id, now + Purpose::Held.lifetime());
    let mut tally = Tally::default();
    tally.count(row.letter, now, Counted::Confirmed);
    app.committer
        .write(move |tx| {
            Box::pin(async move {
                if submissions::hold(tx, id, &key_name, &bytes, expires_at).await? {
                    tally.add(tx, id).await?;
                    if let Some(address) = &address {
                        reaches::put(tx, id, address).await?;
                    }
                }
                Ok(())
            })
        })
        .await?;
    metrics::counter!("undersigned_held_total").increment(1);
    Ok(Confirmed::Held)
}
