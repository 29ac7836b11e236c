//! An organizer's own access.

use axum::Json;
use axum::response::{IntoResponse, Response};

use super::super::pages;
use super::at::{Answered, At};
use crate::acts::access::{passkey, recovery_code, session};
use crate::render::Moment;
use crate::render::organize::{
    AccountPage, NewPasskeyPage, OpenSession, PasskeyLine, RecoveryCodePage,
};
use crate::store::passkeys::PasskeyRow;
use crate::store::sessions::SessionRow;

const ACCOUNT: &str = "/organize/account";

/// `GET /organize/account`
pub(in crate::http) async fn page(at: At) -> Answered {
    let (app, own) = (&at.site.app, at.session()?);
    let all = async {
        let passkeys = passkey::list(app, own).await?;
        let sessions = session::list(app, own).await?;
        Ok((passkeys, sessions, recovery_code::exists(app, own).await?))
    };
    let (passkeys, sessions, has_code) = all.await.map_err(|error| at.failed(&error))?;
    let passkey = |row: PasskeyRow| PasskeyLine {
        id: row.id,
        name: row.name,
        used: Moment::of(row.used_at),
    };
    let session = |row: SessionRow| OpenSession {
        own: row.id == own.id,
        id: row.id,
        browser: row.browser,
        begun: Moment::of(row.begun_at),
        seen: Moment::of(row.seen_at),
    };
    Ok(pages::private(&AccountPage {
        frame: at.frame(),
        visit: at.visit(),
        passkeys: passkeys.into_iter().map(passkey).collect(),
        sessions: sessions.into_iter().map(session).collect(),
        has_code,
    }))
}

/// `POST /organize/account/passkeys/new`
pub(in crate::http) async fn new_passkey(at: At) -> Response {
    pages::private(&NewPasskeyPage {
        frame: at.frame(),
        visit: at.visit(),
    })
}

/// `POST /organize/account/passkeys/challenge`
pub(in crate::http) async fn challenge(at: At) -> Answered {
    match passkey::ask(&at.site.app, at.session()?).await {
        Ok(begun) => Ok(Json(begun).into_response()),
        Err(error) => Err(at.failed(&error)),
    }
}

/// `POST /organize/account/passkeys`
pub(in crate::http) async fn add_passkey(at: At) -> Answered {
    let name = at.name("passkey")?;
    match passkey::add(&at.site.app, at.session()?, at.answer(), name).await {
        Ok(()) => Ok(at.on_to(ACCOUNT)),
        Err(error) => Err(at.failed(&error)),
    }
}

/// `POST /organize/account/passkeys/{id}/name`
pub(in crate::http) async fn rename_passkey(at: At) -> Answered {
    let name = at.name("name")?;
    match passkey::rename(&at.site.app, at.session()?, at.id()?, name).await {
        Ok(()) => Ok(at.on_to(ACCOUNT)),
        Err(error) => Err(at.failed(&error)),
    }
}

/// `POST /organize/account/passkeys/{id}/removal`
pub(in crate::http) async fn remove_passkey(at: At) -> Answered {
    match passkey::remove(&at.site.app, at.session()?, at.id()?).await {
        Ok(()) => Ok(at.on_to(ACCOUNT)),
        Err(error) => Err(at.failed(&error)),
    }
}

/// `POST /organize/account/recovery-code`
pub(in crate::http) async fn make_code(at: At) -> Answered {
    match recovery_code::make(&at.site.app, at.session()?).await {
        Ok(code) => Ok(pages::private(&RecoveryCodePage {
            frame: at.frame(),
            visit: at.visit(),
            code: code.reveal(),
            at: format!("{}/organize/recovery", at.site.app.config.base_url),
        })),
        Err(error) => Err(at.failed(&error)),
    }
}

/// `POST /organize/account/sessions/{id}/end`
pub(in crate::http) async fn end_session(at: At) -> Answered {
    match session::end(&at.site.app, at.session()?, at.id()?).await {
        Ok(()) => Ok(at.on_to(ACCOUNT)),
        Err(error) => Err(at.failed(&error)),
    }
}
