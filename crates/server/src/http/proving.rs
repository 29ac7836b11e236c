//! The proof of a domain, on the pages behind a mailed link.

use axum::extract::Request;
use axum::http::StatusCode;
use axum::http::header::RETRY_AFTER;
use axum::response::Response;
use undersigned_record::opening::Opening;

use super::at_letter::AtLetter;
use super::refused::Refused;
use super::{confirmation, form};
use crate::acts::proving::{self, Challenge, Checked};
use crate::acts::signing::Fields;
use crate::acts::{ActError, Result};
use crate::model::Proof;
use crate::proof::{self, Absence, Method, Obstacle, Outcome};
use crate::render::{Looked, Moment, Provable, Refusal};
use crate::store::proofs;
use crate::store::signatures::SignatureRow;
use crate::store::submissions::SubmissionRow;

/// `POST /letters/{slug}/confirm/{token}/proof`: `method` is `dns` or `well-known`.
pub(super) async fn check(
    at: AtLetter,
    request: Request,
) -> std::result::Result<Response, Refused> {
    let asked = form::read_field(&at.headers, request.into_body(), "method").await;
    let asked = asked.map_err(|refusal| at.refuse(refusal))?;
    let method = asked.parse().ok().and_then(Method::of);
    let method = method.ok_or_else(|| at.refuse(Refusal::Unreadable))?;
    let checked = proving::check(&at.site.app, &at.letter, &at.rest, method).await;
    let checked = match checked {
        Ok(checked) => checked,
        Err(ActError::NoLink) => return Err(at.refuse(confirmation::dead_link(&at.rest))),
        Err(error) => return Err(at.failed(&error)),
    };
    let mut response = confirmation::after_look(&at, looked(checked)).await?;
    if let Checked::TooSoon(seconds) = checked {
        *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
        response.headers_mut().insert(RETRY_AFTER, seconds.into());
    }
    Ok(response)
}

fn looked(checked: Checked) -> Looked {
    match checked {
        Checked::Proven | Checked::Not(Outcome::Proven) => Looked::Proven,
        Checked::StillHeld => Looked::StillHeld,
        Checked::TooSoon(seconds) => Looked::TooSoon(seconds),
        Checked::Not(Outcome::Absent(absence)) => match absence {
            Absence::Nothing => Looked::Nothing,
            Absence::Other => Looked::Other,
            Absence::TooLong => Looked::TooLong,
            Absence::Elsewhere => Looked::Elsewhere,
        },
        Checked::Not(Outcome::Unreachable(obstacle)) => match obstacle {
            Obstacle::Timeout => Looked::Timeout,
            Obstacle::NameServer => Looked::NameServer,
            Obstacle::Chain => Looked::Chain,
            // As if the name were not there: which ones the server's resolver knows inside is told to nobody.
            Obstacle::Inner => Looked::Nothing,
            Obstacle::Connection => Looked::Connection,
            Obstacle::Certificate => Looked::Certificate,
            Obstacle::Status => Looked::Status,
            Obstacle::Redirects => Looked::Redirects,
            Obstacle::Busy => Looked::Busy,
        },
    }
}

/// How the domain of what is held can be proven.
pub(super) fn of_held(
    at: &AtLetter,
    row: &SubmissionRow,
    fields: &Fields,
    looked: Option<Looked>,
) -> Option<Provable> {
    let challenge = proving::of_held(&at.site.app, &at.letter, row, fields)?;
    let found = fields.proven.map(Method::level);
    Some(provable(&challenge, (found, None, 0), looked))
}

/// How the domain of a signature can be proven, or was.
pub(super) async fn of_signature(
    at: &AtLetter,
    row: &SignatureRow,
    shown: &Opening,
    looked: Option<Looked>,
) -> Result<Option<Provable>> {
    let Some(challenge) = proving::of_signature(&at.site.app, &at.letter, row, shown) else {
        return Ok(None);
    };
    let known = proofs::of(&mut at.site.app.store.read().await?, row.id).await?;
    let found: Option<Proof> = known.as_ref().and_then(|known| known.method.parse().ok());
    let missing = known
        .as_ref()
        .map_or(0, |known| known.absent.unsigned_abs());
    let checked = known.filter(|known| known.checked_at > 0);
    let checked = checked.map(|known| Moment::of(known.checked_at));
    Ok(Some(provable(
        &challenge,
        (found, checked, missing),
        looked,
    )))
}

fn provable(
    challenge: &Challenge,
    (found, checked, missing): (Option<Proof>, Option<Moment>, u64),
    looked: Option<Looked>,
) -> Provable {
    let Challenge { domain, token } = challenge;
    Provable {
        domain: domain.as_str().to_owned(),
        record: proof::record_name(domain),
        file: proof::file_address(domain),
        line: proof::line(token),
        found,
        checked,
        missing,
        looked,
    }
}
