//! What the program says: where an error is, and what a flag means.

use std::fs;

use super::place::{Place, SLUG};

/// The words of the error of `args`, which must fail and name the file `name` once.
fn error_at(place: &Place, args: &[&str], name: &str) -> String {
    let said = place.program(args);
    assert!(!said.well, "{args:?}: {}", said.out);
    let path = place.file(name).display().to_string();
    assert_eq!(said.err.matches(&path).count(), 1, "{args:?}: {}", said.err);
    said.err
}

#[tokio::test(flavor = "multi_thread")]
async fn errors_name_their_file() {
    let place = Place::sqlite();
    let status = ["record", "status", SLUG];
    error_at(&place, &status, "undersigned.toml");
    place.init().await;
    let config = fs::read_to_string(place.file("undersigned.toml")).unwrap();
    for broken in [
        "listen = \"127.0.0.1:1\"".to_owned(),
        format!("nonsense = 1\n{config}"),
        "[".to_owned(),
    ] {
        fs::write(place.file("undersigned.toml"), broken).unwrap();
        error_at(&place, &status, "undersigned.toml");
    }
    fs::write(place.file("undersigned.toml"), &config).unwrap();
    fs::remove_file(place.file("data/undersigned.db")).unwrap();
    fs::create_dir(place.file("data/undersigned.db")).unwrap();
    error_at(&place, &status, "data/undersigned.db");
    fs::remove_dir(place.file("data/undersigned.db")).unwrap();
    let missing = place.file("none/b");
    let said = error_at(
        &place,
        &["backup", "-o", missing.to_str().unwrap()],
        "none/b",
    );
    assert!(said.contains("No such file or directory"), "{said}");
    place.import_letter().await.unwrap();
    let table = place.file("table.csv");
    fs::write(&table, "name\nAna\n").unwrap();
    let import = ["import", "signatories", SLUG, table.to_str().unwrap()];
    let said = error_at(&place, &import, "table.csv");
    assert!(said.contains("its first line must name"), "{said}");
    let dkim =
        "[mail]\nhost = \"127.0.0.1\"\nfrom = \"a@a.example\"\nsecurity = \"none\"\n[mail.dkim]\n";
    let key = place.file("dkim.pem").display().to_string();
    let dkim =
        format!("{config}{dkim}domain = \"a.example\"\nselector = \"s\"\nkey_file = \"{key}\"\n");
    fs::write(place.file("undersigned.toml"), dkim).unwrap();
    error_at(&place, &status, "dkim.pem");
    fs::write(place.file("undersigned.toml"), &config).unwrap();
    fs::write(place.file("letter/letter.toml"), "slug = 3").unwrap();
    let folder = place.file("letter");
    let said = error_at(
        &place,
        &["import", "letter", folder.to_str().unwrap()],
        "letter",
    );
    assert!(said.contains("letter.toml"), "{said}");
}

#[test]
fn help_says_what_each_choice_means() {
    let place = Place::sqlite();
    let remove = place.program(&["remove", "--help"]).out;
    for (word, meaning) in [
        ("forged", "somebody else signed in that name"),
        ("repeated", "the same signatory signed before"),
        (
            "abusive",
            "the signature was used to insult or to advertise",
        ),
        ("unlawful", "the law demands it"),
        ("mistaken", "it was recorded by mistake"),
    ] {
        assert!(
            remove.contains(word) && remove.contains(meaning),
            "{word}: {remove}"
        );
    }
    let recover = place.program(&["record", "recover", "--help"]).out;
    for usage in [
        "record recover <SLUG> --from <BUNDLE.zip>",
        "record recover <SLUG> --accept",
    ] {
        assert!(recover.contains(usage), "{recover}");
    }
    assert!(
        recover.contains("--accept is for when nobody has a newer bundle"),
        "{recover}"
    );
}
