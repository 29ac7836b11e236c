use std::fs;
use std::path::PathBuf;

use crate::letter::{Letter, ORIGIN, bundle};
use crate::program::verify;

fn saved(bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("letter.zip");
    fs::write(&path, bytes).unwrap();
    (folder, path)
}

#[test]
fn a_bundle_is_proven_with_its_key_and_only_consistent_without() {
    let letter = Letter::eventful(300);
    let (_folder, path) = saved(&bundle(&letter));
    let (path, key) = (path.to_str().unwrap(), letter.key.verifier().to_string());
    let said = verify([path, "--key", &key, "--json"]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    let json = said.json();
    assert_eq!(
        (&json["ok"], &json["key_pinned"]),
        (&true.into(), &true.into())
    );
    assert_eq!(json["figures"]["total"], 311);
    assert_eq!(json["figures"]["individuals"], 303);
    assert_eq!(json["figures"]["organizations"], 4);
    assert_eq!(json["figures"]["companies"], 4);
    assert_eq!(json["figures"]["support"], 0);
    assert_eq!(json["figures"]["countries"], 13);
    let head = letter.checkpoint();
    assert_eq!(json["checkpoint"]["origin"], ORIGIN);
    assert_eq!(json["checkpoint"]["size"], head.size);
    assert_eq!(json["checkpoint"]["root"], head.root.to_string());
    assert_eq!(json["problems"], serde_json::json!([]));
    let alone = verify([path, "--json"]);
    assert_eq!(
        (alone.code, &alone.json()["key_pinned"]),
        (Some(0), &false.into())
    );
    let report = verify([path]);
    assert!(
        report
            .out
            .starts_with("Consistent with its own key; origin unproven"),
        "{}",
        report.out
    );
    assert!(
        report
            .out
            .contains("others may have been shown another record")
    );
    assert!(
        report.out.contains("Signatures  311, of which 12 founding"),
        "{}",
        report.out
    );
    assert!(
        !report.err.contains('%'),
        "no progress bar without a terminal"
    );
}

#[test]
fn one_has_its_own_noun() {
    let mut letter = Letter::opened(0);
    letter.sign("Ann");
    let (_folder, path) = saved(&bundle(&letter));
    let said = verify([path.to_str().unwrap()]);
    for line in [
        "              1 individual\n",
        "              0 organizations\n",
    ] {
        assert!(said.out.contains(line), "{}", said.out);
    }
}

#[test]
fn a_damaged_bundle_and_another_key_exit_with_1_and_say_why() {
    let letter = Letter::eventful(10);
    let bytes = bundle(&letter);
    let (_folder, path) = saved(&bytes[..bytes.len() - 1]);
    assert!(
        verify([path.to_str().unwrap(), "--json"])
            .problem()
            .contains("cut short")
    );
    let report = verify([path.to_str().unwrap()]);
    assert!(
        report.out.contains("DOES NOT HOLD: the bundle"),
        "{}",
        report.out
    );
    let mut flipped = bytes.clone();
    flipped[300] ^= 1;
    let (_folder, path) = saved(&flipped);
    assert!(
        !verify([path.to_str().unwrap(), "--json"])
            .problem()
            .is_empty()
    );
    let (_folder, path) = saved(&bytes);
    let other = undersigned_record::note::LogKey::generate(ORIGIN, [8; 32])
        .unwrap()
        .verifier()
        .to_string();
    let said = verify([path.to_str().unwrap(), "--key", &other, "--json"]);
    assert!(said.problem().contains("MANIFEST"));
    assert_eq!(said.json()["figures"], serde_json::Value::Null);
}

#[test]
fn what_cannot_begin_is_not_checked() {
    let letter = Letter::eventful(10);
    let (folder, path) = saved(&bundle(&letter));
    let path = path.to_str().unwrap();
    let page = folder.path().join("page.zip");
    fs::write(&page, "<!doctype html>").unwrap();
    for (arguments, words) in [
        (&["nowhere.zip"][..], "nowhere.zip cannot be read"),
        (&[folder.path().to_str().unwrap()], "cannot be read"),
        (
            &[page.to_str().unwrap()],
            "neither a bundle (.zip) nor a receipt",
        ),
        (&[], "<TARGET>"),
        (&[path, "--nonsense"], "--nonsense"),
        (
            &[path, "--key", "nonsense"],
            "--key: not a log's public key",
        ),
        (&["http://"], "not a letter's address"),
        (&["ftp://host.example/letters/a"], "not a letter's address"),
        (
            &[path, "--log", "host.example"],
            "--log: host.example is not",
        ),
        (
            &[path, "--log", "http://127.0.0.1:9/x"],
            "--log goes with a receipt",
        ),
    ] {
        let said = verify(arguments);
        assert_eq!(said.code, Some(2), "{arguments:?}: {}", said.out);
        assert!(
            said.out.is_empty() && said.err.contains(words),
            "{}",
            said.err
        );
        let json = verify(arguments.iter().chain(&["--json"]));
        assert!(json.obstacle().contains(words), "{}", json.out);
    }
}

#[test]
fn the_golden_bundle_and_receipt_hold() {
    let golden = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../fixtures/vectors/golden/"
    );
    for name in ["bundle.zip", "receipt.tlog-proof"] {
        let key = Letter::blank().key.verifier().to_string();
        let said = verify([&format!("{golden}{name}"), "--key", &key]);
        assert_eq!(said.code, Some(0), "{name}: {}{}", said.out, said.err);
    }
}
