//! The record, as C2SP tlog-tiles lays it out, with texts, openings and statements beside it.

use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use undersigned_record::layout::File;

use super::at_letter::AtLetter;
use super::refused::Refused;
use crate::acts::record_file::Seen;
use crate::acts::{ActError, Result};
use crate::recorder::Published;

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
    if let Some(why) = at.letter.read_only {
        return Err(why.into());
    }
    let file: File = at.rest.parse().map_err(|_| ActError::NoProof)?;
    let mut tx = at.site.app.store.read().await?;
    let bytes = seen(&at.letter)
        .read(&mut tx, &file)
        .await?
        .ok_or(ActError::NoProof)?;
    let (content_type, cache) = match file {
        File::Checkpoint => (TEXT, FRESH),
        File::Text { .. } => ("text/markdown; charset=utf-8", FOR_EVER),
        File::Tile(_) | File::Entries(_) => (BYTES, FOR_EVER),
        _ => (TEXT, NEVER),
    };
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static(content_type)),
        (CACHE_CONTROL, HeaderValue::from_static(cache)),
    ];
    Ok((headers, bytes).into_response())
}

/// What this node has published of a letter's record.
pub(super) fn seen(letter: &Published) -> Seen<'_> {
    Seen {
        letter: letter.letter.id,
        vkey: &letter.letter.vkey,
        checkpoint: &letter.checkpoint,
        head: &letter.head,
    }
}
