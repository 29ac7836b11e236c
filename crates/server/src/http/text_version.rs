//! One version of a letter's text: who signed an older one still finds what they signed.

use axum::response::Response;
use undersigned_record::Hash;

use super::at_letter::AtLetter;
use super::refused::Refused;
use super::{pages, text_choice};
use crate::acts::{ActError, Result};
use crate::l10n::own_name;
use crate::model::Text;
use crate::model::wording::compare_texts;
use crate::render::{LetterRef, Moment, TextVersionPage, hex};
use crate::store::letters::{self, TextRow};

/// `GET /letters/{slug}/texts/{version}`
pub(super) async fn page(at: AtLetter) -> std::result::Result<Response, Refused> {
    let version = at.rest.parse::<i64>().ok();
    let there = version.filter(|version| (1..=at.letter.fixed.version).contains(version));
    let Some(version) = there else {
        return Err(at.failed(&ActError::NoProof));
    };
    // The version may have another text for this reader than the newest has.
    let key = format!("text {version} {}", at.asked("text"));
    pages::public(&at, &key, || make(&at, version)).await
}

async fn make(at: &AtLetter, version: i64) -> Result<TextVersionPage> {
    let letter = &at.letter;
    let rows = letters::texts(&mut at.site.app.store.read().await?, letter.letter.id).await?;
    let rows: Vec<TextRow> = rows
        .into_iter()
        .filter(|row| row.version == version)
        .collect();
    let tags: Vec<&str> = rows.iter().map(|row| row.lang.as_str()).collect();
    let default = &letter.letter.settings.default_language;
    let default = tags.iter().find(|tag| *tag == default).or(tags.first());
    let default = default.ok_or(ActError::NoProof)?;
    let wishes = [at.asked("text"), &at.choice.tag];
    let tag = text_choice::choose(&tags, &wishes, default).tag;
    let row = rows
        .iter()
        .find(|row| row.lang == tag)
        .ok_or(ActError::NoProof)?;
    let text = Text::parse(&row.body).map_err(|_| ActError::Unreadable)?;
    let others = tags.iter().filter(|other| **other != tag);
    let others = others
        .map(|tag| ((*tag).to_owned(), own_name(tag)))
        .collect();
    let is_older = version < letter.fixed.version;
    let now = letter.fixed.texts.get(&tag).filter(|_| is_older);
    let path = at.path(&format!("/texts/{version}"));
    let since = letter.fixed.released_at.get(&version).copied();
    Ok(TextVersionPage {
        frame: at.frame(&path),
        letter: LetterRef {
            title: text.title.clone(),
            title_lang: tag.clone(),
            ..at.letter_ref()
        },
        version: version.unsigned_abs(),
        since: Moment::of(since.or(letter.letter.opened_at).unwrap_or_default()),
        newest: is_older.then_some(letter.fixed.version.unsigned_abs()),
        others,
        heading: text.title.clone(),
        to: text.to.clone(),
        from: text.from.clone(),
        demands: text
            .demands
            .iter()
            .map(|demand| demand.brief.clone())
            .collect(),
        text_html: text.html(),
        digest: hex(Hash::of(&row.body).as_bytes()),
        changes: now.map_or_else(Vec::new, |now| compare_texts(&text, &now.text)),
        tag,
    })
}
