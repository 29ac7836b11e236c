//! The printed code that gets a locked-out organizer back in.

use super::super::{ActError, Result};
use super::trail::Line;
use super::{Act, Session};
use crate::app::App;
use crate::seal::{RecoveryCode, random};
use crate::store::{organizers, sessions};

/// Whether the organizer has one.
pub async fn exists(app: &App, session: &Session) -> Result<bool> {
    let mut tx = app.store.read().await?;
    Ok(organizers::has_recovery(&mut tx, session.organizer).await?)
}

/// Makes one, in place of any before. It is shown this once.
pub async fn make(app: &App, session: &Session) -> Result<RecoveryCode> {
    let code = RecoveryCode::new(random());
    let hash = code.hash();
    let line = Line::new(app, session.into(), None, Act::RecoveryCodeMade, "");
    let (id, organizer) = (session.id, session.organizer);
    let made = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                if !sessions::is_open(tx, id).await? {
                    return Ok(false);
                }
                organizers::set_recovery(tx, organizer, &hash).await?;
                line.write(tx).await?;
                Ok(true)
            })
        })
        .await?;
    made.then_some(code).ok_or(ActError::NotPermitted)
}
