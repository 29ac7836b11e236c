//! One request over HTTPS, to an address that was checked.

use std::future::poll_fn;
use std::io;
use std::net::IpAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use hyper::body::{Body, Incoming};
use hyper::client::conn::http1;
use hyper::header::{ACCEPT, HOST, LOCATION, USER_AGENT};
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use rustls_pki_types::ServerName;
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::{self, ClientConfig};

use super::{Found, Obstacle, Outcome};

/// The longest that one address takes to be connected to.
const PATIENCE: Duration = Duration::from_secs(3);
/// The most addresses that are tried.
const TRIED: usize = 3;
/// The most bytes that a reply's head may have, and the most fields.
const HEAD: usize = 16 * 1024;
const FIELDS: usize = 64;

/// What a web site replied.
pub(super) struct Reply {
    pub(super) status: StatusCode,
    /// Where it redirects to, as written.
    pub(super) location: Option<String>,
    /// The beginning of its body.
    pub(super) body: Vec<u8>,
    /// Whether there is more.
    pub(super) cut: bool,
}

/// Asks web sites. Proxies that the environment names are not used: the address that was checked is
/// the one that is connected to.
pub(super) struct Https {
    tls: TlsConnector,
    port: u16,
}

impl Https {
    pub(super) fn new(tls: Arc<ClientConfig>, port: u16) -> Self {
        Self {
            tls: tls.into(),
            port,
        }
    }

    /// Asks the host at the first of `addresses` that answers for `path`, and reads at most `limit`
    /// bytes of what it replies.
    pub(super) async fn get(
        &self,
        (host, addresses): (&str, &[IpAddr]),
        path: &str,
        limit: usize,
    ) -> Found<Reply> {
        let stream = TokioIo::new(self.connect(host, addresses).await?);
        let broken = |_: hyper::Error| Outcome::Unreachable(Obstacle::Connection);
        let (mut requests, connection) = http1::Builder::new()
            .max_buf_size(HEAD)
            .max_headers(FIELDS)
            .handshake(stream)
            .await
            .map_err(broken)?;
        // The connection ends with this function.
        let mut driver = JoinSet::new();
        driver.spawn(connection);
        let request = Request::get(path)
            .header(HOST, host)
            .header(
                USER_AGENT,
                concat!("Undersigned/", env!("CARGO_PKG_VERSION")),
            )
            .header(ACCEPT, "text/plain, */*;q=0.1")
            .body(String::new())
            .map_err(|_| Outcome::Unreachable(Obstacle::Redirects))?;
        let response = requests.send_request(request).await.map_err(broken)?;
        read(response, limit).await.map_err(broken)
    }

    async fn connect(&self, host: &str, addresses: &[IpAddr]) -> Found<TlsStream<TcpStream>> {
        let name = ServerName::try_from(host.to_owned());
        let name = name.map_err(|_| Outcome::Unreachable(Obstacle::Certificate))?;
        let mut outcome = Outcome::Unreachable(Obstacle::Connection);
        for address in addresses.iter().take(TRIED) {
            let connected = timeout(PATIENCE, async {
                let stream = TcpStream::connect((*address, self.port)).await?;
                self.tls.connect(name.clone(), stream).await
            });
            outcome = Outcome::Unreachable(match connected.await {
                Ok(Ok(stream)) => return Ok(stream),
                Ok(Err(error)) => obstacle(&error),
                Err(_) => Obstacle::Timeout,
            });
        }
        Err(outcome)
    }
}

fn obstacle(error: &io::Error) -> Obstacle {
    let tls = error.get_ref().and_then(|inner| inner.downcast_ref());
    match tls {
        Some(rustls::Error::InvalidCertificate(_) | rustls::Error::NoCertificatesPresented) => {
            Obstacle::Certificate
        }
        _ => Obstacle::Connection,
    }
}

async fn read(response: Response<Incoming>, limit: usize) -> hyper::Result<Reply> {
    let location = response.headers().get(LOCATION);
    let mut reply = Reply {
        status: response.status(),
        location: location
            .and_then(|value| value.to_str().ok())
            .map(str::to_owned),
        body: Vec::new(),
        cut: false,
    };
    let mut body = response.into_body();
    while let Some(frame) = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
        let Ok(bytes) = frame?.into_data() else {
            continue;
        };
        let room = limit - reply.body.len();
        reply
            .body
            .extend_from_slice(&bytes[..bytes.len().min(room)]);
        if bytes.len() > room {
            reply.cut = true;
            break;
        }
    }
    Ok(reply)
}
