//! Saved rules: what they look for, what they would do, and whether they hold what comes.

mod carrying_out;
mod holding;
mod run;
mod waiting;

use undersigned_record::opening::Opening;

use self::holding::fits;
use super::access::Act as Did;
use super::access::moderator::Moderator;
use super::{ActError, Result};
use crate::app::App;
use crate::model::criteria::Criteria;
use crate::model::trail::What;
use crate::recorder::Published;
use crate::seal::{first_id, row_id, row_time_ms};
use crate::store::rules::{self, Looked, RuleRow};

pub use carrying_out::advance;
pub(super) use holding::{about, foreseen, that_hold, that_hold_a_rename};
pub use run::{Begun, GRACE, Run, runs, start, undo};
pub use waiting::Waiting;

/// Signatures that are read at once.
const BATCH: i64 = 2000;

/// A saved rule.
pub struct SavedRule {
    /// What to name it by.
    pub id: i64,
    /// What its moderators call it.
    pub name: String,
    /// What it looks for.
    pub criteria: Criteria,
    /// Whether it holds what comes.
    pub holds: bool,
}

/// A signature that a rule would remove.
pub struct Pick {
    /// The store's id.
    pub id: i64,
    /// The index of its entry.
    pub index: u64,
    /// The name as it is shown; none where there is none.
    pub name: Option<String>,
}

/// What a rule would do.
#[derive(Default)]
pub struct Preview {
    /// Signatures that stand and would be removed, oldest first.
    pub picks: Vec<Pick>,
    /// Signatures that wait and that it could approve or reject, oldest first.
    pub waiting: Vec<Waiting>,
}

fn read(row: RuleRow) -> Result<SavedRule> {
    Ok(SavedRule {
        id: row.id,
        name: row.name,
        criteria: serde_json::from_str(&row.criteria).map_err(|_| ActError::Unreadable)?,
        holds: row.holds,
    })
}

/// A letter's rules, oldest first.
pub async fn all(app: &App, letter: i64) -> Result<Vec<SavedRule>> {
    let rows = rules::all(&mut app.store.read().await?, letter).await?;
    rows.into_iter().map(read).collect()
}

/// The rule `id` of a letter.
pub async fn get(app: &App, letter: i64, id: i64) -> Result<SavedRule> {
    let row = rules::get(&mut app.store.read().await?, letter, id).await?;
    read(row.ok_or(ActError::NoLink)?)
}

/// Keeps a rule, which does nothing yet; gives its number.
pub async fn make(
    app: &App,
    by: Moderator<'_>,
    letter: i64,
    name: String,
    criteria: &Criteria,
) -> Result<i64> {
    let row = RuleRow {
        id: row_id(app.clock.now_ms()),
        name,
        criteria: serde_json::to_string(criteria).map_err(|_| ActError::Unreadable)?,
        holds: false,
    };
    let id = row.id;
    let decision = by.decides(app, letter, Did::RuleMade, What::number(id));
    let made = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                let may = decision.holds(tx).await?;
                if may {
                    rules::insert(tx, letter, &row).await?;
                    decision.note(tx).await?;
                }
                Ok(may)
            })
        })
        .await?;
    by.settled(app, letter, made).await?;
    Ok(id)
}

/// What becomes of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It holds what comes.
    Hold,
    /// It holds nothing any more.
    Rest,
    /// It is deleted.
    Gone,
}

/// Changes a rule.
pub async fn change(
    app: &App,
    by: Moderator<'_>,
    letter: i64,
    id: i64,
    change: Change,
) -> Result<()> {
    let act = match change {
        Change::Hold => Did::RuleHolds,
        Change::Rest => Did::RuleRests,
        Change::Gone => Did::RuleDeleted,
    };
    let decision = by.decides(app, letter, act, What::number(id));
    let changed = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                let changed = decision.holds(tx).await?
                    && match change {
                        Change::Hold => rules::set_holds(tx, letter, id, true).await?,
                        Change::Rest => rules::set_holds(tx, letter, id, false).await?,
                        Change::Gone => rules::delete(tx, letter, id).await?,
                    };
                if changed {
                    decision.note(tx).await?;
                }
                Ok(changed)
            })
        })
        .await?;
    app.recorder_wake.notify_one();
    by.settled(app, letter, changed).await
}

/// What of a rule the database can look at by itself.
fn looked(criteria: &Criteria) -> Looked<'_> {
    let id = |at: i64| first_id(at.saturating_mul(1000));
    Looked {
        from: criteria.from.map_or(0, id),
        until: criteria.until.map_or(i64::MAX, id),
        country: criteria.country.as_ref().map_or("", |of| of.as_str()),
        level: criteria.level.map_or("", |level| level.as_str()),
    }
}

/// What a rule would do now. A rule about domains finds nothing that stands: none is kept.
pub async fn preview(app: &App, letter: &Published, rule: &SavedRule) -> Result<Preview> {
    Ok(Preview {
        picks: picks(app, letter.letter.id, &rule.criteria).await?,
        waiting: waiting::waiting(app, letter, rule).await?,
    })
}

/// Signatures that stand and that a rule is about.
async fn picks(app: &App, letter: i64, criteria: &Criteria) -> Result<Vec<Pick>> {
    if criteria.domain.is_some() {
        return Ok(Vec::new());
    }
    let mut looked = looked(criteria);
    let mut found = Vec::new();
    loop {
        let mut tx = app.store.read().await?;
        let rows = rules::standing(&mut tx, letter, &looked, BATCH).await?;
        let Some((last, ..)) = rows.last() else { break };
        looked.from = last + 1;
        for (id, index, opening) in rows {
            let opening = Opening::parse(&opening).map_err(|_| ActError::Unreadable)?;
            if criteria.names(opening.name.as_deref()) {
                found.push(Pick {
                    id,
                    index: index.unsigned_abs(),
                    name: opening.name,
                });
            }
        }
    }
    let times: Vec<i64> = found
        .iter()
        .map(|pick| row_time_ms(pick.id) / 1000)
        .collect();
    let mut dense = criteria.are_dense(&times).into_iter();
    found.retain(|_| dense.next().unwrap_or_default());
    Ok(found)
}
