//! The public address: it leads to this very site, over TLS that holds, through a proxy that is believed.

use std::io;
use std::net::IpAddr;
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::time::timeout;
use url::{Host, Url};

use super::answer::judge;
use super::certificate::{tls_error, why};
use super::knock::Knock;
use super::{Point, Subject, is_absent, unanswered};
use crate::proof::{Https, Reply, exchange};

/// The longest that one exchange takes.
const PATIENCE: Duration = Duration::from_secs(8);
/// The most bytes of an answer that are read.
const ANSWER: usize = 4096;
/// The most addresses that are tried.
const TRIED: usize = 8;

/// An answer at one address.
pub(super) struct Answer {
    pub(super) address: IpAddr,
    pub(super) reply: Reply,
    /// DER; none without TLS.
    pub(super) certificate: Option<Vec<u8>>,
}

pub(super) async fn look(of: &Subject) -> Vec<Point> {
    let Some(url) = of.site() else {
        return vec![
            Point::wrong("base_url is no address").mend("Correct it in undersigned.toml."),
        ];
    };
    let addresses = match addresses(of, &url).await {
        Ok(addresses) => addresses,
        Err(point) => return vec![point],
    };
    let mut points = protection(&url);
    let knock = Knock::announce(of).await;
    let mut answers = Vec::new();
    for address in addresses.iter().take(TRIED) {
        match ask(of, &url, *address, &knock.path()).await {
            Ok(answer) => answers.push(answer),
            Err(error) => points.push(no_answer(&url, *address, &error)),
        }
    }
    points.extend(judge(of, &url, &answers, knock.answer()));
    knock.withdraw(of).await;
    if url.scheme() == "https" {
        points.extend(led_from_http(of, &url, &addresses).await);
    }
    points
}

/// The addresses of the site.
async fn addresses(of: &Subject, url: &Url) -> Result<Vec<IpAddr>, Point> {
    match url.host() {
        Some(Host::Ipv4(address)) => Ok(vec![address.into()]),
        Some(Host::Ipv6(address)) => Ok(vec![address.into()]),
        Some(Host::Domain("localhost")) => Ok(vec![[127, 0, 0, 1].into()]),
        Some(Host::Domain(name)) => of.dns.addresses(name).await.map_err(|outcome| {
            if !is_absent(outcome) {
                return unanswered(name);
            }
            Point::wrong(format!("{name} has no address: nobody finds the site"))
                .mend("Publish in DNS:")
                .copy(format_args!("{name}.  A  ADDRESS OF THIS MACHINE"))
        }),
        None => Err(Point::wrong("base_url names no host")),
    }
}

/// That what readers type is not sent in clear.
fn protection(url: &Url) -> Vec<Point> {
    let is_near = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    };
    match (url.scheme(), is_near) {
        ("https", _) => Vec::new(),
        (_, true) => vec![Point::not_needed("TLS: only this machine reaches the site")],
        _ => vec![
            Point::warning(
                "the site is not under HTTPS: names and addresses cross the \
                 network in clear",
            )
            .mend(
                "Put a proxy in front that speaks TLS (Caddy, nginx), and set base_url \
                     to https://…",
            ),
        ],
    }
}

/// Asks one address of the site for a path.
async fn ask(of: &Subject, url: &Url, address: IpAddr, path: &str) -> io::Result<Answer> {
    let usual = match url.scheme() {
        "http" => 80,
        _ => of.config.proof.https_port,
    };
    let port = url.port().unwrap_or(usual);
    let (host, authority) = (url.host_str().unwrap_or_default(), of.config.host());
    let asked = async {
        if url.scheme() == "http" {
            let stream = TcpStream::connect((address, port)).await?;
            let reply = exchange(stream, authority, path, ANSWER).await?;
            return Ok(Answer {
                address,
                reply,
                certificate: None,
            });
        }
        let name = host.trim_start_matches('[').trim_end_matches(']');
        let stream = Https::new(of.tls.clone(), port)
            .connect(name, address)
            .await?;
        let certificates = stream.get_ref().1.peer_certificates().unwrap_or_default();
        let certificate = certificates.first().map(|first| first.to_vec());
        let reply = exchange(stream, authority, path, ANSWER).await?;
        Ok(Answer {
            address,
            reply,
            certificate,
        })
    };
    timeout(PATIENCE, asked)
        .await
        .unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()))
}

fn no_answer(url: &Url, address: IpAddr, error: &io::Error) -> Point {
    let host = url.host_str().unwrap_or_default();
    if let Some(tls) = tls_error(error) {
        return Point::wrong(format!("{host} at {address}: {}", why(tls))).mend(
            "Look after the proxy in front of the site: Caddy renews certificates by itself; \
                 its log says why it could not.",
        );
    }
    // Many machines have no way to IPv6, which says nothing about readers.
    if matches!(
        error.kind(),
        io::ErrorKind::NetworkUnreachable | io::ErrorKind::HostUnreachable
    ) {
        return Point::not_checked(format!(
            "{host} at {address}: this machine has no way there"
        ));
    }
    Point::wrong(format!("{host} at {address}: no answer ({})", error.kind())).mend(
        "Does the proxy run, does a firewall let ports 80 and 443 in, and is the \
             address in DNS this machine's?",
    )
}

/// Whether readers who come by plain HTTP are led on.
async fn led_from_http(of: &Subject, url: &Url, addresses: &[IpAddr]) -> Option<Point> {
    let usual = || url.port().is_none().then_some(80);
    let port = of.config.doctor.http_port.or_else(usual)?;
    let (host, address) = (url.host_str()?, *addresses.first()?);
    let asked = timeout(PATIENCE, async {
        let stream = TcpStream::connect((address, port)).await?;
        exchange(stream, host, "/", ANSWER).await
    });
    let led = |reply: &Reply| {
        let to = reply.location().and_then(|to| Url::parse(to).ok());
        to.is_some_and(|to| to.scheme() == "https" && to.host_str() == Some(host))
    };
    let seen = match asked.await {
        Ok(Ok(reply)) if led(&reply) => {
            return Some(Point::good("plain HTTP leads to HTTPS"));
        }
        Ok(Ok(_)) => "plain HTTP does not lead to HTTPS",
        _ => "nobody answers at plain HTTP: who types the address without https may find nothing",
    };
    Some(Point::warning(seen).mend(format!(
        "Let the proxy answer on port {port} and redirect to HTTPS (Caddy does by itself)."
    )))
}
