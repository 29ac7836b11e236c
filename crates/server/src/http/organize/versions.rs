//! The states that a text was in: looked at, compared, brought back.

use super::super::{beside, pages};
use super::at::{Answered, At};
use super::letters::head;
use crate::acts::writing::{self, Saved};
use crate::model::Text;
use crate::render::organize::{Compared, VersionLine, VersionsPage};
use crate::render::{Moment, Refusal};

/// `GET /organize/letters/{slug}/texts/{lang}/versions`, with `?from=` and `?to=` compared.
pub(in crate::http) async fn page(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let states = writing::states(&at.site.app.store, letter, &at.rest).await;
    let states = states.map_err(|error| at.failed(&error))?;
    let asked = |name: &str| {
        let revision = at.query.get(name)?.parse::<i64>().ok()?;
        states.iter().find(|state| state.revision == revision)
    };
    let compared = match (asked("from"), asked("to")) {
        (Some(from), Some(to)) => {
            let read = |body: &[u8]| Text::unfinished(body).unwrap_or_default();
            Some(Compared {
                from: from.revision.unsigned_abs(),
                to: to.revision.unsigned_abs(),
                changes: beside::changes(read(&from.body), read(&to.body))
                    .await
                    .map_err(|error| at.failed(&error))?,
            })
        }
        _ => None,
    };
    let before = |place: usize| {
        let before: Option<&_> = states.get(place + 1);
        before.map(|state| state.revision.unsigned_abs())
    };
    let line = |(place, state): (usize, &crate::store::drafts::RevisionRow)| VersionLine {
        revision: state.revision.unsigned_abs(),
        who: state.who.clone(),
        at: Moment::of(state.saved_at),
        is_newest: place == 0,
        before: before(place),
    };
    Ok(pages::private(&VersionsPage {
        frame: at.frame(),
        visit: at.visit(),
        letter: head(&at, letter).await?,
        lang: at.rest.clone(),
        path: format!("/organize/letters/{}/texts/{}", letter.slug, at.rest),
        versions: states.iter().enumerate().map(line).collect(),
        newest: states
            .first()
            .map_or(0, |state| state.revision.unsigned_abs()),
        compared,
    }))
}

/// `POST /organize/letters/{slug}/texts/{lang}/restoration`
pub(in crate::http) async fn restore(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let number = |name: &str| at.field(name).parse::<i64>();
    let (Ok(base), Ok(revision)) = (number("base"), number("revision")) else {
        return Err(at.refuse(Refusal::Unreadable));
    };
    let which = (&*at.rest, base, revision);
    let restored = writing::restore(&at.site.app, letter, at.session()?, which).await;
    let path = format!("/organize/letters/{}/texts/{}", letter.slug, at.rest);
    match restored.map_err(|error| at.failed(&error))? {
        Saved::As(_) => Ok(at.on_to(&format!("{path}?saved=yes"))),
        // What is newest now is on the list, to be looked at first.
        Saved::Stale | Saved::Overlong => Ok(at.on_to(&format!("{path}/versions"))),
    }
}
