//! Letters' logos.

use super::sql::{execute, row};
use super::{Result, Tx};

/// A letter's logo, without its bytes.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct LogoRow {
    /// SHA-256 of the picture in hexadecimal, cut short: its name.
    pub digest: String,
    /// In pixels.
    pub width: i64,
    /// In pixels.
    pub height: i64,
}

/// Puts a logo in the place of any before.
pub async fn put(tx: &mut Tx, letter: i64, logo: &LogoRow, image: &[u8]) -> Result<()> {
    execute!(
        tx,
        "insert into logos (letter, image, digest, width, height) values ($1, $2, $3, $4, $5)
         on conflict (letter) do update set image = $2, digest = $3, width = $4, height = $5",
        letter,
        image,
        &logo.digest,
        logo.width,
        logo.height,
    )?;
    Ok(())
}

/// Takes a letter's logo away.
pub async fn remove(tx: &mut Tx, letter: i64) -> Result<()> {
    execute!(tx, "delete from logos where letter = $1", letter)?;
    Ok(())
}

/// A letter's logo.
pub async fn of(tx: &mut Tx, letter: i64) -> Result<Option<LogoRow>> {
    row!(
        tx,
        LogoRow,
        "select digest, width, height from logos where letter = $1",
        letter
    )
}

/// The picture itself, a PNG.
pub async fn image(tx: &mut Tx, letter: i64) -> Result<Option<(String, Vec<u8>)>> {
    row!(
        tx,
        (String, Vec<u8>),
        "select digest, image from logos where letter = $1",
        letter
    )
}
