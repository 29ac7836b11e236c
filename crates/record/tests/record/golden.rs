//! Golden vectors: bytes that must never change while the format is v1. They are the examples of
//! docs/RECORD-FORMAT.md. `UNDERSIGNED_WRITE_VECTORS=1 cargo test -p undersigned-record golden` writes them anew.

use std::fs;
use std::path::{Path, PathBuf};

use undersigned_record::entry::{Act, Proof};
use undersigned_record::verify::verify_bundle;

use crate::forge::without_verifier;
use crate::letter::{Letter, bundle};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/vectors/golden")
}

fn agree(name: &str, bytes: &[u8]) {
    let path = folder().join(name);
    if std::env::var_os("UNDERSIGNED_WRITE_VECTORS").is_some() {
        fs::create_dir_all(folder()).unwrap();
        fs::write(&path, bytes).unwrap();
    }
    let known = fs::read(&path).unwrap();
    assert!(
        known == bytes,
        "{} differs from what this crate writes",
        path.display()
    );
}

#[test]
fn the_vectors_are_what_the_crate_writes_and_takes() {
    let letter = Letter::eventful(8);
    let entries = letter
        .entries
        .iter()
        .flat_map(|entry| [entry.as_slice(), b"\n"].concat())
        .collect::<Vec<u8>>();
    agree("entries.jsonl", &entries);
    let files = letter.publish();
    for name in [
        "checkpoint",
        "key",
        "openings/000",
        "statements/000",
        "text/1/en",
        "text/1/ar",
    ] {
        agree(&name.replace('/', "-"), &files.0[name]);
    }
    agree("receipt.tlog-proof", letter.receipt(2).to_text().as_bytes());
    agree("log-key", letter.key.to_text().as_bytes());
    // The verifier that goes with a bundle may change; the vector is without.
    agree("bundle.zip", &without_verifier(&bundle(&letter)));
    let report = verify_bundle(
        fs::File::open(folder().join("bundle.zip")).unwrap(),
        Some(&letter.key.verifier()),
        &mut |_| (),
    );
    assert!(report.ok, "{:?}", report.problems);
}

/// A letter in which two mailboxes' domains are shown, one of them beside a higher level of proof.
#[test]
fn the_vectors_with_a_mailbox_are_what_the_crate_writes_and_takes() {
    let mut letter = Letter::opened(3);
    letter.now += 3600;
    let signed = letter.sign_from("Ana G\u{f3}mez", "Uni X", "uni-x.example");
    letter.sign_from("Zo\u{eb}", "B\u{fc}cher", "xn--bcher-kva.example");
    letter.push(Act::Level {
        sign: signed + 1,
        level: Proof::Vouched,
    });
    letter.sign("Somebody without");
    for name in ["checkpoint", "openings/000"] {
        let of_mailbox = format!("mailbox-{}", name.replace('/', "-"));
        agree(&of_mailbox, &letter.publish().0[name]);
    }
    agree("mailbox-opening.json", &letter.openings[&signed].bytes);
    agree("mailbox-bundle.zip", &without_verifier(&bundle(&letter)));
    let report = verify_bundle(
        fs::File::open(folder().join("mailbox-bundle.zip")).unwrap(),
        Some(&letter.key.verifier()),
        &mut |_| (),
    );
    assert!(report.ok, "{:?}", report.problems);
}

/// The document shows these bytes; it must show them as they are.
#[test]
fn the_format_document_shows_the_vectors() {
    let document = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/RECORD-FORMAT.md");
    let document = fs::read_to_string(document).unwrap();
    for name in [
        "checkpoint",
        "key",
        "receipt.tlog-proof",
        "statements-000",
        "mailbox-opening.json",
    ] {
        let vector = fs::read_to_string(folder().join(name)).unwrap();
        assert!(
            document.contains(&vector),
            "{name} is not in docs/RECORD-FORMAT.md as it is"
        );
    }
    let entries = fs::read_to_string(folder().join("entries.jsonl")).unwrap();
    for kind in [
        "genesis",
        "text",
        "state",
        "sign",
        "correct",
        "level",
        "statement",
        "withdraw",
    ] {
        let of_kind = format!("\"type\":\"{kind}\"");
        let shown = entries
            .lines()
            .filter(|line| line.contains(&of_kind))
            .any(|line| document.contains(line));
        assert!(
            shown,
            "no {kind} entry of the vectors is in docs/RECORD-FORMAT.md"
        );
    }
}
