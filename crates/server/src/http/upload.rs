//! Forms that a file comes along with (`multipart/form-data`, RFC 7578), read within limits.

use std::collections::HashMap;

use axum::body::{Body, Bytes};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use multer::{Constraints, Multipart, SizeLimit};

use crate::model::{logo, spreadsheet};
use crate::render::Refusal;

/// The most bytes of a field that isn't the file.
const FIELD: usize = 64 << 10;

/// Whether a request has such a form.
pub(super) fn is_any(headers: &HeaderMap) -> bool {
    boundary(headers).is_some()
}

fn boundary(headers: &HeaderMap) -> Option<String> {
    let content_type = headers.get(CONTENT_TYPE)?.to_str().ok()?;
    multer::parse_boundary(content_type).ok()
}

/// The form's fields, and its `file`; where that is empty, what stands in `paste`.
pub(super) async fn read(
    headers: &HeaderMap,
    body: Body,
) -> Result<(HashMap<String, String>, Bytes), Refusal> {
    let boundary = boundary(headers).ok_or(Refusal::WrongType)?;
    // A picture that is a little too large gets words of its own.
    const _: () = assert!(2 * logo::LARGEST < spreadsheet::MOST);
    let most = (spreadsheet::MOST + 2 * FIELD) as u64;
    let limits = Constraints::new().size_limit(SizeLimit::new().whole_stream(most));
    let stream = body.into_data_stream();
    let mut form = Multipart::with_constraints(stream, boundary, limits);
    let mut fields = HashMap::new();
    let (mut file, mut paste) = (Bytes::new(), Bytes::new());
    while let Some(field) = form.next_field().await.map_err(|error| refusal(&error))? {
        let name = field.name().unwrap_or_default().to_owned();
        let bytes = field.bytes().await.map_err(|error| refusal(&error))?;
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
    Ok((fields, if file.is_empty() { paste } else { file }))
}

fn refusal(error: &multer::Error) -> Refusal {
    match error {
        multer::Error::StreamSizeExceeded { .. } | multer::Error::FieldSizeExceeded { .. } => {
            Refusal::TooLarge
        }
        _ => Refusal::Unreadable,
    }
}
