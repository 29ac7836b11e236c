//! Chromedriver's door to the Chrome DevTools Protocol.

use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};

/// One command of the protocol, `Domain.method` with its parameters.
#[derive(Debug)]
pub(super) struct Devtools {
    pub(super) command: &'static str,
    pub(super) parameters: Value,
}

impl WebDriverCompatibleCommand for Devtools {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        of_session(base, session, "goog/cdp/execute")
    }

    fn method_and_body(&self, _url: &url::Url) -> (http::Method, Option<String>) {
        let body = json!({"cmd": self.command, "params": self.parameters});
        (http::Method::POST, Some(body.to_string()))
    }
}

/// Where a command of an extension goes.
pub(super) fn of_session(
    base: &url::Url,
    session: Option<&str>,
    command: &str,
) -> Result<url::Url, url::ParseError> {
    let session = session.unwrap_or_default();
    base.join(&format!("session/{session}/{command}"))
}

/// Bytes that a result carries as base64 (RFC 4648).
pub(super) fn bytes(value: &Value) -> Vec<u8> {
    use base64::Engine as _;
    let text = value.as_str().unwrap_or_default();
    base64::engine::general_purpose::STANDARD
        .decode(text)
        .expect("the browser writes base64")
}
