//! A visitor's browser: it never follows a redirect by itself.

use std::time::Duration;

use ureq::Agent;
use url::Url;

use super::{Person, SLUG};

/// What a server answered.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// In the order received.
    pub(crate) headers: Vec<(String, Vec<u8>)>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// The body as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// A header, where there is one and it is text.
    pub(crate) fn header(&self, wanted: &str) -> Option<&str> {
        let (_, value) = self.headers.iter().find(|(name, _)| name == wanted)?;
        std::str::from_utf8(value).ok()
    }

    /// The body as JSON.
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).expect("JSON")
    }

    /// Everything that a stranger could compare: all but the date.
    pub(crate) fn without_date(mut self) -> Self {
        self.headers.retain(|(name, _)| name != "date");
        self
    }
}

/// Talks to one node. Every request gives `None` where no whole answer came.
#[derive(Clone)]
pub(crate) struct Visitor {
    agent: Agent,
    base: String,
    /// The name that requests are for, where it is another than that of `base`.
    host: Option<String>,
}

impl Visitor {
    /// A visitor of the server at `base`, a URL without a path.
    pub(crate) fn of(base: &str) -> Self {
        Self::with_patience(base, Duration::from_secs(30))
    }

    /// One who gives up on an answer after `patience`.
    pub(crate) fn with_patience(base: &str, patience: Duration) -> Self {
        let config = Agent::config_builder()
            .timeout_global(Some(patience))
            .http_status_as_error(false)
            .max_redirects(0)
            .proxy(None);
        Self {
            agent: config.build().new_agent(),
            base: base.trim_end_matches('/').to_owned(),
            host: None,
        }
    }

    /// The same, who has the name `host` in the address bar, with the server's port.
    pub(crate) fn under(&self, host: &str) -> Self {
        let port = self.base.rsplit(':').next().unwrap_or_default();
        Self {
            host: Some(format!("{host}:{port}")),
            ..self.clone()
        }
    }

    /// What stands in the address bar, without a path.
    pub(crate) fn address(&self) -> String {
        match &self.host {
            Some(host) => format!("http://{host}"),
            None => self.base.clone(),
        }
    }

    /// The URL that it was made with.
    pub(crate) fn base(&self) -> &str {
        &self.base
    }

    pub(crate) fn get(&self, path: &str) -> Option<Answer> {
        self.ask("GET", path, &[], "")
    }

    pub(crate) fn head(&self, path: &str) -> Option<Answer> {
        self.ask("HEAD", path, &[], "")
    }

    pub(crate) fn post(&self, path: &str, form: &str) -> Option<Answer> {
        self.ask("POST", path, &[], form)
    }

    /// Sends any request; a form where one is given.
    pub(crate) fn ask(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        form: &str,
    ) -> Option<Answer> {
        let request = || {
            let mut request = ureq::http::Request::builder()
                .method(method)
                .uri(format!("{}{path}", self.base));
            let host = self.host.as_deref().map(|host| ("host", host));
            for (name, value) in headers.iter().copied().chain(host) {
                request = request.header(name, value);
            }
            request
        };
        if matches!(method, "GET" | "HEAD") {
            let ask = || read(self.agent.run(request().body(()).ok()?));
            // On a kept connection that the server has closed meanwhile it is asked again, as browsers
            // do (RFC 9110, section 9.2.2).
            return ask().or_else(ask);
        }
        let request = request().header("content-type", "application/x-www-form-urlencoded");
        read(self.agent.run(request.body(form.to_owned()).ok()?))
    }

    /// Sends a form that a file comes along with; `parts` are its names and bytes.
    pub(crate) fn upload(
        &self,
        path: &str,
        headers: &[(&str, &str)],
        parts: &[(&str, &[u8])],
    ) -> Option<Answer> {
        let mut request = ureq::http::Request::builder()
            .method("POST")
            .uri(format!("{}{path}", self.base))
            .header("content-type", "multipart/form-data; boundary=a-boundary");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut body = Vec::new();
        for (name, bytes) in parts {
            let of = if *name == "file" {
                "; filename=\"list.csv\""
            } else {
                ""
            };
            let head = format!(
                "--a-boundary\r\ncontent-disposition: form-data; name=\"{name}\"{of}\r\n\r\n"
            );
            body.extend(head.into_bytes());
            body.extend(*bytes);
            body.extend(b"\r\n");
        }
        body.extend(b"--a-boundary--\r\n");
        read(self.agent.run(request.body(body).ok()?))
    }

    /// Sends the sign form.
    pub(crate) fn sign(&self, person: &Person) -> Option<Answer> {
        self.post(&format!("/letters/{SLUG}/signatures"), &person.form())
    }

    /// Presses "Confirm" behind a mailed link.
    pub(crate) fn confirm(&self, link: &str) -> Option<Answer> {
        self.post(&path(link), "decision=confirm")
    }

    /// Presses "It wasn't me".
    pub(crate) fn decline(&self, link: &str) -> Option<Answer> {
        self.post(&path(link), "decision=decline")
    }

    /// Presses "Withdraw".
    pub(crate) fn withdraw(&self, link: &str) -> Option<Answer> {
        self.post(&format!("{}/withdrawal", path(link)), "")
    }

    /// Sends the correction form of the private page.
    pub(crate) fn correct(&self, link: &str, person: &Person) -> Option<Answer> {
        self.post(&format!("{}/correction", path(link)), &person.form())
    }

    /// Opens a mailed link.
    pub(crate) fn open(&self, link: &str) -> Option<Answer> {
        self.get(&path(link))
    }

    /// Downloads the receipt, where there is one yet.
    pub(crate) fn receipt(&self, link: &str) -> Option<String> {
        let answer = self.get(&format!("{}/receipt", path(link)))?;
        (answer.status == 200).then(|| answer.text())
    }

    /// The letter as the API tells it.
    pub(crate) fn letter(&self) -> Option<serde_json::Value> {
        let answer = self.get(&format!("/api/letters/{SLUG}"))?;
        (answer.status == 200).then(|| answer.json())
    }

    /// Signatures in all, as the site shows them.
    pub(crate) fn total(&self) -> Option<u64> {
        self.letter()?["figures"]["total"].as_u64()
    }

    /// A file of the record.
    pub(crate) fn record(&self, file: &str) -> Option<Answer> {
        self.get(&format!("/letters/{SLUG}/record/{file}"))
    }
}

/// The path of a mailed link, whichever node it names.
pub(crate) fn path(link: &str) -> String {
    Url::parse(link).expect("a link").path().to_owned()
}

fn read(answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Option<Answer> {
    let mut answer = answer.ok()?;
    let headers = answer.headers().iter();
    let headers = headers
        .map(|(name, value)| (name.as_str().to_owned(), value.as_bytes().to_vec()))
        .collect();
    Some(Answer {
        status: answer.status().as_u16(),
        headers,
        body: answer.body_mut().read_to_vec().ok()?,
    })
}
