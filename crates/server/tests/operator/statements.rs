//! Statements from the command line: nothing is shown before somebody approved it, and nothing is
//! left of what was rejected.

use std::sync::Arc;

use undersigned::app::App;
use undersigned::model::RawForm;
use undersigned::store::{letters, statements};

use super::place::{Place, SLUG};
use super::verified;

on_both!(
    an_approved_statement_is_shown_and_verifies,
    a_rejected_statement_is_gone,
);

const WORDS: &str = "Keys under the mat are for burglars.";

/// A launched letter with a signature whose statement waits; gives the key and its number.
async fn with_a_statement(place: &Place) -> (String, Arc<App>, String) {
    let vkey = place.launched().await;
    let app = place.open().await;
    let form = RawForm {
        kind: "individual".into(),
        name: "Ana".into(),
        email: "ana@a.example".into(),
        country: "DE".into(),
        statement: WORDS.into(),
        ..RawForm::default()
    };
    let token = place.submit_form(&app, form).await;
    assert_eq!(
        place.program(&["statements", "list", SLUG]).out,
        "Nothing waits.\n"
    );
    place.confirm(&app, &token).await;
    place.sequence(&app).await;
    let list = place.program(&["statements", "list", SLUG]);
    assert!(list.well, "{}", list.err);
    let lines: Vec<&str> = list.out.lines().collect();
    let [head, words] = lines[..] else {
        panic!("{}", list.out);
    };
    assert_eq!(words.trim(), format!("{WORDS:?}"));
    let (id, who) = head.split_once("  ").unwrap();
    assert_eq!(who, "\"Ana\" (en)");
    assert!(
        !place
            .page(&app, "/letters/the-letter")
            .await
            .contains(WORDS)
    );
    (vkey, app, id.to_owned())
}

async fn an_approved_statement_is_shown_and_verifies(place: Place) {
    let (vkey, app, id) = with_a_statement(&place).await;
    let approved = place.program(&["statements", "approve", SLUG, &id, "--feature"]);
    assert!(approved.well, "{}", approved.err);
    place.sequence(&app).await;
    assert!(
        place
            .page(&app, "/letters/the-letter")
            .await
            .contains(WORDS)
    );
    let index = place.index_of(&app, "Ana").await;
    let own = format!("/letters/the-letter/signatures/{index}");
    assert!(place.page(&app, &own).await.contains(WORDS));
    assert_eq!(
        place.program(&["statements", "list", SLUG]).out,
        "Nothing waits.\n"
    );
    let again = place.program(&["statements", "approve", SLUG, &id]);
    assert!(
        again.err.contains("no statement of the-letter waits as"),
        "{}",
        again.err
    );
    let bundle = place.bundle("a.zip").await;
    verified(&bundle, &vkey);
    let table = String::from_utf8_lossy(&bundle).into_owned();
    assert!(table.contains(WORDS), "signatories.csv has the words");
}

async fn a_rejected_statement_is_gone(place: Place) {
    let (vkey, app, id) = with_a_statement(&place).await;
    let size = place.sequence(&app).await.size;
    let rejected = place.program(&["statements", "reject", SLUG, &id]);
    assert!(rejected.well, "{}", rejected.err);
    assert_eq!(
        place.sequence(&app).await.size,
        size,
        "no entry tells of it"
    );
    assert_eq!(
        place.program(&["statements", "list", SLUG]).out,
        "Nothing waits.\n"
    );
    let late = place.program(&["statements", "approve", SLUG, &id]);
    assert!(!late.well);
    assert!(
        !place
            .page(&app, "/letters/the-letter")
            .await
            .contains(WORDS)
    );
    let mut tx = app.store.read().await.unwrap();
    let letter = letters::by_slug(&mut tx, SLUG).await.unwrap().unwrap();
    let id = id.parse().unwrap();
    assert!(statements::get(&mut tx, id).await.unwrap().is_none());
    assert!(
        statements::held(&mut tx, letter.id, (i64::MIN, 1))
            .await
            .unwrap()
            .is_empty()
    );
    drop(tx);
    let report = verified(&place.bundle("a.zip").await, &vkey);
    assert_eq!(report.figures.unwrap().individuals, 1);
}
