//! Makes the demonstration letter and launches it.

use std::path::Path;
use std::sync::Arc;

use age::x25519::Identity;
use serde::Deserialize;
use undersigned::acts::launch;
use undersigned::app::App;
use undersigned::clock::Clock;
use undersigned::config::Config;
use undersigned::model::letter::Settings;
use undersigned::model::{Letter, LetterState};
use undersigned::seal::row_id;
use undersigned::store::letters::{self, TextRow};

const FIXTURE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../fixtures/security-for-all"
);

#[derive(Deserialize)]
struct File {
    slug: String,
    origin: String,
    #[serde(flatten)]
    settings: Settings,
}

/// Imports the letter, has each identity open its test contact, and launches.
pub(super) async fn found(config: Config, identities: &[Identity]) {
    let app = App::open(config, Clock::System).await.expect("it opens");
    let letter = draft(&app).await;
    for identity in identities {
        let row = launch::test_contact(&letter, &identity.to_public().to_string())
            .expect("a test contact");
        let plain = age::decrypt(identity, &row.test_contact).expect("its identity opens it");
        let test: serde_json::Value = serde_json::from_slice(&plain).expect("JSON");
        let code = test["code"].as_str().expect("a code").to_owned();
        let id = letter.id;
        app.committer
            .write(move |tx| Box::pin(async move { letters::insert_recipient(tx, id, &row).await }))
            .await
            .expect("a recipient is added");
        assert!(
            launch::pass_test(&app, &letter, &code)
                .await
                .expect("it answers")
        );
    }
    let mut tx = app.store.read().await.expect("it answers");
    let missing = launch::missing(&mut tx, &letter).await.expect("it answers");
    assert_eq!(missing, None);
    drop(tx);
    launch::launch(&app, letter).await.expect("it launches");
    app.store.close().await;
}

async fn draft(app: &Arc<App>) -> Letter {
    let folder = Path::new(FIXTURE);
    let text = std::fs::read_to_string(folder.join("letter.toml")).expect("the fixture is there");
    let file: File = toml::from_str(&text).expect("the fixture can be read");
    let slug = file.slug.parse().expect("a slug");
    let key = app.keys.create_letter(&slug, &file.origin).expect("keys");
    let letter = Letter {
        id: row_id(app.clock.now_ms()),
        slug,
        origin: file.origin,
        state: LetterState::Draft,
        vkey: key.verifier().to_string(),
        opened_at: None,
        settings: file.settings,
    };
    let texts: Vec<TextRow> = letter
        .settings
        .languages
        .iter()
        .map(|lang| TextRow {
            version: 1,
            lang: lang.clone(),
            body: std::fs::read(folder.join(format!("{lang}.md"))).expect("a text"),
        })
        .collect();
    let new = letter.clone();
    app.committer
        .write(move |tx| {
            Box::pin(async move {
                letters::insert(tx, &new).await?;
                letters::watch(tx, new.id, "Sherlock Holmes").await?;
                for text in &texts {
                    letters::insert_text(tx, new.id, text).await?;
                }
                Ok(())
            })
        })
        .await
        .expect("a draft is written");
    letter
}
