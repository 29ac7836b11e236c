//! The organizers' logo, changed by owners and editors.

use sha2::{Digest, Sha256};

use super::access::may::{Actor, WRITERS};
use super::access::trail::Line;
use super::access::{Act, Session};
use super::{ActError, Result};
use crate::app::App;
use crate::model::Letter;
use crate::model::logo::Logo;
use crate::store::letters;
use crate::store::logos::{self, LogoRow};

/// Puts a logo in the place of any before, or takes it away.
pub async fn change(
    app: &App,
    session: &Session,
    letter: &Letter,
    logo: Option<Logo>,
) -> Result<()> {
    let (id, actor) = (letter.id, Actor::from(session));
    let what = if logo.is_some() { "" } else { "none" };
    let line = Line::new(app, session.into(), Some(id), Act::LogoChanged, what);
    let changed = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                if !actor.has_role(tx, id, WRITERS).await? {
                    return Ok(false);
                }
                match &logo {
                    Some(logo) => logos::put(tx, id, &row(logo), &logo.image).await?,
                    None => logos::remove(tx, id).await?,
                }
                letters::touch(tx, id).await?;
                line.write(tx).await?;
                Ok(true)
            })
        })
        .await?;
    app.recorder_wake.notify_one();
    changed.then_some(()).ok_or(ActError::NotPermitted)
}

/// A picture's name, which changes with its bytes.
pub(super) fn digest(picture: &[u8]) -> String {
    let digest = Sha256::digest(picture);
    let short = digest.iter().take(8);
    short.map(|byte| format!("{byte:02x}")).collect()
}

fn row(logo: &Logo) -> LogoRow {
    LogoRow {
        digest: digest(&logo.image),
        width: logo.width.into(),
        height: logo.height.into(),
    }
}
