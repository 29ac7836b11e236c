//! Looking again: every week, by one node, for as long as the letter is open.

use futures_util::future::join_all;
use undersigned_record::opening::Opening;

use super::{Challenge, WEEK, look, of_signature, pinned, set_level};
use crate::acts::correction::level_ahead;
use crate::acts::{ActError, Result};
use crate::app::App;
use crate::model::{LetterState, Proof};
use crate::proof::{Method, Outcome};
use crate::store::proofs::{self, ProofRow};
use crate::store::{self, Tx, openings, signatures};

/// Seconds after which a domain that could not be reached is tried again.
const DAY: i64 = 24 * 3600;
/// Answers in a row without the proof that lower the level.
const ENOUGH: i64 = 3;
/// Proofs looked at together, and for how many seconds nobody else looks at them.
const LEASED: i64 = 8;
const LEASE: i64 = 120;

/// Makes what is looked at agree with the record, which may have come from a copy.
pub async fn adopt(app: &App) -> Result<()> {
    let now = app.clock.now();
    app.committer
        .write(move |tx| Box::pin(async move { proofs::adopt(tx, now).await }))
        .await?;
    Ok(())
}

/// Looks again at some of the proofs that are due. Gives how many those were.
pub async fn recheck_due(app: &App) -> Result<usize> {
    let now = app.clock.now();
    let until = now + LEASE;
    let due = app
        .committer
        .write(move |tx| Box::pin(async move { proofs::lease(tx, now, until, LEASED).await }))
        .await?;
    let looked = join_all(due.iter().map(|row| again(app, row, until))).await;
    looked.into_iter().collect::<Result<()>>()?;
    Ok(due.len())
}

async fn again(app: &App, row: &ProofRow, until: i64) -> Result<()> {
    let Some(letter) = app.letters.by_id(row.letter) else {
        return Ok(());
    };
    if letter.read_only.is_some() {
        return Ok(());
    }
    let now = app.clock.now();
    let method = row.method.parse().ok().and_then(Method::of);
    let method = method.ok_or(ActError::Unreadable)?;
    let open = letter.letter.state == LetterState::Open && now < letter.letter.closes_at();
    let mut tx = app.store.read().await?;
    let signature = signatures::get(&mut tx, row.signature).await?;
    let shown = openings::newest(&mut tx, row.signature).await?;
    drop(tx);
    let shown = shown.and_then(|shown| Opening::parse(&shown.opening).ok());
    let challenge = signature
        .zip(shown)
        .and_then(|(signature, shown)| of_signature(app, &letter, &signature, &shown));
    let seen = match challenge {
        None => Seen::Moot,
        // What is closed stays as it is.
        Some(_) if !open => Seen::Nothing,
        Some(challenge) => match look(app, method, &challenge).await {
            Outcome::Proven => Seen::Proof,
            Outcome::Absent(_) => Seen::None(challenge),
            Outcome::Unreachable(_) => Seen::Nothing,
        },
    };
    let (row, now_ms) = (row.clone(), app.clock.now_ms());
    app.committer
        .write(move |tx| {
            Box::pin(async move {
                match proofs::end_lease(tx, row.signature, until).await? {
                    true => note(tx, row, method, seen, now_ms).await,
                    false => Ok(()),
                }
            })
        })
        .await?;
    app.recorder_wake.notify_one();
    Ok(())
}

/// What was seen.
enum Seen {
    /// The proof.
    Proof,
    /// An answer without it.
    None(Challenge),
    /// No answer, or nobody looked.
    Nothing,
    /// There is nothing to prove any more.
    Moot,
}

async fn note(
    tx: &mut Tx,
    row: ProofRow,
    method: Method,
    seen: Seen,
    now_ms: i64,
) -> store::Result<()> {
    let now = now_ms.div_euclid(1000);
    let next = match seen {
        Seen::Moot => return proofs::forget(tx, row.signature).await,
        Seen::Nothing => ProofRow {
            due_at: now + DAY,
            ..row
        },
        Seen::Proof => ProofRow {
            checked_at: now,
            absent: 0,
            due_at: now + WEEK,
            ..row
        },
        Seen::None(challenge) if row.absent + 1 >= ENOUGH => {
            return lower(tx, &row, method, &challenge, now_ms).await;
        }
        Seen::None(_) => ProofRow {
            checked_at: now,
            absent: row.absent + 1,
            due_at: now + WEEK,
            ..row
        },
    };
    proofs::put(tx, &next).await
}

/// Lowers the level to what it was before the proof, where the proof is what it stands on.
async fn lower(
    tx: &mut Tx,
    row: &ProofRow,
    method: Method,
    challenge: &Challenge,
    now_ms: i64,
) -> store::Result<()> {
    proofs::forget(tx, row.signature).await?;
    let Some(current) = pinned(tx, row.signature, &challenge.domain).await? else {
        return Ok(());
    };
    if level_ahead(tx, &current).await? != method.level() {
        return Ok(());
    }
    let before = row.before.parse().unwrap_or(Proof::Mailbox);
    set_level(tx, &current, before, now_ms).await
}
