//! A letter's settings, changed by its owners and editors.

use super::access::may::{Actor, WRITERS};
use super::access::trail::Line;
use super::access::{Act, Session};
use super::{ActError, Result};
use crate::app::App;
use crate::model::trail::{Part, What};
use crate::model::{Letter, Settings};
use crate::store::letters;

/// How a change ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// It is done.
    Done,
    /// Somebody else changed them since the form was made; nothing was written.
    Stale,
}

/// Changes settings and watch list, made from the revision `base`.
pub async fn change(
    app: &App,
    session: &Session,
    letter: &Letter,
    base: i64,
    (settings, watched): (Settings, Vec<String>),
) -> Result<Changed> {
    let (id, actor) = (letter.id, Actor::from(session));
    let old = letter.settings.clone();
    let line = Line::new(app, session.into(), Some(id), Act::SettingsChanged, "");
    let changed = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                if !actor.holds(tx, id, WRITERS).await? {
                    return Ok(None);
                }
                if !letters::set_settings(tx, id, base, &settings).await? {
                    return Ok(Some(Changed::Stale));
                }
                let before = letters::watched(tx, id).await?;
                letters::watch_instead(tx, id, &watched).await?;
                let after = letters::watched(tx, id).await?;
                let what = differences(&old, &settings, before != after);
                line.of(what).write(tx).await?;
                Ok(Some(Changed::Done))
            })
        })
        .await?;
    app.recorder_wake.notify_one();
    changed.ok_or(ActError::NotPermitted)
}

/// Which settings differ, as the trail says it.
fn differences(old: &Settings, new: &Settings, watched: bool) -> What {
    let named = |settings: &Settings| -> Vec<_> {
        let organizers = settings.organizers.iter();
        organizers
            .map(|of| (of.name.clone(), of.website.clone()))
            .collect()
    };
    let contacts = |settings: &Settings| -> Vec<_> {
        let organizers = settings.organizers.iter();
        organizers.map(|of| of.contact.clone()).collect()
    };
    let differ = [
        ("languages", old.languages != new.languages),
        ("default", old.default_language != new.default_language),
        ("closing", old.closing != new.closing),
        ("retention", old.retention_until != new.retention_until),
        ("organizers", named(old) != named(new)),
        ("contact", contacts(old) != contacts(new)),
        ("privacy", old.privacy != new.privacy),
        ("watched", watched),
    ];
    let differ = differ.into_iter().filter(|(_, differs)| *differs);
    differ.fold(What::default(), |what, (name, _)| {
        what.and(Part::Setting, name)
    })
}
