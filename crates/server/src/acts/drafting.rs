//! Drafting: a letter comes in from files, with its keys, texts, watch list and recipients.

use undersigned_record::Hash;

use super::launch::test_contact;
use super::{ActError, Result};
use crate::app::App;
use crate::model::draft::Draft;
use crate::model::{Letter, LetterState};
use crate::seal::{TagKey, row_id};
use crate::store::letters::{self, TextRow};

/// Saves a draft. What is there already stays; what is missing of it is added.
pub async fn save(app: &App, draft: Draft, recipients: &[String]) -> Result<Letter> {
    let key = app.keys.create_letter(&draft.slug, &draft.origin)?;
    let letter = Letter {
        id: row_id(app.clock.now_ms()),
        slug: draft.slug,
        origin: draft.origin,
        state: LetterState::Draft,
        vkey: key.verifier().to_string(),
        opened_at: None,
        settings: draft.settings,
    };
    let tests = recipients
        .iter()
        .map(|recipient| test_contact(&letter, recipient))
        .collect::<Result<Vec<_>>>()?;
    let (texts, watched) = (draft.texts, draft.watched);
    app.committer
        .write(move |tx| {
            Box::pin(async move {
                letters::insert(tx, &letter).await?;
                let letter = letters::by_slug(tx, letter.slug.as_str()).await?.unwrap_or(letter);
                for (lang, body) in texts {
                    letters::insert_text(tx, letter.id, &TextRow { version: 1, lang, body }).await?;
                }
                for name in &watched {
                    letters::watch(tx, letter.id, name).await?;
                }
                for test in &tests {
                    letters::insert_recipient(tx, letter.id, test).await?;
                }
                Ok(letter)
            })
        })
        .await
        .map_err(ActError::from)
}

/// What founding signatures are made with: the key of the tags, and the text that they stand under
/// (digest and version).
pub async fn founding_terms(app: &App, letter: &Letter) -> Result<(TagKey, (Hash, u64))> {
    let tag_key = app.keys.tag_key(&letter.slug)?;
    let texts = letters::texts(&mut app.store.read().await?, letter.id).await?;
    let default = &letter.settings.default_language;
    let text = texts.iter().rev().find(|text| text.lang == *default).ok_or(ActError::Unreadable)?;
    Ok((tag_key, (Hash::of(&text.body), text.version.unsigned_abs())))
}
