use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use crate::letter::Letter;
use crate::program::verify;

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
        let (status, body) = found.map_or(("404 Not Found", Vec::new()), |body| ("200 OK", body));
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
    assert!(
        verify([&format!("{}/elsewhere", server.address), "--json"])
            .problem()
            .contains("key is missing")
    );
}

#[test]
fn nobody_there_is_a_problem_and_not_a_verdict() {
    let said = verify(["http://127.0.0.1:9/letters/demo", "--json"]);
    assert!(said.problem().contains("could not be read"));
}
