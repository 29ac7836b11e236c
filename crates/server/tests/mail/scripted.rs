//! A mail server that says what it is told to say, for what no real one does on request.

use std::sync::{Arc, Mutex};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};

/// Serves connections one after another: one reply at once, one after each line that it hears
/// (a mail counts as one line), then silence. `hang up` closes.
pub(crate) struct Scripted {
    port: u16,
    heard: Arc<Mutex<String>>,
}

impl Scripted {
    /// Starts one.
    pub(crate) async fn start(replies: &[&str]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let heard = Arc::new(Mutex::new(String::new()));
        let replies: Vec<String> = replies.iter().map(|&reply| reply.to_owned()).collect();
        tokio::spawn({
            let heard = Arc::clone(&heard);
            async move {
                while let Ok((stream, _)) = listener.accept().await {
                    converse(stream, &replies, &heard).await;
                }
            }
        });
        Self { port, heard }
    }

    /// Its port on 127.0.0.1.
    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// Everything that clients said.
    pub(crate) fn heard(&self) -> String {
        self.heard.lock().unwrap().clone()
    }
}

async fn converse(mut stream: TcpStream, replies: &[String], heard: &Mutex<String>) {
    let mut in_mail = false;
    for reply in replies {
        if reply == "hang up" {
            return;
        }
        stream
            .write_all(format!("{reply}\r\n").as_bytes())
            .await
            .unwrap();
        in_mail = in_mail || reply.starts_with("354");
        let end = if in_mail { "\r\n.\r\n" } else { "\r\n" };
        if !listen(&mut stream, end, heard).await {
            return;
        }
    }
    while listen(&mut stream, "\0", heard).await {}
}

/// Hears until `end`; false if the client hung up.
async fn listen(stream: &mut TcpStream, end: &str, heard: &Mutex<String>) -> bool {
    let mut sentence = String::new();
    let mut bytes = [0; 4096];
    while !sentence.ends_with(end) {
        let Ok(count @ 1..) = stream.read(&mut bytes).await else {
            return false;
        };
        let words = String::from_utf8_lossy(&bytes[..count]).into_owned();
        heard.lock().unwrap().push_str(&words);
        sentence.push_str(&words);
    }
    true
}
