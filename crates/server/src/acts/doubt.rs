//! Doubt: why a signature or a correction waits for a person.

use undersigned_record::opening::Opening;

use super::signing::Fields;
use crate::model::submission::Public;
use crate::model::{Display, Kind, fold};

/// A reason to let a person look first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// An organization or company whose mailbox is not at its own domain.
    Unproven,
    /// An organization or company that takes another name or website.
    Renamed,
    /// A name on the letter's watch list, as it is written there.
    Watched(String),
}

/// Why a signature is held; empty where it isn't.
pub(super) fn of_signature(fields: &Fields, watched: &[String]) -> Vec<Doubt> {
    let public = &fields.public;
    let unproven = public.kind != Kind::Individual && !fields.at_own_domain;
    let unproven = unproven.then_some(Doubt::Unproven);
    unproven.into_iter().chain(names(public, watched)).collect()
}

/// Why a correction of what is `shown` is held; empty where it isn't. New names are looked at like
/// new signatures: those of organizations always, watched ones too.
pub(super) fn of_correction(public: &Public, shown: &Opening, watched: &[String]) -> Vec<Doubt> {
    if public.display == Display::Count {
        return Vec::new();
    }
    let renamed = shown.name.as_deref() != Some(&public.name) || shown.website != public.website;
    let renamed = (public.kind != Kind::Individual && renamed).then_some(Doubt::Renamed);
    renamed.into_iter().chain(names(public, watched)).collect()
}

/// The watched names in what is written of a signatory: whole in one field, or spread over those
/// that are read together.
fn names(public: &Public, watched: &[String]) -> impl Iterator<Item = Doubt> {
    let fields = [
        Some(public.name.as_str()),
        public.title.as_deref(),
        public.affiliation.as_deref(),
    ];
    let together = fields.map(Option::unwrap_or_default).join(" ");
    watched
        .iter()
        .filter(move |name| fold::is_watched(&together, name))
        .cloned()
        .map(Doubt::Watched)
}
