//! How organizers know the signatories that they vouch for. Public, and gone with the signature.

use super::sql::{execute, row};
use super::{Result, Tx};

/// What is said of a signature.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct VouchingRow {
    /// How the organizers know.
    pub note: String,
    /// BCP 47 tag of the note.
    pub lang: String,
    /// When it was said, unix seconds.
    pub at: i64,
}

/// Keeps what is said of a new signature.
pub async fn put(tx: &mut Tx, signature: i64, new: &VouchingRow) -> Result<()> {
    execute!(
        tx,
        "insert into vouchings (signature, note, lang, at) values ($1, $2, $3, $4)",
        signature,
        &new.note,
        &new.lang,
        new.at
    )?;
    Ok(())
}

/// What is said of a signature, if something is.
pub async fn of(tx: &mut Tx, signature: i64) -> Result<Option<VouchingRow>> {
    row!(
        tx,
        VouchingRow,
        "select note, lang, at from vouchings where signature = $1",
        signature
    )
}
