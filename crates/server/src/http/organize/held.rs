//! Signatures and corrections that wait for a moderator.

use axum::http::StatusCode;
use undersigned_record::entry::Reason;

use super::super::{answering, pages};
use super::at::{Answered, At};
use super::decided::{self, PAGE, asked, last, number, path, published};
use super::letters::title;
use crate::acts::Result;
use crate::acts::access::Moderator;
use crate::acts::moderation::{self, Held};
use crate::model::Hint;
use crate::render::organize::{Decided, HeldLine, HeldPage};
use crate::render::{Moment, Refusal};

/// `GET /organize/letters/{slug}/held`, after the one that `?after=` names.
pub(in crate::http) async fn page(at: At) -> Answered {
    let after = number(&at, "after").unwrap_or(i64::MIN);
    shown(&at, after, None).await
}

/// The page of those after one; where a reason is `missing` in the field of this name, with what was marked and chosen.
async fn shown(at: &At, after: i64, missing: Option<String>) -> Answered {
    let path = path(at)?;
    let lines = lines(at, (after, PAGE)).await;
    let held = lines.map_err(|error| at.failed(&error))?;
    let last = last(held.iter().map(|one| one.id));
    Ok(pages::private(&HeldPage {
        frame: at.frame(),
        visit: at.visit(),
        letter: title(at, at.letter()?.0).await?.0,
        next: last.map(|id| format!("{path}/held?after={id}")),
        path,
        decided: Decided::before(at),
        held,
        typed: at.form.clone(),
        missing,
    }))
}

/// A page of the queue; a draft's is empty.
async fn lines(at: &At, page: (i64, i64)) -> Result<Vec<HeldLine>> {
    let Ok(letter) = published(at) else {
        return Ok(Vec::new());
    };
    let held = moderation::held(&at.site.app, &letter, page).await?;
    let mut hints = moderation::hints(&at.site.app, &letter, &held).await?;
    let line = |one: Held| {
        let hints = hints.remove(&one.id).unwrap_or_default();
        line(one, hints)
    };
    Ok(held.into_iter().map(line).collect())
}

pub(super) fn line(one: Held, hints: Vec<Hint>) -> HeldLine {
    let level = one.fields.level();
    let public = one.fields.public;
    let country = public.country.as_str().to_owned();
    HeldLine {
        id: one.id,
        kind: public.kind,
        name: public.name,
        display: public.display,
        title: public.title,
        affiliation: public.affiliation,
        website: public.website,
        country: public.country.is_named().then_some(country),
        mailbox: public.mailbox,
        statement: one.fields.statement,
        level,
        corrects: one.corrects,
        doubts: one.doubts,
        hints,
        since: Moment::of(one.since),
        asked: one.asked.into_iter().map(answering::line).collect(),
    }
}

/// `POST /organize/letters/{slug}/held`: one, or all that are marked.
pub(in crate::http) async fn decide(at: At) -> Answered {
    let (app, letter) = (&at.site.app, published(&at)?);
    let by = Moderator::Organizer(at.session()?);
    let (act, one) = asked(&at);
    let marked = |(name, _): (&String, &String)| name.strip_prefix("mark-")?.parse().ok();
    let (ids, reason): (Vec<i64>, String) = match one {
        Some(id) => (vec![id], format!("reason-{id}")),
        None => (at.form.iter().filter_map(marked).collect(), "reason".into()),
    };
    let reason = match act {
        "approve" => None,
        "reject" => match decided::reason(&at, &reason)? {
            None if !ids.is_empty() => return unreasoned(&at, &ids, reason).await,
            chosen => chosen,
        },
        "repeated" => Some(Reason::Repeated),
        _ => return Err(at.refuse(Refusal::Unreadable)),
    };
    let mut decided = Decided::default();
    for id in ids {
        let outcome = match reason {
            None => moderation::approve(app, by, &letter, id, None).await,
            reason => moderation::reject(app, by, &letter, id, reason).await,
        };
        decided.count(&at, outcome)?;
    }
    decided.answer(&at, "held")
}

/// The page again, from the first of those that were to be turned down for no reason.
async fn unreasoned(at: &At, ids: &[i64], field: String) -> Answered {
    let first = ids.iter().min().map_or(i64::MIN, |id| id.saturating_sub(1));
    let mut response = shown(at, first, Some(field)).await?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}
