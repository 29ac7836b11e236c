//! The record, as C2SP tlog-tiles lays it out, with texts, openings and statements beside it.

use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use undersigned_record::disclosure::{Disclosed, Shelf};
use undersigned_record::layout::File;
use undersigned_record::opening::Salt;
use undersigned_record::tile::{EntryBundle, Tile};

use super::at_letter::AtLetter;
use super::refused::Refused;
use crate::acts::{ActError, Result};
use crate::recorder::Published;
use crate::store::{Tx, openings, record, statements};

/// Entries in a bundle, and so lines in a file of openings at most.
const BUNDLE: u64 = 256;

const TEXT: &str = "text/plain; charset=utf-8";
const BYTES: &str = "application/octet-stream";
const FOR_EVER: &str = "public, max-age=31536000, immutable";
const FRESH: &str = "public, max-age=2";
const NEVER: &str = "no-cache";

/// `GET /letters/{slug}/record/{file}`
pub(super) async fn file(at: AtLetter) -> std::result::Result<Response, Refused> {
    answer(&at).await.map_err(|error| at.failed(&error))
}

async fn answer(at: &AtLetter) -> Result<Response> {
    let letter = &at.letter;
    if let Some(why) = letter.read_only {
        return Err(why.into());
    }
    let file: File = at.rest.parse().map_err(|_| ActError::NoProof)?;
    let mut tx = at.site.app.store.read().await?;
    let (bytes, content_type, cache) = match file {
        File::Checkpoint => (letter.checkpoint.clone().into_bytes(), TEXT, FRESH),
        File::Key => (
            format!("{}\n", letter.letter.vkey).into_bytes(),
            TEXT,
            NEVER,
        ),
        File::Text { version, lang } => {
            let key = (version.cast_signed(), lang.as_str().to_owned());
            let text = letter.fixed.bytes.get(&key).ok_or(ActError::NoProof)?;
            (text.clone(), "text/markdown; charset=utf-8", FOR_EVER)
        }
        File::Tile(tile) => (hashes(&mut tx, letter, tile).await?, BYTES, FOR_EVER),
        File::Entries(bundle) => (entries(&mut tx, letter, bundle).await?, BYTES, FOR_EVER),
        File::Openings(n) => (disclosed_openings(&mut tx, letter, n).await?, TEXT, NEVER),
        File::Statements(n) => (disclosed_statements(&mut tx, letter, n).await?, TEXT, NEVER),
        File::Manifest | File::Policy | File::Signatories => return Err(ActError::NoProof),
    };
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static(content_type)),
        (CACHE_CONTROL, HeaderValue::from_static(cache)),
    ];
    Ok((headers, bytes).into_response())
}

/// A hash tile, no wider than the published record.
async fn hashes(tx: &mut Tx, letter: &Published, tile: Tile) -> Result<Vec<u8>> {
    let published = Tile::at(tile.level, tile.index, letter.head.size);
    if published.is_none_or(|published| published.width < tile.width) {
        return Err(ActError::NoProof);
    }
    record::tile(tx, letter.letter.id, &tile)
        .await?
        .ok_or(ActError::NoProof)
}

/// An entry bundle, no wider than the published record.
async fn entries(tx: &mut Tx, letter: &Published, bundle: EntryBundle) -> Result<Vec<u8>> {
    let from = bundle.index.checked_mul(BUNDLE).ok_or(ActError::NoProof)?;
    let until = from + u64::from(bundle.width);
    if until > letter.head.size {
        return Err(ActError::NoProof);
    }
    let entries = record::entries(tx, letter.letter.id, from, until).await?;
    EntryBundle::encode(entries.iter().map(Vec::as_slice)).ok_or(ActError::NoProof)
}

/// The current openings of entries 256·n to 256·n+255.
pub(super) async fn disclosed_openings(tx: &mut Tx, letter: &Published, n: u64) -> Result<Vec<u8>> {
    let (from, until) = range(letter, n)?;
    let rows = openings::range(tx, letter.letter.id, from, until).await?;
    let lines = rows
        .into_iter()
        .map(|row| disclosed(row.idx, row.salt, row.opening))
        .collect::<Result<Vec<_>>>()?;
    Ok(Shelf::Openings.write(&lines))
}

async fn disclosed_statements(tx: &mut Tx, letter: &Published, n: u64) -> Result<Vec<u8>> {
    let (from, until) = range(letter, n)?;
    let rows = statements::range(tx, letter.letter.id, from, until).await?;
    let lines = rows
        .into_iter()
        .map(|row| disclosed(row.idx, row.salt, row.words))
        .collect::<Result<Vec<_>>>()?;
    Ok(Shelf::Statements.write(&lines))
}

fn disclosed(index: i64, salt: Vec<u8>, bytes: Vec<u8>) -> Result<Disclosed> {
    let salt = Salt(salt.try_into().map_err(|_| ActError::Unreadable)?);
    Ok(Disclosed {
        index: index.unsigned_abs(),
        salt,
        bytes,
    })
}

/// The indices of a file of openings, within the published record.
fn range(letter: &Published, n: u64) -> Result<(i64, i64)> {
    let from = n
        .checked_mul(BUNDLE)
        .filter(|from| *from < letter.head.size);
    let from = from.ok_or(ActError::NoProof)?;
    Ok((
        from.cast_signed(),
        (from + BUNDLE).min(letter.head.size).cast_signed(),
    ))
}
