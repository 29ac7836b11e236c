//! What the pages of moderators share: a decision is asked for, carried out, counted and told.

use std::sync::Arc;

use axum::Json;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use undersigned_record::entry::Reason;

use super::super::refused::Refused;
use super::at::{Answered, At};
use crate::acts::{ActError, Result};
use crate::recorder::Published;
use crate::render::Refusal;
use crate::render::organize::Decided;

/// Lines on a page.
pub(super) const PAGE: i64 = 50;

/// What a script gets that decides without leaving the page.
#[derive(Serialize)]
struct Brief {
    done: u64,
    gone: u64,
    /// In the moderator's language.
    said: String,
}

impl Decided {
    /// What somebody else decided before is told, and stops nothing.
    pub(super) fn count(
        &mut self,
        at: &At,
        outcome: Result<()>,
    ) -> std::result::Result<(), Refused> {
        match outcome {
            Ok(()) => self.done += 1,
            Err(ActError::NoLink) => self.gone += 1,
            Err(error) => return Err(at.failed(&error)),
        }
        Ok(())
    }

    /// How the decisions of the page before ended, where it led here.
    pub(super) fn before(at: &At) -> Option<Self> {
        let read = |name| number(at, name).map(i64::unsigned_abs);
        Some(Self {
            done: read("done")?,
            gone: read("gone")?,
        })
    }

    /// Back to one of the letter's pages; a script that asks briefly stays where it is.
    pub(super) fn answer(self, at: &At, page: &str) -> Answered {
        let Self { done, gone } = self;
        if at.field("answer") == "brief" {
            let said = at.frame().decided(&self);
            return Ok(Json(Brief { done, gone, said }).into_response());
        }
        let path = format!("{}/{page}?done={done}&gone={gone}", path(at)?);
        let back: Response = at.on_to(&path);
        Ok(back)
    }
}

/// What the pressed button asks for, and of which one.
pub(super) fn asked(at: &At) -> (&str, Option<i64>) {
    let decide = at.field("decide");
    match decide.split_once('-') {
        Some((act, id)) => (act, id.parse().ok()),
        None => (decide, None),
    }
}

/// The reason in a field; none where none was chosen.
pub(super) fn reason(at: &At, field: &str) -> std::result::Result<Option<Reason>, Refused> {
    match at.field(field) {
        "" => Ok(None),
        reason => reason
            .parse()
            .map(Some)
            .map_err(|_| at.refuse(Refusal::Unreadable)),
    }
}

/// The letter of the path as it is public; a draft has nothing to decide about.
pub(super) fn published(at: &At) -> std::result::Result<Arc<Published>, Refused> {
    let published = at.site.app.letters.by_id(at.letter()?.0.id);
    published.ok_or_else(|| at.refuse(Refusal::NotFound))
}

/// The letter's page for organizers.
pub(super) fn path(at: &At) -> std::result::Result<String, Refused> {
    Ok(format!("/organize/letters/{}", at.letter()?.0.slug))
}

/// A number in the query.
pub(super) fn number(at: &At, name: &str) -> Option<i64> {
    at.query.get(name)?.parse().ok()
}

/// The last of a full page.
pub(super) fn last(ids: impl ExactSizeIterator<Item = i64>) -> Option<i64> {
    let full = i64::try_from(ids.len()).is_ok_and(|count| count == PAGE);
    ids.last().filter(|_| full)
}
