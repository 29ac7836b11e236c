//! Dismissals: the operator takes what an organizer may, of one letter or of all.

use super::super::Result;
use super::Act;
use super::people::dismiss;
use super::trail::{Line, Who};
use crate::app::App;
use crate::model::Slug;
use crate::model::trail::{Part, What};
use crate::store::organizers::{self, OrganizerRow};
use crate::store::roles;

/// What is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// The role in this letter.
    Role(i64),
    /// The right to make letters.
    Making,
    /// Every role, the right to make letters, and every way in.
    All,
}

/// How it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dismissed {
    /// So many roles were taken, and perhaps the right to make letters.
    Done(u64, bool),
    /// There was nothing to take.
    Nothing,
    /// This letter would have no owner left. Nothing was changed.
    LastOwner(Slug),
}

/// Takes what an organizer may, and ends every session of theirs. Where a letter would be left without
/// an owner nothing is taken, unless `orphans`.
pub async fn take(
    app: &App,
    organizer: &OrganizerRow,
    taken: Taken,
    orphans: bool,
) -> Result<Dismissed> {
    let removed = Line::new(app, Who::operator(), None, Act::Removed, "");
    let what = What::of(Part::Name, &*organizer.name);
    let making = Line::new(app, Who::operator(), None, Act::MakingTaken, what);
    let (id, name) = (organizer.id, organizer.name.clone());
    let work = app.committer.write(move |tx| {
        Box::pin(async move {
            let mut letters = roles::letters_of(tx, id).await?;
            letters.retain(|(letter, _)| match taken {
                Taken::Role(of) => letter.id == of,
                Taken::Making => false,
                Taken::All => true,
            });
            // In one order, so that two who do this at once don't wait for each other.
            letters.sort_by_key(|(letter, _)| letter.id);
            let mut theirs = Vec::with_capacity(letters.len());
            for (letter, _) in letters {
                roles::hold(tx, letter.id).await?;
                // It may have been changed before the letter was held.
                let Some(role) = roles::of(tx, letter.id, id).await? else {
                    continue;
                };
                let is_last = role.is_owner() && roles::owners(tx, letter.id).await? == 1;
                if is_last && !orphans {
                    return Ok(Err(letter.slug));
                }
                theirs.push((letter.id, role));
            }
            for (letter, role) in &theirs {
                let line = removed.within(*letter).of(What::person(&name, *role));
                dismiss(tx, *letter, id, &line).await?;
            }
            let made = !matches!(taken, Taken::Role(_))
                && organizers::set_makes_letters(tx, id, false).await?;
            if made {
                making.write(tx).await?;
            }
            if taken == Taken::All {
                organizers::lock_out(tx, id).await?;
            }
            if taken == Taken::All && theirs.is_empty() {
                removed.of(What::of(Part::Name, name)).write(tx).await?;
            }
            Ok(Ok((theirs.len() as u64, made)))
        })
    });
    Ok(match work.await? {
        Ok((0, false)) if taken != Taken::All => Dismissed::Nothing,
        Ok((roles, making)) => Dismissed::Done(roles, making),
        Err(slug) => Dismissed::LastOwner(slug),
    })
}
