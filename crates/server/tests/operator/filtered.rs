//! Bundles that name only some: what they leave out, both verifiers on them, and that no letter is recovered from one.

use std::process::Command;

use undersigned::model::RawForm;
use undersigned_record::layout::File;
use undersigned_record::source::Source;

use super::place::{Place, SLUG};
use super::recovery::approve_all;
use super::verified;

on_both!(a_filtered_bundle_names_whom_it_keeps_and_recovers_no_letter);

const FOUNDERS: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../fixtures/security-for-all/signatories.csv"
);
const PROGRAM: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../record/verify.py");

fn form(name: &str, country: &str) -> RawForm {
    RawForm {
        kind: "individual".into(),
        name: name.into(),
        email: format!("{}@a.example", name.to_lowercase()),
        country: country.into(),
        statement: format!("Said by {name}."),
        ..RawForm::default()
    }
}

async fn a_filtered_bundle_names_whom_it_keeps_and_recovers_no_letter(place: Place) {
    place.init().await;
    place.import_letter().await.unwrap();
    let founders = ["import", "signatories", SLUG, FOUNDERS];
    place.run(&founders).await.unwrap();
    place.launch().await;
    let vkey = place.vkey().await;
    let app = place.open().await;
    for (name, country) in [("Ana", "DE"), ("Ben", "FR"), ("Chloe", "DE"), ("Dan", "FR")] {
        let token = place.submit_form(&app, form(name, country)).await;
        place.confirm(&app, &token).await;
        place.sequence(&app).await;
    }
    approve_all(&app).await;
    place.sequence(&app).await;
    app.store.close().await;

    let out = place.file("de.zip");
    let out = out.to_str().unwrap();
    let said = place.program(&[
        "export",
        "bundle",
        SLUG,
        "--country",
        "DE",
        "--kind",
        "individual",
        "-o",
        out,
    ]);
    let told = "Filtered: left out are who is behind 195 signatures, and 16 statements.";
    assert!(
        said.well && said.out.contains(told),
        "{}{}",
        said.out,
        said.err
    );
    let bytes = std::fs::read(out).unwrap();
    let report = verified(&bytes, &vkey);
    assert_eq!(
        report.figures.unwrap().individuals,
        45 + 4,
        "the figures are everybody's"
    );
    let stated = report.filter.unwrap();
    assert_eq!((stated.openings, stated.statements), (195, 16));
    let mut reader = place.bundle_reader("de.zip", &vkey);
    let table = reader.read(&File::Signatories).unwrap().unwrap();
    let table = String::from_utf8(table).unwrap();
    for (name, kept) in [
        ("Ana", true),
        ("Chloe", true),
        ("Ben", false),
        ("Dan", false),
    ] {
        let words = format!("\"Said by {name}.\"");
        assert_eq!(table.contains(&words), kept, "{table}");
    }

    // The copy that lies in it is the one of this source.
    let copy = reader.read(&File::Verifier).unwrap().unwrap();
    assert!(copy == std::fs::read(PROGRAM).unwrap());
    let run = Command::new("python3")
        .args(["-I", "-S", PROGRAM, out, "--key", &vkey])
        .output()
        .unwrap();
    let text = String::from_utf8(run.stdout).unwrap();
    assert!(
        run.status.success()
            && text.contains("it names only signatories of country DE and kind individual"),
        "{text}"
    );

    let refused = place.program(&["record", "recover", SLUG, "--from", out]);
    assert!(
        !refused.well && refused.err.contains("the copy is filtered"),
        "{}",
        refused.err
    );
    let unknown = place.program(&["export", "bundle", SLUG, "--country", "UK", "-o", "x.zip"]);
    assert!(
        !unknown.well && unknown.err.contains("--country"),
        "{}",
        unknown.err
    );
}
