//! Slow clients, and the end.

use std::time::Duration;

use axum::Router;
use axum::extract::ConnectInfo;
use axum::routing::get;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream, UnixListener, UnixStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep, timeout};

use super::{Patience, SocketAddr, serve};

const HEAD: Duration = Duration::from_millis(400);
const SHORT: Patience = Patience {
    head: HEAD,
    reading: HEAD,
    end: Duration::from_secs(10),
};
/// How long a test waits for what should come sooner.
const LONG: Duration = Duration::from_secs(20);
/// More than the kernel's buffers of both ends hold.
const LARGE: usize = 64 << 20;
const REQUEST: &[u8] = b"GET / HTTP/1.1\r\nHost: a.example\r\n\r\n";

fn routes() -> Router {
    let slow = || async {
        sleep(HEAD * 3).await;
        "slow"
    };
    let peer = |peer: Option<axum::Extension<ConnectInfo<SocketAddr>>>| async move {
        peer.map_or("nobody".to_owned(), |peer| peer.0.0.ip().to_string())
    };
    Router::new()
        .route("/large", get(|| async { vec![b'x'; LARGE] }))
        .route("/", get(|| async { "quick" }))
        .route("/slow", get(slow))
        .route("/peer", get(peer))
}

struct Server {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    serving: JoinHandle<()>,
}

impl Server {
    async fn start() -> Self {
        Self::with(SHORT).await
    }

    async fn with(patience: Patience) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel();
        let serving = tokio::spawn(async move {
            let stopped = async { stopped.await.unwrap() };
            serve(listener, routes(), |peer| Some(*peer), patience, stopped).await;
        });
        Self {
            address,
            stop,
            serving,
        }
    }

    async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }
}

/// Reads until the other end closes.
async fn rest(stream: &mut (impl AsyncRead + Unpin)) -> String {
    let mut read = Vec::new();
    let _ = timeout(LONG, stream.read_to_end(&mut read))
        .await
        .expect("it is closed");
    String::from_utf8(read).unwrap()
}

/// Reads an answer whose body ends in `end`.
async fn answer(stream: &mut (impl AsyncRead + Unpin), end: &str) {
    let mut read = Vec::new();
    while !read.ends_with(end.as_bytes()) {
        let byte = timeout(LONG, stream.read_u8()).await;
        read.push(byte.expect("in time").expect("an answer"));
    }
}

#[tokio::test]
async fn who_sends_a_head_byte_by_byte_is_cut_off() {
    let server = Server::start().await;
    let (mut read, mut write) = server.connect().await.into_split();
    let begun = Instant::now();
    let sending = tokio::spawn(async move {
        loop {
            for byte in b"X-Padding: for ever\r\n" {
                if write.write_all(&[*byte]).await.is_err() {
                    return;
                }
                sleep(HEAD / 20).await;
            }
        }
    });
    assert_eq!(rest(&mut read).await, "");
    assert!(begun.elapsed() >= HEAD, "{:?}", begun.elapsed());
    sending.abort();
}

#[tokio::test]
async fn who_says_nothing_is_cut_off_before_and_after_a_request() {
    let server = Server::start().await;
    assert_eq!(rest(&mut server.connect().await).await, "");
    let mut stream = server.connect().await;
    stream.write_all(REQUEST).await.unwrap();
    let answer = rest(&mut stream).await;
    assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("quick"));
}

#[tokio::test]
async fn who_does_not_read_is_cut_off() {
    let server = Server::start().await;
    let mut stream = server.connect().await;
    say(
        &mut stream,
        b"GET /large HTTP/1.1\r\nHost: a.example\r\n\r\n",
    )
    .await;
    sleep(HEAD * 4).await;
    let mut read = Vec::new();
    // It ends in the middle, in good order or not.
    let _ = timeout(LONG, stream.read_to_end(&mut read))
        .await
        .expect("it is closed");
    assert!(read.len() < LARGE, "{}", read.len());
}

#[tokio::test]
async fn a_slow_answer_and_a_second_request_are_served() {
    let server = Server::start().await;
    let mut stream = server.connect().await;
    for (path, body) in [("/slow", "slow"), ("/", "quick"), ("/peer", "127.0.0.1")] {
        sleep(HEAD / 4).await;
        let request = format!("GET {path} HTTP/1.1\r\nHost: a.example\r\n\r\n");
        stream.write_all(request.as_bytes()).await.unwrap();
        answer(&mut stream, body).await;
    }
}

#[tokio::test]
async fn the_end_waits_for_answers_alone() {
    let server = Server::start().await;
    let mut idle = server.connect().await;
    idle.write_all(REQUEST).await.unwrap();
    answer(&mut idle, "quick").await;
    let mut busy = server.connect().await;
    busy.write_all(b"GET /slow HTTP/1.1\r\nHost: a.example\r\n\r\n")
        .await
        .unwrap();
    sleep(HEAD / 2).await;
    server.stop.send(()).unwrap();
    assert!(rest(&mut busy).await.ends_with("slow"));
    assert_eq!(rest(&mut idle).await, "");
    timeout(LONG, server.serving).await.unwrap().unwrap();
    assert!(TcpStream::connect(server.address).await.is_err());
}

#[tokio::test]
async fn who_holds_a_request_back_does_not_hold_up_the_end() {
    let patience = Patience {
        head: LONG * 3,
        reading: LONG * 3,
        end: HEAD,
    };
    let server = Server::with(patience).await;
    let mut stream = server.connect().await;
    say(&mut stream, b"GET / HTTP/1.1\r\nHo").await;
    sleep(HEAD / 4).await;
    server.stop.send(()).unwrap();
    timeout(LONG, server.serving).await.unwrap().unwrap();
}

async fn say(stream: &mut (impl AsyncWrite + Unpin), words: &[u8]) {
    stream.write_all(words).await.unwrap();
}

#[tokio::test]
async fn a_unix_socket_names_no_peer_and_times_out_too() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("http");
    let listener = UnixListener::bind(&path).unwrap();
    tokio::spawn(serve(
        listener,
        routes(),
        |_| None,
        SHORT,
        std::future::pending(),
    ));
    let mut stream = UnixStream::connect(&path).await.unwrap();
    say(
        &mut stream,
        b"GET /peer HTTP/1.1\r\nHost: a.example\r\n\r\n",
    )
    .await;
    answer(&mut stream, "nobody").await;
    say(&mut stream, b"GET ").await;
    assert_eq!(rest(&mut stream).await, "");
}
