//! Connections: accepted, served, timed out, and ended in good order.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request};
use axum::serve::Listener;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt;

/// How long whom is waited for.
#[derive(Clone, Copy)]
pub(super) struct Patience {
    /// A client over the head of a request, and a connection for its next one.
    head: Duration,
    /// A client that takes nothing of its answer.
    reading: Duration,
    /// Connections that are open at the end.
    end: Duration,
}

/// An idle connection lives a little longer than nginx keeps its own (60 seconds), so that not this
/// end closes one on which a request is under way; the end comes before systemd loses its patience
/// (60 seconds), whoever holds a request back.
pub(super) const PATIENCE: Patience = Patience {
    head: Duration::from_secs(65),
    reading: Duration::from_secs(60),
    end: Duration::from_secs(40),
};

/// Serves connections until `stopped` is ready, then those that are open until their requests are
/// answered. `peer` says what a request is told of its sender.
pub(super) async fn serve<L: Listener>(
    mut listener: L,
    routes: Router,
    peer: fn(&L::Addr) -> Option<SocketAddr>,
    patience: Patience,
    stopped: impl Future<Output = ()>,
) {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(patience.head);
    let open = GracefulShutdown::new();
    let mut stopped = std::pin::pin!(stopped);
    loop {
        let (stream, address) = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stopped => break,
        };
        let (routes, peer) = (routes.clone(), peer(&address));
        let answer = hyper::service::service_fn(move |request: Request<Incoming>| {
            let mut request = request.map(Body::new);
            if let Some(peer) = peer {
                request.extensions_mut().insert(ConnectInfo(peer));
            }
            let routes = routes.clone();
            async move {
                Ok::<_, Infallible>(
                    routes
                        .oneshot(request)
                        .await
                        .unwrap_or_else(|never| match never {}),
                )
            }
        });
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(patience.reading));
        let connection = http.serve_connection(TokioIo::new(Box::pin(stream)), answer);
        let connection = open.watch(connection);
        tokio::spawn(async move {
            // It broke off or was too slow: there is nobody left to tell.
            let _ = connection.await;
        });
    }
    drop(listener);
    // What is still open then is dropped with the program.
    let _ = tokio::time::timeout(patience.end, open.shutdown()).await;
}

#[cfg(test)]
mod tests;
