//! A virtual authenticator (WebAuthn, section 11): a passkey's holder without hands.

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};

use super::devtools::of_session;

/// A command of the WebDriver extension.
#[derive(Debug)]
pub(super) enum Authenticator {
    /// Puts one into the browser; gives its id.
    Add,
    /// Takes every passkey out of it.
    Forget(String),
}

impl WebDriverCompatibleCommand for Authenticator {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        let rest = match self {
            Self::Add => String::new(),
            Self::Forget(id) => format!("/{id}/credentials"),
        };
        of_session(base, session, &format!("webauthn/authenticator{rest}"))
    }

    fn method_and_body(&self, _url: &url::Url) -> (Method, Option<String>) {
        match self {
            Self::Add => (Method::POST, Some(platform().to_string())),
            Self::Forget(_) => (Method::DELETE, None),
        }
    }
}

/// One that is built into the machine, and whose owner always says yes.
fn platform() -> Value {
    json!({
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": true,
        "hasUserVerification": true,
        "isUserConsenting": true,
        "isUserVerified": true,
    })
}
