//! What is wrong with a file is named.

use std::fs;

use fantoccini::Locator;
use undersigned_testbed::Look;

use crate::desk::Desk;
use crate::exports::{contact, export, header};

#[tokio::test]
async fn what_is_wrong_is_named() {
    let desk = Desk::open(&Look::phone()).await;
    let line = desk.line(1, &contact("individual", "Ana"), &[0]);
    desk.write("good.jsonl", export(std::slice::from_ref(&line)));
    desk.write("cut.jsonl", format!("{}\n{line}\n", header(2)));
    desk.write("empty.jsonl", "");
    desk.write("newer.jsonl", header(0).replace("/v1", "/v2"));
    desk.write(
        "letter.jsonl",
        header(0).replace("demo.example", "a\\u001b[2J"),
    );
    desk.write("countless.jsonl", header(0).replace("count", "sum"));
    let first = fs::read_to_string(desk.path("first.txt")).unwrap();
    desk.write("cut.txt", &first[..first.len() - 5]);
    desk.write("locked.txt", "-----BEGIN AGE ENCRYPTED FILE-----\n");
    let no_keys: &[&str] = &[];
    for (file, keys, says) in [
        ("good.jsonl", no_keys, "Choose the file of your key"),
        (
            "good.jsonl",
            &["good.jsonl"],
            "Perhaps the two files changed places",
        ),
        ("first.txt", &["first.txt"], "neither an export"),
        ("good.jsonl", &["cut.txt"], "The key is damaged"),
        ("good.jsonl", &["locked.txt"], "locked with a passphrase"),
        (
            "cut.jsonl",
            &["first.txt"],
            "says that it holds 2 contacts, and holds 1",
        ),
        ("empty.jsonl", &["first.txt"], "is empty"),
        ("newer.jsonl", &["first.txt"], "a newer server"),
        ("letter.jsonl", &["first.txt"], "for which letter"),
        ("countless.jsonl", &["first.txt"], "how many contacts"),
    ] {
        desk.try_open(file, keys).await;
        let said = desk.wait_for("#wrong:not([hidden])").await;
        assert!(said.contains(says), "{file} {keys:?}: {said}");
        assert!(desk.chrome.find(Locator::Css("#tally")).await.is_err());
    }
    desk.try_open("good.jsonl", &["second.txt"]).await;
    let own = desk.identities[1].to_public().to_string();
    assert!(desk.wait_for("#other").await.contains(&own));
    desk.picture("desk-page-other-key").await;
}
