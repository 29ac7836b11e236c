//! Receipts: proof that a signature is in the record.

use std::collections::HashMap;

use undersigned_record::opening::Salt;
use undersigned_record::proof;
use undersigned_record::receipt::Receipt;

use super::{ActError, Result};
use crate::app::App;
use crate::recorder::Published;
use crate::store::signatures::SignatureRow;
use crate::store::{openings, record};

/// The receipt of a recorded signature at the published checkpoint; without the opening it names
/// nobody.
pub async fn make(
    app: &App,
    letter: &Published,
    signature: &SignatureRow,
    with_opening: bool,
) -> Result<String> {
    if let Some(why) = letter.read_only {
        return Err(why.into());
    }
    let size = letter.head.size;
    let mut tx = app.store.read().await?;
    let opening = openings::recorded(&mut tx, signature.id)
        .await?
        .ok_or(ActError::NoProof)?;
    let index = opening.idx.unsigned_abs();
    if index >= size {
        return Err(ActError::NoProof);
    }
    let entry = record::entries(&mut tx, letter.letter.id, index, index + 1).await?;
    let entry = entry.into_iter().next().ok_or(ActError::NoProof)?;
    let mut tiles = HashMap::new();
    for tile in proof::inclusion_tiles(index, size) {
        let hashes = record::tile(&mut tx, letter.letter.id, &tile).await?;
        tiles.insert((tile.level, tile.index), hashes.ok_or(ActError::NoProof)?);
    }
    let proof = proof::inclusion(index, size, &tiles).map_err(|_| ActError::NoProof)?;
    let salt = opening.salt.try_into().map_err(|_| ActError::NoProof)?;
    let opening = with_opening.then_some((opening.opening, Salt(salt)));
    let checkpoint = letter.checkpoint.clone();
    let key = letter.letter.vkey.parse().map_err(|_| ActError::NoProof)?;
    Ok(Receipt {
        entry,
        index,
        opening,
        proof,
        checkpoint,
        key,
    }
    .to_text())
}
