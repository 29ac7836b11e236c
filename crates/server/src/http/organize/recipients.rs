//! Whose keys a letter's contacts are sealed to.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::IntoResponse;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::super::pages;
use super::at::{Answered, At};
use super::letters::title;
use crate::acts::recipients::{self, Change};
use crate::acts::{ActError, launch};
use crate::model::{Letter, LetterState, organizer};
use crate::render::Moment;
use crate::render::organize::{KeyProblem, RecipientLine, RecipientsPage};
use crate::seal::{self, SealError};
use crate::store::letters::RecipientRow;

/// A page that makes and reads identities connects to nothing: forms alone leave it.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
                      connect-src 'none'; form-action 'self'; base-uri 'none'; \
                      frame-ancestors 'none'";

/// `GET /organize/letters/{slug}/recipients`
pub(in crate::http) async fn page(at: At) -> Answered {
    shown(&at, None).await
}

async fn shown(at: &At, problem: Option<KeyProblem>) -> Answered {
    let (letter, _) = at.letter()?;
    let listed = recipients::list(&at.site.app, letter.id).await;
    let (known, sealed) = listed.map_err(|error| at.failed(&error))?;
    let elsewhere = recipients::sealed_elsewhere(&at.site.app, letter).await;
    let line = |row: RecipientRow| RecipientLine {
        name: row.name,
        recipient: row.recipient,
        tested: row.tested_at.map(Moment::of),
        test_contact: STANDARD.encode(&row.test_contact),
    };
    // A private key that was sent is not sent back.
    let recipient = match problem {
        Some(KeyProblem::Secret) => "",
        _ => at.field("recipient"),
    };
    let typed = match problem {
        Some(_) => [at.field("name"), recipient, at.field("code")],
        None => [""; 3],
    };
    let mut response = pages::private(&RecipientsPage {
        frame: at.frame(),
        visit: at.visit(),
        letter: title(at, letter).await?.0,
        path: format!("/organize/letters/{}", letter.slug),
        slug: letter.slug.to_string(),
        origin: letter.origin.clone(),
        draft: is_draft(letter),
        lines: known.into_iter().map(line).collect(),
        sealed: sealed.unsigned_abs(),
        sealed_elsewhere: elsewhere.map_err(|error| at.failed(&error))?,
        problem,
        typed: typed.map(str::to_owned),
    });
    *response.status_mut() = match problem {
        None => StatusCode::OK,
        Some(KeyProblem::Known | KeyProblem::Many | KeyProblem::Launched) => StatusCode::CONFLICT,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let policy = HeaderValue::from_static(POLICY);
    response
        .headers_mut()
        .insert(CONTENT_SECURITY_POLICY, policy);
    Ok(response)
}

fn is_draft(letter: &Letter) -> bool {
    letter.state == LetterState::Draft
}

/// `POST /organize/letters/{slug}/recipients`
pub(in crate::http) async fn add(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    if !is_draft(letter) {
        return shown(&at, Some(KeyProblem::Launched)).await;
    }
    let recipient = match seal::recipient(at.field("recipient")) {
        Ok(recipient) => recipient,
        Err(SealError::Identity) => return shown(&at, Some(KeyProblem::Secret)).await,
        Err(_) => return shown(&at, Some(KeyProblem::Recipient)).await,
    };
    let Ok(name) = organizer::name(at.field("name")) else {
        return shown(&at, Some(KeyProblem::Name)).await;
    };
    match recipients::add(&at.site.app, at.session()?, letter, &recipient, name).await {
        Ok(change) => changed(&at, change).await,
        // Nothing can be sealed to it.
        Err(ActError::Seal(_)) => shown(&at, Some(KeyProblem::Recipient)).await,
        Err(error) => Err(at.failed(&error)),
    }
}

/// `POST /organize/letters/{slug}/recipients/removal`
pub(in crate::http) async fn remove(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let recipient = at.field("recipient").to_owned();
    match recipients::remove(&at.site.app, at.session()?, letter, recipient).await {
        Ok(change) => changed(&at, change).await,
        Err(error) => Err(at.failed(&error)),
    }
}

async fn changed(at: &At, change: Change) -> Answered {
    let problem = match change {
        Change::Done => return on(at),
        Change::NotPermitted => return Err(at.failed(&ActError::NotPermitted)),
        Change::Launched => KeyProblem::Launched,
        Change::Known => KeyProblem::Known,
        Change::TooMany => KeyProblem::Many,
    };
    shown(at, Some(problem)).await
}

fn on(at: &At) -> Answered {
    let (letter, _) = at.letter()?;
    Ok(at.on_to(&format!("/organize/letters/{}/recipients", letter.slug)))
}

/// `POST /organize/letters/{slug}/recipients/test`
pub(in crate::http) async fn test(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let passed = launch::pass_test(&at.site.app, at.session()?.into(), letter, at.field("code"));
    match passed.await {
        Ok(true) => on(&at),
        Ok(false) => shown(&at, Some(KeyProblem::Code)).await,
        Err(error) => Err(at.failed(&error)),
    }
}

/// `GET /organize/letters/{slug}/test-contacts.jsonl`
pub(in crate::http) async fn tests(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let file = async {
        let (known, _) = recipients::list(&at.site.app, letter.id).await?;
        launch::test_contacts(letter, &known)
    };
    let file = file.await.map_err(|error| at.failed(&error))?;
    Ok((json_lines(&at, "test-contacts")?, file).into_response())
}

/// The headers of a download as JSON lines, named after the letter.
pub(super) fn json_lines(
    at: &At,
    what: &str,
) -> Result<[(axum::http::HeaderName, HeaderValue); 2], super::super::refused::Refused> {
    let (letter, _) = at.letter()?;
    let name = format!("attachment; filename=\"{}-{what}.jsonl\"", letter.slug);
    let name = HeaderValue::try_from(name).map_err(|_| at.failed(&ActError::Render))?;
    let kind = HeaderValue::from_static("application/jsonl; charset=utf-8");
    Ok([(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, name)])
}
