//! A new letter.

use axum::http::StatusCode;
use axum::response::Response;
use undersigned_record::entry::Lang;

use super::super::pages;
use super::at::{Answered, At};
use crate::acts::drafting::{self, Beginning};
use crate::l10n::known_languages;
use crate::model::wrong::Faults;
use crate::model::{Slug, Wrong, organizer};
use crate::render::organize::{Mistake, NewLetterPage};

/// `GET /organize/letters/new`
pub(in crate::http) async fn page(at: At) -> Response {
    pages::private(&form(&at, Vec::new()))
}

fn form(at: &At, faults: Faults) -> NewLetterPage {
    let typed = |name: &str| at.field(name).trim().to_owned();
    let slug = typed("slug");
    let lang = at.typed("lang").map_or(at.lang.tag(), str::trim);
    let shown = if slug.is_empty() { "…" } else { &slug };
    NewLetterPage {
        frame: at.frame(),
        visit: at.visit(),
        typed_title: typed("title"),
        typed_lang: lang.to_owned(),
        origin: drafting::origin(&at.site.app, shown),
        typed_slug: slug,
        mistakes: faults.into_iter().map(Mistake::from).collect(),
        known: known_languages(),
    }
}

/// `POST /organize/letters/new`
pub(in crate::http) async fn begin(at: At) -> Answered {
    let new = match read(&at) {
        Ok(new) => new,
        Err(faults) => return Ok(mistaken(&at, faults)),
    };
    let onward = format!("/organize/letters/{}/texts/{}", new.slug, new.lang);
    match drafting::begin(&at.site.app, at.session()?, new).await {
        Ok(true) => Ok(at.on_to(&onward)),
        Ok(false) => Ok(mistaken(&at, vec![("slug".to_owned(), Wrong::Taken)])),
        Err(error) => Err(at.failed(&error)),
    }
}

fn read(at: &At) -> Result<Beginning, Faults> {
    let mut faults = Vec::new();
    let mut fault = |field: &str, wrong| faults.push((field.to_owned(), wrong));
    let title = organizer::line(at.field("title"), 300);
    let title = title.map_err(|problem| fault("title", problem.into()));
    let lang = at.field("lang").trim().parse::<Lang>();
    let lang = lang.map_err(|_| fault("lang", Wrong::NoLanguage));
    let slug = at.field("slug").trim().parse::<Slug>();
    let slug = slug.map_err(|_| Wrong::NoSlug);
    let free = slug.and_then(|slug| match slug.is_reserved() {
        true => Err(Wrong::Taken),
        false => Ok(slug),
    });
    let slug = free.map_err(|wrong| fault("slug", wrong));
    match (title, lang, slug) {
        (Ok(title), Ok(lang), Ok(slug)) => Ok(Beginning {
            slug,
            lang: lang.as_str().to_owned(),
            title,
        }),
        _ => Err(faults),
    }
}

fn mistaken(at: &At, faults: Faults) -> Response {
    let mut response = pages::private(&form(at, faults));
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    response
}
