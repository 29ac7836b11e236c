//! Withdrawal: a signatory takes the signature back.

use super::link::{self, Opened};
use super::signing::ensure_writable;
use super::{ActError, Result};
use crate::app::App;
use crate::recorder::{Act, Published};
use crate::seal::row_id;
use crate::store::{record, signatures};

/// Withdraws the signature that a link leads to. Nothing shows it from now on; within a second the
/// record has the entry, and the name, the contact and the tags are deleted with it.
pub async fn withdraw(app: &App, letter: &Published, token: &str) -> Result<()> {
    ensure_writable(letter)?;
    let Opened::Signed(signature, _) = link::open(app, letter, token).await? else {
        return Err(ActError::NoLink);
    };
    let queued = row_id(app.clock.now_ms());
    app.committer
        .write(move |tx| {
            Box::pin(async move {
                if signatures::leave(tx, signature.id).await? {
                    let act = Act::Withdraw.to_json();
                    record::enqueue(tx, queued, signature.letter, Some(signature.id), &act).await?;
                }
                Ok(())
            })
        })
        .await?;
    app.recorder_wake.notify_one();
    Ok(())
}
