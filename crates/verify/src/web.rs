//! A record where it is served.

use std::fmt;
use std::str::FromStr;
use std::thread;
use std::time::Duration;

use undersigned_record::layout::File;
use undersigned_record::source::{Source, SourceError};
use ureq::Agent;

/// A checkpoint may be cached for two seconds; after that a reader sees the log that its openings belong to.
const PAUSE: Duration = Duration::from_millis(700);
const TIMEOUT: Duration = Duration::from_secs(60);

/// The address of a record: the letter's own with `/record` behind it.
#[derive(Debug, Clone)]
pub(crate) struct Address(String);

impl FromStr for Address {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim_end_matches('/');
        let rest = text
            .strip_prefix("http://")
            .or_else(|| text.strip_prefix("https://"));
        let host = rest
            .and_then(|rest| rest.split('/').next())
            .unwrap_or_default();
        if host.is_empty() || text.contains(['?', '#', ' ']) {
            return Err("not a letter's address like https://host/letters/slug".into());
        }
        let record = if text.ends_with("/record") {
            text.into()
        } else {
            format!("{text}/record")
        };
        Ok(Self(record))
    }
}

impl Address {
    /// Whether it is on this very machine, where no proxy has a say.
    fn is_loopback(&self) -> bool {
        let host = self.0.split('/').nth(2).unwrap_or_default();
        ["127.", "localhost:", "[::1]"]
            .iter()
            .any(|start| host.starts_with(start))
            || host == "localhost"
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Reads a record's files over HTTP.
pub(crate) struct Web {
    address: Address,
    agent: Agent,
}

impl Web {
    pub(crate) fn new(address: &Address) -> Self {
        let mut config = Agent::config_builder()
            .timeout_global(Some(TIMEOUT))
            .http_status_as_error(false)
            .user_agent(concat!("undersigned-verify/", env!("CARGO_PKG_VERSION")));
        if address.is_loopback() {
            config = config.proxy(None);
        }
        Self {
            address: address.clone(),
            agent: config.build().new_agent(),
        }
    }
}

impl Source for Web {
    const GROWS: bool = true;

    fn read(&mut self, file: &File) -> Result<Option<Vec<u8>>, SourceError> {
        let url = format!("{}/{file}", self.address);
        let mut response = self.agent.get(&url).call().map_err(SourceError::new)?;
        match response.status().as_u16() {
            200 => {
                let body = response.body_mut().with_config().limit(file.longest() + 1);
                body.read_to_vec().map(Some).map_err(SourceError::new)
            }
            404 | 410 => Ok(None),
            status => Err(SourceError::new(format!("the server answered {status}"))),
        }
    }

    fn wait(&mut self) -> bool {
        thread::sleep(PAUSE);
        true
    }
}
