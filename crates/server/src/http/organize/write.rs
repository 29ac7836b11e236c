//! Where a text is written: the page, its button, and what it saves by itself.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::super::refused::Refused;
use super::super::{beside, pages};
use super::at::{Answered, At};
use super::letters::head;
use crate::acts::writing::{self, Save, Saved, Wording, Writer, Written};
use crate::model::text::Part;
use crate::model::{Letter, Text, Wrong};
use crate::render::organize::{LetterHead, Mistake, Newer, Source, WritePage};
use crate::render::{Moment, hex};
use undersigned_record::Hash;

/// What is written where, and by whom.
pub(super) struct Desk {
    pub(super) letter: Letter,
    pub(super) head: LetterHead,
    pub(super) lang: String,
    pub(super) writer: Writer,
    /// Where it is written; drafts, preview and versions are below.
    pub(super) path: String,
}

impl Desk {
    async fn of(at: &At) -> Result<Self, Refused> {
        let (letter, _) = at.letter()?;
        Ok(Self {
            letter: letter.clone(),
            head: head(at, letter).await?,
            lang: at.rest.clone(),
            writer: at.session()?.into(),
            path: format!("/organize/letters/{}/texts/{}", letter.slug, at.rest),
        })
    }

    pub(super) async fn wording(&self, at: &At) -> Result<(Written, Wording), Refused> {
        let found = writing::wording(&at.site.app.store, &self.letter, &self.lang).await;
        found.map_err(|error| at.failed(&error))
    }
}

/// `GET /organize/letters/{slug}/texts/{lang}`
pub(in crate::http) async fn page(at: At) -> Answered {
    open(&at, &Desk::of(&at).await?).await
}

/// `POST /organize/letters/{slug}/texts/{lang}`
pub(in crate::http) async fn save(at: At) -> Answered {
    press(&at, Desk::of(&at).await?).await
}

/// `POST /organize/letters/{slug}/texts/{lang}/draft`
pub(in crate::http) async fn autosave(at: At) -> Answered {
    keep(&at, Desk::of(&at).await?).await
}

/// The page with what is there.
pub(super) async fn open(at: &At, desk: &Desk) -> Answered {
    let (written, wording) = desk.wording(at).await?;
    let saved = at.query.contains_key("saved");
    let page = WritePage {
        saved,
        // Nobody is told of what is wrong with what nobody has begun.
        mistakes: match saved || is_begun(&wording) {
            true => mistakes(&wording.text),
            false => Vec::new(),
        },
        ..shown(at, desk, &written, &wording, wording.text.clone())
    };
    Ok(pages::private(&page))
}

/// Whether there is more than the title that a new letter has.
fn is_begun(wording: &Wording) -> bool {
    let title = Text {
        title: wording.text.title.clone(),
        ..Text::default()
    };
    wording.revision > 0 && wording.text != title
}

fn mistakes(text: &Text) -> Vec<Mistake> {
    let mistake = |(part, wrong): (Part, Wrong)| Mistake {
        field: part.field(wrong),
        wrong,
    };
    text.faults().into_iter().map(mistake).collect()
}

fn shown(at: &At, desk: &Desk, written: &Written, newest: &Wording, text: Text) -> WritePage {
    let source = written.of(&written.source);
    let source = source.filter(|source| source.lang != newest.lang);
    let of_source = source.map(|source| Source {
        lang: source.lang.clone(),
        text: source.text.clone(),
        markdown: source.text.markdown.clone(),
        digest: hex(source.digest.as_bytes()),
    });
    let last = (newest.revision > 0).then(|| (newest.who.clone(), Moment::of(newest.saved_at)));
    WritePage {
        frame: at.frame(),
        visit: at.visit(),
        letter: desk.head.clone(),
        lang: newest.lang.clone(),
        demands: WritePage::rows(&text, source.map(|source| &source.text)),
        source: of_source,
        text,
        revision: newest.revision,
        last,
        mistakes: Vec::new(),
        drift: newest.drift.clone(),
        saved: false,
        newer: None,
        overlong: false,
        action: desk.path.clone(),
        autosave: format!("{}/draft", desk.path),
        preview: format!("{}/preview", desk.path),
        versions: desk
            .head
            .is_theirs
            .then(|| format!("{}/versions", desk.path)),
    }
}

/// What was typed, as a save.
fn typed(at: &At, lang: &str, kept: bool) -> Save {
    Save {
        lang: lang.to_owned(),
        base: at.field("revision").parse().unwrap_or(-1),
        text: Text::typed(|name| at.typed(name)),
        source: digest(at.field("source")),
        kept,
        over: at.field("over") == "yes",
        restores: None,
    }
}

/// A digest in lower-case hexadecimal.
fn digest(text: &str) -> Option<Hash> {
    let byte = |at: usize| u8::from_str_radix(text.get(at..at + 2)?, 16).ok();
    let bytes: Option<Vec<u8>> = (0..64).step_by(2).map(byte).collect();
    Hash::from_slice(&bytes?)
}

/// Saves by the button. What is unfinished is saved too, and the page says what is missing.
pub(super) async fn press(at: &At, desk: Desk) -> Answered {
    desk.wording(at).await?;
    let save = typed(at, &desk.lang, true);
    let (text, base) = (save.text.clone(), save.base);
    let saved = writing::save(&at.site.app, &desk.letter, desk.writer.clone(), save).await;
    match saved.map_err(|error| at.failed(&error))? {
        Saved::As(_) => Ok(at.on_to(&format!("{}?saved=yes", desk.path))),
        Saved::Stale => {
            let (written, newest) = desk.wording(at).await?;
            let changes = beside::changes(newest.text.clone(), text.clone()).await;
            let newer = Newer {
                who: newest.who.clone(),
                changes: changes.map_err(|error| at.failed(&error))?,
            };
            let page = WritePage {
                newer: Some(newer),
                ..shown(at, &desk, &written, &newest, text)
            };
            let mut response = pages::private(&page);
            *response.status_mut() = StatusCode::CONFLICT;
            Ok(response)
        }
        Saved::Overlong => {
            let (written, newest) = desk.wording(at).await?;
            let page = WritePage {
                overlong: true,
                mistakes: mistakes(&text),
                revision: base,
                ..shown(at, &desk, &written, &newest, text)
            };
            let mut response = pages::private(&page);
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(response)
        }
    }
}

/// Saves by itself: answers with the revision, with 409 where somebody else saved meanwhile, or with
/// 422 where it is too long.
pub(super) async fn keep(at: &At, desk: Desk) -> Answered {
    desk.wording(at).await?;
    let save = typed(at, &desk.lang, false);
    let saved = writing::save(&at.site.app, &desk.letter, desk.writer, save).await;
    let nothing = |status| (status, Json(serde_json::json!({}))).into_response();
    let answer: Response = match saved.map_err(|error| at.failed(&error))? {
        Saved::As(revision) => Json(serde_json::json!({ "revision": revision })).into_response(),
        Saved::Stale => nothing(StatusCode::CONFLICT),
        Saved::Overlong => nothing(StatusCode::UNPROCESSABLE_ENTITY),
    };
    Ok(answer)
}
