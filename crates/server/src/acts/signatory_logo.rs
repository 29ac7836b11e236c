//! Logos of organizations and companies that signed: brought by whoever has the signature's link, and
//! shown once a moderator approved them. The record has none of it: it speaks of words alone.

use super::link::{self, Opened};
use super::signing::ensure_writable;
use super::{ActError, Result};
use crate::app::App;
use crate::model::Kind;
use crate::model::logo::Logo;
use crate::recorder::Published;
use crate::seal::{Encrypted, KeyError, Purpose, WaitingKeys, row_id};
use crate::store::signatory_logos::{self, HeldImage, SignatoryLogoRow};
use crate::store::signatures;

/// A picture that waits, encrypted.
pub(super) struct HeldPicture {
    sealed: Encrypted,
    expires_at: i64,
}

impl HeldPicture {
    pub(super) fn image(&self) -> HeldImage<'_> {
        HeldImage {
            key_name: &self.sealed.key_name,
            bytes: &self.sealed.bytes,
            expires_at: self.expires_at,
        }
    }
}

/// Encrypts a picture for as long as it may wait.
pub(super) fn held(
    waiting: &WaitingKeys,
    now: i64,
    picture: &[u8],
) -> std::result::Result<HeldPicture, KeyError> {
    Ok(HeldPicture {
        sealed: waiting.encrypt(Purpose::Held, now, picture)?,
        expires_at: now + Purpose::Held.lifetime(),
    })
}

/// The logos of a signature: none where it is an individual's.
pub async fn of(app: &App, signature: i64) -> Result<Vec<SignatoryLogoRow>> {
    let mut tx = app.store.read().await?;
    Ok(signatory_logos::of(&mut tx, signature).await?)
}

/// The signature that a link leads to, where it is one that can have a logo.
async fn signature(app: &App, letter: &Published, token: &str) -> Result<i64> {
    match link::open(app, letter, token).await? {
        Opened::Signed(row, opening) if opening.kind != Kind::Individual => Ok(row.id),
        _ => Err(ActError::NoLink),
    }
}

/// Brings a logo for the signature that a link leads to. It waits for a moderator; what is shown stays
/// until then.
pub async fn bring(app: &App, letter: &Published, token: &str, logo: Logo) -> Result<()> {
    ensure_writable(letter)?;
    let signature = signature(app, letter, token).await?;
    let picture = held(&app.waiting, app.clock.now(), &logo.image)?;
    let row = SignatoryLogoRow {
        id: row_id(app.clock.now_ms()),
        letter: letter.letter.id,
        signature,
        digest: String::new(),
        width: logo.width.into(),
        height: logo.height.into(),
    };
    let stands = app.committer.write(move |tx| {
        Box::pin(async move {
            let stands = signatures::pin(tx, row.signature).await?;
            if stands {
                signatory_logos::hold(tx, &row, &picture.image()).await?;
            }
            Ok(stands)
        })
    });
    stands.await?.then_some(()).ok_or(ActError::NoLink)
}

/// Takes away the logo of the signature that a link leads to, and any that waits.
pub async fn take_away(app: &App, letter: &Published, token: &str) -> Result<()> {
    ensure_writable(letter)?;
    let signature = signature(app, letter, token).await?;
    let letter = letter.letter.id;
    app.committer
        .write(move |tx| Box::pin(signatory_logos::remove(tx, letter, signature)))
        .await?;
    app.recorder_wake.notify_one();
    Ok(())
}

/// The picture that waits for a moderator, a PNG, for who brought it.
pub async fn waiting_picture(app: &App, letter: &Published, token: &str) -> Result<Vec<u8>> {
    let signature = signature(app, letter, token).await?;
    let waiting = of(app, signature).await?.into_iter();
    let mut waiting = waiting.filter(|logo| !logo.is_shown());
    let id = waiting.next().ok_or(ActError::NoLink)?.id;
    picture(app, letter, id).await
}

/// A picture that waits, a PNG.
pub async fn picture(app: &App, letter: &Published, id: i64) -> Result<Vec<u8>> {
    let mut tx = app.store.read().await?;
    let held = signatory_logos::get_held(&mut tx, letter.letter.id, id).await?;
    let held = held.ok_or(ActError::NoLink)?;
    Ok(app.waiting.decrypt(&held.key_name, &held.image)?)
}
