use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use crate::letter::{Letter, ORIGIN, bundle};
use crate::program::verify;

/// A file of these bytes is a server in trouble.
const FAILURE: &[u8] = b"the server is in trouble";
/// A file that begins so is answered with the status that follows.
const STATUS: &[u8] = b"status ";

type Shared = Arc<Mutex<BTreeMap<String, Vec<u8>>>>;

/// A web server, no more than the record needs: files by path below `/letters/demo/record/`.
pub(crate) struct Server {
    pub(crate) address: String,
    files: Shared,
}

impl Server {
    pub(crate) fn of(letter: &Letter) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/letters/demo", listener.local_addr().unwrap());
        let files: Shared = Arc::new(Mutex::new(letter.publish().0));
        let shared = Arc::clone(&files);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let files = Arc::clone(&shared);
                thread::spawn(move || answer(stream, &files));
            }
        });
        Self { address, files }
    }

    pub(crate) fn put(&self, name: &str, bytes: Vec<u8>) {
        self.files.lock().unwrap().insert(name.into(), bytes);
    }

    pub(crate) fn remove(&self, name: &str) {
        self.files.lock().unwrap().remove(name);
    }

    /// Answers every request for `name` with an error of the server's own.
    pub(crate) fn fail(&self, name: &str) {
        self.put(name, FAILURE.to_vec());
    }

    pub(crate) fn publish(&self, letter: &Letter) {
        *self.files.lock().unwrap() = letter.publish().0;
    }
}

fn answer(mut stream: TcpStream, files: &Shared) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    loop {
        let mut request = String::new();
        if reader.read_line(&mut request).unwrap_or(0) == 0 {
            return;
        }
        let mut line = String::new();
        while reader.read_line(&mut line).unwrap_or(0) > 2 {
            line.clear();
        }
        let path = request.split(' ').nth(1).unwrap_or_default();
        let name = path.strip_prefix("/letters/demo/record/").unwrap_or("?");
        let found = files.lock().unwrap().get(name).cloned();
        let (status, body) = match found {
            None => ("404 Not Found".to_owned(), Vec::new()),
            Some(body) if body == FAILURE => ("503 Service Unavailable".to_owned(), body),
            Some(body) => match body.strip_prefix(STATUS) {
                Some(status) => (String::from_utf8(status.to_vec()).unwrap(), Vec::new()),
                None => ("200 OK".to_owned(), body),
            },
        };
        let head = format!(
            "HTTP/1.1 {status}\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        if stream
            .write_all(&[head.as_bytes(), &body].concat())
            .is_err()
        {
            return;
        }
    }
}

#[test]
fn a_served_record_holds_at_the_letters_address_and_at_its_own() {
    let letter = Letter::eventful(600);
    let server = Server::of(&letter);
    let key = letter.key.verifier().to_string();
    for address in [
        server.address.clone(),
        format!("{}/", server.address),
        format!("{}/record", server.address),
    ] {
        let said = verify([&address, "--key", &key, "--json"]);
        assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
        assert_eq!(said.json()["figures"]["total"], 611);
    }
    let alone = verify([&server.address]);
    assert!(
        alone
            .out
            .starts_with("Consistent with its own key; origin unproven"),
        "{}",
        alone.out
    );
}

#[test]
fn a_served_record_that_does_not_hold_is_refused() {
    let letter = Letter::eventful(300);
    let server = Server::of(&letter);
    server.put("text/1/ar", b"another text".to_vec());
    assert!(
        verify([&server.address, "--json"])
            .problem()
            .contains("text/1/ar is not the text")
    );
    server.publish(&letter);
    let mut tile = letter.tiles()[&(0, 0)].clone();
    tile[5] ^= 1;
    server.put("tile/0/000", tile);
    assert!(
        verify([&server.address, "--json"])
            .problem()
            .contains("tile/0/000")
    );
    server.publish(&letter);
    server.put("tile/0/000", vec![0; 9000]);
    assert!(
        verify([&server.address, "--json"])
            .problem()
            .contains("tile/0/000")
    );
    // What is missing below a signed checkpoint is the record's fault, not the network's.
    server.publish(&letter);
    server.remove("tile/0/000");
    assert!(
        verify([&server.address, "--json"])
            .problem()
            .contains("tile/0/000 is missing")
    );
}

#[test]
fn what_cannot_be_reached_is_not_checked_and_no_verdict() {
    let closed = "http://127.0.0.1:9/letters/demo";
    let said = verify([closed, "--json"]).obstacle();
    assert!(
        said.contains(
            "http://127.0.0.1:9/letters/demo/record/key could not be read: nobody answers"
        ),
        "{said}"
    );
    let said = verify([closed]);
    assert_eq!((said.code, said.out.as_str()), (Some(2), ""));
    assert!(said.err.starts_with("undersigned-verify: not checked: "));

    let letter = Letter::eventful(300);
    let server = Server::of(&letter);
    let elsewhere = format!("{}/elsewhere", server.address);
    let said = verify([&elsewhere, "--json"]).obstacle();
    assert!(said.contains("there is no letter's record at"), "{said}");
    let key = letter.key.verifier().to_string();
    let said = verify([&elsewhere, "--key", &key, "--json"]).obstacle();
    assert!(said.contains("there is no letter's record at"), "{said}");
    server.fail("tile/0/000");
    let said = verify([&server.address, "--json"]).obstacle();
    assert!(said.contains("tile/0/000 was answered with 503"), "{said}");
    // A log that keeps back a part is not checked, and it is said which part.
    for status in [
        "401 Unauthorized",
        "403 Forbidden",
        "204 No Content",
        "206 Partial Content",
    ] {
        server.put("tile/0/000", [STATUS, status.as_bytes()].concat());
        let said = verify([&server.address, "--key", &key, "--json"]).obstacle();
        let words = format!("tile/0/000 was answered with {}", &status[..3]);
        assert!(said.contains("withholds a part of its record"), "{said}");
        assert!(said.contains(&words), "{said}");
    }
    // A web page is no record, however long it is.
    server.publish(&letter);
    for name in ["key", "checkpoint"] {
        server.put(name, b"<!doctype html>".repeat(10_000));
        let said = verify([&server.address, "--json"]).obstacle();
        assert!(said.contains("there is no letter's record at"), "{said}");
        server.publish(&letter);
    }
    server.put("key", b"<!doctype html>".to_vec());
    let said = verify([&server.address, "--json"]).obstacle();
    assert!(said.contains("check the address"), "{said}");
}

#[test]
fn an_address_with_the_wrong_scheme_is_not_checked() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let _ = stream.read(&mut [0; 4096]);
            let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        }
    });
    let address = format!("https://127.0.0.1:{port}/letters/demo");
    let said = verify([&address, "--json"]).obstacle();
    assert!(said.contains("no safe connection"), "{said}");
}

#[test]
fn a_key_of_another_letter_is_named_as_such() {
    let letter = Letter::eventful(10);
    let server = Server::of(&letter);
    let other = undersigned_record::note::LogKey::generate("other.example/letters/b", [8; 32])
        .unwrap()
        .verifier()
        .to_string();
    let words = format!("the key is of other.example/letters/b, the record of {ORIGIN}");
    let said = verify([&server.address, "--key", &other, "--json"]).problem();
    assert!(said.contains(&words), "{said}");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    for bytes in [bundle(&letter), letter.receipt(8).to_text().into_bytes()] {
        std::fs::write(&path, bytes).unwrap();
        let said = verify([path.to_str().unwrap(), "--key", &other, "--json"]).problem();
        assert!(said.contains(&words), "{said}");
    }
}
