//! Signatures that stand, found and removed.

use axum::http::StatusCode;

use super::super::pages;
use super::super::roll::signatory;
use super::at::{Answered, At};
use super::decided::{self, number, path, published};
use super::letters::title;
use crate::acts::access::Moderator;
use crate::acts::{Result, moderation};
use crate::model::entry_number;
use crate::render::organize::{Decided, RemovalPage, WrongEntry};
use crate::render::{Refusal, Signatory};
use crate::store::{roll, search};

/// The most that is found for a page.
const FOUND: usize = 50;

/// Of any kind and country.
const ANYBODY: roll::Filter<'static> = roll::Filter {
    kind: "",
    country: "",
};

/// The most characters that are searched for.
const MOST: usize = 100;

/// `GET /organize/letters/{slug}/signatures`: those whose names begin as `?q=` says, before the one that `?before=`
/// names; or the one whose entry is `?entry=`, which is the way to those without a name.
pub(in crate::http) async fn page(at: At) -> Answered {
    let typed = |name: &str| -> String {
        let typed = at.query.get(name).map_or("", |typed| typed.trim());
        typed.chars().take(MOST).collect()
    };
    shown(&at, typed("q"), typed("entry"), false).await
}

/// What is found; `unreasoned` where it was to be removed and nobody said why.
async fn shown(at: &At, words: String, entry: String, unreasoned: bool) -> Answered {
    let letter = at.letter()?.0.id;
    let looked = match entry.is_empty() {
        true => by_name(at, letter, &words).await,
        false => by_entry(at, letter, &entry).await,
    };
    let looked = looked.map_err(|error| at.failed(&error))?;
    let path = path(at)?;
    let of_words = |more: &[(&str, &str)]| {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.append_pair("q", &words).extend_pairs(more);
        format!("{path}/signatures?{}", query.finish())
    };
    let next = looked.next.map(|before| before.to_string());
    Ok(pages::private(&RemovalPage {
        frame: at.frame(),
        visit: at.visit(),
        letter: title(at, at.letter()?.0).await?.0,
        next: next.map(|before| of_words(&[("before", &before)])),
        first: at.query.contains_key("before").then(|| of_words(&[])),
        path,
        search: words,
        entry,
        is_cut: looked.is_cut,
        wrong: looked.wrong,
        found: looked.found,
        decided: Decided::before(at),
        unreasoned,
    }))
}

/// What was looked up.
#[derive(Default)]
struct Looked {
    found: Vec<Signatory>,
    /// The index of the record before which the next page goes on.
    next: Option<i64>,
    is_cut: bool,
    wrong: Option<WrongEntry>,
}

async fn by_name(at: &At, letter: i64, words: &str) -> Result<Looked> {
    let asked = search::Asked {
        letter,
        words,
        filter: ANYBODY,
        before: number(at, "before").unwrap_or(i64::MAX),
        limit: FOUND,
    };
    let found = search::search(&mut at.site.app.store.read().await?, &asked).await?;
    Ok(Looked {
        found: found.rows.iter().map(signatory).collect::<Result<_>>()?,
        next: found.next,
        is_cut: found.is_cut,
        wrong: None,
    })
}

async fn by_entry(at: &At, letter: i64, typed: &str) -> Result<Looked> {
    let wrong = |wrong| Looked {
        wrong: Some(wrong),
        ..Looked::default()
    };
    let Some(index) = entry_number::parse(typed) else {
        return Ok(wrong(WrongEntry::NoNumber));
    };
    let mut tx = at.site.app.store.read().await?;
    let before = index.saturating_add(1);
    let newest = roll::by_index(&mut tx, letter, &ANYBODY, before, 1).await?;
    match newest.first().filter(|row| row.idx == index) {
        Some(row) => Ok(Looked {
            found: vec![signatory(row)?],
            ..Looked::default()
        }),
        None => Ok(wrong(WrongEntry::NotThere)),
    }
}

/// `POST /organize/letters/{slug}/removals`
pub(in crate::http) async fn remove(at: At) -> Answered {
    let letter = published(&at)?;
    let entry = at.field("entry").parse();
    let entry: i64 = entry.map_err(|_| at.refuse(Refusal::Unreadable))?;
    let Some(reason) = decided::reason(&at, "reason")? else {
        let mut response = shown(&at, String::new(), entry.to_string(), true).await?;
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(response);
    };
    let by = Moderator::Organizer(at.session()?);
    let outcome = moderation::remove(&at.site.app, by, &letter, entry, reason).await;
    let mut decided = Decided::default();
    decided.count(&at, outcome)?;
    decided.answer(&at, "signatures")
}
