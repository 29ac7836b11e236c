//! How long a request may take, its body and its answer's head included.

use std::time::Duration;

use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};

use super::upload;

/// How long which requests may take.
#[derive(Clone, Copy)]
pub(super) struct Patience {
    plain: Duration,
    /// Those that bring a file: a logo of 2 MB comes in it over the slowest mobile network (28 kbit/s).
    with_file: Duration,
}

/// Of the site.
pub(super) const PATIENCE: Patience = Patience {
    plain: Duration::from_secs(60),
    with_file: Duration::from_secs(600),
};

/// The answer to a request, or 408 where that takes too long.
pub(super) async fn in_time<F>(
    patience: Patience,
    request: Request,
    answer: impl FnOnce(Request) -> F,
) -> Response
where
    F: Future<Output = Response>,
{
    let patience = match upload::is_any(request.headers()) {
        true => patience.with_file,
        false => patience.plain,
    };
    tokio::time::timeout(patience, answer(request))
        .await
        .unwrap_or_else(|_| StatusCode::REQUEST_TIMEOUT.into_response())
}

#[cfg(test)]
mod tests {
    use axum::body::{Body, to_bytes};
    use axum::http::header::CONTENT_TYPE;
    use futures_util::stream;

    use super::*;

    const SHORT: Patience = Patience {
        plain: Duration::from_millis(200),
        with_file: Duration::from_secs(60),
    };

    /// The status for a form whose last byte comes late.
    async fn sent_slowly(content_type: &str) -> StatusCode {
        let body = stream::once(async {
            tokio::time::sleep(Duration::from_millis(600)).await;
            Ok::<_, std::io::Error>("late")
        });
        let request = Request::post("/")
            .header(CONTENT_TYPE, content_type)
            .body(Body::from_stream(body))
            .unwrap();
        let read = |request: Request| async {
            let body = to_bytes(request.into_body(), 100).await.unwrap();
            (StatusCode::OK, body).into_response()
        };
        in_time(SHORT, request, read).await.status()
    }

    #[tokio::test]
    async fn a_file_may_come_slowly_and_nothing_else() {
        let file = "multipart/form-data; boundary=x";
        assert_eq!(sent_slowly(file).await, StatusCode::OK);
        let form = "application/x-www-form-urlencoded";
        assert_eq!(sent_slowly(form).await, StatusCode::REQUEST_TIMEOUT);
    }
}
