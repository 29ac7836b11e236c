//! Proving: an organization or company shows, by a line at the domain of its website, that the mailbox
//! that signed speaks for it.

mod again;

use undersigned_record::opening::Opening;

pub use self::again::{adopt, recheck_due};
use super::asking;
use super::confirmation::Confirmation;
use super::correction::level_ahead;
use super::doubt;
use super::enrolment::{Enrolled, Enrolment, Signer};
use super::link::{self, Opened};
use super::signing::{Fields, ensure_open, ensure_writable, to_json};
use super::{ActError, Result};
use crate::app::App;
use crate::model::{Domain, Kind, Proof, Website};
use crate::proof::{Method, Outcome};
use crate::recorder::{Act, Published};
use crate::seal::{Purpose, row_id};
use crate::store::proofs::{self, ProofRow};
use crate::store::signatures::{self, SignatureRow};
use crate::store::submissions::{self, SubmissionRow};
use crate::store::{self, Tx, openings, record};

/// Seconds after which a proof is looked at again: a week.
const WEEK: i64 = 7 * 24 * 3600;

/// What is to be put at a domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Challenge {
    /// Where.
    pub domain: Domain,
    /// What only this letter gives to this mailbox.
    pub token: String,
}

/// What came of a signatory's asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checked {
    /// The proof is there, and the signature has its level, or is on its way there.
    Proven,
    /// The proof is there; a person may still look at the signature first.
    StillHeld,
    /// It is not there, or that can't be told.
    Not(Outcome),
    /// Asked too often; it may be asked again in so many seconds.
    TooSoon(u64),
}

/// What would prove the domain of a submission that is held.
#[must_use]
pub fn of_held(
    app: &App,
    letter: &Published,
    row: &SubmissionRow,
    fields: &Fields,
) -> Option<Challenge> {
    let public = &fields.public;
    row.corrects.is_none().then_some(())?;
    challenge(app, letter, (public.kind, &public.website), &row.mailbox)
}

/// What would prove the domain of a signature. None where an organizer answers for it, which no look
/// at a domain can outdo.
#[must_use]
pub fn of_signature(
    app: &App,
    letter: &Published,
    row: &SignatureRow,
    shown: &Opening,
) -> Option<Challenge> {
    let level = row.level.parse().ok()?;
    if matches!(level, Proof::Invited | Proof::Vouched) {
        return None;
    }
    let mailbox = row.mailbox.as_deref()?;
    challenge(app, letter, (shown.kind, &shown.website), mailbox)
}

fn challenge(
    app: &App,
    letter: &Published,
    (kind, website): (Kind, &Option<String>),
    mailbox: &[u8],
) -> Option<Challenge> {
    if kind.is_individual() || app.proofs.is_none() {
        return None;
    }
    let domain = Website::parse(website.as_deref()?).ok()?.domain()?;
    let token = letter.fixed.tag_key.challenge(mailbox, &domain);
    Some(Challenge { domain, token })
}

/// Looks whether the domain of what a link leads to is proven, and what that changes, changes.
pub async fn check(app: &App, letter: &Published, token: &str, method: Method) -> Result<Checked> {
    ensure_writable(letter)?;
    let opened = link::open(app, letter, token).await?;
    let challenge = match &opened {
        Opened::Held(row, fields) => of_held(app, letter, row, fields),
        Opened::Signed(row, shown) => of_signature(app, letter, row, shown),
        Opened::Waiting(..) => None,
    };
    let (proofs, challenge) = app.proofs.as_ref().zip(challenge).ok_or(ActError::NoLink)?;
    if let Err(seconds) = proofs.allow(challenge.token.as_bytes(), &challenge.domain) {
        return Ok(Checked::TooSoon(seconds));
    }
    let outcome = look(app, method, &challenge).await;
    if outcome != Outcome::Proven {
        return Ok(Checked::Not(outcome));
    }
    match opened {
        Opened::Held(row, fields) => release(app, letter, *row, *fields, method).await,
        Opened::Signed(row, _) => raise(app, *row, method, challenge.domain).await,
        Opened::Waiting(..) => Err(ActError::NoLink),
    }
}

async fn look(app: &App, method: Method, challenge: &Challenge) -> Outcome {
    let Some(proofs) = &app.proofs else {
        return Outcome::Unreachable(crate::proof::Obstacle::Busy);
    };
    let outcome = proofs
        .check(method, &challenge.domain, &challenge.token)
        .await;
    let word = match outcome {
        Outcome::Proven => "proven",
        Outcome::Absent(_) => "absent",
        Outcome::Unreachable(_) => "unreachable",
    };
    metrics::counter!("undersigned_proof_checks_total", "outcome" => word).increment(1);
    outcome
}

/// Takes the doubt from a held submission whose domain is proven. Where it was the only one, the
/// submission becomes a signature at once.
async fn release(
    app: &App,
    letter: &Published,
    row: SubmissionRow,
    fields: Fields,
    method: Method,
) -> Result<Checked> {
    ensure_open(letter, app.clock.now())?;
    let fields = Fields {
        proven: Some(method),
        ..fields
    };
    let doubts = doubt::of_signature(app, letter, &row, &fields).await?;
    if !doubts.is_empty() {
        return keep(app, row.id, &fields).await;
    }
    let signer = Signer::of(&row, fields.level());
    let confirmation = Confirmation {
        submission: row.id,
        enrolment: Enrolment::prepare(app, letter.letter.id, &fields, signer)?,
        said_at: None,
        decision: None,
        vouching: None,
    };
    let held = confirmation.submission;
    let enrolled = app.committer.write_grouped(confirmation).await?;
    asking::forget(app, held);
    app.recorder_wake.notify_one();
    match enrolled {
        Some(Enrolled::Anew(_) | Enrolled::Already(_)) => Ok(Checked::Proven),
        Some(Enrolled::TooMany) | None => Err(ActError::NoLink),
    }
}

/// Tells the moderators that the domain is proven.
async fn keep(app: &App, id: i64, fields: &Fields) -> Result<Checked> {
    let now = app.clock.now();
    let waiting = app.waiting.encrypt(Purpose::Held, now, &to_json(fields)?)?;
    let written = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                submissions::rewrite(tx, id, &waiting.key_name, &waiting.bytes).await
            })
        })
        .await?;
    written
        .then_some(Checked::StillHeld)
        .ok_or(ActError::NoLink)
}

/// Gives a signature the level that its domain proves, unless its website changed meanwhile.
async fn raise(app: &App, row: SignatureRow, method: Method, domain: Domain) -> Result<Checked> {
    let now_ms = app.clock.now_ms();
    let raised = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                let Some(current) = pinned(tx, row.id, &domain).await? else {
                    return Ok(false);
                };
                let ahead = level_ahead(tx, &current).await?;
                let before = match (ahead, proofs::of(tx, current.id).await?) {
                    (Proof::Invited | Proof::Vouched, _) => return Ok(false),
                    (Proof::Dns | Proof::WellKnown, Some(known)) => known.before,
                    (Proof::Domain, _) => Proof::Domain.as_str().to_owned(),
                    _ => Proof::Mailbox.as_str().to_owned(),
                };
                if ahead != method.level() {
                    set_level(tx, &current, method.level(), now_ms).await?;
                }
                let now = now_ms.div_euclid(1000);
                let found = found(&current, method, Proof::Mailbox, now);
                proofs::put(tx, &ProofRow { before, ..found }).await?;
                Ok(true)
            })
        })
        .await?;
    app.recorder_wake.notify_one();
    raised.then_some(Checked::Proven).ok_or(ActError::NoLink)
}

/// A signature that stands and whose website is still at `domain`, until the transaction ends.
async fn pinned(tx: &mut Tx, id: i64, domain: &Domain) -> store::Result<Option<SignatureRow>> {
    if !signatures::pin(tx, id).await? {
        return Ok(None);
    }
    let shown = openings::newest(tx, id).await?;
    let shown = shown.and_then(|row| Opening::parse(&row.opening).ok());
    let website = shown.and_then(|shown| Website::parse(&shown.website?).ok());
    if website.and_then(|site| site.domain()).as_ref() != Some(domain) {
        return Ok(None);
    }
    signatures::get(tx, id).await
}

async fn set_level(tx: &mut Tx, of: &SignatureRow, level: Proof, now_ms: i64) -> store::Result<()> {
    let act = Act::Level { level }.to_json();
    record::enqueue(tx, row_id(now_ms), of.letter, Some(of.id), &act).await
}

/// What is known of a signature whose domain was proven just now; it would fall back to `before`.
pub(super) fn found(of: &SignatureRow, method: Method, before: Proof, now: i64) -> ProofRow {
    ProofRow {
        signature: of.id,
        letter: of.letter,
        method: method.level().as_str().to_owned(),
        before: before.as_str().to_owned(),
        checked_at: now,
        absent: 0,
        due_at: now + WEEK,
    }
}
