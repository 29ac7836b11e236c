//! A wire between a browser and a server that hears what the browser says.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// Carries every connection to a port on to another, both ways, and keeps what goes towards the
/// server. Ends when dropped; connections end with their ends.
pub struct Tap {
    port: u16,
    heard: Arc<Mutex<Vec<u8>>>,
    stop: Arc<AtomicBool>,
}

impl Tap {
    /// Listens on `port` of 127.0.0.1 for the server on `server`.
    ///
    /// # Panics
    ///
    /// If the port is taken.
    #[must_use]
    pub fn between(port: u16, server: u16) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).expect("a free port");
        let tap = Self {
            port,
            heard: Arc::default(),
            stop: Arc::default(),
        };
        let (heard, stop) = (tap.heard.clone(), tap.stop.clone());
        thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                if stop.load(Ordering::SeqCst) {
                    return;
                }
                // A server that isn't there yet refuses, and so do we.
                if let Ok(server) = TcpStream::connect((Ipv4Addr::LOCALHOST, server)) {
                    carry(client, server, &heard);
                }
            }
        });
        tap
    }

    /// Everything that went towards the server until now.
    #[must_use]
    pub fn heard(&self) -> Vec<u8> {
        let heard = self.heard.lock();
        heard.unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Tap {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::SeqCst);
        // Wakes the listener.
        let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
    }
}

fn carry(client: TcpStream, server: TcpStream, heard: &Arc<Mutex<Vec<u8>>>) {
    let (Ok(from_client), Ok(from_server)) = (client.try_clone(), server.try_clone()) else {
        return;
    };
    let heard = heard.clone();
    thread::spawn(move || {
        pass(from_client, server, |bytes| {
            let mut heard = heard.lock().unwrap_or_else(PoisonError::into_inner);
            heard.extend_from_slice(bytes);
        });
    });
    thread::spawn(move || pass(from_server, client, |_| {}));
}

/// Copies until one end closes, and closes the other.
fn pass(mut from: TcpStream, mut to: TcpStream, mut hear: impl FnMut(&[u8])) {
    let mut buffer = vec![0; 16 << 10];
    while let Ok(read) = from.read(&mut buffer) {
        if read == 0 {
            break;
        }
        hear(&buffer[..read]);
        if to.write_all(&buffer[..read]).is_err() {
            break;
        }
    }
    let _ = to.shutdown(Shutdown::Write);
}
