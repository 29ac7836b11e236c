//! The configuration: TOML, environment and flags become one validated [`Config`], once.

mod doctor;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use figment::Figment;
use figment::providers::{Env, Format, Toml};
use serde::Deserialize;

pub use self::doctor::DoctorSettings;
use crate::mail::SmtpSettings;
use crate::model::{DisposableMail, Network, Slug};
use crate::proof::ProofSettings;

/// What an operator writes, as TOML in `undersigned.toml` of the data directory (or `--config`),
/// or as `UNDERSIGNED_…` in the environment (`UNDERSIGNED_MAIL__HOST` for `mail.host`).
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    base_url: String,
    #[serde(default = "default_listen")]
    listen: String,
    #[serde(default)]
    metrics_listen: Option<SocketAddr>,
    #[serde(default)]
    ask_listen: Option<SocketAddr>,
    #[serde(default)]
    front_page: Option<String>,
    #[serde(default)]
    database: Option<String>,
    #[serde(default)]
    keys: Option<PathBuf>,
    #[serde(default)]
    site_name: Option<String>,
    #[serde(default)]
    source_url: String,
    #[serde(default)]
    trusted_proxies: Vec<String>,
    #[serde(default)]
    behind_tls: bool,
    #[serde(default = "default_rate")]
    submissions_per_minute: u32,
    #[serde(default)]
    log_json: bool,
    #[serde(default)]
    recipients: Vec<String>,
    mail: Option<SmtpSettings>,
    #[serde(default)]
    disposable_mail: Option<PathBuf>,
    #[serde(default)]
    proof: ProofSettings,
    #[serde(default)]
    doctor: DoctorSettings,
}

/// Name of SQLite's file in the data directory.
pub const SQLITE_FILE: &str = "undersigned.db";

/// Says that a data directory is a demo's.
pub const DEMO_MARK: &str = "this-is-a-demo";

fn default_listen() -> String {
    "127.0.0.1:8080".to_owned()
}

fn default_rate() -> u32 {
    10
}

/// Where the server listens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Listen {
    /// On a TCP address.
    Tcp(SocketAddr),
    /// On a Unix socket.
    Unix(PathBuf),
    /// On the socket that systemd passes.
    Systemd,
}

/// What the site's front page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Front {
    /// The launched letters.
    Letters,
    /// Whose site it is, and no letter.
    Nothing,
    /// It leads to this letter.
    Letter(Slug),
}

/// Which database.
#[derive(Clone, PartialEq, Eq)]
pub enum Database {
    /// The file `undersigned.db` in the data directory.
    Sqlite,
    /// A `postgres://` address.
    Postgres(String),
}

/// The configuration, checked.
#[derive(Clone)]
pub struct Config {
    /// The data directory.
    pub data: PathBuf,
    /// The key directory.
    pub keys: PathBuf,
    /// Which database.
    pub database: Database,
    /// Scheme, host and port under which readers find the site, without a slash at the end.
    pub base_url: String,
    /// Hosts that requests may name, lower case; empty in the demo, which answers any loopback name.
    pub hosts: Vec<String>,
    /// Who runs the site, as shown in the footer.
    pub site_name: String,
    /// Where readers find the source of the running program; empty where the operator gave none.
    pub source_url: String,
    /// Where to listen.
    pub listen: Listen,
    /// Where Prometheus reads the metrics.
    pub metrics_listen: Option<SocketAddr>,
    /// Where a proxy asks whether it may get a certificate for a name.
    pub ask_listen: Option<SocketAddr>,
    /// What the front page shows.
    pub front_page: Front,
    /// Proxies whose X-Forwarded-For is believed.
    pub trusted_proxies: Vec<Network>,
    /// Whether readers come over TLS, so that browsers are told to insist on it.
    pub behind_tls: bool,
    /// Submissions a minute that one network address may send before it is slowed down; none: no
    /// limit (the demo).
    pub submissions_per_minute: Option<u32>,
    /// How mails leave; none in the demo, which catches them.
    pub mail: Option<SmtpSettings>,
    /// Providers whose mailboxes are thrown away after use.
    pub disposable_mail: DisposableMail,
    /// How domains are asked for proof.
    pub proof: ProofSettings,
    /// What `undersigned doctor` can't find out by itself.
    pub doctor: DoctorSettings,
    /// Age recipients of letters that name none themselves.
    pub recipients: Vec<String>,
    /// Logs as JSON.
    pub log_json: bool,
    /// Everything is invented.
    pub demo: bool,
}

/// A configuration that can't be used, with what to do about it.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file is missing.
    #[error(
        "{0} is missing: run `undersigned init` first, or name the data directory with --data or \
         the file with --config"
    )]
    Missing(PathBuf),
    /// The data directory is missing.
    #[error(
        "the data directory {0} is missing: name the right one with --data, or make one with \
         `undersigned init`"
    )]
    NoData(PathBuf),
    /// Something in it can't be read.
    #[error("configuration: {0}")]
    Unreadable(String),
    /// A value does not hold.
    #[error("configuration: {0}: {1}")]
    Value(&'static str, String),
}

impl Config {
    /// Reads `file` and the environment.
    pub fn load(data: &Path, file: Option<&Path>) -> Result<Self, ConfigError> {
        let file = file.map_or_else(|| data.join("undersigned.toml"), Path::to_owned);
        if !file.exists() {
            return Err(ConfigError::Missing(file));
        }
        // Whoever forgets --data would otherwise get a new and empty installation.
        if !data.is_dir() {
            return Err(ConfigError::NoData(data.to_owned()));
        }
        let raw: Raw = Figment::new()
            .merge(Toml::file_exact(&file))
            // Where the data directory is isn't part of what it holds.
            .merge(Env::prefixed("UNDERSIGNED_").ignore(&["data"]).split("__"))
            .extract()
            .map_err(|error| {
                // A value's error names the file; that of a missing value doesn't.
                let (error, name) = (error.to_string(), file.display().to_string());
                ConfigError::Unreadable(match error.contains(&name) {
                    true => error,
                    false => format!("{name}: {error}"),
                })
            })?;
        Self::check(data, raw)
    }

    fn check(data: &Path, raw: Raw) -> Result<Self, ConfigError> {
        let url = url::Url::parse(&raw.base_url)
            .ok()
            .filter(|url| matches!(url.scheme(), "http" | "https") && url.path() == "/")
            .ok_or(ConfigError::Value(
                "base_url",
                "write it like https://letters.example.org".into(),
            ))?;
        let host = authority(&url);
        let networks = raw.trusted_proxies.iter().map(|text| {
            text.parse().map_err(|()| {
                ConfigError::Value(
                    "trusted_proxies",
                    format!("{text} is no address or network"),
                )
            })
        });
        if let Some(mail) = &raw.mail {
            mail.check()
                .map_err(|error| ConfigError::Unreadable(error.to_string()))?;
        }
        Ok(Self {
            keys: raw.keys.unwrap_or_else(|| data.join("keys")),
            database: database(raw.database.as_deref())?,
            base_url: raw.base_url.trim_end_matches('/').to_owned(),
            site_name: raw.site_name.unwrap_or_else(|| host.clone()),
            source_url: raw.source_url,
            hosts: vec![host],
            listen: raw
                .listen
                .parse()
                .map_err(|why| ConfigError::Value("listen", why))?,
            metrics_listen: raw.metrics_listen,
            ask_listen: raw.ask_listen,
            front_page: front_page(raw.front_page.as_deref())?,
            trusted_proxies: networks.collect::<Result<_, _>>()?,
            behind_tls: raw.behind_tls || url.scheme() == "https",
            submissions_per_minute: Some(raw.submissions_per_minute.max(1)),
            recipients: raw.recipients,
            mail: raw.mail,
            disposable_mail: disposable_mail(raw.disposable_mail.as_deref())?,
            proof: raw.proof,
            doctor: raw.doctor,
            log_json: raw.log_json,
            demo: false,
            data: data.to_owned(),
        })
    }

    /// Host and port of the site as browsers send them; empty in the demo.
    #[must_use]
    pub fn host(&self) -> &str {
        self.hosts.first().map_or("", String::as_str)
    }

    /// The host of `base_url`, without its port.
    #[must_use]
    pub fn host_name(&self) -> Option<String> {
        let url = url::Url::parse(&self.base_url).ok()?;
        url.host_str().map(str::to_owned)
    }

    /// A letter's own host name as browsers send it in `Host`: it is reached on the port of
    /// `base_url`.
    #[must_use]
    pub fn authority_of(&self, name: &str) -> String {
        let port = url::Url::parse(&self.base_url)
            .ok()
            .and_then(|url| url.port());
        with_port(name, port)
    }

    /// Scheme, host and port of a letter with this host name, without a slash at the end.
    #[must_use]
    pub fn url_of(&self, name: &str) -> String {
        let scheme = self.base_url.split("://").next().unwrap_or_default();
        format!("{scheme}://{}", self.authority_of(name))
    }

    /// The origin of a letter's log that belongs to this site: `HOST/letters/SLUG`.
    #[must_use]
    pub fn origin_of(&self, slug: impl std::fmt::Display) -> String {
        format!("{}/letters/{slug}", self.host())
    }

    /// Whether the data directory `data` is a demo's, which nothing else serves.
    #[must_use]
    pub fn is_demos(data: &Path) -> bool {
        data.join(DEMO_MARK).exists()
    }

    /// The database's file in the data directory, where it is SQLite.
    #[must_use]
    pub fn sqlite_file(&self) -> Option<PathBuf> {
        (self.database == Database::Sqlite).then(|| self.data.join(SQLITE_FILE))
    }

    /// Where organizers sign in: passkeys belong to a host's name and never to a network address
    /// (WebAuthn, section 5.1.3). None where `base_url` names no host.
    #[must_use]
    pub fn passkeys_at(&self) -> Option<url::Url> {
        let mut url = url::Url::parse(&self.base_url).ok()?;
        if self.demo {
            url.set_host(Some("localhost")).ok()?;
        }
        url.domain().is_some().then_some(url)
    }

    /// The same as an origin, without a slash at the end: what organizers' links begin with.
    #[must_use]
    pub fn organizers_at(&self) -> Option<String> {
        self.passkeys_at()
            .map(|url| url.origin().ascii_serialization())
    }

    /// The configuration of the demo: nothing to write, nothing leaves the machine.
    #[must_use]
    pub fn demo(data: &Path, listen: SocketAddr) -> Self {
        Self {
            data: data.to_owned(),
            keys: data.join("keys"),
            database: Database::Sqlite,
            base_url: format!("http://{listen}"),
            hosts: Vec::new(),
            site_name: "Undersigned".to_owned(),
            source_url: String::new(),
            listen: Listen::Tcp(listen),
            metrics_listen: None,
            ask_listen: None,
            front_page: Front::Letters,
            trusted_proxies: Vec::new(),
            behind_tls: false,
            submissions_per_minute: None,
            recipients: Vec::new(),
            mail: None,
            disposable_mail: DisposableMail::default(),
            proof: ProofSettings::default(),
            doctor: DoctorSettings::default(),
            log_json: false,
            demo: true,
        }
    }
}

/// The operator's own list, where there is one.
fn disposable_mail(file: Option<&Path>) -> Result<DisposableMail, ConfigError> {
    let Some(file) = file else {
        return Ok(DisposableMail::default());
    };
    let wrong = |why: &dyn std::fmt::Display| {
        ConfigError::Value("disposable_mail", format!("{}: {why}", file.display()))
    };
    let text = std::fs::read_to_string(file).map_err(|error| wrong(&error))?;
    DisposableMail::parse(&text).map_err(|error| wrong(&error))
}

fn database(typed: Option<&str>) -> Result<Database, ConfigError> {
    match typed {
        None | Some("sqlite") => Ok(Database::Sqlite),
        Some(url) if url.starts_with("postgres://") || url.starts_with("postgresql://") => {
            Ok(Database::Postgres(url.to_owned()))
        }
        Some(_) => Err(ConfigError::Value(
            "database",
            "write sqlite or postgres://…".into(),
        )),
    }
}

fn front_page(typed: Option<&str>) -> Result<Front, ConfigError> {
    match typed {
        None | Some("letters") => Ok(Front::Letters),
        Some("none") => Ok(Front::Nothing),
        Some(slug) => slug.parse().map(Front::Letter).map_err(|_| {
            ConfigError::Value(
                "front_page",
                format!("{slug}: write letters, none, or the slug of a letter"),
            )
        }),
    }
}

/// Host and port of a URL as a browser sends them in `Host`.
fn authority(url: &url::Url) -> String {
    with_port(url.host_str().unwrap_or_default(), url.port())
}

fn with_port(host: &str, port: Option<u16>) -> String {
    port.map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

impl std::fmt::Display for Listen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Tcp(address) => address.fmt(f),
            Self::Unix(path) => write!(f, "unix:{}", path.display()),
            Self::Systemd => f.write_str("systemd"),
        }
    }
}

impl std::str::FromStr for Listen {
    type Err = String;

    fn from_str(typed: &str) -> Result<Self, String> {
        match typed.strip_prefix("unix:") {
            Some(path) if !path.is_empty() => Ok(Self::Unix(path.into())),
            _ if typed == "systemd" => Ok(Self::Systemd),
            _ => typed.parse().map(Self::Tcp).map_err(|_| {
                format!("{typed}: write ADDRESS:PORT, unix:/path/to/socket or systemd")
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn listens_in_three_ways() {
        assert!(matches!("127.0.0.1:0".parse(), Ok(Listen::Tcp(_))));
        assert!(matches!("unix:/run/u".parse(), Ok(Listen::Unix(_))));
        assert!(matches!("systemd".parse(), Ok(Listen::Systemd)));
        assert!("8080".parse::<Listen>().is_err());
    }

    #[test]
    fn a_letters_host_is_reached_where_the_site_is() {
        let mut config = Config::demo(Path::new("data"), SocketAddr::from(([127, 0, 0, 1], 8080)));
        assert_eq!(config.url_of("a.example"), "http://a.example:8080");
        config.base_url = "https://letters.example".to_owned();
        assert_eq!(config.url_of("a.example"), "https://a.example");
        assert_eq!(config.host_name().as_deref(), Some("letters.example"));
    }

    #[test]
    fn the_front_page_is_one_of_three() {
        assert_eq!(front_page(None).unwrap(), Front::Letters);
        assert_eq!(front_page(Some("letters")).unwrap(), Front::Letters);
        assert_eq!(front_page(Some("none")).unwrap(), Front::Nothing);
        let slug = "clean-rivers".parse().unwrap();
        assert_eq!(
            front_page(Some("clean-rivers")).unwrap(),
            Front::Letter(slug)
        );
        let error = front_page(Some("Clean Rivers")).unwrap_err().to_string();
        assert!(error.contains("front_page: Clean Rivers: write"), "{error}");
    }
}
