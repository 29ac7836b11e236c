//! A letter's own host name.

use axum::http::StatusCode;

use super::super::pages;
use super::at::{Answered, At};
use super::letters::head;
use crate::acts::host::{self, Changed, OwnHost};
use crate::model::{HostName, LetterState, Wrong};
use crate::proof::Leading;
use crate::render::organize::{HostPage, Leads, Mistake};
use crate::store::hosts::{self, HostRow};

/// `GET /organize/letters/{slug}/host`
pub(in crate::http) async fn page(at: At) -> Answered {
    shown(&at, Said::Nothing).await
}

/// What the page says beside what it always does.
#[derive(Clone, Copy)]
enum Said {
    Nothing,
    /// That what was typed can't be.
    Wrong(Wrong),
    /// Where the name that was typed leads.
    Leads(Leads),
}

async fn shown(at: &At, said: Said) -> Answered {
    let (letter, _) = at.letter()?;
    let read = async { hosts::of(&mut at.site.app.store.read().await?, letter.id).await };
    let row: Option<HostRow> = read.await.map_err(|error| at.failed(&error.into()))?;
    let (typed, early) = match (said, &row) {
        (Said::Wrong(_) | Said::Leads(_), _) => (at.field("host"), at.typed("early").is_some()),
        (Said::Nothing, Some(row)) => (&*row.host, row.early),
        (Said::Nothing, None) => ("", false),
    };
    let wrong = match said {
        Said::Wrong(wrong) => Some(wrong),
        Said::Nothing | Said::Leads(_) => None,
    };
    let config = &at.site.app.config;
    let mut response = pages::private(&HostPage {
        frame: at.frame(),
        visit: at.visit(),
        letter: head(at, letter).await?,
        is_public: letter.state != LetterState::Draft,
        address: row.as_ref().map(|row| config.url_of(&row.host)),
        name: HostName::parse(typed).map(|name| (name.to_string(), name.is_apex())),
        typed: typed.to_owned(),
        early,
        site: config.host_name().unwrap_or_default(),
        is_asked: config.ask_listen.is_some(),
        leads: match said {
            Said::Leads(leads) => Some(leads),
            Said::Nothing | Said::Wrong(_) => None,
        },
        mistakes: wrong
            .into_iter()
            .map(|wrong| Mistake::from(("host".to_owned(), wrong)))
            .collect(),
    });
    *response.status_mut() = match wrong {
        None => StatusCode::OK,
        Some(Wrong::HostTaken) => StatusCode::CONFLICT,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Ok(response)
}

/// The name that was typed.
fn typed(at: &At) -> Result<HostName, Wrong> {
    match at.field("host").trim() {
        "" => Err(Wrong::Missing),
        typed => HostName::parse(typed).ok_or(Wrong::NoHost),
    }
}

/// `POST /organize/letters/{slug}/host`
pub(in crate::http) async fn change(at: At) -> Answered {
    let early = at.typed("early").is_some();
    match typed(&at) {
        Ok(name) => changed(&at, Some(OwnHost { name, early })).await,
        Err(wrong) => shown(&at, Said::Wrong(wrong)).await,
    }
}

/// `POST /organize/letters/{slug}/host/removal`
pub(in crate::http) async fn remove(at: At) -> Answered {
    changed(&at, None).await
}

async fn changed(at: &At, to: Option<OwnHost>) -> Answered {
    let (letter, _) = at.letter()?;
    match host::change(&at.site.app, Some(at.session()?), letter, to).await {
        Ok(Changed::Done) => Ok(at.on_to(&format!("/organize/letters/{}/host", letter.slug))),
        Ok(Changed::Taken) => shown(at, Said::Wrong(Wrong::HostTaken)).await,
        Err(error) => Err(at.failed(&error)),
    }
}

/// `POST /organize/letters/{slug}/host/lookup`: where the name that was typed leads now. Nothing is
/// changed.
pub(in crate::http) async fn look(at: At) -> Answered {
    let name = match typed(&at) {
        Ok(name) => name,
        Err(wrong) => return shown(&at, Said::Wrong(wrong)).await,
    };
    let leads = match host::leading(&at.site.app, at.session()?, &name).await {
        None => Leads::Unasked,
        Some(Leading::Here) => Leads::Here,
        Some(Leading::Elsewhere) => Leads::Elsewhere,
        Some(Leading::Nowhere) => Leads::Nowhere,
        Some(Leading::Unclear) => Leads::Unclear,
    };
    shown(&at, Said::Leads(leads)).await
}
