//! Which folder a command works in: a mistaken one is not made into an installation, a demo's is
//! not served as a real one, and the systemd unit finds what `init` made.

use std::fs;
use std::path::Path;
use std::process::Command;

use age::secrecy::ExposeSecret;
use age::x25519::Identity;
use tempfile::TempDir;
use undersigned_testbed::Server;

use super::place::{Place, SLUG, Said};

const UNIT: &str = include_str!("../../../../packaging/debian/undersigned.service");
const OPERATING: &str = include_str!("../../../../docs/OPERATING.md");

/// The program in a folder of its own, with nothing in the environment.
fn in_folder(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_undersigned"));
    command.args(args).current_dir(folder).env_clear();
    command
}

/// What it says when it must fail, and leave the folder empty.
fn refusal(args: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let said = Said::by(&mut in_folder(folder.path(), args));
    assert!(!said.well, "{args:?}: {}", said.out);
    let left = fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(left, 0, "{args:?} left files behind");
    said.err
}

fn setting(name: &str) -> &'static str {
    let line = |line: &'static str| line.strip_prefix(name)?.strip_prefix('=');
    UNIT.lines().find_map(line).unwrap()
}

fn init_in(data: &Path) -> Said {
    let recipient = Identity::generate().to_public().to_string();
    let url = ["init", "--base-url", "https://h.example"];
    let rest = ["--recipient", &recipient, "--data", data.to_str().unwrap()];
    Said::by(&mut in_folder(Path::new("/"), &[&url[..], &rest].concat()))
}

#[test]
fn the_unit_serves_what_init_made() {
    let state = format!("/var/lib/{}", setting("StateDirectory"));
    assert!(
        OPERATING.contains(&format!("undersigned --data {state}'")),
        "{state}"
    );
    let line: Vec<&str> = setting("ExecStart").split(' ').collect();
    assert_eq!(line[0], "/usr/bin/undersigned");
    assert!(!UNIT.contains("DynamicUser") && OPERATING.contains(setting("User")));

    // The state directory and the empty root, as the service would find them.
    let (root, cwd) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let data = root.path().join("undersigned");
    let made = init_in(&data);
    assert!(made.well, "{}", made.err);
    let args: Vec<&str> = line[1..]
        .iter()
        .map(|arg| {
            if *arg == state {
                data.to_str().unwrap()
            } else {
                *arg
            }
        })
        .chain(["--listen", "127.0.0.1:0"])
        .collect();
    let mut command = in_folder(cwd.path(), &args);
    command.env("STATE_DIRECTORY", &data);
    command.env("UNDERSIGNED_ASK_LISTEN", "127.0.0.1:0");
    let server = Server::start(command);
    assert!(server.stop().success());
    assert_eq!(fs::read_dir(cwd.path()).unwrap().count(), 0);
}

#[test]
fn a_mistaken_folder_does_not_become_a_site() {
    let elsewhere = TempDir::new().unwrap();
    let data = elsewhere.path().join("data");
    assert!(init_in(&data).well);
    let config = data.join("undersigned.toml");
    let config = config.to_str().unwrap();
    for args in [
        &["serve"][..],
        &["serve", "--config", config],
        &["held", "list", SLUG, "--config", config],
        &["serve", "--data", ".", "--config", config],
        &["serve", "--data", "."],
    ] {
        let said = refusal(args);
        assert!(said.contains("undersigned init"), "{args:?}: {said}");
        assert!(said.contains("--data"), "{args:?}: {said}");
    }
}

#[test]
fn a_demos_data_is_worked_on_and_not_served() {
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("demo-data");
    let data = data.to_str().unwrap();
    let demo = ["demo", "--listen", "127.0.0.1:0", "--data", data];
    let mut server = Server::start(in_folder(folder.path(), &demo));
    let hint = format!("held list security-for-all --data {data}");
    let printed = server.process().stdout();
    assert!(printed.contains(&hint), "{printed}");
    let letter = "security-for-all";
    let bundle = folder.path().join("letter.zip");
    for args in [
        &["held", "list", letter][..],
        &["statements", "list", letter],
        &["record", "status", letter],
        &["export", "bundle", letter, "-o", bundle.to_str().unwrap()],
    ] {
        let args = [args, &["--data", data]].concat();
        let said = Said::by(&mut in_folder(folder.path(), &args));
        assert!(said.well, "{args:?}: {}", said.err);
        assert!(said.err.contains("DEMONSTRATION"), "{args:?}: {}", said.err);
    }
    assert!(bundle.exists());
    assert!(server.stop().success());

    let real = TempDir::new().unwrap();
    assert!(init_in(&real.path().join("data")).well);
    let config = real.path().join("data/undersigned.toml");
    let config = config.to_str().unwrap();
    for args in [
        &["serve", "--data", data][..],
        &["serve", "--data", data, "--config", config],
    ] {
        let said = Said::by(&mut in_folder(folder.path(), args));
        assert!(!said.well && said.err.contains("demo"), "{}", said.err);
    }
    let again = init_in(Path::new(data));
    assert!(!again.well && again.err.contains("demo"), "{}", again.err);
}

#[test]
fn an_identity_is_not_repeated() {
    let folder = TempDir::new().unwrap();
    let identity = Identity::generate().to_string();
    let identity = identity.expose_secret();
    for typed in [identity.to_owned(), identity.to_lowercase()] {
        let args = [
            "init",
            "--base-url",
            "https://h.example",
            "--recipient",
            &typed,
        ];
        let said = Said::by(&mut in_folder(folder.path(), &args));
        assert!(!said.well);
        for said in [&said.out, &said.err] {
            assert!(!said.contains(&typed[20..]), "{said}");
        }
        assert!(said.err.contains("must stay offline"), "{}", said.err);
        assert!(said.err.contains("Replace it"), "{}", said.err);
    }
}

/// A demonstration's folder brought to another site.
#[tokio::test(flavor = "multi_thread")]
async fn a_demonstration_is_not_launched_by_mistake() {
    let place = Place::sqlite();
    place.init().await;
    let file = place.file("letter/letter.toml");
    let real = fs::read_to_string(&file).unwrap();
    let demonstration = real.replace("h.example", "demo.example") + "demonstration = true\n";
    fs::write(&file, demonstration).unwrap();
    let folder = place.file("letter");
    let said = place.program(&["import", "letter", folder.to_str().unwrap()]);
    assert!(said.well, "{}", said.err);
    assert!(
        said.err.contains("demo.example/letters/the-letter"),
        "{}",
        said.err
    );
    assert!(
        said.err.contains("h.example/letters/the-letter"),
        "{}",
        said.err
    );
    place.pass_tests().await;
    let refused = place.run(&["launch", SLUG]).await.unwrap_err().to_string();
    assert!(refused.contains("--demonstration"), "{refused}");
    place
        .run(&["launch", SLUG, "--demonstration"])
        .await
        .unwrap();
    let app = place.open().await;
    undersigned::recorder::load(&app).await.unwrap();
    let page = place.page(&app, "/letters/the-letter").await;
    assert!(page.contains("All names here are invented"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn any_language_comes_in_with_a_word() {
    let place = Place::sqlite();
    place.init().await;
    let folder = place.file("letter");
    let import = ["import", "letter", folder.to_str().unwrap(), "--dry-run"];
    assert!(!place.program(&import).out.contains("pages around"));
    let file = place.file("letter/letter.toml");
    let toml = fs::read_to_string(&file).unwrap();
    fs::write(&file, toml.replace("\"es\"]", "\"es\", \"de\"]")).unwrap();
    place.write_text("de", "Brief");
    let said = place.program(&import);
    assert!(said.well, "{}", said.err);
    let line = "The text in de is shown as it is; the pages around it are in en, es, fr, ar.";
    assert!(said.out.contains(line), "{}", said.out);
}
