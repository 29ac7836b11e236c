//! A letter's own host name: given and taken away by its owners, unknown to the public until the
//! launch.

use super::access::may::{Actor, OWNERS};
use super::access::trail::{Line, Who};
use super::access::{Act, Session};
use super::{ActError, Result};
use crate::app::App;
use crate::model::{HostName, Letter};
use crate::proof::Leading;
use crate::store::hosts::{self, HostRow};
use crate::store::letters;

/// How a change ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// It is done.
    Done,
    /// The name is another letter's, or the site's own: nothing was changed.
    Taken,
}

/// A host name for a letter.
pub struct OwnHost {
    /// Which.
    pub name: HostName,
    /// Whether a certificate may be made before the launch, so that everybody can read the name.
    pub early: bool,
}

/// Gives a letter a host name, or takes it away. No session is the operator's.
pub async fn change(
    app: &App,
    session: Option<&Session>,
    letter: &Letter,
    to: Option<OwnHost>,
) -> Result<Changed> {
    let row = to.map(|to| HostRow {
        host: to.name.to_string(),
        early: to.early,
    });
    if row.as_ref().is_some_and(|row| is_the_sites(app, &row.host)) {
        return Ok(Changed::Taken);
    }
    let (id, actor) = (letter.id, session.map(Actor::from));
    let who = session.map_or_else(Who::operator, Who::from);
    let what = row.as_ref().map_or("none", |row| &*row.host);
    let line = Line::new(app, who, Some(id), Act::HostChanged, what);
    let changed = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                if let Some(actor) = actor
                    && !actor.has_role(tx, id, OWNERS).await?
                {
                    return Ok(None);
                }
                match &row {
                    Some(row) if !hosts::put(tx, id, row).await? => {
                        return Ok(Some(Changed::Taken));
                    }
                    Some(_) => {}
                    None => drop(hosts::take(tx, id).await?),
                }
                letters::touch(tx, id).await?;
                line.write(tx).await?;
                Ok(Some(Changed::Done))
            })
        })
        .await?;
    app.recorder_wake.notify_one();
    changed.ok_or(ActError::NotPermitted)
}

/// Whether a name is that of `base_url`.
fn is_the_sites(app: &App, name: &str) -> bool {
    app.config.host_name().as_deref() == Some(name)
}

/// Where a letter's name leads now, for somebody who is told apart by `session`. None where nothing
/// is looked up (the demo).
pub async fn leading(app: &App, session: &Session, name: &HostName) -> Option<Leading> {
    let proofs = app.proofs.as_ref()?;
    let domain = name.domain()?;
    let who = session.organizer.to_be_bytes();
    if proofs.allow(&who, &domain).is_err() {
        return Some(Leading::Unclear);
    }
    let site = app.config.host_name()?;
    Some(proofs.leading(name, &site).await)
}

/// Whether a certificate may be made for a name: the site's own, that of a letter that has launched,
/// or of one whose owner allowed it before. Any other is answered alike.
pub async fn may_be_certified(app: &App, typed: &str) -> Result<bool> {
    let typed = typed.to_ascii_lowercase();
    // What readers see needs no database.
    let published = app.letters.by_host(&app.config.authority_of(&typed));
    if is_the_sites(app, &typed) || published.is_some() {
        return Ok(true);
    }
    let mut tx = app.store.read().await?;
    Ok(hosts::is_to_be_known(&mut tx, &typed).await?)
}
