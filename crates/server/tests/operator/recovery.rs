//! Restore and recovery beyond the plain case: what was changed after the backup, and keys.

use std::fs;
use std::sync::Arc;

use undersigned::acts::access::Moderator;
use undersigned::acts::correction::{self, Corrected};
use undersigned::acts::moderation;
use undersigned::app::App;
use undersigned::model::submission::Public;
use undersigned::model::{Kind, RawForm};
use undersigned::recorder::Published;

use super::place::{Place, SLUG, Said};

on_both!(
    corrections_and_statements_are_rolled_forward,
    keys_of_another_letter_are_found_out,
    a_copy_that_is_none_is_named,
);

fn form(name: &str, statement: &str) -> RawForm {
    RawForm {
        kind: "individual".into(),
        name: name.into(),
        email: format!("{}@a.example", name.to_lowercase()),
        country: "DE".into(),
        statement: statement.into(),
        ..RawForm::default()
    }
}

fn letter(app: &App) -> Arc<Published> {
    app.letters.by_slug(SLUG).unwrap()
}

async fn sign(place: &Place, app: &App, name: &str, statement: &str) -> String {
    let token = place.submit_form(app, form(name, statement)).await;
    place.confirm(app, &token).await;
    token
}

async fn correct(app: &App, token: &str, name: &str, country: &str) {
    let corrected = RawForm {
        country: country.into(),
        ..form(name, "")
    };
    let public = Public::parse(&corrected, Kind::Individual, &"en".parse().unwrap());
    let of = letter(app);
    let done = correction::correct(app, &of, token, public.ok().unwrap()).await;
    // Who has said something is renamed by a moderator.
    if done.unwrap() == Corrected::Held {
        for held in moderation::held(app, &of, moderation::ALL).await.unwrap() {
            let approved = moderation::approve(app, Moderator::Operator, &of, held.id, None).await;
            approved.unwrap();
        }
    }
}

/// Approves the statements that wait.
pub(crate) async fn approve_all(app: &App) {
    for held in moderation::held_statements(app, &letter(app), moderation::ALL)
        .await
        .unwrap()
    {
        let approved =
            moderation::approve_statement(app, Moderator::Operator, &letter(app), held.id, false)
                .await;
        approved.unwrap();
    }
}

async fn corrections_and_statements_are_rolled_forward(place: Place) {
    place.launched().await;
    let app = place.open().await;
    // At the time of the backup: Ana's words wait, Ben's are approved but not recorded, Chloe's
    // correction is not recorded.
    sign(&place, &app, "Ana", "Said by Ana.").await;
    place.sequence(&app).await;
    let waiting = moderation::held_statements(&app, &letter(&app), moderation::ALL)
        .await
        .unwrap();
    let ben = sign(&place, &app, "Ben", "Said by Ben.").await;
    let chloe = sign(&place, &app, "Chloe", "").await;
    place.sequence(&app).await;
    let ben_at = place.index_of(&app, "Ben").await;
    let held = moderation::held_statements(&app, &letter(&app), moderation::ALL)
        .await
        .unwrap();
    let of_ben = held.iter().find(|held| held.id != waiting[0].id).unwrap();
    let approved =
        moderation::approve_statement(&app, Moderator::Operator, &letter(&app), of_ben.id, false)
            .await;
    approved.unwrap();
    correct(&app, &chloe, "Chloe", "FR").await;
    let backup = place.file("backup");
    let backup = backup.to_str().unwrap();
    place.run(&["backup", "-o", backup]).await.unwrap();
    // After it: all of that is recorded, and then Ben is corrected twice, Chloe hides her name, and
    // Dora comes with words and a correction.
    approve_all(&app).await;
    place.sequence(&app).await;
    correct(&app, &ben, "Benno", "IT").await;
    place.sequence(&app).await;
    correct(&app, &ben, "Benedict", "ES").await;
    let hidden = correction::hide(&app, &letter(&app), &chloe).await;
    hidden.unwrap();
    let dora = sign(&place, &app, "Dora", "Said by Dora.").await;
    place.sequence(&app).await;
    approve_all(&app).await;
    correct(&app, &dora, "Dorothea", "SE").await;
    let newest = place.sequence(&app).await;
    app.store.close().await;
    drop(app);
    let bundle = place.bundle("new.zip").await;

    place.run(&["restore", backup, "--replace"]).await.unwrap();
    let copy = place.file("new.zip");
    let recover = ["record", "recover", SLUG, "--from", copy.to_str().unwrap()];
    place.run(&recover).await.unwrap();
    let app = place.open().await;
    let head = place.sequence(&app).await;
    assert_eq!((head.size, head.root), (newest.size, newest.root));
    assert_eq!(head.figures, newest.figures);
    // Every opening and statement is what it was: bundles of one record are the same bytes.
    assert!(place.bundle("recovered.zip").await == bundle);
    let waiting = moderation::held_statements(&app, &letter(&app), moderation::ALL)
        .await
        .unwrap();
    assert!(
        waiting.is_empty(),
        "what the copy has approved does not wait again"
    );
    let roll = place.page(&app, "/letters/the-letter").await;
    for (name, shown) in [
        ("Benedict", true),
        ("Benno", false),
        ("Chloe", false),
        ("Dorothea", true),
    ] {
        assert_eq!(roll.contains(name), shown, "{name}");
    }
    // Ben's link is from before the backup, and still is his.
    correct(&app, &ben, "Ben", "DE").await;
    assert_eq!(place.sequence(&app).await.size, newest.size + 1);
    let own = format!("/letters/the-letter/signatures/{ben_at}");
    assert!(place.page(&app, &own).await.contains("Said by Ben."));
}

async fn keys_of_another_letter_are_found_out(place: Place) {
    place.launched().await;
    let backup = place.file("backup");
    let backup = backup.to_str().unwrap();
    place.run(&["backup", "-o", backup]).await.unwrap();
    let key = place.file("data/keys/letters/the-letter/log");
    let own = fs::read(&key).unwrap();
    let restore = ["restore", backup, "--replace"];
    let recover = ["record", "recover", SLUG, "--accept"];
    fs::remove_file(&key).unwrap();
    let missing = place.program(&restore);
    assert!(
        !missing.well && missing.err.contains("letters/the-letter/log"),
        "{}",
        missing.err
    );
    let other = undersigned_record::note::LogKey::generate("h.example/letters/the-letter", [7; 32]);
    fs::write(&key, other.unwrap().to_text().as_bytes()).unwrap();
    let other = place.program(&restore);
    assert!(
        !other.well && !other.out.contains("Restored"),
        "{}",
        other.out
    );
    assert!(
        other.err.contains("does not fit the letter's public key"),
        "{}",
        other.err
    );
    let refused = place.program(&recover);
    assert!(
        !refused.well && refused.err.contains("does not fit"),
        "{}",
        refused.err
    );
    fs::write(&key, own).unwrap();
    let fits = place.program(&restore);
    assert!(
        fits.well && fits.out.contains("log keys fit"),
        "{}{}",
        fits.out,
        fits.err
    );
    place.run(&recover).await.unwrap();
}

async fn a_copy_that_is_none_is_named(place: Place) {
    place.launched().await;
    let copy = place.file("copy.zip");
    fs::write(&copy, "no bundle").unwrap();
    let name = copy.to_str().unwrap();
    let refused = place.program(&["record", "recover", SLUG, "--from", name]);
    let why = "it does not end as a bundle does; it may have been cut short\n";
    assert!(
        refused.err.contains(name) && refused.err.ends_with(why),
        "{}",
        refused.err
    );
    assert_eq!(
        refused.err.matches("does not end as").count(),
        1,
        "{}",
        refused.err
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_of_postgres_without_its_programs_says_what_to_install() {
    let place = Place::postgres();
    place.init().await;
    place.import_letter().await.unwrap();
    let backup = place.file("backup");
    let mut without = place.command();
    without.env("PATH", "/nonexistent");
    let said = Said::by(without.args(["backup", "-o"]).arg(&backup));
    assert!(!said.well);
    assert!(
        said.err.contains("pg_dump did not start: install")
            && said.err.contains("postgresql-client"),
        "{}",
        said.err
    );
    assert!(!backup.exists(), "half a backup would pass for a whole one");
}
