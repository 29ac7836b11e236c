//! The letter that a command names.

use anyhow::{Context, Result};

use crate::app::App;
use crate::model::Letter;
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
