//! Deletion of a letter that has not launched: everything of it goes, at once and for ever.

use super::access::may::Actor;
use super::access::trail::Line;
use super::access::{Act, Session};
use super::launch::{Missing, obstacles};
use super::{ActError, Result, founding};
use crate::app::App;
use crate::model::trail::{Part, What};
use crate::model::{Letter, Role};
use crate::store::{deletion, founder_tables, founders, letters, previews, roles, versions};

/// What would be lost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Loss {
    /// Languages that something is written in.
    pub languages: u64,
    /// Versions that were released to be signed.
    pub versions: u64,
    /// Founding signatories who are listed or invited, or have answered.
    pub founders: u64,
    /// Of them, those who accepted.
    pub accepted: u64,
    /// Spreadsheets of founders.
    pub spreadsheets: u64,
    /// Private links to it.
    pub previews: u64,
    /// Keys that open its contacts.
    pub keys: u64,
    /// Who has a role in it.
    pub people: u64,
}

/// Whether a letter can be deleted: nothing public was made of it, as far as this server knows. One
/// that came out of a backup may have launched since.
async fn is_deletable(app: &App, letter: &Letter) -> Result<bool> {
    let launched = |missing: &Missing| matches!(missing, Missing::Launched | Missing::Record);
    Ok(!obstacles(app, letter).await?.iter().any(launched))
}

/// What deleting a letter would cost; refused where it can't be deleted.
pub async fn loss(app: &App, letter: &Letter) -> Result<Loss> {
    if !is_deletable(app, letter).await? {
        return Err(ActError::Launched);
    }
    let id = letter.id;
    let mut tx = app.store.read().await?;
    let written = super::writing::read(&mut tx, letter).await?;
    let counts = founders::counts(&mut tx, id).await?;
    let accepted = counts.iter().filter(|count| count.state == "accepted");
    let written = written.wordings.iter();
    Ok(Loss {
        languages: written.filter(|wording| wording.revision > 0).count() as u64,
        versions: versions::newest(&mut tx, id).await?.unsigned_abs(),
        founders: counts.iter().map(|count| count.people.unsigned_abs()).sum(),
        accepted: accepted.map(|count| count.people.unsigned_abs()).sum(),
        spreadsheets: founder_tables::of_letter(&mut tx, id).await?.len() as u64,
        previews: previews::of_letter(&mut tx, id).await?.len() as u64,
        keys: letters::recipients(&mut tx, id).await?.len() as u64,
        people: roles::people(&mut tx, id).await?.len() as u64,
    })
}

/// Deletes a letter that has not launched. Its trail goes with it; that it was deleted stays among
/// what the operator sees, with its word in addresses.
pub async fn delete(app: &App, session: &Session, letter: &Letter) -> Result<()> {
    if !is_deletable(app, letter).await? {
        return Err(ActError::Launched);
    }
    let (actor, id) = (Actor::from(session), letter.id);
    let what = What::of(Part::Letter, letter.slug.as_str());
    let line = Line::new(app, session.into(), None, Act::LetterDeleted, what);
    let deleted = app.committer.write(move |tx| {
        Box::pin(async move {
            let is_draft = founding::is_held_draft(tx, id).await?;
            if !actor.has_role(tx, id, &[Role::Owner]).await? {
                return Ok(Err(ActError::NotPermitted));
            }
            if !is_draft {
                return Ok(Err(ActError::Launched));
            }
            deletion::delete(tx, id).await?;
            line.write(tx).await?;
            Ok(Ok(()))
        })
    });
    deleted.await??;
    // Last: without the rows the keys are worth nothing, and without the keys the rows would be. A
    // letter that took the free word meanwhile has taken the keys over.
    let taken = letters::by_slug(&mut app.store.read().await?, letter.slug.as_str()).await?;
    if taken.is_some() {
        return Ok(());
    }
    if let Err(error) = app.keys.drop_letter(&letter.slug) {
        tracing::warn!(%error, "keys of a deleted letter were left; delete them by hand");
    }
    Ok(())
}
