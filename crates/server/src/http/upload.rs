//! Forms that a file comes along with (`multipart/form-data`, RFC 7578), read within limits.

use std::collections::HashMap;
use std::convert::Infallible;

use axum::body::{Body, Bytes};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use futures_util::stream;
use multer::Multipart;
use tokio::sync::Semaphore;

use super::body::gather;
use crate::model::logo::{self, BadLogo, Logo};
use crate::model::spreadsheet;
use crate::render::Refusal;

/// The most bytes of a field that isn't the file.
const FIELD: usize = 64 << 10;
/// The most bytes of what was pasted that the page shows once more where it could not be taken.
const PASTED: usize = 1 << 20;
/// The most bytes of a form with a spreadsheet, and so more than of one with a logo, which gets words of its own where it
/// is too large.
pub(super) const MOST: usize = spreadsheet::MOST + 2 * FIELD;
/// The most bytes of a form with a logo from whoever has a link.
const LOGO: usize = logo::LARGEST + 2 * FIELD;
const _: () = assert!(LOGO < MOST);
/// Pictures that are decoded at once: each takes up to 128 MiB meanwhile.
static DECODERS: Semaphore = Semaphore::const_new(2);

/// Whether a request has such a form.
pub(super) fn is_any(headers: &HeaderMap) -> bool {
    boundary(headers).is_some()
}

fn boundary(headers: &HeaderMap) -> Option<String> {
    let content_type = headers.get(CONTENT_TYPE)?.to_str().ok()?;
    multer::parse_boundary(content_type).ok()
}

/// A form with a logo alone.
pub(super) async fn logo(
    headers: &HeaderMap,
    body: Body,
) -> Result<Result<Logo, BadLogo>, Refusal> {
    match read(headers, body, LOGO).await {
        Ok((_, file)) => Ok(decoded(file).await),
        Err(Refusal::TooLarge) => Ok(Err(BadLogo::TooLarge)),
        Err(refusal) => Err(refusal),
    }
}

/// The logo in a file. Decoding takes a while, and nobody else's request should wait for it.
pub(super) async fn decoded(file: Bytes) -> Result<Logo, BadLogo> {
    let turn = DECODERS.acquire().await;
    let made = tokio::task::spawn_blocking(move || {
        let logo = Logo::of(&file);
        drop(turn);
        logo
    });
    made.await.unwrap_or(Err(BadLogo::Broken))
}

/// The fields of a form of at most `most` bytes, and its `file`; where that is empty, what stands in
/// `paste`.
pub(super) async fn read(
    headers: &HeaderMap,
    body: Body,
    most: usize,
) -> Result<(HashMap<String, String>, Bytes), Refusal> {
    let boundary = boundary(headers).ok_or(Refusal::WrongType)?;
    let bytes = gather(body, most).await?;
    let mut form = Multipart::new(stream::once(async { Ok::<_, Infallible>(bytes) }), boundary);
    let mut fields = HashMap::new();
    let (mut file, mut paste) = (Bytes::new(), Bytes::new());
    let unreadable = |_| Refusal::Unreadable;
    while let Some(field) = form.next_field().await.map_err(unreadable)? {
        let name = field.name().unwrap_or_default().to_owned();
        let bytes = field.bytes().await.map_err(unreadable)?;
        match &*name {
            "file" => file = bytes,
            "paste" => paste = bytes,
            _ if bytes.len() > FIELD => return Err(Refusal::TooLarge),
            _ => {
                let text = String::from_utf8_lossy(&bytes).into_owned();
                fields.insert(name, text);
            }
        }
    }
    if paste.len() <= PASTED {
        let text = String::from_utf8_lossy(&paste).into_owned();
        fields.insert("paste".to_owned(), text);
    }
    Ok((fields, if file.is_empty() { paste } else { file }))
}
