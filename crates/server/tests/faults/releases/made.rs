//! Makes what this release leaves behind, for those after it: `fixtures/releases/VERSION`.
//! CONTRIBUTING.md says when.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use age::secrecy::ExposeSecret as _;
use age::x25519::Identity;
use tokio::runtime::Runtime;
use undersigned::app::App;
use undersigned::clock::Clock;
use undersigned::model::Role;
use undersigned::store::letters;

use super::super::organizers::crew;
use super::site::{FIXTURES, Site, Story, archive, figures, run, text};
use crate::harness::{Base, Person, SLUG, Visitor, founding, on_both, wait_for};

on_both!(
    #[ignore = "makes a fixture, at a release"]
    this_release_is_kept,
);

/// Founding signatories, of those of the demonstration.
const FOUNDERS: usize = 10;

fn this_release_is_kept(base: Base) {
    let folder = Path::new(FIXTURES).join(env!("CARGO_PKG_VERSION"));
    let kept = folder.join(archive(&base));
    assert!(!kept.exists(), "{} is kept already", kept.display());
    let site = Site::new(base);
    let identity = Identity::generate();
    begun(&site, &identity);
    let (server, visitor) = site.serve();
    let links = signed(&site, &visitor);
    site.recorded(&visitor);
    let story = Story {
        made_at: Clock::System.now(),
        key: text(&visitor, "key"),
        checkpoint: text(&visitor, "checkpoint"),
        figures: figures(&visitor),
        receipt: visitor.receipt(&links["live"]).expect("a receipt"),
        links,
        held: Person::unproven_company(4).name,
        identity: identity.to_string().expose_secret().to_owned(),
    };
    assert!(server.stop().success());
    let story = serde_json::to_vec_pretty(&story).expect("JSON");
    fs::write(site.file("story.json"), story).expect("own directory");
    let mut files = vec!["data", "story.json"];
    if let Base::Postgres(_) = site.base {
        let dump = site.file("database.backup");
        site.run(&["backup", "-o", dump.to_str().expect("a plain path")]);
        files.push("database.backup");
    }
    fs::create_dir_all(&folder).expect("a place for the fixture");
    let mut tar = Command::new("tar");
    tar.args([
        "--sort=name",
        "--owner=0",
        "--group=0",
        "--numeric-owner",
        "-cJf",
    ]);
    tar.arg(kept);
    tar.arg("--directory").arg(site.file(""));
    run(tar.args(files));
}

/// A launched letter with an owner, by the commands that operators type.
fn begun(site: &Site, identity: &Identity) {
    let recipient = identity.to_public().to_string();
    let database = match site.base {
        Base::Sqlite => "sqlite",
        Base::Postgres(_) => "postgres://undersigned@localhost/undersigned",
    };
    let place = [
        "init",
        "--base-url",
        "https://letters.example.org",
        "--database",
        database,
    ];
    let mail = [
        "--mail-host",
        "localhost",
        "--mail-from",
        "letters@undersigned.example",
    ];
    site.run(&[&place[..], &mail, &["--recipient", &recipient]].concat());
    let letter = site.file("letter");
    fs::create_dir(&letter).expect("own directory");
    for file in fs::read_dir(founding::FIXTURE).expect("a fixture") {
        let file = file.expect("a file").path();
        let text = fs::read_to_string(&file).expect("text");
        // So that the letter can be signed as long as anybody tests with it.
        let text = text.replace("2028-", "2099-");
        let lines = match file.extension() {
            Some(csv) if csv == "csv" => FOUNDERS + 1,
            _ => usize::MAX,
        };
        let kept: Vec<&str> = text.split_inclusive('\n').take(lines).collect();
        let name = file.file_name().expect("a name");
        fs::write(letter.join(name), kept.concat()).expect("own directory");
    }
    founding::found_from(&letter, std::slice::from_ref(identity), |arguments| {
        site.run(arguments);
    });
    owned(site);
}

/// Gives the letter an owner, as a passkey's registration would.
fn owned(site: &Site) {
    let runtime = Runtime::new().expect("a runtime");
    let app = runtime.block_on(App::open(site.config(), Clock::System));
    let app = app.expect("it opens");
    let find = async { letters::by_slug(&mut app.store.read().await?, SLUG).await };
    let letter = runtime.block_on(find).expect("the store answers");
    let letter = letter.expect("the letter is there");
    crew::member_of(&app, "Ada Quill", Some((letter.id, Role::Owner)));
    runtime.block_on(app.store.close());
}

/// People sign, leave, wait and are counted; gives their private links.
fn signed(site: &Site, visitor: &Visitor) -> BTreeMap<String, String> {
    let mut links = BTreeMap::new();
    let mut keep = |of: &str, link: String| links.insert(of.to_owned(), link);
    keep(
        "live",
        site.sign_and_confirm(visitor, &Person::individual(1)),
    );
    let spoken = Person {
        statement: "A door is open to all or to nobody.".to_owned(),
        ..Person::individual(2)
    };
    keep("spoken", site.sign_and_confirm(visitor, &spoken));
    keep(
        "count-only",
        site.sign_and_confirm(visitor, &Person::uncounted_name(3)),
    );
    keep(
        "held",
        site.sign_and_confirm(visitor, &Person::unproven_company(4)),
    );
    keep("unconfirmed", site.sign(visitor, &Person::individual(5)));
    let leaving = site.sign_and_confirm(visitor, &Person::individual(6));
    site.recorded(visitor);
    let left = visitor.withdraw(&leaving).expect("the server answers");
    assert_eq!(left.status, 200, "{}", left.text());
    keep("withdrawn", leaving);
    // SQLite's file is written anew after a withdrawal; what it forgot is no fixture's.
    wait_for("the mails", Duration::from_secs(30), || {
        (site.number("select count(*) from mail_jobs") == 0).then_some(())
    });
    links
}
