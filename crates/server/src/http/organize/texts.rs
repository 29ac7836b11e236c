//! A letter's texts, language by language: how far they are, their translators, their release.

use super::super::pages;
use super::super::refused::Refused;
use super::at::{Answered, At};
use super::letters::head;
use crate::acts::release::{self, Released};
use crate::acts::translating;
use crate::acts::writing::{self, Wording, Written};
use crate::model::{Letter, LetterState};
use crate::render::organize::{
    Lack, ReleaseState, TextLine, TextsPage, TranslatorLine, TranslatorLinkPage,
};
use crate::render::{Moment, paths};
use crate::store::translators::TranslatorRow;

/// `GET /organize/letters/{slug}/texts`
pub(in crate::http) async fn page(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let written = writing::wordings(&at.site.app.store, letter).await;
    let written = written.map_err(|error| at.failed(&error))?;
    let lines = written
        .wordings
        .iter()
        .map(|wording| line(&written, wording));
    let translators = translating::list(&at.site.app, letter.id).await;
    let translators = translators.map_err(|error| at.failed(&error))?;
    Ok(pages::private(&TextsPage {
        frame: at.frame(),
        visit: at.visit(),
        letter: head(&at, letter).await?,
        lines: lines.collect(),
        is_public: letter.state != LetterState::Draft,
        release: release_state(&at, letter).await?,
        translators: translators.into_iter().map(translator).collect(),
    }))
}

async fn release_state(at: &At, letter: &Letter) -> Result<ReleaseState, Refused> {
    let readiness = release::readiness(&at.site.app, letter).await;
    let readiness = readiness.map_err(|error| at.failed(&error))?;
    Ok(ReleaseState {
        newest: readiness.newest.unsigned_abs(),
        waits: at.query.contains_key("released"),
        unchanged: readiness.unchanged,
        lacks: readiness.lacks.into_iter().map(lack).collect(),
    })
}

fn lack(lack: release::Lack) -> Lack {
    match lack {
        release::Lack::Text(tag) => Lack::Text(tag),
        release::Lack::Mistakes(tag, count) => Lack::Mistakes(tag, count),
        release::Lack::Drift(tag, count) => Lack::Drift(tag, count),
        release::Lack::Dates => Lack::Dates,
        release::Lack::Organizers => Lack::Organizers,
        release::Lack::Closed => Lack::Closed,
    }
}

fn translator(row: TranslatorRow) -> TranslatorLine {
    TranslatorLine {
        id: row.id,
        name: row.name,
        lang: row.lang,
        until: Moment::of(row.expires_at),
        used: row.used_at.map(Moment::of),
    }
}

/// `POST /organize/letters/{slug}/release`
pub(in crate::http) async fn make_version(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let released = release::release(&at.site.app, at.session()?, letter).await;
    let path = format!("/organize/letters/{}/texts", letter.slug);
    match released.map_err(|error| at.failed(&error))? {
        Released::As(_) => Ok(at.on_to(&format!("{path}?released=yes"))),
        // The page says what is missing.
        Released::Nothing => Ok(at.on_to(&path)),
    }
}

/// `POST /organize/letters/{slug}/translators`
pub(in crate::http) async fn invite(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let (name, lang) = (at.name("name")?, at.field("lang").to_owned());
    let for_whom = (lang, name.clone());
    let token = translating::invite(&at.site.app, at.session()?, letter, for_whom).await;
    let token = token.map_err(|error| at.failed(&error))?;
    let base = &at.site.app.config.base_url;
    Ok(pages::private(&TranslatorLinkPage {
        frame: at.frame(),
        visit: at.visit(),
        name,
        link: format!("{base}{}", paths::translation(&token.reveal())),
        back: format!("/organize/letters/{}/texts", letter.slug),
    }))
}

/// `POST /organize/letters/{slug}/translators/{id}/end`
pub(in crate::http) async fn end(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let ended = translating::end(&at.site.app, at.session()?, letter, at.id()?).await;
    match ended {
        Ok(()) => Ok(at.on_to(&format!("/organize/letters/{}/texts", letter.slug))),
        Err(error) => Err(at.failed(&error)),
    }
}

fn line(written: &Written, wording: &Wording) -> TextLine {
    let due = written
        .of(&written.source)
        .map_or(&[][..], |of| &of.text.demands);
    let done = due
        .iter()
        .filter(|demand| wording.text.has_demand(&demand.id));
    let last = (wording.revision > 0).then(|| (wording.who.clone(), Moment::of(wording.saved_at)));
    TextLine {
        tag: wording.lang.clone(),
        is_source: wording.lang == written.source,
        demands: done.count() as u64,
        demands_due: due.len() as u64,
        has_body: !wording.text.markdown.is_empty(),
        mistakes: wording.text.faults().len() as u64,
        drift: wording.drift.len() as u64,
        last,
    }
}
