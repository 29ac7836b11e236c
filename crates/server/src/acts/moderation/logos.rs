//! Logos of organizations and companies that wait for a moderator.

use super::super::access::Act as Did;
use super::super::access::moderator::Moderator;
use super::super::logo::digest;
use super::super::signing::ensure_writable;
use super::super::{ActError, Result};
use super::words::name;
use crate::app::App;
use crate::model::trail::What;
use crate::recorder::Published;
use crate::store::signatory_logos::{self, SignatoryLogoRow};
use crate::store::signatures;

/// A logo that waits.
pub struct HeldLogo {
    /// What to name it by.
    pub id: i64,
    /// The name that it would stand beside.
    pub name: String,
    /// In pixels.
    pub size: (i64, i64),
}

/// The logos of a letter that wait, oldest first: after the number `page.0`, at most `page.1`.
pub async fn held_logos(app: &App, letter: &Published, page: (i64, i64)) -> Result<Vec<HeldLogo>> {
    let mut tx = app.store.read().await?;
    let mut held = Vec::new();
    for row in signatory_logos::held(&mut tx, letter.letter.id, page).await? {
        held.push(HeldLogo {
            id: row.id,
            name: name(&mut tx, row.signature).await?,
            size: (row.width, row.height),
        });
    }
    Ok(held)
}

/// Shows a logo that waits, in the place of any before.
pub async fn approve_logo(app: &App, by: Moderator<'_>, letter: &Published, id: i64) -> Result<()> {
    ensure_writable(letter)?;
    let letter = letter.letter.id;
    let held = signatory_logos::get_held(&mut app.store.read().await?, letter, id).await?;
    let held = held.ok_or(ActError::NoLink)?;
    let image = app.waiting.decrypt(&held.key_name, &held.image)?;
    let row = SignatoryLogoRow {
        digest: digest(&image),
        ..held.logo
    };
    let decision = by.decides(app, letter, Did::LogoApproved, What::number(id));
    let shown = app.committer.write(move |tx| {
        Box::pin(async move {
            // The signatory may have brought another, or taken it back, since it was looked at.
            let stands = signatures::pin(tx, row.signature).await?
                && decision.holds(tx).await?
                && signatory_logos::reject(tx, letter, id).await?;
            if stands {
                signatory_logos::show(tx, &row, &image).await?;
                decision.note(tx).await?;
            }
            Ok(stands)
        })
    });
    let shown = shown.await?;
    app.recorder_wake.notify_one();
    by.settled(app, letter, shown).await
}

/// Turns a logo down that waits. What is shown stays.
pub async fn reject_logo(app: &App, by: Moderator<'_>, letter: &Published, id: i64) -> Result<()> {
    let letter = letter.letter.id;
    let decision = by.decides(app, letter, Did::LogoRejected, What::number(id));
    let rejected = app.committer.write(move |tx| {
        Box::pin(async move {
            let rejected =
                decision.holds(tx).await? && signatory_logos::reject(tx, letter, id).await?;
            if rejected {
                decision.note(tx).await?;
            }
            Ok(rejected)
        })
    });
    by.settled(app, letter, rejected.await?).await
}
