//! Signatures that stand, found and removed.

use super::super::pages;
use super::super::roll::signatory;
use super::at::{Answered, At};
use super::decided::{self, path, published};
use super::letters::title;
use crate::acts::access::Moderator;
use crate::acts::{Result, moderation};
use crate::render::Refusal;
use crate::render::organize::{Decided, RemovalPage};
use crate::store::{roll, search};

/// The most that is found.
const FOUND: usize = 50;

/// The most characters that are searched for.
const MOST: usize = 100;

/// `GET /organize/letters/{slug}/signatures`: those whose names begin as `?q=` says.
pub(in crate::http) async fn page(at: At) -> Answered {
    let typed = at.query.get("q").map_or("", String::as_str);
    let words: String = typed.chars().take(MOST).collect();
    let asked = search::Asked {
        letter: at.letter()?.0.id,
        words: &words,
        filter: roll::Filter {
            kind: "",
            country: "",
        },
        before: i64::MAX,
        limit: FOUND,
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
        decided: Decided::before(&at),
    }))
}

/// `POST /organize/letters/{slug}/removals`
pub(in crate::http) async fn remove(at: At) -> Answered {
    let letter = published(&at)?;
    let entry = at.field("entry").parse();
    let entry: i64 = entry.map_err(|_| at.refuse(Refusal::Unreadable))?;
    let reason = decided::reason(&at, "reason")?;
    let by = Moderator::Organizer(at.session()?);
    let outcome = moderation::remove(&at.site.app, by, &letter, entry, reason).await;
    let mut decided = Decided::default();
    decided.count(&at, outcome)?;
    decided.answer(&at, "signatures")
}
