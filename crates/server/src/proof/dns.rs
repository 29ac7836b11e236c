//! Questions to the name server.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use hickory_resolver::TokioResolver;
use hickory_resolver::config::{
    ConnectionConfig, NameServerConfig, ResolveHosts, ResolverConfig, ResolverOpts,
};
use hickory_resolver::lookup::Lookup;
use hickory_resolver::net::runtime::TokioRuntimeProvider;
use hickory_resolver::net::{DnsError, NetError};
use hickory_resolver::proto::op::ResponseCode;
use hickory_resolver::proto::rr::{Name, RData, RecordType};
use hickory_resolver::system_conf::read_system_conf;
use tokio_rustls::rustls::ClientConfig;

use super::{Absence, Found, Obstacle, Outcome};

/// The port of name servers.
const PORT: u16 = 53;
/// The longest that one question waits for its answer.
const PATIENCE: Duration = Duration::from_secs(4);
/// The most CNAME records between a name and what is asked for.
const CHAIN: usize = 8;
/// The most bytes of text, and the most records, that an answer may hold.
const TEXT: usize = 4096;
const RECORDS: usize = 64;

/// Asks the name server, and remembers nothing: whoever checks again wants to know what is there now.
#[derive(Clone)]
pub struct Dns {
    name_server: Option<SocketAddr>,
    tls: Arc<ClientConfig>,
}

impl Dns {
    /// Asks `name_server`, or those of `/etc/resolv.conf` at the time. `tls` is what the resolver
    /// would use to speak TLS, which it never does here.
    #[must_use]
    pub fn new(name_server: Option<SocketAddr>, tls: Arc<ClientConfig>) -> Self {
        Self { name_server, tls }
    }

    /// The same, of one name server alone.
    #[must_use]
    pub fn at(&self, name_server: SocketAddr) -> Self {
        Self::new(Some(name_server), self.tls.clone())
    }

    /// The name servers that are asked.
    ///
    /// # Errors
    ///
    /// If `/etc/resolv.conf` can't be read.
    pub fn servers(&self) -> Result<Vec<SocketAddr>, NetError> {
        let servers = match self.name_server {
            Some(at) => vec![at],
            None => {
                let servers = read_system_conf()?.0.into_parts().2;
                servers.iter().map(|of| (of.ip, PORT).into()).collect()
            }
        };
        Ok(servers)
    }

    /// The TXT records of a name, each with its strings joined (RFC 7208, section 3.3).
    pub(super) async fn texts(&self, name: &str) -> Found<Vec<Vec<u8>>> {
        let texts = self.all_texts(name).await?;
        let size: usize = texts.iter().map(Vec::len).sum();
        if size > TEXT || texts.len() > RECORDS {
            return Err(Outcome::Absent(Absence::TooLong));
        }
        Ok(texts)
    }

    /// The same, however many they are: for names that are the operator's own.
    ///
    /// # Errors
    ///
    /// [`Outcome::Absent`] where there is none, [`Outcome::Unreachable`] where nobody knows.
    pub async fn all_texts(&self, name: &str) -> Found<Vec<Vec<u8>>> {
        let lookup = self.ask(name, RecordType::TXT).await?;
        let text = |data: &RData| match data {
            RData::TXT(text) => Some(text.txt_data.concat()),
            _ => None,
        };
        let records = lookup.answers().iter();
        Ok(records.filter_map(|record| text(&record.data)).collect())
    }

    /// The hosts that take a domain's mail (MX), the preferred one first; `.` for none at all
    /// (RFC 7505).
    ///
    /// # Errors
    ///
    /// As [`Dns::all_texts`].
    pub async fn exchangers(&self, domain: &str) -> Found<Vec<String>> {
        let lookup = self.ask(domain, RecordType::MX).await?;
        let mut hosts = Vec::new();
        for record in lookup.answers() {
            if let RData::MX(mx) = &record.data {
                hosts.push((mx.preference, host(&mx.exchange)));
            }
        }
        hosts.sort();
        Ok(hosts.into_iter().map(|(_, host)| host).collect())
    }

    /// The names that an address claims (PTR).
    ///
    /// # Errors
    ///
    /// As [`Dns::all_texts`].
    pub async fn names(&self, address: IpAddr) -> Found<Vec<String>> {
        let asked = Name::from(address).to_ascii();
        let lookup = self
            .ask(asked.trim_end_matches('.'), RecordType::PTR)
            .await?;
        let name = |data: &RData| match data {
            RData::PTR(name) => Some(host(name)),
            _ => None,
        };
        let records = lookup.answers().iter();
        Ok(records.filter_map(|record| name(&record.data)).collect())
    }

    /// The addresses of a host, IPv4 first. There is at least one.
    ///
    /// # Errors
    ///
    /// As [`Dns::all_texts`].
    pub async fn addresses(&self, host: &str) -> Found<Vec<IpAddr>> {
        let (v4, v6) = tokio::join!(
            self.ask(host, RecordType::A),
            self.ask(host, RecordType::AAAA)
        );
        let mut addresses = Vec::new();
        for lookup in [&v4, &v6].into_iter().flatten() {
            addresses.extend(lookup.answers().iter().filter_map(|r| r.data.ip_addr()));
        }
        if addresses.len() > RECORDS {
            return Err(Outcome::Unreachable(Obstacle::NameServer));
        }
        match (addresses.is_empty(), v4, v6) {
            (false, ..) => Ok(addresses),
            // Where one question failed, that there is no address is not known.
            (true, Err(failed @ Outcome::Unreachable(_)), _)
            | (true, _, Err(failed @ Outcome::Unreachable(_))) => Err(failed),
            (true, ..) => Err(Outcome::Absent(Absence::Nothing)),
        }
    }

    async fn ask(&self, name: &str, of: RecordType) -> Found<Lookup> {
        // With a dot at its end, so that no search list is tried.
        let name = Name::from_ascii(format!("{name}."));
        let name = name.map_err(|_| Outcome::Absent(Absence::Nothing))?;
        let resolver = self.resolver().map_err(|error| failed(&error))?;
        match resolver.lookup(name, of).await {
            Ok(lookup) if aliases(&lookup) > CHAIN => Err(Outcome::Unreachable(Obstacle::Chain)),
            Ok(lookup) => Ok(lookup),
            Err(NetError::Dns(DnsError::NoRecordsFound(nothing))) => {
                let unclear =
                    nothing.response_code == ResponseCode::NoError && nothing.soa.is_none();
                // A chain that was given up looks like this, too. It ends in an alias.
                if unclear && self.is_alias(&resolver, nothing.query.name().clone()).await {
                    return Err(Outcome::Unreachable(Obstacle::Chain));
                }
                Err(Outcome::Absent(Absence::Nothing))
            }
            Err(error) => Err(failed(&error)),
        }
    }

    async fn is_alias(&self, resolver: &TokioResolver, name: Name) -> bool {
        let lookup = resolver.lookup(name, RecordType::CNAME).await;
        lookup.is_ok_and(|lookup| aliases(&lookup) > 0)
    }

    /// What asks, for whoever has questions of their own.
    ///
    /// # Errors
    ///
    /// If `/etc/resolv.conf` can't be read.
    pub fn resolver(&self) -> Result<TokioResolver, NetError> {
        let servers = match self.name_server {
            Some(at) => {
                let on_port = |mut connection: ConnectionConfig| {
                    connection.port = at.port();
                    connection
                };
                let connections = vec![
                    on_port(ConnectionConfig::udp()),
                    on_port(ConnectionConfig::tcp()),
                ];
                vec![NameServerConfig::new(at.ip(), true, connections)]
            }
            None => read_system_conf()?.0.into_parts().2,
        };
        let mut options = ResolverOpts::default();
        options.timeout = PATIENCE;
        options.attempts = 1;
        options.cache_size = 0;
        options.use_hosts_file = ResolveHosts::Never;
        options.preserve_intermediates = true;
        let provider = TokioRuntimeProvider::default();
        let config = ResolverConfig::from_name_servers(servers);
        TokioResolver::builder_with_config(config, provider)
            .with_options(options)
            .with_tls_config((*self.tls).clone())
            .build()
    }
}

/// A name as others write it: in lower case, without the dot at its end.
fn host(name: &Name) -> String {
    let name = name.to_lowercase().to_ascii();
    match name.strip_suffix('.') {
        Some(bare) if !bare.is_empty() => bare.to_owned(),
        _ => name,
    }
}

fn aliases(lookup: &Lookup) -> usize {
    let is_alias = |data: &RData| matches!(data, RData::CNAME(_));
    lookup
        .answers()
        .iter()
        .filter(|record| is_alias(&record.data))
        .count()
}

fn failed(error: &NetError) -> Outcome {
    Outcome::Unreachable(match error {
        NetError::Timeout => Obstacle::Timeout,
        _ => Obstacle::NameServer,
    })
}
