//! Moderation: a person decides about what is held. Of two who decide about one at once, the first
//! counts and the other gets [`ActError::NoLink`].

mod logos;
mod merging;
mod queue;
mod surroundings;
mod words;

use undersigned_record::entry::Reason;

use super::access::Act as Did;
use super::access::moderator::{Decision, Moderator};
use super::asking;
use super::confirmation::Confirmation;
use super::correction::{By, Change, Made};
use super::enrolment::{Enrolled, Enrolment, Signer};
use super::link::read_fields;
use super::signing::{Fields, ensure_open, ensure_writable};
use super::{ActError, Result};
use crate::app::App;
use crate::model::Proof;
use crate::model::trail::{Part, What};
use crate::recorder::{Act, Published};
use crate::seal::row_id;
use crate::store::submissions::SubmissionRow;
use crate::store::vouchings::VouchingRow;
use crate::store::{
    founder_logos, founders, record, signatory_logos, signatures, statements, submissions,
};

pub use logos::{HeldLogo, approve_logo, held_logos, reject_logo};
pub use merging::{Kept, merge};
pub use queue::{Alike, Held, alike, held, hints, one};
pub use words::{
    HeldStatement, LiveStatement, approve_statement, feature, featured_statements, held_statements,
    live_statements, raise, reject_statement,
};

/// Everything that waits, for who wants no pages.
pub const ALL: (i64, i64) = (i64::MIN, i64::MAX);

/// How much waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Signatures and corrections.
    pub held: u64,
    /// Statements and logos.
    pub statements: u64,
    /// Those of founders before the launch: they are decided about on the founders' list.
    pub of_founders: u64,
}

/// How much of a letter waits for its moderators.
pub async fn waiting(app: &App, letter: i64) -> Result<Waiting> {
    let mut tx = app.store.read().await?;
    let now = app.clock.now();
    let counts = founders::counts(&mut tx, letter).await?;
    let undecided: i64 = counts.iter().map(|count| count.undecided).sum();
    let logos = founder_logos::count_waiting(&mut tx, letter).await?;
    Ok(Waiting {
        of_founders: (undecided + logos).unsigned_abs(),
        held: submissions::count_held(&mut tx, letter, now)
            .await?
            .unsigned_abs(),
        statements: (statements::count_held(&mut tx, letter).await?
            + signatory_logos::count_held(&mut tx, letter).await?)
            .unsigned_abs(),
    })
}

/// How organizers know somebody whom they vouch for: public, with the signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vouching {
    /// In a line.
    pub note: String,
    /// BCP 47 tag of the note.
    pub lang: String,
}

/// Lets a held signature or correction through. Vouching for a signature raises its level of proof.
pub async fn approve(
    app: &App,
    by: Moderator<'_>,
    letter: &Published,
    id: i64,
    vouching: Option<Vouching>,
) -> Result<()> {
    ensure_open(letter, app.clock.now())?;
    let row = held_row(app, letter, id).await?;
    let fields = read_fields(app, &row)?;
    let what = match vouching {
        Some(_) => What::number(id).and(Part::How, "vouched"),
        None => What::number(id),
    };
    let decision = by.decides(app, letter.letter.id, Did::Approved, what);
    match row.corrects {
        Some(signature) => {
            let made = approve_correction(app, decision, letter, &row, &fields, signature).await?;
            by.settled(app, letter.letter.id, made).await
        }
        None => {
            let made = approve_signature(app, decision, letter, row, &fields, vouching).await?;
            by.settled(app, letter.letter.id, made).await
        }
    }
}

async fn approve_signature(
    app: &App,
    decision: Decision,
    letter: &Published,
    row: SubmissionRow,
    fields: &Fields,
    vouching: Option<Vouching>,
) -> Result<bool> {
    let level = match vouching {
        Some(_) => Proof::Vouched,
        None => fields.level(),
    };
    let at = app.clock.now();
    let vouching = vouching.map(|Vouching { note, lang }| VouchingRow { note, lang, at });
    let signer = Signer::of(&row, level);
    let enrolment = Enrolment::prepare(app, letter.letter.id, fields, signer)?;
    let confirmation = Confirmation {
        submission: row.id,
        enrolment,
        said_at: None,
        decision: Some(decision),
        vouching,
    };
    let held = confirmation.submission;
    let enrolled = app.committer.write_grouped(confirmation).await?;
    if enrolled.is_some() {
        asking::forget(app, held);
    }
    app.recorder_wake.notify_one();
    Ok(matches!(
        enrolled,
        Some(Enrolled::Anew(_) | Enrolled::Already(_))
    ))
}

async fn approve_correction(
    app: &App,
    decision: Decision,
    letter: &Published,
    row: &SubmissionRow,
    fields: &Fields,
    signature: i64,
) -> Result<bool> {
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
                let made = signatures::pin(tx, signature).await?
                    && decision.holds(tx).await?
                    && submissions::take(tx, id).await?
                    && matches!(change.make(tx).await?, Made::Done | Made::Unchanged);
                if made {
                    decision.note(tx).await?;
                }
                Ok(made)
            })
        })
        .await?;
    app.recorder_wake.notify_one();
    Ok(made)
}

/// Turns a held signature or correction down: nothing of it stays. The trail keeps the reason.
pub async fn reject(
    app: &App,
    by: Moderator<'_>,
    letter: &Published,
    id: i64,
    reason: Option<Reason>,
) -> Result<()> {
    held_row(app, letter, id).await?;
    let what = because(id, reason.map_or("", |reason| reason.as_str()));
    let decision = by.decides(app, letter.letter.id, Did::Rejected, what);
    let rejected = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                let taken = decision.holds(tx).await? && asking::turn_down(tx, id).await?;
                if taken {
                    decision.note(tx).await?;
                }
                Ok(taken)
            })
        })
        .await?;
    if rejected {
        asking::forget(app, id);
    }
    by.settled(app, letter.letter.id, rejected).await
}

/// What the trail says of a decision with a reason.
fn because(what: i64, reason: &str) -> What {
    What::number(what).and(Part::Reason, reason)
}

pub(super) async fn held_row(app: &App, letter: &Published, id: i64) -> Result<SubmissionRow> {
    let mut tx = app.store.read().await?;
    submissions::get(&mut tx, id, app.clock.now())
        .await?
        .filter(|row| row.letter == letter.letter.id && row.state == "held")
        .ok_or(ActError::NoLink)
}

/// Removes the signature at an index of the record, and says why in an entry.
pub async fn remove(
    app: &App,
    by: Moderator<'_>,
    letter: &Published,
    index: i64,
    reason: Reason,
) -> Result<()> {
    ensure_writable(letter)?;
    let found = signatures::by_index(&mut app.store.read().await?, letter.letter.id, index).await?;
    let signature = found.ok_or(ActError::NoLink)?;
    let queued = row_id(app.clock.now_ms());
    let what = What::of(Part::Entry, index.to_string()).and(Part::Reason, reason.as_str());
    let decision = by.decides(app, letter.letter.id, Did::SignatureRemoved, what);
    let left = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                let left = decision.holds(tx).await? && signatures::leave(tx, signature.id).await?;
                if left {
                    decision.note(tx).await?;
                    let act = Act::Remove { reason }.to_json();
                    record::enqueue(tx, queued, signature.letter, Some(signature.id), &act).await?;
                }
                Ok(left)
            })
        })
        .await?;
    app.recorder_wake.notify_one();
    by.settled(app, letter.letter.id, left).await
}
