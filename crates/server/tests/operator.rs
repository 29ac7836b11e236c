//! What an operator does, from `init` to `record recover`, on both databases.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "operator/place.rs"]
mod place;

use std::fs::{self, File};
use std::io::Cursor;
use std::os::unix::fs::PermissionsExt;

use place::{Place, SLUG};
use undersigned::acts::{moderation, withdrawal};
use undersigned::store::{contacts, letters, record, signatures};
use undersigned_record::verify::{Report, verify_bundle};

/// Runs a story on SQLite and on PostgreSQL.
macro_rules! on_both {
    ($($story:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $story() {
                super::$story(super::Place::sqlite()).await;
            })+
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $story() {
                super::$story(super::Place::postgres()).await;
            })+
        }
    };
}

// Behind the macro, which they use too.
#[path = "operator/amends.rs"]
mod amends;
#[path = "operator/doctor/mod.rs"]
mod doctor;
#[path = "operator/filtered.rs"]
mod filtered;
#[path = "operator/folders.rs"]
mod folders;
#[path = "operator/languages.rs"]
mod languages;
#[path = "operator/recovery.rs"]
mod recovery;
#[path = "operator/statements.rs"]
mod statements;
#[path = "operator/terminal.rs"]
mod terminal;
#[path = "operator/words.rs"]
mod words;

on_both!(
    a_letter_comes_in_and_opens,
    real_names_come_in,
    bad_lines_keep_everything_out,
    a_bundle_verifies,
    contacts_reach_the_desk,
    a_moderator_decides_beside_the_server,
    an_old_backup_signs_nothing_and_recovers,
    a_backup_is_accepted_only_where_nothing_newer_was_served,
    a_restored_draft_is_launched_once_accepted,
    a_draft_of_an_old_backup_is_not_launched_again,
);

async fn a_letter_comes_in_and_opens(place: Place) {
    place.init().await;
    let again = place
        .run(&["init", "--recipient", "age1x"])
        .await
        .unwrap_err();
    assert!(again.to_string().contains("is there already"), "{again}");
    let config = fs::metadata(place.file("undersigned.toml")).unwrap();
    assert_eq!(config.permissions().mode() & 0o777, 0o600);
    place.import_letter().await.unwrap();
    place.import_letter().await.unwrap();
    place.write_text("es", "Otro");
    let changed = place.import_letter().await.unwrap_err().to_string();
    assert!(changed.contains("other texts"), "{changed}");
    let early = place.run(&["launch", SLUG]).await.unwrap_err().to_string();
    assert!(early.contains("test contact"), "{early}");
    let wrong = place.run(&["recipients", "confirm", SLUG, "AAAA"]).await;
    assert!(wrong.is_err());
    place.pass_tests().await;
    place.run(&["launch", SLUG]).await.unwrap();
    assert!(place.run(&["launch", SLUG]).await.is_err());
    let late = place.import_letter().await.unwrap_err().to_string();
    assert!(late.contains("was launched"), "{late}");
    place.run(&["record", "status", SLUG]).await.unwrap();
}

async fn real_names_come_in(place: Place) {
    let names = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/real-names.csv");
    place.init().await;
    place.import_letter().await.unwrap();
    place
        .run(&["import", "signatories", SLUG, names, "--dry-run"])
        .await
        .unwrap();
    assert_eq!(place.queued().await, 0);
    place
        .run(&["import", "signatories", SLUG, names])
        .await
        .unwrap();
    assert_eq!(place.queued().await, 29);
    place
        .run(&["import", "signatories", SLUG, names])
        .await
        .unwrap();
    assert_eq!(place.queued().await, 29);
    place.launch().await;
    let app = place.open().await;
    let mut tx = app.store.read().await.unwrap();
    let letter = letters::by_slug(&mut tx, SLUG).await.unwrap().unwrap();
    let head = record::head(&mut tx, letter.id).await.unwrap().unwrap();
    let lines = fs::read_to_string(names).unwrap();
    let companies = lines
        .lines()
        .filter(|line| line.contains(",company,"))
        .count();
    assert_eq!((head.figures.total, head.figures.founding), (29, 29));
    assert_eq!(head.figures.companies, companies as u64);
}

async fn bad_lines_keep_everything_out(place: Place) {
    place.init().await;
    place.import_letter().await.unwrap();
    let table = place.file("table.csv");
    fs::write(&table, "kind,name,country\ncompany,Good,DE\ncompany,,XX\n").unwrap();
    let table = table.to_str().unwrap();
    let refused = place
        .run(&["import", "signatories", SLUG, table])
        .await
        .unwrap_err();
    assert!(
        refused.to_string().contains("nothing was imported"),
        "{refused}"
    );
    assert_eq!(place.queued().await, 0);
    place
        .run(&["import", "signatories", SLUG, table, "--skip-bad"])
        .await
        .unwrap();
    assert_eq!(place.queued().await, 1);
}

fn verified(bundle: &[u8], vkey: &str) -> Report {
    let report = verify_bundle(
        Cursor::new(bundle),
        Some(&vkey.parse().unwrap()),
        &mut |_| {},
    );
    assert!(report.ok, "{:?}", report.problems);
    report
}

async fn a_bundle_verifies(place: Place) {
    let vkey = place.launched().await;
    let app = place.open().await;
    for name in ["Ana", "Ben", "Chloë"] {
        place.sign(&app, name).await;
    }
    place.sequence(&app).await;
    app.store.close().await;
    let report = verified(&place.bundle("a.zip").await, &vkey);
    assert_eq!(report.figures.unwrap().individuals, 3);
    let twice = place.file("a.zip");
    let twice = place
        .run(&["export", "bundle", SLUG, "-o", twice.to_str().unwrap()])
        .await;
    assert!(twice.unwrap_err().to_string().contains("does not exist"));
}

async fn contacts_reach_the_desk(place: Place) {
    place.launched().await;
    let app = place.open().await;
    for name in ["Ana", "Ben"] {
        place.sign(&app, name).await;
    }
    place.sequence(&app).await;
    app.store.close().await;
    let out = place.file("contacts.jsonl");
    place
        .run(&["export", "contacts", SLUG, "-o", out.to_str().unwrap()])
        .await
        .unwrap();
    assert_eq!(
        fs::metadata(&out).unwrap().permissions().mode() & 0o777,
        0o600
    );
    let lines: Vec<serde_json::Value> = fs::read_to_string(&out)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!((lines.len(), lines[0]["count"].as_u64()), (3, Some(2)));
    assert_eq!(lines[0]["undersigned"], "contacts/v1");
    let names: Vec<String> = lines[1..]
        .iter()
        .map(|line| {
            place.unseal(line["age"].as_str().unwrap())["name"]
                .as_str()
                .unwrap()
                .into()
        })
        .collect();
    assert_eq!(names, ["Ana", "Ben"]);
    assert!(lines[1]["index"].as_u64() < lines[2]["index"].as_u64());
}

async fn a_moderator_decides_beside_the_server(place: Place) {
    place.launched().await;
    let server = place.open().await;
    place.sign(&server, "Ada Lovelace").await;
    place.sign(&server, "Ana").await;
    place.sequence(&server).await;
    let letter = server.letters.by_slug(SLUG).unwrap();
    let held = moderation::held(&server, &letter, moderation::ALL)
        .await
        .unwrap();
    assert_eq!(held.len(), 1);
    let list = place.program(&["held", "list", SLUG]).out;
    let why = "held because \"Ada Lovelace\" is on the watch list";
    assert!(list.contains(why), "{list}");
    let none = place
        .run(&["held", "approve", SLUG, "7"])
        .await
        .unwrap_err()
        .to_string();
    assert!(none.contains("held list"), "{none}");
    let number = held[0].id.to_string();
    for lacking in [
        &["--vouch"][..],
        &["--note", "x"],
        &["--vouch", "--note", " "],
    ] {
        let refused = place.program(&[&["held", "approve", SLUG, &number], lacking].concat());
        assert!(
            !refused.well && refused.err.contains("--note"),
            "{}",
            refused.err
        );
    }
    place
        .run(&[
            "held",
            "approve",
            SLUG,
            &held[0].id.to_string(),
            "--vouch",
            "--note",
            "We met at the Analytical Society.",
        ])
        .await
        .unwrap();
    assert_eq!(place.sequence(&server).await.figures.individuals, 2);
    let index = place.index_of(&server, "Ana").await.to_string();
    let word = place.program(&["remove", SLUG, &index, "--reason", "x"]);
    assert!(!word.well && word.err.contains("forged"), "{}", word.err);
    place
        .run(&["remove", SLUG, &index, "--reason", "forged"])
        .await
        .unwrap();
    assert_eq!(place.sequence(&server).await.figures.individuals, 1);
    assert!(
        place
            .run(&["remove", SLUG, &index, "--reason", "forged"])
            .await
            .is_err()
    );
}

async fn an_old_backup_signs_nothing_and_recovers(place: Place) {
    let vkey = place.launched().await;
    let app = place.open().await;
    let ana = place.sign(&app, "Ana").await;
    place.sign(&app, "Ben").await;
    // Dora's submission waits while the backup is made.
    let dora = place.submit(&app, "Dora").await;
    let ana_at = {
        place.sequence(&app).await;
        place.index_of(&app, "Ana").await
    };
    let (backup, old) = (place.file("backup"), place.bundle("old.zip").await);
    place
        .run(&["backup", "-o", backup.to_str().unwrap()])
        .await
        .unwrap();
    place.confirm(&app, &dora).await;
    place.sign(&app, "Chloë").await;
    let letter = app.letters.by_slug(SLUG).unwrap();
    withdrawal::withdraw(&app, &letter, &ana).await.unwrap();
    let newest = place.sequence(&app).await;
    app.store.close().await;
    drop(app);
    let bundle = place.bundle("new.zip").await;

    let backup = backup.to_str().unwrap();
    let full = place
        .run(&["restore", backup])
        .await
        .unwrap_err()
        .to_string();
    assert!(full.contains("--replace"), "{full}");
    place.run(&["restore", backup, "--replace"]).await.unwrap();
    let read_only = place
        .run(&["export", "bundle", SLUG, "-o", "/dev/null/x"])
        .await;
    assert!(read_only.is_err());
    let app = place.open().await;
    undersigned::recorder::load(&app).await.unwrap();
    let why = app
        .letters
        .by_slug(SLUG)
        .unwrap()
        .read_only
        .unwrap()
        .to_string();
    assert!(why.contains("record recover"), "{why}");
    app.store.close().await;
    drop(app);
    let accept = place
        .run(&["record", "recover", SLUG, "--accept"])
        .await
        .unwrap_err();
    assert!(accept.to_string().contains("newer copy"), "{accept}");
    let older = place.file("old.zip");
    let older = place
        .run(&["record", "recover", SLUG, "--from", older.to_str().unwrap()])
        .await;
    assert!(older.unwrap_err().to_string().contains("newer copy"));

    let copy = place.file("new.zip");
    place
        .run(&["record", "recover", SLUG, "--from", copy.to_str().unwrap()])
        .await
        .unwrap();
    let app = place.open().await;
    let mut tx = app.store.read().await.unwrap();
    let letter = letters::by_slug(&mut tx, SLUG).await.unwrap().unwrap();
    let head = record::head(&mut tx, letter.id).await.unwrap().unwrap();
    assert_eq!((head.size, head.root), (newest.size, newest.root));
    assert_eq!(head.figures, newest.figures);
    let gone = signatures::by_index(&mut tx, letter.id, ana_at)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        (gone.state.as_str(), &gone.person, &gone.mailbox),
        ("gone", &None, &None)
    );
    assert!(contacts::files(&mut tx, gone.id).await.unwrap().is_empty());
    // Ben's contact was in the backup, Dora's in her submission; Chloë's is lost.
    assert_eq!(contacts::count(&mut tx, letter.id).await.unwrap(), 2);
    drop(tx);
    assert!(!place.leads_somewhere(&app, &ana).await);
    assert!(place.leads_somewhere(&app, &dora).await);

    place.sign(&app, "Eve").await;
    let on = place.sequence(&app).await;
    assert_eq!((on.size, on.figures.individuals), (newest.size + 1, 4));
    app.store.close().await;
    drop(app);
    let recovered = place.bundle("recovered.zip").await;
    let (one, two) = (verified(&bundle, &vkey), verified(&recovered, &vkey));
    let mut reader = place.bundle_reader("recovered.zip", &vkey);
    for earlier in [one, verified(&old, &vkey)] {
        let (earlier, later) = (earlier.checkpoint.unwrap(), two.checkpoint.clone().unwrap());
        undersigned_record::verify::consistent(&mut reader, &earlier, &later).unwrap();
    }
    assert!(File::open(place.file("data/served/.restored")).is_err());
}

async fn a_backup_is_accepted_only_where_nothing_newer_was_served(place: Place) {
    place.launched().await;
    let app = place.open().await;
    place.sign(&app, "Ana").await;
    let head = place.sequence(&app).await;
    app.store.close().await;
    drop(app);
    let backup = place.file("backup");
    let backup = backup.to_str().unwrap();
    place.run(&["backup", "-o", backup]).await.unwrap();
    assert!(place.run(&["backup", "-o", backup]).await.is_err());
    place.run(&["restore", backup, "--replace"]).await.unwrap();
    place
        .run(&["record", "recover", SLUG, "--accept"])
        .await
        .unwrap();
    let app = place.open().await;
    place.sign(&app, "Ben").await;
    assert_eq!(place.sequence(&app).await.size, head.size + 1);
}

/// A draft that could be launched, and its backup.
async fn backed_up_draft(place: &Place) -> String {
    place.init().await;
    place.import_letter().await.unwrap();
    place.pass_tests().await;
    let backup = place.file("backup");
    let backup = backup.to_str().unwrap().to_owned();
    place.run(&["backup", "-o", &backup]).await.unwrap();
    backup
}

async fn a_restored_draft_is_launched_once_accepted(place: Place) {
    let backup = backed_up_draft(&place).await;
    place.run(&["restore", &backup, "--replace"]).await.unwrap();
    assert!(place.run(&["launch", SLUG]).await.is_err());
    place
        .run(&["record", "recover", SLUG, "--accept"])
        .await
        .unwrap();
    place.run(&["launch", SLUG]).await.unwrap();
}

async fn a_draft_of_an_old_backup_is_not_launched_again(place: Place) {
    let backup = backed_up_draft(&place).await;
    place.run(&["launch", SLUG]).await.unwrap();
    let app = place.open().await;
    place.sign(&app, "Ana").await;
    let head = place.sequence(&app).await;
    app.store.close().await;
    drop(app);
    place.bundle("copy.zip").await;
    place.run(&["restore", &backup, "--replace"]).await.unwrap();
    let refused = place.run(&["launch", SLUG]).await.unwrap_err().to_string();
    assert!(refused.contains("second record"), "{refused}");
    let copy = place.file("copy.zip");
    place
        .run(&["record", "recover", SLUG, "--from", copy.to_str().unwrap()])
        .await
        .unwrap();
    let app = place.open().await;
    place.sign(&app, "Ben").await;
    assert_eq!(place.sequence(&app).await.size, head.size + 1);
}
