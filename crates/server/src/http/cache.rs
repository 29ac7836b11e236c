//! The page cache: a page is rendered and compressed once per change of what it shows, and served
//! from memory until then.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use futures_util::future::BoxFuture;
use moka::future::Cache;
use sha2::{Digest, Sha256};

/// What all cached pages together may take, in bytes.
const BUDGET: u64 = 32 << 20;

/// A page in its three encodings.
pub(super) struct Page {
    content_type: &'static str,
    plain: Bytes,
    gzip: Bytes,
    brotli: Bytes,
    /// SHA-256 of the plain page, cut short.
    digest: [u8; 12],
}

/// The cache. Pages of an older stamp are never asked for again and make room first.
pub(super) struct PageCache {
    pages: Cache<String, Arc<Page>>,
}

impl PageCache {
    pub(super) fn new() -> Self {
        let pages = Cache::builder()
            .max_capacity(BUDGET)
            .weigher(|key: &String, page: &Arc<Page>| {
                let bytes = key.len() + page.plain.len() + page.gzip.len() + page.brotli.len();
                u32::try_from(bytes + 200).unwrap_or(u32::MAX)
            })
            .build();
        Self { pages }
    }

    /// The page `key` of the state `stamp`. Of many readers at once one renders it; `render` makes
    /// its future, which is large, only where there is something to render.
    pub(super) async fn get<'a, E: Send + Sync + 'static>(
        &self,
        key: &str,
        stamp: u64,
        render: impl FnOnce() -> BoxFuture<'a, Result<Page, E>>,
    ) -> Result<Arc<Page>, Arc<E>> {
        let key = format!("{stamp} {key}");
        if let Some(page) = self.pages.get(&key).await {
            return Ok(page);
        }
        let render = async { render().await.map(Arc::new) };
        Box::pin(self.pages.try_get_with(key, render)).await
    }
}

impl Page {
    /// Compresses `body` for both encodings.
    pub(super) fn new(content_type: &'static str, body: Vec<u8>) -> Self {
        let digest: [u8; 32] = Sha256::digest(&body).into();
        Self {
            content_type,
            digest: std::array::from_fn(|at| digest[at]),
            gzip: gzip(&body).into(),
            brotli: brotli(&body).into(),
            plain: body.into(),
        }
    }

    /// A picture, which is compressed already.
    pub(super) fn picture(body: Vec<u8>) -> Self {
        let digest: [u8; 32] = Sha256::digest(&body).into();
        Self {
            content_type: "image/png",
            digest: std::array::from_fn(|at| digest[at]),
            gzip: Bytes::new(),
            brotli: Bytes::new(),
            plain: body.into(),
        }
    }

    /// The answer to a request with these headers.
    pub(super) fn answer(&self, asked: &HeaderMap, cache: &'static str) -> Response {
        let mut response = Response::new(Body::empty());
        let headers = response.headers_mut();
        // Ours and those of `headers::guard`.
        headers.reserve(16);
        headers.insert(CACHE_CONTROL, HeaderValue::from_static(cache));
        headers.insert(
            VARY,
            HeaderValue::from_static("Accept-Encoding, Accept-Language"),
        );
        let accepted = asked
            .get(ACCEPT_ENCODING)
            .and_then(|value| value.to_str().ok());
        let (body, encoding) = match accepted.unwrap_or_default() {
            _ if self.brotli.is_empty() => (&self.plain, None),
            accepted if accepts(accepted, "br") => (&self.brotli, Some("br")),
            accepted if accepts(accepted, "gzip") => (&self.gzip, Some("gzip")),
            _ => (&self.plain, None),
        };
        let etag = etag(&self.digest, encoding);
        let known = asked.get(IF_NONE_MATCH) == Some(&etag);
        headers.insert(ETAG, etag);
        if known {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            return response;
        }
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(self.content_type));
        if let Some(encoding) = encoding {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        *response.body_mut() = Body::from(body.clone());
        response
    }
}

/// A strong validator: two encodings of one page differ in their bytes, so it names the encoding too
/// (RFC 9110 §8.8.3.3).
fn etag(digest: &[u8], encoding: Option<&str>) -> HeaderValue {
    let page = URL_SAFE_NO_PAD.encode(digest);
    let quoted = match encoding {
        None => format!("\"{page}\""),
        Some(encoding) => format!("\"{page}.{encoding}\""),
    };
    HeaderValue::try_from(quoted).expect("base64 in quotes is a header value")
}

/// Whether an `Accept-Encoding` header takes `encoding` (RFC 9110 §12.5.3), read plainly: named,
/// and not with weight zero.
fn accepts(header: &str, encoding: &str) -> bool {
    header.split(',').any(|part| {
        let (name, weight) = part.split_once(';').unwrap_or((part, ""));
        let refused = matches!(weight.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000");
        name.trim().eq_ignore_ascii_case(encoding) && !refused
    })
}

fn gzip(body: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
    // Writing into memory can't fail; were it to, the reader would get less, not something else.
    let _ = encoder.write_all(body);
    encoder.finish().unwrap_or_default()
}

fn brotli(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams {
        quality: 5,
        ..Default::default()
    };
    let _ = brotli::BrotliCompress(&mut &*body, &mut out, &params);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_has_a_validator_of_its_own() {
        let page = Page::new("text/html", b"<p>A page</p>".repeat(20));
        let ask = |encodings: &'static str, known: Option<&HeaderValue>| {
            let mut asked = HeaderMap::new();
            asked.insert(ACCEPT_ENCODING, HeaderValue::from_static(encodings));
            if let Some(known) = known {
                asked.insert(IF_NONE_MATCH, known.clone());
            }
            let answer = page.answer(&asked, "no-cache");
            (answer.status(), answer.headers()[ETAG].clone())
        };
        let offers = ["identity", "gzip", "gzip, br"];
        for one in offers {
            let (_, etag) = ask(one, None);
            for other in offers {
                let (status, _) = ask(other, Some(&etag));
                assert_eq!(
                    status == StatusCode::NOT_MODIFIED,
                    one == other,
                    "{one}, {other}"
                );
            }
        }
    }

    #[test]
    fn encodings_are_taken_as_offered() {
        assert!(accepts("gzip, deflate, br", "br"));
        assert!(!accepts("gzip, br;q=0", "br"));
        assert!(!accepts("", "gzip"));
    }
}
