use std::fs;
use std::path::PathBuf;

use crate::letter::Letter;
use crate::live::Server;
use crate::program::verify;

fn saved(text: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.tlog-proof");
    fs::write(&path, text).unwrap();
    (folder, path)
}

#[test]
fn a_receipt_holds_offline_and_shows_what_it_proves() {
    let letter = Letter::eventful(30);
    let (_folder, path) = saved(&letter.receipt(20).to_text());
    let (path, key) = (path.to_str().unwrap(), letter.key.verifier().to_string());
    let said = verify([path, "--key", &key]);
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    assert!(
        said.out.contains("The receipt holds.") && said.out.contains("Signatory 5, \"of note\""),
        "{}",
        said.out
    );
    let json = verify([path, "--json"]).json();
    assert_eq!(
        (&json["ok"], &json["key_pinned"], &json["index"]),
        (&true.into(), &false.into(), &20.into())
    );
    let other = undersigned_record::note::LogKey::generate(crate::letter::ORIGIN, [8; 32]).unwrap();
    let said = verify([path, "--key", &other.verifier().to_string(), "--json"]);
    assert!(said.problem().contains("the receipt's checkpoint"));
}

#[test]
fn a_name_cannot_steer_the_terminal() {
    let mut letter = Letter::opened(2);
    let sign = letter.sign("Ann \u{202e}nnA");
    let (_folder, path) = saved(&letter.receipt(sign).to_text());
    let said = verify([path.to_str().unwrap()]);
    assert!(said.out.contains("Ann \u{fffd}nnA"), "{}", said.out);
}

#[test]
fn a_damaged_receipt_is_refused() {
    let letter = Letter::eventful(30);
    let text = letter.receipt(20).to_text();
    let (_folder, path) = saved(&text.replacen("index 20", "index 21", 1));
    assert!(
        verify([path.to_str().unwrap(), "--json"])
            .problem()
            .contains("the receipt's proof")
    );
    let (_folder, path) = saved(&text[..60]);
    assert!(
        verify([path.to_str().unwrap(), "--json"])
            .problem()
            .contains("malformed")
    );
}

#[test]
fn a_receipt_is_compared_with_the_log_as_served() {
    let mut letter = Letter::eventful(240);
    let old = letter.clone();
    let (_folder, path) = saved(&letter.receipt(20).to_text());
    let path = path.to_str().unwrap();
    for n in 0..50 {
        letter.sign(&format!("Later {n}"));
    }
    let server = Server::of(&letter);
    let said = verify([path, "--log", &server.address]);
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    assert!(
        said.out.contains("is of one history with it"),
        "{}",
        said.out
    );
    let said = verify([path, "--log", "http://127.0.0.1:9/letters/a", "--json"]).obstacle();
    assert!(
        said.contains("holds by itself, but was not compared"),
        "{said}"
    );
    // A newer receipt, while the checkpoint comes from a cache.
    let (_newer, newer) = saved(&letter.receipt(280).to_text());
    server.put("checkpoint", old.checkpoint().sign(&old.key).into_bytes());
    let said = verify([newer.to_str().unwrap(), "--log", &server.address]);
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
}

#[test]
fn a_log_that_dropped_the_receipts_entry_is_caught() {
    let mut letter = Letter::eventful(40);
    let mut other = letter.clone();
    let mine = letter.sign("Ann");
    for n in 0..30 {
        other.sign(&format!("Other {n}"));
    }
    let (_folder, path) = saved(&letter.receipt(mine).to_text());
    let server = Server::of(&other);
    let said = verify([path.to_str().unwrap(), "--log", &server.address, "--json"]);
    assert!(said.problem().contains("two histories"));
}
