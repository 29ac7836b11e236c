//! Bodies of requests, read within limits.

use axum::body::{Body, Bytes};
use futures_util::StreamExt;

use crate::render::Refusal;

/// The most bytes that are read at all.
const PATIENCE: usize = 64 << 20;

/// The whole body. Of one that is too large the rest is read and dropped, within reason: a connection
/// that is closed on unread bytes loses the answer.
pub(super) async fn gather(body: Body, most: usize) -> Result<Bytes, Refusal> {
    let (mut kept, mut passed) = (Vec::new(), 0);
    let mut stream = body.into_data_stream();
    while let Some(chunk) = stream.next().await {
        let chunk = chunk.map_err(|_| Refusal::Unreadable)?;
        passed += chunk.len();
        if passed <= most {
            kept.extend_from_slice(&chunk);
        } else {
            kept = Vec::new();
        }
        if passed > PATIENCE {
            break;
        }
    }
    match passed > most {
        true => Err(Refusal::TooLarge),
        false => Ok(kept.into()),
    }
}

/// Reads a body of which nothing is kept, so that the answer arrives.
pub(super) async fn pass_over(body: Body) {
    let _ = gather(body, 0).await;
}
