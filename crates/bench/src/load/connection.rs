//! A keep-alive HTTP/1.1 connection (RFC 9112), as cheap as can be, so that the load takes little
//! from what is measured: one request at a time, answers with a Content-Length only.

use std::net::SocketAddr;

use anyhow::{Context, bail, ensure};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// An open connection.
pub(crate) struct Connection {
    stream: TcpStream,
    host: SocketAddr,
    buffer: Vec<u8>,
}

/// An answer; its bytes are the connection's until the next request.
pub(crate) struct Answer<'a> {
    pub(crate) status: u16,
    /// Status line and fields.
    pub(crate) head: &'a str,
    pub(crate) body: &'a [u8],
}

impl Answer<'_> {
    /// The fields, names as they came.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        fields(self.head)
    }
}

impl Connection {
    pub(crate) async fn open(host: SocketAddr) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(host).await?;
        stream.set_nodelay(true)?;
        Ok(Self {
            stream,
            host,
            buffer: Vec::with_capacity(64 << 10),
        })
    }

    /// GETs a page as browsers do.
    pub(crate) async fn get(&mut self, path: &str) -> anyhow::Result<Answer<'_>> {
        let request = get_request(self.host, path);
        self.exchange(request.as_bytes()).await
    }

    /// GETs a page as it is, not compressed.
    #[cfg(test)]
    pub(crate) async fn get_plain(&mut self, path: &str) -> anyhow::Result<Answer<'_>> {
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.host);
        self.exchange(request.as_bytes()).await
    }

    /// POSTs a form.
    pub(crate) async fn post(&mut self, path: &str, form: &str) -> anyhow::Result<Answer<'_>> {
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: {}\r\nAccept-Encoding: br\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
            self.host,
            form.len()
        );
        self.exchange(request.as_bytes()).await
    }

    /// Sends a whole request and reads its answer.
    pub(crate) async fn exchange(&mut self, request: &[u8]) -> anyhow::Result<Answer<'_>> {
        self.stream.write_all(request).await?;
        self.buffer.clear();
        let body = loop {
            self.more().await?;
            if let Some(end) = end_of_head(&self.buffer) {
                break end;
            }
        };
        let length = content_length(std::str::from_utf8(&self.buffer[..body])?)?;
        while self.buffer.len() < body + length {
            self.more().await?;
        }
        ensure!(
            self.buffer.len() == body + length,
            "an answer is longer than it says"
        );
        let (head, body) = self.buffer.split_at(body);
        let head = std::str::from_utf8(head)?;
        let status = head.get(9..12).and_then(|digits| digits.parse().ok());
        Ok(Answer {
            status: status.context("not an HTTP answer")?,
            head,
            body,
        })
    }

    async fn more(&mut self) -> anyhow::Result<()> {
        if self.stream.read_buf(&mut self.buffer).await? == 0 {
            bail!("the server hung up");
        }
        Ok(())
    }
}

/// The bytes of a GET with brotli accepted.
pub(crate) fn get_request(host: SocketAddr, path: &str) -> String {
    format!(
        "GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: gzip, deflate, br\r\n\
         Accept-Language: en\r\n\r\n"
    )
}

fn end_of_head(bytes: &[u8]) -> Option<usize> {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
    Some(end + 4)
}

fn fields(head: &str) -> impl Iterator<Item = (&str, &str)> {
    let lines = head.split("\r\n").skip(1);
    lines.filter_map(|line| {
        let (name, value) = line.split_once(':')?;
        Some((name, value.trim()))
    })
}

fn content_length(head: &str) -> anyhow::Result<usize> {
    let length = fields(head).find(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    let (_, length) = length.context("an answer without Content-Length")?;
    Ok(length.parse()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_read() {
        let answer = "HTTP/1.1 200 OK\r\nVary: a\r\ncontent-length: 12\r\n\r\nbody";
        let end = end_of_head(answer.as_bytes()).unwrap();
        assert_eq!(&answer[end..], "body");
        assert_eq!(content_length(&answer[..end]).unwrap(), 12);
        let named: Vec<_> = fields(&answer[..end]).collect();
        assert_eq!(named, [("Vary", "a"), ("content-length", "12")]);
        assert!(end_of_head(b"HTTP/1.1 200 OK\r\n").is_none());
        assert!(content_length("HTTP/1.1 200 OK\r\n\r\n").is_err());
    }
}
