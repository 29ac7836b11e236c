//! A letter's settings.

use axum::http::StatusCode;
use axum::response::Response;

use undersigned_record::entry::{Date, Lang};

use super::super::pages;
use super::super::refused::Refused;
use super::at::{Answered, At};
use super::letters::head;
use crate::acts::settings::{self, Changed};
use crate::acts::{ActError, Result as Done};
use crate::l10n::known_languages;
use crate::model::settings_form::SettingsForm;
use crate::model::wrong::Faults;
use crate::model::{Letter, LetterState, Role};
use crate::render::organize::{Mistake, SettingsPage};
use crate::store::letters;

/// `GET /organize/letters/{slug}/settings`
pub(in crate::http) async fn page(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let (letter, watched) = now(&at, letter).await?;
    let form = SettingsForm::of(&letter.settings, &watched);
    let saved = at.query.contains_key("saved");
    let page = SettingsPage {
        saved,
        ..shown(&at, &letter, form, Vec::new()).await?
    };
    Ok(pages::private(&page))
}

/// The letter and its watch list as they are at one moment.
async fn now(at: &At, letter: &Letter) -> Result<(Letter, Vec<String>), Refused> {
    let read = async {
        let mut tx = at.site.app.store.read().await?;
        let letter = letters::by_id(&mut tx, letter.id).await?;
        let letter = letter.ok_or(ActError::NoLink)?;
        let watched = letters::watched(&mut tx, letter.id).await?;
        Done::Ok((letter, watched))
    };
    read.await.map_err(|error| at.failed(&error))
}

async fn shown(
    at: &At,
    letter: &Letter,
    form: SettingsForm,
    faults: Faults,
) -> Result<SettingsPage, Refused> {
    let mut tags = letter.settings.languages.clone();
    let added = form.languages.iter().filter(|tag| !tags.contains(tag));
    // What was typed and is no tag stands in its field, to be mended.
    let added: Vec<String> = added
        .filter(|tag| tag.parse::<Lang>().is_ok())
        .cloned()
        .collect();
    tags.extend(added);
    Ok(SettingsPage {
        frame: at.frame(),
        visit: at.visit(),
        letter: head(at, letter).await?,
        is_public: letter.state != LetterState::Draft,
        is_owner: at.letter()?.1 == Role::Owner,
        form,
        revision: letter.revision,
        tags,
        mistakes: faults.into_iter().map(Mistake::from).collect(),
        saved: false,
        newer: None,
        known: known_languages(),
    })
}

/// `POST /organize/letters/{slug}/settings`
pub(in crate::http) async fn change(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let (letter, watched) = now(&at, letter).await?;
    let is_public = letter.state != LetterState::Draft;
    let form = SettingsForm::typed(|name| at.typed(name), &letter.settings, is_public);
    let base: i64 = at.field("revision").parse().unwrap_or(-1);
    if base != letter.revision {
        return stale(&at, &letter, form, &watched).await;
    }
    let today = Date::from_unix(at.site.app.clock.now().unsigned_abs()).to_string();
    let changed = match form.check(&letter.settings, &today) {
        Ok(changed) => changed,
        Err(faults) => {
            let page = shown(&at, &letter, form, faults).await?;
            return Ok(with(StatusCode::UNPROCESSABLE_ENTITY, &page));
        }
    };
    let done = settings::change(&at.site.app, at.session()?, &letter, base, changed).await;
    match done.map_err(|error| at.failed(&error))? {
        Changed::Done => {
            let path = format!("/organize/letters/{}/settings?saved=yes", letter.slug);
            Ok(at.on_to(&path))
        }
        Changed::Stale => {
            let (letter, watched) = now(&at, &letter).await?;
            stale(&at, &letter, form, &watched).await
        }
    }
}

/// What was typed, and what somebody else saved since the form was made: nothing is lost.
async fn stale(at: &At, letter: &Letter, form: SettingsForm, watched: &[String]) -> Answered {
    let theirs = SettingsForm::of(&letter.settings, watched).fields();
    let mine = form.fields();
    let names: std::collections::BTreeSet<&String> = mine.keys().chain(theirs.keys()).collect();
    let differ = names
        .into_iter()
        .filter(|name| mine.get(*name) != theirs.get(*name));
    let newer = differ
        .map(|name| (name.clone(), theirs.get(name).cloned().unwrap_or_default()))
        .collect();
    let page = SettingsPage {
        newer: Some(newer),
        ..shown(at, letter, form, Vec::new()).await?
    };
    Ok(with(StatusCode::CONFLICT, &page))
}

fn with(status: StatusCode, page: &SettingsPage) -> Response {
    let mut response = pages::private(page);
    *response.status_mut() = status;
    response
}
