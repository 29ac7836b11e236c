//! The page tells nobody anything.

use std::io::Read;
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::json;
use undersigned_testbed::Look;

use crate::desk::Desk;

/// Everything by which a page may speak to somebody, each to `$URL`.
const WAYS: &str = "
    const url = arguments[0];
    const done = arguments[arguments.length - 1];
    let refused = 0;
    document.addEventListener('securitypolicyviolation', () => { refused += 1; });
    const ways = [
        () => fetch(url + 'fetch', { mode: 'no-cors' }).catch(() => {}),
        () => { const r = new XMLHttpRequest(); r.open('GET', url + 'xhr'); r.send(); },
        () => new WebSocket(url.replace('http', 'ws') + 'socket'),
        () => new EventSource(url + 'events'),
        () => navigator.sendBeacon(url + 'beacon', 'x'),
        () => { new Image().src = url + 'image'; },
        () => { const e = document.createElement('script'); e.src = url + 'script'; document.body.append(e); },
        () => { const e = document.createElement('iframe'); e.src = url + 'frame'; document.body.append(e); },
        () => { const e = document.createElement('link'); e.rel = 'stylesheet'; e.href = url + 'style'; document.head.append(e); },
        () => { const e = document.createElement('video'); e.src = url + 'video'; document.body.append(e); e.load(); },
        () => { const e = document.createElement('object'); e.data = url + 'object'; document.body.append(e); },
        () => { const e = document.createElement('form'); e.action = url + 'form'; e.target = '_blank'; document.body.append(e); e.submit(); },
    ];
    for (const way of ways) { try { way(); } catch (_) { } }
    setTimeout(() => done([ways.length, refused]), 3000);
";

/// Counts who says something. Where a page would go elsewhere Chromium connects on suspicion, before
/// the policy forbids it, and says nothing.
fn listener() -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    let heard = Arc::new(AtomicUsize::new(0));
    let counted = heard.clone();
    std::thread::spawn(move || {
        for mut guest in listener.incoming().map_while(Result::ok) {
            let counted = counted.clone();
            std::thread::spawn(move || {
                let said = guest.read(&mut [0; 16]).unwrap_or_default();
                counted.fetch_add(usize::from(said > 0), Ordering::SeqCst);
            });
        }
    });
    (url, heard)
}

#[tokio::test]
async fn the_page_reaches_nobody() {
    let desk = Desk::open(&Look::desktop()).await;
    let (url, heard) = listener();
    let said = desk
        .chrome
        .execute_async(WAYS, vec![json!(url)])
        .await
        .unwrap();
    let (ways, refused) = (said[0].as_u64().unwrap(), said[1].as_u64().unwrap());
    assert_eq!(
        heard.load(Ordering::SeqCst),
        0,
        "somebody was told something"
    );
    assert!(refused >= ways, "{refused} of {ways} ways were refused");

    // The same from a page without a policy, so that silence means something.
    desk.write("open.html", "<!doctype html><title>x</title><body>");
    desk.goto("open.html").await;
    desk.chrome
        .execute_async(WAYS, vec![json!(url)])
        .await
        .unwrap();
    assert!(heard.load(Ordering::SeqCst) > 3, "the ways lead somewhere");
}
