//! A mail server (RFC 5321) that takes every mail and hands its confirmation link to whoever waits
//! for the mail. Keeps nothing.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

/// Characters of a token in a link.
const TOKEN: usize = 43;

/// The mail server. Ends with the runtime.
#[derive(Clone)]
pub(crate) struct Sink {
    address: SocketAddr,
    waiting: Waiting,
}

type Waiting = Arc<Mutex<HashMap<String, oneshot::Sender<String>>>>;

impl Sink {
    pub(crate) async fn start() -> anyhow::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let sink = Self {
            address: listener.local_addr()?,
            waiting: Waiting::default(),
        };
        let waiting = sink.waiting.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                // A client that hangs up in the middle of a mail has not sent it.
                tokio::spawn(converse(stream, waiting.clone()));
            }
        });
        Ok(sink)
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// The token in the next mail to `address` (in lower case). Asked for before the mail is sent.
    pub(crate) fn expect(&self, address: &str) -> oneshot::Receiver<String> {
        let (found, token) = oneshot::channel();
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.insert(address.to_owned(), found);
        token
    }
}

/// One connection: commands until QUIT.
async fn converse(stream: TcpStream, waiting: Waiting) -> anyhow::Result<()> {
    stream.set_nodelay(true)?;
    let mut stream = BufReader::with_capacity(32 << 10, stream);
    let mut line = Vec::new();
    let mut to: Vec<String> = Vec::new();
    stream.write_all(b"220 sink.example ESMTP\r\n").await?;
    loop {
        line.clear();
        if stream.read_until(b'\n', &mut line).await? == 0 {
            return Ok(());
        }
        let command = String::from_utf8_lossy(&line);
        let verb = command.get(..4).unwrap_or_default().to_ascii_uppercase();
        let reply: &[u8] = match verb.as_str() {
            "EHLO" => b"250-sink.example\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 PIPELINING\r\n",
            "HELO" | "NOOP" => b"250 OK\r\n",
            "MAIL" | "RSET" => {
                to.clear();
                b"250 OK\r\n"
            }
            "RCPT" => {
                to.extend(address(&command));
                b"250 OK\r\n"
            }
            "DATA" if to.is_empty() => b"503 RCPT first\r\n",
            "DATA" => {
                stream.write_all(b"354 go on\r\n").await?;
                let mail = message(&mut stream).await?;
                deliver(&waiting, &to, &mail);
                to.clear();
                b"250 taken\r\n"
            }
            "QUIT" => {
                stream.write_all(b"221 bye\r\n").await?;
                return Ok(());
            }
            _ => b"502 not here\r\n",
        };
        stream.write_all(reply).await?;
    }
}

/// What stands between the angle brackets, in lower case.
fn address(command: &str) -> Option<String> {
    let (_, rest) = command.split_once('<')?;
    Some(rest.split_once('>')?.0.to_lowercase())
}

/// The mail up to the line with a single dot; leading dots that were doubled are single again
/// (RFC 5321 §4.5.2).
async fn message(stream: &mut BufReader<TcpStream>) -> anyhow::Result<Vec<u8>> {
    let mut mail = Vec::with_capacity(16 << 10);
    loop {
        let begin = mail.len();
        if stream.read_until(b'\n', &mut mail).await? == 0 {
            anyhow::bail!("the client hung up in the middle of a mail");
        }
        if &mail[begin..] == b".\r\n" {
            mail.truncate(begin);
            return Ok(mail);
        }
        if mail[begin] == b'.' {
            mail.remove(begin);
        }
    }
}

fn deliver(waiting: &Waiting, to: &[String], mail: &[u8]) {
    let Some(token) = token(mail) else { return };
    let mut waiting = waiting.lock().unwrap_or_else(PoisonError::into_inner);
    for address in to {
        if let Some(found) = waiting.remove(address) {
            // Whoever gave up waiting has no use for it.
            let _ = found.send(token.clone());
        }
    }
}

/// The token of the confirmation link, whether or not quoted-printable (RFC 2045 §6.7) broke it.
fn token(mail: &[u8]) -> Option<String> {
    const MARK: &[u8] = b"/confirm/";
    let at = mail.windows(MARK.len()).position(|part| part == MARK)?;
    let mut rest = mail[at + MARK.len()..].iter().copied().peekable();
    let mut token = String::with_capacity(TOKEN);
    while token.len() < TOKEN {
        match rest.next()? {
            b'=' if rest.peek() == Some(&b'\r') => {
                rest.next();
                rest.next();
            }
            byte if byte.is_ascii_alphanumeric() || b"-_".contains(&byte) => {
                token.push(char::from(byte));
            }
            _ => return None,
        }
    }
    Some(token)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_found_whole_or_broken() {
        let link = "a".repeat(TOKEN);
        let whole = format!("see http://x/letters/y/confirm/{link}?lang=en");
        assert_eq!(token(whole.as_bytes()), Some(link.clone()));
        let broken = whole.replace("aaaa?", "a=\r\naaa?");
        assert_eq!(token(broken.as_bytes()), Some(link));
        assert_eq!(token(b"/confirm/short"), None);
        assert_eq!(token(b"nothing"), None);
    }

    #[test]
    fn addresses_are_taken_from_their_brackets() {
        let found = address("RCPT TO:<Ana@A.example> NOTIFY=NEVER");
        assert_eq!(found.as_deref(), Some("ana@a.example"));
        assert_eq!(address("RCPT TO: ana"), None);
    }
}
