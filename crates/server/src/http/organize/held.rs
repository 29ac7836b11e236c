//! Signatures and corrections that wait for a moderator.

use super::super::pages;
use super::at::{Answered, At};
use super::decided::{self, PAGE, asked, last, number, path, published};
use super::letters::title;
use crate::acts::access::Moderator;
use crate::acts::moderation::{self, Held};
use crate::model::Proof;
use crate::render::organize::{Decided, HeldLine, HeldPage};
use crate::render::{Moment, Refusal};

/// `GET /organize/letters/{slug}/held`, after the one that `?after=` names.
pub(in crate::http) async fn page(at: At) -> Answered {
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
        decided: Decided::before(&at),
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
        doubts: one.doubts,
        since: Moment::of(one.since),
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
        "reject" => Some(decided::reason(&at, &reason)?),
        _ => return Err(at.refuse(Refusal::Unreadable)),
    };
    let mut decided = Decided::default();
    for id in ids {
        let outcome = match reason {
            None => moderation::approve(app, by, &letter, id, false).await,
            reason => moderation::reject(app, by, &letter, id, reason).await,
        };
        decided.count(&at, outcome)?;
    }
    decided.answer(&at, "held")
}
