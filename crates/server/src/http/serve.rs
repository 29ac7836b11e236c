//! Listening: on TCP, on a Unix socket, or on the socket that systemd passes.

use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::extract::connect_info::IntoMakeServiceWithConnectInfo;
use tokio::net::{TcpListener, UnixListener};
use tokio::sync::watch;

use super::Site;
use super::router::router;
use crate::app::App;
use crate::config::Listen;

/// Listening that failed.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The address is taken or not this machine's.
    #[error("can't listen on {0}: {1}")]
    Listen(String, io::Error),
    /// systemd passed no socket.
    #[error("listen = \"systemd\", but systemd passed no socket: is the .socket unit active?")]
    NoSocket,
}

/// Serves until `stop` turns true and open requests are answered. `told` hears where, once it
/// listens.
pub async fn serve(
    app: Arc<App>,
    mut stop: watch::Receiver<bool>,
    told: impl FnOnce(&str),
) -> Result<(), ServeError> {
    let site = Site::new(app.clone());
    let routes = router(site);
    let stopped = async move {
        let _ = stop.wait_for(|stop| *stop).await;
    };
    let listen = app.config.listen.clone();
    let failed = |error| ServeError::Listen(listen.to_string(), error);
    match &listen {
        Listen::Tcp(address) => {
            let listener = TcpListener::bind(address).await.map_err(failed)?;
            let bound = listener.local_addr().map_err(failed)?;
            told(&format!("http://{bound}"));
            let service = with_peers(routes);
            axum::serve(listener, service)
                .with_graceful_shutdown(stopped)
                .await
                .map_err(failed)
        }
        Listen::Unix(path) => {
            let listener = bind_unix(path).map_err(failed)?;
            told(&format!("unix:{}", path.display()));
            axum::serve(listener, routes)
                .with_graceful_shutdown(stopped)
                .await
                .map_err(failed)
        }
        Listen::Systemd => {
            told("the socket of systemd");
            serve_inherited(routes, stopped).await
        }
    }
}

fn with_peers(routes: Router) -> IntoMakeServiceWithConnectInfo<Router, SocketAddr> {
    routes.into_make_service_with_connect_info::<SocketAddr>()
}

async fn serve_inherited(
    routes: Router,
    stopped: impl Future<Output = ()> + Send + 'static,
) -> Result<(), ServeError> {
    let failed = |error| ServeError::Listen("the socket of systemd".to_owned(), error);
    let mut passed = listenfd::ListenFd::from_env();
    if let Ok(Some(listener)) = passed.take_unix_listener(0) {
        listener.set_nonblocking(true).map_err(failed)?;
        let listener = UnixListener::from_std(listener).map_err(failed)?;
        return axum::serve(listener, routes)
            .with_graceful_shutdown(stopped)
            .await
            .map_err(failed);
    }
    let listener = passed
        .take_tcp_listener(0)
        .map_err(failed)?
        .ok_or(ServeError::NoSocket)?;
    listener.set_nonblocking(true).map_err(failed)?;
    let listener = TcpListener::from_std(listener).map_err(failed)?;
    axum::serve(listener, with_peers(routes))
        .with_graceful_shutdown(stopped)
        .await
        .map_err(failed)
}

/// A socket that a former run left behind is nobody's: the data directory's lock says so.
fn bind_unix(path: &Path) -> io::Result<UnixListener> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    UnixListener::bind(path)
}
