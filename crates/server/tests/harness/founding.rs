//! Brings the demonstration letter in with its founding signatories, and launches it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use age::x25519::Identity;
use undersigned::acts::{drafting, founding, launch};
use undersigned::app::App;
use undersigned::clock::Clock;
use undersigned::config::Config;
use undersigned::model::Letter;
use undersigned::model::draft::LetterFile;
use undersigned::model::founders::Founders;
use undersigned::store::letters;

const FIXTURE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../fixtures/security-for-all"
);

/// Imports the letter, has each identity open its test contact, and launches.
pub(super) async fn found(config: Config, identities: &[Identity]) {
    let app = App::open(config, Clock::System).await.expect("it opens");
    let recipients: Vec<String> = identities
        .iter()
        .map(|identity| identity.to_public().to_string())
        .collect();
    let letter = import(&app, &recipients).await;
    for identity in identities {
        open_test_contact(&app, &letter, identity).await;
    }
    let mut tx = app.store.read().await.expect("it answers");
    let missing = launch::missing(&mut tx, &letter).await.expect("it answers");
    assert_eq!(missing, None);
    drop(tx);
    launch::launch(&app, letter).await.expect("it launches");
    app.store.close().await;
}

async fn import(app: &Arc<App>, recipients: &[String]) -> Letter {
    let read = |name: &str| fs::read_to_string(Path::new(FIXTURE).join(name)).expect("a fixture");
    let file = LetterFile::parse(&read("letter.toml")).expect("the letter can be read");
    let texts: BTreeMap<String, Vec<u8>> = ["en", "es", "fr", "ar"]
        .map(|lang| (lang.to_owned(), read(&format!("{lang}.md")).into_bytes()))
        .into();
    let draft = file.with(texts, &read("watch.txt")).expect("a draft");
    let letter = drafting::save(app, draft, recipients)
        .await
        .expect("a draft is kept");
    let table = read("signatories.csv");
    let english = "en".parse().expect("a language");
    let mut founders = Founders::open(table.as_bytes(), english).expect("a table");
    let mut all = Vec::new();
    while let Some(line) = founders.next_line().expect("a line") {
        all.push(line.founder.expect("a founder"));
    }
    let (tag_key, text) = drafting::founding_terms(app, &letter)
        .await
        .expect("keys and text");
    founding::add(app, &letter, &tag_key, text, all)
        .await
        .expect("they are added");
    letter
}

async fn open_test_contact(app: &Arc<App>, letter: &Letter, identity: &Identity) {
    let mut tx = app.store.read().await.expect("it answers");
    let known = letters::recipients(&mut tx, letter.id)
        .await
        .expect("it answers");
    drop(tx);
    let own = identity.to_public().to_string();
    let row = known.into_iter().find(|row| row.recipient == own);
    let row = row.expect("every recipient has a test contact");
    let plain = age::decrypt(identity, &row.test_contact).expect("its identity opens it");
    let test: serde_json::Value = serde_json::from_slice(&plain).expect("JSON");
    let code = test["code"].as_str().expect("a code");
    let passed = launch::pass_test(app, letter, code).await;
    assert!(passed.expect("it answers"));
}
