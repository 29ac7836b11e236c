//! What waits in a restored database and may be recorded in the copy already: found by its
//! commitments, so that nothing is recorded twice.

use std::collections::HashMap;

use undersigned_record::Hash;
use undersigned_record::opening::{Salt, contact_commitment};

use crate::recorder::Act;
use crate::store::{Result, StoreError, Tx, record, submissions};

/// Everything that waits, by commitment.
#[derive(Default)]
pub(super) struct Waiting {
    /// Queued signatures: row of the queue and signature.
    signs: HashMap<Hash, (i64, i64)>,
    /// Queued corrections: row of the queue and salt.
    corrections: HashMap<Hash, (i64, Salt)>,
    /// Queued statements: row of the queue and statement.
    statements: HashMap<Hash, (i64, i64)>,
    /// Submissions that wait to be confirmed or approved, by the commitment to their contact.
    submissions: HashMap<Hash, i64>,
}

impl Waiting {
    /// Reads a letter's queue and submissions.
    pub(super) async fn read(tx: &mut Tx, letter: i64) -> Result<Self> {
        let mut waiting = Self::default();
        for row in record::take_queue(tx, letter, i64::MAX).await? {
            let act = serde_json::from_str(&row.act);
            let act = act.map_err(|_| StoreError::Corrupt("an act of the queue"))?;
            match (act, row.signature) {
                (Act::Sign(sign), Some(signature)) => {
                    waiting.signs.insert(sign.opening, (row.id, signature));
                }
                (Act::Correct { opening, salt, .. }, _) => {
                    waiting.corrections.insert(opening, (row.id, salt));
                }
                (Act::Statement { id, statement }, _) => {
                    waiting.statements.insert(statement, (row.id, id));
                }
                _ => {}
            }
        }
        for (id, contact) in submissions::contacts(tx, letter).await? {
            let commitment = contact_commitment(&[Hash::of(&contact)]);
            waiting.submissions.insert(commitment, id);
        }
        Ok(waiting)
    }

    /// The queued signature with this opening: taken out of the queue.
    pub(super) async fn take_sign(&mut self, tx: &mut Tx, opening: Hash) -> Result<Option<i64>> {
        take(tx, self.signs.remove(&opening)).await
    }

    /// The salt of the queued correction with this opening: taken out of the queue.
    pub(super) async fn take_correction(
        &mut self,
        tx: &mut Tx,
        opening: Hash,
    ) -> Result<Option<Salt>> {
        take(tx, self.corrections.remove(&opening)).await
    }

    /// The queued statement with this commitment: taken out of the queue.
    pub(super) async fn take_statement(
        &mut self,
        tx: &mut Tx,
        statement: Hash,
    ) -> Result<Option<i64>> {
        take(tx, self.statements.remove(&statement)).await
    }

    /// The submission that became the signature with this contact.
    pub(super) fn take_submission(&mut self, contact: Hash) -> Option<i64> {
        self.submissions.remove(&contact)
    }
}

async fn take<T>(tx: &mut Tx, found: Option<(i64, T)>) -> Result<Option<T>> {
    let Some((row, what)) = found else {
        return Ok(None);
    };
    record::dequeue(tx, &[row]).await?;
    Ok(Some(what))
}
