//! What may take long is done beside the workers that answer everybody.

use crate::acts::{ActError, Result};
use crate::model::Text;
use crate::model::wording::compare_texts;
use crate::render::organize::Changes;

/// A text's letter as HTML.
pub(super) async fn html(text: &Text) -> Result<String> {
    let text = text.clone();
    done(move || text.html()).await
}

/// What became of one wording in another.
pub(super) async fn changes(old: Text, new: Text) -> Result<Changes> {
    done(move || compare_texts(&old, &new)).await
}

async fn done<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|_| ActError::Render)
}
