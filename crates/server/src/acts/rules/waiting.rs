//! What waits and a rule is about. Corrections of what stands are not among it: rules look at new signatures.

use std::collections::HashSet;

use super::super::link::decrypt_fields;
use super::super::{Result, doubt};
use super::{SavedRule, fits, looked};
use crate::app::App;
use crate::model::criteria::{Criteria, RATE_WITHIN};
use crate::recorder::Published;
use crate::seal::{first_id, row_time_ms};
use crate::store::{rules, submissions};

/// A signature that waits and that a rule is about.
pub struct Waiting {
    /// What to name it by.
    pub id: i64,
    /// The name, which moderators see however it would be shown.
    pub name: String,
    /// Whether the watch list holds it: then no rule approves it.
    pub watched: bool,
}

/// Signatures that wait and that a rule is about, oldest first. A rule about domains finds those that were sent
/// while it held what comes: nothing else is known of a mailbox.
pub(super) async fn waiting(
    app: &App,
    letter: &Published,
    rule: &SavedRule,
) -> Result<Vec<Waiting>> {
    let (criteria, now) = (&rule.criteria, app.clock.now());
    let mut tx = app.store.read().await?;
    let rows = submissions::held_fields(&mut tx, letter.letter.id, now, i64::MAX).await?;
    drop(tx);
    let (mut found, mut beside) = (Vec::new(), Vec::new());
    for (id, key, fields) in rows.into_iter().rev() {
        let fields = decrypt_fields(app, &key, &fields)?;
        let counts = criteria
            .country
            .is_none_or(|of| of == fields.public.country)
            && criteria.level.is_none_or(|of| of == fields.level());
        beside.extend(counts.then_some(id));
        let is_at = criteria.domain.is_none() || fields.noted.rules.contains(&rule.id);
        if is_at && fits(criteria, &fields, row_time_ms(id) / 1000) {
            found.push(Waiting {
                id,
                watched: doubt::is_watched(&fields.public, &letter.watched),
                name: fields.public.name,
            });
        }
    }
    if criteria.rate.is_some() {
        let dense = dense(app, letter.letter.id, criteria, beside).await?;
        found.retain(|one| dense.contains(&one.id));
    }
    Ok(found)
}

/// Those of the ids that came as fast as the rule wants, beside all others of its country and level: those that
/// wait too, which are given, and those that stand or stood.
async fn dense(
    app: &App,
    letter: i64,
    criteria: &Criteria,
    waiting: Vec<i64>,
) -> Result<HashSet<i64>> {
    let Some((first, last)) = waiting.first().zip(waiting.last()) else {
        return Ok(HashSet::new());
    };
    let mut beside = looked(criteria);
    beside.from = first_id(row_time_ms(*first) - RATE_WITHIN * 1000);
    beside.until = first_id(row_time_ms(*last) + RATE_WITHIN * 1000);
    let mut all = rules::arrivals(&mut app.store.read().await?, letter, &beside).await?;
    all.extend(waiting);
    all.sort_unstable();
    let times: Vec<i64> = all.iter().map(|id| row_time_ms(*id) / 1000).collect();
    let dense = criteria.are_dense(&times);
    Ok(all
        .into_iter()
        .zip(dense)
        .filter_map(|(id, dense)| dense.then_some(id))
        .collect())
}
