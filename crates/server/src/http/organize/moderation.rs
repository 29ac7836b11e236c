//! What waits for moderators, decided; signatures that stand, removed.

use std::sync::Arc;

use axum::response::Response;
use undersigned_record::entry::Reason;

use super::super::pages;
use super::super::refused::Refused;
use super::super::roll::signatory;
use super::at::{Answered, At};
use super::letters::title;
use crate::acts::access::Moderator;
use crate::acts::moderation::{self, Held};
use crate::acts::{ActError, Result};
use crate::model::Proof;
use crate::recorder::Published;
use crate::render::organize::{
    Decided, HeldLine, HeldPage, RemovalPage, StatementLine, StatementsPage,
};
use crate::render::{Moment, Refusal};
use crate::store::{roll, search};

/// Lines on a page.
const PAGE: i64 = 50;

/// `GET /organize/letters/{slug}/held`, after the one that `?after=` names.
pub(in crate::http) async fn held(at: At) -> Answered {
    let path = path(&at)?;
    let after = number(&at, "after").unwrap_or(i64::MIN);
    let held = match published(&at) {
        Ok(letter) => moderation::held(&at.site.app, &letter, (after, PAGE)).await,
        Err(_) => Ok(Vec::new()),
    };
    let held = held.map_err(|error| at.failed(&error))?;
    let last = last(held.iter().map(|one| one.id));
    Ok(pages::private(&HeldPage {
        frame: at.frame(),
        visit: at.visit(),
        letter: title(&at, at.letter()?.0).await?.0,
        next: last.map(|id| format!("{path}/held?after={id}")),
        path,
        decided: decided(&at),
        held: held.into_iter().map(line).collect(),
    }))
}

fn line(one: Held) -> HeldLine {
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
        statement: one.fields.statement,
        level: if one.fields.at_own_domain {
            Proof::Domain
        } else {
            Proof::Mailbox
        },
        corrects: one.corrects,
        is_unproven: one.is_unproven,
        is_watched: one.is_watched,
        since: Moment::of(one.since),
    }
}

/// `POST /organize/letters/{slug}/held`: one, or all that are marked.
pub(in crate::http) async fn decide(at: At) -> Answered {
    let (app, letter) = (&at.site.app, published(&at)?);
    let by = Moderator::Organizer(at.session()?);
    let (act, one) = asked(&at);
    let marked = |(name, _): (&String, &String)| name.strip_prefix("mark-")?.parse().ok();
    let ids: Vec<i64> = match one {
        Some(id) => vec![id],
        None => at.form.iter().filter_map(marked).collect(),
    };
    let mut decided = Decided { done: 0, gone: 0 };
    for id in ids {
        let outcome = match act {
            "approve" => moderation::approve(app, by, &letter, id, false).await,
            "reject" => {
                let field = if one.is_some() {
                    format!("reason-{id}")
                } else {
                    "reason".into()
                };
                let reason = reason(&at, &field)?;
                moderation::reject(app, by, &letter, id, Some(reason)).await
            }
            _ => return Err(at.refuse(Refusal::Unreadable)),
        };
        decided.count(&at, outcome)?;
    }
    back(&at, "held", decided)
}

/// `GET /organize/letters/{slug}/statements`
pub(in crate::http) async fn statements(at: At) -> Answered {
    let (app, path) = (&at.site.app, path(&at)?);
    let after = (number(&at, "after").unwrap_or(i64::MIN), PAGE);
    let before = (number(&at, "before").unwrap_or(i64::MAX), PAGE);
    let lists = async {
        let Ok(letter) = published(&at) else {
            return Ok((Vec::new(), Vec::new()));
        };
        let held = moderation::held_statements(app, &letter, after).await?;
        Ok((
            held,
            moderation::live_statements(app, &letter, before).await?,
        ))
    };
    let (held, live) = lists.await.map_err(|error: ActError| at.failed(&error))?;
    let next = (
        last(held.iter().map(|one| one.id)).map(|id| format!("{path}/statements?after={id}")),
        last(live.iter().map(|one| one.id)).map(|id| format!("{path}/statements?before={id}")),
    );
    let held = held.into_iter().map(|one| StatementLine {
        id: one.id,
        name: one.name,
        lang: one.lang,
        words: one.words,
        featured: false,
    });
    let live = live.into_iter().map(|one| StatementLine {
        id: one.id,
        name: one.name,
        lang: one.lang,
        words: one.words,
        featured: one.featured,
    });
    Ok(pages::private(&StatementsPage {
        frame: at.frame(),
        visit: at.visit(),
        letter: title(&at, at.letter()?.0).await?.0,
        path,
        held: held.collect(),
        live: live.collect(),
        decided: decided(&at),
        next,
    }))
}

/// `POST /organize/letters/{slug}/statements`
pub(in crate::http) async fn decide_statement(at: At) -> Answered {
    let (app, letter) = (&at.site.app, published(&at)?);
    let by = Moderator::Organizer(at.session()?);
    let (act, Some(id)) = asked(&at) else {
        return Err(at.refuse(Refusal::Unreadable));
    };
    let outcome = match act {
        "approve" => moderation::approve_statement(app, by, &letter, id, false).await,
        "reject" => moderation::reject_statement(app, by, &letter, id).await,
        "feature" => moderation::feature(app, by, &letter, id, true).await,
        "unfeature" => moderation::feature(app, by, &letter, id, false).await,
        _ => return Err(at.refuse(Refusal::Unreadable)),
    };
    let mut decided = Decided { done: 0, gone: 0 };
    decided.count(&at, outcome)?;
    back(&at, "statements", decided)
}

/// `GET /organize/letters/{slug}/signatures`: those whose names begin as `?q=` says.
pub(in crate::http) async fn signatures(at: At) -> Answered {
    let words: String = at
        .query
        .get("q")
        .map_or("", String::as_str)
        .chars()
        .take(100)
        .collect();
    let asked = search::Asked {
        letter: at.letter()?.0.id,
        words: &words,
        filter: roll::Filter {
            kind: "",
            country: "",
        },
        before: i64::MAX,
        limit: 50,
    };
    let found = async {
        let mut tx = at.site.app.store.read().await?;
        let rows = search::search(&mut tx, &asked).await?.rows;
        rows.iter().map(signatory).collect::<Result<Vec<_>>>()
    };
    let found = found.await.map_err(|error| at.failed(&error))?;
    Ok(pages::private(&RemovalPage {
        frame: at.frame(),
        visit: at.visit(),
        letter: title(&at, at.letter()?.0).await?.0,
        path: path(&at)?,
        search: words,
        found,
        decided: decided(&at),
    }))
}

/// `POST /organize/letters/{slug}/removals`
pub(in crate::http) async fn remove(at: At) -> Answered {
    let letter = published(&at)?;
    let entry = at.field("entry").parse();
    let entry: i64 = entry.map_err(|_| at.refuse(Refusal::Unreadable))?;
    let reason = reason(&at, "reason")?;
    let by = Moderator::Organizer(at.session()?);
    let outcome = moderation::remove(&at.site.app, by, &letter, entry, reason).await;
    let mut decided = Decided { done: 0, gone: 0 };
    decided.count(&at, outcome)?;
    back(&at, "signatures", decided)
}

impl Decided {
    /// What somebody else decided before is told, and stops nothing.
    fn count(&mut self, at: &At, outcome: Result<()>) -> std::result::Result<(), Refused> {
        match outcome {
            Ok(()) => self.done += 1,
            Err(ActError::NoLink) => self.gone += 1,
            Err(error) => return Err(at.failed(&error)),
        }
        Ok(())
    }
}

fn back(
    at: &At,
    page: &str,
    Decided { done, gone }: Decided,
) -> std::result::Result<Response, Refused> {
    Ok(at.on_to(&format!("{}/{page}?done={done}&gone={gone}", path(at)?)))
}

fn decided(at: &At) -> Option<Decided> {
    let read = |name| number(at, name).map(i64::unsigned_abs);
    Some(Decided {
        done: read("done")?,
        gone: read("gone")?,
    })
}

/// What the pressed button asks for, and of which one.
fn asked(at: &At) -> (&str, Option<i64>) {
    let decide = at.field("decide");
    match decide.split_once('-') {
        Some((act, id)) => (act, id.parse().ok()),
        None => (decide, None),
    }
}

fn reason(at: &At, field: &str) -> std::result::Result<Reason, Refused> {
    let reason = at.field(field).parse();
    reason.map_err(|_| at.refuse(Refusal::Unreadable))
}

fn published(at: &At) -> std::result::Result<Arc<Published>, Refused> {
    let published = at.site.app.letters.by_id(at.letter()?.0.id);
    published.ok_or_else(|| at.refuse(Refusal::NotFound))
}

fn path(at: &At) -> std::result::Result<String, Refused> {
    Ok(format!("/organize/letters/{}", at.letter()?.0.slug))
}

fn number(at: &At, name: &str) -> Option<i64> {
    at.query.get(name)?.parse().ok()
}

/// The last of a full page.
fn last(ids: impl ExactSizeIterator<Item = i64>) -> Option<i64> {
    let full = i64::try_from(ids.len()).is_ok_and(|count| count == PAGE);
    ids.last().filter(|_| full)
}
