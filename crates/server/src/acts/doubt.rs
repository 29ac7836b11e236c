//! Doubt: why a signature or a correction waits for a person.

use undersigned_record::opening::Opening;

use super::signing::Fields;
use super::{Result, rules};
use crate::app::App;
use crate::model::submission::Public;
use crate::model::{Display, Doubt, Kind, Proof, WatchList};
use crate::recorder::Published;
use crate::store::signatures::{self, SignatureRow};
use crate::store::statements;
use crate::store::submissions::SubmissionRow;

/// Why a signature is held; empty where it isn't.
pub(super) async fn of_signature(
    app: &App,
    letter: &Published,
    row: &SubmissionRow,
    fields: &Fields,
) -> Result<Vec<Doubt>> {
    let mut doubts = Vec::new();
    if fields.public.kind != Kind::Individual {
        let mut tx = app.store.read().await?;
        if !fields.at_own_domain && fields.proven.is_none() {
            doubts.push(Doubt::Unproven);
        }
        if signatures::speaks_for_another(&mut tx, row.letter, &row.mailbox, &row.person).await? {
            doubts.push(Doubt::Another);
        }
    }
    doubts.extend(named(&fields.public, &letter.watched));
    let held_by = fields.noted.held_by.iter().cloned();
    doubts.extend(held_by.map(Doubt::Ruled));
    Ok(doubts)
}

/// Whether a person will look at a signature first, as far as that can be told while its form is in memory: all
/// but what others do meanwhile. Then its address is kept, so that they can ask.
pub(super) fn is_foreseen(letter: &Published, fields: &Fields) -> bool {
    // Both are looked up whatever the other says, so that every form takes the same work.
    let watched = named(&fields.public, &letter.watched).is_some();
    let ruled = rules::foreseen(letter, fields);
    let body = fields.public.kind != Kind::Individual;
    watched || ruled || (body && !fields.at_own_domain)
}

/// Why a correction of what is `shown` of a signature is held; empty where it isn't. New names are
/// looked at like new signatures: those of organizations always, watched ones too; and so is whatever
/// a person vouched for or attributed words to before.
pub(super) async fn of_correction(
    app: &App,
    letter: &Published,
    signature: &SignatureRow,
    public: &Public,
    shown: &Opening,
) -> Result<Vec<Doubt>> {
    let mut doubts = Vec::new();
    if public.display == Display::Count {
        return Ok(doubts);
    }
    let renamed = shown.name.as_deref() != Some(&public.name) || shown.website != public.website;
    let retitled = shown.title != public.title || shown.affiliation != public.affiliation;
    if renamed && public.kind != Kind::Individual {
        doubts.push(Doubt::Renamed);
    }
    if renamed || retitled {
        let vouched = [Proof::Vouched, Proof::Invited].map(Proof::as_str);
        if vouched.contains(&signature.level.as_str()) {
            doubts.push(Doubt::VouchedFor);
        }
        if statements::is_any(&mut app.store.read().await?, signature.id).await? {
            doubts.push(Doubt::Quoted);
        }
    }
    doubts.extend(named(public, &letter.watched));
    Ok(doubts)
}

/// Whether the watch list holds it, whatever else does.
pub(super) fn is_watched(public: &Public, watched: &WatchList) -> bool {
    named(public, watched).is_some()
}

/// Who of the watch list is named by what is written of a signatory: whole in one field, or spread
/// over those that are read together.
fn named(public: &Public, watched: &WatchList) -> Option<Doubt> {
    let found = watched.find(&[
        &public.name,
        public.title.as_deref().unwrap_or_default(),
        public.affiliation.as_deref().unwrap_or_default(),
    ])?;
    Some(Doubt::Watched(found.entry.to_owned(), found.rule))
}
