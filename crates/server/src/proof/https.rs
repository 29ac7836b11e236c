//! One request over HTTPS, to an address that was checked.

use std::future::poll_fn;
use std::io;
use std::net::IpAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use hyper::body::{Body, Incoming};
use hyper::client::conn::http1;
use hyper::header::{ACCEPT, HOST, HeaderMap, LOCATION, USER_AGENT};
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use rustls_pki_types::ServerName;
use tokio::io::{AsyncRead, AsyncWrite};
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
pub struct Reply {
    /// The status.
    pub status: StatusCode,
    /// The fields of its head.
    pub fields: HeaderMap,
    /// The beginning of its body.
    pub body: Vec<u8>,
    /// Whether there is more.
    pub cut: bool,
}

impl Reply {
    /// Where it redirects to, as written.
    #[must_use]
    pub fn location(&self) -> Option<&str> {
        self.fields.get(LOCATION)?.to_str().ok()
    }
}

/// Asks web sites. Proxies that the environment names are not used: the address that was checked is
/// the one that is connected to.
pub struct Https {
    tls: TlsConnector,
    port: u16,
}

impl Https {
    /// Speaks TLS as `tls` says, on a port.
    #[must_use]
    pub fn new(tls: Arc<ClientConfig>, port: u16) -> Self {
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
        let stream = self.connect_to_one(host, addresses).await?;
        exchange(stream, host, path, limit)
            .await
            .map_err(|_| Outcome::Unreachable(Obstacle::Connection))
    }

    async fn connect_to_one(
        &self,
        host: &str,
        addresses: &[IpAddr],
    ) -> Found<TlsStream<TcpStream>> {
        let mut outcome = Outcome::Unreachable(Obstacle::Connection);
        for address in addresses.iter().take(TRIED) {
            match self.connect(host, *address).await {
                Ok(stream) => return Ok(stream),
                Err(error) => outcome = Outcome::Unreachable(obstacle(&error)),
            }
        }
        Err(outcome)
    }

    /// Connects to one address of a host.
    ///
    /// # Errors
    ///
    /// Why not; [`rustls::Error`] is inside where it was for TLS.
    pub async fn connect(&self, host: &str, address: IpAddr) -> io::Result<TlsStream<TcpStream>> {
        let name = ServerName::try_from(host.to_owned()).map_err(io::Error::other)?;
        let connected = timeout(PATIENCE, async {
            let stream = TcpStream::connect((address, self.port)).await?;
            self.tls.connect(name, stream).await
        });
        connected
            .await
            .unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()))
    }
}

/// Asks whoever is behind `stream`, as the host `host`, for `path`, and reads at most `limit` bytes of
/// what comes.
///
/// # Errors
///
/// If the connection breaks, or what comes is no HTTP.
pub async fn exchange<S>(stream: S, host: &str, path: &str, limit: usize) -> io::Result<Reply>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (mut requests, connection) = http1::Builder::new()
        .max_buf_size(HEAD)
        .max_headers(FIELDS)
        .handshake(TokioIo::new(stream))
        .await
        .map_err(io::Error::other)?;
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
        .map_err(io::Error::other)?;
    let response = requests.send_request(request).await;
    let response = response.map_err(io::Error::other)?;
    read(response, limit).await.map_err(io::Error::other)
}

fn obstacle(error: &io::Error) -> Obstacle {
    if error.kind() == io::ErrorKind::TimedOut {
        return Obstacle::Timeout;
    }
    let tls = error.get_ref().and_then(|inner| inner.downcast_ref());
    match tls {
        Some(rustls::Error::InvalidCertificate(_) | rustls::Error::NoCertificatesPresented) => {
            Obstacle::Certificate
        }
        _ => Obstacle::Connection,
    }
}

async fn read(response: Response<Incoming>, limit: usize) -> hyper::Result<Reply> {
    let mut reply = Reply {
        status: response.status(),
        fields: response.headers().clone(),
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
