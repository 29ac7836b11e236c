//! The founders' key of a letter, as acts need it. Where it is lost or damaged, what needs it is not
//! done for that letter, and no other letter is held up.

use crate::acts::Result;
use crate::app::App;
use crate::model::{Letter, LetterState};
use crate::seal::{FoundersKey, KeyDir, RowKey};
use crate::store::{self, Tx, founder_logos, founders};

/// How it stands.
pub(super) async fn state(app: &App, letter: &Letter) -> Result<FoundersKey> {
    let sealed = founders::sealed(&mut app.store.read().await?, letter.id).await?;
    Ok(app.keys.founders(&letter.slug, &sealed))
}

/// The key, where there is one.
pub(super) async fn read(app: &App, letter: &Letter) -> Result<Option<RowKey>> {
    match state(app, letter).await? {
        FoundersKey::Usable(key) => Ok(Some(key)),
        FoundersKey::Unused => Ok(None),
        FoundersKey::Faulty(error) => Err(error.into()),
    }
}

/// The key, for somebody or something that is to be put under it: made where nothing is there yet.
pub(super) async fn make(app: &App, letter: &Letter) -> Result<RowKey> {
    match read(app, letter).await? {
        Some(key) => Ok(key),
        None => Ok(app.keys.make_founders_key(&letter.slug)?),
    }
}

/// Whether what was put under a letter's founders' key can't be read.
pub async fn is_lost(app: &App, letter: &Letter) -> Result<bool> {
    let lost = |key| matches!(key, FoundersKey::Faulty(_));
    Ok(letter.state == LetterState::Draft && state(app, letter).await.map(lost)?)
}

/// Whether a letter can't launch without what can't be read: statements that nobody decided on, and
/// logos.
pub async fn keeps_from_launch(tx: &mut Tx, letter: &Letter, keys: &KeyDir) -> store::Result<bool> {
    let sealed = founders::sealed(tx, letter.id).await?;
    let lost = matches!(keys.founders(&letter.slug, &sealed), FoundersKey::Faulty(_));
    Ok(lost
        && (!founders::undecided(tx, letter.id).await?.is_empty()
            || !founder_logos::of_signatories(tx, letter.id)
                .await?
                .is_empty()))
}
