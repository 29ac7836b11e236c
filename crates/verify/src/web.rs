//! A record where it is served.

use std::fmt;
use std::io::ErrorKind;
use std::str::FromStr;
use std::thread;
use std::time::Duration;

use undersigned_record::layout::File;
use undersigned_record::source::{Source, SourceError};
use ureq::{Agent, Error};

/// A checkpoint may be cached for two seconds; after that a reader sees the log that its openings belong to.
const PAUSE: Duration = Duration::from_millis(700);
/// A request that failed for a reason that may pass is made this often in all.
const ATTEMPTS: u32 = 4;
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
            return Err(format!(
                "{text} is not a letter's address like https://host/letters/slug"
            ));
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

/// Why a request failed, in words that say what to do.
fn advice(error: &Error) -> String {
    match error {
        Error::HostNotFound => "there is no host of this name; check the address".into(),
        Error::Io(io) if io.kind() == ErrorKind::ConnectionRefused => {
            "nobody answers at this address; check its port, or whether the server runs".into()
        }
        // What the TLS library refuses comes as invalid data.
        Error::Io(io) if io.kind() == ErrorKind::InvalidData => unsafe_connection(error),
        Error::Timeout(_) => "no answer in time; try again later".into(),
        Error::Tls(_) | Error::Rustls(_) | Error::Pem(_) | Error::TlsRequired => {
            unsafe_connection(error)
        }
        Error::Protocol(_) => format!(
            "what answers does not speak HTTP ({error}); check whether the address begins with https:// and its port"
        ),
        Error::BadUri(_) | Error::Http(_) => format!("not a web address ({error}); check it"),
        other => format!("{other}; check the address, or try again later"),
    }
}

fn unsafe_connection(error: &Error) -> String {
    format!(
        "no safe connection ({error}); check that the address begins rightly (https:// or http://), then the server's \
         certificate"
    )
}

/// What a server said, or why it may say something else in a moment.
enum Answer {
    Said(Option<Vec<u8>>),
    Later(SourceError),
}

impl Web {
    fn ask(&self, file: &File) -> Result<Answer, SourceError> {
        let url = format!("{}/{file}", self.address);
        let mut response = match self.agent.get(&url).call() {
            Ok(response) => response,
            Err(error) => return Ok(Answer::Later(SourceError::unread(advice(&error)))),
        };
        match response.status().as_u16() {
            200 => {
                let body = response.body_mut().with_config().limit(file.longest() + 1);
                match body.read_to_vec() {
                    Ok(bytes) => Ok(Answer::Said(Some(bytes))),
                    Err(Error::BodyExceedsLimit(_)) => Err(SourceError::unusable(
                        "it is longer than any file of that name may be",
                    )),
                    Err(error) => Ok(Answer::Later(SourceError::unread(advice(&error)))),
                }
            }
            404 | 410 => Ok(Answer::Said(None)),
            status => {
                let error = SourceError::Refused(status);
                if status == 429 || status >= 500 {
                    Ok(Answer::Later(error))
                } else {
                    Err(error)
                }
            }
        }
    }
}

impl Source for Web {
    const GROWS: bool = true;

    fn read(&mut self, file: &File) -> Result<Option<Vec<u8>>, SourceError> {
        let mut attempt = 1;
        loop {
            match self.ask(file)? {
                Answer::Said(bytes) => return Ok(bytes),
                Answer::Later(error) if attempt == ATTEMPTS => return Err(error),
                Answer::Later(_) => thread::sleep(PAUSE * attempt),
            }
            attempt += 1;
        }
    }

    fn wait(&mut self) -> bool {
        thread::sleep(PAUSE);
        true
    }
}
