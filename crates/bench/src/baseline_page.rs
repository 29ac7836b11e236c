//! What a letter page is held against: a bare axum server that answers the same bytes, under the
//! same header fields, from memory.

use std::fs;
use std::net::SocketAddr;
use std::path::PathBuf;

use anyhow::Context;
use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::routing::get;

/// Arguments of the bare server.
#[derive(clap::Args)]
pub(crate) struct BaselinePage {
    /// Where to listen.
    #[arg(long)]
    listen: SocketAddr,
    /// The only path that is answered.
    #[arg(long)]
    path: String,
    /// A file with the body.
    #[arg(long)]
    body: PathBuf,
    /// A file with a header field a line.
    #[arg(long)]
    fields: PathBuf,
}

impl BaselinePage {
    /// Serves until it is killed.
    pub(crate) async fn run(&self) -> anyhow::Result<()> {
        let body = Bytes::from(fs::read(&self.body)?);
        let headers = headers(&fs::read_to_string(&self.fields)?)?;
        let answer = move || {
            let (headers, body) = (headers.clone(), body.clone());
            async move { (headers, body) }
        };
        let routes = Router::new().route(&self.path, get(answer));
        let listener = tokio::net::TcpListener::bind(self.listen).await?;
        Ok(axum::serve(listener, routes).await?)
    }
}

/// Fields that are not hyper's own to write.
fn headers(lines: &str) -> anyhow::Result<HeaderMap> {
    let mut headers = HeaderMap::new();
    for line in lines.lines() {
        let (name, value) = line.split_once(": ").context("a header field")?;
        if matches!(name, "date" | "content-length") {
            continue;
        }
        headers.append(HeaderName::try_from(name)?, HeaderValue::from_str(value)?);
    }
    Ok(headers)
}
