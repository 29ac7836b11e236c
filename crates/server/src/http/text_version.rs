//! One version of a letter's text: who signed an older one still finds what they signed.

use axum::response::Response;
use undersigned_record::Hash;

use super::at_letter::AtLetter;
use super::refused::Refused;
use super::{beside, pages, text_choice};
use crate::acts::{ActError, Result};
use crate::l10n::own_name;
use crate::model::Text;
use crate::render::{LetterRef, Moment, TextVersionPage, hex};
use crate::store::letters::{self, TextRow};

/// `GET /letters/{slug}/texts/{version}`
pub(super) async fn page(at: AtLetter) -> std::result::Result<Response, Refused> {
    let version = at.rest.parse::<i64>().ok();
    let there = version.filter(|version| (1..=at.letter.fixed.version).contains(version));
    let Some(version) = there else {
        return Err(at.failed(&ActError::NoProof));
    };
    let Some(tag) = chosen(&at, version) else {
        return Err(at.failed(&ActError::NoProof));
    };
    // The version may have another text for this reader than the newest has. Whatever was asked for, it
    // is one of few.
    let key = format!("text {version} {tag}");
    pages::public(&at, &key, || make(&at, version, tag)).await
}

/// The language in which a reader gets a version.
fn chosen(at: &AtLetter, version: i64) -> Option<String> {
    let tags = at.letter.fixed.languages.get(&version)?;
    let tags: Vec<&str> = tags.iter().map(String::as_str).collect();
    let default = &at.letter.letter.settings.default_language;
    let default = tags.iter().find(|tag| *tag == default).or(tags.first())?;
    let wishes = [at.asked("text"), &at.choice.tag];
    Some(text_choice::choose(&tags, &wishes, default).tag)
}

async fn make(at: &AtLetter, version: i64, tag: String) -> Result<TextVersionPage> {
    let letter = &at.letter;
    let rows = letters::texts(&mut at.site.app.store.read().await?, letter.letter.id).await?;
    let rows: Vec<TextRow> = rows
        .into_iter()
        .filter(|row| row.version == version)
        .collect();
    let row = rows.iter().find(|row| row.lang == tag);
    let row = row.ok_or(ActError::NoProof)?;
    let text = Text::parse(&row.body).map_err(|_| ActError::Unreadable)?;
    let others = rows.iter().map(|row| &row.lang);
    let others = others
        .filter(|other| **other != tag)
        .map(|other| (other.clone(), own_name(other)))
        .collect();
    let is_older = version < letter.fixed.version;
    let now = letter.fixed.texts.get(&tag).filter(|_| is_older);
    let changes = match now {
        Some(now) => beside::changes(text.clone(), now.text.clone()).await?,
        None => Vec::new(),
    };
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
        text_html: beside::html(&text).await?,
        digest: hex(Hash::of(&row.body).as_bytes()),
        changes,
        tag,
    })
}
