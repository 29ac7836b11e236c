//! Listening: on TCP, on a Unix socket, or on the socket that systemd passes.

use std::fs::Permissions;
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::Arc;

use axum::Router;
use tokio::net::{TcpListener, UnixListener};
use tokio::sync::watch;

use super::Site;
use super::connections::{self, PATIENCE};
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
            serve_tcp(listener, routes, stopped).await;
        }
        Listen::Unix(path) => {
            let listener = bind_unix(path).map_err(failed)?;
            told(&format!("unix:{}", path.display()));
            serve_unix(listener, routes, stopped).await;
        }
        Listen::Systemd => {
            told("the socket of systemd");
            serve_inherited(routes, stopped).await?;
        }
    }
    Ok(())
}

async fn serve_tcp(listener: TcpListener, routes: Router, stopped: impl Future<Output = ()>) {
    connections::serve(listener, routes, |peer| Some(*peer), PATIENCE, stopped).await;
}

/// Whoever may open the socket is no address.
async fn serve_unix(listener: UnixListener, routes: Router, stopped: impl Future<Output = ()>) {
    connections::serve(listener, routes, |_| None, PATIENCE, stopped).await;
}

async fn serve_inherited(
    routes: Router,
    stopped: impl Future<Output = ()>,
) -> Result<(), ServeError> {
    let failed = |error| ServeError::Listen("the socket of systemd".to_owned(), error);
    let mut passed = listenfd::ListenFd::from_env();
    if let Ok(Some(listener)) = passed.take_unix_listener(0) {
        listener.set_nonblocking(true).map_err(failed)?;
        let listener = UnixListener::from_std(listener).map_err(failed)?;
        serve_unix(listener, routes, stopped).await;
        return Ok(());
    }
    let listener = passed
        .take_tcp_listener(0)
        .map_err(failed)?
        .ok_or(ServeError::NoSocket)?;
    listener.set_nonblocking(true).map_err(failed)?;
    let listener = TcpListener::from_std(listener).map_err(failed)?;
    serve_tcp(listener, routes, stopped).await;
    Ok(())
}

/// A socket that a former run left behind is nobody's: the data directory's lock says so. Whoever is
/// in the server's group may connect, so that a proxy can.
fn bind_unix(path: &Path) -> io::Result<UnixListener> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let listener = UnixListener::bind(path)?;
    std::fs::set_permissions(path, Permissions::from_mode(0o660))?;
    Ok(listener)
}
