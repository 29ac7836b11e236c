//! Rules that hold what comes.

use undersigned_record::opening::Opening;

use super::super::Result;
use super::super::signing::Fields;
use super::looked;
use crate::app::App;
use crate::model::criteria::{Criteria, RATE_WITHIN};
use crate::model::submission::Public;
use crate::model::{Display, Mailbox};
use crate::recorder::Published;
use crate::seal::first_id;
use crate::store::rules;
use crate::store::signatures::SignatureRow;

/// The rules about domains that this mailbox is at: all that will be known of its domain.
pub(in crate::acts) fn about(letter: &Published, mailbox: &Mailbox) -> Vec<i64> {
    let rules = letter.holding.iter().filter(|rule| {
        let criteria = &rule.criteria;
        criteria.domain.is_some() && criteria.is_at(mailbox)
    });
    rules.map(|rule| rule.id).collect()
}

/// The names of the rules that hold a signature that is being confirmed.
pub(in crate::acts) async fn that_hold(
    app: &App,
    letter: &Published,
    fields: &Fields,
) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for rule in letter.holding.iter() {
        let criteria = &rule.criteria;
        let at = criteria.domain.is_none() || fields.noted.rules.contains(&rule.id);
        if at
            && fits(criteria, fields, app.clock.now())
            && comes_fast(app, letter.letter.id, criteria).await?
        {
            names.push(rule.name.clone());
        }
    }
    Ok(names)
}

/// Whether a rule will hold what was sent, if nothing changes until it is confirmed. How fast they come and when it is
/// confirmed can't be known yet.
pub(in crate::acts) fn foreseen(letter: &Published, fields: &Fields) -> bool {
    letter.holding.iter().any(|rule| {
        let criteria = &rule.criteria;
        let at = criteria.domain.is_none() || fields.noted.rules.contains(&rule.id);
        let timeless = Criteria {
            from: None,
            until: None,
            ..criteria.clone()
        };
        at && criteria.rate.is_none() && fits(&timeless, fields, 0)
    })
}

/// The names of the rules about names that hold a correction to another name. Mailbox and rate are
/// those of when it was signed.
pub(in crate::acts) fn that_hold_a_rename(
    app: &App,
    letter: &Published,
    signature: &SignatureRow,
    public: &Public,
    shown: &Opening,
) -> Vec<String> {
    if public.display == Display::Count || shown.name.as_deref() == Some(&*public.name) {
        return Vec::new();
    }
    let rules = letter.holding.iter().filter(|rule| {
        let criteria = &rule.criteria;
        criteria.name.is_some()
            && criteria.names(Some(&public.name))
            && criteria.domain.is_none()
            && criteria.rate.is_none()
            && criteria.country.is_none_or(|of| of == public.country)
            && criteria
                .level
                .is_none_or(|of| of.as_str() == signature.level)
            && criteria.is_while(app.clock.now())
    });
    rules.map(|rule| rule.name.clone()).collect()
}

/// Whether name, country, level and time are what a rule looks for.
pub(super) fn fits(criteria: &Criteria, fields: &Fields, at: i64) -> bool {
    let public = &fields.public;
    criteria.names(Some(&public.name))
        && criteria.country.is_none_or(|of| of == public.country)
        && criteria.level.is_none_or(|of| of == fields.level())
        && criteria.is_while(at)
}

/// Whether as many came of late as a rule wants, this one among them. Of those before, country and
/// level are looked at, and names are not: they would have to be read.
async fn comes_fast(app: &App, letter: i64, criteria: &Criteria) -> Result<bool> {
    let Some(rate) = criteria.rate else {
        return Ok(true);
    };
    let mut looked = looked(criteria);
    looked.from = first_id((app.clock.now() - RATE_WITHIN) * 1000);
    looked.until = i64::MAX;
    let before = i64::from(rate) - 1;
    let mut tx = app.store.read().await?;
    Ok(rules::came(&mut tx, letter, &looked, before).await? >= before)
}
