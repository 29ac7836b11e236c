//! The letter that a command names.

use std::sync::Arc;

use anyhow::{Context, Result, anyhow};

use super::Installation;
use crate::acts::ActError;
use crate::app::App;
use crate::model::Letter;
use crate::recorder::{self, Published};
use crate::store::letters;

/// The letter `slug`, drafted or launched.
pub(super) async fn find(app: &App, slug: &str) -> Result<Letter> {
    let mut tx = app.store.read().await?;
    let known = letters::all(&mut tx).await?;
    let names: Vec<&str> = known.iter().map(|letter| letter.slug.as_str()).collect();
    let names = names.join(", ");
    let none = || match names.as_str() {
        "" => "there is no letter here yet: bring one with `undersigned import letter DIR`".into(),
        names => format!("there is no letter {slug:?} here; there is {names}"),
    };
    letters::by_slug(&mut tx, slug).await?.with_context(none)
}

/// The launched letter `slug` beside a server that may be running: nothing is signed.
pub(super) async fn open(place: &Installation, slug: &str) -> Result<(Arc<App>, Arc<Published>)> {
    let app = place.open().await?;
    find(&app, slug).await?;
    recorder::load(&app).await?;
    let letter = app.letters.by_slug(slug);
    let letter = letter.with_context(|| {
        format!("{slug} has not launched: run `undersigned launch {slug}` first")
    })?;
    Ok((app, letter))
}

/// What to say where `id` is nothing that waits.
pub(super) fn unknown(error: ActError, list: &str, slug: &str, id: i64) -> anyhow::Error {
    match error {
        ActError::NoLink => {
            anyhow!("nothing of {slug} waits as {id}: see `undersigned {list} list {slug}`")
        }
        other => other.into(),
    }
}
